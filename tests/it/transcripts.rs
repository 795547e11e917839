//! What a person sees on the command line, kept word for word in `tests/cmd/<name>.txt`.
//!
//! A transcript holds the command, its exit code, and what it printed. Times and temporary folders are left
//! out. A file there without a test here fails.

use crate::support::{REPORT, Run, TestSite, coverage, finding, is_update, page};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A transcript: its name, its site, and the commands that are run in it.
type Transcript = (&'static str, TestSite, Vec<Vec<&'static str>>);

/// Every transcript.
fn transcripts() -> Vec<Transcript> {
    about_commands().into_iter().chain(about_sites()).collect()
}

/// What is said of the program itself, and when no site is there.
fn about_commands() -> Vec<Transcript> {
    vec![
        (
            "help",
            TestSite::empty(),
            vec![vec!["--help"], vec!["build", "--help"], vec!["check", "-h"], vec!["explain", "-h"]],
        ),
        (
            "help-publish",
            TestSite::empty(),
            vec![vec!["diff", "-h"], vec!["deploy", "-h"], vec!["verify", "-h"]],
        ),
        ("version", TestSite::empty(), vec![vec!["--version"], vec!["build", "--version"]]),
        ("no-command", TestSite::empty(), vec![vec![]]),
        (
            "unknown-command",
            TestSite::empty(),
            vec![vec!["biuld"], vec!["check", "--fromat", "json"], vec!["check", "--format", "xml"]],
        ),
        (
            "no-site",
            TestSite::empty(),
            vec![
                vec!["check"],
                vec!["build"],
                vec!["check", "--root", "."],
                vec!["check", "--root", "nowhere"],
            ],
        ),
        (
            "explain",
            TestSite::empty(),
            vec![vec!["explain", "R003"], vec!["explain", "r004", "empty-bidning", "R033", "nonsense"]],
        ),
    ]
}

/// What is said of a site.
fn about_sites() -> Vec<Transcript> {
    let dated = "--date=2026-01-01";
    vec![
        (
            "build",
            TestSite::golden("full"),
            vec![vec!["build"], vec!["build"], vec!["build", "--drafts", "--out", "../elsewhere"]],
        ),
        (
            "check-clean",
            TestSite::golden("minimal"),
            vec![vec!["check"], vec!["check", "--format", "json"], vec!["check", "--format", "github"]],
        ),
        (
            "check-errors",
            few_mistakes(),
            vec![
                vec!["check", dated],
                vec!["check", dated, "--format", "json"],
                vec!["check", dated, "--format", "github"],
                vec!["check", dated, "--format", "short"],
            ],
        ),
        (
            "deny",
            only_a_warning(),
            vec![vec!["check", dated, "--deny", "warnings"], vec!["build", dated, "--deny", "F010"]],
        ),
        ("build-errors", few_mistakes(), vec![vec!["build", dated]]),
        ("warnings", only_a_warning(), vec![vec!["check", dated], vec!["build", dated]]),
        ("stale", to_be_looked_at_again(), vec![vec!["check", dated, "--stale"]]),
        ("broken", TestSite::golden("broken"), vec![vec!["check", dated]]),
        (
            "verify",
            with_an_archive(),
            vec![
                vec!["check", dated],
                vec!["verify", "--archive", "../archive", dated],
                vec!["check", dated],
                vec!["verify", "--archive", "../nowhere", dated],
                vec!["verify"],
            ],
        ),
        ("bad-arguments", TestSite::golden("minimal"), bad_arguments()),
        (
            "init",
            TestSite::empty(),
            vec![
                vec!["init", "--help"],
                vec!["init", "--yes"],
                vec!["build"],
                vec!["init", "--yes"],
                vec!["init", "--add", "workflow", "--add", "editor"],
                vec!["init", "--language", "en_GB"],
                vec!["init", "--base-url", "trees.example"],
            ],
        ),
        ("init-kept", with_files_of_an_author(), vec![vec!["init"], vec!["init", "content/site.txt"]]),
        ("new", TestSite::golden("minimal"), new_records()),
        (
            "schema",
            TestSite::empty(),
            vec![vec!["schema", "topic"], vec!["schema", "topics"], vec!["schema"]],
        ),
        (
            "clean",
            built_with_a_file_of_its_author(),
            vec![vec!["clean"], vec!["clean"], vec!["build"], vec!["clean", "--out", "content"]],
        ),
    ]
}

fn with_files_of_an_author() -> TestSite {
    TestSite::empty()
        .file(".gitignore", "*.tmp\n")
        .file("content/index.md", page("My own.\n"))
        .file("content/site.txt", "No folder.\n")
}

