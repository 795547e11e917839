//! The one way in which the program changes a file of the author: as a whole, or not at all.

use super::{Failure, disk};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Puts `after` in the place of a file that holds `before`, and keeps its permissions. `false`: it holds something
/// else by now, or is no ordinary file any more, and was left as it is.
///
/// # Errors
/// The path and what the machine said; the file is then as it was.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<bool, Failure> {
    let kept = fs::symlink_metadata(path).map_err(Failure::io("read", path))?;
    if !kept.is_file() || fs::read(path).map_err(Failure::io("read", path))? != before {
        return Ok(false);
    }
    if kept.permissions().readonly() {
        return Err(Failure::io("write", path)(ErrorKind::PermissionDenied.into()));
    }
    let part = part(path);
    let written = write(&part, after, kept.permissions()).and_then(|()| fs::rename(&part, path));
    if let Err(error) = written {
        let _ = disk::remove_file(&part);
        return Err(Failure::io("write", path)(error));
    }
    Ok(true)
}

fn write(part: &Path, bytes: &[u8], permissions: fs::Permissions) -> io::Result<()> {
    disk::write_new(part, bytes)?;
    fs::set_permissions(part, permissions)
}

/// A name beside the file that is passed over when sources are listed.
fn part(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}
