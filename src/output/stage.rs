//! The stage folder: where a build's files wait until it is known to have succeeded.
//!
//! Made when the first file is staged, so that a build without changes leaves no trace. For an
//! output folder that does not exist yet it is laid out as that folder, to be renamed whole;
//! otherwise it holds numbered files. Moving them into place is done by its sibling `settle`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::journal;
use crate::output::manifest;
use crate::output::own;
use crate::output::sharded::{Sharded, unpoisoned};

/// The stage folder's usual path, beside the output folder.
pub fn beside(root: &Path) -> PathBuf {
    disk::beside(root, "stage")
}

/// The stage folder's path where nothing can be moved between the output folder and its
/// neighbourhood: the folder above is read-only, or the output folder is a mount of its own.
pub fn inside(root: &Path) -> PathBuf {
    root.join(format!("{}stage", disk::RESERVED_PREFIX))
}

/// The file by which a stage folder is known to be the program's own.
const MARK: &str = ".cscare-stage";

/// Creates a stage folder with its mark.
fn create(path: &Path) -> Result<(), OutputFailure> {
    let made = fs::create_dir(path).and_then(|()| disk::write_new(&path.join(MARK), b""));
    made.map_err(OutputFailure::io("create", path))
}

/// Gives the mark to a folder that has a journal, which is to be removed.
///
/// # Errors
/// When it cannot be written.
pub fn mark(path: &Path) -> Result<(), OutputFailure> {
    let place = path.join(MARK);
    if own::is_file(&place)? {
        return Ok(());
    }
    disk::write_new(&place, b"").map_err(OutputFailure::io("write", &place))
}

/// Takes the mark out of a folder that is to be the output.
///
/// # Errors
/// When it cannot be removed.
pub fn unmark(path: &Path) -> Result<(), OutputFailure> {
    disk::remove_file(&path.join(MARK)).map_err(OutputFailure::io("write", path))
}

/// Removes a stage folder; its mark goes last, so that what a kill leaves of it is known.
///
/// # Errors
/// When something in it cannot be removed, or when it holds somebody's files and no mark.
pub fn remove(path: &Path) -> Result<(), OutputFailure> {
    if !is_own(path)? {
        return Err(OutputFailure::NotOwn {
            path: path.to_path_buf(),
            found: "a folder that this program did not make",
            wanted: "folder",
        });
    }
    disk::empty_but(path, MARK)?;
    unmark(path)?;
    disk::remove_tree(path)
}

/// Removes a stage folder, its journal first, so that the rest is never mistaken for steps.
///
/// # Errors
/// When something in it cannot be removed.
pub fn forget(stage: &Path) -> Result<(), OutputFailure> {
    if !own::is_folder(stage)? {
        return Ok(());
    }
    for name in [journal::FILE_NAME, journal::UNDO_NAME] {
        let path = stage.join(name);
        if own::is_file(&path)? {
            mark(stage)?;
            disk::remove_file(&path).map_err(OutputFailure::io("remove", stage))?;
        }
    }
    remove(stage)
}

/// Whether a stage folder has the mark, a journal, or nothing in it. One that is laid out has a manifest where its build
/// was killed between the mark and its new name.
fn is_own(path: &Path) -> Result<bool, OutputFailure> {
    let names = [MARK, journal::FILE_NAME, journal::UNDO_NAME, manifest::FILE_NAME];
    for name in names {
        if own::is_file(&path.join(name))? {
            return Ok(true);
        }
    }
    let mut entries = fs::read_dir(path).map_err(OutputFailure::io("list", path))?;
    Ok(entries.next().is_none())
}

/// The stage folder of one build.
pub struct Stage {
    root: PathBuf,
    /// Whether the output folder does not exist yet.
    whole: bool,
    path: OnceLock<PathBuf>,
    making: Mutex<()>,
    folders: Sharded<()>,
}

impl Stage {
    /// Prepares staging for the output folder `root`; creates nothing yet.
    pub fn new(root: &Path, whole: bool) -> Self {
        Self {
            root: root.to_path_buf(),
            whole,
            path: OnceLock::new(),
            making: Mutex::new(()),
            folders: Sharded::default(),
        }
    }

    /// The folder, created on first use.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn path(&self) -> Result<&Path, OutputFailure> {
        if let Some(path) = self.path.get() {
            return Ok(path);
        }
        let _making = unpoisoned(&self.making);
        if let Some(path) = self.path.get() {
            return Ok(path);
        }
        let path = if self.whole {
            let path = beside(&self.root);
            create(&path)?;
            path
        } else {
            self.make_for_update()?
        };
        Ok(self.path.get_or_init(|| path))
    }

    /// Creates the folder inside the output folder and moves it out. That fails exactly where
    /// its files could not be moved in later; then it stays where it is.
    fn make_for_update(&self) -> Result<PathBuf, OutputFailure> {
        let (inside, beside) = (inside(&self.root), beside(&self.root));
        create(&inside)?;
        let path = match fs::rename(&inside, &beside) {
            Ok(()) => beside,
            Err(_) => inside,
        };
        journal::make_shards(&path)?;
        Ok(path)
    }

    /// Stages a file as number `slot`, on its way to `path`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_numbered(&self, slot: u64, path: &str, bytes: &[u8]) -> Result<(), OutputFailure> {
        disk::write_new(&self.numbered(slot)?, bytes)
            .map_err(OutputFailure::io("write", &self.root.join(path)))
    }

    /// The place of file number `slot`.
    ///
    /// # Errors
    /// When the stage folder cannot be created.
    pub fn numbered(&self, slot: u64) -> Result<PathBuf, OutputFailure> {
        Ok(journal::slot(self.path()?, slot))
    }

    /// Stages a file at its final place in a folder that will be renamed whole.
    ///
    /// # Errors
    /// When it, or a folder above it, cannot be written.
    pub fn write_in_layout(&self, path: &str, bytes: &[u8]) -> Result<(), OutputFailure> {
        let place = self.in_layout(path)?;
        disk::write_new(&place, bytes).map_err(OutputFailure::io("write", &self.root.join(path)))
    }

    /// The final place of a file in a folder that will be renamed whole; the folders above it are there.
    ///
    /// # Errors
    /// When a folder above it cannot be created.
    pub fn in_layout(&self, path: &str) -> Result<PathBuf, OutputFailure> {
        let stage = self.path()?;
        self.make_folder(stage, disk::parent(path))
            .map_err(OutputFailure::io("write", &self.root.join(path)))?;
        Ok(stage.join(path))
    }

    /// Creates a folder and those above it, each once.
    fn make_folder(&self, stage: &Path, folder: &str) -> io::Result<()> {
        if folder.is_empty() || self.folders.get(folder).is_some() {
            return Ok(());
        }
        self.make_folder(stage, disk::parent(folder))?;
        disk::make_folder(&stage.join(folder))?;
        self.folders.add(folder, ());
        Ok(())
    }

    /// Removes the folder and all that waits in it.
    ///
    /// # Errors
    /// When that is not possible.
    pub fn discard(&self) -> Result<(), OutputFailure> {
        // By its place, not by `path`: creating it may have failed half-way.
        forget(&beside(&self.root))?;
        forget(&inside(&self.root))
    }
}
