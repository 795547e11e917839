//! Which files are different between what is published and what is going to be.

use crate::git::TreeListing;
use crate::output::listed::MANIFEST;

/// Files by what became of them, each list in order. Pages are named by their addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileChanges {
    /// New ones.
    pub added: Vec<String>,
    /// Those that hold something else.
    pub changed: Vec<String>,
    /// Those that are not made any more.
    pub removed: Vec<String>,
}

impl FileChanges {
    /// The pages that are different, and the other files. That the list of them all changed with them is not told.
    #[must_use]
    pub fn of(old: &TreeListing, new: &TreeListing) -> (Self, Self) {
        let (mut pages, mut others) = (Self::default(), Self::default());
        for (path, entry) in &new.files {
            let changes = if is_page(path) { &mut pages } else { &mut others };
            match old.files.get(path) {
                None => changes.added.push(address(path)),
                Some(former) if former.id != entry.id && path != MANIFEST => {
                    changes.changed.push(address(path));
                }
                Some(_) => {}
            }
        }
        for path in old.files.keys().filter(|path| !new.files.contains_key(*path)) {
            let changes = if is_page(path) { &mut pages } else { &mut others };
            changes.removed.push(address(path));
        }
        (pages, others)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.added.len() + self.changed.len() + self.removed.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
}

fn address(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{path}"),
    }
}
