//! Numbers in words of any table: a number below a hundred, hundreds, thousands, apart or in one word
//! (`zweihundertfünfzig`, `deux cent cinquante`), written as English ones.

use super::LanguageTable;
use crate::evidence::number_words::written;

/// Reads a number in words at the start of a text: its length, and the same in English.
pub(super) fn read(text: &str, table: &LanguageTable) -> Option<(usize, String)> {
    let (mut length, mut value) = below_thousand(text, table).unwrap_or_default();
    let is_begun = length > 0;
    let thousand = joined(text, length, table).find_map(|at| {
        let words = table.thousand.iter().filter_map(|word| starts(&text[at..], word));
        words.max().map(|word| at + word)
    });
    if let Some(end) = thousand.filter(|_| value > 0 || !is_begun) {
        (length, value) = (end, value.max(1) * 1_000);
        let tails = joined(text, length, table)
            .filter_map(|at| below_thousand(&text[at..], table).map(|(tail, rest)| (at + tail, rest)));
        let tail = tails.filter(|(end, rest)| *rest > 0 && is_end(&text[*end..])).max_by_key(|(end, _)| *end);
        if let Some((end, rest)) = tail {
            (length, value) = (end, value + rest);
        }
    }
    // A word for a thousand alone is a scale, and that of the table.
    let is_number = length > 0 && (is_begun || value > 1_000) && is_end(&text[length..]);
    is_number.then(|| (length, written(value)))
}

/// The longest number below a thousand: hundreds that have a word of their own, or so many times a hundred.
fn below_thousand(text: &str, table: &LanguageTable) -> Option<(usize, u32)> {
    let first = below_hundred(text, table);
    let times = first.filter(|(_, times)| (1..10).contains(times));
    let found =
        [hundreds(text, None, table), times.and_then(|times| hundreds(text, Some(times), table)), first];
    found.into_iter().flatten().max_by_key(|(length, _)| *length)
}

/// Hundreds, behind how many times they are meant, and what is added to them.
fn hundreds(text: &str, times: Option<(usize, u32)>, table: &LanguageTable) -> Option<(usize, u32)> {
    let (start, times) = times.unwrap_or((0, 1));
    let (end, value) = joined(text, start, table).find_map(|at| {
        let words = table.hundreds.iter().filter(|(_, value)| start == 0 || *value == 100);
        let found = words.filter_map(|(word, value)| Some((at + starts(&text[at..], word)?, *value)));
        found.max_by_key(|(end, _)| *end)
    })?;
    let tails = joined(text, end, table)
        .filter_map(|at| below_hundred(&text[at..], table).map(|(tail, rest)| (at + tail, rest)));
    let tail = tails.filter(|(_, rest)| *rest > 0).max_by_key(|(end, _)| *end);
    let (end, rest) = tail.unwrap_or((end, 0));
    Some((end, times * value + rest))
}

/// The longest number below a hundred.
fn below_hundred(text: &str, table: &LanguageTable) -> Option<(usize, u32)> {
    let found = table.numbers.iter().filter_map(|(word, value)| Some((starts(text, word)?, *value)));
    found.max_by_key(|(length, _)| *length)
}

/// Where a number may go on: right behind its part, behind a space or hyphen, or behind a joint.
fn joined<'t>(text: &'t str, at: usize, table: &'t LanguageTable) -> impl Iterator<Item = usize> + 't {
    let spaced = move |at: usize| {
        let rest = &text[at..];
        let trimmed = rest.trim_start_matches([' ', '\u{a0}', '-', '\u{2011}']);
        at + (rest.len() - trimmed.len()).min(2)
    };
    let apart = if at > 0 { spaced(at) } else { at };
    let behind = table.joints.iter().filter_map(move |joint| {
        let end = apart + starts(&text[apart..], joint).filter(|_| at > 0)?;
        Some(spaced(end))
    });
    [at, apart].into_iter().chain(behind).filter(move |at| text.is_char_boundary(*at))
}

/// The length of a word at the start of a text, whatever follows.
fn starts(text: &str, word: &str) -> Option<usize> {
    let mut length = 0;
    for wanted in word.chars() {
        let next = text[length..].chars().next()?;
        let is_gap =
            matches!(wanted, ' ' | '-') && (next.is_whitespace() || matches!(next, '-' | '\u{2011}'));
        if !(is_gap || next == wanted || next.to_lowercase().eq(wanted.to_lowercase())) {
            return None;
        }
        length += next.len_utf8();
    }
    Some(length)
}

fn is_end(text: &str) -> bool {
    !text.starts_with(char::is_alphabetic)
}
