//! Whether the system tells anything at all. In some containers and on network drives it takes every folder
//! and then is silent, so a file is written beside the caches, where no source is, to see whether that is told.

use super::TELLS_CLOSING;
use super::native::Native;
use super::remark::WatchRemark;
use crate::output::cache;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecursiveMode};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// A question to the system.
pub(super) struct Probe {
    folder: PathBuf,
    /// When no answer is an answer.
    pub(super) until: Instant,
}

impl Probe {
    /// Asks; `None` when the folder cannot be written or watched, so that nothing can be known.
    pub(super) fn start(root: &Path, native: &mut Native, until: Instant) -> Option<Self> {
        let folder = root.join(cache::FOLDER);
        cache::prepare(&folder).ok()?;
        if !native.watch(&folder, RecursiveMode::NonRecursive).unwrap_or(false) {
            return None;
        }
        if cache::touch(&folder).is_err() {
            native.unwatch(&folder);
            return None;
        }
        Some(Self { folder, until })
    }

    /// Whether this event shows that the system tells of what counts here.
    pub(super) fn is_answered_by(&self, event: &Event) -> bool {
        let tells =
            !TELLS_CLOSING || matches!(event.kind, EventKind::Access(AccessKind::Close(AccessMode::Write)));
        tells && event.paths.iter().any(|path| path.starts_with(&self.folder))
    }

    /// Watches the folder no more.
    pub(super) fn end(self, native: &mut Native) {
        native.unwatch(&self.folder);
    }
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether the system tells of changes below `root`; `false` when that cannot be found out.
///
/// # Errors
/// Why it does not.
pub fn tells(root: &Path) -> Result<bool, WatchRemark> {
    let (sender, events) = mpsc::channel();
    let mut native = Native::start(root, sender)?;
    let Some(probe) = Probe::start(root, &mut native, Instant::now() + PATIENCE) else { return Ok(false) };
    while let Ok(event) = events.recv_timeout(probe.until.saturating_duration_since(Instant::now())) {
        if probe.is_answered_by(&event?) {
            return Ok(true);
        }
    }
    Err(WatchRemark::Silent)
}
