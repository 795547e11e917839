//! Where the rules that judge records draw their lines: small reports that are just right, and just wrong.

use crate::support::{REPORT, check_in_memory, coverage, finding, page};
use cscare_site::diagnostic::Level;

/// What is found in a report with these statistics, one to a line, and other files beside it.
fn codes(statistics: &[&str], others: &[(&str, &str)]) -> Vec<&'static str> {
    let lines: String = statistics.iter().map(|line| format!("  {line}\n")).collect();
    let report = REPORT.replacen("statistics:\n", &format!("statistics:\n{lines}"), 1);
    let files = [("site.toml", "title = \"T\"\n"), ("content/reports/count.md", report.as_str())];
    check_in_memory(files.into_iter().chain(others.iter().copied())).0.codes()
}

#[track_caller]
fn expect(statistics: &[&str], others: &[(&str, &str)], wanted: &[&str]) {
    assert_eq!(codes(statistics, others), wanted, "{statistics:#?}");
}

fn measure(more: &str) -> String {
    format!("---\ntitle: M\nunit: things\n{more}---\n")
}

const ENDS: [&str; 2] = ["a: {label: A, value: 400}", "b: {label: B, value: 386}"];

fn change(value: &str) -> String {
    format!("c: {{label: C, change: {{from: a, to: b}}, value: {value}}}")
}

#[test]
fn a_change_is_compared_in_its_own_unit_and_direction() {
    for (value, wanted) in [
        ("3.5%", vec![]),
        ("-3.5%", vec![]),
        ("\"3.5%\", direction: down", vec![]),
        ("\"3.5%\", direction: up", vec!["N001"]),
        ("nearly 4%", vec!["N001"]),
        ("about 4%", vec![]),
        ("about 5%", vec!["N001"]),
        ("\"14\", direction: down", vec![]),
        ("\"15\"", vec!["N001"]),
        ("0.965 times", vec![]),
        ("2 times", vec!["N001"]),
        ("over 3%", vec![]),
        ("9%, relative_to: something else", vec![]),
    ] {
        expect(&[ENDS[0], ENDS[1], &change(value)], &[], &wanted);
    }
    expect(&["a: {label: A, value: 0}", ENDS[1], &change("5%")], &[], &[]);
}

#[test]
fn points_and_per_cent_of_shares_are_told_apart() {
    let ends = ["a: {label: A, value: 40%}", "b: {label: B, value: half}"];
    for (value, wanted) in
        [("10 points", vec![]), ("25%", vec![]), ("10%", vec!["N005"]), ("25 points", vec!["N001"])]
    {
        expect(&[ends[0], ends[1], &change(value)], &[], &wanted);
    }
}

fn parts(last: &str, more: &str, complete: &str) -> (Vec<&'static str>, Vec<Level>) {
    let share = |id: &str, value: &str, more: &str| {
        format!("  {id}: {{label: L, measure: m, category: {id}, value: {value}{more}}}\n")
    };
    let lines = [share("x", "64%", more), share("y", "34%", ""), share("z", last, "")].concat();
    let report = REPORT.replacen("statistics:\n", &format!("statistics:\n{lines}"), 1);
    let measure = measure(&format!("kind: share\n{complete}"));
    let files = [
        ("site.toml", "title = \"T\"\n"),
        ("content/reports/count.md", report.as_str()),
        ("content/measures/m.md", &measure),
    ];
    let found = check_in_memory(files).0;
    (found.codes(), found.0.iter().map(|one| one.diagnostic.level).collect())
}

#[test]
fn parts_of_a_whole_make_it_up() {
    let (all, some) = ("categories: {complete: true}\n", "categories: {complete: false}\n");
    for (last, more, complete, wanted) in [
        ("2%", "", all, None),
        ("3%", "", all, Some(Level::Warning)),
        ("3%", ", precision: 1", all, None),
        ("5%", "", all, Some(Level::Error)),
        ("1%", "", all, Some(Level::Warning)),
        ("1%", "", some, None),
        ("12%", "", some, Some(Level::Error)),
        ("12%", "", "", None),
    ] {
        let (codes, levels) = parts(last, more, complete);
        assert_eq!(levels, Vec::from_iter(wanted), "{last}{more} {complete}");
        assert!(codes.iter().all(|code| *code == "N003"), "{codes:?}");
    }
}

