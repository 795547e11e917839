//! Rules about wording, as an author meets them: where a number may stand, and what is said of one that is not bound.

use crate::support::{TestSite, finding, page};

/// What is said of each number, as place and help.
fn helps(site: &TestSite) -> Vec<String> {
    site.check().lines()
}

#[test]
fn the_help_names_the_nearest_statistic_that_agrees() {
    let other = "---\ntitle: Another\nkind: survey\npublisher: A\npublished: 2020\nstatistics:\n  \
                 part: {label: Part, value: 20%}\n---\nOf them 20% came.\n";
    let site = TestSite::with_report().file("content/reports/another.md", other).file(
        "content/findings/f.md",
        finding("evidence: [{supports: count.share}]\n").replace("Body.", "It was a fifth, or £872 million."),
    );
    let found = helps(&site).join("\n");
    for wanted in
        ["`[20%](stat:part)`", "`[a fifth](stat:count.share)`", "`[£872 million](stat:count.budget)`"]
    {
        assert!(found.contains(wanted), "{wanted} is not in:\n{found}");
    }
}

#[test]
fn texts_of_the_front_matter_are_looked_at_too() {
    let fields = "statement: \"**25** branches\"\nevidence: [{supports: count.share, note: 31 of them}]\n\
                  derived: {a: {label: 26% more, value: 1470940, formula: count.visits * 2, caveat: 27 doors}}\n";
    let text = finding(fields)
        .replace("because: one source", "because: 28 sources")
        .replace("A finding", "29 libraries");
    let site = TestSite::with_report().file("content/findings/f.md", text);
    let found = helps(&site).join("\n");
    for number in ["`25`", "`31`", "`26%`", "`27`", "`28`", "`29`"] {
        assert!(found.contains(number), "{number} is not in:\n{found}");
    }
}

#[test]
fn definitions_may_hold_numbers_but_no_figures() {
    let glossary = "---\ntitle: Glossary\n---\nMover {#mover}\n: Who moved 2 or more times, as 64% did.\n";
    TestSite::with_report().file("content/glossary.md", glossary).check().assert_codes(&["W001"]);
}

#[test]
fn a_number_in_a_title_that_is_linked_to_belongs_to_the_title() {
    let other = "---\ntitle: \"Life after 30\"\nallow: {W001: it is a title}\n---\n";
    let site = |link: &str| {
        TestSite::with_report().file("content/b.md", other).file("content/a.md", page(link)).check().codes()
    };
    assert!(site("[Life after 30](b.md)").is_empty());
    assert_eq!(site("[Only 30 came](b.md)"), ["W001"]);
    assert!(site("[Of 30 nights](https://example.org/)").is_empty(), "what others call theirs is not known");
}

#[test]
fn what_is_quoted_or_code_is_let_pass() {
    let text = "> It was 64% last week.\n\n`64%` and \"64% last week\", she said.\n\n    64% now\n";
    TestSite::with_report().file("content/a.md", page(text)).check().assert_silent();
}

#[test]
fn in_another_language_only_figures_are_known() {
    let settings = "title = \"B\"\nlanguage = \"de-CH\"\n";
    let site = |text: &str| {
        TestSite::with_report().file("site.toml", settings).file("content/a.md", page(text)).check().codes()
    };
    assert!(site("Am 31. Mai kamen currently two.").is_empty());
    assert_eq!(site("Es waren 64 %."), ["W001"]);
}

#[test]
fn a_rule_that_is_off_notes_nothing() {
    let settings = "title = \"B\"\n[rules]\nW001 = \"off\"\nW002 = \"off\"\n";
    let site =
        TestSite::with_report().file("site.toml", settings).file("content/a.md", page("Currently 64%."));
    site.check().assert_silent();
}

#[test]
fn a_page_of_many_numbers_is_told_at_once() {
    let many = |unit: &str| unit.repeat(2_000);
    for text in [many("15; "), many("x\u{a0}at\u{a0}\u{a0}present "), many("\"25\" currently "), many("two-")]
    {
        let started = std::time::Instant::now();
        TestSite::with_report().file("content/a.md", page(&text)).check();
        assert!(started.elapsed().as_secs() < 30, "it takes too long: {}", &text[..12]);
    }
}

