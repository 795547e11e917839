//! After any sequence of edits the preview serves what a clean build would write, byte for byte.
//!
//! The watcher is left out (see `tests/watch.rs`): the test says itself what changed, as the watcher would.

#![expect(clippy::disallowed_methods, reason = "tests make sites, look at files and run the program")]

#[path = "preview/edits.rs"]
mod edits;

use cscare_site::document::highlight::Highlighter;
use cscare_site::path::{OutputPath, SourcePath};
use cscare_site::preview::live::Live;
use cscare_site::preview::served::{Answer, Served};
use cscare_site::preview::watch::Burst;
use cscare_site::site::{Options, Site, has_errors};
use cscare_site::source;
use edits::{Edit, Random};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many sequences, and how many edits in each.
const SEQUENCES: u64 = 12;
const EDITS: usize = 30;

#[test]
fn any_sequence_of_edits_is_served_like_a_clean_build() {
    let (mut compared, mut broken) = (0, 0);
    for seed in 0..SEQUENCES {
        let mut random = Random::new(seed);
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        edits::copy_site(folder.path());
        let live = open(folder.path());
        let mut done: Vec<Edit> = Vec::new();
        for _ in 0..EDITS {
            let edit = Edit::any(&mut random, folder.path());
            let burst = edit.make(folder.path());
            done.push(edit);
            live.apply(&burst);
            match clean_build(folder.path()) {
                Some(clean) => {
                    assert_same(&live, &clean, seed, &done);
                    compared += 1;
                }
                // What is broken cannot be built; the preview has to live through it, and be right once it is mended.
                None => broken += 1,
            }
        }
    }
    assert!(compared > SEQUENCES * 8, "only {compared} states could be compared");
    assert!(broken > SEQUENCES, "only {broken} states were broken");
}

#[test]
fn a_burst_that_changes_nothing_is_no_rebuild() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    edits::copy_site(folder.path());
    let live = open(folder.path());
    let before = live.news().borrow().generation;
    let path = "content/reports/count-2020.md";
    let text = fs::read(folder.path().join(path)).expect("the file is there");
    fs::write(folder.path().join(path), text).expect("the file can be written");
    assert!(live.apply(&burst(path)).is_none());
    assert_eq!(live.news().borrow().generation, before);
}

#[test]
fn a_page_whose_front_matter_breaks_stays_as_it_was() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    edits::copy_site(folder.path());
    let live = open(folder.path());
    let path = folder.path().join("content/reports/count-2020.md");
    let (page, good) =
        ("reports/count-2020/index.html", fs::read_to_string(&path).expect("the file is there"));
    let before = live.file(&OutputPath::new(page));
    assert!(matches!(before, Answer::File(_)));

    fs::write(&path, good.replacen("title:", "titel:", 1)).expect("the file can be written");
    live.apply(&burst("content/reports/count-2020.md")).expect("it is a change");
    live.check(&mut |_| {});
    assert_eq!(live.file(&OutputPath::new(page)), before);
    let problems = live.news().borrow().problems.clone();
    let first = problems.first().expect("the mistake is told");
    assert_eq!((first.level, first.file.as_str(), first.line), ("error", "content/reports/count-2020.md", 2));
    assert!(first.help.contains("title"), "{}", first.help);

    fs::write(&path, good).expect("the file can be written");
    live.apply(&burst("content/reports/count-2020.md"));
    live.check(&mut |_| {});
    assert_eq!(live.file(&OutputPath::new(page)), before);
    assert!(live.news().borrow().problems.iter().all(|problem| problem.level != "error"));
}

#[test]
fn a_site_that_is_broken_from_the_start_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("site.toml"), "title = 3\n").expect("the file can be written");
    fs::create_dir(folder.path().join("templates")).expect("the folder is new");
    fs::write(folder.path().join("templates/base.html"), "{% if %}").expect("the file can be written");
    let live = open(folder.path());
    live.check(&mut |_| {});
    assert!(matches!(live.file(&OutputPath::new("index.html")), Answer::Failed(_)));
    let codes: Vec<&str> = live.news().borrow().problems.iter().map(|problem| problem.level).collect();
    assert!(codes.iter().filter(|level| **level == "error").count() >= 2, "{codes:?}");
}

fn burst(path: &str) -> Burst {
    Burst { files: [SourcePath::new(path)].into(), relist: false }
}

fn open(root: &Path) -> Live {
    let options = Box::new(Options::default);
    let live = Live::new(root.to_owned(), options, "none".to_owned(), Highlighter::default(), 1);
    live.load();
    live
}

/// Every file that a build of the folder as it is would write; `None` when it would not build.
fn clean_build(root: &Path) -> Option<BTreeMap<OutputPath, Vec<u8>>> {
    let site = Site::load(source::disk::read(root), &Options::default(), &Highlighter::default());
    let rendered = site.check();
    if has_errors(&rendered) {
        return None;
    }
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    site.build(out.path()).expect("it can be written");
    let paths = site.plan.items.keys();
    let read = |path: &OutputPath| fs::read(out.path().join(path.as_str())).expect("it was written");
    Some(paths.map(|path| (path.clone(), read(path))).collect())
}

fn assert_same(live: &Live, clean: &BTreeMap<OutputPath, Vec<u8>>, seed: u64, done: &[Edit]) {
    for (path, bytes) in clean {
        match live.file(path) {
            Answer::File(served) if served == *bytes => {}
            Answer::File(served) => panic!(
                "seed {seed}, after {done:?}: {path} differs\n--- served\n{}\n--- built\n{}",
                String::from_utf8_lossy(&served),
                String::from_utf8_lossy(bytes)
            ),
            other => panic!("seed {seed}, after {done:?}: {path} is {other:?}"),
        }
    }
    let all: Vec<OutputPath> = live.paths();
    let more: Vec<&OutputPath> = all.iter().filter(|path| !clean.contains_key(*path)).collect();
    assert!(more.is_empty(), "seed {seed}, after {done:?}: served, and not built: {more:?}");
}