fn built_with_a_file_of_its_author() -> TestSite {
    let site = TestSite::golden("minimal");
    site.build().expect_clean();
    site.file("public/notes.txt", "Not built.\n").file(".cscare/highlighted.txt", "")
}

fn new_records() -> Vec<Vec<&'static str>> {
    vec![
        vec!["new", "--help"],
        vec!["new", "report", "--help"],
        vec!["new", "topic", "Opening hours"],
        vec!["new", "topic", "Opening  hours"],
        vec![
            "new",
            "report",
            "The audit",
            "--kind",
            "audit",
            "--publisher",
            "Audit Office",
            "--published",
            "2024-05",
        ],
        vec!["new", "report", "A report", "--topic", "opening-hour"],
        vec!["new", "report", "A report", "--kind", "audits"],
        vec!["new", "report", "A report", "--published", "May 2024"],
        vec!["new", "finding", "The audit"],
        vec!["new", "finding", "Hours fell", "--topic", "opening-hours"],
        vec!["new", "finding", "Hours fell again", "--supports", "nothing.here"],
        vec!["new", "page", "reports"],
        vec!["new", "measure", "index"],
        vec!["new", "page", "../x"],
        vec!["new", "page", ""],
        vec!["new", "page", "!!!"],
    ]
}

/// A page that is due, one that is not, and one that says nothing.
fn to_be_looked_at_again() -> TestSite {
    let by = |day: &str| page("").replacen("---\n", &format!("---\nreview_by: {day}\n"), 1);
    TestSite::with_report()
        .file("content/due.md", by("2025-12-31"))
        .file("content/not-due.md", by("2026-01"))
        .file("content/never.md", page(""))
}

fn bad_arguments() -> Vec<Vec<&'static str>> {
    vec![
        vec!["check", "--base-url", "tarnbridge.example"],
        vec!["check", "--base-url", "ftp://tarnbridge.example"],
        vec!["check", "--date", "yesterday"],
        vec!["check", "--date", "2026-02-30"],
        vec!["build", "--out", "content/public"],
        vec!["build", "--out", "."],
        vec!["build", "--out", ".."],
        vec!["build", "--out", "nope/../content"],
        vec!["build", "--out", "public/../nope/x/../../templates/z"],
        vec!["build", "--out", ".git/hooks"],
        vec!["build", "--out", ".GitHub"],
        vec!["build", "--out", "site.toml"],
        vec!["check", "--deny", "warning"],
    ]
}

/// One error with two places, one of a field, and one warning.
fn few_mistakes() -> TestSite {
    TestSite::with_report()
        .file("content/findings/few.md", finding("evidence:\n  - {supports: count.visit}\n"))
        .file(
            "content/coverage/article.md",
            coverage("tells:\n  - {statistic: count.share, as: 21%, at: \"a, b: 100%\"}\n"),
        )
        .file("content/a.md", page("```nonsense\n```\n"))
}

/// An article that prints one of two things that it is said to print.
fn with_an_archive() -> TestSite {
    TestSite::with_report()
        .file(
            "content/coverage/article.md",
            coverage("snapshot: article.txt\ntells:\n  - {statistic: count.share, as: 20%, at: headline}\n  - {quote: a quiet house, at: paragraph 1}\n  - {claim: count.quieter, at: paragraph 1}\n"),
        )
        .file("../archive/article.txt", "A fifth of Tarnbridge reads\n\nThe library has become a very quiet house, says the council.\n")
}

fn only_a_warning() -> TestSite {
    TestSite::new()
        .file("content/reports/count.md", REPORT.replace("published: 2020", "published: 2026-01-02"))
}

