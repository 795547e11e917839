//! What changed below the site's folder, one burst for each save.
//!
//! `native` hears what the system tells, `poll` looks where the system is silent, and `probe` finds out
//! which; `burst` decides when what happened is told.

mod burst;
mod native;
mod poll;
mod probe;
mod remark;
mod thread;

pub use burst::Pace;
pub use probe::tells;
pub use remark::WatchRemark;

use crate::path::SourcePath;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{self, Sender};

/// Whether the system says when a file that was written is closed.
const TELLS_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// Changes that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Burst {
    /// Files that may have appeared, changed or vanished.
    pub files: BTreeSet<SourcePath>,
    /// Whether more may have happened than the files tell, so that the folders have to be listed again.
    pub relist: bool,
}

/// How changes are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The system tells of them; by looking only where it does not.
    Native,
    /// By looking through the folders again and again.
    Poll,
}

/// What the watcher has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchNotice {
    /// Files changed.
    Changed(Burst),
    /// The user has to know something about the watching.
    Remark(WatchRemark),
}

/// The watching, which ends when this is dropped: nothing is noticed from then on, except that a hand-over
/// that has begun ends by itself.
#[derive(Debug)]
pub struct Watch {
    messages: Sender<thread::Message>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that is not there any more watches no more.
        let _ = self.messages.send(thread::Message::Stop);
    }
}

/// Starts watching. Every change that is made after this returns is handed to `notice`, on a thread of its own,
/// one burst at a time: what happens while `notice` works is the next burst.
pub fn start(root: &Path, how: How, notice: impl FnMut(WatchNotice) + Send + 'static) -> Watch {
    start_at(root, how, Pace::default(), notice)
}

/// Like [`start`], with other times to wait.
pub fn start_at(
    root: &Path,
    how: How,
    pace: Pace,
    notice: impl FnMut(WatchNotice) + Send + 'static,
) -> Watch {
    let (messages, inbox) = mpsc::channel();
    thread::Watcher::new(root, how, pace, &messages, inbox, notice).run();
    Watch { messages }
}
