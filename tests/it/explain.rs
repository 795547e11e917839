//! The pages of the rules: each has the same form, and both of its examples do what it says.
//!
//! The examples are laid over the small site in `tests/explain/base`.

use crate::support::{Found, TestSite, page, tree};
use cscare_site::diagnostic::page::{RulePagePart, RulePageSection, sections};
use cscare_site::diagnostic::rules::ALL;
use cscare_site::diagnostic::{Level, Rule};
use cscare_site::fix::mend;
use std::path::Path;

/// Rules that no ordinary text file breaks, and why. Their pages say how to break them; `rules.rs` does it.
const BY_HAND: &[(&str, &str)] = &[
    ("S001", "needs a file that the system does not hand out"),
    ("S002", "needs bytes that no text has"),
    ("S003", "needs something that is no ordinary file"),
    ("S004", "needs more text than a page can show"),
    ("V009", "needs an archive that has changed, which is no file of the site"),
    ("V010", "needs an archive that lacks a text"),
    ("V011", "needs an archived text, which is no file of the site"),
    ("V015", "needs an archived text, which is no file of the site"),
    ("V013", "needs an archived text, which is no file of the site"),
];

/// The day on which the examples are checked.
const TODAY: &str = "2026-01-31";

fn base() -> TestSite {
    let files = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explain/base"));
    assert!(files.contains_key("site.toml"), "the small site is gone");
    files.iter().fold(TestSite::empty().on(TODAY), |site, (path, bytes)| site.file(path, bytes))
}

/// What is found when the files of a section are laid over the small site.
fn tried(section: &RulePageSection<'_>) -> Found {
    let files = section.parts.iter().filter_map(|part| match part {
        RulePagePart::File { path, text, .. } if !path.is_empty() => Some((path, text)),
        RulePagePart::File { .. } | RulePagePart::Text(_) => None,
    });
    files.fold(base(), |site, (path, text)| site.file(path, text)).check()
}

fn section<'p>(sections: &'p [RulePageSection<'p>], heading: &str) -> &'p RulePageSection<'p> {
    let found = sections.iter().find(|section| section.heading == heading);
    found.unwrap_or_else(|| panic!("a page lacks its section `{heading}`"))
}

fn is_by_hand(rule: &Rule) -> bool {
    BY_HAND.iter().any(|(code, _)| *code == rule.code)
}

