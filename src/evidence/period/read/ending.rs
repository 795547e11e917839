//! So much time up to a day, month or year, or from one on: `year ending March 2024`, `12 months to 30 June 2019`,
//! `FYE 2024`, `w/e 5 May 2024`, `12 months from April 2023`.

use super::ReadPeriod;
use super::piece::PeriodPiece;
use super::year::{Called, called, pair_text};
use super::{day, month, point, section, year};
use crate::evidence::period::date::{days_later, months_later};
use crate::evidence::period::part::{CalendarPart, YearName};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;
use crate::evidence::period::{PeriodError, TimeSpan};

/// A length of time.
#[derive(Debug, Clone, Copy)]
enum PeriodLength {
    Months(i64),
    Days(i64),
    /// Years that are counted: `three years`.
    Years(i32),
    /// One year that has a name: `financial year`.
    Named(YearName),
}

/// Which end of it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GivenEnd {
    Last,
    First,
}

/// A stretch that is told by its length and one of its ends.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    if let Some(span) = quarter_of_a_month(&mut ahead) {
        *cursor = ahead;
        return Ok(Some(PeriodPiece::Whole(span)));
    }
    ahead = *cursor;
    let Some((length, given)) = head(&mut ahead) else { return Ok(None) };
    let Some(anchor) = anchor(&mut ahead)? else { return Ok(None) };
    let text = ahead.text_since(cursor);
    let span = match given {
        GivenEnd::Last => up_to(length, anchor, text)?,
        GivenEnd::First => from(length, anchor),
    };
    let span = span.ok_or_else(|| PeriodError::NotADate(text.to_owned()))?;
    *cursor = ahead;
    Ok(Some(PeriodPiece::Whole(span)))
}

/// The length and what joins it to its end.
fn head(cursor: &mut Cursor<'_>) -> Option<(PeriodLength, GivenEnd)> {
    let _ = cursor.eat_word(PeriodWord::Rolling) || cursor.eat_word(PeriodWord::Last);
    let short = match cursor.peek()? {
        PeriodToken::Word(PeriodWord::YearEnding) => Some((PeriodLength::Months(12), GivenEnd::Last)),
        PeriodToken::Word(PeriodWord::FinancialYearEnding) => {
            Some((PeriodLength::Named(YearName::Financial), GivenEnd::Last))
        }
        PeriodToken::Word(PeriodWord::WeekEnding) => Some((PeriodLength::Days(7), GivenEnd::Last)),
        PeriodToken::Word(PeriodWord::WeekBeginning) => Some((PeriodLength::Days(7), GivenEnd::First)),
        _ => None,
    };
    if short.is_some() {
        cursor.advance();
        let _ = cursor.eat(PeriodToken::Stop);
        return short;
    }
    let length = length(cursor)?;
    let _ = cursor.eat_word(PeriodWord::Period);
    let given = joint(cursor)?;
    Some((length, given))
}

/// `June quarter 2023`, as Australia has it: the quarter that ends so.
fn quarter_of_a_month(cursor: &mut Cursor<'_>) -> Option<TimeSpan> {
    let PeriodToken::Word(PeriodWord::Month(month)) = cursor.peek()? else { return None };
    cursor.advance();
    let year = cursor.eat_word(PeriodWord::Quarter).then(|| cursor.year()).flatten()?;
    up_to(PeriodLength::Months(3), CalendarPart::Month { year, month }, "").ok().flatten()
}

fn length(cursor: &mut Cursor<'_>) -> Option<PeriodLength> {
    if let Some(called) = called(cursor) {
        return match called {
            Called::Pair(name, _) => Some(PeriodLength::Named(name)),
            Called::Calendar => Some(PeriodLength::Months(12)),
        };
    }
    let count = count(cursor);
    let _ = cursor.eat(PeriodToken::Hyphen);
    let times = count.unwrap_or(1);
    let months = |months: i64| Some(PeriodLength::Months(months * i64::from(times)));
    let unit = cursor.peek()?;
    cursor.advance();
    match unit {
        PeriodToken::Word(PeriodWord::Year) if count.is_none_or(|count| count == 1) => months(12),
        PeriodToken::Word(PeriodWord::Year) => Some(PeriodLength::Years(times.into())),
        PeriodToken::Word(PeriodWord::Quarter) => months(3),
        PeriodToken::Word(PeriodWord::Half) => {
            let _ = cursor.eat(PeriodToken::Hyphen);
            let _ = cursor.eat_word(PeriodWord::Year);
            months(6)
        }
        PeriodToken::Word(PeriodWord::Month_) if count.is_some() => months(1),
        PeriodToken::Word(PeriodWord::Week) => Some(PeriodLength::Days(7 * i64::from(times))),
        PeriodToken::Word(PeriodWord::Day) if count.is_some() => Some(PeriodLength::Days(times.into())),
        _ => None,
    }
}

