//! Caches of a site are written whole: a reader finds the old text or the new one.

use super::cache::FOLDER;
use super::workroom::{Purpose, Workroom};
use super::{OutputFailure, disk};
use std::fs;
use std::path::Path;

/// Writes a cache of a site as a whole, so that a reader finds the old text or the new one.
///
/// # Errors
/// The path and what the machine said; also when another run writes one just now.
pub fn write(site: &Path, name: &str, text: &str) -> Result<(), OutputFailure> {
    let room = Workroom::take(site, Purpose::Cache)?;
    let (part, whole) = (room.path(name), site.join(FOLDER).join(name));
    disk::write_new(&part, text.as_bytes()).map_err(OutputFailure::io("write", &part))?;
    fs::rename(&part, &whole).map_err(OutputFailure::io("write", &whole))
}
