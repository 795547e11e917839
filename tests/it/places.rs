//! Where a mistake is told, and in which words.

use crate::support::{REPORT, TestSite, coverage, finding, page};
use std::rc::Rc;

#[track_caller]
fn lines(site: &TestSite, wanted: &[&str]) {
    let found = site.check().lines();
    let fits =
        found.len() == wanted.len() && found.iter().zip(wanted).all(|(line, start)| line.starts_with(start));
    assert!(fits, "{wanted:#?}\n{found:#?}");
}

#[test]
fn bytes_that_are_no_text_are_told_at_their_line() {
    let site = TestSite::with_report().file("content/a.md", b"---\ntitle: A\n---\nab\xffc\n");
    lines(&site, &["content/a.md:4:3 S002 "]);
    let run = site.run(&["check"]);
    assert!(run.stderr.contains("--> content/a.md:4:3\n"), "{}", run.stderr);
}

#[test]
fn an_invalid_id_is_told_once_at_its_value() {
    let report = REPORT.replace("kind: survey", "kind: survey\nid: Foo");
    let site = TestSite::new().file("content/reports/Foo.md", report);
    lines(&site, &["content/reports/Foo.md:4:5 E004 "]);
}

#[test]
fn templates_are_told_at_what_they_name() {
    let with = |text: &str| TestSite::new().file("templates/page.html", text);
    let base = "{% extends \"base.html\" %}\n{% block main %}\n£ ";
    let end = "{% endblock main %}\n";
    for (wrong, place) in [
        ("{{ page.title | loud }}", "3:19"),
        ("{{<nowhere/>}}", "3:5"),
        ("{% include \"nowhere.html\" %}", "3:3"),
    ] {
        let site = with(&format!("{base}{wrong}{end}"));
        let found = site.check();
        found.assert_codes(&["T001"]);
        let one = &found.0[0].primary;
        assert_eq!((one.file.as_str(), one.start.line), ("templates/page.html", 3), "{wrong}");
        assert!(one.span.end > one.span.start, "{wrong} at {place}: {one:?}");
    }
    lines(
        &with("\n{% extends \"nowhere.html\" %}\n"),
        &["templates/page.html:2:13 T001 it extends `nowhere.html`"],
    );
}

#[test]
fn a_template_that_cannot_be_read_is_not_missed_by_others() {
    let bundled = std::fs::read_to_string(crate::support::golden_folder("../../templates/parts/card.html"));
    let broken = format!("{{% if %}}\n{}", bundled.expect("the theme has cards"));
    let card = TestSite::new().file("templates/parts/card.html", broken);
    card.check().assert_codes(&["T001"]);
    let base = TestSite::new().file("templates/base.html", "{% if %}");
    base.check().assert_codes(&["T001"]);
}

#[test]
fn words_of_ones_own_lie_over_the_bundled_ones() {
    let own = "skip_to_content = \"On & \\\"on\\\" {{ page.title }}\"\n";
    let site = TestSite::new().file("templates/words.en.toml", own);
    let built = site.build().expect_clean();
    let plain = TestSite::new().build().expect_clean();
    let lines = |text: &str| text.lines().count();
    assert_eq!(lines(built.text("index.html")), lines(plain.text("index.html")));
    assert!(!built.text("index.html").contains("home_"), "a key is shown where a word belongs");
    assert!(built.text("index.html").contains(">On &amp; &quot;on&quot; {{ page.title }}</a>"));
    // A template that calls something else `t` is taken at its word.
    let own = "{% extends \"base.html\" %}{% block main %}{% for t in [page] %}{{ t.title }}{% endfor %}{% endblock %}";
    let site = TestSite::new()
        .file("templates/words.en.toml", "title = \"Wrong\"\nskip_to_content = \"Onwards\"\n")
        .file("templates/page.html", own)
        .file("content/a.md", "---\ntitle: Right\n---\n");
    let built = site.build().expect_clean();
    assert!(built.text("a/index.html").contains(">Onwards</a>"));
    assert!(!built.text("a/index.html").contains("Wrong"), "{}", built.text("a/index.html"));
}

#[test]
fn files_are_suggested_by_their_names() {
    let site = TestSite::with_report()
        .file("content/measures/visits.md", "---\ntitle: V\nkind: stock\nunit: visits\n---\n")
        .file(
            "content/a.md",
            page("[x](measures/index.md)\n\n[x](measures/count.md)\n\n[x](reports/cuont.md)\n"),
        );
    let found = site.check().lines();
    assert!(!found[0].contains("did you mean"), "{found:#?}");
    assert!(
        found[1].contains("did you mean `reports/count.md`, which is `content/reports/count.md`?"),
        "{found:#?}"
    );
    assert!(
        found[2].contains("did you mean `reports/count.md`, which is `content/reports/count.md`?"),
        "{found:#?}"
    );
}

#[test]
fn a_topic_that_is_a_draft_is_said_to_be_one() {
    let site = TestSite::with_report()
        .file("content/topics/use.md", "---\ntitle: Use\ndraft: true\n---\n")
        .file("content/findings/f.md", finding("topics: use\n"));
    let found = site.check();
    found.assert_codes(&["R001"]);
    assert!(found.lines()[0].contains("`use` is a draft"), "{:?}", found.lines());
}

