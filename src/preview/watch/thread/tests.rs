//! What happens when the system fails.

#![expect(clippy::disallowed_methods, reason = "tests make sites and look at files")]

use super::{Message, Native, Pace, Watcher};
use crate::path::SourcePath;
use crate::preview::watch::{Burst, WatchNotice, WatchRemark};
use crate::source::disk;
use std::fs;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use tempfile::TempDir;

const ENOUGH: Duration = Duration::from_secs(60);

/// A site whose watcher hears only what the test tells, from a system that took all folders.
fn deaf(pace: Pace) -> (TempDir, Sender<Message>, Receiver<WatchNotice>) {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    let root = disk::resolved(site.path());
    let native = Native::start(&root, |_| {}).unwrap();
    let (messages, inbox) = mpsc::channel();
    let (notices, told) = mpsc::channel();
    Watcher::with(root, pace, Some(Ok(native)), inbox, move |notice| {
        let _ = notices.send(notice);
    })
    .run();
    (site, messages, told)
}

fn quick() -> Pace {
    let short = Duration::from_millis(20);
    Pace { poll: short, proof: short, ..Pace::default() }
}

#[test]
fn a_silent_system_is_given_up() {
    let (site, _messages, told) = deaf(quick());
    assert_eq!(told.recv_timeout(ENOUGH), Ok(WatchNotice::Remark(WatchRemark::Silent)));
    let relist = WatchNotice::Changed(Burst { relist: true, ..Burst::default() });
    assert_eq!(told.recv_timeout(ENOUGH), Ok(relist));
    fs::write(site.path().join("content/x.md"), "x").unwrap();
    let Ok(WatchNotice::Changed(burst)) = told.recv_timeout(ENOUGH) else { panic!("the change is not seen") };
    assert!(burst.files.iter().map(SourcePath::as_str).eq(["content/x.md"]), "{burst:?}");
    let left: Vec<_> = fs::read_dir(site.path().join(".cscare")).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "only `.gitignore` stays: {left:?}");
}

#[test]
fn a_system_that_fails_midway_is_given_up() {
    let (_site, messages, told) = deaf(Pace { proof: ENOUGH * 60, ..quick() });
    let failure = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
    messages.send(Message::Told(Err(failure))).unwrap();
    assert_eq!(told.recv_timeout(ENOUGH), Ok(WatchNotice::Remark(WatchRemark::TooManyFolders)));
    let relist = WatchNotice::Changed(Burst { relist: true, ..Burst::default() });
    assert_eq!(told.recv_timeout(ENOUGH), Ok(relist));
}

#[test]
fn lost_events_ask_for_the_folders_to_be_listed() {
    let (_site, messages, told) = deaf(Pace { proof: ENOUGH * 60, ..quick() });
    let lost = notify::Event::new(notify::EventKind::Other).set_flag(notify::event::Flag::Rescan);
    messages.send(Message::Told(Ok(lost))).unwrap();
    let relist = WatchNotice::Changed(Burst { relist: true, ..Burst::default() });
    assert_eq!(told.recv_timeout(ENOUGH), Ok(relist));
}

#[test]
fn without_a_folder_for_the_probe_there_is_none() {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    fs::write(site.path().join(".cscare"), "a file").unwrap();
    let (notices, told) = mpsc::channel();
    let _watch = super::super::start_at(site.path(), super::How::Native, quick(), move |notice| {
        let _ = notices.send(notice);
    });
    assert_eq!(told.recv_timeout(Duration::from_millis(300)), Err(mpsc::RecvTimeoutError::Timeout));
}
