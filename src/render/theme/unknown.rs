//! What is said where a template names what is not there. The engine's own sentences say the last part of a name only, and
//! list every name that there is on one line.

use super::elsewhere;
use super::fields::{self, Optional};
use super::offered::{FILTERS, FUNCTIONS, TESTS, instead};
use crate::diagnostic::{did_you_mean, nearest, nearest_first};
use crate::document::template_tags::tags;
use crate::render::contract::{Contract, LOOP};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many names a message lists.
const MOST: usize = 8;

/// The texts of templates, by name.
type TemplateTexts = BTreeMap<String, String>;

/// A message, and what to do.
pub(super) type Advice = (String, String);

/// A few of the names, those first that are most like a wrong one, and where the others are listed.
pub(super) fn some<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names = if wrong.is_empty() { names.into_iter().collect() } else { nearest_first(wrong, names) };
    let shown: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(MOST) {
        0 => format!("there are {}", shown.join(", ")),
        more => {
            format!(
                "there are {} and {more} more; `cscare-site explain templates` lists all",
                shown.join(", ")
            )
        }
    }
}

/// "did you mean", or a few of the names that there are.
pub(super) fn meant_or_some<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str> + Clone) -> String {
    did_you_mean(wrong, names.clone()).unwrap_or_else(|| some(wrong, names))
}

/// What is said of a name that the engine does not know, when it reads the templates.
pub(super) fn when_read(sentence: &str, template: &str, templates: &TemplateTexts) -> Option<Advice> {
    if let Some(block) = sentence.strip_prefix("Block `").and_then(|rest| rest.split('`').next()) {
        return Some(no_block(block, template, templates));
    }
    if let Some(rest) = sentence.strip_prefix("Found invalid field of `loop`: ") {
        let name = rest.split('.').next().unwrap_or(rest);
        let contract = Contract::read();
        let fields = contract.record(LOOP).into_iter().flat_map(|known| &known.fields);
        let names: Vec<&str> = fields.map(|(name, _)| name.as_str()).collect();
        return Some((format!("there is no field `{name}` in a loop"), meant_or_some(name, names)));
    }
    let (what, rest) = sentence.strip_prefix("Unknown ")?.split_once(" `")?;
    let name = rest.split('`').next()?;
    let offered: &[&str] = match what {
        "filter" => &FILTERS,
        "test" => &TESTS,
        "function" => &FUNCTIONS,
        "template" => {
            let help = meant_or_some(name, templates.keys().map(String::as_str));
            return Some((format!("there is no template `{name}`"), help));
        }
        _ => return None,
    };
    let help = instead(name).map(str::to_owned);
    let help = help.unwrap_or_else(|| meant_or_some(name, offered.iter().copied()));
    Some((format!("there is no {what} `{name}`"), help))
}

/// What is said of a block that none of the templates has that a template extends.
fn no_block(block: &str, template: &str, templates: &TemplateTexts) -> Advice {
    let mut blocks = BTreeSet::new();
    let mut known = BTreeSet::from([template]);
    let mut current = template;
    while let Some(parent) = parent(current, templates).filter(|parent| known.insert(parent)) {
        blocks.extend(names_behind("block", parent, templates));
        current = parent;
    }
    let message =
        format!("there is no block `{block}` in what this template extends, so it would show nowhere");
    (message, meant_or_some(block, blocks))
}

/// What is said of a template of the site's own that lacks a block which bundled templates fill: the template, where the
/// block stands that was probably meant, and what to do.
pub(super) fn lacks_block<'t>(
    message: &str,
    template: &'t str,
    templates: &'t TemplateTexts,
    own: &BTreeSet<String>,
) -> Option<(&'t str, Span, Advice)> {
    let block = message.strip_prefix("there is no block `")?.split('`').next()?;
    let mut frame = parent(template, templates)?;
    for _ in 0..templates.len() {
        if own.contains(frame) {
            break;
        }
        frame = parent(frame, templates)?;
    }
    let meant = nearest(block, names_behind("block", frame, templates));
    let text = templates.get(frame)?;
    let at = meant.and_then(|name| Some((text.find(&format!("block {name}"))? + "block ".len(), name.len())));
    let span = at.map_or(Span::default(), |(begin, length)| Span::new(begin, begin + length));
    let help = match meant {
        Some(name) => format!("write `{block}` instead of `{name}`"),
        None => format!("put `{{% block {block} %}}{{% endblock %}}` where the pages are to show it"),
    };
    Some((
        frame,
        span,
        (format!("this template has no block `{block}`, which those that extend it fill"), help),
    ))
}

fn parent<'t>(template: &str, templates: &'t TemplateTexts) -> Option<&'t str> {
    let name = names_behind("extends", template, templates).next()?;
    Some(name.trim_matches(['"', '\'', '`']))
}

