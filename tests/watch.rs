//! The watcher on a disk: saves as editors make them, call by call, each of which has to be one burst.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make sites, look at files and run programs"
)]

use cscare_site::path::SourcePath;
use cscare_site::preview::watch::{self, Burst, How, Pace, Watch, WatchNotice};
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use tempfile::TempDir;

/// No machine is so busy that this passes in a good run.
const ENOUGH: Duration = Duration::from_secs(60);

/// The grace of these tests, so long that a busy machine does not end it in the middle of a save.
const GRACE: Duration = Duration::from_millis(400);

fn patient() -> Pace {
    Pace { grace: GRACE, longest: GRACE * 20, proof: ENOUGH, ..Pace::default() }
}

/// A watched site.
struct Site {
    folder: TempDir,
    watch: Option<Watch>,
    notices: Receiver<WatchNotice>,
}

impl Site {
    fn watched(how: How, pace: Pace) -> Self {
        Self::prepared(how, pace, |_| {})
    }

    fn native() -> Self {
        Self::watched(How::Native, patient())
    }

    fn prepared(how: How, pace: Pace, prepare: impl FnOnce(PathBuf)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("content/deep")).unwrap();
        fs::create_dir(root.join("static")).unwrap();
        for file in ["site.toml", "content/x.md", "content/y.md", "content/deep/z.md", "static/end.css"] {
            fs::write(root.join(file), "before").unwrap();
        }
        prepare(root.to_owned());
        let (sender, notices) = mpsc::channel();
        let watch = watch::start_at(root, how, pace, move |notice| {
            let _ = sender.send(notice);
        });
        Self { folder, watch: Some(watch), notices }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Truncates, writes twice and closes.
    fn write(&self, path: &str) {
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).open(self.at(path)).unwrap();
        file.write_all(b"af").unwrap();
        file.write_all(b"ter").unwrap();
        file.sync_data().unwrap();
    }

    fn chmod(&self, path: &str) {
        let path = self.at(path);
        let permissions = fs::metadata(&path).unwrap().permissions();
        fs::set_permissions(path, permissions).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).unwrap();
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    #[track_caller]
    fn burst(&self) -> Burst {
        match self.notices.recv_timeout(ENOUGH) {
            Ok(WatchNotice::Changed(burst)) => burst,
            other => panic!("no burst but {other:?}"),
        }
    }

    /// Nothing comes, and the next thing that does is the next change.
    #[track_caller]
    fn nothing_more(&self) {
        assert_eq!(self.notices.recv_timeout(GRACE + GRACE / 4), Err(RecvTimeoutError::Timeout));
        self.write("static/end.css");
        assert_eq!(self.burst(), burst(&["static/end.css"]));
    }

    /// One burst of these files.
    #[track_caller]
    fn told(&self, files: &[&str]) {
        assert_eq!(self.burst(), burst(files));
        self.nothing_more();
    }

    /// One burst that asks for a listing, and names only some of these.
    #[track_caller]
    fn relisted(&self, files: &[&str]) {
        let told = self.burst();
        assert!(told.relist && told.files.is_subset(&burst(files).files), "{told:?}");
        self.nothing_more();
    }
}

fn burst(files: &[&str]) -> Burst {
    Burst { files: files.iter().map(|file| SourcePath::new(file)).collect(), relist: false }
}

#[test]
fn a_save_in_place() {
    let site = Site::native();
    site.write("content/x.md");
    site.told(&["content/x.md"]);
    site.write("content/deep/z.md");
    site.told(&["content/deep/z.md"]);
    site.write("site.toml");
    site.told(&["site.toml"]);
}

#[test]
fn a_save_that_takes_long() {
    let site = Site::native();
    let mut file = fs::File::create(site.at("content/x.md")).unwrap();
    file.write_all(b"half").unwrap();
    site.write("content/y.md");
    // Long after the grace, the one file is told and the other is not.
    site.told(&["content/y.md"]);
    file.write_all(b" and half").unwrap();
    drop(file);
    site.told(&["content/x.md"]);
}

/// The swap file, and the question whether files can be made in the folder.
fn vim_begins(site: &Site) {
    for (made, rest) in [("content/.x.md.swp", true), ("content/.x.md.swx", false), ("content/4913", false)] {
        fs::File::create_new(site.at(made)).unwrap();
        if !rest {
            site.remove(made);
        }
    }
}

#[test]
fn vim_renames_the_original() {
    let site = Site::native();
    vim_begins(&site);
    site.rename("content/x.md", "content/x.md~");
    site.write("content/x.md");
    site.chmod("content/x.md");
    site.remove("content/x.md~");
    site.remove("content/.x.md.swp");
    site.told(&["content/x.md"]);
}

