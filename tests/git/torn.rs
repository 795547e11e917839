//! A build that was killed while it published: whatever is typed next finishes it, and nothing of it is left.

use crate::support::{Review, Run, files};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

type Files = BTreeMap<String, Vec<u8>>;

const MANIFEST: &str = ".cscare-manifest";

/// A review whose `public/` is half of one site and half of the next, as a kill leaves it, and the next site.
fn torn() -> (Review, Files) {
    let review = Review::new();
    review.write(".gitignore", "/public\n/.public.*\n/.cscare\n");
    review.write("evidence.lock", "");
    review.commit("Ignore what is built");
    review.run(&["build"]).expect(0, &[]);
    review.replace("site.toml", "Libraries", "All libraries");
    review.commit("Change the title");
    review.run(&["build", "--out", "../next"]).expect(0, &[]);
    let (former, next) = (files(&review.root().join("public")), files(&review.path("next")));
    let changed: Vec<&String> = former.keys().filter(|path| next.get(*path) != former.get(*path)).collect();
    let changed: Vec<&String> = changed.into_iter().filter(|path| *path != MANIFEST).collect();
    assert!(changed.len() > 4 && next.len() == former.len(), "{changed:?}");

    let stamp = xxhash_rust::xxh3::xxh3_64(&former[MANIFEST]);
    let mut journal = format!("cscare-journal 1\nfrom {stamp:016x}\n");
    for (slot, path) in changed.iter().enumerate() {
        journal.push_str(&format!("replace {slot} {path}\n"));
        let place = format!(".public.cscare-stage/{:x}/{slot}", slot % 16);
        review.write(&format!("{place}.old"), &former[*path]);
        match slot % 2 {
            0 => review.write(&format!("public/{path}"), &next[*path]),
            _ => review.write(&format!("{place}.new"), &next[*path]),
        }
    }
    review.write(".public.cscare-stage/.cscare-manifest", &next[MANIFEST]);
    review.write(".public.cscare-stage/.cscare-journal", journal);
    review.write(".public.cscare-lock", "");
    for left in
        ["deploy/site/index.html", "rewrite/part", "cache/highlighted.txt", "watched", ".deploy.cscare-lock"]
    {
        review.write(&format!(".cscare/{left}"), "left");
    }
    assert!(![&former, &next].contains(&&files(&review.root().join("public"))));
    (review, next)
}

/// What is left of a killed run.
fn left(review: &Review) -> Vec<String> {
    let names = fs::read_dir(review.root()).expect("the folder can be listed");
    let names = names.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".public")).chain(review.leftovers()).collect()
}

/// Runs the preview until it says that it serves.
fn serve(review: &Review) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
        .args(["serve", "--port", "0"])
        .current_dir(review.root())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let lines = BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
    let stderr = lines.take_while(|line| !line.contains("serving")).collect();
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    Run { code: Some(0), stdout: String::new(), stderr }
}

#[test]
fn whatever_is_typed_next_finishes_a_killed_build() {
    for (command, code) in [
        (&["build"][..], 0),
        (&["build", "--out", "../another"], 0),
        (&["check"], 0),
        (&["check", "--fix"], 0),
        (&["check", "--format", "json"], 0),
        (&["serve"], 0),
        (&["deploy", "--dry-run"], 0),
        (&["deploy", "--yes"], 0),
        (&["verify", "--archive", ".."], 0),
        (&["diff", "HEAD"], 0),
        (&["doctor"], 0),
        (&["new", "page", "Another", "--yes"], 0),
    ] {
        let (review, next) = torn();
        let run = if command == ["serve"] { serve(&review) } else { review.run(command) };
        assert_eq!(run.code, Some(code), "{command:?}: {run:#?}");
        assert!(files(&review.root().join("public")) == next, "{command:?} left a mix");
        let left = left(&review);
        assert!(left.iter().all(|path| command == ["serve"] && path == "watched"), "{command:?}: {left:?}");
    }
}

#[test]
fn a_build_that_fails_finishes_it_too() {
    for command in [&["build"][..], &["check"], &["deploy", "--yes"]] {
        let (review, next) = torn();
        review.replace("content/findings/fewer.md", "count.visits", "count.visit");
        review.commit("Break it");
        review.run(command).expect(1, &["count.visit"]);
        assert!(files(&review.root().join("public")) == next, "{command:?} left a mix");
        assert!(left(&review).is_empty(), "{command:?}: {:?}", left(&review));
    }
}

#[test]
fn cleaning_up_after_a_kill_removes_all_that_was_built() {
    let (review, _) = torn();
    review.run(&["clean"]).expect(0, &["removed"]);
    assert!(!review.root().join("public").exists() && left(&review).is_empty(), "{:?}", left(&review));
}

/// A journal of another site, or of none, is dropped and does nothing.
#[test]
fn what_was_left_for_another_site_is_only_removed() {
    let (review, _) = torn();
    review.write("public/.cscare-manifest", "cscare-manifest 1\n");
    let before = files(&review.root().join("public"));
    review.run(&["check"]).expect(0, &[]);
    assert!(files(&review.root().join("public")) == before && left(&review).is_empty());
}

/// A run that only looks says what it cannot settle, and goes on.
#[test]
fn what_cannot_be_settled_is_told() {
    let (review, _) = torn();
    review.write(".public.cscare-stage/.cscare-journal", "something else\n");
    let said = ["what a killed build left is still there", "line 1 is not in a form this version knows"];
    review.run(&["check"]).expect(0, &said);
    review.run(&["build"]).expect(2, &said);
}

/// Two runs that need the same place are told apart from a build.
#[test]
fn a_second_deploy_waits_for_no_build() {
    let review = Review::new();
    let lock = review.root().join(".cscare/.deploy.cscare-lock");
    review.write(".cscare/.gitignore", "*\n");
    review.write(".cscare/.deploy.cscare-lock", "");
    let held = fs::File::options().write(true).open(Path::new(&lock)).expect("it is there");
    held.try_lock().expect("nobody else holds it");
    review.deploy(&[]).expect(2, &["another `deploy` is running in `", "wait until it has ended"]);
    // Others are not held up.
    review.run(&["check", "--fix"]).expect(0, &[]);
    drop(held);
    review.deploy(&[]).expect(0, &["published"]);
}
