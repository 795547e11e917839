//! One end of a period, and two of them joined: `23 March–10 May 2020`, `Jan-Mar 2024`, `between 2010 and 2016`.
//!
//! The first end takes its month and year from the second when it has none. It deliberately carries no year back over
//! the turn of one: `December to February 2024` is refused, and both years are asked for.

use super::{ReadPeriod, day, ending, hyphen, month, point, section, term, week, year};
use crate::evidence::period::part::{CalendarPart, YearKind, YearName, YearSection};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;
use crate::evidence::period::{PeriodError, TimeSpan};

/// One end as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeriodPiece {
    /// It says all.
    Whole(TimeSpan),
    /// It lacks what the other end says.
    Partial(Partial),
}

/// An end without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Partial {
    /// A day, without its month.
    Day(u8),
    /// A day of a month.
    DayOf(u8, u8),
    /// A month.
    Month(u8),
    /// A week.
    Week(u8),
    /// A half or a quarter.
    Section(YearSection),
}

impl From<CalendarPart> for PeriodPiece {
    fn from(part: CalendarPart) -> Self {
        Self::Whole(part.into())
    }
}

/// A form that one end can have.
type PeriodForm = fn(&mut Cursor<'_>) -> ReadPeriod<PeriodPiece>;

/// Every form; those that begin as another does come before it.
const FORMS: [PeriodForm; 10] = [
    ending::read,
    day::read,
    week::read,
    section::read,
    term::read,
    point::read,
    month::read,
    hyphen::read,
    year::read,
    day::alone,
];

/// A stretch of time that says all.
pub(super) fn stretch(cursor: &mut Cursor<'_>) -> ReadPeriod<TimeSpan> {
    let mut ahead = *cursor;
    let Some(PeriodPiece::Whole(span)) = one(&mut ahead)? else { return Ok(None) };
    *cursor = ahead;
    Ok(Some(span))
}

/// One end.
fn one(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    while ahead.eat_word(PeriodWord::In) || ahead.eat_word(PeriodWord::The) {}
    for form in FORMS {
        if let Some(piece) = form(&mut ahead)? {
            *cursor = ahead;
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// One end, or two with what joins them.
pub(super) fn ends(cursor: &mut Cursor<'_>) -> ReadPeriod<TimeSpan> {
    let mut ahead = *cursor;
    let is_between = ahead.eat_word(PeriodWord::Between);
    let _ = is_between || ahead.eat_word(PeriodWord::From);
    let start = ahead;
    let Some(first) = one(&mut ahead)? else { return Ok(None) };
    let mut behind = ahead;
    if joined(is_between, &mut behind)
        && let Some(last) = second(first, &mut behind)?
    {
        *cursor = behind;
        return join(first, last, behind.text_since(&start)).map(Some);
    }
    let PeriodPiece::Whole(span) = first else { return Ok(None) };
    *cursor = ahead;
    Ok(Some(span))
}

/// The other end; of weeks it can be a number alone.
fn second(first: PeriodPiece, cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let week = match first {
        PeriodPiece::Partial(Partial::Week(_)) => week::last(cursor)?,
        PeriodPiece::Whole(_) | PeriodPiece::Partial(_) => None,
    };
    week.map_or_else(|| one(cursor), |week| Ok(Some(week)))
}

/// Moves over what joins two ends.
fn joined(is_between: bool, cursor: &mut Cursor<'_>) -> bool {
    cursor.eat(PeriodToken::Dash)
        || cursor.eat(PeriodToken::Hyphen)
        || cursor.eat(PeriodToken::Slash)
        || cursor.eat_words(&[PeriodWord::Up, PeriodWord::To])
        || cursor.eat_word(PeriodWord::To)
        || cursor.eat_word(PeriodWord::Until)
        || is_between && cursor.eat_word(PeriodWord::And)
}

fn join(first: PeriodPiece, last: PeriodPiece, text: &str) -> Result<TimeSpan, PeriodError> {
    let span = match (first, last) {
        (PeriodPiece::Whole(first), PeriodPiece::Whole(last)) => {
            Some(TimeSpan { first: first.first, last: last.last })
        }
        (PeriodPiece::Partial(first), PeriodPiece::Whole(last)) => {
            completed(first, last.last).map(|first| TimeSpan { first, last: last.last })
        }
        (PeriodPiece::Whole(first), PeriodPiece::Partial(last)) => {
            sectioned(last, first.first).map(|last| TimeSpan { first: first.first, last })
        }
        (PeriodPiece::Partial(_), PeriodPiece::Partial(_)) => None,
    };
    let span = span.map(named_alike).ok_or_else(|| PeriodError::NotADate(text.to_owned()))?;
    check_order(span.first, span.last, text)
        .map_err(|error| over_the_year(first, span, text).unwrap_or(error))?;
    Ok(span)
}

/// A name that stands at one end is that of the other too: `financial year 2010-11 to 2016-17`.
fn named_alike(span: TimeSpan) -> TimeSpan {
    let name = |part: CalendarPart| match part {
        CalendarPart::Year { name, .. } | CalendarPart::Section { name, .. } => Some(name),
        CalendarPart::Month { .. } | CalendarPart::Week { .. } | CalendarPart::Day { .. } => None,
    };
    let Some((first, last)) = name(span.first).zip(name(span.last)) else { return span };
    match (first, last) {
        (YearName::Single, _) | (_, YearName::Single) => span,
        (YearName::Pair, name) => TimeSpan { first: span.first.named(name), ..span },
        (name, YearName::Pair) => TimeSpan { last: span.last.named(name), ..span },
        (YearName::Financial | YearName::Academic | YearName::Tax, _) => span,
    }
}

/// A first end with the year of the last.
fn completed(first: Partial, last: CalendarPart) -> Option<CalendarPart> {
    match (first, last) {
        (Partial::Day(day), CalendarPart::Day { year, month, .. }) => {
            Some(CalendarPart::Day { year, month, day })
        }
        (Partial::DayOf(day, month), CalendarPart::Day { year, .. }) => day::checked(year, month, day).ok(),
        (Partial::Month(month), CalendarPart::Month { year, .. }) => {
            Some(CalendarPart::Month { year, month })
        }
        (Partial::Week(week), CalendarPart::Week { year, .. }) => {
            week::is_of(year, week).then_some(CalendarPart::Week { year, week })
        }
        (Partial::Section(_), last) => sectioned(first, last),
        _ => None,
    }
}

/// A half or quarter of the year that the other end names.
fn sectioned(end: Partial, other: CalendarPart) -> Option<CalendarPart> {
    let CalendarPart::Section { first, name, .. } = other else { return None };
    let Partial::Section(section) = end else { return None };
    Some(CalendarPart::Section { first, name, section })
}

/// Refuses a last part that starts or ends before the first one does. Pairs of years are told apart by their numbers.
pub(super) fn check_order(first: CalendarPart, last: CalendarPart, text: &str) -> Result<(), PeriodError> {
    let kind = Some(YearKind::Financial);
    if last.start(kind) < first.start(kind) || last.end(kind) < first.end(kind) {
        return Err(PeriodError::Backwards(text.to_owned()));
    }
    Ok(())
}

/// `March to January 2024` with both its years.
fn over_the_year(first: PeriodPiece, span: TimeSpan, text: &str) -> Option<PeriodError> {
    let instead = match (first, span.last) {
        (PeriodPiece::Partial(Partial::Month(month)), CalendarPart::Month { year, month: last }) => {
            format!("{} {} to {} {year}", month::name(month), year - 1, month::name(last))
        }
        (
            PeriodPiece::Partial(Partial::DayOf(day, month)),
            CalendarPart::Day { year, month: last, day: end },
        ) => {
            format!("{day} {} {} to {end} {} {year}", month::name(month), year - 1, month::name(last))
        }
        _ => return None,
    };
    Some(PeriodError::Open(text.to_owned(), "leaves open which year it begins in", instead))
}
