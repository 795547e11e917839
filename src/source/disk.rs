//! The one reader of a site's files.
//!
//! It lists what lies below `content/`, `templates/` and `static/`, `site.toml` and `evidence.lock`. It never follows a
//! symbolic link, so nothing outside the root is read, and it leaves out what `super::leftovers` knows.

#![expect(clippy::disallowed_methods, reason = "the one place that reads sources")]

use super::leftovers::{Unmeant, is_leftover, unmeant};
use super::mark::Stamp;
use super::{SourceBytes, SourceTree, bundled};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::xxh3_64;

/// The files at the root that are sources: the settings, and what `verify` found.
pub(super) const AT_THE_ROOT: [&str; 2] = ["site.toml", "evidence.lock"];

/// The folders that hold sources.
pub(super) const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// Why a symbolic link is left out.
const A_LINK: &str = "it is a symbolic link, and links are not followed";

/// Why a pipe, a socket or a device is left out: reading one may wait for ever.
const NO_FILE: &str = "it is no ordinary file";

/// Lists a site's files over the bundled theme.
///
/// # Errors
/// Diagnostics for entries that cannot be listed or are no ordinary files; the rest is still listed.
#[must_use]
pub fn read(root: &Path) -> Checked<SourceTree> {
    let mut found = Checked::clean(bundled::theme());
    for name in AT_THE_ROOT {
        let content = match fs::symlink_metadata(root.join(name)) {
            Ok(metadata) if metadata.is_file() => SourceBytes::Disk(root.join(name)),
            Ok(metadata) if metadata.is_symlink() => SourceBytes::Refused(A_LINK),
            Ok(metadata) if metadata.is_dir() => SourceBytes::Refused("it is a folder"),
            Ok(_) => SourceBytes::Refused(NO_FILE),
            Err(_) => continue,
        };
        found.value.add(&SourcePath::new(name), content);
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
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(Err(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // A file by itself would be asked for its length once more, and whether it has ended.
    file.take(length).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// As [`bytes_within`], of an ordinary file only; links are not followed.
pub(super) fn ordinary_bytes_within(path: &Path, limit: u64) -> io::Result<Result<Vec<u8>, u64>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    bytes_within(path, limit)
}

/// The largest file of which a change is known by its bytes; larger ones are known by length and time.
const LARGEST_HASHED: u64 = 1024 * 1024;

/// What a file holds, hashed.
pub(super) fn print(path: &Path) -> io::Result<u64> {
    let metadata = fs::symlink_metadata(path)?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if metadata.len() <= LARGEST_HASHED {
        return Ok(xxh3_64(&fs::read(path)?));
    }
    let since = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(xxh3_64(
        &[metadata.len().to_le_bytes(), since.as_nanos().to_le_bytes()[..8].try_into().unwrap_or_default()]
            .concat(),
    ))
}

/// Whether these files are there, or are not, as the listing says. One that covers a bundled file or lays it bare is
/// not, nor one that is or was left out.
#[must_use]
pub fn is_as_listed(root: &Path, listing: &Checked<Arc<SourceTree>>, files: &BTreeSet<SourcePath>) -> bool {
    let is_listed = |path| matches!(listing.value.files.get(path), Some(SourceBytes::Disk(_)));
    let was_left_out = listing.diagnostics.iter().any(|told| files.contains(&told.primary.place.file));
    !was_left_out
        && files.iter().all(|path| match fs::symlink_metadata(root.join(path.as_str())) {
            Ok(metadata) => metadata.is_file() && is_listed(path),
            Err(_) => !is_listed(path),
        })
}

/// The text of a file that the program itself keeps, such as a cache; `None` when it cannot be had. Links are not
/// followed.
#[must_use]
pub fn cache(path: &Path) -> Option<String> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    is_file.then(|| fs::read_to_string(path).ok()).flatten()
}

/// How many bytes of memory the program takes; `None` where the system does not tell in a file.
#[must_use]
pub fn size_of_program() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = resident.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// What a path that somebody typed leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedPath {
    /// Nothing that can be looked at.
    Nothing,
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// What stands at a path that somebody typed; here links are followed.
#[must_use]
pub fn typed(path: &Path) -> TypedPath {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => TypedPath::Folder,
        Ok(_) => TypedPath::File,
        Err(_) => TypedPath::Nothing,
    }
}

/// The bytes of a data file of a published site; `None` when there is no such file.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub fn data_file(path: &Path) -> Result<Option<Vec<u8>>, String> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(format!("`{}` cannot be read: {NO_FILE}", path.display()));
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("`{}` cannot be read: {error}", path.display())),
    }
}

