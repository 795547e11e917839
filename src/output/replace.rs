//! The one way in which the program changes a file of the author: as a whole, or not at all.
//!
//! The new text is written in a folder below `.cscare/` and moved into place, so that a run that is killed leaves the old
//! file or the new one, and nothing beside it. The file keeps its owner, permissions and attributes.

use super::workroom::{Purpose, Workroom};
use super::{OutputFailure, disk, kept, own};
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What became of a file that was to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplaceOutcome {
    /// It holds the new text.
    Written,
    /// It holds something else by now, or is no ordinary file any more, and is as it was.
    Changed,
    /// It is as it was: under its other names, which are hard links, the old text would stay.
    OtherNames,
    /// It is as it was: it belongs to somebody else, and would belong to whoever runs this.
    OtherOwner,
}

/// Puts `after` in the place of the file `name` of the site that holds `before`.
///
/// # Errors
/// The path and what the machine said; the file is then as it was.
pub fn replace(
    site: &Path,
    name: &str,
    before: &[u8],
    after: &[u8],
) -> Result<ReplaceOutcome, OutputFailure> {
    let path = site.join(name);
    let room = Workroom::take(site, Purpose::Rewrite)?;
    let former = fs::symlink_metadata(&path).map_err(OutputFailure::io("read", &path))?;
    if !former.is_file() || own::read(&path)?.is_none_or(|held| held != before) {
        return Ok(ReplaceOutcome::Changed);
    }
    put(&room, &path, Some(&former), after)
}

/// Writes the file `name` of the site, unless it holds the text already; whether it did not.
///
/// # Errors
/// The path and what the machine said, or what stands in its place; that is then as it was.
pub fn write(site: &Path, name: &str, text: &str) -> Result<bool, OutputFailure> {
    let path = site.join(name);
    if own::read(&path)?.is_some_and(|former| former == text.as_bytes()) {
        return Ok(false);
    }
    let room = Workroom::take(site, Purpose::Rewrite)?;
    let former = fs::symlink_metadata(&path).ok();
    let refused = |why: &str| OutputFailure::io("write", &path)(io::Error::other(why));
    match put(&room, &path, former.as_ref(), text.as_bytes())? {
        ReplaceOutcome::Written | ReplaceOutcome::Changed => Ok(true),
        ReplaceOutcome::OtherNames => {
            Err(refused("it has another name, a hard link, which would keep the old text"))
        }
        ReplaceOutcome::OtherOwner => Err(refused("it belongs to somebody else")),
    }
}

fn put(
    room: &Workroom,
    path: &Path,
    former: Option<&Metadata>,
    bytes: &[u8],
) -> Result<ReplaceOutcome, OutputFailure> {
    if former.is_some_and(|former| !kept::has_one_name(former)) {
        return Ok(ReplaceOutcome::OtherNames);
    }
    if former.is_some_and(|former| former.permissions().readonly()) {
        return Err(OutputFailure::io("write", path)(ErrorKind::PermissionDenied.into()));
    }
    match put_from(&room.path("part"), path, former, bytes) {
        // Its folder is a mount of its own.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let part = beside(path);
            disk::remove_file(&part).and_then(|()| put_from(&part, path, former, bytes))
        }
        done => done,
    }
    .map_err(OutputFailure::io("write", path))
}

fn put_from(part: &Path, path: &Path, former: Option<&Metadata>, bytes: &[u8]) -> io::Result<ReplaceOutcome> {
    let moved = disk::write_new(part, bytes).and_then(|()| {
        match former.map_or(Ok(()), |former| kept::keep(path, former, part)) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(ReplaceOutcome::OtherOwner),
            kept => kept.and_then(|()| fs::rename(part, path)).map(|()| ReplaceOutcome::Written),
        }
    });
    if !matches!(moved, Ok(ReplaceOutcome::Written)) {
        let _ = disk::remove_file(part);
    }
    moved
}

/// A name beside the file that is passed over when sources are listed.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.cscare.tmp"))
}
