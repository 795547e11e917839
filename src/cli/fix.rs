//! `check --fix`: makes the edits that are certain, and says what it changed.

use super::args::SiteArguments;
use super::site;
use super::terminal::{self, GREEN, PLAIN, counted_noun};
use crate::fix::{Mended, mend};
use crate::output::OutputFailure;
use crate::output::replace::{ReplaceOutcome, replace};
use crate::path::SourcePath;
use crate::report;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// Edits that meet each other take a round each; more than this do not wait for one another.
const ROUNDS: usize = 5;

/// Mends what can be mended for certain.
pub fn fix(root: &Path, arguments: &SiteArguments) -> Result<(), Box<dyn Error>> {
    let mut changed: BTreeMap<SourcePath, usize> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let site = site::load(root, arguments)?;
        let before = changed.values().sum::<usize>();
        for mended in mend(&report::locate(site.check(), &site.sources)) {
            if write(root, &mended)? {
                *changed.entry(mended.file).or_default() += mended.changes.len();
            }
        }
        if changed.values().sum::<usize>() == before {
            break;
        }
    }
    terminal::to_stderr(&summary(changed.values().sum(), changed.len()));
    Ok(())
}

/// Writes a file and tells its changes; whether it was written.
fn write(root: &Path, mended: &Mended) -> Result<bool, OutputFailure> {
    let (before, after) = (mended.before.as_bytes(), mended.after.as_bytes());
    let outcome = replace(root, mended.file.as_str(), before, after)?;
    let left = |why: &str| terminal::note(format!("`{}` is left as it is: {why}", mended.file));
    match outcome {
        ReplaceOutcome::Written => terminal::to_stderr(&told(mended)),
        ReplaceOutcome::Changed => left("it was changed meanwhile"),
        ReplaceOutcome::OtherNames => left(
            "it has another name, a hard link, which would keep the old text\n  mend it by hand, or remove the other name",
        ),
        ReplaceOutcome::OtherOwner => {
            left("it belongs to somebody else, and would belong to you then\n  mend it by hand");
        }
    }
    Ok(outcome == ReplaceOutcome::Written)
}

fn told(mended: &Mended) -> String {
    let mut text = String::new();
    for change in &mended.changes {
        let (before, after) = (change.before.escape_debug(), change.after.escape_debug());
        text.push_str(&format!("{}:{}: {before} → {after}\n", mended.file, change.line));
    }
    text
}

fn summary(places: usize, files: usize) -> String {
    if places == 0 {
        return "nothing can be fixed for certain\n\n".to_owned();
    }
    let (place, file) = (counted_noun(places, "place"), counted_noun(files, "file"));
    format!("{GREEN}fixed{PLAIN} {places} {place} in {files} {file}\n\n")
}
