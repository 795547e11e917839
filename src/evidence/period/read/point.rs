//! The middle, the end and the start of something: `mid-2022`, `end of March 2021`, `year-end 2022`.
//!
//! The middle of a year is 30 June, as estimates of a population have it.

use super::Read;
use super::month;
use super::piece::{Piece, stretch};
use crate::evidence::period::part::{Part, YearName};
use crate::evidence::period::token::{Cursor, Token};
use crate::evidence::period::word::Word;
use crate::evidence::period::{PeriodError, Span};

/// A day that is told by what it is the middle or end of.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Read<Piece> {
    let mut ahead = *cursor;
    let is_year_end = ahead.eat_word(Word::Year) || ahead.eat_words(&[Word::Calendar, Word::Year]);
    if is_year_end {
        let _ = ahead.eat(Token::Hyphen);
    }
    let Some(Token::Word(edge @ (Word::Mid | Word::End | Word::Start | Word::Beginning | Word::Roughly))) =
        ahead.peek()
    else {
        return Ok(None);
    };
    if is_year_end && edge != Word::End {
        return Ok(None);
    }
    ahead.advance();
    let _ = ahead.eat(Token::Hyphen) || ahead.eat(Token::Dash) || ahead.eat_word(Word::Of);
    if edge == Word::Mid && ahead.eat_word(Word::Year) {
        let _ = ahead.eat(Token::Hyphen);
    }
    let Some(span) = stretch(&mut ahead)? else { return Ok(None) };
    let text = ahead.text_since(cursor);
    let day = match edge {
        Word::Mid => middle(span, text)?,
        Word::Start | Word::Beginning => edge_of(span.first, text, true)?,
        Word::End if is_year_end => year_end(span, text)?,
        Word::End => edge_of(span.last, text, false)?,
        _ => return Err(roughly(span, text)),
    };
    *cursor = ahead;
    Ok(Some(day.into()))
}

fn middle(span: Span, text: &str) -> Result<Part, PeriodError> {
    match span.first {
        Part::Year { first, name: YearName::Single } if span.first == span.last => {
            Ok(Part::day((first, 6, 30)))
        }
        Part::Month { year, month } if span.first == span.last => {
            let instead = format!("{} {year}", month::name(month));
            Err(PeriodError::Open(text.to_owned(), "names no day", instead))
        }
        _ => Err(PeriodError::NotADate(text.to_owned())),
    }
}

/// The first or the last day of a part whose days are known.
fn edge_of(part: Part, text: &str, is_start: bool) -> Result<Part, PeriodError> {
    let day = if is_start { part.start(None) } else { part.end(None) };
    day.map(Part::day).ok_or_else(|| {
        let Part::Year { first, .. } = part else { return PeriodError::NotADate(text.to_owned()) };
        let ways = if is_start {
            ["1 April", "1 September"].map(|day| format!("{day} {first}"))
        } else {
            ["31 March", "31 August"].map(|day| format!("{day} {}", first + 1))
        };
        PeriodError::Either(text.to_owned(), ways)
    })
}

/// `year-end 2022` is a day; `year end March 2022` may be a year.
fn year_end(span: Span, text: &str) -> Result<Part, PeriodError> {
    match span.last {
        Part::Year { .. } => edge_of(span.last, text, false),
        Part::Month { year, month } => {
            let month = month::name(month);
            let ways = [format!("year ending {month} {year}"), format!("end of {month} {year}")];
            Err(PeriodError::Either(text.to_owned(), ways))
        }
        Part::Day { year, month, day } => {
            let day = format!("{day} {} {year}", month::name(month));
            Err(PeriodError::Either(text.to_owned(), [format!("year ending {day}"), day]))
        }
        Part::Section { .. } | Part::Week { .. } => Err(PeriodError::NotADate(text.to_owned())),
    }
}

/// `early 2022`: no days are fixed.
fn roughly(span: Span, text: &str) -> PeriodError {
    match span.last {
        Part::Year { first, .. } => PeriodError::Open(text.to_owned(), "names no days", first.to_string()),
        Part::Month { year, month } => {
            PeriodError::Open(text.to_owned(), "names no days", format!("{} {year}", month::name(month)))
        }
        Part::Section { .. } | Part::Week { .. } | Part::Day { .. } => PeriodError::NotADate(text.to_owned()),
    }
}
