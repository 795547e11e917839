//! One build's writes, from opening the output folder to publishing or discarding them.
//!
//! Ties the parts together; how files are compared, moved and put back is up to its siblings.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::journal::{self, Journal};
use crate::output::lock::FolderLock;
use crate::output::manifest::{self, ContentHash, Manifest};
use crate::output::plan::{CommitPlan, CommitStep, PlannedFile};
use crate::output::settle;
use crate::output::sharded::{Sharded, unpoisoned};
use crate::output::stage::{self, Stage};
use crate::output::standing::{self, FolderState, Folders, IsWanted, PathVerdict};
use crate::output::written::{self, Out, Write, nowhere};
use crate::output::{FileChange, WrittenFiles};

/// One build's writes in waiting. Dropping it without a commit discards them.
///
/// Staging may happen on many threads at once.
pub struct Staging {
    root: PathBuf,
    /// Whether there is no output folder yet, so that the stage folder will become it.
    whole: bool,
    former: Manifest,
    stage: Stage,
    planned: Sharded<PlannedFile>,
    standings: Sharded<FolderState>,
    foreign: Mutex<Vec<PathBuf>>,
    edited: Mutex<Vec<PathBuf>>,
    next_slot: AtomicU64,
    /// Whether staging a file failed.
    broken: AtomicBool,
    /// Whether the stage folder is no longer this build's to remove.
    settled: bool,
    /// Last, so that it is given up last.
    _lock: FolderLock,
}

impl Staging {
    /// Begins a build into the folder `output`, which need not exist. First finishes or undoes
    /// what a killed build left there.
    ///
    /// # Errors
    /// [`OutputFailure::Busy`] when another build is writing there; [`OutputFailure::Unreadable`] when its
    /// manifest makes no sense; I/O.
    pub fn open(output: &Path) -> Result<Self, OutputFailure> {
        let root = disk::resolve(output)?;
        let lock = FolderLock::take(&root)?;
        settle::settle_all(&root)?;
        let whole = !disk::exists(&root).map_err(OutputFailure::io("inspect", &root))?;
        Ok(Self {
            whole,
            former: Manifest::read(&root)?,
            stage: Stage::new(&root, whole),
            planned: Sharded::default(),
            standings: Sharded::default(),
            foreign: Mutex::default(),
            edited: Mutex::default(),
            next_slot: AtomicU64::new(0),
            broken: AtomicBool::new(false),
            settled: false,
            root,
            _lock: lock,
        })
    }

    /// Stages `bytes` for `path`, `/`-separated below the output folder; writes nothing when
    /// they are there already. Where a foreign file is in the way nothing is staged either, but
    /// only the commit refuses, naming all of them.
    ///
    /// # Errors
    /// [`OutputFailure::BadPath`], [`OutputFailure::Twice`] or I/O; the commit will then fail too.
    pub fn stage(&self, path: &str, bytes: &[u8]) -> Result<FileChange, OutputFailure> {
        let staged = disk::check_path(path).and_then(|()| {
            let content = ContentHash::of(bytes);
            if self.whole {
                self.stage_in_layout(path, bytes, content)
            } else {
                self.stage_for_update(path, bytes, content)
            }
        });
        self.noted(staged)
    }

    /// Stages what `write` writes for each of `paths`, like [`Staging::stage`]. Large files are never in memory as a
    /// whole so; where there are former ones, they are only measured at first, and made again when they are others.
    ///
    /// # Errors
    /// As [`Staging::stage`].
    pub fn stage_written<const FILES: usize>(
        &self,
        paths: [&str; FILES],
        write: &Write<'_, FILES>,
    ) -> Result<[FileChange; FILES], OutputFailure> {
        let checked = paths.iter().try_for_each(|path| disk::check_path(path));
        let staged = checked.and_then(|()| match self.whole {
            true => self.write_in_layout(paths, write),
            false => self.write_for_update(paths, write),
        });
        self.noted(staged)
    }

    /// Remembers a failure, so that nothing is published.
    fn noted<T>(&self, staged: Result<T, OutputFailure>) -> Result<T, OutputFailure> {
        if staged.is_err() {
            self.broken.store(true, Ordering::Relaxed);
        }
        staged
    }

