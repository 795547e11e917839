//! Takes away what the program made: its caches, and the files that a manifest lists.

use super::disk;
use super::failure::OutputFailure;
use super::manifest::{self, Manifest};
use super::staging::Staging;
use std::fs;
use std::path::Path;

/// Removes the files that the last build wrote into `output`, the manifest, and the folders that are empty then. Gives
/// how many files there were; `None` when there is no manifest, so that nothing is known to be the program's.
///
/// # Errors
/// [`OutputFailure::Busy`] when a build is writing there, [`OutputFailure::Unreadable`] when the manifest makes no sense, or I/O.
pub fn site(output: &Path) -> Result<Option<usize>, OutputFailure> {
    let manifest = output.join(manifest::FILE_NAME);
    if !disk::exists(&manifest).map_err(OutputFailure::io("inspect", &manifest))? {
        return Ok(None);
    }
    // A site without files: the writer knows how to get there from any state.
    let written = Staging::open(output)?.commit()?;
    let left = Manifest::read(output)?;
    if left.lists_exactly(0) {
        disk::remove_file(&manifest).map_err(OutputFailure::io("remove", &manifest))?;
        // What the program did not write keeps the folder.
        let _ = fs::remove_dir(output);
    }
    Ok(Some(written.removed))
}

/// Removes a folder of caches with all that is in it; whether it was there.
///
/// # Errors
/// When something in it cannot be removed.
pub fn caches(folder: &Path) -> Result<bool, OutputFailure> {
    // Of a link only the link is the program's to remove, and it did not make that either.
    if !fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir()) {
        return Ok(false);
    }
    disk::remove_tree(folder)?;
    Ok(true)
}
