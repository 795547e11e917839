//! Words of cause in a sentence that links a claim, or binds a number, of which its report says less.

use crate::support::{TestSite, finding, page};

/// A report that doubts what comes of shorter hours.
const REPORT: &str = "---
title: Audit
kind: audit
publisher: P
published: 2020
statistics:
  fall: {label: Fall in visits, value: 5%, direction: down}
  wait: {label: Average wait at a desk, value: 9 weeks}
  linked: {label: Visits associated with longer hours, value: 40%}
  opened: {label: Branches that opened in May, value: \"12\"}
claims:
  hours: {text: Shorter opening hours could keep readers away., hedge: could}
  desks: {text: 'The fall of [5%](stat:fall) may be due to shorter hours.', hedge: may}
  waits: {text: Longer waits may put readers off., hedge: may}
  rents: {text: Rents rose because of a new law.}
---
Text.
";

fn told(file: &'static str, text: String) -> usize {
    let found = TestSite::new().file("content/reports/audit.md", REPORT).file(file, text).check();
    found.codes().into_iter().filter(|code| *code == "W004").count()
}

fn on_a_page(text: &str) -> usize {
    told("content/a.md", page(&text.replace("(#", "(reports/audit.md#").replace("stat:", "stat:audit.")))
}

#[test]
fn a_cause_is_told_where_its_report_doubts_it() {
    for text in [
        "Closing early [drove people off](#claim-hours).",
        "Closing early [leads to](#claim-hours) empty rooms.",
        "Rooms are empty [because of early closing](#claim-hours).",
        "Thanks to early closing, rooms [are empty](#claim-hours).",
        "Early closing, says the [audit](#claim-hours), reduces use.",
        "In May 2019 early closing [results in](#claim-hours) empty rooms.",
        "Rents may rise; early closing [prevents use](#claim-hours).",
        "Early closing caused [5%](stat:fall) less use.",
        "Use fell by [5%](stat:fall) because of early closing.",
        "Long opening leads to [40%](stat:linked) of visits.",
        "Waits, now [9 weeks](stat:wait), drove readers away.",
    ] {
        assert_eq!(on_a_page(text), 1, "{text}");
    }
}

#[test]
fn a_doubt_of_its_own_and_another_cause_are_let_pass() {
    for text in [
        "Closing early [may reduce use](#claim-hours).",
        "Closing early [is thought to lead to](#claim-hours) empty rooms.",
        "The audit asks [whether it reduces use](#claim-hours).",
        "It has not been shown that early closing [prevents use](#claim-hours).",
        "The audit [doesn't say](#claim-hours) that early closing caused it.",
        "The scheme is meant [to prevent](#claim-hours) empty rooms.",
        "The audit names three causes, among them [early closing](#claim-hours).",
        "Rents rose because of a new law. The audit speaks of [hours](#claim-hours) too.",
        "Rents rose because of a new law, and the audit speaks of [hours](#claim-hours) too.",
        "[Rents rose because of a new law](#claim-rents), says the audit, which speaks of [hours](#claim-hours) too.",
        "The [5%](stat:fall) fall led to a protest.",
        "Waits rose to [9 weeks](stat:wait) because of a strike.",
        "Longer waits, now [9 weeks](stat:wait), are due to a strike.",
        "Visits fell by [5%](stat:fall).",
        "In May [12](stat:opened) branches opened because of a new law.",
        "Does early closing [reduce use](#claim-hours)?",
    ] {
        assert_eq!(on_a_page(text), 0, "{text}");
    }
}

#[test]
fn it_is_told_in_findings_topics_and_reports_and_not_of_articles() {
    let sentence = "Closing early [drove people off](../reports/audit.md#claim-hours).";
    let body = |fields: &str| format!("---\ntitle: T\n{fields}---\n{sentence}\n");
    assert_eq!(told("content/topics/use.md", body("")), 1);
    let article = "kind: news article\nreports_on: audit\npublisher: Q\npublished: 2020\ntells: []\n";
    assert_eq!(told("content/coverage/post.md", body(article)), 0);
    let text = finding("evidence: [{supports: audit.hours}]\n") + sentence + "\n";
    assert_eq!(told("content/findings/f.md", text), 1);
    let repeated = finding("evidence: [{supports: audit.hours}]\n")
        + "Shorter opening hours [reduced readers](../reports/audit.md#claim-hours).\n";
    assert_eq!(told("content/findings/f.md", repeated), 1);
}
