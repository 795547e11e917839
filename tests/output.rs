//! What a build writes, leaves alone, removes and puts back.
//!
//! What it refuses is tested in `output_refusals.rs`, killing it in `output_killed.rs`.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test stands outside the program")]

mod output_support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use cscare_site::output::{FileChange, OutputFailure, Staging, WrittenFiles};
use cscare_site::source::mark::Stamp;
use output_support::{MANIFEST, Place, Site, build, foreign, names, place, put, read, site, stage};

#[test]
fn a_first_build_writes_everything_and_leaves_nothing_else() {
    let Place { temp, output } = place();
    let new = site(&[("index.html", "home"), ("a/b/index.html", "ab"), ("a/c.css", "")]);
    let written = build(&output, &new).expect("it builds");
    assert_eq!(written, WrittenFiles { new: 3, bytes: 6, ..WrittenFiles::default() });
    assert_eq!(read(&output), new);
    assert_eq!(names(temp.path()), ["public"]);
    let manifest = fs::read_to_string(output.join(MANIFEST)).expect("there is a manifest");
    let paths: Vec<_> = manifest.lines().skip(1).map(|l| l.splitn(3, ' ').nth(2)).collect();
    assert_eq!(paths, [Some("a/b/index.html"), Some("a/c.css"), Some("index.html")]);
    assert_eq!(manifest.lines().next(), Some("cscare-manifest 1"));
}

#[cfg(unix)]
#[test]
fn permissions_follow_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let Place { temp, output } = place();
    put(&temp.path().join("probe/file"), "");
    let mode = |path: PathBuf| fs::metadata(path).expect("it is there").permissions().mode();
    for version in ["1", "2"] {
        build(&output, &site(&[("a/x", version)])).expect("it builds");
        assert_eq!(mode(output.join("a/x")), mode(temp.path().join("probe/file")));
        assert_eq!(mode(output.join("a")), mode(temp.path().join("probe")));
        assert_eq!(mode(output.clone()), mode(temp.path().join("probe")));
    }
}

#[cfg(unix)]
#[test]
fn an_unchanged_build_writes_nothing() {
    use std::os::unix::fs::MetadataExt;
    let Place { temp, output } = place();
    let same = site(&[("index.html", "home"), ("a/index.html", "a")]);
    build(&output, &same).expect("it builds");
    let marks = || {
        ["", MANIFEST, "index.html", "a", "a/index.html"].map(|name| {
            let meta = fs::symlink_metadata(output.join(name)).expect("it is there");
            (meta.ino(), meta.ctime(), meta.ctime_nsec(), meta.mtime(), meta.mtime_nsec())
        })
    };
    let before = marks();
    let staging = Staging::open(&output).expect("it opens");
    assert_eq!(staging.stage("index.html", b"home").expect("staged"), FileChange::Unchanged);
    assert_eq!(staging.stage("a/index.html", b"a").expect("staged"), FileChange::Unchanged);
    let written = staging.commit().expect("it commits");
    assert_eq!(written, WrittenFiles { unchanged: 2, ..WrittenFiles::default() });
    assert_eq!(marks(), before);
    assert_eq!(names(temp.path()), ["public"]);
}

#[test]
fn what_is_written_piece_by_piece_is_staged_like_bytes() {
    let Place { temp, output } = place();
    let staged = |pieces: &[&str]| {
        let staging = Staging::open(&output).expect("it opens");
        let write = |[all, first]: [&mut dyn Write; 2]| {
            pieces.iter().try_for_each(|piece| all.write_all(piece.as_bytes()))?;
            first.write_all(&pieces[0].as_bytes()[..1])
        };
        let changes = staging.stage_written(["data/a.csv", "data/b.json"], &write).expect("staged");
        staging.commit().expect("it commits");
        changes
    };
    assert_eq!(staged(&["a", "b"]), [FileChange::New, FileChange::New]);
    assert_eq!(staged(&["ab"]), [FileChange::Unchanged, FileChange::Unchanged]);
    let same = site(&[("data/a.csv", "ab"), ("data/b.json", "a")]);
    assert_eq!(stage(&output, &same).commit().expect("it commits").unchanged, 2);
    assert_eq!(staged(&["a", "c"]), [FileChange::Changed, FileChange::Unchanged]);
    assert_eq!(read(&output), site(&[("data/a.csv", "ac"), ("data/b.json", "a")]));
    assert_eq!(staged(&["b"]), [FileChange::Changed, FileChange::Changed]);
    assert_eq!(read(&output), site(&[("data/a.csv", "b"), ("data/b.json", "b")]));
    assert_eq!(names(temp.path()), ["public"]);
}