#[test]
fn percentages_fit_their_number_of_cases() {
    for (value, n, wanted) in [
        ("81%", "\"16\"", vec![]),
        ("81%", "\"15\"", vec!["N004"]),
        ("81.3%", "\"16\"", vec![]),
        ("2%", "\"152\"", vec![]),
        ("2.1%", "\"152\"", vec!["N004"]),
        ("0.1%", "\"1,200\"", vec![]),
        ("100%", "\"3\"", vec![]),
        ("over 80%", "\"5\"", vec![]),
        ("81%", "14 branches", vec!["N004"]),
        ("81%, direction: down", "\"15\"", vec![]),
    ] {
        expect(&[&format!("p: {{label: P, value: {value}, n: {n}}}")], &[], &wanted);
    }
}

#[test]
fn one_thing_has_one_value_unless_somebody_says_why() {
    let flow = measure("kind: flow\n");
    let flow = [("content/measures/m.md", flow.as_str())];
    let a = "a: {label: A, measure: m, period: 2015, value: 5}";
    for (b, wanted) in [
        ("value: 6", vec!["C002"]),
        ("value: 5", vec![]),
        ("value: about 5", vec![]),
        ("value: 6, geography: North", vec![]),
        ("value: 6, population: children", vec![]),
        ("value: 6, category: x", vec![]),
        ("value: 6, relations: [{differs: a}]", vec![]),
        ("value: 6, relations: [{same-as: a}]", vec!["C002"]),
        ("value: 6, revised_by: a", vec![]),
        ("value: 6, direction: up", vec![]),
        ("value: 6, across: towns", vec!["W003"]),
        ("value: 6%", vec![]),
    ] {
        expect(&[a, &format!("b: {{label: B, measure: m, period: 2015, {b}}}")], &flow, &wanted);
    }
    let growth = "a: {label: A, measure: m, change: {from: 2010, to: 2015}, value: 200%}";
    for (b, wanted) in [
        ("tripled", vec!["A003"]),
        ("doubled", vec!["A003", "C002"]),
        ("doubled, relative_to: growth of all", vec![]),
    ] {
        let b = format!("b: {{label: B, measure: m, change: {{from: 2010, to: 2015}}, value: {b}}}");
        expect(&[growth, &b], &flow, &wanted);
    }
}

#[test]
fn what_repeats_a_revised_value_is_explained_with_it() {
    let flow = measure("kind: flow\n");
    let one = |id: &str, more: &str| format!("{id}: {{label: L, measure: m, period: 2015, {more}}}");
    let old = one("old", "value: 6");
    let repeated = one("repeated", "value: 6, relations: [{same-as: old}]");
    let new = one("new", "value: 5, relations: [{updates: old}]");
    expect(&[&old, &repeated, &new], &[("content/measures/m.md", &flow)], &[]);
}

#[test]
fn years_are_counted_by_what_the_period_is() {
    for (statistic, wanted) in [
        ("label: Growth over seven years, change: {from: 2010-11, to: 2017-18}", vec![]),
        ("label: Growth over 8 years, change: {from: 2010-11, to: 2017-18}", vec!["N007"]),
        ("label: \"Growth “over the last eight years”\", change: {from: 2010-11, to: 2017-18}", vec![]),
        ("label: Visits in the last eight years, period: 2010-11 to 2017-18", vec!["W002"]),
        ("label: Visits in the last nine years, period: 2010-11 to 2017-18", vec!["N007", "W002"]),
        ("label: Members for two years, period: 2017-18", vec![]),
    ] {
        expect(&[&format!("g: {{value: 5%, {statistic}}}")], &[], &wanted);
    }
    for (value, wanted) in [("at least 10 years", vec![]), ("at least 11 years", vec!["N007"])] {
        expect(&[&format!("g: {{label: G, value: {value}, period: since 2010}}")], &[], &wanted);
    }
}

#[test]
fn whoever_speaks_in_a_report_can_be_quoted() {
    let claim = REPORT.replace("become quieter}", "become quieter, speaker: Ada Byron}");
    for (speaker, wanted) in [
        ("the Tarnbridge Council", vec![]),
        ("Ada Byron", vec![]),
        ("Ada Byron, chief librarian", vec![]),
        ("Ada", vec!["A001"]),
        ("Tarnbridge", vec!["A001"]),
    ] {
        let article = coverage(&format!("tells: [{{quote: shh, speaker: \"{speaker}\"}}]\n"));
        let files = [
            ("site.toml", "title = \"T\"\n"),
            ("content/reports/count.md", claim.as_str()),
            ("content/coverage/a.md", &article),
        ];
        assert_eq!(check_in_memory(files).0.codes(), wanted, "{speaker}");
    }
}

