//! What a build refuses, and that it then changes nothing.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test stands outside the program")]

mod output_support;

use std::fs;

use cscare_site::output::{OutputFailure, Staging, WrittenFiles};
use output_support::{MANIFEST, Place, build, foreign, names, place, put, read, site, stage};

#[test]
fn foreign_files_are_kept_and_all_named_or_adopted_when_equal() {
    let Place { temp, output } = place();
    put(&output.join("CNAME"), "mine");
    put(&output.join("a/one"), "mine");
    put(&output.join("two"), "mine");
    put(&output.join("equal"), "equal");
    let before = read(&output);
    let mut wanted = site(&[("a/one", "1"), ("two", "22"), ("equal", "equal"), ("new", "n")]);
    assert_eq!(foreign(build(&output, &wanted), &output), ["a/one", "two"]);
    assert_eq!(read(&output), before);
    assert!(!output.join(MANIFEST).exists());
    assert_eq!(names(temp.path()), ["public"]);
    wanted.retain(|path, _| path == "equal" || path == "new");
    let written = build(&output, &wanted).expect("it builds");
    assert_eq!(written, WrittenFiles { new: 1, unchanged: 1, bytes: 1, ..WrittenFiles::default() });
    wanted.remove("equal");
    assert_eq!(build(&output, &wanted).expect("it builds").removed, 1);
    assert!(!output.join("equal").exists() && output.join("CNAME").exists());
}

#[test]
fn a_foreign_file_in_a_pruned_folder_is_kept() {
    let Place { output, temp: _temp } = place();
    build(&output, &site(&[("a/b/x", "1"), ("a/y", "1"), ("z", "1")])).expect("it builds");
    put(&output.join("a/b/mine"), "mine");
    build(&output, &site(&[("z", "1")])).expect("it builds");
    assert_eq!(read(&output), site(&[("a/b/mine", "mine"), ("z", "1")]));
}

#[cfg(unix)]
#[test]
fn symlinks_inside_the_output_are_refused_and_their_targets_untouched() {
    use std::os::unix::fs::symlink;
    let Place { temp, output } = place();
    let outside = temp.path().join("outside");
    put(&outside.join("x"), "1");
    put(&outside.join("file"), "mine");
    build(&output, &site(&[("a/x", "1"), ("f", "1"), ("g", "1")])).expect("it builds");
    fs::remove_dir_all(output.join("a")).expect("removed");
    symlink(&outside, output.join("a")).expect("linked");
    fs::remove_file(output.join("f")).expect("removed");
    symlink(outside.join("file"), output.join("f")).expect("linked");
    let refused = build(&output, &site(&[("a/x", "1"), ("a/new", "1"), ("f", "1"), ("g", "2")]));
    assert_eq!(foreign(refused, &output), ["a", "f"]);
    // Removing them from the site does not remove them from where the links lead.
    build(&output, &site(&[("g", "2")])).expect("it builds");
    assert_eq!(read(&output), site(&[("a", "a symlink"), ("f", "a symlink"), ("g", "2")]));
    assert_eq!(read(&outside), site(&[("file", "mine"), ("x", "1")]));
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_symlink_is_followed() {
    let Place { temp, output } = place();
    let real = temp.path().join("elsewhere/real");
    fs::create_dir_all(&real).expect("made");
    std::os::unix::fs::symlink(&real, &output).expect("linked");
    for version in ["1", "2"] {
        build(&output, &site(&[("x", version)])).expect("it builds");
        assert_eq!(read(&real), site(&[("x", version)]));
    }
    assert!(output.is_symlink());
    assert_eq!(names(&temp.path().join("elsewhere")), ["real"]);
    fs::remove_dir_all(&real).expect("removed");
    let refused = Staging::open(&output).err().expect("a link to nowhere is refused");
    assert!(refused.to_string().starts_with("could not follow `"), "{refused}");
}

#[test]
fn bad_paths_and_duplicates_are_refused_and_spoil_the_build() {
    let Place { output, temp: _temp } = place();
    let long = "x".repeat(256);
    let bad =
        ["", "/x", "../x", "a/../x", "a//b", "a/", "./a", "a\0b", "a\nb", ".cscare-manifest", long.as_str()];
    for path in bad {
        let staging = Staging::open(&output).expect("it opens");
        assert!(matches!(staging.stage(path, b""), Err(OutputFailure::BadPath { .. })), "{path:?}");
        assert!(matches!(staging.commit(), Err(OutputFailure::Incomplete(_))));
    }
    let staging = Staging::open(&output).expect("it opens");
    staging.stage(&long[1..], b"1").expect("255 bytes are fine");
    assert!(matches!(staging.stage(&long[1..], b"1"), Err(OutputFailure::Twice(_))));
    staging.discard().expect("discarded");
    assert!(!output.exists());
    build(&output, &site(&[("z", "1")])).expect("it builds");
    let clash = build(&output, &site(&[("a", "1"), ("a-b", "1"), ("a/b", "1")]));
    assert!(matches!(clash, Err(OutputFailure::BadPath { .. })), "{clash:?}");
    assert_eq!(read(&output), site(&[("z", "1")]));
}

#[test]
fn two_builds_at_once_are_refused() {
    let Place { temp, output } = place();
    let first = stage(&output, &site(&[("x", "1")]));
    let refused = Staging::open(&output).err().expect("the second is refused");
    assert!(matches!(&refused, OutputFailure::Busy(path) if *path == output));
    assert!(refused.to_string().starts_with("another build is writing to `"));
    first.commit().expect("the first is not disturbed");
    build(&output, &site(&[("x", "2")])).expect("it builds");
    assert_eq!(names(temp.path()), ["public"]);
}

#[test]
fn a_damaged_manifest_is_named_with_its_line() {
    let Place { output, temp: _temp } = place();
    build(&output, &site(&[("x", "1")])).expect("it builds");
    put(&output.join(MANIFEST), "cscare-manifest 1\n00 1 ../outside\n");
    let refused = Staging::open(&output).err().expect("it is refused");
    assert!(matches!(refused, OutputFailure::Unreadable { line: 2, .. }), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_read_only_parent_is_no_obstacle_once_the_output_exists() {
    use std::os::unix::fs::PermissionsExt;
    let Place { temp, output } = place();
    let parent = temp.path();
    build(&output, &site(&[("x", "1"), ("gone", "1")])).expect("it builds");
    let allow = |mode| fs::set_permissions(parent, fs::Permissions::from_mode(mode));
    allow(0o555).expect("made read-only");
    // Permissions do not hold back root: then only the usual way is tested.
    let root = fs::write(parent.join("probe"), "").is_ok();
    if root {
        eprintln!("running as root: a read-only parent cannot be had");
        fs::remove_file(parent.join("probe")).expect("removed");
    }
    let lock_is_inside = {
        let staging = stage(&output, &site(&[("x", "2"), ("a/y", "2")]));
        assert!(matches!(Staging::open(&output), Err(OutputFailure::Busy(_))));
        let inside = names(&output).iter().any(|name| name == ".cscare-stage");
        staging.commit().expect("it commits");
        inside
    };
    let refused = Staging::open(&parent.join("other")).err();
    allow(0o755).expect("made writable");
    assert_eq!(lock_is_inside, !root);
    assert_eq!(refused.is_some(), !root);
    assert_eq!(read(&output), site(&[("x", "2"), ("a/y", "2")]));
    assert_eq!(names(parent), ["public"]);
}
