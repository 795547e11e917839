//! A folder below `.cscare/` that one run has to itself, for what is needed only until it ends.
//!
//! It is emptied when it is taken, and [`sweep`] removes what a killed run left.

use super::lock::{self, FolderLock};
use super::{OutputFailure, cache, disk, own};
use std::fs;
use std::path::{Path, PathBuf};

/// What a run needs a folder for. Each has its own, which one run at a time can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build what is published.
    Deploy,
    /// To write anew a file of the author's.
    Rewrite,
    /// To write anew a cache.
    Cache,
}

impl Purpose {
    const ALL: [Self; 3] = [Self::Deploy, Self::Rewrite, Self::Cache];

    fn folder(self) -> &'static str {
        match self {
            Self::Deploy => "deploy",
            Self::Rewrite => "rewrite",
            Self::Cache => "cache",
        }
    }

    /// Who holds it, as a person is told.
    fn holder(self) -> &'static str {
        match self {
            Self::Deploy => "`deploy`",
            Self::Rewrite => "`check --fix` or `verify`",
            Self::Cache => "command",
        }
    }
}

/// A held folder; dropping it removes it.
pub struct Workroom {
    folder: PathBuf,
    _lock: FolderLock,
}

impl Workroom {
    /// Takes the folder for a purpose in the site's folder `site`.
    ///
    /// # Errors
    /// [`OutputFailure::Occupied`] when another run holds it; [`OutputFailure::NotOwn`] when something else is in its place; I/O when it
    /// cannot be made.
    pub fn take(site: &Path, purpose: Purpose) -> Result<Self, OutputFailure> {
        let cache = site.join(cache::FOLDER);
        cache::prepare(&cache)?;
        let folder = cache.join(purpose.folder());
        let lock = FolderLock::take(&folder).map_err(|failure| match failure {
            OutputFailure::Busy(_) => {
                OutputFailure::Occupied { by: purpose.holder(), site: site.to_path_buf() }
            }
            other => other,
        })?;
        disk::remove_tree(&folder)?;
        fs::create_dir(&folder).map_err(OutputFailure::io("create", &folder))?;
        Ok(Self { folder, _lock: lock })
    }

    /// The path of something in it.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Workroom {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = disk::remove_tree(&self.folder);
    }
}

/// Removes what killed runs left in `.cscare/`. What a run holds stays, and so does what cannot be removed: whoever needs
/// the place says so.
///
/// # Errors
/// [`OutputFailure::NotOwn`] when something else stands in place of the folder itself.
pub fn sweep(site: &Path) -> Result<(), OutputFailure> {
    let cache = site.join(cache::FOLDER);
    if !own::is_folder(&cache)? {
        return Ok(());
    }
    cache::remove(&cache, cache::TOUCHED);
    for purpose in Purpose::ALL {
        let folder = cache.join(purpose.folder());
        let left = lock::places(&folder).into_iter().chain([folder]);
        if left.map(|path| disk::exists(&path)).any(|there| there.unwrap_or(false)) {
            drop(Workroom::take(site, purpose));
        }
    }
    Ok(())
}