#[test]
fn the_cases_of_a_bound_number_are_no_number_of_their_own() {
    let report = "---\ntitle: Count\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n  \
                  trust: {label: Trust, value: 41%, n: \"1,204\"}\n---\n";
    let site = |text: &str| {
        let site = TestSite::new().file("content/reports/count.md", report);
        let found = site.file("content/a.md", page(text)).check();
        found.codes().into_iter().filter(|code| *code == "W001").count()
    };
    assert_eq!(site("It was [41%](stat:count.trust) (n = 1,204)."), 0);
    assert_eq!(site("It was [41%](stat:count.trust) (n = 1,240)."), 1);
    assert_eq!(site("It was high (n = 1,204)."), 1);
}

#[test]
fn numbers_in_words_beside_the_text_are_looked_at() {
    let site = |body: &str| {
        let site = TestSite::with_report()
            .file("site.toml", "title = \"B\"\n[markdown]\nraw_html = true\n")
            .file("static/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .file("content/a.md", page(body));
        let found = site.check();
        let told = found.lines().into_iter().filter(|line| line.contains("stands in the"));
        (found.codes().into_iter().filter(|code| *code == "W001").count(), told.count())
    };
    for body in [
        "[A link](https://example.org/ \"It was 92% here\").",
        "![](/a.svg \"It was 92% here\")",
        "A <abbr title=\"92% of them\">word</abbr>.",
        "<p title='It was 92% here'>Words.</p>",
        "<img src=\"/a.svg\" alt=\"It was 92% here\">",
        "A <span aria-label=\"92%\">word</span>.",
    ] {
        assert_eq!(site(body), (1, 1), "{body}");
    }
    for body in [
        "Of all [20%](stat:count.share \"20% of all\").",
        "[A link](https://example.org/92 \"Table 3 of 2019\").",
        "A <span class=\"w-92\" data-share=\"92%\">word</span>.",
    ] {
        assert_eq!(site(body), (0, 0), "{body}");
    }
}

#[test]
fn a_description_may_leave_a_sign_to_its_words() {
    let report = |description: &str| {
        format!(
            "---\ntitle: Count\ndescription: {description}\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n  \
             a: {{label: A, value: \"-0.31\"}}\n---\nText.\n"
        )
    };
    let site = |description: &str| {
        let found = TestSite::new().file("content/reports/count.md", report(description)).check();
        found.codes().into_iter().filter(|code| *code == "W001").count()
    };
    for right in ["It fell by 0.31.", "The effect is −0.31.", "The effect (−0.31) is small."] {
        assert_eq!(site(right), 0, "{right}");
    }
    for wrong in ["It fell by 0.32.", "The effect is +0.31."] {
        assert_eq!(site(wrong), 1, "{wrong}");
    }
}

#[test]
fn words_beside_a_number_of_a_description_and_both_ends_of_a_span_are_held_against_what_is_bound() {
    let report = |period: &str| {
        format!(
            "---\ntitle: Roads\nkind: survey\npublisher: P\npublished: 2024\nstatistics:\n  fall: {{label: Fall in deaths, value: 12%, \
             direction: down, period: {period}}}\n---\nText.\n"
        )
    };
    let codes = |period: &str, description: &str, span: &str| {
        let page = format!(
            "---\ntitle: A\ndescription: {description}\n---\nDeaths fell by [12%](stat:roads.fall){span}.\n"
        );
        let site =
            TestSite::new().file("content/reports/roads.md", report(period)).file("content/a.md", page);
        let found = site.check().codes();
        found.into_iter().filter(|code| matches!(*code, "W005" | "W006")).collect::<Vec<_>>()
    };
    let known = "2015 to 2019";
    assert_eq!(codes(known, "Deaths rose by 12% from 2015 on.", ""), ["W005"]);
    assert_eq!(codes(known, "Deaths fell by 12% from 2005 to 2009.", ""), ["W006"]);
    assert_eq!(codes(known, "Deaths fell by 12% from 2015 to 2019.", ""), [""; 0]);
    assert_eq!(codes(known, "Deaths.", " from 2012 to 2019"), ["W006"]);
    assert_eq!(codes(known, "Deaths.", " between 2015 and 2021"), ["W006"]);
    assert_eq!(codes(known, "Deaths.", " from 2016 to 2019"), [""; 0]);
    assert_eq!(codes("since 2015", "Deaths.", " from 2012 to 2019"), ["W006"]);
}
