//! The middle, the end and the start of something: `mid-2022`, `end of March 2021`, `year-end 2022`.
//!
//! The middle of a year is 30 June, as estimates of a population have it.

use super::ReadPeriod;
use super::month;
use super::piece::{PeriodPiece, stretch};
use crate::evidence::period::part::{CalendarPart, YearName};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;
use crate::evidence::period::{PeriodError, TimeSpan};

/// A day that is told by what it is the middle or end of.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let is_year_end =
        ahead.eat_word(PeriodWord::Year) || ahead.eat_words(&[PeriodWord::Calendar, PeriodWord::Year]);
    if is_year_end {
        let _ = ahead.eat(PeriodToken::Hyphen);
    }
    let Some(PeriodToken::Word(
        edge @ (PeriodWord::Mid
        | PeriodWord::End
        | PeriodWord::Start
        | PeriodWord::Beginning
        | PeriodWord::Roughly),
    )) = ahead.peek()
    else {
        return Ok(None);
    };
    if is_year_end && edge != PeriodWord::End {
        return Ok(None);
    }
    ahead.advance();
    let _ = ahead.eat(PeriodToken::Hyphen) || ahead.eat(PeriodToken::Dash) || ahead.eat_word(PeriodWord::Of);
    if edge == PeriodWord::Mid && ahead.eat_word(PeriodWord::Year) {
        let _ = ahead.eat(PeriodToken::Hyphen);
    }
    let Some(span) = stretch(&mut ahead)? else { return Ok(None) };
    let text = ahead.text_since(cursor);
    let day = match edge {
        PeriodWord::Mid => middle(span, text)?,
        PeriodWord::Start | PeriodWord::Beginning => edge_of(span.first, text, true)?,
        PeriodWord::End if is_year_end => year_end(span, text)?,
        PeriodWord::End => edge_of(span.last, text, false)?,
        _ => return Err(roughly(span, text)),
    };
    *cursor = ahead;
    Ok(Some(day.into()))
}

fn middle(span: TimeSpan, text: &str) -> Result<CalendarPart, PeriodError> {
    match span.first {
        CalendarPart::Year { first, name: YearName::Single } if span.first == span.last => {
            Ok(CalendarPart::day((first, 6, 30)))
        }
        CalendarPart::Month { year, month } if span.first == span.last => {
            let instead = format!("{} {year}", month::name(month));
            Err(PeriodError::Open(text.to_owned(), "names no day", instead))
        }
        _ => Err(PeriodError::NotADate(text.to_owned())),
    }
}

/// The first or the last day of a part whose days are known.
fn edge_of(part: CalendarPart, text: &str, is_start: bool) -> Result<CalendarPart, PeriodError> {
    let day = if is_start { part.start(None) } else { part.end(None) };
    day.map(CalendarPart::day).ok_or_else(|| {
        let CalendarPart::Year { first, .. } = part else { return PeriodError::NotADate(text.to_owned()) };
        let ways = if is_start {
            ["1 April", "1 September"].map(|day| format!("{day} {first}"))
        } else {
            ["31 March", "31 August"].map(|day| format!("{day} {}", first + 1))
        };
        PeriodError::Either(text.to_owned(), ways)
    })
}

/// `year-end 2022` is a day; `year end March 2022` may be a year.
fn year_end(span: TimeSpan, text: &str) -> Result<CalendarPart, PeriodError> {
    match span.last {
        CalendarPart::Year { .. } => edge_of(span.last, text, false),
        CalendarPart::Month { year, month } => {
            let month = month::name(month);
            let ways = [format!("year ending {month} {year}"), format!("end of {month} {year}")];
            Err(PeriodError::Either(text.to_owned(), ways))
        }
        CalendarPart::Day { year, month, day } => {
            let day = format!("{day} {} {year}", month::name(month));
            Err(PeriodError::Either(text.to_owned(), [format!("year ending {day}"), day]))
        }
        CalendarPart::Section { .. } | CalendarPart::Week { .. } => {
            Err(PeriodError::NotADate(text.to_owned()))
        }
    }
}

/// `early 2022`: no days are fixed.
fn roughly(span: TimeSpan, text: &str) -> PeriodError {
    match span.last {
        CalendarPart::Year { first, .. } => {
            PeriodError::Open(text.to_owned(), "names no days", first.to_string())
        }
        CalendarPart::Month { year, month } => {
            PeriodError::Open(text.to_owned(), "names no days", format!("{} {year}", month::name(month)))
        }
        CalendarPart::Section { .. } | CalendarPart::Week { .. } | CalendarPart::Day { .. } => {
            PeriodError::NotADate(text.to_owned())
        }
    }
}
