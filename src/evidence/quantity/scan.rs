//! Quantities in a running text: where each stands and what it says.
//!
//! It reads them with the reader that reads a single quantity, so that every printed form is known here that is
//! known there. It deliberately judges nothing. What is part of a year span, a date, a name or a version
//! (`2010-11`, `31 March`, `COVID-19`, `1.2.3`, `21st`) is no quantity.

use super::exponent::RAISED;
use super::range::Range;
use super::{Quantity, amount, number, qualifier, range, rate};
use crate::config::Language;
use crate::evidence::language::{Mode, Plain};
use crate::evidence::period::MONTHS;
use crate::evidence::quantity::Qualifier;
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use crate::span::Span;

/// The longest printed quantity that is looked for, in bytes.
const WINDOW: usize = 160;

/// A quantity in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundQuantity {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
}

/// Every quantity of a text, in order. A range is followed by its two ends.
#[must_use]
pub fn scan(text: &str) -> Vec<FoundQuantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let read = if begins(text, at) { read(text, at) } else { None };
        match read {
            Some((end, quantities)) => {
                let printed = &text[at..end];
                found.extend(quantities.into_iter().map(|quantity| FoundQuantity {
                    span: Span::new(at, end),
                    quantity: Quantity { printed: printed.into(), ..quantity },
                }));
                at = end;
            }
            None => at += next.len_utf8(),
        }
    }
    found
}

/// The same for a text in any language.
#[must_use]
pub fn scan_in(text: &str, language: Language) -> Vec<FoundQuantity> {
    let Some(plain) =
        language.has_own_words().then(|| Plain::of(text, language, Mode::Running).ok()).flatten()
    else {
        return scan(text);
    };
    let found = scan(&plain.text).into_iter().map(|found| {
        let span = plain.place(found.span);
        let printed = text[span.start..span.end].into();
        FoundQuantity { span, quantity: Quantity { printed, ..found.quantity } }
    });
    found.collect()
}

/// Whether a quantity can begin here: not inside a word, and not behind what joins it to one.
fn begins(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(joint) if is_joint(joint) => !before.next().is_some_and(char::is_alphanumeric),
        Some(letter) => !letter.is_alphanumeric(),
        None => true,
    }
}

fn is_joint(letter: char) -> bool {
    number::is_raised_point(letter)
        || matches!(letter, '.' | ',' | '/' | ':' | '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' | '’' | '\'')
}

/// The quantities that begin here, and where their text ends.
fn read(text: &str, at: usize) -> Option<(usize, Vec<Quantity>)> {
    let window = Span::new(at, at + WINDOW).clamped(text);
    let window = &text[window.start..window.end];
    if window.starts_with(char::is_whitespace) {
        return None;
    }
    let mut reader = Reader::new(window);
    if window.starts_with(['[', '(']) {
        let range = range::bracketed(&mut reader)?;
        return Some((at + reader.taken().len(), told(&range, Qualifier::Plain)?));
    }
    let before = qualifier::read(&mut reader);
    let (reader, quantities) = range_at(before, reader).or_else(|| single_at(before, reader))?;
    let end = at + reader.taken().len();
    is_whole(unmarked(&text[end..], &text[at..end]), &quantities).then_some((end, quantities))
}

/// A range that begins here.
fn range_at(before: Qualifier, mut reader: Reader<'_>) -> Option<(Reader<'_>, Vec<Quantity>)> {
    let between = reader.eat_word("between") || reader.eat_word("from");
    let first = amount::read(&mut reader).ok()??;
    let range = range::read(first, between, &mut reader, "").ok()??;
    Some((reader, told(&range, before)?))
}

/// A range, and its ends as quantities of their own.
fn told(range: &Range, before: Qualifier) -> Option<Vec<Quantity>> {
    let whole = Quantity::of_range("", range, before).ok()?;
    let ends = range.amounts().map(|end| Quantity::of_amount("", &end, before).ok());
    Some([Some(whole)].into_iter().chain(ends).flatten().collect())
}

