//! Two years, or a year and two digits, joined without a space: `2014-2016`, `2014–16`, and the trap of `2006-08`.
//!
//! Half the field prints `2006-08` for three years, and half for August 2006. So it is neither here, unless the digits
//! behind the hyphen can be a month alone (`2024-03`) or a year alone (`2014-16`). One year's span (`2010-11`) is read
//! before this.

use super::ReadPeriod;
use super::month;
use super::piece::PeriodPiece;
use crate::evidence::period::date::is_year;
use crate::evidence::period::part::CalendarPart;
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::{PeriodError, TimeSpan};

/// As many years from one to another are taken for a span over the turn of a century: `1998-02`.
const OVER_A_CENTURY: i32 = 10;

/// Years from the one to the other.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let Some(first) = ahead.year() else { return Ok(None) };
    let marks = [PeriodToken::Hyphen, PeriodToken::Dash, PeriodToken::Slash];
    let Some(mark) = marks.into_iter().find(|mark| ahead.eat_tight(*mark)) else { return Ok(None) };
    let last = match (ahead.number(4), ahead.number(2)) {
        (Some(last), None) => whole(first, last, ahead.text_since(cursor))?,
        (None, Some(digits)) => short(first, digits, mark, ahead.text_since(cursor))?,
        _ => None,
    };
    let Some(last) = last else { return Ok(None) };
    *cursor = ahead;
    Ok(Some(PeriodPiece::Whole(TimeSpan {
        first: CalendarPart::year(first),
        last: CalendarPart::year(last),
    })))
}

/// `2014-2016`; what follows at once is one year's span, and read as such.
fn whole(first: i32, last: i32, text: &str) -> ReadPeriod<i32> {
    if last < first {
        return Err(PeriodError::Backwards(text.to_owned()));
    }
    Ok((last > first + 1 && is_year(last)).then_some(last))
}

/// `2014-16`, `2006-08`, `2024-03`.
fn short(first: i32, digits: i32, mark: PeriodToken<'_>, text: &str) -> ReadPeriod<i32> {
    if digits == (first + 1) % 100 {
        return Ok(None);
    }
    let last = completed(first, digits);
    let month = u8::try_from(digits).ok().filter(|month| (1..=12).contains(month));
    let years = last.map(|last| format!("{first} to {last}"));
    let month_text = month.map(|month| format!("{} {first}", month::name(month)));
    match (mark, month_text, years) {
        (PeriodToken::Hyphen | PeriodToken::Slash, Some(month), Some(years)) => {
            Err(PeriodError::Either(text.to_owned(), [years, month]))
        }
        (PeriodToken::Hyphen, Some(_), None) => Ok(None),
        (PeriodToken::Slash, None, Some(years)) => {
            Err(PeriodError::Open(text.to_owned(), "is no span of one year", years))
        }
        (_, Some(month), None) => Err(PeriodError::Open(text.to_owned(), "is no span of one year", month)),
        (_, _, Some(_)) => Ok(last),
        (_, None, None) => Err(PeriodError::NotConsecutive(text.to_owned(), first)),
    }
}

/// The year that two digits behind another year mean, when they can mean one.
pub(super) fn completed(first: i32, digits: i32) -> Option<i32> {
    let last = first - first % 100 + digits;
    if last > first {
        return Some(last);
    }
    let next = last + 100;
    (next - first <= OVER_A_CENTURY && is_year(next)).then_some(next)
}
