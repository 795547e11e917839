//! Takes the steps of a journal, takes them back, and settles what a killed build left.
//!
//! Every step may be repeated: a build killed at any instant is settled by starting over with
//! its journal. What the steps are is not decided here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::journal::{self, Journal, StagedPlace};
use crate::output::lock::{self, FolderLock};
use crate::output::manifest::{self, Manifest};
use crate::output::own;
use crate::output::sharded::Sharded;
use crate::output::stage;
use crate::output::standing::{FolderState, Folders};

/// An output folder and the manifest of the former site in it.
type FormerSite<'a> = (&'a Path, &'a Manifest);

/// Takes all steps of the journal in `stage`; if one fails, takes all of them back. Either way
/// the stage folder is gone afterwards, unless taking back failed too.
///
/// # Errors
/// The step that failed, as the site is now the former one again; or
/// [`OutputFailure::Unsettled`].
pub fn publish(site: FormerSite<'_>, stage: &Path, journal: &Journal) -> Result<(), OutputFailure> {
    let Err(cause) = Steps::new(site, stage, journal).take_all() else {
        // The site is complete; left-overs of the stage folder go at the next build.
        let _ = stage::forget(stage);
        return Ok(());
    };
    match take_back(site, stage, journal) {
        Ok(()) => Err(cause),
        Err(undo) => Err(OutputFailure::Unsettled { cause: Box::new(cause), undo: Box::new(undo) }),
    }
}

fn take_back(site: FormerSite<'_>, stage: &Path, journal: &Journal) -> Result<(), OutputFailure> {
    let path = stage.join(journal::FILE_NAME);
    // From here on a restart goes on taking back, as steps taken back cannot be taken again.
    fs::rename(&path, stage.join(journal::UNDO_NAME)).map_err(OutputFailure::io("rename", &path))?;
    Steps::new(site, stage, journal).take_all_back()?;
    stage::forget(stage)
}

