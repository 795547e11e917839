//! Waivers: a judgement is taken back where its reason stands, and nowhere else.

use crate::support::{Found, REPORT, TestSite, coverage, page};

fn wrong_page(allow: &str) -> String {
    page("[21%](stat:count.share)\n").replace("---\n[", &format!("{allow}---\n["))
}

#[track_caller]
fn only_at(found: &Found, code: &str, place: &str) {
    found.assert_codes(&[code]);
    assert!(found.lines()[0].starts_with(&format!("{place} ")), "{:?}", found.lines());
}

#[test]
fn a_page_waives_what_is_found_in_it() {
    for allow in ["allow: {R003: as the press has it}\n", "allow: {bound-number-differs: so it is}\n"] {
        TestSite::with_report().file("content/a.md", wrong_page(allow)).check().assert_silent();
    }
    let telling = coverage("tells: [{statistic: count.share, as: 21%}]\nallow: {E005: it is a misprint}\n");
    TestSite::with_report().file("content/coverage/a.md", telling).check().assert_silent();
}

#[test]
fn a_page_waives_nothing_elsewhere() {
    let site = TestSite::with_report()
        .file("content/a.md", wrong_page("allow: {R003: as the press has it}\n"))
        .file("content/b.md", wrong_page(""));
    only_at(&site.check(), "R003", "content/b.md:4:1");
}

#[test]
fn a_record_waives_what_is_found_in_its_fields() {
    let label = "label: \"Members, [21%](stat:share)\"";
    let with = |allow: &str| {
        let report = REPORT.replace("label: Members among residents", &format!("{label}{allow}"));
        TestSite::new().file("content/reports/count.md", report).check()
    };
    with("").assert_codes(&["R003"]);
    with(", allow: {R003: rounded by its author}").assert_silent();
    let claim = "{text: \"See [x](nowhere.md)\", allow: {L001: it will be there}}";
    let report = REPORT.replace("{text: Branches may have become quieter}", claim);
    TestSite::new().file("content/reports/count.md", report).check().assert_silent();
}

#[test]
fn a_record_waives_nothing_in_its_neighbours() {
    let report = REPORT
        .replace("label: Members among residents", "label: \"[21%](stat:share)\"")
        .replace("label: Budget", "label: Budget, allow: {R003: as the press has it}");
    let found = TestSite::new().file("content/reports/count.md", report).check();
    found.assert_codes(&["R003", "E009"]);
}

#[test]
fn a_waiver_that_waives_nothing_is_told_at_the_waiver() {
    let site = TestSite::with_report()
        .file("content/a.md", page("").replace("---\n", "---\nallow: {L001: as the press has it}\n"));
    let site = site.file("content/a.md", "---\ntitle: A\nallow: {L001: as the press has it}\n---\n");
    let found = site.check();
    only_at(&found, "E009", "content/a.md:3:9");
    assert!(!found.has_errors());
}

#[test]
fn a_waiver_that_waives_nothing_is_not_printed() {
    let reason = "everybody was counted";
    let finding = |certainty: &str| {
        let allow = format!("allow: {{B007: {reason}}}\n");
        crate::support::finding(&allow).replace("certainty: low", &format!("certainty: {certainty}"))
    };
    let built = |certainty: &str| {
        let share = format!("value: 20%, allow: {{W003: {reason}}}");
        TestSite::new()
            .file("content/reports/count.md", REPORT.replace("value: 20%", &share))
            .file("content/findings/f.md", finding(certainty))
            .build()
    };
    let idle = built("low");
    idle.found.assert_codes(&["E009", "E009"]);
    for page in ["findings/f/index.html", "methodology/index.html"] {
        assert!(!idle.text(page).contains(reason), "{page}");
    }
    let busy = built("high");
    busy.found.assert_codes(&["E009"]);
    for page in ["findings/f/index.html", "methodology/index.html"] {
        assert_eq!(busy.text(page).matches(reason).count(), 1, "{page}");
    }
}

#[test]
fn a_reason_is_more_than_a_mark() {
    let with = |reason: &str| {
        TestSite::with_report()
            .file("content/a.md", wrong_page(&format!("allow: {{R003: {reason}}}\n")))
            .check()
    };
    for none in ["'.'", "'...'", "why", "'n/a'", "'1 2 3'", "'x x x'", "so be"] {
        only_at(&with(none), "F007", "content/a.md:3:15");
    }
    with("''").assert_codes(&["F002"]);
    for reason in ["so it is", "報告書の通り", "it's as the press has it"] {
        with(&format!("\"{reason}\"")).assert_silent();
    }
    let label = REPORT.replace("label: Budget", "label: Budget, allow: {R003: '.'}");
    TestSite::new().file("content/reports/count.md", label).check().assert_codes(&["E009", "F007"]);
}

#[test]
fn what_cannot_be_lowered_cannot_be_waived() {
    for code in ["T001", "unknown-reference", "E999"] {
        let text = format!("---\ntitle: A\nallow: {{{code}: as the press has it}}\n---\n");
        only_at(&TestSite::with_report().file("content/a.md", text).check(), "F007", "content/a.md:3:9");
    }
}
