//! One file of the author's site that a command was asked to write.

use super::Failure;
use std::fs;
use std::path::Path;

/// Writes a file as a whole, so that a reader finds the old text or the new one; whether it was another than before.
///
/// # Errors
/// The path and what the machine said. The former file is then as it was.
pub fn replace(folder: &Path, name: &str, text: &str) -> Result<bool, Failure> {
    let whole = folder.join(name);
    if fs::read(&whole).is_ok_and(|former| former == text.as_bytes()) {
        return Ok(false);
    }
    let part = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, &whole));
    written.map_err(|error| {
        // Nobody is left to tell of a second failure.
        let _ = fs::remove_file(&part);
        Failure::io("write", &whole)(error)
    })?;
    Ok(true)
}