fn single_at(before: Qualifier, mut reader: Reader<'_>) -> Option<(Reader<'_>, Vec<Quantity>)> {
    let mut amount = amount::read(&mut reader).ok()??;
    if amount.unit.is_none() {
        amount.unit = rate::read(&mut reader).map(|(_, base)| base);
    }
    let qualifier = match before {
        Qualifier::Plain => qualifier::read_after(&mut reader).unwrap_or(before),
        _ => before,
    };
    let quantity = Quantity::of_amount("", &amount, qualifier).ok()?;
    Some((reader, vec![quantity]))
}

/// Without the raised mark of a note right behind a number: `112¹`. Few digits with a mark may be a power.
fn unmarked<'t>(rest: &'t str, printed: &str) -> &'t str {
    let behind = rest.trim_start_matches(RAISED);
    let is_long = printed.bytes().filter(u8::is_ascii_digit).count() > 2
        || printed.ends_with(|last: char| !last.is_ascii_digit());
    if is_long || rest.len() - behind.len() == '¹'.len_utf8() && rest.starts_with('¹') {
        behind
    } else {
        rest
    }
}

/// Whether a quantity ends before `rest`: not inside a word, a span of years or a date.
fn is_whole(rest: &str, quantities: &[Quantity]) -> bool {
    let mut after = rest.chars();
    let next = after.next();
    let joined = next.is_some_and(is_joint) && after.next().is_some_and(|letter| letter.is_ascii_digit());
    let bare = quantities.iter().all(|quantity| quantity.unit == Unit::Count);
    let reader = Reader::new(rest);
    let is_day = bare && rest.starts_with(' ') && MONTHS.contains(&reader.next_word());
    !(next.is_some_and(char::is_alphanumeric) || joined && bare || is_day)
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn printed(text: &str) -> Vec<String> {
        scan(text)
            .into_iter()
            .map(|found| format!("{} {}", found.quantity.canonical(), found.quantity.unit))
            .collect()
    }

    #[test]
    fn quantities_are_found_in_prose() {
        for (text, expected) in [
            ("an overspend of £872m from a budget of £8bn.", vec!["872000000 GBP", "8000000000 GBP"]),
            (
                "up a mere 3%, from 835,470 to 860,530.”",
                vec!["3 percent", "835470..860530 count", "835470 count", "860530 count"],
            ),
            ("A fifth (up from 40 per cent in 2015/16) of all", vec!["20 percent", "40 percent"]),
            ("between 2010-11 and 2017-18; on 31 March; COVID-19; the 21st; v1.2.3", vec![]),
            ("just 22 per 10,000 in one", vec!["22 per 10000", "1 count"]),
            ("budgeted £4.2\nbillion (79%)", vec!["4200000000 GBP", "79 percent"]),
            ("‘almost triple’ in care", vec!["3 times"]),
            ("fell from 15% to 10%", vec!["15 percent", "10 percent"]),
            (
                "HR 0·64 (95% CI 0·51–0·80)",
                vec!["0.64 count", "95 percent", "0.51..0.8 count", "0.51 count", "0.8 count"],
            ),
            (
                "was 0.64 [0.51; 0.80], n = [12, 14]",
                vec!["0.64 count", "0.51..0.8 count", "0.51 count", "0.8 count", "12 count", "14 count"],
            ),
            ("6.1 falls per 1,000 bed days, 4.7/1,000", vec!["6.1 per 1000", "4.7 per 1000"]),
            ("22 children in every 10,000; 3.9 for every 1,000", vec!["22 per 10000", "3.9 per 1000"]),
            ("One renter in four spent more; 46 of every 100", vec!["25 percent", "46 percent"]),
            ("5 schools in 20 areas; 12 in 2016", vec!["5 count", "20 count", "12 count", "2016 count"]),
            ("112¹ of 12'000 homes, 10² and 64%²", vec!["112 count", "12000 count", "64 percent"]),
            ("a childhood, some children, over them", vec![]),
        ] {
            assert_eq!(printed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_qualifier_belongs_to_its_number() {
        let found = scan("risen by over 29% since");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].quantity.printed(), "over 29%");
    }
}
