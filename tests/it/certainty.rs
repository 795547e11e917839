//! How many sources a certainty rests on: what counts as one, and what counts as two.

use crate::support::{Found, TestSite};

/// A report: `more` are further lines of its front matter.
fn report(title: &str, kind: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nkind: {kind}\npublisher: P\npublished: 2019\n{more}---\n")
}

/// Figures of one count, in which `a` grew to `b`.
fn counts(place: &str) -> String {
    format!(
        "statistics:\n  a: {{label: A, value: \"100\", period: 2017{place}}}\n  b: {{label: B, value: \"150\", period: 2018{place}}}\n  \
         rise: {{label: R, value: 50%, change: {{from: a, to: b}}{place}}}\n"
    )
}

fn finding(certainty: &str, more: &str) -> String {
    format!("---\ntitle: It grew\ncertainty: {certainty}\nbecause: so it is\n{more}---\n")
}

const ALL: &str = "evidence: [{supports: one.a}, {supports: one.b}, {supports: one.rise}]\n";

/// What is said of certainties on a site of these files; unused records are none of their business.
fn judged(files: &[(&str, String)]) -> Found {
    let settings = "title = \"T\"\n[rules]\nB001 = \"off\"\nB002 = \"off\"\nB004 = \"off\"\nV008 = \"off\"\n";
    let site = TestSite::empty().file("site.toml", settings);
    files.iter().fold(site, |site, (path, text)| site.file(path, text)).check()
}

const ONE: &str = "content/reports/one.md";
const TWO: &str = "content/reports/two.md";
const FINDING: &str = "content/findings/f.md";

#[test]
fn reports_that_pass_a_figure_on_are_no_second_source() {
    let one = report("One", "audit", &counts(", at: page 1"));
    let second = |origin: &str| {
        report(
            "Two",
            "review",
            &format!("statistics:\n  b: {{label: B, value: \"150\", period: 2018, at: page 3{origin}}}\n"),
        )
    };
    let both = finding("high", "evidence: [{supports: one.b}, {supports: two.b}]\n");
    let with = |origin: &str| judged(&[(ONE, one.clone()), (TWO, second(origin)), (FINDING, both.clone())]);
    with("").assert_silent();
    for origin in [", origin: one.b", ", relations: [{same-as: one.b}]", ", origin: one"] {
        let found = with(origin);
        found.assert_codes(&["B007"]);
        assert!(found.lines()[0].contains("first stood in `One`"), "{:?}", found.lines());
    }
    let limits = finding("high", "evidence: [{supports: one.b}, {qualifies: two.b}]\n");
    judged(&[(ONE, one.clone()), (TWO, second("")), (FINDING, limits)]).assert_codes(&["B007"]);
    for certainty in ["moderate", "low", "very low"] {
        judged(&[(ONE, one.clone()), (FINDING, finding(certainty, ALL))]).assert_silent();
    }
}

#[test]
fn a_derived_number_is_as_many_sources_as_it_is_computed_from() {
    let one = report("One", "audit", &counts(", at: page 1"));
    let two = report("Two", "audit", "statistics:\n  c: {label: C, value: \"30\", at: page 1}\n");
    let with = |formula: &str| {
        let derived = format!(
            "derived:\n  sum: {{label: S, value: \"180\", formula: {formula}}}\nevidence: [{{supports: f.sum}}]\n"
        );
        judged(&[(ONE, one.clone()), (TWO, two.clone()), (FINDING, finding("high", &derived))])
    };
    with("one.b + two.c").assert_silent();
    with("one.b + 30").assert_codes(&["B007"]);
}