#[test]
fn each_page_has_the_same_form() {
    let mut wrong = Vec::new();
    for rule in ALL {
        let sections = sections(rule.page);
        let headings: Vec<&str> = sections.iter().map(|section| section.heading).collect();
        let says = |at: usize| matches!(sections[at].parts.as_slice(), [RulePagePart::Text(_)]);
        let shows =
            |at: usize| sections[at].parts.iter().any(|part| matches!(part, RulePagePart::File { .. }));
        // Text outside of examples leads to other sites only: in a terminal there is nothing else to follow.
        let texts = sections.iter().flat_map(|section| &section.parts).filter_map(|part| match part {
            RulePagePart::Text(text) => Some(*text),
            RulePagePart::File { .. } => None,
        });
        let leads_inside = |text: &str| text.matches("](").count() != text.matches("](https://").count();
        if texts.into_iter().any(leads_inside) {
            wrong.push(format!("{}: a link that leads nowhere", rule.code));
        }
        if headings != ["", "Why", "Wrong", "Right"] || !says(0) || !says(1) || !shows(2) || !shows(3) {
            wrong.push(format!("{}: {headings:?}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_wrong_example_breaks_its_rule_and_no_other() {
    let mut wrong = Vec::new();
    for rule in ALL.iter().filter(|rule| !is_by_hand(rule)) {
        let found = tried(section(&sections(rule.page), "Wrong"));
        let of_rule = found.codes().iter().filter(|code| **code == rule.code).count();
        let others = found.0.iter().filter(|one| one.diagnostic.rule != *rule);
        if of_rule == 0 || others.into_iter().any(|one| one.diagnostic.level < Level::Note) {
            wrong.push(format!("{} is wanted alone:\n{}", rule.code, found.lines().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_right_example_is_right() {
    let mut wrong = Vec::new();
    let usual = base().check();
    assert!(usual.0.iter().all(|one| one.diagnostic.level >= Level::Note), "{}", usual.lines().join("\n"));
    for rule in ALL {
        let sections = sections(rule.page);
        let mut found = tried(section(&sections, "Right"));
        // What a note says of the small site itself has nothing to do with the example.
        found.0.retain(|one| !usual.0.iter().any(|known| known.diagnostic == one.diagnostic));
        if !found.0.is_empty() {
            wrong.push(format!("{}:\n{}", rule.code, found.lines().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn rules_that_are_broken_by_hand_are_few_and_known() {
    for (code, why) in BY_HAND {
        assert!(ALL.iter().any(|rule| rule.code == *code) && why.starts_with("needs "), "{code}: {why}");
    }
}

#[test]
fn a_site_explains_every_rule_at_an_anchor_of_its_own() {
    let built = base().build().expect_built();
    let explained = built.text("methodology/rules/index.html");
    let listed = built.text("methodology/index.html");
    for rule in ALL {
        let code = rule.code;
        assert_eq!(explained.matches(&format!("<h3 id=\"{code}\">")).count(), 1, "{code}");
        assert_eq!(listed.matches(&format!("href=\"/methodology/rules/#{code}\"")).count(), 1, "{code}");
    }
    let example = "Visits fell by [4.3%](stat:audit-2024.fall).";
    assert!(explained.contains(example), "an example is shown as it is typed");
    assert!(explained.contains("<code>cscare-site check --fix</code>"), "text is Markdown");
}

#[test]
fn a_page_that_promises_a_fix_has_an_example_that_is_fixed() {
    let promising =
        ALL.iter().filter(|rule| rule.page.contains("check\n--fix") || rule.page.contains("check --fix"));
    let mut seen = 0;
    for rule in promising {
        let sections = sections(rule.page);
        let mended = mend(&tried(section(&sections, "Wrong")).0);
        let after: Vec<&str> = mended.iter().map(|mended| mended.after.as_str()).collect();
        let right: Vec<&str> = section(&sections, "Right").parts.iter().filter_map(text_of).collect();
        assert_eq!(after, right, "{}", rule.code);
        seen += 1;
    }
    assert!(seen >= 4, "{seen} rules promise one");
}

fn text_of<'p>(part: &RulePagePart<'p>) -> Option<&'p str> {
    match part {
        RulePagePart::File { text, .. } => Some(text),
        RulePagePart::Text(_) => None,
    }
}

#[test]
fn the_list_has_every_rule_once() {
    let run = TestSite::empty().run(&["explain"]);
    for rule in ALL {
        let line = run.stdout.lines().find(|line| line.starts_with(&format!("  {}  ", rule.code)));
        let line = line.unwrap_or_else(|| panic!("{} is not listed:\n{}", rule.code, run.stdout));
        assert!(line.contains(rule.name) && line.ends_with(rule.summary), "{line}");
    }
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_terminal_shows_every_page() {
    let codes: Vec<&str> = ["explain"].into_iter().chain(ALL.iter().map(|rule| rule.code)).collect();
    let run = TestSite::empty().run(&codes);
    for rule in ALL {
        assert!(run.stdout.contains(&format!("{} {}\n", rule.code, rule.name)), "{}", rule.code);
    }
    // Examples are indented, and may have marks of their own.
    let has_mark = |line: &str| line.starts_with("```") || line.starts_with('#');
    assert!(!run.stdout.lines().any(has_mark), "marks of Markdown are left out");
}

#[test]
fn an_author_may_link_to_the_explanation_of_a_rule() {
    let linked =
        |code: &str| base().file("content/a.md", page(&format!("[why](/methodology/rules/#{code})\n")));
    linked("R003").build().expect_built();
    linked("R999").check().assert_codes(&["L002"]);
}