/// Finishes or undoes what a killed build left of the output folder `output`, if it left something. What another build
/// is at is left to it.
///
/// # Errors
/// When that is not possible, or what was left makes no sense.
pub fn recover(output: &Path) -> Result<(), OutputFailure> {
    let root = disk::resolve(output)?;
    let left = [stage::beside(&root), stage::inside(&root)].into_iter().chain(lock::places(&root));
    let is_left = |path: PathBuf| disk::exists(&path).map_err(OutputFailure::io("inspect", &path));
    if !left.map(is_left).collect::<Result<Vec<_>, _>>()?.contains(&true) {
        return Ok(());
    }
    match FolderLock::take(&root) {
        Ok(_lock) => settle_all(&root),
        Err(OutputFailure::Busy(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// The same. The caller holds the lock.
///
/// # Errors
/// As [`recover`].
pub fn settle_all(root: &Path) -> Result<(), OutputFailure> {
    for stage in [stage::beside(root), stage::inside(root)] {
        if own::is_folder(&stage)? {
            settle(root, &stage)?;
        }
    }
    Ok(())
}

fn settle(root: &Path, stage: &Path) -> Result<(), OutputFailure> {
    let undo = Journal::read(stage, journal::UNDO_NAME)?;
    let redo = Journal::read(stage, journal::FILE_NAME)?;
    let Some(journal) = undo.as_ref().or(redo.as_ref()) else {
        return stage::forget(stage);
    };
    // The staged manifest moves last: without it all is done. And a folder whose manifest is
    // another is not the one the journal was written for.
    let draft = stage.join(manifest::FILE_NAME);
    let pending = disk::exists(&draft).map_err(OutputFailure::io("inspect", &draft))?;
    let former = Manifest::read(root)?;
    if !pending || !root.is_dir() || former.stamp() != journal.former {
        return stage::forget(stage);
    }
    refuse_foreign(stage, journal)?;
    let site = (root, &former);
    if undo.is_some() {
        Steps::new(site, stage, journal).take_all_back()?;
    } else if Steps::new(site, stage, journal).take_all().is_err() {
        return take_back(site, stage, journal);
    }
    stage::forget(stage)
}

/// A journal can come with a repository. Its steps are only taken when nothing that they move is a link, or lies behind
/// one.
fn refuse_foreign(stage: &Path, journal: &Journal) -> Result<(), OutputFailure> {
    journal::shards(stage).try_for_each(|shard| own::is_folder(&shard).map(drop))?;
    let slots = journal.places.iter().map(|place| place.slot);
    let staged = slots.flat_map(|slot| [journal::slot(stage, slot), journal::backup(stage, slot)]);
    let removed = (0..journal.removed.len()).map(|index| journal::removed(stage, index));
    let manifest = stage.join(manifest::FILE_NAME);
    staged.chain(removed).chain([manifest]).try_for_each(|path| own::is_file(&path).map(drop))
}

/// The steps of one journal in one output folder.
struct Steps<'a> {
    root: &'a Path,
    former: &'a Manifest,
    stage: &'a Path,
    journal: &'a Journal,
    known: Sharded<FolderState>,
}

impl<'a> Steps<'a> {
    /// Steps with no folder known yet: each is looked at anew, so that nothing is ever moved
    /// through a symlink.
    fn new((root, former): FormerSite<'a>, stage: &'a Path, journal: &'a Journal) -> Self {
        Self { root, former, stage, journal, known: Sharded::default() }
    }

    fn take_all(&self) -> Result<(), OutputFailure> {
        if self.journal.clear_first {
            self.clear()?;
        }
        self.make_folders()?;
        let places = self.journal.places.par_iter();
        places.try_for_each(|place| self.place(place))?;
        if !self.journal.clear_first {
            self.clear()?;
        }
        let listed = self.root.join(manifest::FILE_NAME);
        fs::rename(self.stage.join(manifest::FILE_NAME), &listed).map_err(OutputFailure::io("write", &listed))
    }

    fn make_folders(&self) -> Result<(), OutputFailure> {
        let folders = &self.journal.new_folders;
        for level in folders.chunk_by(|a, b| disk::depth(a) == disk::depth(b)) {
            level.par_iter().try_for_each(|folder| {
                let path = self.target(folder)?;
                disk::make_folder(&path).map_err(OutputFailure::io("create", &path))
            })?;
        }
        Ok(())
    }

    fn place(&self, place: &StagedPlace) -> Result<(), OutputFailure> {
        let from = journal::slot(self.stage, place.slot);
        let target = self.target(&place.path)?;
        let move_in = || -> io::Result<Option<OutputFailure>> {
            if !place.replaces && disk::exists(&target)? {
                // Either moved in before a restart, or put there meanwhile by somebody else.
                let foreign = disk::exists(&from)?;
                return Ok(foreign.then(|| OutputFailure::Foreign(vec![target.clone()])));
            }
            match fs::rename(&from, &target) {
                Err(error) if own::is_absence(&error) && !disk::exists(&from)? => Ok(None),
                result => result.map(|()| None),
            }
        };
        let foreign = move_in().map_err(OutputFailure::io("write", &target))?;
        foreign.map_or(Ok(()), Err)
    }

    /// Takes away the removed files, then the folders that left empty.
    fn clear(&self) -> Result<(), OutputFailure> {
        let removed = self.journal.removed.par_iter().enumerate();
        removed.try_for_each(|(index, path)| self.remove(index, path))?;
        for folder in &self.journal.old_folders {
            if self.foreign_above(folder)?.is_none() {
                // Refused when it is not empty, which is how it should be.
                let _ = fs::remove_dir(self.root.join(folder));
            }
        }
        Ok(())
    }

    /// Takes away one removed file, unless a person took it away or put something else there.
    fn remove(&self, index: usize, path: &str) -> Result<(), OutputFailure> {
        if self.foreign_above(path)?.is_some() {
            return Ok(());
        }
        let target = self.root.join(path);
        match fs::symlink_metadata(&target) {
            Ok(meta) if meta.is_file() => fs::rename(&target, journal::removed(self.stage, index))
                .map_err(OutputFailure::io("remove", &target)),
            Ok(_) => Ok(()),
            Err(error) if own::is_absence(&error) => Ok(()),
            Err(error) => Err(OutputFailure::io("inspect", &target)(error)),
        }
    }

    fn take_all_back(&self) -> Result<(), OutputFailure> {
        let places = self.journal.places.par_iter();
        places.try_for_each(|place| self.unplace(place))?;
        for folder in self.journal.new_folders.iter().rev() {
            let _ = fs::remove_dir(self.target(folder)?);
        }
        let removed = self.journal.removed.par_iter().enumerate();
        removed.try_for_each(|(index, path)| self.restore(index, path))
    }

    fn unplace(&self, place: &StagedPlace) -> Result<(), OutputFailure> {
        let target = self.target(&place.path)?;
        let slot = journal::slot(self.stage, place.slot);
        let move_out = || match (place.replaces, disk::exists(&slot)?) {
            (true, _) => fs::rename(journal::backup(self.stage, place.slot), &target),
            (false, true) => Ok(()),
            (false, false) => fs::rename(&target, &slot),
        };
        match move_out() {
            Err(error) if !own::is_absence(&error) => Err(OutputFailure::io("restore", &target)(error)),
            _ => Ok(()),
        }
    }

    fn restore(&self, index: usize, path: &str) -> Result<(), OutputFailure> {
        let kept = journal::removed(self.stage, index);
        let target = self.target(path)?;
        let move_back = || -> io::Result<()> {
            if !disk::exists(&kept)? {
                return Ok(());
            }
            fs::create_dir_all(self.root.join(disk::parent(path)))?;
            fs::rename(&kept, &target)
        };
        move_back().map_err(OutputFailure::io("restore", &target))
    }

    fn foreign_above(&self, path: &str) -> Result<Option<PathBuf>, OutputFailure> {
        Folders::new(self.root, self.former, &self.known).foreign_above(path)
    }

    /// The full path of a step, which must not lead through anything but real folders.
    fn target(&self, path: &str) -> Result<PathBuf, OutputFailure> {
        match self.foreign_above(path)? {
            Some(foreign) => Err(OutputFailure::Foreign(vec![foreign])),
            None => Ok(self.root.join(path)),
        }
    }
}