#[test]
fn vim_copies_the_original() {
    let site = Site::native();
    vim_begins(&site);
    fs::copy(site.at("content/x.md"), site.at("content/x.md~")).unwrap();
    site.write("content/x.md");
    site.chmod("content/x.md");
    site.remove("content/x.md~");
    site.remove("content/.x.md.swp");
    site.told(&["content/x.md"]);
}

#[test]
fn vscode_writes_in_place() {
    let site = Site::native();
    site.write("content/x.md");
    site.chmod("content/x.md");
    site.told(&["content/x.md"]);
    // It may open the file once to cut it, and once more to fill it.
    fs::File::create(site.at("content/x.md")).unwrap();
    site.write("content/x.md");
    site.told(&["content/x.md"]);
}

#[cfg(unix)]
#[test]
fn emacs_renames_and_locks() {
    let site = Site::native();
    std::os::unix::fs::symlink("me@here.1:2", site.at("content/.#x.md")).unwrap();
    site.write("content/#x.md#");
    site.rename("content/x.md", "content/x.md~");
    site.write("content/x.md");
    site.chmod("content/x.md");
    site.remove("content/#x.md#");
    site.remove("content/.#x.md");
    site.told(&["content/x.md"]);
}

#[test]
fn jetbrains_swaps_two_copies() {
    let site = Site::native();
    site.write("content/x.md___jb_tmp___");
    site.rename("content/x.md", "content/x.md___jb_old___");
    site.rename("content/x.md___jb_tmp___", "content/x.md");
    site.remove("content/x.md___jb_old___");
    site.told(&["content/x.md"]);
}

