//! A site's own templates: what they can lay out themselves; and where they would never end, a message and a program that
//! lives on.

use super::support::{TestSite, page};

fn site(template: &str) -> TestSite {
    let whole =
        format!("{{% extends \"builtin/page.html\" %}}{{% block title %}}\n{template}{{% endblock title %}}");
    TestSite::new().file("content/a.md", page("B.\n")).file("templates/page.html", whole)
}

#[test]
fn two_hundred_includes_in_a_line_are_refused_where_they_begin() {
    let site = (0..200).fold(site("{% include 'c0.html' %}"), |site, at| {
        site.file(&format!("templates/c{at}.html"), format!("{{% include 'c{}.html' %}}", at + 1))
    });
    let site = site.file("templates/c200.html", "end");
    let found = site.build().found;
    found.assert_codes(&["T003"]);
    let line = &found.lines()[0];
    assert!(line.starts_with("templates/c0.html:1:1 T003 more than 50 templates"), "{line}");
}

#[test]
fn a_page_that_supers_five_hundred_times_is_refused() {
    let level = |at: usize| {
        format!("{{% extends 'e{}.html' %}}{{% block a %}}{{{{ super() }}}}{{% endblock %}}", at + 1)
    };
    let site =
        (0..500).fold(TestSite::new(), |site, at| site.file(&format!("templates/e{at}.html"), level(at)));
    let site = site.file("templates/e500.html", "{% block a %}{% endblock %}");
    site.build().found.assert_codes(&["T003"]);
}

#[test]
fn what_grows_for_ever_is_stopped_on_its_line_and_page() {
    let built =
        site("{% set a = 'abcdefgh' %}\n{% for i in range(end=40) %}{% set_global a = a ~ a %}{% endfor %}")
            .build();
    assert_eq!(built.written, None);
    let wanted = "templates/page.html:3:1 T003 a value grows beyond 32 MiB here";
    let line = &built.found.lines()[0];
    assert!(line.starts_with(wanted) && line.ends_with("[/a/]"), "{line}");
}

#[test]
fn nested_braces_and_choices_are_errors() {
    let deep = format!("{{{{ {}1{} }}}}", "(".repeat(10_000), ")".repeat(10_000));
    site(&deep).check().assert_codes(&["T001"]);
    let choices = format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(100_000));
    site(&choices).check().assert_codes(&["T003"]);
}

/// The only block of a page, printed by this template of a report.
fn report(template: &str) -> String {
    let whole = format!("{{% extends \"base.html\" %}}{{% block main %}}[{template}]{{% endblock main %}}");
    let site = TestSite::with_report().file("templates/report.html", whole);
    // Nothing else is wrong than that it prints no anchors.
    let built = site.build().expect_built();
    built.found.assert_codes(&["T007"]);
    let page = built.text("reports/count/index.html");
    let (begin, end) = (page.find('[').expect("it begins"), page.rfind(']').expect("it ends"));
    page[begin + 1..end].to_owned()
}

#[test]
fn a_template_prints_sorts_filters_and_counts_statistics() {
    let values = "{% for s in report.statistics %}{{ s.value }};{% endfor %}";
    assert_eq!(report(values), "735,470;20%;£872m;");
    let sorted = "{% for s in report.statistics | sort(attribute=\"amount\") %}{{ s.value }} {{ s.period }};{% endfor %}";
    assert_eq!(report(sorted), "20% ;735,470 2019–20;£872m ;");
    let counted =
        "{{ [s for s in report.statistics if not s.period] | length }} of {{ report.statistics | length }}";
    assert_eq!(report(counted), "2 of 3");
}

#[test]
fn a_template_lays_out_facts_claims_and_notes_itself() {
    let facts = "{% for fact in page.facts %}{{ fact.key }}={% if fact.date %}{{ fact.date.iso }}{% else %}{{ fact.text }}{% endif %};{% endfor %}";
    assert_eq!(report(facts), "publisher=Tarnbridge Council;published=2020;");
    let sayings = "{% for s in report.claims %}{{ s.id }}: {{ s.text_html }}{% endfor %} {{ report.recommendations[0].anchor }}";
    assert_eq!(report(sayings), "quieter: Branches may have become quieter recommendation-longer");
}

#[test]
fn one_part_can_be_replaced_and_the_others_stay() {
    let body = "B.\n\n```table\ncaption: Money\nrows: [count.budget]\n```\n";
    let site = TestSite::with_report()
        .file("content/a.md", page(body))
        .file("templates/parts/statistic_row.html", "<tr data-amount=\"{{ row.amount }}\"></tr>")
        .file(
            "templates/parts/fact.html",
            "<aside>{{ fact.name }}{% if fact.text %}: {{ fact.text }}{% endif %}</aside>",
        )
        .file("templates/parts/table.html", "{{ table.caption }}: {{ table.rows[0].value }}");
    let built = site.build().expect_built();
    let report = built.text("reports/count/index.html");
    assert!(report.contains("<tr data-amount=\"735470"), "{report}");
    assert!(report.contains("<aside>Publisher: Tarnbridge Council</aside>"));
    assert!(report.contains("<li class=\"claim\" id=\"claim-quieter\">"));
    assert!(built.text("a/index.html").contains("Money: £872m"));
}

#[test]
fn what_is_typed_is_text_wherever_a_template_prints_it() {
    let typed = "\"<b>A & 'B'</b>\"";
    let report = format!(
        "---\ntitle: T\nkind: survey\npublisher: {typed}\npublished: 2020\nauthors: [{typed}]\nstatistics:\n  x: {{label: X, value: 10%, \
         population: {typed}, at: {typed}}}\nrecommendations:\n  y: {{text: Y, to: {typed}}}\n---\nB.\n"
    );
    let coverage = format!(
        "---\ntitle: U\nkind: news article\nreports_on: r\noutlet: {typed}\ntells:\n  - {{tells: {typed}, at: {typed}}}\n\
         \x20 - {{statistic: r.x, as: 12%, differs: {typed}}}\n---\nB.\n"
    );
    let site = TestSite::new().file("content/reports/r.md", report).file("content/coverage/c.md", coverage);
    let built = site.build().expect_built();
    for path in ["reports/r/index.html", "coverage/c/index.html", "recommendations/index.html"] {
        let page = built.text(path);
        assert!(page.contains("&lt;b&gt;A &amp; ") && !page.contains("<b>A"), "{path}\n{page}");
    }
}
