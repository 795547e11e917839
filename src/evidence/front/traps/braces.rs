//! Traps in a record on one line: `- {a: b, c: d}`.

use super::Trap;
use super::line::{in_marks, treacherous};
use crate::evidence::front::is_field;
use std::ops::Range;

/// Whether a line is a record on one line.
pub(super) fn is_record(line: &str) -> bool {
    opened(line).is_some()
}

/// What is treacherous in a record on one line.
pub(super) fn trap(line: &str) -> Option<Trap> {
    let open = opened(line)?;
    let in_fields = || fields(line, open).into_iter().find_map(|(key, value)| in_field(line, &key, value));
    comment(line, open).or_else(in_fields)
}

/// A `#` behind a blank begins a comment, and takes the closing brace with it.
fn comment(line: &str, open: usize) -> Option<Trap> {
    let at = open + line[open..].find(" #")? + 1;
    let close = line.rfind('}').filter(|close| *close > at)?;
    let is_quoted =
        line[open..at].matches('"').count() % 2 == 1 || line[open..at].matches('\'').count() % 2 == 1;
    let (key, value) = fields(line, open).into_iter().find(|(_, value)| value.contains(&(at - 1)))?;
    let end = value.end.min(close);
    let help = format!(
        "put the value in quotation marks: `{}: {}",
        &line[key],
        &in_marks(&line[value.start..end])[1..]
    );
    let message = format!("`#` begins a comment here, so that `{}` is lost", &line[at..]);
    (!is_quoted).then_some(Trap { range: at..line.len(), message, help })
}

/// Where the braces of a record on one line open: `- {a: b}` or `id: {a: b}`.
fn opened(line: &str) -> Option<usize> {
    let open = line.find('{')?;
    let before = line[..open].trim_end();
    (before.is_empty() || before.ends_with(['-', ':'])).then_some(open)
}

/// The fields between braces: where each key and each value stands. A comma ends a value when another field
/// follows it, so that a value keeps the commas of its own.
fn fields(line: &str, open: usize) -> Vec<(Range<usize>, Range<usize>)> {
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

fn in_field(line: &str, key: &Range<usize>, value: Range<usize>) -> Option<Trap> {
    let text = &line[value.clone()];
    if let Some(trap) = without_comma(line, key, &value) {
        return Some(trap);
    }
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
    let help = format!("put the value in quotation marks: `{}: {}", &line[key.clone()], &in_marks(text)[1..]);
    Some(Trap { range: value, message, help })
}

/// Another field that begins within a value, because no comma ends it: `label: Beds value: 3`.
fn without_comma(line: &str, key: &Range<usize>, value: &Range<usize>) -> Option<Trap> {
    let text = &line[value.clone()];
    let (colon, name) = text.match_indices(": ").find_map(|(colon, _)| {
        let name = text[..colon].rsplit([' ', '"', '\'']).next().unwrap_or_default();
        (name.len() < colon && is_field(name)).then_some((colon, name))
    })?;
    let start = colon - name.len();
    let own = text[..start].trim_end();
    let is_within_marks = own.matches('"').count() % 2 == 1;
    let help = format!(
        "write `{}: {own}, {name}: …`; if the words belong to the value, put all of it in quotation marks",
        &line[key.clone()]
    );
    let range = value.start + start..value.start + colon + 1;
    let message = format!("a comma is missing before `{name}:`");
    (!is_within_marks).then_some(Trap { range, message, help })
}

/// Whether a value is one list or record from its first character to its last.
pub(super) fn is_list(value: &str) -> bool {
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
