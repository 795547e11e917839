//! The one reader of a site's files.
//!
//! It lists what lies below `content/`, `templates/` and `static/`, and `site.toml`. It never follows a
//! symbolic link, so nothing outside the root is read, and it leaves hidden files and editors' copies out.

#![expect(clippy::disallowed_methods, reason = "the one place that reads sources")]

use super::{Content, SourceTree, bundled};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use std::fs;
use std::io;
use std::path::Path;
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
        add(&mut found.value, &SourcePath::new("site.toml"), &root.join("site.toml"), metadata.len());
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
        let length = entry.metadata().map_or(0, |metadata| metadata.len());
        add(&mut found.value, &path, entry.path(), length);
    }
}

fn add(tree: &mut SourceTree, path: &SourcePath, on_disk: &Path, length: u64) {
    tree.add(path, Content::Disk { path: on_disk.to_owned(), length });
}

/// Hidden files, and the copies that editors leave beside a file.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.starts_with('#') || name.ends_with(".tmp")
}

fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(SourcePath::new(&parts?.join("/")))
}

fn skipped(path: &SourcePath, why: &str) -> Diagnostic {
    Diagnostic::new(&rules::SKIPPED_ENTRY, Place::file(path), format!("`{path}` was left out: {why}"))
        .help("put an ordinary file or folder in its place, or remove it")
}