#[test]
fn changes_and_removals_are_published_and_emptied_folders_go() {
    let Place { temp, output } = place();
    build(
        &output,
        &site(&[
            ("keep", "1"),
            ("edit", "1"),
            ("old/deep/x", "1"),
            ("old/y", "1"),
            ("half/a", "1"),
            ("half/b", "1"),
        ]),
    )
    .expect("it builds");
    fs::create_dir(output.join("empty")).expect("a person's folder");
    let next = site(&[("keep", "1"), ("edit", "22"), ("half/b", "1"), ("new/z", "3")]);
    let written = build(&output, &next).expect("it builds");
    assert_eq!(written, WrittenFiles { new: 1, changed: 1, unchanged: 2, removed: 3, bytes: 3 });
    let mut left = next.clone();
    left.insert("empty/".into(), String::new());
    assert_eq!(read(&output), left);
    assert_eq!(names(temp.path()), ["public"]);
    let written = build(&output, &Site::new()).expect("it builds");
    assert_eq!(written.removed, 4);
    assert_eq!(read(&output), site(&[("empty/", "")]));
}

#[test]
fn files_and_folders_may_trade_places() {
    let Place { output, temp: _temp } = place();
    let one = site(&[("x", "file"), ("y/a/b", "deep"), ("y/c", "c"), ("d/e", "e")]);
    let two = site(&[("x/index.html", "page"), ("y", "file"), ("d/f", "f")]);
    for wanted in [&one, &two, &one, &two] {
        build(&output, wanted).expect("it builds");
        assert_eq!(read(&output), *wanted);
    }
    put(&output.join("x/mine"), "mine");
    assert_eq!(foreign(build(&output, &one), &output), ["x/mine"]);
    assert_eq!(fs::read_to_string(output.join("y")).expect("still a file"), "file");
}

#[test]
fn lost_files_are_written_again_and_edited_ones_stay() {
    let Place { output, temp: _temp } = place();
    let same = site(&[("lost", "1"), ("longer", "1"), ("alike", "1"), ("gone", "1"), ("other", "1")]);
    build(&output, &same).expect("it builds");
    fs::remove_file(output.join("lost")).expect("removed");
    put(&output.join("longer"), "edited");
    put(&output.join("gone"), "edited");
    put(&output.join("other"), "edited");
    edit_with_old_time(&output, "alike");
    let before = read(&output);
    // One that goes, one that is to be another, and two that stay.
    let next = site(&[("lost", "1"), ("longer", "1"), ("alike", "1"), ("other", "2")]);
    let names = |failure: OutputFailure| match failure {
        OutputFailure::Edited(paths) => {
            paths.iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>()
        }
        other => panic!("{other}"),
    };
    assert_eq!(names(build(&output, &next).unwrap_err()), ["alike", "gone", "longer", "other"]);
    assert_eq!(names(build(&output, &site(&[])).unwrap_err()), ["alike", "gone", "longer", "other"]);
    assert_eq!(read(&output), before);
    for name in ["alike", "gone", "longer", "other"] {
        fs::remove_file(output.join(name)).expect("it is there");
    }
    build(&output, &next).expect("it builds");
    assert_eq!(read(&output), next);
    // What is already as it is to be is no loss.
    put(&output.join("other"), "3");
    let next = site(&[("lost", "1"), ("other", "3")]);
    build(&output, &next).expect("it builds");
    assert_eq!(read(&output), next);
}

