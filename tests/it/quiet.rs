//! What looks like a mistake and is none must be silent; and one mistake gives one message.

use crate::support::{REPORT, TestSite, coverage, finding, page};

#[track_caller]
fn silent(files: &[(&str, &str)]) {
    let site = files.iter().fold(TestSite::with_report(), |site, (path, text)| site.file(path, text));
    site.on("2026-01-01").check().assert_silent();
}

#[track_caller]
fn only(files: &[(&str, &str)], codes: &[&str]) {
    let site = files.iter().fold(TestSite::with_report(), |site, (path, text)| site.file(path, text));
    site.on("2026-01-01").check().assert_codes(codes);
}

#[test]
fn other_words_for_the_same_number_agree() {
    for text in ["£872 million", "£872m", "**£872** million", "£0.872bn", "about £900 million"] {
        silent(&[("content/a.md", &page(&format!("[{text}](stat:count.budget)\n")))]);
    }
    for text in ["a fifth", "20%", "20 per cent", "one in five", "20 percent"] {
        silent(&[("content/a.md", &page(&format!("[{text}](stat:count.share)\n")))]);
    }
    for text in ["735,470", "735470", "about 735 thousand", "735,470 visits"] {
        silent(&[("content/a.md", &page(&format!("[{text}](stat:count.visits)\n")))]);
    }
}

#[test]
fn words_without_a_number_are_only_a_link() {
    for text in ["this share", "*many* members", "`members`", "a half-open door"] {
        silent(&[("content/a.md", &page(&format!("See [{text}](stat:count.share).\n")))]);
    }
}

#[test]
fn the_printed_text_itself_always_agrees() {
    let report = REPORT.replace("period: 2019-20}", "period: 2019-20, precision: 10}");
    silent(&[
        ("content/reports/count.md", &report),
        ("content/a.md", &page("[735,470](stat:count.visits)\n")),
    ]);
    let report = REPORT.replace("value: 20%", "value: nearly 20%");
    silent(&[
        ("content/reports/count.md", &report),
        ("content/a.md", &page("[nearly 20%](stat:count.share)\n")),
    ]);
    let report = REPORT.replace("value: £872m", "value: \"[c]\"");
    silent(&[
        ("content/reports/count.md", &report),
        ("content/a.md", &page("[\\[c\\]](stat:count.budget)\n")),
    ]);
}

#[test]
fn carriage_returns_and_a_byte_order_mark_are_no_obstacle() {
    let dos = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let table =
        page("[735,470](stat:count.visits)\n\n```table\ncaption: Visits\nrows: [count.visits]\n```\n");
    silent(&[
        ("content/reports/count.md", &dos(REPORT)),
        ("content/a.md", &dos(&table)),
        ("site.toml", &dos("title = \"T\"\n")),
    ]);
}

#[test]
fn years_may_be_written_with_a_slash() {
    for period in [
        "2010/11",
        "2010-11",
        "2010/2011",
        "2010-M11",
        "2019-01",
        "at 2017-03-31",
        "2010-11..2017-18",
        "to 2017-12",
        "since 2010",
        "2017 to 2018",
    ] {
        silent(&[("content/reports/count.md", &REPORT.replace("2019-20", period))]);
    }
}

#[test]
fn a_telling_that_is_rounder_or_explained_is_right() {
    for telling in [
        "{statistic: count.budget, as: £872 million}",
        "{statistic: count.share, as: a fifth, population: the residents}",
        "{statistic: count.share, as: 90%, differs: misprinted}",
        "{statistic: count.visits}",
        "{claim: count.quieter, as: are quieter}",
    ] {
        silent(&[("content/coverage/a.md", &coverage(&format!("tells: [{telling}]\n")))]);
    }
    silent(&[("content/coverage/a.md", &coverage("credits: the TARNBRIDGE council\n"))]);
    silent(&[(
        "content/coverage/a.md",
        &coverage("credits: The Lantern\ncredits_note: The paper is wrong.\n"),
    )]);
}