#[test]
fn commands_print_what_they_always_printed() {
    let mut wrong = Vec::new();
    for (name, site, commands) in transcripts() {
        let mut text = String::new();
        for command in commands {
            record(&mut text, &site, &command);
        }
        let file = folder().join(format!("{name}.txt"));
        if is_update() {
            fs::write(&file, &text).expect("the transcript can be written");
        }
        let stored = fs::read_to_string(&file).unwrap_or_default();
        let compared =
            snapbox::Assert::new().try_eq(Some(&name), text.into(), snapbox::Data::text(stored).raw());
        if let Err(difference) = compared {
            wrong.push(difference.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_stored_transcript_is_used() {
    let used: BTreeSet<String> = transcripts().into_iter().map(|(name, ..)| format!("{name}.txt")).collect();
    let stored: BTreeSet<String> = fs::read_dir(folder())
        .expect("the folder can be listed")
        .map(|entry| entry.expect("the entry can be read").file_name().to_string_lossy().into_owned())
        .collect();
    // While transcripts are rewritten, new ones may not be there yet.
    assert!(stored == used || is_update(), "stored: {stored:?}; used: {used:?}");
}

#[test]
fn a_date_of_the_environment_that_is_none_is_refused() {
    let site = TestSite::golden("minimal");
    for value in ["yesterday", "", "1e9", "99999999999999999999"] {
        let run = site.run_with(&["check"], &[("SOURCE_DATE_EPOCH", value)]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{value:?}");
        assert_eq!(
            run.stderr,
            format!("error: SOURCE_DATE_EPOCH is `{value}`, which is no number of seconds since 1970\n")
        );
        assert!(!site.public().exists());
    }
    let typed = site.run_with(&["check", "--date", "2026-01-01"], &[("SOURCE_DATE_EPOCH", "yesterday")]);
    assert_eq!(typed.code, Some(0), "a date that is typed goes first");
}

#[test]
fn the_date_of_the_environment_judges_dates() {
    let site = only_a_warning();
    let day = |seconds| site.run_with(&["check", "--format", "github"], &[("SOURCE_DATE_EPOCH", seconds)]);
    assert!(day("1767225600").stdout.contains("`2026-01-02` lies in the future; it is 2026-01-01"));
    assert_eq!(day("1767312000").stdout, "");
}

#[test]
fn colours_appear_on_a_terminal_only() {
    let site = few_mistakes();
    for variables in
        [&[][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]]
    {
        for arguments in [
            &["check"][..],
            &["build"],
            &["check", "--format", "json"],
            &["--help"],
            &["biuld"],
            &["check", "--root", "nowhere"],
        ] {
            let run = site.run_with(arguments, variables);
            assert!(
                !run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'),
                "{arguments:?} {variables:?}"
            );
        }
    }
    let forced = site.run_with(&["check"], &[("CLICOLOR_FORCE", "1")]);
    assert!(forced.stderr.contains("\u{1b}["), "the test would see colours");
}

#[test]
fn the_site_is_found_from_a_folder_inside_it() {
    let site = TestSite::golden("minimal");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_cscare-site"))
        .arg("build")
        .current_dir(site.root().join("content/reports"))
        .env_clear()
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0));
    assert!(site.public().join("index.html").is_file(), "the site is built beside its settings");
}

#[test]
fn json_says_all_that_a_person_is_told() {
    let run = few_mistakes().run(&["check", "--date=2026-01-01", "--format", "json"]);
    let entries: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).expect("it is JSON");
    let places: Vec<String> = entries
        .iter()
        .map(|one| {
            format!("{}:{}:{} {}", one["file"], one["line"], one["column"], one["code"]).replace('"', "")
        })
        .collect();
    assert_eq!(
        places,
        [
            "content/a.md:4:1 M001",
            "content/coverage/article.md:6:34 E005",
            "content/findings/few.md:6:16 R001"
        ]
    );
    assert_eq!(entries[1]["related"][0]["file"], "content/reports/count.md");
    assert!(entries.iter().all(|one| one["help"].is_string() && one["level"].is_string()));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd")
}

fn record(text: &mut String, site: &TestSite, command: &[&str]) {
    let Run { code, stdout, stderr } = site.run(command);
    let code = code.map_or_else(|| "killed".to_owned(), |code| code.to_string());
    let line = format!("$ cscare-site {}", command.join(" "));
    writeln!(text, "{}\n? {code}", line.trim_end()).expect("writing to a string does not fail");
    for (name, printed) in [("stdout", stdout), ("stderr", stderr)] {
        if !printed.is_empty() {
            writeln!(text, "--- {name}\n{}", redacted(&printed, site))
                .expect("writing to a string does not fail");
        }
    }
    text.push('\n');
}

/// The text without what differs from run to run: the temporary folder, times, hashes of the theme.
fn redacted(text: &str, site: &TestSite) -> String {
    let real = site.around().canonicalize().expect("the folder exists");
    let text = text
        .replace(&*real.to_string_lossy(), "[FOLDER]")
        .replace(&*site.around().to_string_lossy(), "[FOLDER]");
    let lines: Vec<String> = text.lines().map(timeless).collect();
    lines.join("\n")
}

/// `built public in 12 ms` → `built public in [TIME]`.
fn timeless(line: &str) -> String {
    let Some(start) =
        line.find(" in ").filter(|_| line.starts_with("built ") || line.starts_with("checked in "))
    else {
        return line.to_owned();
    };
    let rest = &line[start + " in ".len()..];
    let end = [" ms", " s"].iter().filter_map(|unit| rest.find(unit).map(|at| at + unit.len())).min();
    end.map_or_else(|| line.to_owned(), |end| format!("{} in [TIME]{}", &line[..start], &rest[end..]))
}
