//! When what happened to files is worth telling: the rules, without a clock or a disk.
//!
//! A save is many events. A file is told once it is whole: closed after it was written, or renamed into place.
//! What may be the middle of a save waits for a short grace: a file that vanished (an editor put it aside and
//! writes it anew), a name that nobody knew (it may be renamed over another), a file that is empty (it is about
//! to be opened again and filled).

use super::Burst;
use crate::path::SourcePath;
use crate::source::disk::FileState;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How long to wait for what.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// After the last event, for the next one of the same save. Bursts of many files wait longer.
    pub quiet: Duration,
    /// For a file that vanished, or that nobody knew, to become another.
    pub grace: Duration,
    /// What is whole is told after this time, even if events keep coming.
    pub longest: Duration,
    /// Between two looks through the folders when the system tells nothing.
    pub poll: Duration,
    /// For the first event, after which the system is taken to tell nothing.
    pub proof: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        // Only Linux says when a writer has closed a file; elsewhere a pause has to mean that.
        let quiet = Duration::from_millis(if super::TELLS_CLOSING { 1 } else { 8 });
        Self {
            quiet,
            grace: Duration::from_millis(40),
            longest: Duration::from_millis(120),
            poll: Duration::from_millis(500),
            proof: Duration::from_millis(500),
        }
    }
}

/// The longest that a burst of many files waits for the next event.
const LONGEST_QUIET: Duration = Duration::from_millis(20);

/// How long after a file was told a change of its permissions belongs to that save.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Happened {
    /// There is a file of a name that was free; it is empty yet, or linked from elsewhere.
    Created,
    /// Bytes were written, or cut off.
    Written,
    /// Who wrote it has closed it.
    Closed,
    /// It came whole, by a new name for another file.
    Arrived,
    /// Nothing has this name any more.
    Vanished,
    /// Its permissions or times are others.
    Touched,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChangeStage {
    /// It appeared, and nothing was seen written to it.
    Made,
    /// Somebody writes; the end of that will be told.
    Open,
    /// It can be told.
    Whole,
    /// It vanished.
    Gone,
    /// It is whole and has no bytes.
    Empty,
    /// Only its permissions changed.
    Touched,
}

#[derive(Debug, Clone, Copy)]
struct ChangingFile {
    stage: ChangeStage,
    /// When the stage is believed.
    until: Instant,
    /// Nobody was told of the name, so it may vanish untold.
    is_new: bool,
    /// It was looked at: no more waiting for what it may become.
    is_certain: bool,
}

/// What has happened and is not told yet.
#[derive(Debug)]
pub(super) struct Gathering {
    pace: Pace,
    tells_closing: bool,
    files: BTreeMap<SourcePath, ChangingFile>,
    /// More happened than the files tell; told then.
    relist: Option<Instant>,
    /// Since when something could be told.
    since: Option<Instant>,
    last: Option<Instant>,
    told: BTreeMap<SourcePath, Instant>,
}

impl Gathering {
    /// Nothing happened. `tells_closing`: every [`Happened::Written`] is followed by a [`Happened::Closed`].
    pub(super) fn new(pace: Pace, tells_closing: bool) -> Self {
        Self {
            pace,
            tells_closing,
            files: BTreeMap::new(),
            relist: None,
            since: None,
            last: None,
            told: BTreeMap::new(),
        }
    }

    /// The names of files do not tell everything.
    pub(super) fn relist(&mut self, now: Instant) {
        self.relist = Some(now + self.pace.grace);
        self.note(now);
    }

    /// Something happened to a file.
    pub(super) fn add(&mut self, path: SourcePath, happened: Happened, now: Instant) {
        let before = self.files.get(&path).copied();
        // Events of one file in the order they come: what it is now follows from what it was.
        let was_gone = before.is_some_and(|file| file.stage == ChangeStage::Gone);
        let is_new = before.is_some_and(|file| file.is_new);
        let later = now + self.pace.grace;
        let whole = |is_new| (ChangeStage::Whole, if is_new { later } else { now }, is_new);
        let (stage, until, is_new) = match happened {
            Happened::Created => (ChangeStage::Made, later, is_new || before.is_none()),
            // Who still writes to a file without a name cannot bring the name back.
            Happened::Written | Happened::Closed if was_gone && self.tells_closing => return,
            Happened::Written if self.tells_closing => (ChangeStage::Open, later, is_new),
            Happened::Written | Happened::Closed => whole(is_new),
            Happened::Arrived => whole(false),
            Happened::Vanished if is_new => {
                self.files.remove(&path);
                return;
            }
            Happened::Vanished => (ChangeStage::Gone, later, false),
            Happened::Touched if before.is_some() || self.was_told(&path, now) => return,
            Happened::Touched => (ChangeStage::Touched, later, false),
        };
        self.files.insert(path, ChangingFile { stage, until, is_new, is_certain: false });
        match stage {
            ChangeStage::Whole | ChangeStage::Gone => self.note(now),
            ChangeStage::Made => self.last = Some(now),
            // Whoever writes for long, or only looks after permissions, holds nobody up.
            ChangeStage::Open | ChangeStage::Empty | ChangeStage::Touched => {}
        }
    }

