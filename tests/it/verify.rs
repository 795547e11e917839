//! `verify` and its lock, as an author meets them: an invented article and an invented report, told rightly and
//! wrongly. The archive lies beside the site's folder.

use crate::support::{Run, TestSite};
use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::path::SourcePath;
use cscare_site::render::Press;
use cscare_site::site::memory::Memory;
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use std::collections::BTreeSet;
use std::fs;

const REPORT: &str = "\
---
title: Ferries counted
kind: audit
publisher: Port authority of Marrow
authors: [The harbour master]
published: 2024-05
snapshot: ferries.txt
statistics:
  passengers: {label: Passengers, value: \"412,300\", period: 2023, at: page 2}
  fall: {label: Fall in passengers, value: 3.4%, direction: down, at: \"page 2, paragraph 2\"}
  late: {label: Late sailings, value: a fifth, at: Punctuality}
  cost: {label: Cost, value: £87.2 million}
  none: {label: Cancelled for ice, value: \"[c]\", at: last paragraph}
claims:
  weather: {text: Storms made sailings late, words: Storms may have been one cause, hedge: may have, at: Punctuality}
  staff: {text: There were enough deckhands, at: paragraph 1, allow: {V012: it is said in many words}}
---
Body.
";

const REPORT_TEXT: &str = "Ferries counted\n\nThe authority has counted since 1998.\n\u{c}\n\
    In 2023 there were 412300 passengers on all routes.\n\n\
    That is 3.4 per cent fewer than the year before. Running them cost £87.2m.\n\n\
    Punctuality\n\n20pc of sailings were late. Storms may\nhave been one cause.\n\n\
    Sailings cancelled for ice: [c].\n";

const ARTICLE: &str = "\
---
title: An article on ferries
kind: news article
reports_on: ferries
credits: Port Authority of Marrow
credits_note: It writes the name with a capital.
snapshot: gazette.txt
snapshot_begins: Fewer people
tells:
  - {statistic: ferries.passengers, as: more than 412 thousand, at: paragraph 1}
  - {statistic: ferries.fall, as: about 3%, at: paragraph 1}
  - {statistic: ferries.late, as: one in five, at: first point}
  - {statistic: ferries.cost, at: second point}
  - {claim: ferries.weather, as: blames, at: headline, differs: hedge dropped}
  - {quote: \"We count … and [it] shows …\", speaker: The harbour master, at: paragraphs 2-3}
  - {tells: The ferries are blue., at: paragraph 3}
---
Body.
";

const ARTICLE_TEXT: &str = "Accept our cookies.\nMenu\n\n\
    Fewer people take the ferry, and the port blames storms\n\n\
    More than 412 thousand people sailed, says the Port Authority of Marrow: about 3 per cent fewer.\n\n\
    “We count each passenger,” said the harbour master, “and the tally\u{a0}shows\n a fall.”\n\n\
    The ferries are painted blue.\n\n\
    • 20 per cent of sailings were late\n• the ferries cost £87,200,000\n";

/// What is left out of its quotation is no news here.
fn site() -> TestSite {
    TestSite::new()
        .file("site.toml", "title = \"Ferries\"\n[rules]\nV013 = \"off\"\n")
        .file("content/reports/ferries.md", REPORT)
        .file("content/coverage/gazette.md", ARTICLE)
        .file("../archive/ferries.txt", REPORT_TEXT)
        .file("../archive/gazette.txt", ARTICLE_TEXT)
}

fn verify(site: &TestSite, date: &str) -> Run {
    site.run(&["verify", "--archive", "../archive", "--date", date, "--format", "github"])
}

/// A site that was verified on 2 January 2025 without a complaint.
#[track_caller]
fn verified() -> TestSite {
    let site = site();
    let run = verify(&site, "2025-01-02");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    site.on("2025-02-03")
}

#[track_caller]
fn edit(site: &TestSite, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.root().join(path)).expect("the file can be read");
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}:\n{text}");
    site.write(path, text.replace(from, to));
}

fn lock(site: &TestSite) -> String {
    fs::read_to_string(site.root().join("evidence.lock")).expect("there is a lock")
}

/// The only line that is printed for programs.
#[track_caller]
fn only(run: &Run, code: &str) -> String {
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(lines.len() == 1 && lines[0].contains(&format!("title={code} ")), "{code}: {lines:#?}");
    lines[0].to_owned()
}

const PAGE: &str = "content/coverage/gazette.md";

#[test]
fn every_printed_form_is_found_and_the_site_says_when() {
    let site = verified();
    let lock = lock(&site);
    assert_eq!(lock.matches("\"verdict\":\"found\"").count(), 14, "{lock}");
    assert_eq!(lock.matches("\"verdict\":\"found, no locator\"").count(), 2, "{lock}");
    let built = site.build().expect_clean();
    let on = "checked against the source on 2 January 2025";
    assert_eq!(
        built.text("reports/ferries/index.html").matches(&format!("class=\"sub checked\">{on}")).count(),
        7
    );
    assert_eq!(built.text("coverage/gazette/index.html").matches(on).count(), 7);
    let method = built.text("methodology/index.html");
    assert!(method.contains("14 of 14 were found there, on 2 January 2025"), "{method}");
    assert!(method.contains("<dt>Statistics of reports</dt><dd class=\"num\">5 of 5</dd>"), "{method}");
    assert_eq!(built.text("data/statistics.csv").matches("#stat-late,2025-01-02\r\n").count(), 1);
    assert_eq!(built.text("data/statistics.json").matches("\"checked\":\"2025-01-02\"").count(), 5);
}

/// The rules that fire for a report with one statistic, whose archived text is this.
fn judged(value: &str, text: &str) -> Vec<String> {
    let record = format!("statistics:\n  v: {{label: Beds, value: \"{value}\"}}\n");
    let head = "title: Beds\nkind: audit\npublisher: P\npublished: 2024\nsnapshot: beds.txt\n";
    let site = TestSite::new()
        .file("content/reports/beds.md", format!("---\n{head}{record}---\nText.\n"))
        .file("../archive/beds.txt", format!("Beds\n\n{text}\n"));
    let run = site.run(&["verify", "--archive", "../archive", "--format", "github"]);
    let codes = run.stdout.lines().filter_map(|line| line.split("title=").nth(1)?.get(..4));
    codes.map(str::to_owned).collect()
}

#[test]
fn figures_are_read_as_journals_print_them() {
    for (value, text) in [
        ("0.64", "The hazard ratio was 0·64 (95% CI 0·51–0·80)."),
        ("0.51–0.80", "The hazard ratio was 0·64 (95% CI 0·51–0·80)."),
        ("0.51–0.80", "The hazard ratio was 0.64 [0.51; 0.80]."),
        ("6.1 per 1,000", "There were 6.1 falls per 1,000 bed days."),
        ("6.1 falls per 1,000 bed days", "Falls came to 6.1 falls per 1,000 bed days."),
        ("6.1 per 1,000", "The rate of falls was 6.1/1,000 bed days."),
        ("22 per 10,000", "There were 22 children per 10,000 in care."),
        ("3.9 per 1,000", "It was 3.9 for every 1,000."),
        ("one in four", "One renter in four had moved."),
        ("46%", "That is 46 of every 100 patients."),
        ("12,000", "It holds 12'000 beds."),
        ("112", "It holds 112¹ beds."),
        ("12", "There are 12 schools in 20 areas."),
    ] {
        assert!(judged(value, text).is_empty(), "{value} in {text}: {:?}", judged(value, text));
    }
    for (value, text) in [
        ("64", "The hazard ratio was 0·64 (95% CI 0·51–0·80)."),
        ("80", "The hazard ratio was 0·64 (95% CI 0·51–0·80)."),
        ("6.1", "There were 6.1 falls per 1,000 bed days."),
        ("6.1 per 1,000", "There were 6.1 falls per 10,000 bed days."),
        ("6.1 falls per 1,000 bed days", "There were 6.1 deaths per 1,000 bed days."),
        ("1 per 1,000", "The rate of falls was 6.1/1,000 bed days."),
        ("one in four", "One renter in five had moved."),
        ("12", "It holds 12'000 beds."),
        ("1,121", "It holds 112¹ beds."),
    ] {
        assert_eq!(judged(value, text), ["V001"], "{value} in {text}");
    }
}

#[test]
fn the_lock_says_where_in_the_text() {
    let site = verified();
    let line = lock(&site).lines().find(|line| line.contains("one in five")).expect("it is there").to_owned();
    let offset = ARTICLE_TEXT.find("20 per cent").expect("it is there");
    assert!(
        line.contains(&format!("\"at\":\"first point\",\"verdict\":\"found\",\"offset\":{offset},")),
        "{line}"
    );
}

#[test]
fn a_changed_digit_is_caught_wherever_it_is() {
    let site = verified();
    edit(&site, PAGE, "as: about 3%", "as: about 3.5%");
    let found = site.check();
    found.assert_codes(&["V004"]);
    let line = &found.lines()[0];
    assert!(
        line.starts_with(
            "content/coverage/gazette.md:11:35 V004 `about 3.5%` stands here, but `about 3%` was"
        ),
        "{line}"
    );
    let rerun = only(&verify(&site, "2025-01-03"), "V001");
    assert!(
        rerun.contains("line=11,col=35") && rerun.contains("the nearest is `about 3 per cent`"),
        "{rerun}"
    );

    let site = verified();
    edit(&site, "../archive/gazette.txt", "about 3 per cent", "about 4 per cent");
    let run = verify(&site, "2025-01-03");
    assert_eq!(run.code, Some(1));
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(
        lines[0].contains("V009") && lines[0].contains("is not the text that was verified on 2025-01-02")
    );
    assert!(lines[1].contains("V001") && lines[1].contains("about 3%25"), "{lines:#?}");

    let site = verified();
    edit(&site, "evidence.lock", "\"value\":\"about 3%\"", "\"value\":\"about 4%\"");
    let found = site.check();
    found.assert_codes(&["V005"]);
    assert!(found.has_errors() && found.lines()[0].starts_with("evidence.lock:"), "{:?}", found.lines());
    assert_eq!(verify(&site, "2025-01-03").code, Some(0), "it is written anew");
    site.check().assert_silent();
}

#[test]
fn a_changed_locator_quotation_or_text_is_caught() {
    for (from, to, place) in [
        ("at: second point", "at: list", "gazette.md:13:35 V004 `list` stands here, but `second point` was"),
        (", at: second point", "", "gazette.md:13:17 V004 no locator stands here, but `second point` was"),
        ("We count …", "We counted …", "gazette.md:15:13 V004 `We counted …"),
        (
            "snapshot: gazette.txt",
            "snapshot: other.txt",
            "gazette.md:7:11 V004 `other.txt` stands here, but `gazette.txt`",
        ),
        (
            "snapshot_begins: Fewer people",
            "snapshot_begins: Fewer",
            "gazette.md:8:18 V004 `Fewer` stands here",
        ),
        (
            "snapshot_begins: Fewer people\n",
            "",
            "gazette.md:7:11 V004 nothing stands here, but `Fewer people`",
        ),
        ("credits: Port Authority", "credits: Port authority", "gazette.md:5:10 V004"),
        // What is told in the author's own words has a place all the same.
        (
            "blue., at: paragraph 3",
            "blue., at: paragraph 2",
            "gazette.md:16:40 V004 `paragraph 2` stands here, but `paragraph 3` was held",
        ),
    ] {
        let site = verified();
        edit(&site, PAGE, from, to);
        let found = site.check();
        assert!(
            found.codes().contains(&"V004") && found.lines().iter().any(|line| line.contains(place)),
            "{place}: {:#?}",
            found.lines()
        );
    }
}

#[test]
fn an_author_is_told_where_it_stands_or_what_comes_nearest() {
    for (from, to, code, said) in [
        (
            "as: one in five, at: first point",
            "as: one in five, at: second point",
            "V001",
            "it stands there at `point 1`",
        ),
        ("as: about 3%", "as: 3%", "V001", "the nearest is `about 3 per cent`"),
        ("as: blames", "as: blamed", "V001", "the passage begins “Fewer people take the ferry"),
        ("and [it] shows", "and it shows", "V002", "the nearest is `We count each passenger"),
        (
            "at: headline",
            "at: paragraph 9",
            "V003",
            "the text has 3 paragraphs there%0Ahelp: it stands there at `headline`",
        ),
        ("blue., at: paragraph 3", "blue., at: table 3", "V003", "write `paragraph 3`, `paragraphs 3-4`"),
        ("blue., at: paragraph 3", "blue., at: paragraph 30", "V003", "the text has 3 paragraphs there"),
        ("begins: Fewer people", "begins: More people", "V003", "no line of it begins so"),
        ("credits: Port", "credits: Harbour", "V001", "the nearest is `Port Authority of Marrow`"),
    ] {
        let site = site();
        edit(&site, PAGE, from, to);
        let told = only(&verify(&site, "2025-01-02"), code);
        assert!(told.contains(said), "{to}: {told}");
    }
}

#[test]
fn what_was_not_found_stays_an_error_without_the_archive() {
    let site = site();
    edit(&site, PAGE, "as: blames", "as: blamed");
    edit(&site, PAGE, "at: first point", "at: first page of all");
    assert_eq!(verify(&site, "2025-01-02").code, Some(1));
    let found = site.check();
    found.assert_codes(&["V003", "V001"]);
    assert!(found.lines()[1].contains("`blamed` did not stand in `gazette.txt` at `headline` on 2025-01-02"));
    let built = site.build();
    assert!(built.written.is_none() && built.files.is_empty(), "it was published");
    edit(
        &site,
        PAGE,
        "snapshot: gazette.txt\n",
        "snapshot: gazette.txt\nallow: {V001: a reader asked, V003: as said above}\n",
    );
    site.check().assert_silent();
}

#[test]
fn what_cannot_be_verified_here_is_said() {
    let site = site();
    let found = site.check();
    found.assert_codes(&["V008", "V008"]);
    assert!(
        !found.has_errors() && found.lines()[0].contains("7 of 7 statements on this page"),
        "{:?}",
        found.lines()
    );
    let built = site.build();
    assert!(!built.text("reports/ferries/index.html").contains("checked against"));
    assert!(
        site.run(&["check", "--date=2025-01-02"]).stderr.contains("14 statements  14 not verifiable here")
    );

    let site = verified();
    edit(&site, PAGE, "  - {tells:", "  - {quote: painted blue, at: paragraph 3}\n  - {tells:");
    let found = site.check();
    found.assert_codes(&["V008"]);
    assert!(found.lines()[0].contains("1 of 8 statements"), "{:?}", found.lines());
}

#[test]
fn entries_without_a_statement_are_told_and_taken_out() {
    let site = verified();
    edit(&site, PAGE, "  - {claim: ferries.weather, as: blames, at: headline, differs: hedge dropped}\n", "");
    let found = site.check();
    found.assert_codes(&["V007"]);
    assert!(found.lines()[0].contains("`gazette` has no telling ferries.weather `blames` any more"));
    assert_eq!(verify(&site, "2025-01-03").code, Some(0));
    site.check().assert_silent();
    fs::remove_file(site.root().join(PAGE)).expect("it is there");
    site.check().assert_codes(&["V007"]);
    assert_eq!(verify(&site, "2025-01-03").code, Some(0));
    assert!(!lock(&site).contains("gazette"));
}

#[test]
fn dates_stay_while_nothing_changes() {
    let site = verified();
    let before = lock(&site);
    assert!(verify(&site, "2025-06-07").stderr.contains("evidence.lock is as it was"));
    assert_eq!(lock(&site), before);
    // Another order is no change, and one new statement is one new line.
    edit(&site, PAGE, "  - {tells: The ferries are blue., at: paragraph 3}\n", "");
    edit(
        &site,
        PAGE,
        "tells:\n",
        "tells:\n  - {tells: The ferries are blue., at: paragraph 3}\n  - {quote: painted blue, at: paragraph 3}\n",
    );
    site.check().assert_codes(&["V008"]);
    assert_eq!(verify(&site, "2025-06-07").code, Some(0));
    let after = lock(&site);
    let new: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(
        new.len() == 1 && new[0].contains("\"painted blue\"") && new[0].contains("2025-06-07"),
        "{new:#?}"
    );
}

#[test]
fn another_text_is_taken_over_when_it_is_meant() {
    let site = verified();
    let before = lock(&site);
    edit(&site, "../archive/gazette.txt", "Menu", "Menu and search");
    only(&verify(&site, "2025-01-03"), "V009");
    assert_eq!(lock(&site), before, "the former lock stands");
    only(&verify(&site, "2025-01-03"), "V009");
    site.check().assert_silent();
    let renewed = site.run(&["verify", "--archive", "../archive", "--date=2025-01-03", "--renew"]);
    assert_eq!(renewed.code, Some(0), "{}", renewed.stderr);
    assert_eq!(lock(&site).matches("2025-01-03").count(), 8);
    assert_eq!(verify(&site, "2025-01-04").code, Some(0));
}

#[test]
fn a_text_that_cannot_be_had_keeps_what_was_found() {
    let site = verified();
    let before = lock(&site);
    let text = site.around().join("archive/gazette.txt");
    fs::remove_file(&text).expect("it is there");
    assert!(only(&verify(&site, "2025-01-03"), "V010").contains("`gazette.txt` is not in the archive"));
    fs::write(&text, b"\xff\xfe").expect("it can be written");
    assert!(only(&verify(&site, "2025-01-03"), "V010").contains("is not in UTF-8"));
    assert_eq!(lock(&site), before);
    site.check().assert_silent();
}

#[test]
fn nothing_outside_the_archive_is_read() {
    let site = site();
    site.write("../secret.txt", ARTICLE_TEXT);
    for name in ["../secret.txt", "/etc/hostname", "sub/x.txt", "..", ".hidden", "''"] {
        edit(&site, PAGE, "snapshot: gazette.txt", &format!("snapshot: {name}"));
        let run = verify(&site, "2025-01-02");
        assert!(run.code == Some(1) && run.stdout.contains("title=F007"), "{name}: {}", run.stdout);
        site.check().assert_codes(&["F007"]);
        edit(&site, PAGE, &format!("snapshot: {name}"), "snapshot: gazette.txt");
    }
}

#[cfg(unix)]
#[test]
fn links_in_the_archive_are_not_followed() {
    let site = site();
    site.write("../secret.txt", ARTICLE_TEXT);
    let text = site.around().join("archive/gazette.txt");
    fs::remove_file(&text).expect("it is there");
    std::os::unix::fs::symlink("../secret.txt", &text).expect("the link can be made");
    assert!(only(&verify(&site, "2025-01-02"), "V010").contains("links are not followed"));
}

#[test]
fn verify_writes_the_lock_and_nothing_else() {
    let site = site();
    let files = |site: &TestSite| crate::support::tree(site.around());
    let mut before = files(&site);
    assert_eq!(verify(&site, "2025-01-02").code, Some(0));
    let mut after = files(&site);
    assert!(after.remove("site/evidence.lock").is_some());
    // The lock was written there first, as a whole.
    assert!(after.remove("site/.cscare/.gitignore").is_some());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(before == after);
    before = files(&site);
    assert!(site.run(&["check"]).code == Some(0) && before == files(&site));
    let none = site.run(&["verify", "--archive", "../nowhere"]);
    assert_eq!((none.code, none.stderr.as_str()), (Some(2), "error: there is no folder `../nowhere`\n"));
    assert_eq!(site.run(&["verify"]).code, Some(2));
}

#[test]
fn a_broken_page_or_a_draft_keeps_its_entries() {
    let site = verified();
    let before = lock(&site);
    edit(&site, PAGE, "kind: news article", "kind: @news");
    let run = verify(&site, "2025-01-03");
    assert!(run.code == Some(1) && run.stdout.contains("title=F005"), "{}", run.stdout);
    assert_eq!(lock(&site), before);
    site.check().assert_codes(&["F005"]);
    edit(&site, PAGE, "kind: @news", "kind: news article\ndraft: true");
    site.check().assert_silent();
    assert_eq!(verify(&site, "2025-01-03").code, Some(0));
    assert_eq!(lock(&site), before);
}

#[test]
fn a_merged_lock_is_told_line_by_line_and_written_anew() {
    let site = verified();
    let whole = lock(&site);
    site.write("evidence.lock", format!("{whole}<<<<<<< ours\n"));
    let found = site.check();
    found.assert_codes(&["V006"]);
    assert!(found.has_errors());
    let run = verify(&site, "2025-01-03");
    assert!(run.code == Some(0) && run.stdout.contains("title=V006"), "{}", run.stdout);
    assert_eq!(lock(&site), whole);
    site.write("evidence.lock", "");
    site.check().assert_codes(&["V008", "V008"]);
}

#[test]
fn a_site_understood_again_follows_the_lock() {
    let site = verified();
    let highlighter = Highlighter::default();
    let text = lock(&site);
    let edited = text.replacen("about 3%", "about 4%", 1);
    let files =
        [("content/reports/ferries.md", REPORT), (PAGE, ARTICLE), ("site.toml", "title = \"Ferries\"\n")];
    let tree = |lock: Option<&str>| {
        let lock = lock.map(|lock| ("evidence.lock", lock));
        Checked::clean(SourceTree::in_memory(files.into_iter().chain(lock)))
    };
    let page = |site: &Site| {
        let press = Press::new(site.model());
        let path = site.plan.items.keys().find(|path| path.as_str() == "coverage/gazette/index.html");
        let bytes =
            press.renderer(site.model()).map(|renderer| renderer.artifact(path.expect("it is planned")));
        let bytes = bytes.expect("there is a theme").expect("the page is sound").expect("it is planned");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let mut memory = Memory::load(tree(None), Options::default(), &highlighter);
    let changed: BTreeSet<SourcePath> = [SourcePath::new("evidence.lock")].into();
    for lock in [Some(text.as_str()), Some(&edited), None, Some(&text)] {
        memory.update(tree(lock), &changed, &highlighter);
        let anew = Site::load(tree(lock), &Options::default(), &highlighter);
        let again = memory.site();
        assert_eq!(again.diagnostics(), anew.diagnostics());
        assert!(page(again) == page(&anew), "{lock:?}");
        assert_eq!(page(&anew).contains("checked against"), lock.is_some());
    }
}

#[test]
fn odd_texts_do_no_harm() {
    let long = "the a ".repeat(20_000);
    for text in [
        "",
        "\n",
        "\u{c}",
        "\u{c}\u{c}x",
        "\u{feff}",
        "•",
        "- \n-",
        "#",
        "\0",
        "e\u{301}\u{ad}",
        "…[",
        "1,2,3,",
        "£",
        "\r\r\n",
        &long,
    ] {
        let site = site();
        edit(&site, PAGE, "snapshot_begins: Fewer people\n", "");
        edit(&site, PAGE, "We count … and [it] shows", "the … a … the … a … [it] xyz [W] … [");
        site.write("../archive/gazette.txt", text);
        let run = verify(&site, "2025-01-02");
        assert_eq!(run.code, Some(1), "{text:.20}: {}", run.stderr);
        assert!(run.stderr.contains("14 statements; evidence.lock was written"), "{}", run.stderr);
        assert!(site.check().codes().iter().all(|code| matches!(*code, "V001" | "V002" | "V003")));
    }
}

/// The examples of a page about a rule: for `Wrong` and `Right`, files by path.
fn examples(code: &str) -> [Vec<(String, String)>; 2] {
    let path = format!("{}/src/diagnostic/pages/{code}.md", env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (_, examples) = page.split_once("\n## Wrong\n").expect("it has a wrong example");
    let (wrong, right) = examples.split_once("\n## Right\n").expect("it has a right one");
    [wrong, right].map(|side| {
        let fences = side.split("```").skip(1).step_by(2);
        fences
            .map(|fence| {
                let (info, text) = fence.split_once('\n').expect("a fence has lines");
                (info.split_once(' ').expect("it names a file").1.to_owned(), text.to_owned())
            })
            .collect()
    })
}

/// The site that examples are laid over, with the archive beside it.
fn example_site(files: &[(String, String)]) -> TestSite {
    let base = TestSite::new()
        .file("content/topics/access.md", "---\ntitle: Access\n---\n")
        .file("content/measures/visits.md", "---\ntitle: Visits\nkind: flow\nunit: visits\n---\n")
        .file(
            "content/reports/audit-2024.md",
            "---\ntitle: Library opening hours\nkind: audit\npublisher: County audit office\npublished: 2024-05\n\
             statistics:\n  fall: {label: Fall in visits, measure: visits, value: 3.4%, direction: down}\n---\n",
        );
    files.iter().fold(base, |site, (path, text)| match path.strip_prefix("archive/") {
        Some(name) => site.file(&format!("../archive/{name}"), text),
        None => site.file(path, text),
    })
}

#[test]
fn the_examples_of_each_rule_do_what_its_page_says() {
    for code in [
        "V001", "V002", "V003", "V004", "V005", "V006", "V007", "V008", "V009", "V010", "V011", "V013",
        "V014",
    ] {
        let [wrong, right] = examples(code);
        let has =
            |files: &[(String, String)], what: &str| files.iter().any(|(path, _)| path.starts_with(what));
        let is_note = matches!(code, "V011" | "V013" | "V015");
        if !is_note && !matches!(code, "V009" | "V010") {
            example_site(&wrong).check().assert_codes(&[code]);
        }
        example_site(&right).check().assert_silent();
        if is_note {
            let run = verify(&example_site(&wrong), "2026-01-02");
            let is_told = run.stdout.contains(&format!("title={code} "));
            assert!(run.code == Some(0) && is_told, "{}", run.stdout);
        } else if has(&wrong, "archive/") {
            only(&verify(&example_site(&wrong), "2026-01-02"), code);
        }
        if has(&right, "archive/") {
            let site = example_site(&right);
            let before = lock(&site);
            assert_eq!(verify(&site, "2026-01-02").code, Some(0), "{code}");
            assert_eq!(lock(&site), before, "{code} shows the lock that is written");
        }
    }
}
