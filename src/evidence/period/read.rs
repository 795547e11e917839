//! Reading reporting periods.
//!
//! One rule settles `YYYY-NN`: when `NN` is the year after, it is one year's span,
//! otherwise a month. It deliberately reads no month names and no quarters.

use super::date::{Part, YearKind, days_in_month};
use super::{PeriodError, PeriodShape, Span};
use crate::evidence::reader::Reader;

/// The shape of a trimmed text.
///
/// # Errors
/// As `Period::parse`.
pub(super) fn shape(text: &str) -> Result<PeriodShape, PeriodError> {
    if text.is_empty() {
        return Err(PeriodError::Empty);
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return two_ended(text);
    }
    let mut reader = Reader::new(text);
    let rest = |reader: &Reader<'_>| part(reader.rest().trim());
    if reader.eat_word("at") {
        return rest(&reader).map(PeriodShape::At);
    }
    if reader.eat_word("to") || reader.eat_word("until") {
        let to = Some(rest(&reader)?);
        return Ok(PeriodShape::Open { from: None, to });
    }
    let from = reader.eat_word("from");
    if from && split_to(reader.rest()).is_some() {
        return two_ended(reader.rest().trim());
    }
    if from || reader.eat_word("since") {
        let from = Some(rest(&reader)?);
        return Ok(PeriodShape::Open { from, to: None });
    }
    Err(PeriodError::NotADate(text.to_owned()))
}

/// `A..B`, `A to B` or `A`, which is what most texts are.
fn two_ended(text: &str) -> Result<PeriodShape, PeriodError> {
    let only = part(text).map(|only| PeriodShape::Span(Span { first: only, last: only }));
    if only.is_ok() {
        return only;
    }
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (part(from.trim())?, part(to.trim())?);
        return change(from, to, text);
    }
    let Some((first, last)) = split_to(text) else { return only };
    let (first, last) = (part(first)?, part(last)?);
    check_order(first, last, text)?;
    Ok(PeriodShape::Span(Span { first, last }))
}

fn change(from: Part, to: Part, text: &str) -> Result<PeriodShape, PeriodError> {
    if !from.is_like(to) {
        return Err(PeriodError::Unlike(text.to_owned()));
    }
    if from == to {
        return Err(PeriodError::NoChange(text.to_owned()));
    }
    check_order(from, to, text)?;
    Ok(PeriodShape::Change { from, to })
}

/// Refuses a last part that starts or ends before the first one does.
fn check_order(first: Part, last: Part, text: &str) -> Result<(), PeriodError> {
    let kind = YearKind::Calendar;
    if last.start(kind) < first.start(kind) || last.end(kind) < first.end(kind) {
        return Err(PeriodError::Backwards(text.to_owned()));
    }
    Ok(())
}

/// The two texts around the word `to`.
fn split_to(text: &str) -> Option<(&str, &str)> {
    let mut rest = Reader::new(text);
    while let Some(next) = rest.peek() {
        if rest.skip_space() {
            let first = rest.taken().trim();
            if rest.eat_word("to") && rest.skip_space() {
                return Some((first, rest.rest().trim()));
            }
        } else {
            rest.advance(next.len_utf8());
        }
    }
    None
}

/// A year, a pair of years, a month or a day.
fn part(text: &str) -> Result<Part, PeriodError> {
    let bad = || PeriodError::NotADate(text.to_owned());
    let year = text.get(..4).and_then(number).ok_or_else(bad)?;
    if year < 1000 {
        return Err(bad());
    }
    let tail = &text[4..];
    let Some(separator) = tail.chars().next() else {
        return Ok(Part::Year(year));
    };
    let tail = &tail[separator.len_utf8()..];
    match separator {
        '-' if tail.starts_with(['M', 'm']) => {
            let digits = tail.get(1..).filter(|digits| digits.len() <= 2);
            month(year, digits.and_then(number).ok_or_else(bad)?, text)
        }
        '-' if tail.len() == 5 => day(year, tail, text),
        '-' | '/' | '\u{2013}' => pair_or_month(year, separator, tail, text),
        _ => Err(bad()),
    }
}

