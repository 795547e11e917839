//! One end of a period, and two of them joined: `23 March–10 May 2020`, `Jan-Mar 2024`, `between 2010 and 2016`.
//!
//! The first end takes its month and year from the second when it has none. It deliberately carries no year back over
//! the turn of one: `December to February 2024` is refused, and both years are asked for.

use super::{Read, day, ending, hyphen, month, point, section, term, week, year};
use crate::evidence::period::part::{Part, Section, YearKind, YearName};
use crate::evidence::period::token::{Cursor, Token};
use crate::evidence::period::word::Word;
use crate::evidence::period::{PeriodError, Span};

/// One end as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// It says all.
    Whole(Span),
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
    Section(Section),
}

impl From<Part> for Piece {
    fn from(part: Part) -> Self {
        Self::Whole(part.into())
    }
}

/// A form that one end can have.
type Form = fn(&mut Cursor<'_>) -> Read<Piece>;

/// Every form; those that begin as another does come before it.
const FORMS: [Form; 10] = [
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
pub(super) fn stretch(cursor: &mut Cursor<'_>) -> Read<Span> {
    let mut ahead = *cursor;
    let Some(Piece::Whole(span)) = one(&mut ahead)? else { return Ok(None) };
    *cursor = ahead;
    Ok(Some(span))
}

/// One end.
fn one(cursor: &mut Cursor<'_>) -> Read<Piece> {
    let mut ahead = *cursor;
    while ahead.eat_word(Word::In) || ahead.eat_word(Word::The) {}
    for form in FORMS {
        if let Some(piece) = form(&mut ahead)? {
            *cursor = ahead;
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// One end, or two with what joins them.
pub(super) fn ends(cursor: &mut Cursor<'_>) -> Read<Span> {
    let mut ahead = *cursor;
    let is_between = ahead.eat_word(Word::Between);
    let _ = is_between || ahead.eat_word(Word::From);
    let start = ahead;
    let Some(first) = one(&mut ahead)? else { return Ok(None) };
    let mut behind = ahead;
    if joined(is_between, &mut behind)
        && let Some(last) = second(first, &mut behind)?
    {
        *cursor = behind;
        return join(first, last, behind.text_since(&start)).map(Some);
    }
    let Piece::Whole(span) = first else { return Ok(None) };
    *cursor = ahead;
    Ok(Some(span))
}

/// The other end; of weeks it can be a number alone.
fn second(first: Piece, cursor: &mut Cursor<'_>) -> Read<Piece> {
    let week = match first {
        Piece::Partial(Partial::Week(_)) => week::last(cursor)?,
        Piece::Whole(_) | Piece::Partial(_) => None,
    };
    week.map_or_else(|| one(cursor), |week| Ok(Some(week)))
}

/// Moves over what joins two ends.
fn joined(is_between: bool, cursor: &mut Cursor<'_>) -> bool {
    cursor.eat(Token::Dash)
        || cursor.eat(Token::Hyphen)
        || cursor.eat(Token::Slash)
        || cursor.eat_words(&[Word::Up, Word::To])
        || cursor.eat_word(Word::To)
        || cursor.eat_word(Word::Until)
        || is_between && cursor.eat_word(Word::And)
}

fn join(first: Piece, last: Piece, text: &str) -> Result<Span, PeriodError> {
    let span = match (first, last) {
        (Piece::Whole(first), Piece::Whole(last)) => Some(Span { first: first.first, last: last.last }),
        (Piece::Partial(first), Piece::Whole(last)) => {
            completed(first, last.last).map(|first| Span { first, last: last.last })
        }
        (Piece::Whole(first), Piece::Partial(last)) => {
            sectioned(last, first.first).map(|last| Span { first: first.first, last })
        }
        (Piece::Partial(_), Piece::Partial(_)) => None,
    };
    let span = span.map(named_alike).ok_or_else(|| PeriodError::NotADate(text.to_owned()))?;
    check_order(span.first, span.last, text)
        .map_err(|error| over_the_year(first, span, text).unwrap_or(error))?;
    Ok(span)
}

/// A name that stands at one end is that of the other too: `financial year 2010-11 to 2016-17`.
fn named_alike(span: Span) -> Span {
    let name = |part: Part| match part {
        Part::Year { name, .. } | Part::Section { name, .. } => Some(name),
        Part::Month { .. } | Part::Week { .. } | Part::Day { .. } => None,
    };
    let Some((first, last)) = name(span.first).zip(name(span.last)) else { return span };
    match (first, last) {
        (YearName::Single, _) | (_, YearName::Single) => span,
        (YearName::Pair, name) => Span { first: span.first.named(name), ..span },
        (name, YearName::Pair) => Span { last: span.last.named(name), ..span },
        (YearName::Financial | YearName::Academic | YearName::Tax, _) => span,
    }
}

/// A first end with the year of the last.
fn completed(first: Partial, last: Part) -> Option<Part> {
    match (first, last) {
        (Partial::Day(day), Part::Day { year, month, .. }) => Some(Part::Day { year, month, day }),
        (Partial::DayOf(day, month), Part::Day { year, .. }) => day::checked(year, month, day).ok(),
        (Partial::Month(month), Part::Month { year, .. }) => Some(Part::Month { year, month }),
        (Partial::Week(week), Part::Week { year, .. }) => {
            week::is_of(year, week).then_some(Part::Week { year, week })
        }
        (Partial::Section(_), last) => sectioned(first, last),
        _ => None,
    }
}

/// A half or quarter of the year that the other end names.
fn sectioned(end: Partial, other: Part) -> Option<Part> {
    let Part::Section { first, name, .. } = other else { return None };
    let Partial::Section(section) = end else { return None };
    Some(Part::Section { first, name, section })
}

/// Refuses a last part that starts or ends before the first one does. Pairs of years are told apart by their numbers.
pub(super) fn check_order(first: Part, last: Part, text: &str) -> Result<(), PeriodError> {
    let kind = Some(YearKind::Financial);
    if last.start(kind) < first.start(kind) || last.end(kind) < first.end(kind) {
        return Err(PeriodError::Backwards(text.to_owned()));
    }
    Ok(())
}

/// `March to January 2024` with both its years.
fn over_the_year(first: Piece, span: Span, text: &str) -> Option<PeriodError> {
    let instead = match (first, span.last) {
        (Piece::Partial(Partial::Month(month)), Part::Month { year, month: last }) => {
            format!("{} {} to {} {year}", month::name(month), year - 1, month::name(last))
        }
        (Piece::Partial(Partial::DayOf(day, month)), Part::Day { year, month: last, day: end }) => {
            format!("{day} {} {} to {end} {} {year}", month::name(month), year - 1, month::name(last))
        }
        _ => return None,
    };
    Some(PeriodError::Open(text.to_owned(), "leaves open which year it begins in", instead))
}
