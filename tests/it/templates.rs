//! Templates that would never end: a message, and a program that lives on.

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