/// `11`, `2011` or `12` after `2010` and a separator.
fn pair_or_month(year: i32, separator: char, tail: &str, text: &str) -> Result<Part, PeriodError> {
    let next = year + 1;
    let value = number(tail).ok_or_else(|| PeriodError::NotADate(text.to_owned()))?;
    match tail.len() {
        2 if value == next % 100 => Ok(Part::YearPair(year)),
        4 if value == next => Ok(Part::YearPair(year)),
        2 if separator == '-' => month(year, value, text),
        2 | 4 => Err(PeriodError::NotConsecutive(text.to_owned())),
        _ => Err(PeriodError::NotADate(text.to_owned())),
    }
}

/// `04-30` after a year.
fn day(year: i32, tail: &str, text: &str) -> Result<Part, PeriodError> {
    let bad = || PeriodError::NotADate(text.to_owned());
    let (month_text, day_text) = tail.split_once('-').ok_or_else(bad)?;
    if month_text.len() != 2 || day_text.len() != 2 {
        return Err(bad());
    }
    let found = month(year, number(month_text).ok_or_else(bad)?, text)?;
    let Part::Month { month, .. } = found else {
        return Err(bad());
    };
    let last = days_in_month(year, month);
    let day = u8::try_from(number(day_text).ok_or_else(bad)?).map_err(|_| bad())?;
    if !(1..=last).contains(&day) {
        return Err(PeriodError::DayOutOfRange(text.to_owned(), last));
    }
    Ok(Part::Day { year, month, day })
}

fn month(year: i32, value: i32, text: &str) -> Result<Part, PeriodError> {
    let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
    let month = month.ok_or_else(|| PeriodError::MonthOutOfRange(text.to_owned()))?;
    Ok(Part::Month { year, month })
}

/// Up to four ASCII digits as a number.
fn number(text: &str) -> Option<i32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::{Part, PeriodError as E, part, shape};

    #[test]
    fn parts() {
        for (text, expected) in [
            ("2017", Part::Year(2017)),
            ("2010-11", Part::YearPair(2010)),
            ("2011-12", Part::YearPair(2011)),
            ("1999-00", Part::YearPair(1999)),
            ("2010/2011", Part::YearPair(2010)),
            ("2017-12", Part::Month { year: 2017, month: 12 }),
            ("2019-01", Part::Month { year: 2019, month: 1 }),
            ("2010-M11", Part::Month { year: 2010, month: 11 }),
            ("2016-02-29", Part::Day { year: 2016, month: 2, day: 29 }),
        ] {
            assert_eq!(part(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refused_texts() {
        for text in ["17", "2017-1", "0999", "201७", "2017-éé", "2017-M", "spring", "2017-1-31", "2017 "]
        {
            assert_eq!(part(text), Err(E::NotADate(text.to_owned())), "{text}");
        }
        let bad = |text: &str| shape(text).expect_err(text);
        let s = str::to_owned;
        assert_eq!(bad("2010-13"), E::MonthOutOfRange(s("2010-13")));
        assert_eq!(bad("2010-M13"), E::MonthOutOfRange(s("2010-M13")));
        assert_eq!(bad("2017-02-29"), E::DayOutOfRange(s("2017-02-29"), 28));
        assert_eq!(bad("2010/12"), E::NotConsecutive(s("2010/12")));
        assert_eq!(bad("2010-2017"), E::NotConsecutive(s("2010-2017")));
        assert_eq!(bad("2017 to 2010"), E::Backwards(s("2017 to 2010")));
        assert_eq!(bad("2017-18..2010-11"), E::Backwards(s("2017-18..2010-11")));
        assert_eq!(bad("2017..2017-18"), E::Unlike(s("2017..2017-18")));
        assert_eq!(bad("2017..2017"), E::NoChange(s("2017..2017")));
        assert_eq!(bad("at 2010 to 2011"), E::NotADate(s("2010 to 2011")));
        assert_eq!(bad("2010...2017"), E::NotADate(s(".2017")));
    }
}