    /// Something can be told.
    fn note(&mut self, now: Instant) {
        self.since.get_or_insert(now);
        self.last = Some(now);
    }

    /// When what can be told is told in any case.
    fn at_the_latest(&self) -> Option<Instant> {
        self.since.map(|since| since + self.pace.longest)
    }

    fn was_told(&self, path: &SourcePath, now: Instant) -> bool {
        self.told.get(path).is_some_and(|told| now.saturating_duration_since(*told) < AFTERWARDS)
    }

    /// When [`Self::due`] has to be asked next; `None` while nothing waits.
    pub(super) fn next(&mut self) -> Option<Instant> {
        let doubt = self.files.values().filter(|file| is_doubt(file.stage)).map(|file| file.until).min();
        [self.handing_over(), doubt].into_iter().flatten().min()
    }

    /// When the next burst goes.
    fn handing_over(&mut self) -> Option<Instant> {
        let whole = || self.files.values().filter(|file| file.stage == ChangeStage::Whole);
        let gone = || self.files.values().filter(|file| file.stage == ChangeStage::Gone);
        // A new file waits, as it may be the first half of an atomic save, but no other file waits for it;
        // what vanished is told together with what appeared, so that nothing stands twice or nowhere.
        let is_urgent = self.relist.is_none() && whole().any(|file| !file.is_new);
        let told = || whole().filter(|file| !(is_urgent && file.is_new)).chain(gone());
        let count = told().count();
        if count == 0 && self.relist.is_none() {
            self.since = None;
            return None;
        }
        // Who lists the folders again reads everything, so nothing should be half written.
        let is_busy =
            || self.files.values().any(|file| matches!(file.stage, ChangeStage::Made | ChangeStage::Open));
        let busy = self.relist.filter(|_| is_busy()).and(self.at_the_latest());
        let until = told().map(|file| file.until).chain(self.relist).chain(busy).max();
        let quiet = self.pace.quiet * u32::try_from(count.max(1)).unwrap_or(u32::MAX).min(1000);
        let quiet = quiet.min(LONGEST_QUIET.max(self.pace.quiet));
        let calm = self.last.map(|last| last + quiet);
        let wanted = until.max(calm)?;
        Some(self.at_the_latest().map_or(wanted, |latest| wanted.min(latest)))
    }

    /// The burst that is to be handed over now, if one is. `look` says what stands on disk.
    pub(super) fn due(&mut self, now: Instant, look: impl Fn(&SourcePath) -> FileState) -> Option<Burst> {
        self.settle_doubts(now, &look);
        if self.handing_over().is_none_or(|at| at > now) {
            return None;
        }
        let mut burst = Burst::default();
        let is_late = self.at_the_latest().is_some_and(|latest| latest <= now);
        if self.relist.take_if(|at| *at <= now || is_late).is_some() {
            burst.relist = true;
        }
        let grace = now + self.pace.grace;
        let tells_closing = self.tells_closing;
        self.files.retain(|path, file| {
            if file.until > now || !matches!(file.stage, ChangeStage::Whole | ChangeStage::Gone) {
                return true;
            }
            match (file.stage, look(path)) {
                (ChangeStage::Whole, FileState::Empty) if !file.is_certain => {
                    *file = ChangingFile { stage: ChangeStage::Empty, until: grace, ..*file };
                    return true;
                }
                // Its vanishing is about to be told.
                (ChangeStage::Whole, FileState::Absent) => return false,
                // Its coming back is about to be told.
                (ChangeStage::Gone, FileState::Empty | FileState::Full)
                    if tells_closing && !file.is_certain =>
                {
                    *file =
                        ChangingFile { stage: ChangeStage::Made, until: grace, is_certain: true, ..*file };
                    return true;
                }
                _ => {}
            }
            burst.files.insert(path.clone());
            false
        });
        self.since = (!self.files.is_empty() || self.relist.is_some()).then_some(now);
        self.told.retain(|_, told| now.saturating_duration_since(*told) < AFTERWARDS);
        self.told.extend(burst.files.iter().map(|path| (path.clone(), now)));
        (burst.relist || !burst.files.is_empty()).then_some(burst)
    }

    /// Decides what the files are whose grace is over.
    fn settle_doubts(&mut self, now: Instant, look: impl Fn(&SourcePath) -> FileState) {
        let mut settled = false;
        let tells_closing = self.tells_closing;
        self.files.retain(|path, file| {
            if !is_doubt(file.stage) || file.until > now {
                return true;
            }
            let standing = look(path);
            match (file.stage, standing) {
                (_, FileState::Absent) => return false,
                // Somebody has opened it and takes time to fill it.
                (ChangeStage::Made, FileState::Empty) if tells_closing => file.stage = ChangeStage::Open,
                _ => {
                    *file = ChangingFile {
                        stage: ChangeStage::Whole,
                        until: now,
                        is_new: false,
                        is_certain: true,
                    };
                    settled = true;
                }
            }
            true
        });
        if settled {
            self.since.get_or_insert(now);
        }
    }
}

/// Whether a file of this stage has to be looked at when its grace is over.
fn is_doubt(stage: ChangeStage) -> bool {
    matches!(stage, ChangeStage::Made | ChangeStage::Empty | ChangeStage::Touched)
}

#[cfg(test)]
mod tests;
