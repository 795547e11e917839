//! What `init` and `new` write can be gone on with at once; what they find is left as it is. And what `doctor`,
//! `clean`, `man` and `completions` do. Their words are kept in `tests/cmd`.

use crate::support::{Found, Run, TestSite, Tree, tree};
use cscare_site::scaffold::kind::FileKind;
use cscare_site::scaffold::workflow;
use cscare_site::schema::{RecordShape, Shape, Takes};
use std::fs;
use std::path::Path;
use std::process::Command;

#[track_caller]
fn ran(site: &TestSite, arguments: &[&str]) -> Run {
    let run = site.run(arguments);
    assert_eq!(run.code, Some(0), "{arguments:?}\n{}{}", run.stdout, run.stderr);
    run
}

/// A site as `init` leaves it.
fn begun() -> TestSite {
    let site = TestSite::empty();
    ran(&site, &["init", "--yes"]);
    site
}

#[track_caller]
fn git(site: &TestSite, arguments: &[&str]) {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(site.root())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .expect("git is there");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn settings(site: &TestSite) -> toml::Table {
    let text = fs::read_to_string(site.root().join("site.toml")).expect("the settings are there");
    text.parse().expect("it is TOML")
}

fn text(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_new_site_is_built_without_a_word_and_shows_the_three_bindings() {
    let built = begun().base("https://ann.github.io/trees/").build().expect_clean();
    let finding = built.text("findings/example-more-trees/index.html");
    for wanted in [
        "/trees/reports/example-tree-count/#stat-growth",
        "#street-tree",
        "/trees/reports/example-tree-count/\"",
    ] {
        assert!(finding.contains(wanted), "{wanted} in {finding}");
    }
    for (path, _) in
        built.files.iter().filter(|(path, _)| path.contains("example-") && path.ends_with("index.html"))
    {
        assert!(built.text(path).contains("An example, to be replaced"), "{path} says that it is made up");
    }
}

#[test]
fn a_new_site_in_another_language_is_built_too() {
    let site = TestSite::empty();
    ran(
        &site,
        &[
            "init",
            "--yes",
            "--language",
            "de",
            "--title",
            "B\u{e4}ume \"am\" Weg",
            "--base-url",
            "https://b.example",
        ],
    );
    site.build().expect_clean();
    let settings = settings(&site);
    assert_eq!(settings["title"].as_str(), Some("B\u{e4}ume \"am\" Weg"));
    assert_eq!(settings["base_url"].as_str(), Some("https://b.example"));
}

#[test]
fn beginning_twice_changes_nothing() {
    let site = begun();
    let before = tree(site.around());
    ran(&site, &["init"]);
    ran(&site, &["init", "--title", "Another"]);
    ran(&site, &["init", "--add", "workflow", "--add", "editor"]);
    assert!(tree(site.around()) == before);
}

#[test]
fn a_beginning_that_was_cut_short_is_completed() {
    let site = begun();
    let whole = tree(&site.root());
    for path in ["site.toml", ".github/workflows/pages.yml", "content/glossary.md"] {
        fs::remove_file(site.root().join(path)).expect("the file is there");
    }
    ran(&site, &["init", "--yes"]);
    assert!(tree(&site.root()) == whole);
}

#[test]
fn what_is_in_the_way_stays() {
    let site = TestSite::empty().file(".gitignore", "mine\n").file(".vscode/settings.json", "{}");
    let run = ran(&site, &["init"]);
    for path in [".gitignore", ".vscode/settings.json"] {
        assert!(run.stderr.contains(&format!("kept  {path}, which was there already\n")), "{}", run.stderr);
    }
    assert_eq!(text(&site, ".gitignore"), "mine\n");
    assert_eq!(text(&site, ".vscode/settings.json"), "{}");
    site.build().expect_clean();
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let site = TestSite::empty();
    let outside = site.around().join("outside");
    fs::create_dir(&outside).expect("the folder is new");
    std::os::unix::fs::symlink(&outside, site.root().join("content")).expect("the link can be made");
    let run = site.run(&["init", "--yes"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("it is no folder, or a link to one"), "{}", run.stderr);
    assert!(tree(&outside).is_empty());
    assert!(!site.root().join("site.toml").exists(), "it is no site yet");
}

#[test]
fn the_address_is_guessed_from_the_remote() {
    for (name, remote, address) in [
        ("origin", "git@github.com:Ann/trees.git", Some("https://ann.github.io/trees/")),
        ("upstream", "https://github.com/ann/ann.github.io", Some("https://ann.github.io/")),
        ("origin", "https://gitlab.com/ann/trees.git", None),
    ] {
        let site = TestSite::empty();
        git(&site, &["init", "--quiet", "."]);
        git(&site, &["remote", "add", name, remote]);
        ran(&site, &["init", "--yes"]);
        let settings = settings(&site);
        assert_eq!(settings.get("base_url").and_then(toml::Value::as_str), address, "{remote}");
    }
}

#[test]
fn a_site_below_a_repository_is_told_where_workflows_belong() {
    let site = TestSite::empty();
    git(&site, &["init", "--quiet", "."]);
    let run = ran(&site, &["init", "--yes", "reviews/trees"]);
    assert!(run.stderr.contains("set the variable CSCARE_SITE_ROOT to `reviews/trees`"), "{}", run.stderr);
    assert!(run.stderr.contains("  cd reviews/trees\n"), "{}", run.stderr);
    let run = ran(&TestSite::new(), &["init", "--add", "workflow"]);
    assert!(!run.stderr.contains("CSCARE_SITE_ROOT"), "{}", run.stderr);
    assert!(run.stderr.starts_with("wrote .github/workflows/pages.yml\nnote: "), "{}", run.stderr);
}

#[test]
fn this_repository_publishes_its_own_site_with_the_same_workflow() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(workflow::PATH);
    assert_eq!(fs::read_to_string(own).expect("the workflow is there"), workflow::file().text);
}

/// Types `keys` at a terminal that the program runs in.
#[cfg(target_os = "linux")]
fn typed(site: &TestSite, arguments: &str, keys: &str) -> String {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut terminal = Command::new("script")
        .args(["--quiet", "--return", "--command"])
        .arg(format!("{} {arguments}", env!("CARGO_BIN_EXE_cscare-site")))
        .arg("/dev/null")
        .current_dir(site.root())
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux is there");
    terminal.stdin.take().expect("it is a pipe").write_all(keys.as_bytes()).expect("it reads");
    let output = terminal.wait_with_output().expect("it ends");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{shown}");
    shown
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_everything_is_asked_for_and_a_wrong_answer_asked_again() {
    let site = TestSite::empty();
    let shown = typed(&site, "init", "My trees\ren gb\r\u{15}en-GB\rhttps://trees.example/\r");
    assert!(shown.contains("`en gb` is no language tag"), "{shown}");
    let settings = settings(&site);
    for (key, value) in [("title", "My trees"), ("language", "en-GB"), ("base_url", "https://trees.example/")]
    {
        assert_eq!(settings[key].as_str(), Some(value));
    }
    let shown = typed(&site, "new report 'NAO 2019'", "\r\u{1b}[B\u{1b}[B\rAudit Office\r2019-01\r \r\r");
    assert!(!shown.contains("draft"), "{shown}");
    let report = text(&site, "content/reports/nao-2019.md");
    let front = "---\ntitle: NAO 2019\nkind: audit\npublisher: Audit Office\npublished: 2019-01\ntopics: [example-greenery]\n---\n";
    assert!(report.starts_with(front), "{report}");
    typed(&site, "new finding Greener", "\r\u{1b}[B\rone count\r\r \r");
    let finding = text(&site, "content/findings/greener.md");
    let evidence = "evidence:\n  - {supports: example-tree-count.growth}\n";
    assert!(finding.contains(&format!("certainty: moderate\nbecause: one count\n{evidence}")), "{finding}");
    assert_at_most_unused(&site.check());
}

/// Every command that begins a record, with as little said as is allowed, and with all.
const NEW: &[(&[&str], &str)] = &[
    (&["new", "topic", "Shade"], "content/topics/shade.md"),
    (&["new", "page", "How we work"], "content/how-we-work.md"),
    (&["new", "page", "Methodology"], "content/methodology.md"),
    (&["new", "report", "NAO report 2019"], "content/reports/nao-report-2019.md"),
    (
        &["new", "coverage", "The Lantern", "--report", "example-tree-count"],
        "content/coverage/the-lantern.md",
    ),
    (&["new", "finding", "Trees cool"], "content/findings/trees-cool.md"),
    (&["new", "measure", "Shrubs"], "content/measures/shrubs.md"),
    (
        &[
            "new",
            "report",
            "Full",
            "--kind",
            "official statistics",
            "--publisher",
            "A: B #c",
            "--published",
            "2019-01-23",
            "--topic",
            "shade",
            "--title",
            "*Full* report",
        ],
        "content/reports/full.md",
    ),
    (
        &[
            "new",
            "report",
            "With a figure",
            "--topic",
            "example-greenery",
            "--topic",
            "shade",
            "--measure",
            "example-street-trees",
        ],
        "content/reports/with-a-figure.md",
    ),
    (
        &[
            "new",
            "coverage",
            "Full article",
            "--report",
            "example-tree-count",
            "--kind",
            "blog",
            "--outlet",
            "The Lantern",
            "--published",
            "2024",
        ],
        "content/coverage/full-article.md",
    ),
    (
        &[
            "new",
            "finding",
            "Full finding",
            "--certainty",
            "very low",
            "--because",
            "one [count](../reports/example-tree-count.md)",
            "--topic",
            "shade",
            "--supports",
            "example-tree-count.growth",
        ],
        "content/findings/full-finding.md",
    ),
    (
        &[
            "new",
            "measure",
            "Share of oaks",
            "--kind",
            "share",
            "--unit",
            "%",
            "--of",
            "example-street-trees",
            "--topic",
            "shade",
        ],
        "content/measures/share-of-oaks.md",
    ),
];

/// Fails if anything is wrong but that nothing uses a new record yet, which is told and no mistake of the command.
#[track_caller]
fn assert_at_most_unused(found: &Found) {
    let others: Vec<_> = found.codes().into_iter().filter(|code| !code.starts_with('B')).collect();
    assert!(others.is_empty(), "{others:?}\n{}", found.lines().join("\n"));
}

#[test]
fn every_new_record_is_accepted_as_it_is() {
    let site = begun();
    for (command, path) in NEW {
        let run = ran(&site, command);
        assert!(run.stderr.starts_with(&format!("wrote {path}\n")), "{}", run.stderr);
        let is_draft = text(&site, path).contains("\ndraft: true\n");
        assert_eq!(run.stderr.contains("draft until you mend"), is_draft, "{command:?}: {}", run.stderr);
        assert_at_most_unused(&site.check());
    }
    let site = site.drafts();
    assert_at_most_unused(&site.check());
    let built = site.build().expect_built();
    assert!(built.text("reports/full/index.html").contains("A: B #c"));
    let finding = built.text("findings/full-finding/index.html");
    assert!(finding.contains("one <a href=\"/reports/example-tree-count/\">count</a>"), "{finding}");
}

#[test]
fn only_what_is_not_told_makes_a_draft() {
    let site = begun();
    for (command, path) in NEW {
        ran(&site, command);
        let wanted = matches!(
            *path,
            "content/reports/nao-report-2019.md"
                | "content/findings/trees-cool.md"
                | "content/measures/shrubs.md"
                | "content/reports/with-a-figure.md"
        );
        assert_eq!(text(&site, path).contains("draft: true"), wanted, "{path}");
    }
}

#[test]
fn names_of_every_sort_are_handled_kindly() {
    let site = begun();
    let long = "An evidence review of everything ".repeat(10);
    for (name, path) in [
        (
            long.as_str(),
            "content/topics/an-evidence-review-of-everything-an-evidence-review-of-everything-an-evidence.md",
        ),
        ("\u{dc}berg\u{e4}nge in Pflege", "content/topics/ubergange-in-pflege.md"),
        ("\u{65e5}\u{672c}", "content/topics/ri-ben.md"),
        ("--- # [x](nowhere.md) {{ y }}", "content/topics/x-nowhere-md-y.md"),
        ("a\"b'c: d\u{1b}[K\n", "content/topics/a-b-c-d-k.md"),
        ("null", "content/topics/null.md"),
        ("2019", "content/topics/2019.md"),
    ] {
        let run = ran(&site, &["new", "topic", "--", name]);
        assert_eq!(run.stderr, format!("wrote {path}\n"), "{name:?}");
        assert_at_most_unused(&site.check());
    }
    let before = tree(site.around());
    for (name, why) in [
        ("../x", "is a path, found where a name belongs"),
        ("/etc/passwd", "is a path"),
        ("..\\x", "is a path"),
        ("", "the name is empty"),
        (" ", "the name is empty"),
        ("!?", "gives no id"),
        ("null", "the id `null` is taken by `content/topics/null.md`; `null-2` is free"),
    ] {
        let run = site.run(&["new", "topic", name]);
        assert_eq!(run.code, Some(2), "{name:?}: {}", run.stderr);
        assert!(run.stderr.contains(why), "{name:?}: {}", run.stderr);
    }
    assert!(tree(site.around()) == before, "nothing was written");
}

#[test]
fn an_id_is_taken_whoever_has_it() {
    let site = begun()
        .file(
            "content/reports/typed.md",
            "---\ntitle: Typed\nid: other\nkind: audit\npublisher: A\npublished: 2020\n---\n",
        )
        .file(
            "content/findings/hidden.md",
            "---\ntitle: Hidden\ndraft: true\ncertainty: low\nbecause: x\n---\n",
        )
        .file("content/coverage/broken.md", "---\ntitle: Broken\n---\n");
    for (kind, name, taken_by) in [
        ("finding", "other", "content/reports/typed.md"),
        ("report", "hidden", "content/findings/hidden.md"),
        ("report", "broken", "content/coverage/broken.md"),
        ("coverage", "example-tree-count", "content/reports/example-tree-count.md"),
    ] {
        let run = site.run(&["new", kind, name]);
        let wanted = format!("the id `{name}` is taken by `{taken_by}`; `{name}-2` is free");
        assert!(run.code == Some(2) && run.stderr.contains(&wanted), "{}", run.stderr);
    }
    let run = site.run(&["new", "report", "typed", "--yes"]);
    assert!(
        run.stderr.contains("`content/reports/typed.md` is there already; `typed-2` is free"),
        "{}",
        run.stderr
    );
    ran(&site, &["new", "topic", "other"]);
}

#[test]
fn a_finding_rests_on_figures_and_claims_alone() {
    let site = TestSite::with_report();
    for (reference, wanted) in [
        ("count.visit", "there is no figure or claim `count.visit`; did you mean `count.visits`?"),
        ("cout.visits", "there is no figure or claim `cout.visits`; did you mean `count.visits`?"),
        ("visits", "`visits` names no figure or claim; write it as `report.figure`"),
        ("count.longer", "`count.longer` is a recommendation, found where a figure or claim belongs"),
    ] {
        let run = site.run(&["new", "finding", "A finding", "--supports", reference]);
        assert!(run.code == Some(2) && run.stderr.contains(wanted), "{}", run.stderr);
    }
    ran(&site, &["new", "finding", "A finding", "--supports", "count.quieter", "--supports", "count.visits"]);
    site.drafts().check().assert_silent();
}

#[test]
fn coverage_needs_a_report_to_be_about() {
    let run = TestSite::new().run(&["new", "coverage", "Article"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("there is no report to cover yet"), "{}", run.stderr);
    let site = begun();
    ran(&site, &["new", "coverage", "Article"]);
    assert!(text(&site, "content/coverage/article.md").contains("reports_on: [example-tree-count]"));
}

fn doctor(site: &TestSite) -> (Option<i32>, String) {
    let run = site.run(&["doctor"]);
    assert_eq!(run.stderr, "");
    (run.code, run.stdout)
}

#[test]
fn a_site_that_is_ready_is_healthy() {
    let site = TestSite::empty();
    git(&site, &["init", "--quiet", "."]);
    git(&site, &["remote", "add", "origin", "git@github.com:ann/trees.git"]);
    ran(&site, &["init", "--yes"]);
    let (code, report) = doctor(&site);
    assert_eq!(code, Some(0), "{report}");
    let subjects: Vec<&str> = report.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(
        subjects,
        [
            "program",
            "site",
            "watching",
            "git",
            "repository",
            "ignored",
            "remote",
            "address",
            "workflow",
            "schemas"
        ]
    );
    // Whether the system tells of changes is the machine's affair.
    let unwell: Vec<&str> = report
        .lines()
        .filter(|line| !line.starts_with("ok  ") && !line.contains("watching") && !line.contains("serve"))
        .collect();
    assert!(unwell.is_empty(), "{report}");
}

#[test]
fn what_ails_a_site_is_told_with_a_remedy() {
    let site = TestSite::empty();
    git(&site, &["init", "--quiet", "."]);
    git(&site, &["remote", "add", "origin", "git@github.com:ann/trees.git"]);
    ran(&site, &["init", "--yes", "--base-url", "https://ann.github.io/"]);
    site.write(".gitignore", "");
    site.write("content/a.md", "---\ntitle: A\n---\n[nowhere](b.md)\n");
    site.write(".github/workflows/pages.yml", "on: push\n");
    fs::remove_file(site.root().join(".vscode/schemas/topic.json")).expect("it is there");
    let (code, report) = doctor(&site);
    assert_eq!(code, Some(1), "{report}");
    for (line, remedy) in [
        ("fail  site        it has errors", "`cscare-site check` lists them"),
        (
            "fail  address     `base_url` is https://ann.github.io/, and GitHub Pages will publish at https://ann.github.io/trees/",
            "write `base_url = \"https://ann.github.io/trees/\"` into site.toml",
        ),
        ("warn  ignored     git does not ignore public/", "add a line `/public/` to .gitignore"),
        (
            "warn  workflow    .github/workflows/pages.yml is not what this version writes",
            "if you did not change it yourself, delete it and run `cscare-site init --add workflow`",
        ),
        ("warn  schemas     there is no .vscode/schemas/topic.json", "run `cscare-site init --add editor`"),
    ] {
        let (_, rest) = report.split_once(line).unwrap_or_else(|| panic!("{line} in\n{report}"));
        let help = rest.lines().nth(1).unwrap_or_default();
        assert_eq!(help.trim(), format!("= help: {remedy}"), "{report}");
    }
    site.write("static/CNAME", "trees.example\n");
    assert!(doctor(&site).1.contains("will publish at https://trees.example/"));
}

#[test]
fn without_a_site_the_doctor_says_how_to_begin_one() {
    let (code, report) = doctor(&TestSite::empty());
    assert_eq!(code, Some(1));
    assert!(report.contains("fail  site        there is no site.toml in"), "{report}");
    assert!(report.contains("begin one with `cscare-site init`"), "{report}");
}

#[test]
fn cleaning_leaves_the_sources_and_nothing_of_the_program() {
    let site = begun();
    let before = tree(site.around());
    ran(&site, &["build"]);
    ran(&site, &["build", "--out", "../elsewhere"]);
    ran(&site, &["doctor"]);
    assert!(tree(site.around()).len() > before.len() + 20);
    ran(&site, &["clean"]);
    let run = ran(&site, &["clean", "--out", "../elsewhere"]);
    assert!(run.stderr.contains("built files from"), "{}", run.stderr);
    assert!(tree(site.around()) == before);
}

#[test]
fn cleaning_keeps_what_the_program_did_not_write() {
    let site = begun();
    ran(&site, &["build"]);
    let own: Tree = [("notes.txt", "mine"), ("findings/notes.txt", "mine too")]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
    for (path, bytes) in &own {
        site.write(&format!("public/{path}"), bytes);
    }
    ran(&site, &["clean"]);
    assert!(tree(&site.public()) == own);
    let run = ran(&site, &["clean"]);
    assert!(run.stderr.contains("has no list of what this program wrote"), "{}", run.stderr);
    assert!(tree(&site.public()) == own);
}

#[test]
fn a_manual_page_is_written_for_every_command() {
    let site = TestSite::empty();
    let printed = ran(&site, &["man"]).stdout;
    assert!(
        printed.contains(".TH cscare-site 1") && printed.contains("cscare\\-site\\-init(1)"),
        "{printed}"
    );
    ran(&site, &["man", "--out", "man"]);
    let pages = tree(&site.root().join("man"));
    for (name, command) in [
        ("cscare-site.1", "cscare-site"),
        ("cscare-site-build.1", "cscare-site-build"),
        ("cscare-site-new.1", "cscare-site-new"),
        ("cscare-site-new-report.1", "cscare-site-new-report"),
    ] {
        let page = String::from_utf8_lossy(&pages[name]);
        assert!(page.contains(&format!(".TH {command} 1")), "{page}");
    }
}

#[test]
fn shells_learn_every_command() {
    let site = TestSite::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = ran(&site, &["completions", shell]).stdout;
        for word in ["init", "doctor", "coverage", "base-url"] {
            assert!(script.contains(word), "{word} in {shell}");
        }
    }
}

/// A word about a field that does not exist would be lost without a trace.
#[test]
fn every_word_that_a_schema_gives_belongs_to_a_field() {
    let mut found = Vec::new();
    for kind in FileKind::ALL {
        choices(kind.shape(), &mut found);
    }
    found.sort();
    found.dedup();
    let wanted = [
        "finding.certainty",
        "measure.kind",
        "measure.year",
        "report.kind",
        "report.year",
        "statistic.direction",
    ];
    assert_eq!(found, wanted);
}

fn choices(record: &RecordShape, found: &mut Vec<String>) {
    for field in record.fields {
        match field.shape {
            Shape::Record(inner) | Shape::Entries(inner) | Shape::List(inner) => choices(inner, found),
            Shape::Text => {
                if matches!(field.takes, Takes::Choice(_)) {
                    found.push(format!("{}.{}", record.noun, field.name));
                }
            }
            Shape::Flag | Shape::Number | Shape::Texts | Shape::TextMap | Shape::Any => {}
        }
    }
}
