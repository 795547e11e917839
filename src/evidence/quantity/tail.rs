//! What may follow a number: a noun or a unit, what it is of, and what it is per.
//!
//! `20 miles`, `152 local authorities`, `9.4 µg/m3`, `12.5% of pupils`, `£504 per week`, `2.4 residents per household`.
//! There is no dictionary of nouns. Words that show that the text goes on (`in`, `rose`) and number words are refused, and so is
//! what looks like a unit, a scale or a currency and is none that is known: taking it for a noun would lose it.

use super::{QuantityError, rate, scale, symbol};
use crate::evidence::currency::{CENTS, Currency};
use crate::evidence::number_words;
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// The most words a noun may have.
pub(super) const MOST_WORDS: usize = 5;

/// The most words of what a share is of.
const MOST_OF: usize = 6;

/// Words that are no part of a noun after a number.
#[rustfmt::skip]
const REFUSED: [&str; 86] = [
    "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "by", "to", "from",
    "for", "with", "than", "as", "into", "per", "more", "less", "fewer", "over", "under",
    "above", "below", "between", "since", "until", "during", "before", "after", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "rose", "fell", "rise", "fall",
    "increase", "increased", "decrease", "decreased", "drop", "dropped", "growth", "decline",
    "declined", "reduction", "change", "higher", "lower", "up", "down", "that", "half", "third",
    "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
    "trillion", "trillions", "dozen", "dozens", "percentage", "percentages", "x",
];

/// What a number can be per, behind `a`, `each` or `every`.
#[rustfmt::skip]
const EACH: [&str; 40] = [
    "second", "minute", "hour", "day", "night", "week", "weekday", "fortnight", "month", "quarter", "term", "year", "decade", "time", "household", "head",
    "person", "adult", "child", "pupil", "student", "patient", "family", "home", "dwelling", "unit", "mile", "kilometre", "metre", "litre", "pint", "tonne",
    "barrel", "kilo", "visit", "session", "place", "case", "employee", "worker",
];

/// What follows a number.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    /// The words.
    pub noun: Option<String>,
    /// The unit that they make of a bare number.
    pub unit: Option<Unit>,
}

/// Reads what stands between the number and the end or a marker. `unit` is that of the number, and a plural magnitude has
/// its noun behind `of`.
///
/// # Errors
/// `TwoNumbers` when what follows holds a number, `Trailing` when it is no noun, `Unknown` and `Either` for what would be
/// lost as one.
pub(super) fn read(reader: &mut Reader, unit: Option<Unit>, after_of: bool) -> Result<Tail, QuantityError> {
    let taken = reader.taken();
    let spaced = reader.skip_space();
    let rest = reader.rest();
    let end = rest.find('[').unwrap_or(rest.len());
    let typed = rest[..end].trim_end();
    if typed.is_empty() {
        return Ok(Tail::default());
    }
    let typed = if after_of { after(typed) } else { typed };
    check(typed, taken)?;
    let first = typed.split_whitespace().next().unwrap_or_default();
    let is_half = unit == Some(Unit::Percent) && is_worded_share(taken) && matches!(first, "a" | "an");
    let is_other_money = COUNTRIES.contains(&first) || Currency::from_code(first).is_some();
    if is_half || is_other_money && matches!(unit, Some(Unit::Money(_))) {
        return Err(QuantityError::Trailing(typed.to_owned()));
    }
    let (length, base) = measured(typed, unit, spaced);
    if length < typed.len() {
        return Err(match holds_number(&typed[length..]) {
            true => QuantityError::TwoNumbers(typed.to_owned()),
            false => QuantityError::Trailing(typed.to_owned()),
        });
    }
    reader.advance(end);
    Ok(Tail { noun: Some(typed.to_owned()), unit: base })
}

/// How much of a text is what may follow a number, and the base of a rate.
fn measured(text: &str, unit: Option<Unit>, spaced: bool) -> (usize, Option<Unit>) {
    if unit.is_none() && spaced {
        let mut ahead = Reader::new(text);
        if let Some((_, base)) = rate::read(&mut ahead) {
            let length = ahead.taken().len();
            return (length + words(&text[length..], MOST_WORDS), Some(base));
        }
    }
    let mut length = match symbol::read(text).filter(|_| unit.is_none()) {
        Some(length) => length,
        None if spaced && score(text) => text.len(),
        None if spaced => words(text, MOST_WORDS),
        None => 0,
    };
    if symbol::read(text) == Some(length) {
        length += words(&text[length..], MOST_WORDS);
    }
    let is_unit = length > 0 && (symbol::read(text).is_some() || super::measure::is_unit(text));
    if is_unit || length == 0 && matches!(unit, Some(Unit::Percent)) {
        length += of(&text[length..]);
    }
    if unit == Some(Unit::Times) && length == 0 {
        length += comparison(text);
    }
    if spaced || length > 0 || text.starts_with('/') {
        length += per(&text[length..]);
        length += per(&text[length..]);
    }
    (length, None)
}

