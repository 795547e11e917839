//! Files of `.cscare/`, which only save time: they may be deleted at any moment.

use super::Failure;
use std::fs;
use std::path::Path;

/// Makes the folder, unless it is there, so that git ignores it. The folder above has to be there.
///
/// # Errors
/// The path and what the machine said.
pub fn prepare(folder: &Path) -> Result<(), Failure> {
    if let Err(error) = fs::create_dir(folder)
        && !folder.is_dir()
    {
        return Err(Failure::io("create", folder)(error));
    }
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n").map_err(Failure::io("write", &ignore))?;
    }
    Ok(())
}

/// Writes a cache as a whole, so that a reader finds the old text or the new one.
///
/// # Errors
/// The path and what the machine said.
pub fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    prepare(folder)?;
    let part = folder.join(format!("{name}.{}.tmp", std::process::id()));
    fs::write(&part, text).map_err(Failure::io("write", &part))?;
    let whole = folder.join(name);
    fs::rename(&part, &whole).map_err(Failure::io("write", &whole))
}

/// Removes a cache; one that is not there needs no removing.
pub fn remove(folder: &Path, name: &str) {
    let _ = fs::remove_file(folder.join(name));
}
