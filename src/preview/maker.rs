//! Makes one site after the other, and keeps what the next one can use.

use super::prints::Prints;
use super::watch::Burst;
use crate::diagnostic::Checked;
use crate::document::highlight::Highlighter;
use crate::path::SourcePath;
use crate::site::memory::Memory;
use crate::site::{Options, Site};
use crate::source::{self, SourceTree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is kept from one site to the next.
pub struct Maker {
    root: PathBuf,
    listing: Checked<Arc<SourceTree>>,
    prints: Prints,
    memory: Memory,
}

impl Maker {
    /// Reads a whole site.
    pub fn new(root: &Path, options: Options, highlighter: &Highlighter) -> Self {
        let listing = shared(source::disk::read(root));
        let prints = Prints::of(&listing.value);
        let mut memory = Memory::load(listing.clone(), options, highlighter);
        memory.keep_good_pages();
        Self { root: root.to_owned(), listing, prints, memory }
    }

    /// The newest site.
    pub fn site(&self) -> &Arc<Site> {
        self.memory.site()
    }

    /// Takes a burst in, and gives the files that hold something else than before; `None` when nothing is new.
    pub fn update(
        &mut self,
        burst: &Burst,
        options: &Options,
        highlighter: &Highlighter,
    ) -> Option<BTreeSet<SourcePath>> {
        let mut files = burst.files.clone();
        let mut is_new = false;
        if burst.relist || !source::disk::is_as_listed(&self.root, &self.listing, &files) {
            let listing = shared(source::disk::read(&self.root));
            files.extend(self.listing.value.paths().chain(listing.value.paths()).cloned());
            is_new = listing.diagnostics != self.listing.diagnostics;
            self.listing = listing;
        }
        let changed = self.prints.changed(&files, &self.listing.value);
        if changed.is_empty() && !is_new {
            return None;
        }
        self.memory.judge_dates_as_on(options.today);
        self.memory.update(self.listing.clone(), &changed, highlighter);
        Some(changed)
    }
}

fn shared(listing: Checked<SourceTree>) -> Checked<Arc<SourceTree>> {
    Checked { value: Arc::new(listing.value), diagnostics: listing.diagnostics }
}
