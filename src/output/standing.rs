//! What stands at a path of the output folder before anything is written there.
//!
//! Only looks; changes nothing. Symlinks are never followed: below the output folder they
//! count as foreign.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::failure::OutputFailure;
use crate::output::manifest::{ContentHash, Manifest};
use crate::output::paths::PathSet;
use crate::output::sharded::Sharded;
use crate::output::{disk, own};

/// What stands where a folder is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// A real folder, reached through real folders only.
    Folder,
    /// Nothing, or a file of the former build that will give way.
    Free,
    /// As `Free`, but a file of the former build must be removed first.
    FileOfOurs,
    /// Something foreign, at the first so many bytes of the path.
    Foreign(usize),
}

/// The folders looked at so far; each is looked at once.
pub struct Folders<'a> {
    root: &'a Path,
    manifest: &'a Manifest,
    known: &'a Sharded<FolderState>,
}

impl<'a> Folders<'a> {
    /// Looks at folders below `root`, remembering them in `known`.
    pub fn new(root: &'a Path, manifest: &'a Manifest, known: &'a Sharded<FolderState>) -> Self {
        Self { root, manifest, known }
    }

    /// What stands at `folder`; the empty path is the output folder itself.
    ///
    /// # Errors
    /// When it cannot be inspected.
    pub fn standing(&self, folder: &str) -> Result<FolderState, OutputFailure> {
        if folder.is_empty() {
            return Ok(FolderState::Folder);
        }
        if let Some(standing) = self.known.get(folder) {
            return Ok(standing);
        }
        let standing = match self.standing(disk::parent(folder))? {
            FolderState::Folder => self.look(folder)?,
            FolderState::Free | FolderState::FileOfOurs => FolderState::Free,
            foreign @ FolderState::Foreign(_) => foreign,
        };
        self.known.add(folder, standing);
        Ok(standing)
    }

    fn look(&self, folder: &str) -> Result<FolderState, OutputFailure> {
        let path = self.root.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(meta) if meta.is_dir() => Ok(FolderState::Folder),
            Ok(meta) if meta.is_file() && self.manifest.contains(folder) => Ok(FolderState::FileOfOurs),
            Ok(_) => Ok(FolderState::Foreign(folder.len())),
            Err(error) if own::is_absence(&error) => Ok(FolderState::Free),
            Err(error) => Err(OutputFailure::io("inspect", &path)(error)),
        }
    }

    /// The foreign thing among the folders above `path`, if there is one.
    ///
    /// # Errors
    /// When a folder cannot be inspected.
    pub fn foreign_above(&self, path: &str) -> Result<Option<PathBuf>, OutputFailure> {
        let folder = disk::parent(path);
        Ok(match self.standing(folder)? {
            FolderState::Foreign(length) => Some(self.root.join(&folder[..length])),
            _ => None,
        })
    }
}

/// What has to happen so that a path holds the wanted content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathVerdict {
    /// It does already.
    Keep,
    /// There is nothing yet.
    Create,
    /// A file of the former build gives way.
    Replace,
    /// A folder is in the way, which may hold only files of the former build.
    ReplaceFolder,
    /// Something foreign, at this path, is in the way.
    Foreign(PathBuf),
    /// A file of the former build was changed by somebody since.
    Edited(PathBuf),
}

/// Whether bytes are the wanted content.
pub type IsWanted<'c> = dyn Fn(&[u8]) -> io::Result<bool> + 'c;