#[test]
fn what_a_formula_takes_away_again_is_no_source() {
    let one = report("One", "audit", &counts(", at: page 1"));
    let more = "statistics:\n  c: {label: C, value: \"30\", at: page 1}\n  d: {label: D, value: \"0.1\", at: page 2}\n";
    let two = report("Two", "audit", more);
    let with = |derived: &str| {
        let derived = format!("derived:\n{derived}evidence: [{{supports: f.sum}}]\n");
        judged(&[(ONE, one.clone()), (TWO, two.clone()), (FINDING, finding("high", &derived))])
    };
    let sum =
        |value: &str, formula: &str| format!("  sum: {{label: S, value: \"{value}\", formula: {formula}}}\n");
    with(&sum("180", "one.b + two.c")).assert_silent();
    for formula in [
        "one.b + two.c - two.c",
        "one.b * two.c / two.c",
        "one.b + 0 * two.c",
        "one.b * 1 + 0 * two.d",
        "two.c - two.c + one.b",
    ] {
        with(&sum("150", formula)).assert_codes(&["B007"]);
    }
    with(&sum("about 150", "one.b + two.d")).assert_codes(&["B007"]);
    let through = "  part: {label: P, value: \"180\", formula: one.b + two.c}\n";
    with(&format!("{through}{}", sum("150", "part - two.c"))).assert_codes(&["B007"]);
    with(&format!("{through}{}", sum("90", "part / 2"))).assert_silent();
}

#[test]
fn a_publication_that_is_recorded_twice_is_one_source() {
    let b = |title: &str, more: &str, relation: &str| {
        let b = format!(
            "{more}statistics:\n  b: {{label: B, value: \"150\", period: 2018, at: page 3{relation}}}\n"
        );
        report(title, "audit", &b)
    };
    let both = finding("high", "evidence: [{supports: one.b}, {supports: two.b}]\n");
    let with = |one: String, two: String| judged(&[(ONE, one), (TWO, two), (FINDING, both.clone())]);
    let at = |url: &str| format!("url: \"{url}\"\n");
    with(b("One", &at("https://example.org/a"), ""), b("Two", &at("https://example.org/b"), ""))
        .assert_silent();
    for url in ["https://example.org/a", "http://www.example.org/a/#page-3"] {
        with(b("One", &at("https://example.org/a"), ""), b("Two", &at(url), "")).assert_codes(&["B007"]);
    }
    with(b("The count", "", ""), b("The Count!", "", "")).assert_codes(&["B007"]);
    let other = |text: String| text.replace("publisher: P", "publisher: Q");
    with(b("The count", "", ""), other(b("The count", "", ""))).assert_silent();
    for relation in ["updates", "corrects"] {
        let newer = b("Two", "", &format!(", relations: [{{{relation}: one.b}}]"));
        with(b("One", "", ""), newer).assert_codes(&["B007"]);
    }
}

#[test]
fn an_article_that_is_recorded_twice_is_one_source() {
    let b =
        |title: &str| report(title, "audit", "statistics:\n  b: {label: B, value: \"150\", period: 2018}\n");
    let with = |first: &str, second: &str| {
        let article = |title: &str, record: &str, more: &str| {
            format!(
                "---\ntitle: {title}\nkind: news article\nreports_on: {record}\nsnapshot: {title}.txt\n{more}tells:\n  - {{statistic: {record}.b, as: \"150\"}}\n---\n"
            )
        };
        judged(&[
            (ONE, b("One")),
            (TWO, b("Two")),
            ("content/coverage/x.md", article("X", "one", first)),
            ("content/coverage/y.md", article("Y", "two", second)),
            (FINDING, finding("moderate", "evidence: [{supports: one.b}, {supports: two.b}]\n")),
        ])
    };
    with("", "").assert_silent();
    with("outlet: Gazette\n", "outlet: Gazette\n").assert_silent();
    with("url: \"https://example.org/a\"\n", "url: \"https://example.org/a/\"\n").assert_codes(&["B008"]);
}

