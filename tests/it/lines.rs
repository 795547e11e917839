//! What a line of output may hold: names and words of a site begin no line of their own, colour no terminal, turn no letters
//! round; and output that cannot be written is a failure.

#![cfg(unix)]

use super::support::{TestSite, page};
use std::fs::File;
use std::process::{Command, Stdio};

/// A name with all that a name should not hold.
const NAME: &str = "a\n::error::x\u{1b}[31m\u{202e}b.md";

#[test]
fn names_begin_no_line_and_turn_no_letters() {
    let path = format!("content/{NAME}");
    let site = TestSite::new()
        .file(&path, "---\ntitle: A\n---\n[x](nowhere.md)\n")
        .file("content/b.md", page(format!("[x](<{}>)\n", NAME.replace('\n', "")).as_str()));
    for format in ["human", "short", "github", "sarif", "json"] {
        let run = site.run(&["check", "--format", format]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        for said in [&run.stdout, &run.stderr] {
            assert!(!said.contains(['\u{1b}', '\u{202e}']), "{format}: {said:?}");
            let commands = said.lines().filter(|line| line.trim_start().starts_with("::error::"));
            assert_eq!(commands.count(), 0, "{format}: {said}");
        }
    }
    let json = site.run(&["check", "--format", "json"]).stdout;
    let all: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let files: Vec<&str> =
        all.as_array().into_iter().flatten().filter_map(|one| one["file"].as_str()).collect();
    assert!(files.contains(&path.as_str()), "programs are given the name as it is: {files:?}");
}

#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let site = TestSite::new().file("content/a.md", page("[x](nowhere.md)\n"));
    for arguments in [
        &["check", "--format", "json"][..],
        &["check", "--format", "short"],
        &["check", "--format", "github"],
        &["check", "--format", "sarif"],
        &["build", "--format", "json"],
        &["explain"],
        &["explain", "R003"],
        &["schema", "report"],
        &["man"],
        &["completions", "bash"],
        &["diff", ".", "."],
        &["doctor"],
        &["--help"],
        &["check", "--help"],
        &["--version"],
    ] {
        let full = File::options().write(true).open("/dev/full").expect("the system has a full device");
        let output = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
            .args(arguments)
            .current_dir(site.root())
            .stdin(Stdio::null())
            .stdout(full)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("could not be written"), "{arguments:?}: {said}");
    }
}

#[test]
fn messages_that_nobody_can_read_are_a_failure() {
    let site = TestSite::new().file("content/p.md", page("There were 25 branches."));
    for arguments in [&["check"][..], &["build"], &["check", "--format", "short"], &["nonsense"]] {
        let full = File::options().write(true).open("/dev/full").expect("the system has a full device");
        let mut command = Command::new(env!("CARGO_BIN_EXE_cscare-site"));
        command.args(arguments).current_dir(site.root()).stdin(Stdio::null());
        let status = if arguments.contains(&"--format") {
            command.stdout(full).stderr(Stdio::null()).status()
        } else {
            command.stderr(full).stdout(Stdio::null()).status()
        };
        assert_eq!(status.expect("the program starts").code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    let (reader, writer) = std::io::pipe().expect("the system has pipes");
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
        .args(["explain"])
        .stdout(writer)
        .output()
        .expect("the program starts");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