/// Looks at `path` and judges what its wanted content needs; `is_wanted` compares bytes with it. A file of the former
/// build that was touched since is read; otherwise its length must do.
///
/// # Errors
/// When something cannot be inspected or read.
pub fn judge(
    folders: &Folders<'_>,
    path: &str,
    (content, is_wanted): (ContentHash, &IsWanted<'_>),
) -> Result<PathVerdict, OutputFailure> {
    if let Some(foreign) = folders.foreign_above(path)? {
        return Ok(PathVerdict::Foreign(foreign));
    }
    let target = folders.root.join(path);
    let meta = match fs::symlink_metadata(&target) {
        Ok(meta) => meta,
        Err(error) if own::is_absence(&error) => return Ok(PathVerdict::Create),
        Err(error) => return Err(OutputFailure::io("inspect", &target)(error)),
    };
    if meta.is_dir() {
        return Ok(PathVerdict::ReplaceFolder);
    }
    if !meta.is_file() {
        return Ok(PathVerdict::Foreign(target));
    }
    let same_length = meta.len() == content.length;
    let holds_bytes = || -> Result<bool, OutputFailure> {
        fs::read(&target).and_then(|held| is_wanted(&held)).map_err(OutputFailure::io("read", &target))
    };
    let Some(former) = folders.manifest.get(path) else {
        let is_there = same_length && holds_bytes()?;
        return Ok(if is_there { PathVerdict::Keep } else { PathVerdict::Foreign(target) });
    };
    if is_edited(folders.manifest, (&target, &meta), former)? {
        let is_there = same_length && holds_bytes()?;
        return Ok(if is_there { PathVerdict::Keep } else { PathVerdict::Edited(target) });
    }
    Ok(if former == content { PathVerdict::Keep } else { PathVerdict::Replace })
}

/// Whether a file of the former build holds something else than was written. It is read only where its time says that it
/// was touched since, which copying a site does too.
///
/// # Errors
/// When it cannot be read.
pub fn is_edited(
    manifest: &Manifest,
    (target, meta): (&Path, &fs::Metadata),
    former: ContentHash,
) -> Result<bool, OutputFailure> {
    if meta.len() != former.length {
        return Ok(true);
    }
    if !manifest.is_older_than(meta) {
        return Ok(false);
    }
    let held = fs::read(target).map_err(OutputFailure::io("read", target))?;
    Ok(ContentHash::of(&held) != former)
}

/// The file of the former build at `path`, if somebody changed it since.
///
/// # Errors
/// When it cannot be inspected or read.
pub fn edited(root: &Path, manifest: &Manifest, path: &str) -> Result<Option<PathBuf>, OutputFailure> {
    let target = root.join(path);
    let meta = match fs::symlink_metadata(&target) {
        Ok(meta) => meta,
        Err(error) if own::is_absence(&error) => return Ok(None),
        Err(error) => return Err(OutputFailure::io("inspect", &target)(error)),
    };
    let Some(former) = manifest.get(path).filter(|_| meta.is_file()) else { return Ok(None) };
    Ok(is_edited(manifest, (&target, &meta), former)?.then_some(target))
}

/// Collects into `found` what is foreign in the folder at `path` inside `root`. A folder in
/// which the former build wrote nothing (it is not in `former_folders`) is foreign too.
///
/// # Errors
/// When a folder cannot be listed.
pub fn find_foreign(
    root: &Path,
    path: &str,
    (manifest, former_folders): (&Manifest, &PathSet<&str>),
    found: &mut Vec<PathBuf>,
) -> Result<(), OutputFailure> {
    let folder = root.join(path);
    if !former_folders.contains(path) {
        found.push(folder);
        return Ok(());
    }
    for (name, kind) in list(&folder).map_err(OutputFailure::io("list", &folder))? {
        let inner = name.to_str().map(|name| format!("{path}/{name}"));
        match inner {
            Some(inner) if kind.is_dir() => {
                find_foreign(root, &inner, (manifest, former_folders), found)?;
            }
            Some(inner) if kind.is_file() && manifest.contains(&inner) => {}
            _ => found.push(folder.join(name)),
        }
    }
    Ok(())
}

fn list(folder: &Path) -> io::Result<Vec<(std::ffi::OsString, fs::FileType)>> {
    fs::read_dir(folder)?
        .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))))
        .collect()
}