#[test]
fn official_counts_that_agree_with_each_other_are_confirmed() {
    let official = |place: &str| report("One", "official statistics", &counts(place));
    judged(&[(ONE, official(", at: page 1")), (FINDING, finding("high", ALL))]).assert_silent();
    judged(&[(ONE, official(", url: \"https://example.org\"")), (FINDING, finding("high", ALL))])
        .assert_silent();
    judged(&[(ONE, official("")), (FINDING, finding("high", ALL))]).assert_codes(&["B007"]);
    let survey = report("One", "survey", &counts(", at: page 1"));
    judged(&[(ONE, survey), (FINDING, finding("high", ALL))]).assert_codes(&["B007"]);
    // A number that is given by nothing else.
    let alone = finding("high", "evidence: [{supports: one.b}]\n");
    judged(&[(ONE, official(", at: page 1")), (FINDING, alone)]).assert_codes(&["B007"]);
    // One that the finding computes from others, and one that it computes from itself.
    let derived = |formula: &str| {
        let derived = format!(
            "derived:\n  sum: {{label: S, value: \"150\", formula: {formula}}}\nevidence: [{{supports: one.b}}]\n"
        );
        judged(&[
            (ONE, official(", at: page 1")),
            (TWO, report("Two", "survey", "statistics:\n  c: {label: C, value: \"50\", at: page 1}\n")),
            (FINDING, finding("high", &derived)),
        ])
    };
    derived("one.a + two.c").assert_silent();
    derived("one.b * 1").assert_codes(&["B007"]);
    derived("2 * one.b - one.b").assert_codes(&["B007"]);
}

#[test]
fn what_one_article_tells_is_one_source() {
    let article = |title: &str, more: &str| {
        format!(
            "---\ntitle: {title}\nkind: news article\nreports_on: [one, two]\n{more}tells:\n  - {{statistic: one.b, as: \"150\"}}\n  \
             - {{statistic: two.b, as: \"150\"}}\n---\n"
        )
    };
    let b = |title: &str, place: &str| {
        report(
            title,
            "audit",
            &format!("statistics:\n  b: {{label: B, value: \"150\", period: 2018{place}}}\n"),
        )
    };
    let graded = |certainty: &str, articles: &[&str], place: &str| {
        let both = finding(certainty, "evidence: [{supports: one.b}, {supports: two.b}]\n");
        let mut files = vec![(ONE, b("One", place)), (TWO, b("Two", "")), (FINDING, both)];
        let paths = ["content/coverage/x.md", "content/coverage/y.md"];
        for (path, more) in paths.into_iter().zip(articles) {
            files.push((path, article(&path[17..18].to_uppercase(), more)));
        }
        judged(&files)
    };
    let at_hand = "snapshot: x.txt\n";
    // Two reports, one article.
    let found = graded("high", &[at_hand], "");
    found.assert_codes(&["B007"]);
    assert!(found.lines()[0].contains("known from the article `X` alone"), "{:?}", found.lines());
    graded("moderate", &[at_hand], "").assert_codes(&["B008"]);
    graded("low", &[at_hand], "").assert_silent();
    // Nobody says that the reports were not read.
    graded("moderate", &[""], "").assert_silent();
    // A place in a report that nobody can look into says as little as none.
    graded("moderate", &[at_hand], ", at: page 3").assert_codes(&["B008"]);
    // Another article has it too, or one of the figures was looked up.
    graded("moderate", &[at_hand, "snapshot: y.txt\n"], "").assert_silent();
    graded("moderate", &[at_hand, at_hand], "").assert_codes(&["B008"]);
    graded("high", &[at_hand], ", url: \"https://example.org\"").assert_silent();
}

#[test]
fn a_figure_beside_others_that_were_looked_up_was_not() {
    let one = |b: &str, report_more: &str| {
        report(
            "One",
            "audit",
            &format!(
                "{report_more}statistics:\n  a: {{label: A, value: \"100\", url: \"https://example.org\"}}\n  \
                 b: {{label: B, value: \"150\"{b}}}\n"
            ),
        )
    };
    let article = "---\ntitle: X\nkind: news article\nreports_on: one\ntells:\n  - {statistic: one.b, as: \"150\"}\n---\n";
    let judge = |b: &str, more: &str| {
        let only = finding("moderate", "evidence: [{supports: one.b}]\n");
        judged(&[(ONE, one(b, more)), ("content/coverage/x.md", article.to_owned()), (FINDING, only)])
    };
    judge("", "").assert_codes(&["B008"]);
    judge(", at: page 3", "").assert_codes(&["B008"]);
    judge(", at: page 3", "url: \"https://example.org\"\n").assert_silent();
    judge(", url: \"https://example.org\"", "").assert_silent();
}

