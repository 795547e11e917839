//! Changes found by looking through the folders again and again, where the system does not tell of them.

use super::burst::{Gathering, Happened, Pace};
use crate::path::SourcePath;
use crate::source::disk;
use crate::source::mark::Stamp;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The share of the time that looking may take is one in this many.
const SHARE: u32 = 8;

/// The same while something changes.
const SHARE_OF_A_MOMENT: u32 = 4;

/// What was there at the last look.
pub(super) struct Poll {
    root: PathBuf,
    pace: Pace,
    seen: BTreeMap<SourcePath, Stamp>,
    /// When to look next.
    pub(super) next: Instant,
}

impl Poll {
    /// Looks for the first time; what is there now is no change.
    pub(super) fn start(root: &Path, pace: Pace, now: Instant) -> Self {
        Self { root: root.to_owned(), pace, seen: disk::stamps(root), next: now + pace.poll }
    }

    /// For what is found by looking. A file is told when it looked the same twice, as nothing tells that its
    /// writer is done.
    pub(super) fn gathering(pace: Pace) -> Gathering {
        Gathering::new(Pace { quiet: pace.grace, ..pace }, false)
    }

    /// Looks, and adds what is other than before to what is gathered.
    pub(super) fn look(&mut self, gathering: &mut Gathering) {
        let began = Instant::now();
        let before = std::mem::replace(&mut self.seen, disk::stamps(&self.root));
        let now = Instant::now();
        let took: Duration = now - began;
        self.next = now + self.pace.poll.max(took * SHARE);
        for (path, happened) in differences(&before, &self.seen) {
            gathering.add(path.clone(), happened, now);
            self.next = now + (self.pace.grace / 2).max(took * SHARE_OF_A_MOMENT).min(self.pace.poll);
        }
    }
}

fn differences<'a>(
    before: &'a BTreeMap<SourcePath, Stamp>,
    after: &'a BTreeMap<SourcePath, Stamp>,
) -> impl Iterator<Item = (&'a SourcePath, Happened)> {
    let vanished = before.keys().filter(|path| !after.contains_key(*path));
    let others = after.iter().filter_map(|(path, stamp)| match before.get(path) {
        None => Some((path, Happened::Created)),
        Some(before) if before != stamp => Some((path, Happened::Written)),
        Some(_) => None,
    });
    vanished.map(|path| (path, Happened::Vanished)).chain(others)
}
