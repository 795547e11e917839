//! So much time up to a day, month or year, or from one on: `year ending March 2024`, `12 months to 30 June 2019`,
//! `FYE 2024`, `w/e 5 May 2024`, `12 months from April 2023`.

use super::Read;
use super::piece::Piece;
use super::year::{Called, called, pair_text};
use super::{day, month, point, section, year};
use crate::evidence::period::date::{days_later, months_later};
use crate::evidence::period::part::{Part, YearName};
use crate::evidence::period::token::{Cursor, Token};
use crate::evidence::period::word::Word;
use crate::evidence::period::{PeriodError, Span};

/// A length of time.
#[derive(Debug, Clone, Copy)]
enum Length {
    Months(i64),
    Days(i64),
    /// Years that are counted: `three years`.
    Years(i32),
    /// One year that has a name: `financial year`.
    Named(YearName),
}

/// Which end of it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Last,
    First,
}

/// A stretch that is told by its length and one of its ends.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Read<Piece> {
    let mut ahead = *cursor;
    if let Some(span) = quarter_of_a_month(&mut ahead) {
        *cursor = ahead;
        return Ok(Some(Piece::Whole(span)));
    }
    ahead = *cursor;
    let Some((length, given)) = head(&mut ahead) else { return Ok(None) };
    let Some(anchor) = anchor(&mut ahead)? else { return Ok(None) };
    let text = ahead.text_since(cursor);
    let span = match given {
        Given::Last => up_to(length, anchor, text)?,
        Given::First => from(length, anchor),
    };
    let span = span.ok_or_else(|| PeriodError::NotADate(text.to_owned()))?;
    *cursor = ahead;
    Ok(Some(Piece::Whole(span)))
}

/// The length and what joins it to its end.
fn head(cursor: &mut Cursor<'_>) -> Option<(Length, Given)> {
    let _ = cursor.eat_word(Word::Rolling) || cursor.eat_word(Word::Last);
    let short = match cursor.peek()? {
        Token::Word(Word::YearEnding) => Some((Length::Months(12), Given::Last)),
        Token::Word(Word::FinancialYearEnding) => Some((Length::Named(YearName::Financial), Given::Last)),
        Token::Word(Word::WeekEnding) => Some((Length::Days(7), Given::Last)),
        Token::Word(Word::WeekBeginning) => Some((Length::Days(7), Given::First)),
        _ => None,
    };
    if short.is_some() {
        cursor.advance();
        let _ = cursor.eat(Token::Stop);
        return short;
    }
    let length = length(cursor)?;
    let _ = cursor.eat_word(Word::Period);
    let given = joint(cursor)?;
    Some((length, given))
}

/// `June quarter 2023`, as Australia has it: the quarter that ends so.
fn quarter_of_a_month(cursor: &mut Cursor<'_>) -> Option<Span> {
    let Token::Word(Word::Month(month)) = cursor.peek()? else { return None };
    cursor.advance();
    let year = cursor.eat_word(Word::Quarter).then(|| cursor.year()).flatten()?;
    up_to(Length::Months(3), Part::Month { year, month }, "").ok().flatten()
}

fn length(cursor: &mut Cursor<'_>) -> Option<Length> {
    if let Some(called) = called(cursor) {
        return match called {
            Called::Pair(name, _) => Some(Length::Named(name)),
            Called::Calendar => Some(Length::Months(12)),
        };
    }
    let count = count(cursor);
    let _ = cursor.eat(Token::Hyphen);
    let times = count.unwrap_or(1);
    let months = |months: i64| Some(Length::Months(months * i64::from(times)));
    let unit = cursor.peek()?;
    cursor.advance();
    match unit {
        Token::Word(Word::Year) if count.is_none_or(|count| count == 1) => months(12),
        Token::Word(Word::Year) => Some(Length::Years(times.into())),
        Token::Word(Word::Quarter) => months(3),
        Token::Word(Word::Half) => {
            let _ = cursor.eat(Token::Hyphen);
            let _ = cursor.eat_word(Word::Year);
            months(6)
        }
        Token::Word(Word::Month_) if count.is_some() => months(1),
        Token::Word(Word::Week) => Some(Length::Days(7 * i64::from(times))),
        Token::Word(Word::Day) if count.is_some() => Some(Length::Days(times.into())),
        _ => None,
    }
}

