//! A folder below `.cscare/` that one run has to itself, for what is needed only until it ends.
//!
//! It is emptied when it is taken, so that whatever a killed run left there is gone then.

use super::lock::Lock;
use super::{Failure, cache, disk};
use std::fs;
use std::path::{Path, PathBuf};

/// A held folder; dropping it removes it.
pub struct Workroom {
    folder: PathBuf,
    _lock: Lock,
}

impl Workroom {
    /// Takes the folder `name` in the cache folder `cache`.
    ///
    /// # Errors
    /// [`Failure::Busy`] when another run holds it; I/O when it cannot be made.
    pub fn take(cache: &Path, name: &str) -> Result<Self, Failure> {
        cache::prepare(cache)?;
        let folder = cache.join(name);
        let lock = Lock::take(&folder)?;
        disk::remove_tree(&folder).map_err(Failure::io("empty", &folder))?;
        fs::create_dir(&folder).map_err(Failure::io("create", &folder))?;
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
