//! What `diff` tells of two states of a review, wherever they are.

use crate::support::{FINDING, REPORT, Review};
use std::fs;

/// A review with a tag `v1`, after which one figure, one certainty and one link changed.
fn changed() -> Review {
    let review = Review::new();
    review.git(&["tag", "v1"]);
    review.replace("content/reports/count.md", "value: 20%", "value: 21%");
    review.replace("content/findings/fewer.md", "moderate", "low");
    review.replace("content/findings/fewer.md", "supports: count.visits", "supports: count.quieter");
    review.commit("Correct three things");
    review
}

#[track_caller]
fn says(review: &Review, arguments: &[&str], expected: &str) {
    let run = review.run(&[&["diff"], arguments].concat());
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), expected), "{}", run.stderr);
}

#[test]
fn one_figure_one_certainty_and_one_link_are_exactly_three_things() {
    let review = changed();
    let own = review.own();
    says(
        &review,
        &["v1", "HEAD"],
        "statistics: 1 changed\n  ~ count.share  Members among residents\n      value: 20% → 21%\n\
         findings: 1 changed\n  ~ fewer  Fewer people visit\n      certainty: moderate → low\n\
         \x20     evidence: supports count.visits → supports count.quieter\n",
    );
    says(
        &review,
        &["v1", "HEAD", "--format", "markdown"],
        "### Statistics\n\n- Changed `count.share` (Members among residents): value 20% → 21%\n\n\
         ### Findings\n\n- Changed `fewer` (Fewer people visit): certainty moderate → low; \
         evidence supports count.visits → supports count.quieter\n",
    );
    let run = review.run(&["diff", "v1", "HEAD", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let edits = |kind: &str| json[kind]["changed"][0]["edits"].as_array().expect("there are some").clone();
    assert_eq!(json["old"], "v1");
    assert_eq!(edits("statistics"), [serde_json::json!({"what": "value", "old": "20%", "new": "21%"})]);
    assert_eq!(edits("findings").len(), 2);
    for kind in ["statistics", "findings"] {
        assert_eq!(json[kind]["added"], serde_json::json!([]));
        assert_eq!(json[kind]["removed"], serde_json::json!([]));
    }
    assert_eq!(review.own(), own);
}

#[test]
fn wherever_a_state_is_it_is_compared_alike() {
    let review = changed();
    review.run(&["build", "--out", "../new", "--base-url", "/elsewhere/"]).expect(0, &[]);
    review.deploy(&[]).expect(0, &[]);
    review.git(&["fetch", "--quiet", "origin"]);
    let expected = review.run(&["diff", "v1", "HEAD"]).stdout;
    for new in [".", "../new", "../new/data/statistics.json", "../new/data/findings.json", "origin/gh-pages"]
    {
        says(&review, &["v1", new], &expected);
        says(&review, &["HEAD", new], "no difference in statistics and findings\n");
    }
    says(&review, &["v1"], &expected);
    says(&review, &["HEAD", "--format", "markdown"], "No statistic and no finding changed.\n");
    let run = review.run_at(&review.path(""), &["diff", "site", "new"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "no difference in statistics and findings\n"));
    let run = review.run_at(&review.path(""), &["diff", "--root", "site", "v1", "new"]);
    assert_eq!(run.stdout, expected);
}

#[test]
fn every_kind_of_change_is_told_once() {
    let review = Review::new();
    let report = REPORT
        .replace("  visits: {label: Visits, value: \"735,470\", period: 2019-20}\n", "")
        .replace("publisher: Tarnbridge Council", "publisher: County Council")
        .replace("share: {label: Members among residents", "share: {label: Members, period: 2020")
        .replace(
            "value: £872m}",
            "value: £872m}\n  loans: {label: \"Loans *new*\", value: 3 million, period: 2020}",
        );
    review.write("content/reports/count.md", report);
    let evidence = "  - {qualifies: count.share, note: of residents}\n  - {supports: count.loans}\n";
    let finding = FINDING.replace("  - {supports: count.visits}\n  - {supports: count.share}\n", evidence);
    review.write("content/findings/fewer.md", finding);
    review.write("content/findings/more.md", FINDING.replace("visits", "budget").replace("Fewer", "More"));
    says(
        &review,
        &["HEAD"],
        "reports: 1 changed\n  ~ count  the report\n      publisher: Tarnbridge Council → County Council\n\
         statistics: 1 added, 1 removed, 1 changed\n\
         \x20 + count.loans  Loans new: 3 million (2020)\n\
         \x20 - count.visits  Visits: 735,470 (2019-20)\n\
         \x20 ~ count.share  Members\n      label: Members among residents → Members\n      period added: 2020\n\
         findings: 1 added, 1 changed\n\
         \x20 + more  More people visit\n\
         \x20 ~ fewer  Fewer people visit\n      evidence: supports count.share → qualifies count.share\n\
         \x20     evidence removed: supports count.visits\n\
         \x20     evidence added: supports count.loans\n\
         \x20     note on count.share added: of residents\n",
    );
}

#[test]
fn a_record_may_be_cited_more_than_once() {
    let review = Review::new();
    let twice = "  - {supports: count.share, note: of all}\n  - {qualifies: count.share, note: of few}\n";
    review.replace("content/findings/fewer.md", "  - {supports: count.share}\n", twice);
    review.commit("Cite it twice");
    says(&review, &["HEAD"], "no difference in statistics and findings\n");
    review.replace("content/findings/fewer.md", "of few", "of very few");
    says(
        &review,
        &["HEAD"],
        "findings: 1 changed\n  ~ fewer  Fewer people visit\n      note on count.share: of few → of very few\n",
    );
}

#[test]
fn text_of_a_stranger_steers_nothing() {
    let review = Review::new();
    let row = r#"[{"id":"a.b","report":"a","label":"\u001b[31mred_ [x](y)","value":"1"}]"#;
    review.put("old/data/statistics.json", "[]");
    review.put("new/data/statistics.json", row);
    says(&review, &["../old", "../new"], "statistics: 1 added\n  + a.b   [31mred_ [x](y): 1\n");
    let markdown = review.run(&["diff", "../old", "../new", "--format", "markdown"]).stdout;
    assert_eq!(markdown, "### Statistics\n\n- Added `a.b`:  \\[31mred\\_ \\[x\\](y): 1\n");
}

#[test]
fn what_is_not_known_is_said_and_not_compared() {
    let review = changed();
    review.run(&["build", "--out", "../new"]).expect(0, &[]);
    fs::remove_file(review.path("new/data/findings.json")).expect("it is there");
    let run = review.run(&["diff", "v1", "../new"]);
    run.expect(0, &["`../new` has no data/findings.json"]);
    assert!(run.stdout.contains("20% → 21%") && !run.stdout.contains("findings"), "{}", run.stdout);

    review.replace("content/findings/fewer.md", "count.quieter", "count.quiet");
    let broken = review.run(&["diff", "HEAD"]);
    broken.expect(0, &["has 1 error; what could not be understood is missing here"]);
}

#[test]
fn what_has_no_records_is_named() {
    let review = changed();
    review.put("empty/readme.txt", "");
    review.put("old/data/statistics.json", "{}");
    for (old, said) in [
        ("v2", "`v2` is no folder and no data file, and git knows no such revision; did you mean `v1`?"),
        ("--nothing", "unexpected argument"),
        ("../empty", "`../empty` is neither a site nor a built one"),
        ("../empty/readme.txt", "is no data file of a published site"),
        ("../old", "`../old` cannot be compared: its `statistics.json` is not in the form"),
        ("v1:content", "git knows no such revision"),
    ] {
        review.run(&["diff", old, "HEAD"]).expect(2, &[said]);
    }
    review.run(&["diff", "--", "--git-dir", "HEAD"]).expect(2, &["git knows no such revision"]);
    let review = Review::without_repository();
    review.run(&["diff", "HEAD"]).expect(2, &["there is no git repository here"]);
    let review = Review::new().with("PATH", "/nowhere");
    review.run(&["diff", "HEAD"]).expect(2, &["git is not installed"]);
}