/// How many, in digits or words.
fn count(cursor: &mut Cursor<'_>) -> Option<u8> {
    if let Some(PeriodToken::Word(PeriodWord::Count(count))) = cursor.peek() {
        cursor.advance();
        return Some(count);
    }
    cursor.small().filter(|count| *count > 0)
}

fn joint(cursor: &mut Cursor<'_>) -> Option<GivenEnd> {
    let is_last = cursor.eat_word(PeriodWord::Ending)
        || cursor.eat_words(&[PeriodWord::Up, PeriodWord::To])
        || cursor.eat_word(PeriodWord::To)
        || cursor.eat_word(PeriodWord::Until);
    if is_last {
        let _ = cursor.eat_word(PeriodWord::In)
            || cursor.eat_word(PeriodWord::On)
            || cursor.eat_word(PeriodWord::At);
        return Some(GivenEnd::Last);
    }
    let is_first = cursor.eat_word(PeriodWord::Beginning) || cursor.eat_word(PeriodWord::From);
    if is_first {
        let _ = cursor.eat_word(PeriodWord::In) || cursor.eat_word(PeriodWord::On);
    }
    is_first.then_some(GivenEnd::First)
}

/// The day, month, quarter or year at the end that is given.
fn anchor(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let _ = cursor.eat_word(PeriodWord::The);
    for form in [day::read, section::read, point::read, month::read, year::read] {
        if let Some(PeriodPiece::Whole(span)) = form(cursor)? {
            return Ok((span.first == span.last).then_some(span.last));
        }
    }
    Ok(None)
}

/// So long up to an end.
fn up_to(length: PeriodLength, end: CalendarPart, text: &str) -> ReadPeriod<TimeSpan> {
    let last_day = || end.end(None);
    let from_day = |start: Option<(i32, u8, u8)>| {
        start.map(|start| TimeSpan {
            first: CalendarPart::day(start),
            last: last_day().map_or(end, CalendarPart::day),
        })
    };
    match (length, end) {
        (PeriodLength::Named(name), CalendarPart::Year { first, name: YearName::Single }) => {
            Ok(Some(CalendarPart::Year { first: first - 1, name }.into()))
        }
        (PeriodLength::Years(years), CalendarPart::Year { first, name }) => {
            Ok(Some(TimeSpan { first: CalendarPart::Year { first: first - years + 1, name }, last: end }))
        }
        (_, CalendarPart::Year { first, .. }) => Err(without_month(first, text)),
        (
            PeriodLength::Months(_) | PeriodLength::Years(_) | PeriodLength::Named(_),
            CalendarPart::Month { year, month },
        ) => {
            let first = months_later((year, month, 1), 1 - length.months());
            Ok(first
                .map(|(year, month, _)| TimeSpan { first: CalendarPart::Month { year, month }, last: end }))
        }
        (PeriodLength::Months(_) | PeriodLength::Years(_) | PeriodLength::Named(_), _) => {
            let behind = last_day().and_then(|last| days_later(last, 1));
            Ok(from_day(behind.and_then(|behind| months_later(behind, -length.months()))))
        }
        (PeriodLength::Days(days), CalendarPart::Day { .. }) => {
            Ok(from_day(last_day().and_then(|last| days_later(last, 1 - days))))
        }
        (PeriodLength::Days(_), _) => Ok(None),
    }
}

/// So long from a start on.
fn from(length: PeriodLength, start: CalendarPart) -> Option<TimeSpan> {
    match (length, start) {
        (PeriodLength::Days(days), CalendarPart::Day { .. }) => Some(TimeSpan {
            first: start,
            last: CalendarPart::day(days_later(start.start(None)?, days - 1)?),
        }),
        (PeriodLength::Days(_), _) | (_, CalendarPart::Year { .. }) => None,
        (_, CalendarPart::Month { year, month }) => {
            let (year, month, _) = months_later((year, month, 1), length.months() - 1)?;
            Some(TimeSpan { first: start, last: CalendarPart::Month { year, month } })
        }
        (_, CalendarPart::Day { .. } | CalendarPart::Week { .. } | CalendarPart::Section { .. }) => {
            let behind = months_later(start.start(None)?, length.months())?;
            Some(TimeSpan {
                first: CalendarPart::day(start.start(None)?),
                last: CalendarPart::day(days_later(behind, -1)?),
            })
        }
    }
}

impl PeriodLength {
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