#[test]
fn links_may_be_written_in_many_ways() {
    silent(&[
        (
            "content/b c.md",
            "---\ntitle: B\naliases: [/old/b]\n---\n## Ünïcode heading\n\n<span id=\"raw\"></span>\n",
        ),
        ("content/plan of rooms.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("static/notes.txt", "n"),
        (
            "content/a.md",
            &page(
                "[one](b%20c.md) [two](<b c.md#unicode-heading>) [three](./b%20c.md#raw) [four](/b-c/) [five](/notes.txt)\n\
                 [six](../static/notes.txt) [seven](//example.org/x) [eight](mailto:a@example.org) [ten][b] [sic]\n\
                 [eleven](reports/count.md#stat-share) [twelve](reports/count.md#claim-quieter) [thirteen](/)\n\
                 ![plan](plan%20of%20rooms.svg) ![far](https://example.org/x.png) <a href=\"reports/count.md\">raw</a>\n\n\
                 [b]: b%20c.md 'A title'\n",
            ),
        ),
    ]);
}

#[test]
fn a_broken_document_is_told_once_and_not_where_it_is_used() {
    let broken = REPORT.replace("kind: survey", "kind: survey\ncolour: red");
    let uses = finding(
        "evidence: [{supports: count.visits}]\nderived: {a: {label: A, value: 1, formula: count.visits * 2}}\n",
    );
    only(
        &[
            ("content/reports/count.md", &broken),
            ("content/findings/f.md", &uses),
            ("content/coverage/c.md", &coverage("tells: [{statistic: count.visits, as: 3}]\n")),
            (
                "content/a.md",
                &page(
                    "[1](stat:count.visits) [x](reports/count.md#stat-visits)\n\n```table\ncaption: A\nrows: [count.visits]\n```\n",
                ),
            ),
        ],
        &["F001"],
    );
}

#[test]
fn a_value_that_cannot_be_read_is_told_once_and_not_where_it_is_bound() {
    let broken = REPORT.replace("£872m", "a lot");
    only(
        &[("content/reports/count.md", &broken), ("content/a.md", &page("[£1](stat:count.budget)\n"))],
        &["E001"],
    );
}

#[test]
fn a_document_that_is_no_text_is_told_once_and_not_where_it_is_used() {
    let site = TestSite::with_report()
        .file("content/a.md", page("[735,470](stat:count.visits) [x](reports/count.md)\n"));
    let site = site.file("content/reports/count.md", [REPORT.as_bytes(), b"\xff"].concat());
    site.check().assert_codes(&["S002"]);
}

#[test]
fn a_broken_glossary_is_told_once_and_not_at_every_term() {
    only(
        &[
            ("content/glossary.md", "---\ntitle: T\ncolour: red\n---\nBranch\n: A building.\n"),
            ("content/a.md", &page("[x](term:branch)\n")),
        ],
        &["F001"],
    );
}

#[test]
fn a_broken_document_is_known_by_the_id_it_gives_itself() {
    only(
        &[
            (
                "content/reports/long-name.md",
                &REPORT.replace("kind: survey", "kind: survey\nid: short\ncolour: red"),
            ),
            ("content/a.md", &page("[735,470](stat:short.visits)\n")),
        ],
        &["F001"],
    );
}

#[test]
fn a_misspelt_field_is_not_missing_as_well() {
    only(&[("content/reports/count.md", &REPORT.replace("publisher:", "publihser:"))], &["F001"]);
}

#[test]
fn two_documents_of_one_id_are_told_once() {
    let site = TestSite::with_report()
        .file("content/reports/other.md", REPORT.replace("kind: survey", "kind: survey\nid: count"));
    let found = site.check();
    found.assert_codes(&["E003"]);
}

#[test]
fn a_wrong_column_is_told_at_the_column_and_once() {
    let site = TestSite::with_report().file(
        "content/a.md",
        page("```table\ncaption: A\nrows: [count.visits]\ncolumns: [label, vaule]\n```\n"),
    );
    let found = site.check();
    found.assert_codes(&["M002"]);
    assert!(found.lines()[0].starts_with("content/a.md:7:18 "), "{:?}", found.lines());
}

#[test]
fn a_table_block_that_is_no_yaml_is_told_without_another_place() {
    let site = TestSite::new().file("content/a.md", page("```table\ncaption: A\nrows: [count.visits\n```\n"));
    let found = site.check();
    found.assert_codes(&["M002"]);
    let line = &found.lines()[0];
    assert!(line.starts_with("content/a.md:6:1 ") && !line.contains("column 1"), "{line}");
}

#[test]
fn a_bad_alias_does_not_move_the_place_of_the_next() {
    let site =
        TestSite::with_report().file("content/a.md", "---\ntitle: A\naliases: [old, /reports/count/]\n---\n");
    let found = site.check();
    let places: Vec<String> =
        found.lines().iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(places, ["content/a.md:3:11 P002", "content/a.md:3:16 P001"]);
}

#[test]
fn a_claim_in_the_place_of_a_statistic_is_told_once() {
    only(
        &[("content/coverage/a.md", &coverage("tells: [{statistic: count.quieter, as: silent}]\n"))],
        &["R002"],
    );
}

#[test]
fn every_column_that_a_table_may_have_can_be_shown() {
    let columns = cscare_site::document::table::COLUMNS.join(", ");
    silent(&[(
        "content/a.md",
        &page(&format!("```table\ncaption: A\nrows: [count.visits]\ncolumns: [{columns}]\n```\n")),
    )]);
}

#[test]
fn the_place_in_a_table_block_is_right_in_any_surroundings() {
    let block = "```table\ncaption: A\nrows: [count.visits]\ncolums: [label]\n```\n";
    let indented = format!("  {}\n", block.trim_end().replace('\n', "\n  "));
    let in_list = page(&format!("- text\n\n{indented}"));
    for (text, place) in [(page(block), "7:1"), (page(block).replace('\n', "\r\n"), "7:1"), (in_list, "9:3")]
    {
        let site = TestSite::with_report().file("content/a.md", text);
        let found = site.check();
        found.assert_codes(&["F001"]);
        assert!(
            found.lines()[0].starts_with(&format!("content/a.md:{place} ")),
            "{place}: {:?}",
            found.lines()
        );
    }
}
