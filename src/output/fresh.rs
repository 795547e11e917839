//! Files that a person goes on with, written once: whatever stands in their place already is left as it is.
//!
//! This is no part of a build: nothing is staged, and nothing is ever replaced or removed.

use super::disk;
use super::failure::OutputFailure;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where, below a folder, with `/` between its parts.
    pub path: String,
    /// What it will hold.
    pub text: String,
}

impl NewFile {
    /// A file with this text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FreshOutcome {
    /// It is new.
    Written,
    /// It was there with just this text.
    Same,
    /// Something else is in its place and stays.
    Kept,
}

/// Writes files below `root`, in their order, and says what became of each. The folder is made if need be.
///
/// # Errors
/// A file that cannot be written; those before it stay. A folder among the files' that is a symbolic link is no
/// folder to write to, as it may lead out of `root`.
pub fn write(root: &Path, files: &[NewFile]) -> Result<Vec<FreshOutcome>, OutputFailure> {
    fs::create_dir_all(root).map_err(OutputFailure::io("create", root))?;
    files.iter().map(|file| write_one(root, file)).collect()
}

fn write_one(root: &Path, file: &NewFile) -> Result<FreshOutcome, OutputFailure> {
    disk::check_path(&file.path)?;
    make_folders(root, &file.path)?;
    let path = root.join(&file.path);
    match disk::write_new(&path, file.text.as_bytes()) {
        Ok(()) => Ok(FreshOutcome::Written),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(compare(&path, &file.text)),
        Err(error) => {
            // Nothing stood there, so what is there now is the half that could be written.
            let _ = disk::remove_file(&path);
            Err(OutputFailure::io("write", &path)(error))
        }
    }
}

fn compare(path: &Path, text: &str) -> FreshOutcome {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    match is_file && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        true => FreshOutcome::Same,
        false => FreshOutcome::Kept,
    }
}

fn make_folders(root: &Path, path: &str) -> Result<(), OutputFailure> {
    let mut folders: Vec<&str> = disk::folders_above(path).collect();
    folders.reverse();
    for folder in folders {
        let folder: PathBuf = root.join(folder);
        disk::make_folder(&folder).map_err(OutputFailure::io("create", &folder))?;
        if !fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_dir()) {
            let error = io::Error::new(ErrorKind::NotADirectory, "it is no folder, or a link to one");
            return Err(OutputFailure::io("write into", &folder)(error));
        }
    }
    Ok(())
}