/// What stands behind a word with which tags of a template begin.
fn names_behind<'t>(
    word: &'static str,
    template: &str,
    templates: &'t TemplateTexts,
) -> impl Iterator<Item = &'t str> {
    let text = templates.get(template).map_or("", String::as_str);
    tags(text).filter(move |tag| tag.words().next() == Some(word)).filter_map(|tag| tag.words().nth(1))
}

/// What is said of a place that is asked with a point: `list.0.value`.
pub(super) fn place_by_point(sentence: &str, text: &str, span: Span) -> Option<Advice> {
    let sentence = sentence.to_lowercase();
    (sentence.starts_with("found float") || sentence.starts_with("found integer")).then_some(())?;
    let path = path_at(text, span).map(|path| &text[path.start..path.end])?;
    let parts = path.split('.').map(|part| match part.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("[{part}]"),
        false => format!(".{part}"),
    });
    let bracketed: String = parts.collect();
    let is_place = bracketed.contains("].") || bracketed.ends_with(']');
    let message = format!("`{path}` asks for a place in a list with a point");
    is_place.then(|| (message, format!("write `{}`", bracketed.trim_start_matches('.'))))
}

/// Where the list is named of a loop that cannot go through it, since it is not there.
pub(super) fn place_of_list(sentence: &str, text: &str, span: Span) -> Option<Span> {
    sentence.starts_with("Iteration not possible on type `undefined`").then_some(())?;
    let tag = tags(text).find(|tag| (tag.begin..tag.end).contains(&span.start))?;
    let at = tag.begin + tag.inner.find(" in ")? + 4;
    path_at(text, Span::new(at, at))
}

/// What is said of a part that was not given what it takes.
pub(super) fn not_given(part: &str, name: &str) -> Advice {
    (
        format!("`{part}` takes `{name}`, and there is none here"),
        format!(
            "call it so where it comes from, `{{% for {name} in … %}}` or `{{% set {name} = … %}}`; `cscare-site explain templates` says what each part takes"
        ),
    )
}

/// What is said of a field that is asked of what is no name, such as a filter or a list in brackets.
pub(super) fn behind_value(sentence: &str, text: &str, span: Span) -> Option<Advice> {
    sentence.to_lowercase().starts_with("found `.`").then_some(())?;
    let tag = tags(text).find(|tag| (tag.begin..tag.end).contains(&span.start))?;
    let before = text.get(tag.begin..span.start)?;
    let is_of_path = |letter: &char| letter.is_alphanumeric() || matches!(letter, '_' | '.');
    let path: String = text[span.start..].chars().take_while(is_of_path).collect();
    let names: Vec<&str> = path.split('.').filter(|name| !name.is_empty()).collect();
    let fields = format!("[\"{}\"]", names.join("\"][\""));
    let given = before[begin_of_operand(before)..].trim();
    let (_, last) = given.rsplit_once('|').unwrap_or_default();
    let filter = last.split('(').next().unwrap_or(last).trim();
    let (what, whole) = match FILTERS.contains(&filter) {
        true => (format!("the filter `{filter}`"), format!("({given}){fields}")),
        false => ("a bracket".to_owned(), format!("{given}{fields}")),
    };
    let message = format!("`{path}` stands behind {what}, where the name of a field stands in brackets");
    (!names.is_empty()).then(|| (message, format!("write `{whole}`")))
}

/// Where the expression begins of which filters are asked: behind the last word that joins others.
pub(super) fn begin_of_operand(text: &str) -> usize {
    let joints = [" in ", " if ", " and ", " or ", " not ", " else ", "=", "~", "{%", "{{"];
    let piped = text.find('|').unwrap_or(text.len());
    let ends = joints.iter().filter_map(|joint| Some(text[..piped].rfind(joint)? + joint.len()));
    ends.max().unwrap_or_else(|| text.len() - text.trim_start_matches(['-', ' ']).len())
}

/// What is said of a value that is not there, when a page is made.
pub(super) fn when_made(
    sentence: &str,
    template: &str,
    span: Span,
    templates: &TemplateTexts,
) -> Option<Advice> {
    let is_absent = sentence.contains("is not defined")
        || sentence.contains("value is undefined")
        || sentence.contains("that is undefined")
        || sentence.contains("an undefined value")
        || sentence.contains("got `undefined`")
        || sentence.contains("got `none`");
    let text = templates.get(template).filter(|_| is_absent)?;
    let path = path_at(text, span)?;
    let typed = &text[path.start..path.end];
    let listed = |what: &str| {
        let (_, names) = sentence.split_once(what)?;
        Some(names.trim_end_matches('.').split(", ").collect::<Vec<_>>())
    };
    if let Some(variables) = listed("Available variables: ") {
        let name = typed.split(['.', '[', '?']).next()?;
        let help = elsewhere::variable(name).map(str::to_owned);
        let help = help.unwrap_or_else(|| meant_or_some(name, variables));
        return Some((format!("there is no variable `{name}` here"), help));
    }
    let fields = listed("Available fields: ").unwrap_or_default();
    let last = typed.rsplit(['.', '[']).next()?.trim_matches(['"', '\'', ']']);
    if let Some(word) = typed.strip_prefix("t.") {
        let help = did_you_mean(word, fields)
            .unwrap_or_else(|| format!("write it into templates/words.en.toml: `{word} = \"…\"`"));
        return Some((format!("there is no word `{word}` in the tables of words"), help));
    }
    Some(match optional(templates).get(&(template.to_owned(), path.start)) {
        Some(end) => absent(&text[path.start..*end], typed),
        None => {
            let (message, help) = absent(typed, typed);
            (message, did_you_mean(last, fields).unwrap_or(help))
        }
    })
}

