//! The one reader of a site's files.
//!
//! It lists what lies below `content/`, `templates/` and `static/`, and `site.toml`. It never follows a
//! symbolic link, so nothing outside the root is read, and it leaves hidden files and editors' copies out.

#![expect(clippy::disallowed_methods, reason = "the one place that reads sources")]

use super::{Content, SourceTree, bundled};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path};
use walkdir::{DirEntry, WalkDir};

/// The folders that hold sources.
const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// Why a symbolic link is left out.
const A_LINK: &str = "it is a symbolic link, and links are not followed";

/// Lists a site's files over the bundled theme.
///
/// # Errors
/// Diagnostics for entries that cannot be listed or are no ordinary files; the rest is still listed.
#[must_use]
pub fn read(root: &Path) -> Checked<SourceTree> {
    let mut found = Checked::clean(bundled::theme());
    if let Ok(metadata) = fs::symlink_metadata(root.join("site.toml"))
        && metadata.is_file()
    {
        found.value.add(&SourcePath::new("site.toml"), Content::Disk(root.join("site.toml")));
    }
    for folder in FOLDERS {
        match fs::symlink_metadata(root.join(folder)) {
            Ok(metadata) if metadata.is_dir() => list(root, folder, &mut found),
            Ok(metadata) => {
                let why = if metadata.is_symlink() { A_LINK } else { "it is no folder" };
                found.diagnostics.push(skipped(&SourcePath::new(folder), why));
            }
            Err(_) => {}
        }
    }
    found
}

/// The bytes of one file.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// The bytes of one file, or its length when that is above `limit`.
pub(super) fn bytes_within(path: &Path, limit: u64) -> io::Result<Result<Vec<u8>, u64>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(Err(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// The text of a file that the program itself keeps, such as a cache; `None` when it cannot be had.
#[must_use]
pub fn cache(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

fn list(root: &Path, folder: &str, found: &mut Checked<SourceTree>) {
    let walk = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => list_entry(root, &entry, found),
            Err(error) => {
                let path = error.path().and_then(|path| source_path(root, path));
                let path = path.unwrap_or_else(|| SourcePath::new(folder));
                found.diagnostics.push(super::unreadable(&path, &error.to_string()));
            }
        }
    }
}

fn list_entry(root: &Path, entry: &DirEntry, found: &mut Checked<SourceTree>) {
    let Some(path) = source_path(root, entry.path()) else {
        let shown = entry.path().to_string_lossy().into_owned();
        found.diagnostics.push(skipped(&SourcePath::new(&shown), "its name is not UTF-8"));
        return;
    };
    if entry.file_type().is_symlink() {
        found.diagnostics.push(skipped(&path, A_LINK));
    } else if !entry.file_type().is_file() {
        found.diagnostics.push(skipped(&path, "it is no ordinary file"));
    } else {
        found.value.add(&path, Content::Disk(entry.path().to_owned()));
    }
}

/// Hidden files, and the copies that editors leave beside a file.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.starts_with('#') || name.ends_with(".tmp")
}

fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let relative = path.strip_prefix(root).ok()?.to_str()?;
    Some(match MAIN_SEPARATOR {
        '/' => SourcePath::new(relative),
        other => SourcePath::new(&relative.replace(other, "/")),
    })
}

fn skipped(path: &SourcePath, why: &str) -> Diagnostic {
    Diagnostic::new(&rules::SKIPPED_ENTRY, Place::file(path), format!("`{path}` was left out: {why}"))
        .help("put an ordinary file or folder in its place, or remove it")
}
