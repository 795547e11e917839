//! The thread that waits: for the system, for the next look, for the end of a grace, and for the end.

use super::TELLS_CLOSING;
use super::burst::{Gathering, Pace};
use super::native::{self, Native};
use super::poll::Poll;
use super::probe::Probe;
use super::remark::WatchRemark;
use super::{How, WatchNotice};
use crate::source::disk;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Instant;

/// What reaches the thread.
pub(super) enum Message {
    /// The system told something.
    Told(notify::Result<notify::Event>),
    /// Nobody wants to know any more.
    Stop,
}

/// Where changes are seen.
enum Eyes {
    Native(Native),
    Poll(Poll),
}

/// The state of the thread.
pub(super) struct Watcher<N> {
    root: PathBuf,
    pace: Pace,
    inbox: Receiver<Message>,
    eyes: Eyes,
    probe: Option<Probe>,
    /// What has to be said before anything else.
    remark: Option<WatchRemark>,
    gathering: Gathering,
    notice: N,
}

/// Nobody wants to know any more.
struct Stopped;

impl<N: FnMut(WatchNotice) + Send + 'static> Watcher<N> {
    /// Watches the folders from now on.
    pub(super) fn new(
        root: &Path,
        how: How,
        pace: Pace,
        messages: &Sender<Message>,
        inbox: Receiver<Message>,
        notice: N,
    ) -> Self {
        let root = disk::resolved(root);
        let messages = messages.clone();
        let handler = move |event| {
            if native::counts(&event) {
                // A thread that is not there any more needs no events.
                let _ = messages.send(Message::Told(event));
            }
        };
        let native = (how == How::Native).then(|| Native::start(&root, handler));
        Self::with(root, pace, native, inbox, notice)
    }

    /// As far as the system could be asked: not at all, without success, or with it.
    fn with(
        root: PathBuf,
        pace: Pace,
        native: Option<Result<Native, WatchRemark>>,
        inbox: Receiver<Message>,
        notice: N,
    ) -> Self {
        let poll = || Eyes::Poll(Poll::start(&root, pace, Instant::now()));
        let (eyes, remark) = match native {
            Some(Ok(native)) => (Eyes::Native(native), None),
            Some(Err(remark)) => (poll(), Some(remark)),
            None => (poll(), None),
        };
        let gathering = match &eyes {
            Eyes::Native(_) => Gathering::new(pace, TELLS_CLOSING),
            Eyes::Poll(_) => Poll::gathering(pace),
        };
        Self { root, pace, inbox, eyes, probe: None, remark, gathering, notice }
    }

    /// Goes on in a thread of its own.
    pub(super) fn run(mut self) {
        thread::spawn(move || {
            if let Some(remark) = self.remark.take() {
                (self.notice)(WatchNotice::Remark(remark));
            }
            if let Eyes::Native(native) = &mut self.eyes {
                self.probe = Probe::start(&self.root, native, Instant::now() + self.pace.proof);
            }
            while self.turn().is_ok() {}
        });
    }

    /// Waits for the next thing to happen, and does what it asks for.
    fn turn(&mut self) -> Result<(), Stopped> {
        self.wait()?;
        let now = Instant::now();
        if self.probe.take_if(|probe| probe.until <= now).is_some() {
            self.poll_from_now_on(WatchRemark::Silent);
        }
        if let Eyes::Poll(poll) = &mut self.eyes
            && poll.next <= now
        {
            poll.look(&mut self.gathering);
        }
        let burst = self.gathering.due(Instant::now(), |path| disk::standing(&self.root, path));
        if let Some(burst) = burst {
            (self.notice)(WatchNotice::Changed(burst));
        }
        Ok(())
    }

    /// Reads all messages there are, and before that waits for one as long as there is nothing else to do.
    fn wait(&mut self) -> Result<(), Stopped> {
        let look = match &self.eyes {
            Eyes::Native(_) => None,
            Eyes::Poll(poll) => Some(poll.next),
        };
        let probe = self.probe.as_ref().map(|probe| probe.until);
        let first = match [self.gathering.next(), look, probe].into_iter().flatten().min() {
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => self.inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match first {
            Ok(message) => self.read(message)?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
        }
        while let Ok(message) = self.inbox.try_recv() {
            self.read(message)?;
        }
        Ok(())
    }

    fn read(&mut self, message: Message) -> Result<(), Stopped> {
        let told = match message {
            Message::Stop => return Err(Stopped),
            Message::Told(told) => told,
        };
        // What the system told before it was given up needs no reading: the folders are looked through.
        let Eyes::Native(native) = &mut self.eyes else { return Ok(()) };
        let read = told.map_err(WatchRemark::from).and_then(|event| {
            if let Some(probe) = self.probe.take_if(|probe| probe.is_answered_by(&event)) {
                probe.end(native);
            }
            native.read(&event, Instant::now(), &mut self.gathering)
        });
        if let Err(remark) = read {
            self.poll_from_now_on(remark);
        }
        Ok(())
    }

    /// Gives the system up. What it did not tell until now is found by whoever lists the folders again.
    fn poll_from_now_on(&mut self, remark: WatchRemark) {
        let now = Instant::now();
        self.probe = None;
        self.eyes = Eyes::Poll(Poll::start(&self.root, self.pace, now));
        self.gathering = Poll::gathering(self.pace);
        self.gathering.relist(now);
        (self.notice)(WatchNotice::Remark(remark));
    }
}

#[cfg(test)]
mod tests;