#[test]
fn nothing_and_a_circle_are_no_two_sources() {
    let one = report("One", "audit", &counts(", at: page 1"));
    for evidence in ["", "evidence: [{qualifies: one.b}]\n"] {
        let found = judged(&[(ONE, one.clone()), (FINDING, finding("high", evidence))]);
        found.assert_codes(&["B007"]);
        assert!(found.lines()[0].contains("rests on nothing"), "{:?}", found.lines());
    }
    judged(&[(ONE, one), (FINDING, finding("moderate", "evidence: [{qualifies: one.b}]\n"))]).assert_silent();
    let of = |title: &str, origin: &str| {
        let b = format!(
            "statistics:\n  b: {{label: B, value: \"150\", period: 2018, at: page 3, origin: {origin}}}\n"
        );
        report(title, "review", &b)
    };
    let both = finding("high", "evidence: [{supports: one.b}, {supports: two.b}]\n");
    judged(&[(ONE, of("One", "two.b")), (TWO, of("Two", "one.b")), (FINDING, both)]).assert_codes(&["B007"]);
}

#[test]
fn a_reason_that_is_given_stands_beside_the_grade() {
    let one = report("One", "audit", &counts(", at: page 1"));
    let waived = finding("high", &format!("{ALL}allow: {{B007: everybody was \"counted\" & checked}}\n"));
    let settings = "title = \"T\"\n[rules]\nB002 = \"off\"\n";
    let site = TestSite::empty().file("site.toml", settings).file(ONE, one).file(FINDING, waived);
    site.check().assert_silent();
    let page = site.build().expect_clean().text("findings/f/index.html").to_owned();
    let reason = "One source, held to be enough here: everybody was &quot;counted&quot; &amp; checked";
    assert!(page.contains(reason), "{page}");
}

#[test]
fn a_figure_that_one_publisher_prints_twice_is_one_source() {
    let measure = "---\ntitle: M\nkind: stock\nunit: things\n---\n";
    let counted = |title: &str, publisher: &str, value: &str| {
        let figure = format!(
            "statistics:\n  b: {{label: B, measure: m, value: \"{value}\", period: 2018, at: page 1}}\n"
        );
        report(title, "audit", &figure).replace("publisher: P", &format!("publisher: {publisher}"))
    };
    let both = finding("high", "evidence: [{supports: one.b}, {supports: two.b}]\n");
    let with = |second: String| {
        let one = counted("One", "P", "150");
        judged(&[
            (ONE, one),
            (TWO, second),
            (FINDING, both.clone()),
            ("content/measures/m.md", measure.to_owned()),
        ])
    };
    assert!(with(counted("Press release on One", "p.", "150")).codes().contains(&"B007"));
    assert!(!with(counted("Press release on One", "Q", "150")).codes().contains(&"B007"));
    assert!(!with(counted("A later count", "P", "151")).codes().contains(&"B007"));
}

#[test]
fn what_is_known_from_an_article_alone_is_what_the_article_says() {
    let record = |more: &str| {
        let front = format!("statistics:\n  a: {{label: A, value: 46%, period: 2018, via: n{more}}}\n");
        report(
            "One",
            "audit",
            &format!("{front}claims:\n  k: {{text: Dark it is, words: never so dark, via: n}}\n"),
        )
    };
    let article = |tells: &str, claim: &str| {
        format!(
            "---\ntitle: N\nkind: news article\nreports_on: one\ntells:\n  - {{statistic: one.a{tells}}}\n  - {{claim: one.k{claim}}}\n---\n"
        )
    };
    let with = |tells: &str, claim: &str| {
        let found = judged(&[(ONE, record("")), ("content/coverage/n.md", article(tells, claim))]);
        found.lines().into_iter().filter(|line| line.contains("A007")).collect::<Vec<_>>()
    };
    let said = ", as: never so dark as now";
    assert_eq!(with(", as: 46%", said), [""; 0]);
    assert_eq!(with("", said), [""; 0]);
    let other = with(", as: 64%, differs: wrong figure", said);
    assert!(other.len() == 1 && other[0].contains("tells it as `64%`"), "{other:?}");
    let unsaid = with(", as: 46%", ", as: quite dark");
    assert!(unsaid.len() == 1 && unsaid[0].contains("tells it as `quite dark`"), "{unsaid:?}");
}
