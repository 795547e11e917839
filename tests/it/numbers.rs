//! How the numbers of a page stand, as a preview marks them: what counts as found in its source, and what does not.

use crate::support::TestSite;
use cscare_site::preview::numbers::PageNumbers;
use cscare_site::render::Press;
use std::fs;

const REPORT: &str = "\
---
title: Ferries counted
kind: audit
publisher: Port authority of Marrow
published: 2024-05
snapshot: ferries.txt
statistics:
  passengers: {label: Passengers, value: \"412,300\", period: 2023}
  late: {label: Late sailings, value: 20%, period: 2023}
  again: {label: Late sailings, value: 40%, period: 2023, relations: [{differs: late, note: counted twice}]}
---
";

/// A report whose text nobody kept.
const OTHER: &str = "\
---
title: Crews counted
kind: audit
publisher: Port authority of Marrow
published: 2024-05
statistics:
  crew: {label: Crew, value: \"64\", period: 2023}
---
";

const ARTICLE: &str = "\
---
title: An article on crews
kind: news article
published: 2024-06
reports_on: crews
snapshot: gazette.txt
tells:
  - {statistic: crews.crew, as: \"64\", at: paragraph 1}
---
It counts [64](stat:crews.crew).
";

const PAGE: &str = "\
---
title: Numbers
---
Of [412,300](stat:ferries.passengers), [20%](stat:ferries.late) were late; there were [64](stat:crews.crew) to help.
";

/// A site, held against its texts.
fn verified() -> TestSite {
    let site = TestSite::new()
        .file("content/reports/ferries.md", REPORT)
        .file("content/reports/crews.md", OTHER)
        .file("content/coverage/gazette.md", ARTICLE)
        .file("content/numbers.md", PAGE)
        .file("../archive/ferries.txt", "There were 412,300. Late were 20%, or 40% if counted twice.\n")
        .file("../archive/gazette.txt", "The ferries have a crew of 64.\n");
    let run = site.run(&["verify", "--archive", "../archive", "--date", "2025-01-02"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    site
}

/// The anchors of the statistics of a page that are more than bound, with how they stand.
fn states(site: &TestSite, path: &str) -> Vec<(String, &'static str)> {
    let site = site.load();
    let press = Press::new(site.model());
    let renderer = press.renderer(site.model()).expect("there is a theme");
    let path = site.plan.items.keys().find(|planned| planned.as_str() == path).expect("it is planned");
    let states = PageNumbers::of(&site, &renderer, path).states.into_iter();
    states.map(|(url, state)| (url.rsplit('#').next().unwrap_or_default().to_owned(), state)).collect()
}

fn with(states: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    states.iter().map(|(anchor, state)| ((*anchor).to_owned(), *state)).collect()
}

#[test]
fn a_statistic_that_was_found_in_its_report_is_verified_unless_it_is_disputed() {
    let site = verified();
    let wanted = with(&[("stat-late", "disputed"), ("stat-passengers", "verified")]);
    assert_eq!(states(&site, "numbers/index.html"), wanted);
    fs::remove_file(site.root().join("evidence.lock")).expect("it is there");
    assert_eq!(states(&site, "numbers/index.html"), with(&[("stat-late", "disputed")]));
}

#[test]
fn a_telling_that_was_found_in_its_article_verifies_no_statistic() {
    assert_eq!(states(&verified(), "coverage/gazette/index.html"), with(&[]));
}

#[test]
fn a_statistic_that_was_changed_since_is_not_verified() {
    let site = verified();
    site.write("content/reports/ferries.md", REPORT.replace("412,300", "412,301"));
    assert_eq!(states(&site, "numbers/index.html"), with(&[("stat-late", "disputed")]));
}