/// Where files stand in the site, and on disk.
type DiskListing = Checked<Vec<(SourcePath, PathBuf)>>;

/// Adds what a folder holds; the folders directly below it are searched in parallel.
fn list(root: &Path, folder: &str, found: &mut Checked<SourceTree>) {
    let (mut below, mut here) = (Vec::new(), DiskListing::default());
    for entry in walk(&root.join(folder), 1) {
        match entry {
            Ok(entry) if entry.depth() == 1 && entry.file_type().is_dir() => below.push(entry.into_path()),
            entry => list_entry(root, folder, entry, &mut here),
        }
    }
    let search = |inner: &PathBuf| {
        let mut listing = DiskListing::default();
        walk(inner, usize::MAX).for_each(|entry| list_entry(root, folder, entry, &mut listing));
        listing
    };
    let listings: Vec<DiskListing> = below.par_iter().map(search).collect();
    for listing in listings.into_iter().chain([here]) {
        for (path, file) in listing.take(&mut found.diagnostics) {
            found.value.add(&path, SourceBytes::Disk(file));
        }
    }
}

fn list_entry(root: &Path, folder: &str, entry: walkdir::Result<DirEntry>, found: &mut DiskListing) {
    let entry = match entry {
        Ok(entry) if entry.file_type().is_dir() => return,
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().and_then(|path| source_path(root, path));
            let path = path.unwrap_or_else(|| SourcePath::new(folder));
            found.diagnostics.push(super::unreadable(&path, &error.to_string()));
            return;
        }
    };
    let listed = listed_path(root, entry.path()).or_else(|| source_path(root, entry.path()));
    let Some(path) = listed else {
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let shown = below.to_string_lossy().into_owned();
        found.diagnostics.push(skipped(&SourcePath::new(&shown), "its name is not UTF-8"));
        return;
    };
    if entry.file_type().is_symlink() {
        found.diagnostics.push(skipped(&path, A_LINK));
    } else if !entry.file_type().is_file() {
        found.diagnostics.push(skipped(&path, NO_FILE));
    } else if let Some(told) = kept_back(folder, &path, entry.path()) {
        found.diagnostics.push(told);
    } else {
        found.value.push((path, entry.into_path()));
    }
}

/// What is said of a file that is published with all of `static/`, and that nobody can have meant to publish.
fn kept_back(folder: &str, path: &SourcePath, whole: &Path) -> Option<Diagnostic> {
    if folder != "static" {
        return None;
    }
    let why = match unmeant(path.name())? {
        Unmeant::Copy => "its name is that of a copy or a trace that a program left",
        Unmeant::Backup => "its name is that of a backup",
        Unmeant::Key => "its name is that of a private key",
        Unmeant::MayBeKey if holds_key(whole) => "it holds a private key",
        Unmeant::MayBeKey => return None,
    };
    let help = "keep it outside of the site's folder; to publish it all the same, give it another name";
    Some(skipped(path, why).help(help))
}

/// Whether the first of a file is that of a private key.
fn holds_key(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(16 * 1024).read_to_end(&mut bytes));
    read.is_ok() && memchr::memmem::find(&bytes, b"PRIVATE KEY-----").is_some()
}

/// A folder and what it holds, so deep, in a fixed order, without what is passed over.
fn walk(folder: &Path, depth: usize) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    // Paths of one folder differ in nothing but their names, and are compared sooner than these are found in them.
    let by_path = |one: &DirEntry, other: &DirEntry| one.path().as_os_str().cmp(other.path().as_os_str());
    let walk = WalkDir::new(folder).max_depth(depth).sort_by(by_path).into_iter();
    walk.filter_entry(|entry| entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy()))
}