    fn write_in_layout<const FILES: usize>(
        &self,
        paths: [&str; FILES],
        write: &Write<'_, FILES>,
    ) -> Result<[FileChange; FILES], OutputFailure> {
        let mut outs = nowhere();
        for (out, path) in outs.iter_mut().zip(paths) {
            *out = self.new_file(&self.stage.in_layout(path)?, path)?;
        }
        let contents = written::to(outs, write).map_err(self.unwritten(paths))?;
        for (path, content) in paths.into_iter().zip(contents) {
            self.plan(path, content, FileChange::New, CommitStep::Create(0))?;
        }
        Ok([FileChange::New; FILES])
    }

    fn write_for_update<const FILES: usize>(
        &self,
        paths: [&str; FILES],
        write: &Write<'_, FILES>,
    ) -> Result<[FileChange; FILES], OutputFailure> {
        let contents = written::measured(write).map_err(self.unwritten(paths))?;
        let (mut outs, mut changes) = (nowhere(), [FileChange::Unchanged; FILES]);
        for (at, path) in paths.into_iter().enumerate() {
            let slot = self.next_slot.fetch_add(1, Ordering::Relaxed);
            let is_wanted = |held: &[u8]| written::bytes(at, write).map(|bytes| held == bytes);
            let (change, step) = self.step(path, slot, contents[at], &is_wanted)?;
            if step != CommitStep::Keep {
                outs[at] = self.new_file(&self.stage.numbered(slot)?, path)?;
            }
            changes[at] = change;
            self.plan(path, contents[at], change, step)?;
        }
        if changes.iter().any(|change| *change != FileChange::Unchanged) {
            written::to(outs, write).map_err(self.unwritten(paths))?;
        }
        Ok(changes)
    }

    /// A staged file on its way to `path`.
    fn new_file(&self, place: &Path, path: &str) -> Result<Out, OutputFailure> {
        let file = disk::create_new(place).map_err(OutputFailure::io("write", &self.root.join(path)))?;
        Ok(Box::new(file))
    }

    /// What went wrong in writing one of some files.
    fn unwritten<const FILES: usize>(
        &self,
        paths: [&str; FILES],
    ) -> impl FnOnce((usize, io::Error)) -> OutputFailure {
        move |(file, error)| OutputFailure::io("write", &self.root.join(paths[file]))(error)
    }

    fn stage_in_layout(
        &self,
        path: &str,
        bytes: &[u8],
        content: ContentHash,
    ) -> Result<FileChange, OutputFailure> {
        self.plan(path, content, FileChange::New, CommitStep::Create(0))?;
        self.stage.write_in_layout(path, bytes)?;
        Ok(FileChange::New)
    }

    fn stage_for_update(
        &self,
        path: &str,
        bytes: &[u8],
        content: ContentHash,
    ) -> Result<FileChange, OutputFailure> {
        let slot = self.next_slot.fetch_add(1, Ordering::Relaxed);
        let (change, step) = self.step(path, slot, content, &|held| Ok(held == bytes))?;
        self.plan(path, content, change, step)?;
        if step != CommitStep::Keep {
            self.stage.write_numbered(slot, path, bytes)?;
        }
        Ok(change)
    }

    /// What the commit has to do for a path, with the staged file number `slot` if one is needed.
    fn step(
        &self,
        path: &str,
        slot: u64,
        content: ContentHash,
        is_wanted: &IsWanted<'_>,
    ) -> Result<(FileChange, CommitStep), OutputFailure> {
        let verdict = standing::judge(&self.folders(), path, (content, is_wanted))?;
        let step = match verdict {
            PathVerdict::Create => CommitStep::Create(slot),
            PathVerdict::Replace => CommitStep::Replace(slot),
            PathVerdict::ReplaceFolder => CommitStep::ReplaceFolder(slot),
            PathVerdict::Keep => CommitStep::Keep,
            PathVerdict::Foreign(foreign) => {
                unpoisoned(&self.foreign).push(foreign);
                CommitStep::Keep
            }
            PathVerdict::Edited(edited) => {
                unpoisoned(&self.edited).push(edited);
                CommitStep::Keep
            }
        };
        let change = match (&step, self.former.contains(path)) {
            (CommitStep::Keep, _) => FileChange::Unchanged,
            (_, true) => FileChange::Changed,
            (_, false) => FileChange::New,
        };
        Ok((change, step))
    }