#[test]
fn one_of_a_thing_is_counted_in_the_singular() {
    let report = REPORT.lines().filter(|line| !line.contains("share") && !line.contains("budget"));
    let report: String = report.map(|line| format!("{line}\n")).collect();
    let site =
        TestSite::new().file("content/reports/count.md", report).file("content/findings/f.md", finding(""));
    let run = site.run(&["check"]);
    assert!(run.stderr.contains(" 1 finding\n") && run.stderr.contains(" 1 statistic "), "{}", run.stderr);
}

#[test]
fn a_figure_has_the_rounding_of_its_measure() {
    let report = REPORT.replace(
        "visits: {label: Visits, value: \"735,470\"",
        "visits: {label: Visits, measure: visits, value: \"15,600\"",
    );
    let site = TestSite::new()
        .file("content/measures/visits.md", "---\ntitle: V\nkind: flow\nunit: visits\nrounded: 10\n---\n")
        .file("content/reports/count.md", &report);
    let built = site.build().expect_clean();
    assert!(built.text("data/statistics.csv").contains(",\"15,600\",15600,15595,15605,count,"));
    site.write("content/a.md", page("[15,603](stat:count.visits) [15,600](stat:count.visits)\n"));
    lines(&site, &["content/a.md:4:1 R003 `15,603` is more precise"]);
    let exact = report.replace("\"15,600\"", "\"15,600\", precision: exact");
    let site = site.file("content/reports/count.md", exact);
    lines(&site, &["content/a.md:4:1 R003 `15,603` is printed here"]);
}

#[test]
fn what_a_multiple_is_told_to_be_relative_to_is_shown() {
    let report = REPORT.replace("label: Budget", "label: Budget, relative_to: the growth of prices");
    let telling = "tells: [{statistic: count.budget, as: tripled, relative_to: all prices}]\n";
    let site = TestSite::new()
        .file("content/reports/count.md", report.replace("£872m", "tripled"))
        .file("content/coverage/a.md", coverage(telling));
    assert!(site.build().expect_clean().text("coverage/a/index.html").contains("relative to all prices"));
}

#[test]
fn a_negative_percentage_is_no_formula_in_the_data() {
    let report = REPORT
        .replace("value: 20%", "value: -20%")
        .replace("label: Budget", "label: -1+cmd")
        .replace("label: Visits", "label: =1+1");
    let built = TestSite::new().file("content/reports/count.md", report).build().expect_clean();
    let csv = built.text("data/statistics.csv");
    assert!(csv.contains(",-20%,-20,") && csv.contains(",'-1+cmd,") && csv.contains(",'=1+1,"), "{csv}");
}

#[test]
fn records_of_a_second_document_of_one_id_are_let_pass() {
    let other = REPORT.replace("kind: survey", "kind: survey\nid: count").replace("visits:", "loans:");
    let site = TestSite::with_report()
        .file("content/reports/other.md", other)
        .file("content/a.md", page("[735,470](stat:count.loans) [x](reports/other.md#stat-loans)\n"));
    site.check().assert_codes(&["E003"]);
}

#[test]
fn a_wrong_figure_is_told_where_a_statistic_is_told() {
    let site = TestSite::with_report()
        .file("content/coverage/a.md", coverage("tells: [{statistic: count.share, as: a lot}]\n"));
    lines(&site, &["content/coverage/a.md:5:38 E001 this is not a quantity"]);
}

#[test]
fn anchors_of_the_program_are_free_where_it_does_not_use_them() {
    TestSite::new()
        .file(
            "content/a.md",
            page("## Values\n\n## Derived\n\n## Section 4\n\n## Rules\n\n[x](/a/#values)\n"),
        )
        .check()
        .assert_silent();
    let site =
        TestSite::new().file("content/reports/count.md", format!("{REPORT}\n## Visits {{#stat-visits}}\n"));
    let found = site.check();
    found.assert_codes(&["M004"]);
    assert!(found.lines()[0].starts_with("content/reports/count.md:20:1 "), "{:?}", found.lines());
}

#[test]
fn a_file_of_many_mistakes_is_read_once() {
    let links: String = (0..1_000).map(|at| format!("[Of {at}](nowhere-{at}.md)\n\n")).collect();
    let found = TestSite::new().file("content/a.md", page(&links)).check();
    let first = &found.0[0].primary;
    assert!(found.0.len() >= 1_000, "{}", found.0.len());
    // One text, and so one list of its lines, serves all messages.
    assert!(found.0.iter().all(|one| Rc::ptr_eq(&one.primary.text, &first.text)));
}

/// Found by random inputs: without a line of its own the block was told at the top of the file.
#[test]
fn an_empty_block_is_told_where_it_begins() {
    for block in ["```table\n```\n", "```table"] {
        let site = TestSite::with_report().file("content/a.md", page(&format!("Words.\n\n{block}")));
        lines(&site, &["content/a.md:6:1 F002 ", "content/a.md:6:1 F002 "]);
    }
}

/// Found by random inputs: a file that does not exist was named.
#[test]
fn a_template_in_a_folder_of_the_same_name_is_told_by_its_path() {
    let site = TestSite::new().file("templates/templates/a.html", "{% if %}");
    lines(&site, &["templates/templates/a.html:1:"]);
}
