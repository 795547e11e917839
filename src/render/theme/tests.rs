//! What templates may take, with limits that are reached at once.

use super::{Limits, Theme, Values, load_within};
use crate::diagnostic::rules;
use crate::source::SourceTree;
use std::time::Duration;

/// Limits that a few words reach.
const SMALL: Limits =
    Limits { turns: 1000, time: Duration::from_secs(100), value: 10_000, page: 5_000, memory: u64::MAX };

fn theme(templates: &[(&str, &str)], limits: Limits) -> Theme {
    let files = templates.iter().map(|(name, text)| (format!("templates/{name}"), *text));
    let files: Vec<(String, &str)> = files.collect();
    let sources = SourceTree::in_memory(files.iter().map(|(path, text)| (path.as_str(), *text)));
    let loaded = load_within(&sources, limits);
    assert_eq!(loaded.diagnostics, []);
    loaded.value.expect("there is a theme")
}

/// What is said of a template that goes too far, and the line of its file.
#[track_caller]
fn refused(text: &str, limits: Limits) -> String {
    let theme = theme(&[("a.html", text)], limits);
    let told = theme.render("a.html", &Values::default(), "/a/").expect_err("it goes too far");
    assert_eq!((told.rule, told.page.as_deref()), (&rules::TEMPLATE_EXCESS, Some("/a/")));
    assert!(told.help.is_some_and(|help| !help.is_empty()));
    told.message
}

fn printed(text: &str) -> String {
    let theme = theme(&[("a.html", text)], SMALL);
    let bytes = theme.render("a.html", &Values::default(), "/a/").expect("it is within all limits");
    String::from_utf8(bytes).expect("templates print text")
}

#[test]
fn loops_end() {
    let long = "the loops of this page turn more than 1000 times";
    for text in [
        "{% for a in range(end=1100) %}{% endfor %}",
        "{% for a in range(end=40) -%} {% for b in range(end=40) %}x{% endfor %}{% endfor %}",
        "{{ [[a for a in range(end=40)] for b in range(end=40)] | length }}",
        "{{ [a for a in range(end=1100) if a > 1] | length }}",
        "{% set x %}{% for a in range(end=1100) %}{% continue %}{% endfor %}{% endset %}",
        "{{ range(end=1100) | unique | length }}",
    ] {
        assert_eq!(refused(text, SMALL), long, "{text}");
    }
    let hasty = Limits { time: Duration::ZERO, ..SMALL };
    assert_eq!(
        refused("{% for a in range(end=99) %}{% endfor %}", hasty),
        "this page takes longer than 0 seconds"
    );
    assert_eq!(
        refused("{{ range(end=99) | unique | length }}", hasty),
        "this page takes longer than 0 seconds"
    );
}

#[test]
fn bundled_parts_count_what_a_template_of_the_site_gives_them() {
    let pieces = "{% set formula = {'pieces': [{'text': ''} for a in range(end=60)]} %}";
    let parts = |times| {
        format!("{{% for a in range(end={times}) %}}{{% include 'parts/formula.html' %}}{{% endfor %}}")
    };
    assert_eq!(
        refused(&[pieces, &parts(20)].concat(), SMALL),
        "the loops of this page turn more than 1000 times"
    );
    assert_eq!(printed(&[pieces, &parts(2)].concat()), "");
}

#[test]
fn values_and_pages_stay_small() {
    let grown = "a value grows beyond 0 MiB here";
    for text in [
        "{% set a = 'a' %}{% for b in range(end=40) %}{% set_global a = a ~ a %}{% endfor %}",
        "{% set a = 'aaaaaaaaaaaaaaaa' %}{% set a = a ~ a ~ a %}{% set a = a | replace(from='a', to=a) %}\
         {% set a = a | replace(from='a', to=a) | replace(from='a', to=a) %}",
        "{% set a = [1] %}{% for b in range(end=40) %}{% set_global a = [...a, ...a] %}{% endfor %}",
        "{% set a = [1] %}{% for b in range(end=40) %}{% set_global a = [a, a] %}{% endfor %}",
        "{% set a %}{% for b in range(end=500) %}0123456789012345678901234{% endfor %}{% endset %}",
        "{{ range(end=500) | join(sep='0123456789012345678901234') | length }}",
    ] {
        assert_eq!(refused(text, SMALL), grown, "{text}");
    }
    let deep = "{% set a = [] %}{% for b in range(end=100) %}{% set_global a = [a] %}{% endfor %}";
    assert_eq!(refused(deep, SMALL), "a value has more than 64 lists inside each other");
    let long = "{% for b in range(end=500) %}01234567890123456789{% endfor %}";
    assert_eq!(refused(long, SMALL), "this page grows beyond 0 MiB");
    let hungry = Limits { memory: 0, time: Duration::MAX, turns: u64::MAX, ..SMALL };
    if crate::source::disk::size_of_program().is_some() {
        let text = "{% for a in range(end=99999) %}{% set x = range(end=99999) %}{{ x | first ~ '' | length }}{% endfor %}";
        assert!(refused(text, hungry).contains("of memory") || refused(text, hungry).contains("grows"));
    }
}

#[test]
fn the_place_is_the_line_that_went_too_far() {
    let theme = theme(
        &[
            ("a.html", "a\n{% include 'b.html' %}"),
            ("b.html", "{{ 'aaaaaa' }}\n\n  {% for a in range(end=1100) %}\n{% endfor %}"),
        ],
        SMALL,
    );
    let told = theme.render("a.html", &Values::default(), "/").expect_err("it goes too far");
    let place = told.primary.place;
    assert_eq!(
        place,
        crate::diagnostic::Place::span(
            &crate::path::SourcePath::new("templates/b.html"),
            crate::span::Span::new(18, 48)
        )
    );
}

#[test]
fn what_is_within_the_limits_is_printed_as_ever() {
    for (text, wanted) in [
        ("{% for a in [1, 2] -%}  {{ a }}  {%- else -%} x {% endfor %}", "12"),
        ("{% for a in [] %}x{% else %}y{% endfor %}", "y"),
        ("{% set a = 'b' ~ 'c' -%}   {{ a }}{% set d %} {{ a }}{% endset %}{{ d }}", "bc bc"),
        ("{{ [a for a in [1, 2, 3] if a > 1] | join(sep='-') }}", "2-3"),
        ("{% raw %}{% for a in b %}{% endraw %}", "{% for a in b %}"),
    ] {
        assert_eq!(printed(text), wanted, "{text}");
    }
}

#[test]
fn the_longest_line_of_templates_is_printed() {
    for tag in ["include", "extends"] {
        let name = |at: usize| format!("{at}.html");
        let text = |at: usize| match at + 1 < super::chain::LONGEST {
            true if tag == "include" => {
                format!("{{% block a{at} %}}{{% include '{}' %}}{{% endblock %}}", name(at + 1))
            }
            true => format!(
                "{{% extends '{}' %}}{{% block a %}}<{{{{ super() }}}}>{{% endblock %}}",
                name(at + 1)
            ),
            false => "{% block a %}end{% endblock %}".to_owned(),
        };
        let files: Vec<(String, String)> =
            (0..super::chain::LONGEST).map(|at| (name(at), text(at))).collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let bytes = theme(&files, SMALL)
            .render("0.html", &Values::default(), "/")
            .expect("it is deep, and not too deep");
        assert!(String::from_utf8(bytes).expect("text").contains("end"));
    }
}
