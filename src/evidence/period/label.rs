//! Periods written for people and for machines.
//!
//! It deliberately holds no language but the English default: every word comes
//! from `PeriodWords`, in the order day, month, year.

use super::date::{self, Date, Part, YearKind};
use super::{PeriodShape, Span};

/// The words of a period label in one language. An empty word is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodWords {
    /// The names of the months, January first.
    pub months: [String; 12],
    /// Between the ends of a span or change.
    pub to: String,
    /// Before the end of a period without a start.
    pub until: String,
    /// Before the start of a period without an end.
    pub since: String,
    /// Before a point in time.
    pub at: String,
}

/// The months of the year in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl PeriodWords {
    /// The English words: `2010–11 to 2017–18`, `to December 2017`, `since 2010`,
    /// `at 31 March 2017`.
    #[must_use]
    pub fn english() -> PeriodWords {
        PeriodWords {
            months: MONTHS.map(str::to_owned),
            to: "to".to_owned(),
            until: "to".to_owned(),
            since: "since".to_owned(),
            at: "at".to_owned(),
        }
    }

    fn month(&self, month: u8) -> &str {
        let index = usize::from(month).saturating_sub(1);
        self.months.get(index).map_or("", String::as_str)
    }
}

/// The label of a shape.
pub(super) fn of_shape(shape: &PeriodShape, words: &PeriodWords) -> String {
    let mut text = String::with_capacity("30 September 2010 to 30 September 2017".len());
    match *shape {
        PeriodShape::At(point) => {
            push_word(&words.at, &mut text);
            push_part(point, words, &mut text);
        }
        PeriodShape::Span(Span { first, last }) if first == last => push_part(first, words, &mut text),
        PeriodShape::Span(Span { first: from, last: to }) | PeriodShape::Change { from, to } => {
            push_part(from, words, &mut text);
            push_word(&words.to, &mut text);
            push_part(to, words, &mut text);
        }
        PeriodShape::Open { from, to } => {
            for (word, part) in [(&words.since, from), (&words.until, to)] {
                if let Some(part) = part {
                    push_word(word, &mut text);
                    push_part(part, words, &mut text);
                }
            }
        }
    }
    text
}

/// A point at its own precision: `2017-03-31`, `2017-03`, `2017`; a pair of years
/// as an interval.
pub(super) fn push_iso_point(part: Part, kind: YearKind, text: &mut String) {
    match part {
        Part::Year(year) => date::push_year(year, text),
        Part::Month { year, month } => {
            date::push_year(year, text);
            text.push('-');
            date::push_two_digits(month, text);
        }
        Part::Day { .. } | Part::YearPair(_) => push_iso_span(part, part, kind, text),
    }
}

/// First and last day, joined by a solidus; a single day once.
pub(super) fn push_iso_span(first: Part, last: Part, kind: YearKind, text: &mut String) {
    let (start, end) = (first.start(kind), last.end(kind));
    date::push_iso(start, text);
    if start != end {
        text.push('/');
        date::push_iso(end, text);
    }
}

/// An end that may be open.
pub(super) fn push_iso_end(date: Option<Date>, text: &mut String) {
    match date {
        Some(date) => date::push_iso(date, text),
        None => text.push_str(".."),
    }
}

/// Years have four digits, so they are the same here as in data files.
fn push_part(part: Part, words: &PeriodWords, text: &mut String) {
    match part {
        Part::Year(year) => {
            push_gap(text);
            date::push_year(year, text);
        }
        Part::YearPair(year) => {
            push_gap(text);
            date::push_year(year, text);
            text.push('–');
            match u8::try_from((year + 1).rem_euclid(100)) {
                Ok(next @ 1..) => date::push_two_digits(next, text),
                Ok(0) | Err(_) => date::push_year(year + 1, text),
            }
        }
        Part::Month { year, month } => {
            push_word(words.month(month), text);
            push_part(Part::Year(year), words, text);
        }
        Part::Day { year, month, day } => {
            push_word(&day.to_string(), text);
            push_part(Part::Month { year, month }, words, text);
        }
    }
}

/// A word, if it is not empty.
fn push_word(word: &str, text: &mut String) {
    if !word.is_empty() {
        push_gap(text);
        text.push_str(word);
    }
}

/// The space between two words.
fn push_gap(text: &mut String) {
    if !text.is_empty() {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::PeriodWords;
    use crate::evidence::period::Period;

    #[test]
    fn words_are_the_callers() {
        let words = PeriodWords {
            to: "bis".to_owned(),
            until: "bis".to_owned(),
            since: "seit".to_owned(),
            at: String::new(),
            ..PeriodWords::english()
        };
        for (text, label) in [
            ("2010..2017", "2010 bis 2017"),
            ("until 2017", "bis 2017"),
            ("from 2010-11", "seit 2010–11"),
            ("at 2017-03-31", "31 March 2017"),
        ] {
            assert_eq!(Period::parse(text).expect(text).label(&words), label);
        }
    }
}
