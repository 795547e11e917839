//! Reading reporting periods: what a whole text is.
//!
//! A text is taken apart into tokens, and read by small readers that each know one form. A reader gives `Ok(None)` and
//! leaves the cursor where it was when the text is not of its form, and an error when it is and cannot be right.
//! What could mean two things is refused: nothing is guessed.

mod day;
mod ending;
mod hyphen;
mod month;
mod near;
mod piece;
mod plain;
mod point;
mod section;
mod term;
mod week;
mod year;

use super::english;
use super::part::CalendarPart;
use super::token::{Cursor, PeriodToken, Tokens};
use super::word::PeriodWord;
use super::{PeriodError, PeriodShape, TimeSpan};
use piece::{ends, stretch};

/// What a reader gives.
type ReadPeriod<T> = Result<Option<T>, PeriodError>;

/// The shape of a trimmed text.
///
/// # Errors
/// As `Period::parse`.
pub(super) fn shape(text: &str) -> Result<PeriodShape, PeriodError> {
    if text.is_empty() {
        return Err(PeriodError::Empty);
    }
    plain::shape(text).map_or_else(|| taken_apart(text, near::slip), Ok)
}

/// Whether a text is one of the spellings that data are full of, which are the same in every language.
pub(super) fn is_plain(text: &str) -> bool {
    plain::shape(text).is_some()
}

/// Whether a text is a period as it stands; of one that is none nothing near is looked for.
fn is_period(text: &str) -> bool {
    plain::shape(text).is_some() || taken_apart(text, |_| None).is_ok()
}

