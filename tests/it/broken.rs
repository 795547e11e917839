//! `tests/golden/broken`: a site with every usual mistake, all of them told in one run and each at its place.
//!
//! The whole text that a person reads is kept in `tests/cmd/broken.txt`.

use crate::support::{TestSite, golden_folder, tree};
use std::fs;

/// Code, file, line, column, and words of the sentence, in the order in which they are printed.
const MISTAKES: &[(&str, &str, usize, usize, &str)] = &[
    ("F006", "content/bare.md", 1, 1, "opens with front matter"),
    ("E006", "content/coverage/article.md", 5, 10, "`The Lantern` is credited here"),
    ("E005", "content/coverage/article.md", 7, 34, "`25%` is printed here, but the statistic says `20%`"),
    (
        "E005",
        "content/coverage/article.md",
        8,
        43,
        "`visitors` is told here, but the statistic is about `residents`",
    ),
    (
        "R002",
        "content/coverage/article.md",
        9,
        17,
        "`count.quieter` is a claim, and a statistic belongs here",
    ),
    ("E003", "content/findings/count.md", 1, 1, "the id `count` is already taken"),
    ("R003", "content/findings/evidence.md", 2, 8, "`21%` is printed here, but the statistic says `20%`"),
    ("R001", "content/findings/evidence.md", 6, 16, "there is no statistic or claim `count.visit`"),
    ("R002", "content/findings/evidence.md", 7, 16, "`count.longer` is a recommendation"),
    ("E008", "content/findings/evidence.md", 10, 32, "the formula gives 1,470,940, and `100` is printed"),
    ("E007", "content/findings/evidence.md", 11, 51, "this is not a formula"),
    (
        "P001",
        "content/findings/prose.md",
        5,
        11,
        "`/findings/evidence/` is already the address of `content/findings/evidence.md`",
    ),
    ("R003", "content/findings/prose.md", 7, 13, "`£872.4m` is more precise than the statistic"),
    ("R004", "content/findings/prose.md", 7, 47, "has no text"),
    ("L001", "content/findings/prose.md", 9, 5, "`content/findings/nowhere.md`, which does not exist"),
    ("L002", "content/findings/prose.md", 9, 27, "has no anchor `#stat-loans`"),
    ("L004", "content/findings/prose.md", 9, 72, "leads out of the site's folder"),
    ("R001", "content/findings/prose.md", 10, 1, "the glossary has no term `brunch`"),
    ("L001", "content/findings/prose.md", 10, 24, "`/nowhere/` is no address of this site"),
    ("L001", "content/findings/prose.md", 10, 53, "the link points at `[missing]`"),
    ("L003", "content/findings/prose.md", 12, 1, "`content/findings/plan.png`, which does not exist"),
    ("M004", "content/findings/prose.md", 16, 1, "the anchor `same` is already taken on this page"),
    ("M001", "content/findings/prose.md", 18, 1, "code in `nonsense` cannot be highlighted"),
    ("M002", "content/findings/prose.md", 24, 1, "this table block is not YAML"),
    ("S002", "content/latin.md", 4, 4, "line 4 holds bytes that are no text"),
    ("F002", "content/reports/fields.md", 2, 1, "this report has no `publisher`"),
    ("F001", "content/reports/fields.md", 3, 1, "a report has no field `colour`"),
    ("F003", "content/reports/fields.md", 6, 1, "`authors` is a list of texts"),
    ("F003", "content/reports/fields.md", 7, 8, "`order` is a whole number"),
    ("F001", "content/reports/fields.md", 9, 38, "inside braces a comma ends the value"),
    ("F004", "content/reports/fields.md", 11, 3, "`loans` stands twice"),
    ("F005", "content/reports/traps.md", 9, 12, "must not begin with `%`"),
    ("F007", "content/reports/values.md", 3, 7, "`surveys` is not a value of this field"),
    ("F008", "content/reports/values.md", 5, 12, "`2020-13` is no date"),
    ("R001", "content/reports/values.md", 6, 9, "there is no topic `usage`"),
    ("E001", "content/reports/values.md", 8, 32, "`a lot`, expected a number"),
    ("E002", "content/reports/values.md", 9, 44, "this is not a period"),
    ("R001", "content/reports/values.md", 10, 45, "there is no measure `visit`"),
    ("E004", "content/reports/values.md", 11, 3, "`Wrong_Id` is no id"),
    ("F001", "site.toml", 2, 1, "a site has no field `colour`"),
    ("T002", "templates/recommendations.html", 4, 28, "`colour`"),
];

