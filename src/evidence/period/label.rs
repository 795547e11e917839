//! Periods written for people and for machines.
//!
//! It deliberately holds no language but the English default: every word comes
//! from `PeriodWords`, in the order day, month, year.

use super::date;
use super::english::MONTHS;
use super::part::{CalendarPart, Year, YearName, YearSection};
use super::{PeriodShape, TimeSpan};

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
    /// Before the number of a week.
    pub week: String,
    /// Before a financial year.
    pub financial: String,
    /// Before an academic year.
    pub academic: String,
    /// Before a tax year.
    pub tax: String,
}

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
            week: "week".to_owned(),
            financial: "financial year".to_owned(),
            academic: "academic year".to_owned(),
            tax: "tax year".to_owned(),
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
        PeriodShape::Span(span) => push_span(span, words, &mut text),
        PeriodShape::Change { from, to } => {
            push_span(from, words, &mut text);
            push_word(between(from, to, words), &mut text);
            push_span(to, words, &mut text);
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

/// What joins the ends of a change: a word between single parts, an arrow between stretches that have such a word.
fn between(from: TimeSpan, to: TimeSpan, words: &PeriodWords) -> &str {
    if from.first == from.last && to.first == to.last { &words.to } else { "→" }
}

/// A stretch by its two ends, or by the one part that it is.
fn push_span(TimeSpan { first, last }: TimeSpan, words: &PeriodWords, text: &mut String) {
    push_part(first, words, text);
    if first != last {
        push_word(&words.to, text);
        push_part(last, words, text);
    }
}

fn push_part(part: CalendarPart, words: &PeriodWords, text: &mut String) {
    match part {
        CalendarPart::Year { first, name } => push_year(Year { first, name }, words, text),
        CalendarPart::Section { first, name, section } => {
            let (letter, number) = match section {
                YearSection::Half(number) => ('H', number),
                YearSection::Quarter(number) => ('Q', number),
            };
            push_word(&format!("{letter}{number}"), text);
            push_year(Year { first, name }, words, text);
        }
        CalendarPart::Month { year, month } => {
            push_word(words.month(month), text);
            push_year(Year::single(year), words, text);
        }
        CalendarPart::Week { year, week } => {
            push_word(&words.week, text);
            push_word(&week.to_string(), text);
            push_year(Year::single(year), words, text);
        }
        CalendarPart::Day { year, month, day } => {
            push_word(&day.to_string(), text);
            push_part(CalendarPart::Month { year, month }, words, text);
        }
    }
}

/// Years have four digits, so they are the same here as in data files.
fn push_year(year: Year, words: &PeriodWords, text: &mut String) {
    match year.name {
        YearName::Single | YearName::Pair => {}
        YearName::Financial => push_word(&words.financial, text),
        YearName::Academic => push_word(&words.academic, text),
        YearName::Tax => push_word(&words.tax, text),
    }
    push_gap(text);
    date::push_year(year.first, text);
    if year.name != YearName::Single {
        let next = year.first + 1;
        text.push('–');
        match u8::try_from(next.rem_euclid(100)) {
            Ok(next @ 1..) => date::push_two_digits(next, text),
            Ok(0) | Err(_) => date::push_year(next, text),
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