#[test]
fn a_copy_of_a_site_is_no_edit() {
    let Place { output, temp: _temp } = place();
    let one = site(&[("a", "1"), ("b", "1"), ("c", "1")]);
    build(&output, &one).expect("it builds");
    for name in [MANIFEST, "a", "b", "c"] {
        let bytes = fs::read(output.join(name)).expect("it is there");
        fs::remove_file(output.join(name)).expect("it is there");
        fs::write(output.join(name), bytes).expect("it can be written");
    }
    let next = site(&[("a", "1"), ("b", "2")]);
    build(&output, &next).expect("it builds");
    assert_eq!(read(&output), next);
}

#[test]
fn a_folder_of_somebody_elses_in_the_place_of_the_stage_stays() {
    let Place { output, temp } = place();
    let one = site(&[("a", "1")]);
    build(&output, &one).expect("it builds");
    put(&temp.path().join(".public.cscare-stage/mine"), "mine");
    let refused = Staging::open(&output).map(drop).unwrap_err();
    assert!(matches!(refused, OutputFailure::NotOwn { .. }), "{refused}");
    assert!(cscare_site::output::recover(&output).is_err());
    let kept = fs::read_to_string(temp.path().join(".public.cscare-stage/mine"));
    assert_eq!(kept.expect("it is there"), "mine");
    // One that was killed before it had anything in it is nobody's.
    fs::remove_file(temp.path().join(".public.cscare-stage/mine")).expect("it is there");
    build(&output, &one).expect("it builds");
    assert_eq!(names(temp.path()), ["public"]);
}

/// Writes another letter over a file of one, and gives it the time that it had, which the disk does not take for the
/// time of the change.
fn edit_with_old_time(output: &Path, name: &str) {
    let path = output.join(name);
    let time = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("it has a time");
    let placed = fs::metadata(output.join(".cscare-manifest")).expect("it is there");
    // The clock of a disk may stand still for some thousandths of a second.
    while Stamp::of(&fs::metadata(&path).expect("it is there")).changed() <= Stamp::of(&placed).changed() {
        put(&path, "2");
        fs::File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.set_modified(time))
            .expect("it has one");
    }
}

#[test]
fn a_discarded_or_dropped_build_leaves_no_trace() {
    let Place { temp, output } = place();
    let deep = temp.path().join("not/there/yet");
    stage(&deep, &site(&[("a/x", "1")])).discard().expect("discarded");
    drop(stage(&output, &site(&[("a/x", "1")])));
    assert_eq!(names(temp.path()), Vec::<String>::new());
    let kept = site(&[("a/x", "1"), ("gone", "1")]);
    build(&output, &kept).expect("it builds");
    stage(&output, &site(&[("a/x", "2"), ("b/y", "2")])).discard().expect("discarded");
    drop(stage(&output, &site(&[("a/x", "2"), ("b/y", "2")])));
    assert_eq!(read(&output), kept);
    assert_eq!(names(temp.path()), ["public"]);
}

#[test]
fn a_failing_commit_puts_everything_back() {
    let Place { temp, output } = place();
    let kept = site(&[("a", "1"), ("b", "1"), ("c/d", "1"), ("gone/x", "1"), ("swap", "1")]);
    build(&output, &kept).expect("it builds");
    let next = site(&[("a", "2"), ("b", "2"), ("new/late", "2"), ("c/d", "2"), ("swap/e", "2")]);
    let staging = stage(&output, &next);
    put(&output.join("new/late"), "mine");
    assert_eq!(foreign(staging.commit(), &output), ["new/late"]);
    let mut left = kept.clone();
    left.insert("new/late".into(), "mine".into());
    assert_eq!(read(&output), left);
    assert_eq!(names(temp.path()), ["public"]);
    fs::remove_file(output.join("new/late")).expect("removed");
    build(&output, &next).expect("it builds");
    assert_eq!(read(&output), next);
}
