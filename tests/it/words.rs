//! The words of a source beside the claim that rests on them, and where to read them.

use crate::support::{REPORT, TestSite};

fn built(claim: &str) -> String {
    let claim = format!("quieter: {{text: Branches may have become quieter, {claim}}}");
    let report = REPORT.replacen("quieter: {text: Branches may have become quieter}", &claim, 1);
    TestSite::new()
        .file("content/reports/count.md", report)
        .build()
        .expect_clean()
        .text("reports/count/index.html")
        .to_owned()
}

#[test]
fn a_claim_shows_its_words_with_a_way_to_them() {
    let words = "words: \"branches may … become <quieter>, as staff-rooms are\", ";
    let page = built(&format!("{words}url: \"https://example.org/a?b=1&c=2\""));
    let shown = "<dt>In its own words</dt><dd><q>branches may … become &lt;quieter&gt;, as staff-rooms are</q> \
                 <a class=\"address\" href=\"https://example.org/a?b=1&amp;c=2#:~:text=become%20%3Cquieter%3E%2C%20as%20staff%2Drooms%20are\">example.org/a?b=1&amp;c=2</a></dd>";
    assert!(page.contains(shown), "{page}");
    let page = built(&format!("{words}url: \"https://example.org/a#part-2\""));
    assert!(page.contains("href=\"https://example.org/a#part-2:~:text=become"), "{page}");
    let page = built("words: branches may, url: \"https://example.org/a b\"");
    assert!(page.contains("href=\"https://example.org/a%20b#:~:text=branches%20may\""), "{page}");
    let page = built("words: \"branches may have become quieter\"");
    assert!(page.contains("<dd><q>branches may have become quieter</q></dd>"), "{page}");
}

#[test]
fn a_word_of_caution_belongs_to_the_words() {
    let checked = |claim: &str| {
        let claim = format!("quieter: {{text: Branches may have become quieter, {claim}}}");
        let report = REPORT.replacen("quieter: {text: Branches may have become quieter}", &claim, 1);
        TestSite::new().file("content/reports/count.md", report).check()
    };
    checked("words: branches may have become quieter, hedge: may").assert_silent();
    checked("words: Branches have become quieter, hedge: may").assert_codes(&["A005"]);
    checked("words: branches mayhap became quieter, hedge: may").assert_codes(&["A005"]);
    // What is left out may hold it, and only `verify` can see that.
    checked("words: branches … quieter, hedge: may").assert_silent();
}
