//! Days: `31 March 2024`, `March 31, 2024`, `2024-03-31`, `20240331`, `31/03/2024`, and days that take their month or
//! year from another one.
//!
//! `04/05/2024` is a day in April or in May, depending on the country; it is asked back.

use super::ReadPeriod;
use super::month;
use super::piece::{Partial, PeriodPiece, check_order};
use crate::evidence::period::date::{days_in_month, weekday};
use crate::evidence::period::part::{CalendarPart, YearKind};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;
use crate::evidence::period::{PeriodError, TimeSpan};

/// A day, with its month and year or without.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let named = named_weekday(&mut ahead);
    let start = ahead;
    let found = match ahead.peek() {
        Some(PeriodToken::Word(PeriodWord::Month(_))) => month_first(&mut ahead)?,
        Some(PeriodToken::Number { digits: 8, .. }) => eight_digits(&mut ahead)?.map(PeriodPiece::from),
        Some(PeriodToken::Number { digits: 4, .. }) => year_first(&mut ahead)?.map(PeriodPiece::from),
        Some(PeriodToken::Number { digits: 1 | 2, .. }) => match numeric(&mut ahead)? {
            Some(day) => Some(day.into()),
            None => {
                ahead = start;
                day_first(&mut ahead)?
            }
        },
        _ => None,
    };
    if let Some(piece) = found {
        check_weekday(named, piece, ahead.text_since(cursor))?;
        *cursor = ahead;
    }
    Ok(found)
}

/// A day that the month has.
pub(super) fn checked(year: i32, month: u8, day: u8) -> Result<CalendarPart, PeriodError> {
    let last = days_in_month(year, month);
    if (1..=last).contains(&day) {
        return Ok(CalendarPart::Day { year, month, day });
    }
    Err(PeriodError::DayOutOfRange(format!("{day} {} {year}", month::name(month)), last))
}

fn named_weekday(cursor: &mut Cursor<'_>) -> Option<u8> {
    let Some(PeriodToken::Word(PeriodWord::Weekday(weekday))) = cursor.peek() else { return None };
    cursor.advance();
    let _ = cursor.eat(PeriodToken::Comma);
    Some(weekday)
}

/// Refuses a day of the week that the date does not fall on.
fn check_weekday(named: Option<u8>, piece: PeriodPiece, text: &str) -> Result<(), PeriodError> {
    let PeriodPiece::Whole(span) = piece else { return Ok(()) };
    let Some(date) = span.first.start(Some(YearKind::Financial)) else { return Ok(()) };
    if named.is_none() || named == weekday(date) {
        return Ok(());
    }
    let instead = format!("{} {} {}", date.2, month::name(date.1), date.0);
    Err(PeriodError::Open(text.to_owned(), "names another day of the week than its date", instead))
}

/// `31 March 2024`, `31st of March 2024`, `31-Mar-2024`; `23 March` before another day.
fn day_first(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let Some(day) = number(cursor) else { return Ok(None) };
    let _ = cursor.eat_word(PeriodWord::Of) || cursor.eat_tight(PeriodToken::Hyphen);
    let Some(PeriodToken::Word(PeriodWord::Month(month))) = cursor.peek() else { return Ok(None) };
    cursor.advance();
    let without = *cursor;
    check_century(day, month, without)?;
    let _ = cursor.eat(PeriodToken::Comma) || cursor.eat_tight(PeriodToken::Hyphen);
    let Some(year) = cursor.year() else {
        *cursor = without;
        return Ok(Some(PeriodPiece::Partial(Partial::DayOf(day, month))));
    };
    checked(year, month, day).map(|day| Some(day.into()))
}

/// The number of a day before another day: `1` of `1–14 June 2021`.
#[expect(clippy::unnecessary_wraps, reason = "a form as the others are")]
pub(super) fn alone(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    Ok(number(cursor).map(|day| PeriodPiece::Partial(Partial::Day(day))))
}

/// Refuses `31-Mar-24`: which number is the year is a matter of country.
fn check_century(day: u8, month: u8, mut cursor: Cursor<'_>) -> Result<(), PeriodError> {
    let _ = cursor.eat(PeriodToken::Apostrophe) || cursor.eat(PeriodToken::Hyphen);
    match cursor.number(2).filter(|_| cursor.is_done()) {
        Some(year) => {
            let instead = format!("{day} {} {}", month::name(month), month::in_full(year));
            Err(PeriodError::Open(cursor.whole().to_owned(), "leaves out the century", instead))
        }
        None => Ok(()),
    }
}

