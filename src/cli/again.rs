//! A build of files that are as they were when they were built last: nothing is done again, and the same is said again.
//!
//! What a build can depend on is in its fingerprint: the program, what was asked for, the day, and the state of every
//! file. Whenever something cannot be told for certain, the build is done.

use super::args::BuildArguments;
use super::site;
use super::terminal::{self, SummaryRow};
use crate::evidence::date::PartialDate;
use crate::output::{WrittenFiles, cache, cached, unchanged};
use crate::source;
use crate::source::mark::{self, SourceMark};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::path::Path;
use std::time::Instant;
use xxhash_rust::xxh3::xxh3_128;

/// Where the last build is remembered, in the program's own folder.
const BUILT: &str = "built.json";

/// What is remembered of a build.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RememberedBuild {
    /// What tells the run from others.
    fingerprint: String,
    /// What tells the manifest that it left from others.
    manifest: u64,
    /// On standard output, and on standard error.
    pub printed: [String; 2],
    /// How much there is of everything.
    pub rows: Vec<SummaryRow>,
    /// How many messages there were; empty without any.
    pub counted: String,
}

/// A run that is about to begin.
#[derive(Debug)]
pub(super) struct BuildRun {
    mark: SourceMark,
    fingerprint: String,
}

impl BuildRun {
    /// Looks at everything that the run depends on; `None` when something cannot be looked at.
    pub fn new(root: &Path, output: &Path, arguments: &BuildArguments, today: PartialDate) -> Option<Self> {
        let mark = SourceMark::of(root).ok()?;
        let program = program()?;
        let places = [std::path::absolute(root).ok()?, std::path::absolute(output).ok()?];
        let known = format!("{program} {arguments:?} {today} {places:?} {}", mark.text());
        Some(Self { mark, fingerprint: format!("{:032x}", xxh3_128(known.as_bytes())) })
    }

    /// What the last build said, and how many files it left, when this one would write nothing.
    pub fn said_before(&self, root: &Path, output: &Path) -> Option<(RememberedBuild, usize)> {
        let folder = Some(root.join(cache::FOLDER)).filter(|folder| source::disk::is_folder(folder))?;
        let text = source::disk::cache(&folder.join(BUILT))?;
        let said: RememberedBuild = serde_json::from_str(&text).ok()?;
        let said = Some(said).filter(|said| said.fingerprint == self.fingerprint)?;
        let files = unchanged::files(output, said.manifest)?;
        Some((said, files))
    }

    /// Asked before any file is read: whether a file that is changed from now on will be known by its time. A site that
    /// was never built has no folder in which the disk could be asked for the time, and gets none before it is in order.
    pub fn can_be_remembered(&self, root: &Path) -> bool {
        let folder = Some(root.join(cache::FOLDER)).filter(|folder| source::disk::is_folder(folder));
        let now = folder.and_then(|folder| cache::touch(&folder).ok());
        now.is_some_and(|now| self.mark.is_older_than(now))
    }

    /// Remembers what the run said. A cache that cannot be written costs time and nothing else.
    pub fn remember(
        self,
        root: &Path,
        output: &Path,
        printed: [String; 2],
        rows: Vec<SummaryRow>,
        counted: String,
    ) {
        let Some(manifest) = unchanged::stamp(output) else { return };
        let said = RememberedBuild { fingerprint: self.fingerprint, manifest, printed, rows, counted };
        if let Ok(text) = serde_json::to_string(&said) {
            let _ = cached::write(root, BUILT, &text);
        }
    }
}

/// Makes room for the next build to be remembered. Where that cannot be, it costs time and nothing else.
pub(super) fn prepare(root: &Path) {
    let _ = cache::prepare(&root.join(cache::FOLDER));
}

/// What tells this program from others, also from one of the same version that was built again.
fn program() -> Option<String> {
    let file = mark::of_file(&std::env::current_exe().ok()?)?;
    Some(format!("{} {file}", env!("CARGO_PKG_VERSION")))
}

/// Says what was said before.
pub(super) fn say(
    said: &RememberedBuild,
    files: usize,
    output: &Path,
    started: Instant,
) -> Result<(), Box<dyn Error>> {
    site::show(&said.printed)?;
    let written = WrittenFiles { unchanged: files, ..WrittenFiles::default() };
    terminal::summary(said.rows.clone(), Some((&written, output)), &said.counted, started.elapsed());
    Ok(())
}