    fn plan(
        &self,
        path: &str,
        content: ContentHash,
        change: FileChange,
        step: CommitStep,
    ) -> Result<(), OutputFailure> {
        let planned = PlannedFile { content, change, step };
        if self.planned.add(path, planned) { Ok(()) } else { Err(OutputFailure::Twice(path.to_owned())) }
    }

    fn folders(&self) -> Folders<'_> {
        Folders::new(&self.root, &self.former, &self.standings)
    }

    /// Publishes what was staged: writes the journal, moves all files into place, removes the
    /// former site's files that were not staged again and the folders that left empty.
    ///
    /// # Errors
    /// [`OutputFailure::Foreign`] with all foreign files in the way, [`OutputFailure::Edited`] with all that somebody changed,
    /// [`OutputFailure::Incomplete`] when
    /// staging failed before, [`OutputFailure::BadPath`] when a file's path is also a folder's, or
    /// I/O; the former site is then as it was. [`OutputFailure::Unsettled`] when it is not.
    pub fn commit(mut self) -> Result<WrittenFiles, OutputFailure> {
        if self.broken.load(Ordering::Relaxed) {
            return Err(OutputFailure::Incomplete(self.root.clone()));
        }
        let files = self.planned.drain_sorted();
        let plan = CommitPlan::new(&files, &self.former)?;
        let totals = plan.totals();
        if self.whole {
            let stage = self.write_manifest(&plan)?;
            stage::unmark(stage)?;
            fs::rename(stage, &self.root).map_err(OutputFailure::io("create", &self.root))?;
            self.settled = true;
            return Ok(totals);
        }
        self.refuse_foreign(&plan)?;
        self.refuse_edited(&plan)?;
        let journal = plan.journal(&self.folders())?;
        if journal.is_empty() && self.former.lists_exactly(files.len()) {
            return Ok(totals);
        }
        let stage = self.write_manifest(&plan)?.to_path_buf();
        self.back_up(&journal, &stage)?;
        journal.write(&stage)?;
        self.settled = true;
        settle::publish((&self.root, &self.former), &stage, &journal)?;
        Ok(totals)
    }

    fn refuse_foreign(&self, plan: &CommitPlan<'_>) -> Result<(), OutputFailure> {
        let mut foreign = std::mem::take(&mut *unpoisoned(&self.foreign));
        foreign.extend(plan.foreign_in_folders(&self.root)?);
        foreign.sort_unstable();
        foreign.dedup();
        if foreign.is_empty() { Ok(()) } else { Err(OutputFailure::Foreign(foreign)) }
    }

    fn refuse_edited(&self, plan: &CommitPlan<'_>) -> Result<(), OutputFailure> {
        let mut edited = std::mem::take(&mut *unpoisoned(&self.edited));
        edited.extend(plan.edited_among_removed(&self.root)?);
        edited.sort_unstable();
        if edited.is_empty() { Ok(()) } else { Err(OutputFailure::Edited(edited)) }
    }

    /// Stages the manifest and returns the stage folder.
    fn write_manifest(&self, plan: &CommitPlan<'_>) -> Result<&Path, OutputFailure> {
        let stage = self.stage.path()?;
        disk::write_new(&stage.join(manifest::FILE_NAME), plan.manifest().as_bytes())
            .map_err(OutputFailure::io("write", &self.root.join(manifest::FILE_NAME)))?;
        Ok(stage)
    }

    /// Keeps every file that will be replaced, so that a failing commit can put it back.
    fn back_up(&self, journal: &Journal, stage: &Path) -> Result<(), OutputFailure> {
        let replaced = journal.places.par_iter().filter(|place| place.replaces);
        replaced.try_for_each(|place| {
            let path = self.root.join(&place.path);
            let backup = journal::backup(stage, place.slot);
            // Not every file system has hard links.
            fs::hard_link(&path, &backup)
                .or_else(|_| fs::copy(&path, &backup).map(drop))
                .map_err(OutputFailure::io("back up", &path))
        })
    }

    /// Gives the build up and leaves the former site as it was.
    ///
    /// # Errors
    /// When staged files cannot be removed; the next build will try again.
    pub fn discard(mut self) -> Result<(), OutputFailure> {
        self.settled = true;
        self.stage.discard()
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.settled {
            // Nobody is left to tell; the next build will try again.
            let _ = self.stage.discard();
        }
    }
}