/// The number of a day: `31`, `31st`.
fn number(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *cursor;
    let day = ahead.small().filter(|day| (1..=31).contains(day))?;
    if ahead.is_tight() {
        let _ = ahead.eat_word(PeriodWord::OrdinalEnding);
    }
    *cursor = ahead;
    Some(day)
}

/// `March 31, 2024`; `March 23` before another day; `June 1–14, 2021`.
fn month_first(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let Some(PeriodToken::Word(PeriodWord::Month(month))) = cursor.peek() else { return Ok(None) };
    cursor.advance();
    let is_spaced = !cursor.is_tight();
    let Some(day) = number(cursor).filter(|_| is_spaced) else { return Ok(None) };
    let mut ahead = *cursor;
    if ahead.eat(PeriodToken::Dash) || ahead.eat(PeriodToken::Hyphen) {
        return day_to_day(month, day, cursor, ahead);
    }
    let is_comma = ahead.eat(PeriodToken::Comma);
    if let Some(year) = ahead.year() {
        *cursor = ahead;
        return checked(year, month, day).map(|day| Some(day.into()));
    }
    // `Dec 23` alone is left to the months; before `to` it is a day.
    let is_joined = !is_comma && cursor.peek().is_some_and(|next| next == PeriodToken::Word(PeriodWord::To));
    Ok(is_joined.then_some(PeriodPiece::Partial(Partial::DayOf(day, month))))
}

/// `–14, 2021` behind `June 1`; otherwise `June 1` is a day before another.
fn day_to_day<'a>(
    month: u8,
    first: u8,
    cursor: &mut Cursor<'a>,
    mut ahead: Cursor<'a>,
) -> ReadPeriod<PeriodPiece> {
    let last = number(&mut ahead);
    let _ = ahead.eat(PeriodToken::Comma);
    let Some((last, year)) = last.zip(ahead.year()) else {
        return Ok(Some(PeriodPiece::Partial(Partial::DayOf(first, month))));
    };
    let (first, last) = (checked(year, month, first)?, checked(year, month, last)?);
    check_order(first, last, ahead.whole())?;
    *cursor = ahead;
    Ok(Some(PeriodPiece::Whole(TimeSpan { first, last })))
}

/// `2024-03-31`, `2024/03/31`.
fn year_first(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(year) = cursor.year() else { return Ok(None) };
    let marks = [PeriodToken::Hyphen, PeriodToken::Slash];
    let Some(mark) = marks.into_iter().find(|mark| cursor.eat_tight(*mark)) else { return Ok(None) };
    let Some(month) = cursor.number(2).filter(|_| cursor.eat_tight(mark)) else { return Ok(None) };
    let Some(day) = cursor.number(2) else { return Ok(None) };
    of_numbers(year, month, day, cursor.text_since(&start)).map(Some)
}

/// `20240331`.
fn eight_digits(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(eight) = cursor.number(8).filter(|eight| *eight > 10_000_000) else { return Ok(None) };
    of_numbers(eight / 10_000, eight / 100 % 100, eight % 100, cursor.text_since(&start)).map(Some)
}

fn of_numbers(year: i32, month: i32, day: i32, text: &str) -> Result<CalendarPart, PeriodError> {
    let CalendarPart::Month { year, month } = month::checked(year, month, text)? else {
        return Err(PeriodError::NotADate(text.to_owned()));
    };
    let last = days_in_month(year, month);
    let day = u8::try_from(day).ok().filter(|day| (1..=last).contains(day));
    let day = day.ok_or_else(|| PeriodError::DayOutOfRange(text.to_owned(), last))?;
    Ok(CalendarPart::Day { year, month, day })
}

/// `31/03/2024`, `31.03.2024`, `31-03-2024`.
fn numeric(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(one) = cursor.small() else { return Ok(None) };
    let marks = [PeriodToken::Slash, PeriodToken::Stop, PeriodToken::Hyphen];
    let Some(mark) = marks.into_iter().find(|mark| cursor.eat_tight(*mark)) else { return Ok(None) };
    let Some(other) = cursor.small().filter(|_| cursor.eat_tight(mark)) else { return Ok(None) };
    let Some(year) = cursor.year() else { return Ok(None) };
    let text = cursor.text_since(&start);
    let is_month = |number: u8| (1..=12).contains(&number);
    if is_month(one) && is_month(other) && one != other {
        let ways =
            [(one, other), (other, one)].map(|(day, month)| format!("{day} {} {year}", month::name(month)));
        return Err(PeriodError::Either(text.to_owned(), ways));
    }
    let (day, month) = if is_month(other) { (one, other) } else { (other, one) };
    of_numbers(year, month.into(), day.into(), text).map(Some)
}