#[test]
fn every_mistake_is_told_at_its_place_in_one_run() {
    let found = TestSite::golden("broken").check();
    let places: Vec<String> =
        found.lines().iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    let wanted: Vec<String> = MISTAKES
        .iter()
        .map(|(code, file, line, column, _)| format!("{file}:{line}:{column} {code}"))
        .collect();
    assert_eq!(places, wanted, "\n{}", found.lines().join("\n"));
    for (one, (code, file, .., phrase)) in found.0.iter().zip(MISTAKES) {
        let message = &one.diagnostic.message;
        assert!(message.contains(phrase), "{code} in {file} should say `{phrase}`: {message}");
    }
}

#[test]
fn a_build_tells_what_a_check_tells_and_leaves_the_former_site() {
    let site = TestSite::golden("minimal");
    let former = site.build().expect_clean().files;
    for (path, bytes) in tree(&golden_folder("broken").join("sources")) {
        site.write(&path, bytes);
    }
    let before = tree(site.around());
    let broken = site.build();
    assert!(broken.found.has_errors() && broken.written.is_none());
    assert_eq!(broken.found.lines(), site.check().lines());
    assert!(broken.files == former, "the former site was touched");
    assert!(tree(site.around()) == before, "something else was written");
}

#[test]
fn the_program_ends_with_1_and_writes_nothing() {
    let site = TestSite::golden("broken");
    let before = tree(site.around());
    for command in ["build", "check"] {
        let run = site.run(&[command]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""), "{command}");
        assert_eq!(
            run.stderr.matches("\n   = help: ").count()
                + run.stderr.matches("\n  = help: ").count()
                + run.stderr.matches("\n = help: ").count(),
            MISTAKES.len(),
            "each message says what to do"
        );
        assert!(tree(site.around()) == before, "{command} wrote something");
    }
}

#[test]
fn an_error_that_shows_only_in_rendering_leaves_the_former_site() {
    let site = TestSite::golden("minimal");
    let former = site.build().expect_clean().files;
    site.write("templates/topic.html", "{{ page.nothing }}");
    let before = tree(site.around());
    let broken = site.build();
    broken.found.assert_codes(&["T002"]);
    assert!(broken.files == former);
    assert!(tree(site.around()) == before);
    fs::remove_dir_all(site.public()).expect("the site can be removed");
    let before = tree(site.around());
    site.build().found.assert_codes(&["T002"]);
    assert!(tree(site.around()) == before, "a first build that fails leaves nothing behind");
}

#[test]
fn a_template_that_fails_on_many_pages_is_told_once_with_line_and_page() {
    let site = TestSite::new()
        .file(
            "templates/page.html",
            "{% extends \"base.html\" %}\n{% block main %}\n\n{{ t.topics }}: {{ page.nothing }}{% endblock main %}",
        )
        .file("content/a.md", "---\ntitle: A\n---\n")
        .file("content/b.md", "---\ntitle: B\n---\n");
    let found = site.check();
    found.assert_codes(&["T002"]);
    let line = &found.lines()[0];
    assert!(line.starts_with("templates/page.html:4:25 "), "{line}");
    assert!(line.ends_with("[/a/ and 1 more]"), "{line}");
    assert!(line.contains("`nothing`"), "{line}");
}

#[test]
fn broken_templates_are_each_told_at_their_line() {
    let site = TestSite::new()
        .file("templates/page.html", "one\n{% if %}\n")
        .file("templates/home.html", "one\ntwo\n{{ page.title\n")
        .file("content/a.md", "---\ntitle: A\n---\n[broken](nowhere.md)\n");
    let found = site.check();
    found.assert_codes(&["L001", "T001", "T001"]);
    let places: Vec<&str> = found.0.iter().map(|one| one.primary.file.as_str()).collect();
    assert_eq!(places, ["content/a.md", "templates/home.html", "templates/page.html"]);
    let lines: Vec<usize> = found.0.iter().map(|one| one.primary.start.line).collect();
    assert_eq!(lines[2], 2, "{:?}", found.lines());
    assert!((3..=4).contains(&lines[1]), "{:?}", found.lines());
}
