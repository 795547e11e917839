//! What the system tells: folders are watched, never single files, and each of its events becomes one of ours.

use super::TELLS_CLOSING;
use super::burst::{Gathering, Happened};
use super::remark::WatchRemark;
use crate::path::SourcePath;
use crate::source::disk;
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{ErrorKind, Event, EventHandler, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Whether each folder is watched by itself. Inotify knows no other way, and `notify`'s own walk would stop at
/// the first folder that may not be read or vanishes meanwhile.
const EACH_FOLDER: bool = TELLS_CLOSING;

/// The name of the file by which vim finds out whether it may write into a folder.
const VIMS_PROBE: &str = "4913";

/// The watched folders.
pub(super) struct Native {
    watcher: RecommendedWatcher,
    root: PathBuf,
    folders: BTreeSet<PathBuf>,
    /// Folders that are not there any more. The system tells so twice: by the folder, and by the one above.
    left: BTreeSet<PathBuf>,
}

impl Native {
    /// Watches the root itself and all folders that hold sources.
    pub(super) fn start(root: &Path, handler: impl EventHandler) -> Result<Self, WatchRemark> {
        let config = notify::Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(handler, config)?;
        let mut native =
            Self { watcher, root: root.to_owned(), folders: BTreeSet::new(), left: BTreeSet::new() };
        native.watcher.watch(root, RecursiveMode::NonRecursive)?;
        native.enter_all()?;
        Ok(native)
    }

    fn enter_all(&mut self) -> Result<(), WatchRemark> {
        self.folders.clear();
        for folder in disk::folders(&self.root) {
            if !EACH_FOLDER {
                self.watch(&folder, RecursiveMode::Recursive)?;
            }
            self.enter(folder)?;
        }
        Ok(())
    }

    /// Watches a folder and those below. Each is listed only after it is watched, so that none is missed.
    fn enter(&mut self, folder: PathBuf) -> Result<(), WatchRemark> {
        let mut left = vec![folder];
        while let Some(folder) = left.pop() {
            if !EACH_FOLDER || self.watch(&folder, RecursiveMode::NonRecursive)? {
                left.extend(disk::folders_in(&folder));
                self.left.remove(&folder);
                self.folders.insert(folder);
            }
        }
        Ok(())
    }

    /// Watches one folder. It may have vanished, or be closed to this user: then nothing in it is a source.
    pub(super) fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<bool, WatchRemark> {
        match self.watcher.watch(folder, mode) {
            Ok(()) => Ok(true),
            Err(error) => match &error.kind {
                ErrorKind::PathNotFound => Ok(false),
                ErrorKind::Io(io)
                    if matches!(
                        io.kind(),
                        io::ErrorKind::NotFound
                            | io::ErrorKind::PermissionDenied
                            | io::ErrorKind::NotADirectory
                    ) =>
                {
                    Ok(false)
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Watches a folder no more.
    pub(super) fn unwatch(&mut self, folder: &Path) {
        // It is not watched any more if it vanished, which is what is wanted.
        let _ = self.watcher.unwatch(folder);
    }

    /// Adds what the system told to what is gathered.
    ///
    /// # Errors
    /// Why the system will not tell of all changes from now on.
    pub(super) fn read(
        &mut self,
        event: &Event,
        now: Instant,
        gathering: &mut Gathering,
    ) -> Result<(), WatchRemark> {
        if event.need_rescan() {
            gathering.relist(now);
            return self.enter_all();
        }
        let Some(told) = told(event.kind) else { return Ok(()) };
        for path in &event.paths {
            if *path == self.root {
                if matches!(told, OsEvent::Away) {
                    return Err(WatchRemark::Moved);
                }
                continue;
            }
            let source = disk::source_path(&self.root, path).filter(disk::is_source);
            if let Some(source) = source.filter(|source| source.name() != VIMS_PROBE) {
                self.read_one(told, path, source, now, gathering)?;
            }
        }
        Ok(())
    }

    fn read_one(
        &mut self,
        told: OsEvent,
        path: &Path,
        source: SourcePath,
        now: Instant,
        gathering: &mut Gathering,
    ) -> Result<(), WatchRemark> {
        let happened = match told {
            OsEvent::Away if self.leave(path) => {
                gathering.relist(now);
                // Another may have taken its place meanwhile.
                return if disk::is_folder(path) { self.come(path) } else { Ok(()) };
            }
            OsEvent::Away if self.left.remove(path) => return Ok(()),
            OsEvent::Away => Happened::Vanished,
            OsEvent::Here(_) | OsEvent::Renamed if disk::is_folder(path) => {
                gathering.relist(now);
                return self.come(path);
            }
            OsEvent::Here(happened) => {
                self.left.remove(path);
                happened
            }
            OsEvent::Renamed if self.leave(path) => {
                gathering.relist(now);
                return Ok(());
            }
            OsEvent::Renamed => match disk::standing(&self.root, &source) {
                disk::FileState::Absent => Happened::Vanished,
                _ => Happened::Arrived,
            },
            OsEvent::To(_) if self.folders.contains(path) => return Ok(()),
            // It may be a folder that could not be listed before.
            OsEvent::To(Happened::Touched) if disk::is_folder(path) => {
                self.come(path)?;
                gathering.relist(now);
                return Ok(());
            }
            OsEvent::To(happened) => happened,
        };
        gathering.add(source, happened, now);
        Ok(())
    }

    /// A folder appeared. The answer of the watcher comes after it has read all that it told before, so that
    /// a folder that went and came again is watched anew.
    fn come(&mut self, folder: &Path) -> Result<(), WatchRemark> {
        if !EACH_FOLDER && folder.parent() == Some(&self.root) {
            self.watch(folder, RecursiveMode::Recursive)?;
        }
        self.enter(folder.to_owned())
    }

    /// Whether a folder was known there; from now on none is.
    fn leave(&mut self, path: &Path) -> bool {
        let was_known = self.folders.contains(path);
        if was_known {
            self.left.insert(path.to_owned());
            self.folders.retain(|folder| !folder.starts_with(path));
        }
        was_known
    }
}

/// What the system told of one path, which may be a file or a folder.
#[derive(Debug, Clone, Copy)]
enum OsEvent {
    /// It is there now, and was not.
    Here(Happened),
    /// It is not there any more.
    Away,
    /// Either, by a change of names.
    Renamed,
    /// It was there, and something happened to it.
    To(Happened),
}

/// What an event means; `None` when it does not count, as when a file is read.
fn told(kind: EventKind) -> Option<OsEvent> {
    Some(match kind {
        EventKind::Create(CreateKind::File | CreateKind::Folder | CreateKind::Any | CreateKind::Other) => {
            OsEvent::Here(Happened::Created)
        }
        EventKind::Remove(RemoveKind::File | RemoveKind::Folder | RemoveKind::Any | RemoveKind::Other)
        | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => OsEvent::Away,
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => OsEvent::Here(Happened::Arrived),
        // It comes after the two halves.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if TELLS_CLOSING => return None,
        EventKind::Modify(ModifyKind::Name(_)) => OsEvent::Renamed,
        EventKind::Modify(ModifyKind::Metadata(_)) => OsEvent::To(Happened::Touched),
        EventKind::Modify(_) | EventKind::Any => OsEvent::To(Happened::Written),
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => OsEvent::To(Happened::Closed),
        EventKind::Access(_) | EventKind::Other => return None,
    })
}

/// Whether an event is of use to anyone here; asked before it crosses to the watching thread.
pub(super) fn counts(event: &notify::Result<Event>) -> bool {
    event.as_ref().map_or(true, |event| event.need_rescan() || told(event.kind).is_some())
}
