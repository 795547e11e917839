//! Numbers in digits, and the many that count nothing: dates, places in a document, ages, names.

use super::english::{AGED, MONTHS, NAMES_A_PLACE, TIMES};
use super::numbers::{extend, is_strong};
use super::passage::{Passage, bare};
use std::ops::Range;

/// The years that a bare number of four digits is taken for.
const YEARS: Range<u32> = 1800..2200;

/// The oldest age that `under 5` may be about.
const YOUNG: u32 = 25;

/// Reads the number whose first digit stands at `at`: where to go on, and the number if it counts something.
pub(super) fn read(passage: Passage<'_>, at: usize, is_english: bool) -> (usize, Option<Range<usize>>) {
    let source = passage.source;
    let end = at + numeral_length(&source[at..]);
    let after_run = at + source[at..].bytes().take_while(u8::is_ascii_alphanumeric).count().max(end - at);
    if is_name(&source[passage.block.min(at)..at]) || is_address(passage.run(at)) {
        return (after_run, None);
    }
    let end = range_end(source, end);
    let suffix = letters(&source[end..]);
    if !suffix.is_empty() && !is_unit(suffix) {
        return (end + suffix.len(), None);
    }
    let end = end + suffix.len();
    let start = source[..at].trim_end_matches(['£', '$', '€']).len();
    let text = extend(passage, start..end);
    let number = &source[text.clone()];
    let is_strong = is_strong(number);
    let counts = is_strong || (is_english && !passage.defines && counts(passage, at..end));
    let is_divisor = !number.contains('%') && passage.word_before(start) == "per";
    let is_loose = counts && !is_divisor && !passage.is_quoted(start);
    (text.end, is_loose.then_some(text))
}

/// Digits, with separators between them.
fn numeral_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_part =
        |at: &usize| is_digit(*at) || (matches!(bytes.get(*at), Some(b',' | b'.')) && is_digit(at + 1));
    (0..bytes.len()).take_while(is_part).count()
}

/// The end of a range such as `16-18`, of a school year, a date or a time of day.
fn range_end(source: &str, end: usize) -> usize {
    let mut end = end;
    loop {
        let rest = &source[end..];
        let joined = ["-", "–", "/", ":", "-£", "–£"].iter().find_map(|joint| {
            let number = numeral_length(rest.strip_prefix(joint)?);
            (number > 0).then_some(joint.len() + number)
        });
        match joined {
            Some(length) => end += length,
            None => return end,
        }
    }
}

fn letters(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_alphabetic).count()]
}

/// Letters right behind a number that leave it one. `1st`, `3D` and `10am` are none.
fn is_unit(letters: &str) -> bool {
    matches!(letters, "m" | "bn" | "k" | "tn" | "x" | "pc" | "p" | "million" | "billion")
}

/// Whether what stands before a digit makes it part of a name: `COVID-19`, `§17`, `#3`.
fn is_name(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match letters.next() {
        Some('-' | '–' | '.' | '/' | ':') => letters.next().is_some_and(char::is_alphanumeric),
        Some('_' | '#' | '@' | '§' | '=' | '&') => true,
        Some(letter) => letter.is_alphanumeric(),
        None => false,
    }
}

fn is_address(run: &str) -> bool {
    let run = run.split("](").next().unwrap_or(run);
    ["://", "www.", "@", "\\"].iter().any(|mark| run.contains(mark))
}

/// Whether a number without a sign of its own counts something.
fn counts(passage: Passage<'_>, range: Range<usize>) -> bool {
    let text = &passage.source[range.clone()];
    let after = passage.word_after(range.end);
    let is_one = text == "1";
    let is_scaled = matches!(after.as_str(), "million" | "billion" | "thousand" | "per");
    !(is_one
        || (is_date(text) && !is_scaled)
        || is_numbering(passage, &range)
        || is_place(passage, range.start)
        || is_age(passage, &range)
        || is_time(passage, range.end))
}

/// `2017`, `2010-11`, `2017/18`, `2017-03-31`, `31/03/2017`, `10:30`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '–', '/', ':']).collect();
    let is_plain = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_year = |part: &&str| part.len() == 4 && part.parse().is_ok_and(|year| YEARS.contains(&year));
    is_plain
        && (parts.iter().any(is_year)
            || (text.contains(':') && parts.last().is_some_and(|last| last.len() == 2)))
}

/// The number of a heading: `2.1 Method`, `3) Results`.
fn is_numbering(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let before = &passage.source[passage.block.min(range.start)..range.start];
    let is_first = before.bytes().all(|byte| !byte.is_ascii_alphanumeric());
    let text = &passage.source[range.clone()];
    let mark = passage.source[range.end..].chars().next();
    passage.is_heading && is_first && (text.contains('.') || matches!(mark, Some('.' | ')' | ':')))
}

/// `paragraph 4`, `sections 17 and 47`, `March 31`.
fn is_place(passage: Passage<'_>, at: usize) -> bool {
    for typed in passage.before(at) {
        let word = bare(typed);
        let word = word.as_str();
        if NAMES_A_PLACE.contains(&word)
            || MONTHS.contains(&word)
            || AGED.contains(&word)
            || word.starts_with('§')
        {
            return true;
        }
        let ends = typed.ends_with(['.', ';', ':', '?', '!']);
        let goes_on = matches!(word, "and" | "or" | "to" | "of")
            || word.starts_with(|first: char| first.is_ascii_digit());
        if ends || !goes_on {
            return false;
        }
    }
    false
}

/// `19- to 21-year-olds`, `16 to 18 year olds`, `under 5`: who is counted, not how many.
fn is_age(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let rest = &passage.source[range.end..];
    if rest.starts_with("-year-old")
        || rest.starts_with("- to ")
        || rest.starts_with("- and ")
        || rest.starts_with("- or ")
    {
        return true;
    }
    let years: u32 = passage.source[range.clone()].parse().unwrap_or(u32::MAX);
    let after = passage.word_after(range.end);
    let ends =
        matches!(after.as_str(), "" | "in" | "and" | "or" | "who" | "are" | "were" | "with" | "at" | "on");
    passage.word_before(range.start) == "under" && years <= YOUNG && ends
}

/// `31 March`, `12 months`, `2 or 3 years`, `16 to 18 year olds`.
pub(super) fn is_time(passage: Passage<'_>, end: usize) -> bool {
    let rest = &passage.source[end..];
    if let Some(compound) = rest.strip_prefix('-') {
        return TIMES.contains(&letters(compound));
    }
    if rest.starts_with(['.', ';', ':', ',', ')', '|']) {
        return false;
    }
    for typed in passage.after(end) {
        let word = bare(typed);
        let word = word.split('-').next().unwrap_or("");
        if TIMES.contains(&word) || MONTHS.contains(&word) {
            return true;
        }
        let is_number = word.starts_with(|first: char| first.is_ascii_digit())
            || super::english::look_up(word.as_bytes())
                .is_some_and(|word| word == super::english::Word::Small);
        let goes_on = is_number
            || matches!(
                word,
                "and"
                    | "or"
                    | "to"
                    | "full"
                    | "whole"
                    | "consecutive"
                    | "calendar"
                    | "financial"
                    | "different"
            );
        if !goes_on || typed.ends_with(['.', ',', ';', ':', ')']) {
            return false;
        }
    }
    false
}
