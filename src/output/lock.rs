//! The lock that keeps two builds out of one output folder.
//!
//! An advisory lock on a small file beside the output folder; it ends with the process,
//! however that ends. It does not keep out anything but builds of this program.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::own;

/// A held lock; dropping it removes the lock file, and the folders made for it if they are
/// still empty.
pub struct FolderLock {
    /// Kept open, as closing it ends the lock; `None` only while dropping.
    file: Option<File>,
    path: PathBuf,
    made: Vec<PathBuf>,
}

impl FolderLock {
    /// Takes the lock of the output folder `root`, creating the folders above it if need be.
    ///
    /// # Errors
    /// [`OutputFailure::Busy`] when another build holds it; I/O when it cannot be created.
    pub fn take(root: &Path) -> Result<Self, OutputFailure> {
        let above = root.parent().unwrap_or(Path::new(""));
        let made = missing_folders(above);
        fs::create_dir_all(above).map_err(OutputFailure::io("create", above))?;
        loop {
            let (file, path) = open(root)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(OutputFailure::Busy(root.to_path_buf())),
                Err(TryLockError::Error(error)) => return Err(OutputFailure::io("lock", &path)(error)),
            }
            // Its last holder may have removed the file between opening and locking it.
            if is_still_at(&file, &path).map_err(OutputFailure::io("inspect", &path))? {
                let file = Some(file);
                return Ok(Self { file, path, made });
            }
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody's newer lock file is taken away. A file
        // that cannot be removed does no harm; nor does a folder that is now in use.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        drop(self.file.take());
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Opens the lock file beside the output folder, or inside it when the folder above is not
/// ours to write in.
fn open(root: &Path) -> Result<(File, PathBuf), OutputFailure> {
    let [beside, inside] = places(root);
    own::is_file(&beside)?;
    let error = match create(&beside) {
        Ok(file) => return Ok((file, beside)),
        Err(error) => error,
    };
    let refused = matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    if !refused {
        return Err(OutputFailure::io("create", &beside)(error));
    }
    // Another person's lock file counts as well: reading is enough to lock it.
    if let Ok(file) = own::open(&beside, OpenOptions::new().read(true)) {
        return Ok((file, beside));
    }
    if !root.is_dir() {
        return Err(OutputFailure::io("create", root)(error));
    }
    own::is_file(&inside)?;
    let file = create(&inside).map_err(OutputFailure::io("create", &inside))?;
    Ok((file, inside))
}

/// Where the lock file of an output folder may be: beside it, or inside.
pub fn places(root: &Path) -> [PathBuf; 2] {
    [disk::beside(root, "lock"), root.join(format!("{}lock", disk::RESERVED_PREFIX))]
}

fn create(path: &Path) -> io::Result<File> {
    own::open(path, OpenOptions::new().write(true).create(true).truncate(false))
}

/// The folders `create_dir_all(above)` will make, the deepest first.
fn missing_folders(above: &Path) -> Vec<PathBuf> {
    above
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_path_buf)
        .collect()
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let ours = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(there) => Ok(there.ino() == ours.ino() && there.dev() == ours.dev()),
        Err(error) if own::is_absence(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where an inode cannot be told, the lock file is never removed and so always stays the same.
#[cfg(not(unix))]
fn is_still_at(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
