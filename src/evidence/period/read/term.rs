//! Terms of a school year, and seasons: `autumn term 2022/23`.
//!
//! Terms are read as the months that schools of England and Wales have them in. A season has no months that everybody
//! agrees upon, and is refused with some.

use super::ReadPeriod;
use super::month;
use super::piece::PeriodPiece;
use super::year::year;
use crate::evidence::period::part::{CalendarPart, Year, YearName};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::{PeriodWord, Season};
use crate::evidence::period::{PeriodError, TimeSpan};

/// A term.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let before = year(&mut ahead).ok().flatten();
    if before.is_none() {
        ahead = *cursor;
    }
    let Some(first) = season(&mut ahead) else { return Ok(None) };
    let mut last = first;
    let mut both = ahead;
    if (both.eat_word(PeriodWord::And) || both.eat_word(PeriodWord::To))
        && let Some(second) = season(&mut both)
    {
        (last, ahead) = (second, both);
    }
    let is_term = ahead.eat_word(PeriodWord::Term);
    let _ = ahead.eat_word(PeriodWord::Of) || ahead.eat(PeriodToken::Comma);
    let year = match before {
        Some(year) => Some(year),
        None => year(&mut ahead)?.map(|found| two_years(found, &mut ahead)),
    };
    let is_term = is_term || ahead.eat_word(PeriodWord::Term);
    let Some(year) = year else { return Ok(None) };
    let text = ahead.text_since(cursor);
    let unread = || PeriodError::NotADate(text.to_owned());
    if !is_term {
        let instead = season_text(first, year);
        return Err(PeriodError::Open(text.to_owned(), "has no fixed months", instead));
    }
    let (first, last) = months(first, year).zip(months(last, year)).ok_or_else(unread)?;
    *cursor = ahead;
    Ok(Some(PeriodPiece::Whole(TimeSpan { first: first.first, last: last.last })))
}

/// `2022 to 2023` behind a term is one school year.
fn two_years(found: Year, cursor: &mut Cursor<'_>) -> Year {
    let mut ahead = *cursor;
    let is_pair = found.name == YearName::Single
        && ahead.eat_word(PeriodWord::To)
        && ahead.year() == Some(found.first + 1);
    if is_pair {
        *cursor = ahead;
    }
    if is_pair { Year { name: YearName::Academic, ..found } } else { found }
}

fn season(cursor: &mut Cursor<'_>) -> Option<Season> {
    let Some(PeriodToken::Word(PeriodWord::Season(season))) = cursor.peek() else { return None };
    cursor.advance();
    Some(season)
}

/// The months of a term: of a year that is said to be a pair, or of a calendar year.
fn months(term: Season, year: Year) -> Option<TimeSpan> {
    let is_pair = matches!(year.name, YearName::Pair | YearName::Academic);
    let is_fit = is_pair || year.name == YearName::Single;
    let (first, last, is_later) = match term {
        Season::Autumn => (9, 12, false),
        Season::Spring => (1, 3, true),
        Season::Summer => (4, 7, true),
        Season::Winter => return None,
    };
    let year = year.first + i32::from(is_pair && is_later);
    let month = |month: u8| CalendarPart::Month { year, month };
    is_fit.then(|| TimeSpan { first: month(first), last: month(last) })
}

/// Months that a season is often taken for.
fn season_text(season: Season, year: Year) -> String {
    let year = year.first + i32::from(year.name != YearName::Single);
    let (first, last) = match season {
        Season::Spring => (3, 5),
        Season::Summer => (6, 8),
        Season::Autumn => (9, 11),
        Season::Winter => return format!("December {} to February {year}", year - 1),
    };
    format!("{} to {} {year}", month::name(first), month::name(last))
}
