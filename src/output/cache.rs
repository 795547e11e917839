//! Files of `.cscare/`, which only save time: they may be deleted at any moment.

use super::{OutputFailure, disk, own};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

/// The program's own folder in the site's.
pub const FOLDER: &str = ".cscare";

/// The name of the file that [`touch`] makes.
pub(super) const TOUCHED: &str = "watched";

/// Makes the folder, unless it is there, so that git ignores it. The folder above has to be there.
///
/// # Errors
/// The path and what is in its place, or what the machine said.
pub fn prepare(folder: &Path) -> Result<(), OutputFailure> {
    own::make_folder(folder)?;
    let ignore = folder.join(".gitignore");
    // Git reads it too, and would wait for a pipe.
    if own::is_file(&ignore)? {
        return Ok(());
    }
    match disk::write_new(&ignore, b"*\n") {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        written => written.map_err(OutputFailure::io("write", &ignore)),
    }
}

/// Makes a file in the folder and removes it again, for somebody who watches whether that is told. Gives the time that it
/// had, after 1970: what the disk takes for now.
///
/// # Errors
/// The path and what the machine said.
pub fn touch(folder: &Path) -> Result<Duration, OutputFailure> {
    prepare(folder)?;
    remove(folder, TOUCHED);
    let path = folder.join(TOUCHED);
    disk::write_new(&path, b"").map_err(OutputFailure::io("write", &path))?;
    let made = fs::symlink_metadata(&path).and_then(|made| made.modified());
    remove(folder, TOUCHED);
    let made = made.map_err(OutputFailure::io("inspect", &path))?;
    Ok(made.duration_since(UNIX_EPOCH).unwrap_or_default())
}

/// Removes a cache; one that is not there needs no removing.
pub(super) fn remove(folder: &Path, name: &str) {
    let _ = fs::remove_file(folder.join(name));
}
