//! Arguments that a filter, test or function does not take. The engine passes over them, and so the page shows something else
//! than its author asked for.

use super::faults::diagnostic;
use super::offered::{FILTERS, FUNCTIONS, TESTS, arguments};
use super::tag_words::{TagWord, words};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::document::template_tags::tags;

/// What is asked with an argument: what it is, and its name.
type Asked<'t> = (&'static str, &'t str);

/// What is said of each argument of a template that nothing takes.
pub(super) fn unknown(template: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for tag in tags(text).filter(|tag| tag.inner.contains('(')) {
        let words: Vec<TagWord<'_>> = words(tag).collect();
        let told =
            given(&words).into_iter().filter(|((_, name), word)| !arguments(name).contains(&word.text));
        found.extend(told.map(|((what, name), word)| {
            let message = format!("the {what} `{name}` has no argument `{}`", word.text);
            diagnostic(template, word.span, &message, None).help(remedy(name, word.text))
        }));
    }
    found
}

fn remedy(name: &str, wrong: &str) -> String {
    let taken = arguments(name);
    let is_longer = |one: &&&str| one.starts_with(wrong) || wrong.starts_with(**one);
    match (name, wrong) {
        (_, _) if taken.is_empty() => format!("write `{name}` without it"),
        ("sort", "reverse") => "turn the list afterwards: `| sort(attribute=\"…\") | reverse`".to_owned(),
        (_, _) => did_you_mean(wrong, taken.iter().copied())
            .or_else(|| taken.iter().find(is_longer).map(|meant| format!("did you mean `{meant}`?")))
            .unwrap_or_else(|| format!("it takes `{}`", taken.join("`, `"))),
    }
}

/// Each argument in a tag, and what is asked with it.
fn given<'t>(words: &[TagWord<'t>]) -> Vec<(Asked<'t>, TagWord<'t>)> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let mut open: Vec<Option<Asked<'t>>> = Vec::new();
    let mut given = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.text {
            "(" => open.push(asked(words, at)),
            "[" | "{" => open.push(None),
            ")" | "]" | "}" => drop(open.pop()),
            _ => {
                let begins = at > 0 && matches!(text(at - 1), "(" | ",");
                let is_argument = begins && text(at + 1) == "=" && text(at + 2) != "=";
                let asked = open.last().copied().flatten().filter(|_| is_argument);
                given.extend(asked.map(|asked| (asked, *word)));
            }
        }
    }
    given
}

/// What the bracket gives arguments to that opens there.
fn asked<'t>(words: &[TagWord<'t>], at: usize) -> Option<Asked<'t>> {
    let name = words.get(at.checked_sub(1)?)?.text;
    let before = |steps: usize| at.checked_sub(steps).map_or("", |at| words[at].text);
    let (what, offered): (_, &[&str]) = match (before(2), before(3)) {
        ("|", _) | ("filter", "") => ("filter", &FILTERS),
        ("is", _) | ("not", "is") => ("test", &TESTS),
        (_, _) => ("function", &FUNCTIONS),
    };
    (offered.contains(&name) && before(2) != "component").then_some((what, name))
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn what_nothing_takes_is_found_and_nothing_else() {
        let told =
            |text: &str| unknown("a.html", text).into_iter().map(|one| one.message).collect::<Vec<_>>();
        for text in [
            "{{ a | join(sep=\", \") }}{{ a | default(value=(b == 2), boolean=true) | upper }}",
            "{% for a in range(start=1, end=b | length) %}{% if a is not containing(pat=\"x=(y=1)\") %}",
            "{% component range(start, x=1) %}{{<card reverse={a} />}}{{ {\"a\": (b == c)} }}",
            "{# {{ a | join(x=1) }} #}{% raw %}{{ a | join(x=1) }}{% endraw %}",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
        for (text, has) in [
            ("{{ a | join(sep=b | round(decimals=2)) }}", "filter `round` has no argument `decimals`"),
            ("{{ [a, b | upper(x=1)] }}", "filter `upper` has no argument `x`"),
            ("{% for a in range(end=3, stepp=2) %}", "function `range` has no argument `stepp`"),
            ("{% if a is not containing(what=2) %}", "test `containing` has no argument `what`"),
            ("{% filter join(x=2) %}", "filter `join` has no argument `x`"),
        ] {
            assert!(told(text).first().is_some_and(|said| said.contains(has)), "{text}: {:?}", told(text));
        }
    }
}
