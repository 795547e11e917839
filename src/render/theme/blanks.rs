//! Names in braces that sentences of a table of words have otherwise than the bundled ones: what is put in their place would be
//! missing in the sentence.

use super::unknown::meant_or_some;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::render::words;
use crate::span::Span;
use std::collections::BTreeSet;
use toml::de::DeTable;

/// Tells of names in braces that are unknown or left out. `asked_for` are texts in templates, which may fill some themselves.
pub(super) fn check(path: &SourcePath, text: &str, asked_for: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let bundled = words::bundled();
    let mut found = Vec::new();
    for (key, value) in table.get_ref() {
        let key: &str = key.get_ref();
        let (Some(usual), Some(sentence)) = (bundled.get(key), value.get_ref().as_str()) else { continue };
        let (wanted, written) = (words::blanks(usual), words::blanks(sentence));
        let is_known = |name: &str| wanted.contains(&name) || asked_for.contains(&*format!("{{{name}}}"));
        let place = |what: &str| place(path, text, value.span().start..value.span().end, what);
        let unknown: Vec<&str> = written.iter().copied().filter(|name| !is_known(name)).collect();
        found.extend(unknown.iter().map(|name| unfilled(place(&format!("{{{name}}}")), key, name, &wanted)));
        let is_left_out =
            |name: &&&str| !written.contains(*name) && !sentence.is_empty() && unknown.is_empty();
        found.extend(wanted.iter().find(is_left_out).map(|name| left_out(place(""), key, name, usual)));
    }
    found
}

/// Where this stands in a value, or the value.
fn place(path: &SourcePath, text: &str, value: std::ops::Range<usize>, what: &str) -> Place {
    let begin = text.get(value.clone()).and_then(|typed| typed.find(what)).filter(|_| !what.is_empty());
    let span = begin.map_or(Span::new(value.start, value.end), |begin| {
        Span::new(value.start + begin, value.start + begin + what.len())
    });
    Place::span(path, span)
}

fn unfilled(place: Place, key: &str, name: &str, wanted: &[&str]) -> Diagnostic {
    let message = format!("nothing fills in `{{{}}}` in `{key}`", name.escape_debug());
    let help = match wanted.is_empty() {
        true => "the bundled sentence has no names in braces; write the words themselves".to_owned(),
        false => meant_or_some(name, wanted.iter().copied()),
    };
    Diagnostic::new(&rules::UNFILLED_BLANK, place, message).help(help)
}

fn left_out(place: Place, key: &str, name: &str, usual: &str) -> Diagnostic {
    let message = format!("`{key}` leaves out `{{{name}}}`, so readers will not see it");
    Diagnostic::new(&rules::BLANK_LEFT_OUT, place, message).help(format!("the bundled sentence is `{usual}`"))
}

#[cfg(test)]
mod tests {
    use super::{BTreeSet, check};
    use crate::path::SourcePath;

    fn found(text: &str, asked_for: &[&str]) -> Vec<String> {
        let asked_for: BTreeSet<&str> = asked_for.iter().copied().collect();
        let found = check(&SourcePath::new("templates/words.en.toml"), text, &asked_for);
        found.into_iter().map(|one| format!("{}: {}", one.message, one.help.unwrap_or_default())).collect()
    }

    #[test]
    fn names_in_braces_are_those_of_the_bundled_sentence() {
        for (text, wanted) in [
            (
                "cite = \"{title}. In: {sitee}. {url}\"",
                "nothing fills in `{sitee}` in `cite`: did you mean `site`?",
            ),
            ("cite = \"{title}. In: { site }. {url}\"", "did you mean `site`?"),
            (
                "page_of = \"page {current}\"",
                "`page_of` leaves out `{total}`, so readers will not see it: the bundled sentence is `page {current} of {total}`",
            ),
            ("topics = \"Themes of {site}\"", "the bundled sentence has no names in braces"),
            ("page_of = \"{current} of {total\"", ""),
        ] {
            let found = found(text, &[]);
            let is_told = matches!(&found[..], [one] if one.contains(wanted));
            assert!(is_told || wanted.is_empty() && found.is_empty(), "{text}: {found:?}");
        }
        for text in [
            "page_of = \"{total}, {current}, {total}\"",
            "cite = \"\"",
            "own = \"{any}\"",
            "topics = \"Themes\"",
        ] {
            assert_eq!(found(text, &[]), [""; 0], "{text}");
        }
        assert_eq!(found("permalink = \"Link to {id} on {day}\"", &["{day}"]), [""; 0]);
    }
}