/// The shape of a text by its tokens; `slip` says what one that is none may have meant.
fn taken_apart(
    text: &str,
    slip: impl Fn(&Cursor<'_>) -> Option<PeriodError>,
) -> Result<PeriodShape, PeriodError> {
    let unread = || PeriodError::NotADate(text.to_owned());
    let tokens = Tokens::of(text, english::LEXICON).ok_or_else(unread)?;
    let mut cursor = tokens.cursor();
    let is_bracketed = wave(&mut cursor)?;
    let found = open(&mut cursor)?.map_or_else(|| dated(&mut cursor), |open| Ok(Some(open)))?;
    let _ = is_bracketed && cursor.eat(PeriodToken::Close);
    match found {
        Some(shape) if cursor.is_done() => Ok(shape),
        _ => Err(slip(&cursor).unwrap_or_else(|| match found {
            Some(_) => PeriodError::Trailing(cursor.rest().to_owned()),
            None => unread(),
        })),
    }
}

/// The name of a wave of a survey before its dates; whether those stand in brackets.
fn wave(cursor: &mut Cursor<'_>) -> Result<bool, PeriodError> {
    let mut ahead = *cursor;
    if !ahead.eat_word(PeriodWord::Wave) || ahead.small().is_none() {
        return Ok(false);
    }
    if ahead.is_done() {
        let name = ahead.whole();
        return Err(PeriodError::Open(name.to_owned(), "has no dates", format!("{name} (2014 to 2016)")));
    }
    let is_bracketed = ahead.eat(PeriodToken::Open);
    let _ = ahead.eat(PeriodToken::Comma);
    *cursor = ahead;
    Ok(is_bracketed)
}

/// A point in time, a change, or a stretch.
fn dated(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodShape> {
    if let Some(point) = at(cursor)? {
        return Ok(Some(PeriodShape::At(point)));
    }
    let start = *cursor;
    let Some(from) = ends(cursor)? else { return Ok(None) };
    let alone = cursor.text_since(&start);
    if cursor.eat(PeriodToken::Dots) {
        if cursor.is_done() {
            let instead = format!("{alone} onwards");
            return Err(PeriodError::Open(cursor.whole().to_owned(), "names one end of a change", instead));
        }
        let Some(to) = ends(cursor)? else { return Ok(None) };
        return change(from, to, cursor.text_since(&start)).map(Some);
    }
    Ok(Some(PeriodShape::Span(from)))
}

/// `at`, `as at`, `as of`, `on`, and one part of the calendar.
fn at(cursor: &mut Cursor<'_>) -> ReadPeriod<CalendarPart> {
    let mut ahead = *cursor;
    let is_at = ahead.eat_words(&[PeriodWord::As, PeriodWord::At])
        || ahead.eat_words(&[PeriodWord::As, PeriodWord::Of])
        || ahead.eat_word(PeriodWord::At)
        || ahead.eat_word(PeriodWord::On)
        || ahead.eat_word(PeriodWord::Census);
    if !is_at {
        return Ok(None);
    }
    let point = stretch(&mut ahead)?.filter(|span| span.first == span.last);
    if point.is_some() {
        *cursor = ahead;
    }
    Ok(point.map(|span| span.last))
}

fn change(from: TimeSpan, to: TimeSpan, text: &str) -> Result<PeriodShape, PeriodError> {
    if !(from.first.is_like(to.first) && from.last.is_like(to.last)) {
        return Err(PeriodError::Unlike(text.to_owned()));
    }
    if from == to {
        return Err(PeriodError::NoChange(text.to_owned()));
    }
    piece::check_order(from.first, to.first, text)?;
    piece::check_order(from.last, to.last, text)?;
    Ok(PeriodShape::Change { from, to })
}

/// A stretch without a start, or without an end.
fn open(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodShape> {
    let mut ahead = *cursor;
    let found = match before(&mut ahead)? {
        Some(shape) => Some(shape),
        None => {
            ahead = *cursor;
            since(&mut ahead)?
        }
    };
    if found.is_some() {
        *cursor = ahead;
    }
    Ok(found)
}

/// `to 2016`, `up to`, `until`, `before`; `../2016-12-31`.
fn before(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodShape> {
    let is_before = cursor.eat_word(PeriodWord::Before);
    let is_iso = cursor.eat(PeriodToken::Dots);
    let is_to = is_before
        || is_iso && cursor.eat(PeriodToken::Slash)
        || cursor.eat_words(&[PeriodWord::Up, PeriodWord::To])
        || cursor.eat_words(&[PeriodWord::Up, PeriodWord::Until])
        || cursor.eat_word(PeriodWord::To)
        || cursor.eat_word(PeriodWord::Until);
    if !is_to {
        return Ok(None);
    }
    let to = stretch(cursor)?.map(|span| span.last);
    let to = if is_before { to.and_then(|part| part.neighbour(-1)) } else { to };
    Ok(to.map(|to| PeriodShape::Open { from: None, to: Some(to) }))
}

/// `since 2010`, `from 2010`, `after 2010`, `2010 onwards`, `2010 to date`; `2010/..`.
fn since(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodShape> {
    let is_after = cursor.eat_word(PeriodWord::After);
    let is_since = is_after || cursor.eat_word(PeriodWord::Since) || cursor.eat_word(PeriodWord::From);
    let Some(span) = stretch(cursor)? else { return Ok(None) };
    let is_open = without_end(cursor);
    let is_whole = is_open || is_since && cursor.is_done();
    if !is_whole {
        return Ok(None);
    }
    let from = if is_after { span.last.neighbour(1) } else { Some(span.first) };
    Ok(from.map(|from| PeriodShape::Open { from: Some(from), to: None }))
}

/// What says behind a period that it goes on.
fn without_end(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let is_joined = ahead.eat_word(PeriodWord::To)
        || ahead.eat_words(&[PeriodWord::Up, PeriodWord::To])
        || ahead.eat_word(PeriodWord::Until)
        || ahead.eat(PeriodToken::Hyphen)
        || ahead.eat(PeriodToken::Dash);
    let mut onwards = *cursor;
    let is_and = onwards.eat_word(PeriodWord::And) || onwards.eat_word(PeriodWord::On);
    let mut iso = *cursor;
    let found = if is_joined
        && (ahead.eat_words(&[PeriodWord::The, PeriodWord::Now]) || ahead.eat_word(PeriodWord::Now))
    {
        let _ = ahead.eat_word(PeriodWord::Day);
        ahead
    } else if is_joined && ahead.is_done() && !matches!(cursor.peek(), Some(PeriodToken::Word(_))) {
        ahead
    } else if onwards.eat_word(PeriodWord::Onwards) || is_and && onwards.eat_word(PeriodWord::After) {
        onwards
    } else if iso.eat(PeriodToken::Slash) && iso.eat(PeriodToken::Dots) {
        iso
    } else {
        return false;
    };
    *cursor = found;
    true
}