/// `out of 10` behind a score with decimals.
fn score(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.eat_phrase("out of") && {
        let scale = reader.rest().trim();
        !scale.is_empty() && scale.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The length of the words of a noun, with the space before them.
fn words(text: &str, most: usize) -> usize {
    let mut end = 0;
    for _ in 0..most {
        let start = end + text[end..].len() - text[end..].trim_start().len();
        let is_end = |letter: char| letter.is_whitespace() || letter == '/';
        let word = &text[start..start + text[start..].find(is_end).unwrap_or(text.len() - start)];
        let is_joint = end > 0 && word == "and" && words(&text[start + word.len()..], 1) > 0;
        if !is_joint && (word.is_empty() || !is_noun(word)) {
            break;
        }
        end = start + word.len();
    }
    end
}

/// `of pupils`, `of oil equivalent`, `of all pupils in England`.
fn of(text: &str) -> usize {
    let mut reader = Reader::new(text);
    if !reader.eat_word("of") {
        return 0;
    }
    let start = reader.taken().len();
    let (mut at, mut end) = (start, start);
    for word in text[start..].split_whitespace().take(MOST_OF) {
        let is_joint = ["the", "their", "its", "in", "and", "of", "with", "under", "over"].contains(&word);
        let is_whole = ["all", "those"].contains(&word) || is_noun(word);
        if !(is_joint || is_whole) {
            break;
        }
        at = text[at..].find(word).map_or(at, |place| at + place + word.len());
        end = if is_whole { at } else { end };
    }
    if end > start { end } else { 0 }
}

/// `as likely`, `as many as before`.
fn comparison(text: &str) -> usize {
    let mut reader = Reader::new(text);
    if !reader.eat_word("as") {
        return 0;
    }
    let start = reader.taken().len();
    let is_word =
        |word: &&str| word.chars().all(char::is_alphabetic) && !matches!(*word, "rose" | "fell" | "in");
    let mut end = start;
    for word in text[start..].split_whitespace().take(MOST_OF).take_while(is_word) {
        end = text[end..].find(word).map_or(end, |at| end + at + word.len());
    }
    if end > start { end } else { 0 }
}

/// `per week`, `a year`, `per annum`, `/kWh`.
fn per(text: &str) -> usize {
    let mut reader = Reader::new(text);
    // `a quarter of a per cent` is no share of a thing.
    if reader.eat_phrase("per cent") {
        return 0;
    }
    if reader.eat('/') || reader.eat_word("per") {
        let start = reader.taken().len();
        let symbol = symbol::read(reader.rest().trim_start());
        let space = reader.rest().len() - reader.rest().trim_start().len();
        let mut each = reader;
        if EACH.iter().any(|word| each.eat_word(word))
            && (each.is_done() || each.rest().starts_with([' ', '/']))
        {
            return each.taken().len();
        }
        let length = symbol.map_or_else(|| words(reader.rest(), 3), |length| space + length);
        return if length > 0 { start + length } else { 0 };
    }
    if let Some(length) = shortened(text) {
        return length;
    }
    let is_each = ["a", "an", "each", "every"].iter().any(|word| reader.eat_word(word));
    let is_known = is_each && EACH.iter().any(|word| reader.eat_word(word));
    if is_known { reader.taken().len() } else { 0 }
}

/// `pa`, `p.a.`, `pcm`: short forms of what money is paid per.
fn shortened(text: &str) -> Option<usize> {
    let typed = text.trim_start();
    let end = typed.find(char::is_whitespace).unwrap_or(typed.len());
    super::measure::shortened(&typed[..end]).map(|_| text.len() - typed.len() + end)
}

/// Countries whose money has a sign or name of another's.
#[rustfmt::skip]
const COUNTRIES: [&str; 12] = [
    "Canadian", "Australian", "Irish", "Hong", "Singapore", "Singaporean", "Taiwan", "Jamaican", "Egyptian", "Turkish", "Mexican", "Zealand",
];

/// Whether a number ends in a word that is no unit of shares: `half an hour` is half of it, not so much an hour.
fn is_worded_share(number: &str) -> bool {
    let word = number.trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    !matches!(word, "" | "cent" | "percent" | "pc" | "pct")
}

/// Refuses what would be lost as a noun. `number` is what stands before it.
fn check(text: &str, number: &str) -> Result<(), QuantityError> {
    let word = text.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
    if CENTS.contains(&word) {
        return Err(QuantityError::Either([number, text].join(" "), hundredths(number)));
    }
    if let Some(codes) = Currency::shared(word) {
        let at = number.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
        let ways = codes.map(|code| format!("{}{code} {}", &number[..at], number[at..].trim_end()));
        return Err(QuantityError::Either([number, text].join(" "), ways));
    }
    let is_unknown = scale::UNKNOWN.iter().any(|known| word.eq_ignore_ascii_case(known))
        || is_abbreviation(word) && symbol::read(text).is_none() && super::measure::shortened(word).is_none();
    if is_unknown { Err(QuantityError::Unknown(word.to_owned())) } else { Ok(()) }
}

/// So many cents of euros and of dollars.
fn hundredths(number: &str) -> [String; 2] {
    let digits: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let whole = digits.parse::<Decimal>().unwrap_or_default();
    let part = whole.checked_mul(Decimal::new(1, 2)).unwrap_or_default();
    ["€", "$"].map(|sign| format!("{sign}{part}"))
}

/// Whether a word has no vowel, and so is an abbreviation.
fn is_abbreviation(word: &str) -> bool {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    (1..=4).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !word.contains(is_vowel)
}

/// The text after a leading `of`.
fn after(noun: &str) -> &str {
    let mut reader = Reader::new(noun);
    reader.eat_word("of");
    reader.rest().trim_start()
}

fn holds_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        || text.split_whitespace().any(|word| {
            let mut reader = Reader::new(word);
            number_words::cardinal(&mut reader).is_some() && reader.is_done()
        })
}

/// Whether every word of a text can be part of a noun.
pub(super) fn is_noun(text: &str) -> bool {
    let written = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            let refused = REFUSED.iter().any(|refused| word.eq_ignore_ascii_case(refused));
            let is_word = word.chars().all(written) && word.starts_with(char::is_alphabetic);
            !refused
                && !word.starts_with("percent")
                && (is_word && !is_abbreviation(word) && !is_number_word(word) || symbol::is_one(word))
        })
}