#[test]
fn a_temporary_file_is_renamed_over() {
    let site = Site::native();
    site.write("content/sedaB3xYz");
    site.chmod("content/sedaB3xYz");
    site.rename("content/sedaB3xYz", "content/x.md");
    site.told(&["content/x.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn sed_edits() {
    let site = Site::native();
    let file = site.at("content/x.md");
    let sed = std::process::Command::new("sed").args(["-i", "s/before/after/"]).arg(file).status();
    assert!(sed.unwrap().success());
    site.told(&["content/x.md"]);
}

#[test]
fn files_come_and_go() {
    let site = Site::native();
    site.write("content/new.md");
    site.told(&["content/new.md"]);
    site.rename("content/new.md", "content/newer.md");
    site.told(&["content/new.md", "content/newer.md"]);
    site.remove("content/newer.md");
    site.told(&["content/newer.md"]);
    fs::hard_link(site.at("content/x.md"), site.at("content/linked.md")).unwrap();
    site.told(&["content/linked.md"]);
    site.rename("content/x.md", "elsewhere.md");
    site.told(&["content/x.md"]);
    site.rename("elsewhere.md", "content/x.md");
    site.told(&["content/x.md"]);
}

#[test]
fn folders_come_and_go() {
    let site = Site::native();
    fs::create_dir_all(site.at("content/n/m")).unwrap();
    fs::write(site.at("content/n/m/x.md"), "x").unwrap();
    site.relisted(&["content/n/m/x.md"]);
    site.write("content/n/m/x.md");
    site.told(&["content/n/m/x.md"]);
    site.rename("content/n", "content/k");
    site.relisted(&[]);
    site.write("content/k/m/x.md");
    site.told(&["content/k/m/x.md"]);
    // Away and back at once.
    site.rename("content/k", "content/n");
    site.rename("content/n", "content/k");
    site.relisted(&["content/n"]);
    site.write("content/k/m/x.md");
    site.told(&["content/k/m/x.md"]);
    fs::remove_dir_all(site.at("content/k")).unwrap();
    site.relisted(&["content/k/m/x.md"]);
}

#[test]
fn the_folders_of_sources_come_and_go() {
    let site = Site::native();
    fs::create_dir(site.at("templates")).unwrap();
    fs::write(site.at("templates/page.html"), "x").unwrap();
    site.relisted(&["templates/page.html"]);
    site.write("templates/page.html");
    site.told(&["templates/page.html"]);
    site.rename("content", "content.old");
    site.relisted(&[]);
    fs::write(site.at("content.old/x.md"), "x").unwrap();
    site.nothing_more();
    site.rename("content.old", "content");
    site.relisted(&[]);
    site.write("content/deep/z.md");
    site.told(&["content/deep/z.md"]);
}

#[test]
fn many_files_at_once() {
    let site = Site::native();
    let names: Vec<String> = (0..500).map(|at| format!("content/deep/{at}.md")).collect();
    for name in &names {
        fs::write(site.at(name), "x").unwrap();
    }
    site.told(&names.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn reading_changes_nothing() {
    let site = Site::native();
    for _ in 0..20 {
        for name in ["content/x.md", "content/y.md", "content/deep/z.md", "site.toml"] {
            let mut text = String::new();
            fs::File::open(site.at(name)).unwrap().read_to_string(&mut text).unwrap();
        }
        fs::read_dir(site.at("content")).unwrap().for_each(drop);
    }
    site.nothing_more();
}

#[test]
fn what_is_no_source_changes_nothing() {
    let site = Site::native();
    for name in ["content/.x.md.swp", "content/x.md~", "content/#x.md#", "content/x.tmp", "content/.hidden"] {
        site.write(name);
        site.write(name);
        site.remove(name);
    }
    for folder in ["public", ".cscare", "target", ".git", "node_modules", "content/.git"] {
        fs::create_dir_all(site.at(folder)).unwrap();
        site.write(&format!("{folder}/x.md"));
    }
    site.write("README.md");
    site.nothing_more();
}

#[test]
fn the_probe_leaves_nothing() {
    let site = Site::native();
    site.nothing_more();
    let left: Vec<_> =
        fs::read_dir(site.at(".cscare")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [".gitignore"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    for how in [How::Native, How::Poll] {
        let elsewhere = tempfile::tempdir().unwrap();
        let outside = elsewhere.path().to_owned();
        let pace = Pace { poll: Duration::from_millis(20), ..patient() };
        let site = Site::prepared(how, pace, |root| {
            symlink(".", root.join("content/loop")).unwrap();
            symlink("..", root.join("content/deep/up")).unwrap();
            symlink("nowhere", root.join("content/broken")).unwrap();
            symlink(&outside, root.join("content/outside")).unwrap();
            symlink(&outside, root.join("templates")).unwrap();
        });
        fs::write(elsewhere.path().join("x.md"), "x").unwrap();
        site.nothing_more();
        site.write("content/x.md");
        site.told(&["content/x.md"]);
        symlink("..", site.at("content/deep/other")).unwrap();
        site.told(&["content/deep/other"]);
    }
}

#[test]
fn looking_finds_what_the_system_would_tell() {
    let site = Site::watched(How::Poll, Pace { poll: Duration::from_millis(20), ..patient() });
    site.write("content/x.md");
    site.told(&["content/x.md"]);
    site.write("content/new.md");
    site.told(&["content/new.md"]);
    site.remove("content/new.md");
    site.told(&["content/new.md"]);
    fs::create_dir_all(site.at("content/n/m")).unwrap();
    site.write("content/n/m/x.md");
    site.told(&["content/n/m/x.md"]);
    site.write("content/.x.md.swp");
    site.write("public.md");
    site.nothing_more();
}

#[test]
fn what_happens_during_a_hand_over_is_the_next_burst() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir(&content).unwrap();
    for name in ["x.md", "y.md", "z.md"] {
        fs::write(content.join(name), "before").unwrap();
    }
    let (sender, notices) = mpsc::channel();
    let (open, gate) = mpsc::channel();
    let _watch = watch::start_at(folder.path(), How::Native, patient(), move |notice| {
        let _ = sender.send(notice);
        let _ = gate.recv();
    });
    for name in ["x.md", "y.md", "z.md"] {
        fs::write(content.join(name), "after").unwrap();
        if name == "x.md" {
            assert_eq!(notices.recv_timeout(ENOUGH), Ok(WatchNotice::Changed(burst(&["content/x.md"]))));
        }
    }
    // The events reach the watcher while it waits for the first hand-over to end.
    std::thread::sleep(GRACE / 4);
    assert_eq!(notices.try_recv().ok(), None);
    open.send(()).unwrap();
    let both = burst(&["content/y.md", "content/z.md"]);
    assert_eq!(notices.recv_timeout(ENOUGH), Ok(WatchNotice::Changed(both)));
    open.send(()).unwrap();
}

#[test]
fn it_ends_when_it_is_dropped() {
    for how in [How::Native, How::Poll] {
        let mut site = Site::watched(how, patient());
        site.watch.take();
        site.write("content/x.md");
        assert_eq!(site.notices.recv_timeout(ENOUGH), Err(RecvTimeoutError::Disconnected));
    }
}

#[test]
fn a_site_that_moves_is_looked_for_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    fs::create_dir_all(root.join("content")).unwrap();
    let (sender, notices) = mpsc::channel();
    let pace = Pace { poll: Duration::from_millis(20), ..patient() };
    let _watch = watch::start_at(&root, How::Native, pace, move |notice| {
        let _ = sender.send(notice);
    });
    fs::rename(&root, folder.path().join("moved")).unwrap();
    assert_eq!(notices.recv_timeout(ENOUGH), Ok(WatchNotice::Remark(watch::WatchRemark::Moved)));
    let Ok(WatchNotice::Changed(told)) = notices.recv_timeout(ENOUGH) else { panic!("no burst") };
    assert!(told.relist, "{told:?}");
    fs::rename(folder.path().join("moved"), &root).unwrap();
    fs::write(root.join("content/x.md"), "x").unwrap();
    assert_eq!(notices.recv_timeout(ENOUGH), Ok(WatchNotice::Changed(burst(&["content/x.md"]))));
}
