//! The few file-system actions the writer is built from.
//!
//! Holds no state and takes no decisions: what to write, move or remove is decided elsewhere.
//! Nothing here waits for the disk (no fsync): the promise covers a killed process, not a
//! power loss.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::output::failure::OutputFailure;
use crate::output::own;
use crate::path;
pub use crate::path::{RESERVED_PREFIX, folders_above};

/// Checks that `path` is a plain relative path: `/`-separated names, none of them empty, `.`,
/// `..`, too long or reserved.
///
/// # Errors
/// [`OutputFailure::BadPath`] with the first rule broken.
pub fn check_path(path: &str) -> Result<(), OutputFailure> {
    let broken = path::unwritable(path);
    broken.map_or(Ok(()), |reason| Err(OutputFailure::BadPath { path: path.to_owned(), reason }))
}

/// The folder part of a checked path; empty for a path at the top.
pub fn parent(path: &str) -> &str {
    path::folder(path).unwrap_or("")
}

/// How deep a checked path lies; 0 at the top.
pub fn depth(path: &str) -> usize {
    path.bytes().filter(|&byte| byte == b'/').count()
}

/// Finds the real output folder: follows `output` when it is itself a symlink to a folder.
///
/// # Errors
/// When it is a symlink to nowhere, is not a folder, or cannot be inspected.
pub fn resolve(output: &Path) -> Result<PathBuf, OutputFailure> {
    let plain: PathBuf = output.components().collect();
    let resolved = match fs::symlink_metadata(&plain) {
        Ok(meta) if meta.is_symlink() || plain.file_name().is_none() => {
            fs::canonicalize(&plain).map_err(OutputFailure::io("follow", output))?
        }
        Ok(_) => plain,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(plain),
        Err(error) => return Err(OutputFailure::io("inspect", output)(error)),
    };
    if resolved.file_name().is_some() && resolved.is_dir() {
        Ok(resolved)
    } else {
        let error = ErrorKind::NotADirectory.into();
        Err(OutputFailure::io("publish into", output)(error))
    }
}

/// The path of a hidden sibling `.<name>.cscare-<suffix>` of the output folder.
pub fn beside(root: &Path, suffix: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(root.file_name().unwrap_or_default());
    name.push(RESERVED_PREFIX);
    name.push(suffix);
    root.with_file_name(name)
}

/// Writes a file that must not exist yet.
///
/// # Errors
/// Whatever the operating system says.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_new(path)?.write_all(bytes)
}

/// Creates a file that must not exist yet.
///
/// # Errors
/// Whatever the operating system says.
pub fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Creates a folder, or leaves the one that is there.
///
/// # Errors
/// Whatever the operating system says; a file in the way is only noticed by the next step.
pub fn make_folder(path: &Path) -> io::Result<()> {
    or_if(fs::create_dir(path), ErrorKind::AlreadyExists)
}

/// Whether anything at all, a symlink to nowhere included, has this path.
///
/// # Errors
/// Whatever the operating system says, other than that there is nothing.
pub fn exists(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if own::is_absence(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes a file; a file that is not there is fine.
///
/// # Errors
/// Whatever else the operating system says.
pub fn remove_file(path: &Path) -> io::Result<()> {
    or_if(fs::remove_file(path), ErrorKind::NotFound)
}

/// Removes a folder and all in it, on all cores; a folder that is not there is fine. No symlink is followed, not even
/// one that stands in the folder's own place.
///
/// # Errors
/// When it is no real folder, or whatever else the operating system says.
pub fn remove_tree(path: &Path) -> Result<(), OutputFailure> {
    if !own::is_folder(path)? {
        return Ok(());
    }
    remove_folder(path).map_err(OutputFailure::io("remove", path))
}

/// Removes all that is in a folder but for one name. No symlink is followed.
///
/// # Errors
/// When it is no real folder, or whatever else the operating system says.
pub fn empty_but(path: &Path, kept: &str) -> Result<(), OutputFailure> {
    if !own::is_folder(path)? {
        return Ok(());
    }
    remove_entries(path, kept).map_err(OutputFailure::io("remove", path))
}

fn remove_folder(path: &Path) -> io::Result<()> {
    remove_entries(path, "")?;
    fs::remove_dir(path)
}

fn remove_entries(path: &Path, kept: &str) -> io::Result<()> {
    let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.retain(|entry| entry.file_name() != *kept);
    entries.par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())
        } else {
            fs::remove_file(entry.path())
        }
    })
}

fn or_if(result: io::Result<()>, fine: ErrorKind) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == fine => Ok(()),
        other => other,
    }
}