fn is_number_word(word: &str) -> bool {
    let mut reader = Reader::new(word);
    number_words::cardinal(&mut reader).is_some() && reader.is_done()
}

#[cfg(test)]
mod tests {
    use super::{Tail, read};
    use crate::evidence::quantity::QuantityError as E;
    use crate::evidence::reader::Reader;
    use crate::evidence::unit::Unit;

    fn noun(text: &str, unit: Option<Unit>) -> Result<Tail, E> {
        read(&mut Reader::new(text), unit, false)
    }

    #[test]
    fn nouns_and_units() {
        let (percent, money) = (Some(Unit::Percent), Some(Unit::Money(crate::evidence::unit::Currency::Gbp)));
        for (text, unit) in [
            (" miles", None),
            (" looked-after children", None),
            (" children’s homes", None),
            ("km", None),
            (" kg CO₂e", None),
            ("°C", None),
            (" residents per household", None),
            (" hours a week", None),
            (" tonnes of oil equivalent", None),
            (" of pupils", percent),
            (" per annum", percent),
            (" per week", money),
            ("/kWh", money),
            (" as likely", Some(Unit::Times)),
        ] {
            let wanted = Tail { noun: Some(text.trim().to_owned()), unit: None };
            assert_eq!(noun(text, unit), Ok(wanted), "{text}");
        }
        assert_eq!(noun("", None), Ok(Tail::default()));
        let of = read(&mut Reader::new(" of children"), None, true);
        assert_eq!(of.map(|tail| tail.noun), Ok(Some("children".to_owned())));
        let rate =
            noun(" deaths per 1,000 live births", None).map(|tail| tail.unit.map(|unit| unit.to_string()));
        assert_eq!(rate, Ok(Some("per 1000".to_owned())));
    }

    #[test]
    fn what_is_no_noun() {
        let bad = |text: &str| noun(text, None).expect_err(text);
        assert_eq!(bad(" of children"), E::Trailing("of children".to_owned()));
        assert_eq!(bad("children"), E::Trailing("children".to_owned()));
        assert_eq!(bad(" increase"), E::Trailing("increase".to_owned()));
        let mut half = Reader::new("half an hour");
        half.advance("half".len());
        assert!(read(&mut half, Some(Unit::Percent), false).is_err());
        assert!(read(&mut Reader::new(" of a per cent"), Some(Unit::Percent), false).is_err());
        assert_eq!(bad(" in 2017"), E::TwoNumbers("in 2017".to_owned()));
        assert_eq!(bad(" thirty"), E::TwoNumbers("thirty".to_owned()));
        assert!(matches!(bad(" a very long noun phrase indeed"), E::Trailing(_)));
        for text in [" mld", " tsd", " zbs"] {
            assert!(matches!(bad(text), E::Unknown(_)), "{text}");
        }
        assert!(matches!(bad(" rupees"), E::Either(..)));
    }
}
