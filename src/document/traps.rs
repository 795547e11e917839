//! The classic traps of YAML, each told in an author's words instead of a parser's.

use super::yaml::SyntaxError;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::span::Span;
use std::ops::Range;

/// A diagnostic for a text that is no YAML.
#[must_use]
pub(super) fn explain(path: &SourcePath, text: &str, offset: usize, error: &SyntaxError) -> Diagnostic {
    let place = |span: Span| Place::span(path, span.clamped(text).shifted(offset));
    if error.is_too_deep {
        let message = format!("the front matter is {}", error.message);
        return Diagnostic::new(&rules::INVALID_YAML, place(error.span), message)
            .help("put the value in quotation marks if the brackets belong to it, or nest less");
    }
    if let Some((at, letter)) = text.char_indices().find(|(_, letter)| is_control(*letter)) {
        let message =
            format!("a control character that cannot be seen stands here: `{}`", letter.escape_unicode());
        return Diagnostic::new(&rules::INVALID_YAML, place(Span::new(at, at + letter.len_utf8())), message)
            .help("delete it, or type the line again; it may have come along when the text was copied");
    }
    let mut near = lines_until(text, error.span.start).into_iter().rev().take(3);
    let trapped = near.find_map(|(start, line)| trap(line).map(|trap| (start, trap)));
    match trapped {
        Some((start, Trap { value, message, help })) => {
            let span = Span::new(value.start, value.end).shifted(start);
            Diagnostic::new(&rules::INVALID_YAML, place(span), message).help(help)
        }
        None => {
            let message = format!("the front matter is not YAML here: {}", error.message);
            Diagnostic::new(&rules::INVALID_YAML, place(error.span), message)
                .help("look at this line and the one above: indentation, a missing `:`, a quotation mark that never closes")
        }
    }
}

/// Whether YAML refuses it and nobody sees it.
fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// What is treacherous in a line.
struct Trap {
    /// Where the value stands in the line.
    value: Range<usize>,
    message: String,
    help: String,
}

/// The lines from the first one to the one that holds `byte`, each with its offset.
fn lines_until(text: &str, byte: usize) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        if start > byte {
            break;
        }
        lines.push((start, line.trim_end_matches(['\n', '\r'])));
        start += line.len();
    }
    lines
}

/// What is treacherous in a line.
fn trap(line: &str) -> Option<Trap> {
    if let Some(open) = braces(line) {
        return fields_in_braces(line, open).into_iter().find_map(|field| trap_in_braces(line, field));
    }
    let colon = line.find(": ")?;
    let value_at = colon + 1 + line[colon + 1..].len() - line[colon + 1..].trim_start().len();
    let value = line[value_at..].trim_end();
    let quoted = format!("put the whole value in quotation marks: `\"{}\"`", value.replace('"', "'"));
    let message = treacherous(value)?;
    Some(Trap { value: value_at..value_at + value.len(), message, help: quoted })
}

/// What is treacherous in a value, wherever it stands.
fn treacherous(value: &str) -> Option<String> {
    let first = value.chars().next()?;
    Some(match first {
        '%' | '@' | '`' => format!("a value must not begin with `{first}` unless it is quoted"),
        '>' | '|' if !is_block_header(value) => {
            format!("`{first}` at the start of a value begins a block of text")
        }
        '"' | '\'' if closes_early(value, first) => {
            "the quotation marks end before the value does".to_owned()
        }
        '*' | '&' | '!' => format!("`{first}` at the start of a value has a meaning of its own in YAML"),
        _ if !matches!(first, '{' | '[' | '"' | '\'') && value.contains(": ") => {
            "a colon and a space inside a value look like a second field".to_owned()
        }
        _ => return None,
    })
}

/// Where the braces of a record on one line open: `- {a: b}` or `id: {a: b}`.
fn braces(line: &str) -> Option<usize> {
    let open = line.find('{')?;
    let before = line[..open].trim_end();
    (before.is_empty() || before.ends_with(['-', ':'])).then_some(open)
}

