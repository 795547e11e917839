//! Names in braces that sentences of a table of words have otherwise than the bundled ones, or that a template fills otherwise
//! than its sentence has them: what is put in their place would be missing in the sentence.

use super::tag_words::{self, TagWord, is_text};
use super::unknown::meant_or_some;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::template_tags::tags;
use crate::path::SourcePath;
use crate::render::words;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
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
        // Where nothing is filled in, braces are printed as they stand; a plain name in them was meant to be.
        let is_text = |name: &str| wanted.is_empty() && !name.bytes().all(is_of_name);
        let is_known = |name: &str| {
            is_text(name) || wanted.contains(&name) || asked_for.contains(&*format!("{{{name}}}"))
        };
        let place = |what: &str| place(path, text, value.span().start..value.span().end, what);
        let unknown: Vec<&str> = written.iter().copied().filter(|name| !is_known(name)).collect();
        found.extend(unknown.iter().map(|name| unfilled(place(&format!("{{{name}}}")), key, name, &wanted)));
        let is_left_out =
            |name: &&&str| !written.contains(*name) && !sentence.is_empty() && unknown.is_empty();
        found.extend(wanted.iter().find(is_left_out).map(|name| left_out(place(""), key, name, usual)));
    }
    found
}

/// Tells of sentences that a template prints, `{{ t.key | replace(from="{name}", to=…) }}`, with a name that it does not fill,
/// or fills without its being there.
pub(super) fn check_template(
    path: &SourcePath,
    text: &str,
    sentences: &BTreeMap<String, String>,
) -> Vec<Diagnostic> {
    let printed = tags(text).filter(|tag| tag.prints);
    printed
        .filter_map(|tag| unfilled_in(path, &tag_words::words(tag).collect::<Vec<_>>(), sentences))
        .collect()
}

fn unfilled_in(
    path: &SourcePath,
    words: &[TagWord<'_>],
    sentences: &BTreeMap<String, String>,
) -> Option<Diagnostic> {
    let [t, point, key, rest @ ..] = words else { return None };
    let sentence = sentences.get(key.text).filter(|_| (t.text, point.text) == ("t", "."))?;
    let wanted = words::blanks(sentence);
    let is_name =
        |word: &&TagWord<'_>| word.text[1..].starts_with('{') && word.text.ends_with(['"', '\'', '`']);
    let filled: Vec<(&str, Span)> = rest
        .windows(3)
        .filter(|three| (three[0].text, three[1].text) == ("from", "=") && is_text(three[2].text))
        .filter_map(|three| Some(&three[2]).filter(is_name))
        .map(|word| (word.text[1..word.text.len() - 1].trim_matches(['{', '}']), word.span))
        .collect();
    if let Some((name, span)) = filled.iter().find(|(name, _)| !wanted.contains(name)) {
        return Some(unfilled(Place::span(path, *span), key.text, name, &wanted));
    }
    let missing = wanted.iter().find(|name| !filled.iter().any(|(known, _)| known == *name))?;
    let is_last_filter = rest.is_empty() || rest.iter().all(|word| word.text != "~" && word.text != "if");
    is_last_filter.then(|| {
        let message =
            format!("`{{{missing}}}` of `{}` is printed as it stands, since nothing fills it in", key.text);
        Diagnostic::new(&rules::UNFILLED_BLANK, Place::span(path, key.span), message)
            .help(format!("fill it in: `{{{{ t.{} | replace(from=\"{{{missing}}}\", to=…) }}}}`", key.text))
    })
}

/// Where this stands in a value, or the value.
fn place(path: &SourcePath, text: &str, value: std::ops::Range<usize>, what: &str) -> Place {
    let begin = text.get(value.clone()).and_then(|typed| typed.find(what)).filter(|_| !what.is_empty());
    let span = begin.map_or(Span::new(value.start, value.end), |begin| {
        Span::new(value.start + begin, value.start + begin + what.len())
    });
    Place::span(path, span)
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
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
    use super::{BTreeSet, check, check_template};
    use crate::path::SourcePath;
    use crate::source::{SourceTree, is_template};

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
            "topics = \"{{ a.b }} and { c }\"",
            "own = \"{any}\"",
            "topics = \"Themes\"",
        ] {
            assert_eq!(found(text, &[]), [""; 0], "{text}");
        }
        assert_eq!(found("permalink = \"Link to {id} on {day}\"", &["{day}"]), [""; 0]);
    }

    #[test]
    fn templates_fill_the_names_that_a_sentence_has() {
        let found = |text: &str| {
            let found =
                check_template(&SourcePath::new("templates/a.html"), text, &crate::render::words::bundled());
            found
                .into_iter()
                .map(|one| format!("{}: {}", one.message, one.help.unwrap_or_default()))
                .collect::<Vec<_>>()
        };
        for (text, wanted) in [
            ("{{ t.tagged | replace(from=\"{tga}\", to=x) }}", "did you mean `tag`?"),
            ("{{ t.tagged }}", "`{tag}` of `tagged` is printed as it stands"),
            ("{{ t.page_of | replace(from='{total}', to=x) | upper }}", "`replace(from=\"{current}\", to=…)"),
            ("{{ t.topics | replace(from=\"{x}\", to=x) }}", "the bundled sentence has no names"),
        ] {
            let found = found(text);
            let has = wanted.trim_start_matches('`');
            assert!(matches!(&found[..], [one] if one.contains(has)), "{text}: {found:?}");
        }
        let sources = SourceTree::in_memory([]);
        for path in sources.below("templates").filter(|path| is_template(path)) {
            assert_eq!(found(&sources.text(path).expect("it is bundled")), [""; 0], "{path}");
        }
    }
}
