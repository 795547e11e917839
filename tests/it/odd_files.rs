//! Links, pipes and folders where a file is expected: said what they are, and never waited for.

#![cfg(unix)]

use super::support::{TestSite, page};
use nix::sys::stat::Mode;
use nix::unistd::mkfifo;
use std::os::unix::fs::symlink;

/// A pipe nobody writes to: whoever opens it waits for ever.
fn pipe(site: &TestSite, path: &str) {
    let whole = site.root().join(path);
    let _ = std::fs::remove_file(&whole);
    mkfifo(&whole, Mode::S_IRUSR | Mode::S_IWUSR).expect("the system has pipes");
}

#[test]
fn settings_that_are_no_file_are_said_to_be_none() {
    let site = TestSite::new();
    std::fs::rename(site.root().join("site.toml"), site.around().join("real.toml")).expect("it is there");
    symlink("../real.toml", site.root().join("site.toml")).expect("links can be made");
    let run = site.run(&["check", "--format", "short"]);
    let link = "site.toml:1:1: error[S001] `site.toml` cannot be read: it is a symbolic link, and links are not followed\n";
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), link));
    pipe(&site, "site.toml");
    let run = site.run(&["check", "--format", "short"]);
    assert_eq!(run.stdout, "site.toml:1:1: error[S001] `site.toml` cannot be read: it is no ordinary file\n");
}

#[test]
fn a_lock_that_is_no_file_is_an_error() {
    let site = TestSite::new().file("content/a.md", page("B.\n"));
    symlink("elsewhere", site.root().join("evidence.lock")).expect("links can be made");
    let found = site.check();
    assert!(found.has_errors(), "nothing is held against a lock that was not read");
    let link = "`evidence.lock` cannot be read: it is a symbolic link, and links are not followed";
    assert!(found.lines()[0].contains(link), "{:?}", found.lines());
    pipe(&site, "evidence.lock");
    assert!(site.check().lines()[0].contains("it is no ordinary file"));
    assert_eq!(site.build().written, None);
}

#[test]
fn pipes_are_never_waited_for() {
    let site = TestSite::new()
        .file("content/a.md", page("B.\n"))
        .file("templates/own.html", "")
        .file("static/x.css", "");
    for path in ["content/pipe.md", "templates/own.html", "static/x.css"] {
        pipe(&site, path);
    }
    let found = site.check();
    let told = found.lines().into_iter().filter(|line| line.contains("it is no ordinary file")).count();
    assert_eq!(told, 3, "{:?}", found.lines());
    pipe(&site, "data.json");
    let run = site.run(&["diff", "data.json", "."]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    std::fs::create_dir(site.around().join("archive")).expect("it is new");
    let report = super::support::REPORT.replace("published:", "snapshot: pipe.txt\npublished:");
    let site = site.file("content/reports/count.md", report);
    pipe(&site, "../archive/pipe.txt");
    let run = site.run(&["verify", "--archive", "../archive", "--date", "2026-01-01", "--format", "short"]);
    assert!(run.stdout.contains("is no ordinary file"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_folder_that_is_gone_is_said_to_be() {
    let site = TestSite::new();
    let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" init --yes";
    let output = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_cscare-site")])
        .current_dir(site.root())
        .output()
        .expect("there is a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("is not there any more"), "{said}");
}

#[test]
fn a_page_with_the_fields_of_a_report_is_told_once_where_it_belongs() {
    for folder in ["report", "sources"] {
        let site = TestSite::new().file(
            &format!("content/{folder}/count.md"),
            "---\ntitle: The count\nkind: survey\npublisher: P\npublished: 2020\n---\nB.\n",
        );
        let found = site.check();
        found.assert_codes(&["F001"]);
        assert!(found.lines()[0].contains("fields of a report"), "{:?}", found.lines());
        assert!(found.lines().concat().contains("content/reports/"), "{:?}", found.lines());
    }
    let own = TestSite::new().file("content/notes/a.md", "---\ntitle: A\ncolour: red\n---\nB.\n").check();
    own.assert_codes(&["F001"]);
    assert!(own.lines()[0].contains("no field `colour`"), "{:?}", own.lines());
}

#[test]
fn a_link_in_place_of_the_programs_own_folder_ends_every_command() {
    let site = TestSite::new().file("content/a.md", page("B.\n"));
    std::fs::create_dir(site.around().join("elsewhere")).expect("it is new");
    symlink("../elsewhere", site.root().join(".cscare")).expect("links can be made");
    for command in [["build"], ["check"], ["clean"], ["doctor"], ["serve"]] {
        let run = site.run(&command);
        assert_eq!(run.code, Some(2), "{command:?}: {} {}", run.stdout, run.stderr);
        assert!(run.stderr.contains(".cscare` is a symbolic link"), "{command:?}: {}", run.stderr);
    }
    assert!(!site.public().exists() && site.root().join(".cscare").is_symlink());
}
