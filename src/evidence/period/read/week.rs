//! Weeks as ISO 8601 counts them: `week 18 2024`, `2024-W18`.

use super::ReadPeriod;
use super::piece::{Partial, PeriodPiece};
use crate::evidence::period::PeriodError;
use crate::evidence::period::date::monday;
use crate::evidence::period::part::CalendarPart;
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;

/// A week, with its year or without.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let found = match ahead.year() {
        Some(year) => {
            let _ = ahead.eat_tight(PeriodToken::Hyphen) || ahead.eat(PeriodToken::Comma);
            let Some(week) = number(&mut ahead) else { return Ok(None) };
            checked(year, week, ahead.text_since(cursor))?.into()
        }
        None => {
            let Some(week) = number(&mut ahead) else { return Ok(None) };
            let alone = ahead;
            let _ = ahead.eat_word(PeriodWord::Of)
                || ahead.eat_word(PeriodWord::In)
                || ahead.eat(PeriodToken::Comma)
                || ahead.eat(PeriodToken::Slash);
            match ahead.year() {
                Some(year) => checked(year, week, ahead.text_since(cursor))?.into(),
                None => {
                    ahead = alone;
                    PeriodPiece::Partial(Partial::Week(week))
                }
            }
        }
    };
    *cursor = ahead;
    Ok(Some(found))
}

/// The last week of several: `4 2024` behind `weeks 1 to`.
pub(super) fn last(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let Some(week) = ahead.small() else { return Ok(None) };
    let _ = ahead.eat_word(PeriodWord::Of) || ahead.eat_word(PeriodWord::In) || ahead.eat(PeriodToken::Comma);
    let Some(year) = ahead.year() else { return Ok(None) };
    let week = checked(year, week, ahead.text_since(cursor))?;
    *cursor = ahead;
    Ok(Some(week.into()))
}

/// `week 18`, `W18`.
fn number(cursor: &mut Cursor<'_>) -> Option<u8> {
    if cursor.eat_word(PeriodWord::Week) {
        return cursor.small();
    }
    (cursor.eat_word(PeriodWord::W) && cursor.is_tight()).then(|| cursor.small()).flatten()
}

fn checked(year: i32, week: u8, text: &str) -> Result<CalendarPart, PeriodError> {
    if is_of(year, week) {
        return Ok(CalendarPart::Week { year, week });
    }
    Err(PeriodError::SectionOutOfRange(text.to_owned(), last_of(year)))
}

/// Whether a year has such a week.
pub(super) fn is_of(year: i32, week: u8) -> bool {
    (1..=last_of(year)).contains(&week)
}

fn last_of(year: i32) -> u8 {
    if monday(year, 53).is_some() { 53 } else { 52 }
}