/// The fields between braces: where each key and each value stands. A comma ends a value when another field
/// follows it, so that a value keeps the commas of its own.
fn fields_in_braces(line: &str, open: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let end = line.rfind('}').filter(|close| *close > open).unwrap_or(line.trim_end().len());
    let starts = line[open..end].match_indices(['{', ',']).map(|(at, _)| open + at + 1);
    let keys: Vec<Range<usize>> = starts.filter_map(|start| key_at(line, start)).collect();
    keys.iter()
        .enumerate()
        .map(|(index, key)| {
            // Up to the comma before the next key.
            let limit = keys.get(index + 1).map_or(end, |next| line[..next.start].trim_end().len() - 1);
            let start = limit.min(key.end + 1);
            let value = &line[start..limit];
            let from = start + value.len() - value.trim_start().len();
            (key.clone(), from..from + value.trim().len())
        })
        .collect()
}

/// The key that stands at `start`, after blanks.
fn key_at(line: &str, start: usize) -> Option<Range<usize>> {
    let start = start + line[start..].len() - line[start..].trim_start().len();
    let length = line[start..].find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))?;
    (length > 0 && line[start + length..].starts_with(": ")).then_some(start..start + length)
}

fn trap_in_braces(line: &str, (key, value): (Range<usize>, Range<usize>)) -> Option<Trap> {
    let text = &line[value.clone()];
    let brackets = || {
        let plain = !text.starts_with(['"', '\'']) && !is_list(text);
        // What closes at the end closes a record around this one.
        let found = text
            .trim_end_matches(['}', ']'])
            .chars()
            .find(|character| "[]{}".contains(*character))
            .filter(|_| plain)?;
        Some(format!("`{found}` inside braces ends the value or begins a list or record of its own"))
    };
    let message = treacherous(text).or_else(brackets)?;
    let help = format!("put the value in quotation marks: `{}: \"{}\"`", &line[key], text.replace('"', "'"));
    Some(Trap { value, message, help })
}

/// Whether a value is one list or record from its first character to its last.
fn is_list(value: &str) -> bool {
    let mut depth = 0_usize;
    for (at, character) in value.char_indices() {
        match character {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + character.len_utf8() == value.len();
        }
    }
    false
}

/// `>`, `|`, with the signs that YAML allows after them, and nothing more.
fn is_block_header(value: &str) -> bool {
    value[1..].trim().chars().all(|character| "+-123456789".contains(character))
        || value[1..].trim_start().starts_with('#')
}

fn closes_early(value: &str, quote: char) -> bool {
    let rest = &value[1..];
    rest.find(quote).is_some_and(|close| {
        let after = rest[close + 1..].trim_start();
        !after.is_empty() && !after.starts_with(['#', ',', '}', ']'])
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Spot;
    use crate::document::{fields, kind::DocumentKind};
    use crate::path::SourcePath;

    fn messages(yaml: &str) -> Vec<String> {
        let read = fields::decode(&SourcePath::new("a.md"), DocumentKind::Page, yaml, 0);
        read.diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn each_trap_has_words_of_its_own() {
        for (yaml, part) in [
            ("title: %64 of areas\n", "begin with `%`"),
            ("title: \"No Good Options\": the report\n", "end before the value does"),
            ("title: a: b\n", "second field"),
            ("title: >90%\n", "block of text"),
            ("title: [c]\n", "a list stands here"),
            ("extra:\n  - {a: b.c, note: from [15,600](stat:x)}\n", "`[` inside braces"),
            ("extra: {a: b.c, note: \"No\" x, d: [e, f]}\n", "end before the value does"),
            ("extra: {a: b, c: d: e, f: g}\n", "second field"),
            ("extra: {a: [b, c], d: @e}\n", "begin with `@`"),
        ] {
            let found = messages(yaml);
            assert!(found.iter().any(|message| message.contains(part)), "{yaml}: {found:?}");
        }
    }

    #[test]
    fn a_trap_inside_braces_is_marked_at_its_value() {
        let yaml = "title: a\nextra:\n  - {supports: a.b, note: from [15,600](stat:x)}\n";
        let read = fields::decode(&SourcePath::new("a.md"), DocumentKind::Page, yaml, 0);
        let [found] = read.diagnostics.as_slice() else { panic!("one is wanted: {:?}", read.diagnostics) };
        assert_eq!(
            found.help.as_deref(),
            Some("put the value in quotation marks: `note: \"from [15,600](stat:x)\"`")
        );
        let Spot::Span(span) = found.primary.place.spot else { panic!("{found:?}") };
        assert_eq!(&yaml[span.start..span.end], "from [15,600](stat:x)");
    }
}
