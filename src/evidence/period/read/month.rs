//! Months: `March 2024`, `Mar-24`, `2024-03`, `2024M03`, `03/2024`, `2024 March`.

use super::ReadPeriod;
use super::hyphen::completed;
use super::piece::{Partial, PeriodPiece};
use super::year::pair_text;
use crate::evidence::period::PeriodError;
use crate::evidence::period::english::MONTHS;
use crate::evidence::period::part::CalendarPart;
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;

/// A month, with its year or without.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let found = match ahead.peek() {
        Some(PeriodToken::Word(PeriodWord::Month(month))) => {
            ahead.advance();
            named(month, &mut ahead, cursor)?
        }
        Some(PeriodToken::Word(PeriodWord::Month_))
            if ahead.eat_words(&[PeriodWord::Month_, PeriodWord::Of]) =>
        {
            read(&mut ahead)?
        }
        Some(PeriodToken::Number { digits: 6, .. }) => six_digits(&mut ahead)?.map(PeriodPiece::from),
        Some(PeriodToken::Number { digits: 4, .. }) => year_first(&mut ahead)?.map(PeriodPiece::from),
        Some(PeriodToken::Number { .. }) => number_first(&mut ahead)?.map(PeriodPiece::from),
        _ => None,
    };
    if found.is_some() {
        *cursor = ahead;
    }
    Ok(found)
}

/// The English name of a month.
pub(super) fn name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// A month by its number.
pub(super) fn checked(year: i32, month: i32, text: &str) -> Result<CalendarPart, PeriodError> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    let month = month.ok_or_else(|| PeriodError::MonthOutOfRange(text.to_owned()))?;
    Ok(CalendarPart::Month { year, month })
}

/// What stands behind the name of a month.
fn named(month: u8, cursor: &mut Cursor<'_>, start: &Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let _ = ahead.eat(PeriodToken::Comma)
        || ahead.eat_word(PeriodWord::Of)
        || ahead.eat_tight(PeriodToken::Hyphen);
    if let Some(year) = ahead.year() {
        *cursor = ahead;
        return Ok(Some(CalendarPart::Month { year, month }.into()));
    }
    let mut short = *cursor;
    let is_year = short.eat_tight(PeriodToken::Hyphen)
        || short.eat_tight(PeriodToken::Dash)
        || short.eat(PeriodToken::Apostrophe);
    match short.number(2) {
        Some(digits) if is_year => {
            *cursor = short;
            Ok(Some(CalendarPart::Month { year: in_full(digits), month }.into()))
        }
        Some(digits) if short.is_done() => {
            let instead = format!("{} {}", name(month), in_full(digits));
            let what = "can be a year or a day";
            Err(PeriodError::Open(short.text_since(start).to_owned(), what, instead))
        }
        _ => Ok(Some(PeriodPiece::Partial(Partial::Month(month)))),
    }
}

/// A year of two digits as spreadsheets take it: up to 69 of this century (POSIX, `strptime`).
pub(super) fn in_full(digits: i32) -> i32 {
    if digits < 70 { 2000 + digits } else { 1900 + digits }
}

/// `2024-03`, `2024M03`, `2024-M03`, `2024 March`.
fn year_first(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(year) = cursor.year() else { return Ok(None) };
    let is_hyphen = cursor.eat_tight(PeriodToken::Hyphen);
    match cursor.peek() {
        Some(PeriodToken::Word(PeriodWord::Month(month))) => {
            cursor.advance();
            Ok(Some(CalendarPart::Month { year, month }))
        }
        Some(PeriodToken::Word(PeriodWord::M)) => {
            cursor.advance();
            let Some(month) = cursor.small() else { return Ok(None) };
            checked(year, month.into(), cursor.text_since(&start)).map(Some)
        }
        Some(PeriodToken::Number { value, digits: 2 }) if is_hyphen => {
            cursor.advance();
            let is_clear = completed(year, value).is_none() && value != (year + 1) % 100;
            let is_month = is_clear && (1..=12).contains(&value);
            Ok(is_month.then_some(()).and_then(|()| checked(year, value, "").ok()))
        }
        _ => Ok(None),
    }
}

/// `202403`; what can be years is asked back.
fn six_digits(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(six) = cursor.number(6) else { return Ok(None) };
    let (year, value) = (six / 100, six % 100);
    if year < 1000 || value == (year + 1) % 100 {
        return Ok(None);
    }
    let text = cursor.text_since(&start);
    let month = checked(year, value, text);
    match (completed(year, value), month) {
        (Some(last), Ok(_)) => {
            let month = u8::try_from(value).map_or("", name);
            Err(PeriodError::Either(
                text.to_owned(),
                [format!("{year} to {last}"), format!("{month} {year}")],
            ))
        }
        (None, Ok(month)) => Ok(Some(month)),
        (_, Err(_)) => {
            Err(PeriodError::Open(text.to_owned(), "is neither a month nor one year's span", pair_text(year)))
        }
    }
}

/// `03/2024`.
fn number_first(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let start = *cursor;
    let Some(month) = cursor.small() else { return Ok(None) };
    let is_joined = cursor.eat_tight(PeriodToken::Slash)
        || cursor.eat_tight(PeriodToken::Hyphen)
        || cursor.eat_tight(PeriodToken::Stop);
    let Some(year) = cursor.year().filter(|_| is_joined) else { return Ok(None) };
    checked(year, month.into(), cursor.text_since(&start)).map(Some)
}
