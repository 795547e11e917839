//! From what was staged to what has to happen: the checks over the whole site, and the journal.
//!
//! Looks at the former site where it must, but changes nothing.

use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::output::FileChange;
use crate::output::WrittenFiles;
use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::journal::{Journal, StagedPlace};
use crate::output::manifest::{self, ContentHash, Manifest};
use crate::output::paths::PathSet;
use crate::output::standing::{self, FolderState, Folders};

/// One file of the new site.
#[derive(Clone, Copy)]
pub struct PlannedFile {
    /// What it will hold.
    pub content: ContentHash,
    /// How that differs from the former site.
    pub change: FileChange,
    /// What the commit has to do for it.
    pub step: CommitStep,
}

/// What the commit has to do for one file; the number is that of the staged file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CommitStep {
    /// Nothing.
    Keep,
    /// Move it where there is nothing.
    Create(u64),
    /// Move it over the former file.
    Replace(u64),
    /// Move it where a folder of the former site was.
    ReplaceFolder(u64),
}

/// All files of the new site, sorted by path, and the former site's manifest.
pub struct CommitPlan<'a> {
    files: &'a [(Box<str>, PlannedFile)],
    former: &'a Manifest,
    /// Every folder the new site has.
    folders: PathSet<&'a str>,
    /// The former site's files that the new one lacks, sorted.
    removed: Vec<&'a str>,
}

impl<'a> CommitPlan<'a> {
    /// Puts the plan together.
    ///
    /// # Errors
    /// [`OutputFailure::BadPath`] when a file's path is also a folder's.
    pub fn new(files: &'a [(Box<str>, PlannedFile)], former: &'a Manifest) -> Result<Self, OutputFailure> {
        let folders = folders_of(files.iter().map(|(path, _)| path.as_ref()));
        let clash = files.iter().find(|(path, _)| folders.contains(path.as_ref()));
        if let Some((path, _)) = clash {
            return Err(OutputFailure::BadPath {
                path: path.to_string(),
                reason: "is both a file and a folder",
            });
        }
        let goes = |path: &&str| {
            let found = files.binary_search_by(|(file, _)| file.as_ref().cmp(path));
            found.is_err()
        };
        let mut removed: Vec<_> = former.paths().filter(goes).collect();
        removed.sort_unstable();
        Ok(Self { files, former, folders, removed })
    }

    /// What the commit will amount to.
    pub fn totals(&self) -> WrittenFiles {
        let mut totals = WrittenFiles { removed: self.removed.len(), ..WrittenFiles::default() };
        for (_, planned) in self.files {
            match planned.change {
                FileChange::New => totals.new += 1,
                FileChange::Changed => totals.changed += 1,
                FileChange::Unchanged => totals.unchanged += 1,
            }
            if planned.step != CommitStep::Keep {
                totals.bytes += planned.content.length;
            }
        }
        totals
    }

    /// The text of the new manifest.
    pub fn manifest(&self) -> String {
        let files = self.files.iter();
        manifest::render(files.map(|(path, planned)| (path.as_ref(), planned.content)))
    }

    /// Foreign things in folders that must give way to a file.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn foreign_in_folders(&self, root: &Path) -> Result<Vec<PathBuf>, OutputFailure> {
        let mut found = Vec::new();
        let in_the_way = |planned: &PlannedFile| matches!(planned.step, CommitStep::ReplaceFolder(_));
        if self.files.iter().any(|(_, planned)| in_the_way(planned)) {
            let former_folders = folders_of(self.former.paths());
            let former = (self.former, &former_folders);
            for (path, _) in self.files.iter().filter(|(_, planned)| in_the_way(planned)) {
                standing::find_foreign(root, path, former, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Files that the new site lacks, and that somebody changed.
    ///
    /// # Errors
    /// When one cannot be inspected.
    pub fn edited_among_removed(&self, root: &Path) -> Result<Vec<PathBuf>, OutputFailure> {
        let edited = self.removed.par_iter().map(|path| standing::edited(root, self.former, path));
        edited.filter_map(Result::transpose).collect()
    }

    /// The steps from the former site to the new one.
    ///
    /// # Errors
    /// When a folder cannot be inspected.
    pub fn journal(&self, standings: &Folders<'_>) -> Result<Journal, OutputFailure> {
        let mut journal = Journal {
            former: self.former.stamp(),
            removed: self.removed.iter().map(ToString::to_string).collect(),
            old_folders: self.old_folders(),
            ..Journal::default()
        };
        for (path, planned) in self.files {
            let (slot, replaces) = match planned.step {
                CommitStep::Keep => continue,
                CommitStep::Create(slot) => (slot, false),
                CommitStep::Replace(slot) => (slot, true),
                CommitStep::ReplaceFolder(slot) => {
                    journal.clear_first = true;
                    (slot, false)
                }
            };
            let path = path.to_string();
            journal.places.push(StagedPlace { slot, path, replaces });
        }
        Self::plan_folders(&mut journal, standings)?;
        Ok(journal)
    }

    /// Adds the folders that are still to be created.
    fn plan_folders(journal: &mut Journal, standings: &Folders<'_>) -> Result<(), OutputFailure> {
        for folder in folders_of(journal.places.iter().map(|place| place.path.as_str())) {
            match standings.standing(folder)? {
                FolderState::Folder | FolderState::Foreign(_) => continue,
                FolderState::FileOfOurs => journal.clear_first = true,
                FolderState::Free => {}
            }
            journal.new_folders.push(folder.to_owned());
        }
        let order = |folder: &String| (disk::depth(folder), folder.clone());
        journal.new_folders.sort_by_cached_key(order);
        Ok(())
    }

    /// The folders of the former site that have no place in the new one, the deepest first.
    fn old_folders(&self) -> Vec<String> {
        let mut folders: Vec<String> = folders_of(self.removed.iter().copied())
            .into_iter()
            .filter(|folder| !self.folders.contains(folder))
            .map(str::to_owned)
            .collect();
        folders.sort_by_cached_key(|folder| (std::cmp::Reverse(disk::depth(folder)), folder.clone()));
        folders
    }
}

/// Every folder above any of the paths.
fn folders_of<'a>(paths: impl Iterator<Item = &'a str>) -> PathSet<&'a str> {
    let mut folders = PathSet::default();
    folders.reserve(paths.size_hint().0);
    for path in paths {
        for folder in disk::folders_above(path) {
            if !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}
