//! What every source held when it was last looked at, so that a save without a change is none.

use crate::path::SourcePath;
use crate::source::SourceTree;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use std::collections::{BTreeSet, HashMap};

/// By file, a hash of what it held.
#[derive(Debug, Default)]
pub struct Prints(HashMap<SourcePath, u64>);

impl Prints {
    /// Looks at every file. A file that changes while it is looked at counts as changed the next time.
    #[must_use]
    pub fn of(sources: &SourceTree) -> Self {
        let mut prints = Self::default();
        let all = sources.paths().cloned().collect();
        prints.changed(&all, sources);
        prints
    }

    /// Looks again at some files, and gives those that hold something else than before.
    pub fn changed(&mut self, files: &BTreeSet<SourcePath>, sources: &SourceTree) -> BTreeSet<SourcePath> {
        let looked: Vec<(&SourcePath, Option<u64>)> =
            files.into_par_iter().map(|path| (path, sources.print(path))).collect();
        looked
            .into_iter()
            .filter(|(path, print)| self.note(path, *print))
            .map(|(path, _)| path.clone())
            .collect()
    }

    fn note(&mut self, path: &SourcePath, print: Option<u64>) -> bool {
        let before = match print {
            Some(print) => self.0.insert(path.clone(), print),
            None => self.0.remove(path),
        };
        before != print
    }
}