/// What is said of a value that need not be there: the part that is absent, and the whole that was asked for.
fn absent(part: &str, whole: &str) -> Advice {
    let message = match part == whole {
        true => format!("there is no `{whole}` here"),
        false => format!("there is no `{part}` here, and so no `{whole}`"),
    };
    (message, format!("print it only where there is one: `{{% if {part} %}}{{{{ {whole} }}}}{{% endif %}}`"))
}

fn optional(templates: &TemplateTexts) -> Optional {
    let texts = templates.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    fields::optional(&texts, &Contract::read())
}

/// The whole path of which a part is at this place.
fn path_at(text: &str, span: Span) -> Option<Span> {
    let is_of_path = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'?' | b'[' | b']' | b'"' | b'\'' | b'-')
    };
    let before = text.as_bytes().get(..span.start)?;
    let begin = span.start - before.iter().rev().take_while(|byte| is_of_path(byte)).count();
    let behind = text.as_bytes().get(span.start..)?;
    let mut quote = None;
    let is_still_of_path = |byte: &&u8| {
        let is_inside = quote.is_some();
        match (quote, **byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, byte @ (b'"' | b'\'')) => quote = Some(byte),
            (Some(_) | None, _) => {}
        }
        is_inside || is_of_path(byte)
    };
    let end = span.start + behind.iter().take_while(is_still_of_path).count();
    let whole = text.get(begin..end)?;
    let lead = whole.len() - whole.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic()).len();
    let whole = whole[lead..].trim_end_matches(['?', '.', '-']);
    (!whole.is_empty()).then(|| Span::new(begin + lead, begin + lead + whole.len()))
}

#[cfg(test)]
mod tests {
    use super::{Span, path_at, some, when_read};
    use std::collections::BTreeMap;

    #[test]
    fn the_whole_path_is_found_from_any_part_of_it() {
        let text = "{{- page.updated?.text['a'] -}}";
        for at in [4, 9, 17, 20] {
            let path = path_at(text, Span::new(at, at + 2)).expect("there is one");
            assert_eq!(&text[path.start..path.end], "page.updated?.text['a']", "{at}");
        }
        assert_eq!(path_at("{{ }}", Span::new(3, 3)), None);
        let text = "{{ page.extra[\"two words/a\"] }}";
        let path = path_at(text, Span::new(3, 10)).expect("there is one");
        assert_eq!(&text[path.start..path.end], "page.extra[\"two words/a\"]");
    }

    #[test]
    fn few_names_are_listed_and_the_nearest_first() {
        let names = ["a1", "b", "c", "d", "e", "f", "g", "h", "i", "kind"];
        let listed = some("kinds", names);
        assert!(listed.starts_with("there are `kind`, ") && listed.contains(" and 2 more; "), "{listed}");
        assert_eq!(some("x", ["a"]), "there are `a`");
    }

    #[test]
    fn names_of_other_engines_are_told_what_is_written_here() {
        let said = |sentence: &str| {
            when_read(sentence, "a.html", &BTreeMap::from([("a.html".to_owned(), String::new())]))
        };
        for (sentence, message, help) in [
            ("Unknown filter `filter`", "there is no filter `filter`", "[s for s in list if"),
            ("Unknown filter `map`", "there is no filter `map`", "[s.value for s in list]"),
            ("Unknown filter `date`", "there is no filter `date`", "`page.updated.text`"),
            (
                "Found invalid field of `loop`: indx. Only `index` exists.",
                "there is no field `indx` in a loop",
                "did you mean `index`?",
            ),
            ("Unknown filter `uper`", "there is no filter `uper`", "did you mean `upper`?"),
            ("Unknown filter `wordy_thing`", "there is no filter `wordy_thing`", "and 29 more; "),
            ("Unknown test `strng`", "there is no test `strng`", "did you mean `string`?"),
            ("Unknown function `now`", "there is no function `now`", "no page knows the day"),
            ("Unknown template `b.html`", "there is no template `b.html`", "did you mean `a.html`?"),
        ] {
            let (found, told) = said(sentence).expect(sentence);
            assert!(found == message && told.contains(help), "{found}: {told}");
        }
    }
}