#[test]
fn one_mistake_is_told_once() {
    let typo = finding("evidence: [{supports: count.visit}]\n");
    expect(&[], &[("content/findings/f.md", &typo)], &["R001"]);
    expect(&["s: {label: S, value: 5, total: {of: [visit]}}"], &[], &["R001"]);
    expect(&["s: {label: S, value: 5, highest_of: [quieter]}"], &[], &["R002"]);
    let typo = measure("kind: flow\ncompare_with_care: [n]\n");
    expect(&[], &[("content/measures/m.md", &typo)], &["R001"]);
}

#[test]
fn nothing_is_alone_before_there_is_a_finding() {
    let topic = "---\ntitle: T\n---\n";
    expect(&["s: {label: S, value: 5}"], &[("content/topics/t.md", topic)], &[]);
    let found = codes(
        &["s: {label: S, value: 5}"],
        &[("content/topics/t.md", topic), ("content/findings/f.md", &finding(""))],
    );
    assert_eq!(found, ["B002", "B005"]);
    expect(
        &["s: {label: S, value: 5}"],
        &[("content/a.md", &page("[5](stat:count.s)")), ("content/findings/f.md", &finding(""))],
        &[],
    );
}

#[test]
fn a_category_that_stands_twice_is_not_added_twice() {
    let share =
        |id: &str, value: &str| format!("{id}: {{label: L, measure: m, category: x, value: {value}}}");
    let measure = measure("kind: share\ncategories: {complete: false}\n");
    expect(&[&share("a", "60%"), &share("b", "62%")], &[("content/measures/m.md", &measure)], &[]);
}

#[test]
fn a_stock_beside_a_flow_of_what_looks_the_same_needs_a_word() {
    let stock = measure("kind: stock\npopulation: members\n");
    let cards = measure("kind: flow\npopulation: cards\ncompare_with_care: stock\n");
    let visits = measure("kind: flow\npopulation: visits\n");
    let statistics = [
        "s: {label: S, measure: stock, value: 5, period: at 2015-03-31}",
        "c: {label: C, measure: cards, value: 9, period: 2015}",
        "v: {label: V, measure: visits, value: 7, period: 2015}",
    ];
    let measures = [
        ("content/measures/stock.md", stock.as_str()),
        ("content/measures/cards.md", cards.as_str()),
        ("content/measures/visits.md", visits.as_str()),
    ];
    let resting_on = |evidence: &str, derived: &str| {
        let text = finding(&format!("evidence: [{evidence}]\nderived: {{d: {{label: D, {derived}}}}}\n"));
        let shown = page("[s](stat:count.s) [c](stat:count.c) [v](stat:count.v)\n");
        let others = [
            measures[0],
            measures[1],
            measures[2],
            ("content/findings/f.md", &text),
            ("content/a.md", &shown),
        ];
        codes(&statistics, &others)
    };
    let whole = "value: 10, formula: count.s * 2";
    for (evidence, derived, wanted) in [
        ("{supports: count.s}, {supports: count.c}", whole, vec!["C001"]),
        ("{supports: count.s}, {supports: count.c, note: given out in a year}", whole, vec![]),
        ("{supports: count.s}, {supports: count.v}", whole, vec![]),
        ("{supports: count.s}", "value: 4, formula: count.c - count.s", vec!["C003"]),
        ("{supports: count.s}", "value: 2, formula: count.v - count.s", vec!["C003"]),
        ("{supports: count.s}", "value: \"1.8\", formula: count.c / count.s", vec!["C003"]),
        ("{supports: count.s}", "value: \"1.4\", formula: count.v / count.s", vec![]),
    ] {
        assert_eq!(resting_on(evidence, derived), wanted, "{evidence} {derived}");
    }
    let table = |columns: &str| {
        let text =
            page(&format!("```table\ncaption: T\nrows: [count.s, count.c]\ncolumns: [{columns}]\n```\n"));
        codes(&statistics, &[measures[0], measures[1], measures[2], ("content/a.md", &text)])
    };
    assert_eq!(table("label, value"), ["C003"]);
    assert_eq!(table("label, value, kind"), [""; 0]);
}