/// Whether something at this path would be listed, or searched if it is a folder.
#[must_use]
pub fn is_source(path: &SourcePath) -> bool {
    let mut parts = path.as_str().split('/');
    let first = parts.next().unwrap_or_default();
    AT_THE_ROOT.contains(&path.as_str()) || FOLDERS.contains(&first) && !parts.any(is_leftover)
}

/// Where something on disk stands in the site; `None` when that is outside the root, or is not UTF-8.
#[must_use]
pub fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let relative = path.strip_prefix(root).ok()?.to_str()?;
    Some(match MAIN_SEPARATOR {
        '/' => SourcePath::new(relative),
        other => SourcePath::new(&relative.replace(other, "/")),
    })
}

/// The same of something that was listed there, and so begins with the root as it is written.
fn listed_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let bytes = path.as_os_str().as_encoded_bytes();
    let rest = bytes.strip_prefix(root.as_os_str().as_encoded_bytes())?.strip_prefix(b"/")?;
    Some(SourcePath::new(str::from_utf8(rest).ok()?))
}

/// The folders at the root that hold sources.
#[must_use]
pub fn folders(root: &Path) -> Vec<PathBuf> {
    FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| is_folder(folder)).collect()
}

/// The folders directly below one that may hold sources; none when it cannot be listed.
#[must_use]
pub fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter(|entry| !is_leftover(&entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .collect()
}

/// Whether a folder stands there itself, not a link to one.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// The path without links in it, as the system names it; as given when there is nothing.
#[must_use]
pub fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What stands where a file is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// No file.
    Absent,
    /// A file of no bytes.
    Empty,
    /// A file of some bytes, or something else that is no folder.
    Full,
}

/// What stands at the path of a source.
#[must_use]
pub fn standing(root: &Path, path: &SourcePath) -> FileState {
    match fs::symlink_metadata(root.join(path.as_str())) {
        Ok(metadata) if metadata.is_dir() => FileState::Absent,
        Ok(metadata) if metadata.is_file() && metadata.len() == 0 => FileState::Empty,
        Ok(_) => FileState::Full,
        Err(_) => FileState::Absent,
    }
}

/// The stamps of everything that is a source or stands in the place of one. What cannot be listed is left out.
#[must_use]
pub fn stamps(root: &Path) -> BTreeMap<SourcePath, Stamp> {
    let mut stamps = BTreeMap::new();
    for name in FOLDERS.into_iter().chain(AT_THE_ROOT) {
        match fs::symlink_metadata(root.join(name)) {
            Ok(metadata) if !metadata.is_dir() => {
                stamps.insert(SourcePath::new(name), Stamp::of(&metadata));
            }
            _ => {}
        }
    }
    let entries = folders(root).into_iter().flat_map(|folder| walk(&folder, usize::MAX).collect::<Vec<_>>());
    for entry in entries.flatten().filter(|entry| !entry.file_type().is_dir()) {
        if let (Some(path), Ok(metadata)) = (source_path(root, entry.path()), entry.metadata()) {
            stamps.insert(path, Stamp::of(&metadata));
        }
    }
    stamps
}

fn skipped(path: &SourcePath, why: &str) -> Diagnostic {
    Diagnostic::new(&rules::SKIPPED_ENTRY, Place::file(path), format!("`{path}` was left out: {why}"))
        .help("put an ordinary file or folder in its place, or remove it")
}

#[cfg(test)]
mod tests {
    use super::is_source;
    use crate::path::SourcePath;

    #[test]
    fn sources_lie_in_their_folders() {
        for path in [
            "site.toml",
            "evidence.lock",
            "content",
            "content/a/x.md",
            "templates/x.html",
            "static/node_modules/x.js",
        ] {
            assert!(is_source(&SourcePath::new(path)), "{path}");
        }
        for path in
            ["", "README.md", "public/x.md", ".cscare/x", "content/.git/x", "content/x.md~", "contents/x.md"]
        {
            assert!(!is_source(&SourcePath::new(path)), "{path}");
        }
    }
}
