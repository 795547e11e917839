//! Formats for programs: what SARIF says of a problem, and one line for each.

use crate::support::{TestSite, coverage, page};
use serde_json::Value;

fn sarif(site: &TestSite) -> Value {
    let run = site.run(&["check", "--date", "2026-01-01", "--format", "sarif"]);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().expect("a run has results")
}

#[test]
fn sarif_counts_columns_in_utf_16_and_leaves_a_mark_of_byte_order_out() {
    let text = format!("\u{feff}{}", page("😀 £ [21%](stat:count.share)\n"));
    let log = sarif(&TestSite::with_report().file("content/a b.md", text));
    let place = &results(&log)[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/a%20b.md");
    let region = &place["region"];
    let columns = ["startLine", "startColumn", "endLine", "endColumn"].map(|key| region[key].as_u64());
    assert_eq!(columns, [Some(4), Some(6), Some(4), Some(29)]);
}

#[test]
fn sarif_has_rules_with_help_other_places_and_fixes() {
    let site = TestSite::with_report()
        .file("content/a.md", page("[21%](stat:count.share)\n"))
        .file("content/coverage/article.md", coverage("tells: [{statistic: count.share, as: 25%}]\n"));
    let log = sarif(&site);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("a driver has rules");
    for result in results(&log) {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("it has one")).expect("it is small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(rules[index]["help"]["text"].as_str().is_some_and(|text| text.contains("## Why")));
        assert_eq!(result["relatedLocations"].as_array().map(Vec::len), Some(1));
    }
    let replacement = &results(&log)[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "[20%](stat:count.share)");
    assert_eq!(replacement["deletedRegion"]["startLine"], 4);
    assert!(results(&log)[1].get("fixes").is_none(), "what an article says is not for the program to mend");
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_tells_alike_ones_apart() {
    let prints = |text: &str| -> Vec<Value> {
        let log = sarif(&TestSite::with_report().file("content/a.md", page(text)));
        results(&log).iter().map(|result| result["partialFingerprints"]["cscareSite/v1"].clone()).collect()
    };
    let wrong = "[21%](stat:count.share)\n\n[21%](stat:count.share)\n\n[22%](stat:count.share)\n";
    let before = prints(wrong);
    assert_eq!(before, prints(&format!("Something new.\n\n{wrong}")));
    assert!(before[0] != before[1] && before[1] != before[2] && before.len() == 3, "{before:?}");
}

#[test]
fn a_short_problem_is_one_line() {
    let site = TestSite::with_report().file("content/a.md", page("[21%](stat:count.share)\n"));
    let run = site.run(&["check", "--format", "short"]);
    let line = "content/a.md:4:1: error[R003] `21%` is printed here, but the statistic says `20%`\n";
    assert_eq!((run.stdout.as_str(), run.code), (line, Some(1)));
}

#[test]
fn a_long_line_is_cut_around_its_mark() {
    let long = "é ".repeat(2000);
    let text = page(&format!("{long}[21%](stat:count.share) {long}[22%](stat:count.share)\n"));
    let run = TestSite::with_report().file("content/a.md", text).run(&["check"]);
    for (column, link) in [(4001, "[21%](stat:count.share)"), (8025, "[22%](stat:count.share)")] {
        assert!(run.stderr.contains(&format!("--> content/a.md:4:{column}\n")), "{}", run.stderr);
        assert!(run.stderr.contains(link), "{}", run.stderr);
    }
    assert!(
        run.stderr.contains("^^^^^^^^^^^^^^^^^^^^^^^ bound here") && run.stderr.len() < 2500,
        "{}",
        run.stderr
    );
}
