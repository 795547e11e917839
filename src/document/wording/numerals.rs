//! Numbers in digits: where they end, and what stands with them. What counts nothing is told by `uncounted.rs`.

use super::numbers::{extend, is_strong};
use super::passage::Passage;
use super::uncounted::{counts, is_convention, is_name, is_reference, letters};
use std::ops::Range;

/// Fractions that are one letter.
pub(super) const FRACTIONS: [char; 18] =
    ['¼', '½', '¾', '⅐', '⅑', '⅒', '⅓', '⅔', '⅕', '⅖', '⅗', '⅘', '⅙', '⅚', '⅛', '⅜', '⅝', '⅞'];

/// Reads the number whose first digit stands at `at`: where to go on, and the number if it counts something.
pub(super) fn read(passage: Passage<'_>, at: usize, is_english: bool) -> (usize, Option<Range<usize>>) {
    let source = passage.source;
    let end = at + numeral_length(&source[at..]);
    let after_run = at + source[at..].bytes().take_while(u8::is_ascii_alphanumeric).count().max(end - at);
    if is_name(&source[passage.block.min(at)..at], &source[end..]) || is_address(passage.run(at)) {
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
    let is_share = [" in ", " out of "].iter().any(|joint| number.contains(joint));
    // A definition counts nothing, unless something was measured: `after 14.9 weeks`.
    let is_told = !passage.defines || number.contains('.');
    let counts = is_strong(number) || (is_english && is_told && (is_share || counts(passage, at..end)));
    let is_divisor = !number.contains('%') && matches!(passage.word_before(start).as_str(), "per" | "every")
        || source[..start].ends_with('/') && is_round(number);
    let is_let_pass =
        is_divisor || is_reference(passage, at..end) || is_english && is_convention(passage, start, at..end);
    let is_loose = counts && !is_let_pass && !passage.is_quoted(start);
    (text.end, is_loose.then_some(text))
}

/// A thousand, ten thousand and so on, which rates are told of.
fn is_round(number: &str) -> bool {
    let digits = number.replace(',', "");
    digits.len() > 3 && digits.trim_end_matches('0') == "1"
}

/// Digits, with separators between them.
fn numeral_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_raised_point = |at: usize| bytes[at..].starts_with("·".as_bytes()) && is_digit(at + "·".len());
    let is_part = |at: &usize| match bytes[*at] {
        b',' | b'.' => is_digit(at + 1),
        byte if byte.is_ascii() => byte.is_ascii_digit(),
        _ => is_raised_point(*at) || *at > 0 && is_raised_point(at - 1),
    };
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

/// Letters right behind a number that leave it one. `1st`, `3D` and `10am` are none.
fn is_unit(letters: &str) -> bool {
    const SCALES: [&str; 9] = ["m", "mn", "bn", "b", "k", "tn", "pc", "million", "billion"];
    const UNITS: [&str; 27] = [
        "x", "p", "pp", "ppt", "pts", "bps", "km", "cm", "mm", "kg", "g", "mg", "t", "kt", "Mt", "ha", "ml",
        "l", "W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh",
    ];
    SCALES.iter().any(|scale| scale.eq_ignore_ascii_case(letters)) || UNITS.contains(&letters)
}

/// Whether a run of characters is an address or a path.
fn is_address(run: &str) -> bool {
    let run = run.split("](").next().unwrap_or(run);
    let is_path =
        || run.split('\\').skip(1).any(|part| part.starts_with(|next: char| next.is_alphanumeric()));
    ["://", "www.", "@"].iter().any(|mark| run.contains(mark)) || is_path()
}