/// How many, in digits or words.
fn count(cursor: &mut Cursor<'_>) -> Option<u8> {
    if let Some(Token::Word(Word::Count(count))) = cursor.peek() {
        cursor.advance();
        return Some(count);
    }
    cursor.small().filter(|count| *count > 0)
}

fn joint(cursor: &mut Cursor<'_>) -> Option<Given> {
    let is_last = cursor.eat_word(Word::Ending)
        || cursor.eat_words(&[Word::Up, Word::To])
        || cursor.eat_word(Word::To)
        || cursor.eat_word(Word::Until);
    if is_last {
        let _ = cursor.eat_word(Word::In) || cursor.eat_word(Word::On) || cursor.eat_word(Word::At);
        return Some(Given::Last);
    }
    let is_first = cursor.eat_word(Word::Beginning) || cursor.eat_word(Word::From);
    if is_first {
        let _ = cursor.eat_word(Word::In) || cursor.eat_word(Word::On);
    }
    is_first.then_some(Given::First)
}

/// The day, month, quarter or year at the end that is given.
fn anchor(cursor: &mut Cursor<'_>) -> Read<Part> {
    let _ = cursor.eat_word(Word::The);
    for form in [day::read, section::read, point::read, month::read, year::read] {
        if let Some(Piece::Whole(span)) = form(cursor)? {
            return Ok((span.first == span.last).then_some(span.last));
        }
    }
    Ok(None)
}

/// So long up to an end.
fn up_to(length: Length, end: Part, text: &str) -> Read<Span> {
    let last_day = || end.end(None);
    let from_day = |start: Option<(i32, u8, u8)>| {
        start.map(|start| Span { first: Part::day(start), last: last_day().map_or(end, Part::day) })
    };
    match (length, end) {
        (Length::Named(name), Part::Year { first, name: YearName::Single }) => {
            Ok(Some(Part::Year { first: first - 1, name }.into()))
        }
        (Length::Years(years), Part::Year { first, name }) => {
            Ok(Some(Span { first: Part::Year { first: first - years + 1, name }, last: end }))
        }
        (_, Part::Year { first, .. }) => Err(without_month(first, text)),
        (Length::Months(_) | Length::Years(_) | Length::Named(_), Part::Month { year, month }) => {
            let first = months_later((year, month, 1), 1 - length.months());
            Ok(first.map(|(year, month, _)| Span { first: Part::Month { year, month }, last: end }))
        }
        (Length::Months(_) | Length::Years(_) | Length::Named(_), _) => {
            let behind = last_day().and_then(|last| days_later(last, 1));
            Ok(from_day(behind.and_then(|behind| months_later(behind, -length.months()))))
        }
        (Length::Days(days), Part::Day { .. }) => {
            Ok(from_day(last_day().and_then(|last| days_later(last, 1 - days))))
        }
        (Length::Days(_), _) => Ok(None),
    }
}

/// So long from a start on.
fn from(length: Length, start: Part) -> Option<Span> {
    match (length, start) {
        (Length::Days(days), Part::Day { .. }) => {
            Some(Span { first: start, last: Part::day(days_later(start.start(None)?, days - 1)?) })
        }
        (Length::Days(_), _) | (_, Part::Year { .. }) => None,
        (_, Part::Month { year, month }) => {
            let (year, month, _) = months_later((year, month, 1), length.months() - 1)?;
            Some(Span { first: start, last: Part::Month { year, month } })
        }
        (_, Part::Day { .. } | Part::Week { .. } | Part::Section { .. }) => {
            let behind = months_later(start.start(None)?, length.months())?;
            Some(Span { first: Part::day(start.start(None)?), last: Part::day(days_later(behind, -1)?) })
        }
    }
}

impl Length {
    /// How many months; none for what is counted in days.
    fn months(self) -> i64 {
        match self {
            Self::Months(months) => months,
            Self::Years(years) => 12 * i64::from(years),
            Self::Named(_) => 12,
            Self::Days(_) => 0,
        }
    }
}

/// `year ending 2024`.
fn without_month(first: i32, text: &str) -> PeriodError {
    let ways = [first.to_string(), format!("financial year {}", pair_text(first - 1))];
    PeriodError::Either(text.to_owned(), ways)
}
