//! Years: `2017`, `2016-17`, `FY2016-17`, `2016/17 financial year`, `201617`, `1990s`.

use super::ReadPeriod;
use super::piece::PeriodPiece;
use crate::evidence::period::date::is_year;
use crate::evidence::period::part::{CalendarPart, Year, YearName};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;
use crate::evidence::period::{PeriodError, TimeSpan};

/// How a year is called in words, with the words themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// `calendar year`.
    Calendar,
    /// By a name that a pair of years can have.
    Pair(YearName, &'static str),
}

/// A year, or a decade.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    if let Some(decade) = decade(&mut ahead) {
        *cursor = ahead;
        return Ok(Some(PeriodPiece::Whole(decade)));
    }
    ahead = *cursor;
    let Some(year) = year(&mut ahead)? else { return Ok(None) };
    let _ = ahead.eat_word(PeriodWord::Census);
    *cursor = ahead;
    Ok(Some(CalendarPart::from(year).into()))
}

/// A year with what it is called, on either side of it.
pub(super) fn year(cursor: &mut Cursor<'_>) -> ReadPeriod<Year> {
    let mut ahead = *cursor;
    let before = called(&mut ahead);
    if before.is_none() {
        let _ = ahead.eat_word(PeriodWord::Year);
    }
    let Some(mut digits) = digits(&mut ahead) else {
        return match before.filter(|_| ahead.number(2).is_some()) {
            Some(called) => Err(short(called, cursor)),
            None => Ok(None),
        };
    };
    if digits.year.name == YearName::Single && in_words(digits.year.first, before, &mut ahead) {
        digits.year.name = YearName::Pair;
    }
    let called = before.or_else(|| called(&mut ahead));
    let year = named(digits, called, ahead.text_since(cursor))?;
    *cursor = ahead;
    Ok(Some(year))
}

/// `financial year`, `FY`, `academic year`, …
pub(super) fn called(cursor: &mut Cursor<'_>) -> Option<Called> {
    let called = match cursor.peek() {
        Some(PeriodToken::Word(PeriodWord::Calendar)) => Called::Calendar,
        Some(PeriodToken::Word(PeriodWord::Financial)) => Called::Pair(YearName::Financial, "financial year"),
        Some(PeriodToken::Word(PeriodWord::Academic)) => Called::Pair(YearName::Academic, "academic year"),
        Some(PeriodToken::Word(PeriodWord::Tax)) => Called::Pair(YearName::Tax, "tax year"),
        _ => return None,
    };
    cursor.advance();
    let _ = cursor.eat_word(PeriodWord::Year);
    Some(called)
}

/// The digits of a year, and whether they can be a month too.
#[derive(Debug, Clone, Copy)]
struct Digits {
    year: Year,
    is_doubtful: bool,
}

fn digits(cursor: &mut Cursor<'_>) -> Option<Digits> {
    let mut ahead = *cursor;
    if let Some(six) = ahead.number(6) {
        let (first, next) = (six / 100, six % 100);
        let is_year = next == (first + 1) % 100 && is_year(first);
        *cursor = ahead;
        let year = Year { first, name: YearName::Pair };
        return is_year.then_some(Digits { year, is_doubtful: (1..=12).contains(&next) });
    }
    let first = ahead.year()?;
    *cursor = ahead;
    let is_pair = pair(first, &mut ahead);
    if is_pair {
        *cursor = ahead;
    }
    let name = if is_pair { YearName::Pair } else { YearName::Single };
    Some(Digits { year: Year { first, name }, is_doubtful: false })
}

/// Moves over `-17` or `/2017` behind `2016`.
fn pair(first: i32, cursor: &mut Cursor<'_>) -> bool {
    let next = first + 1;
    let is_joined = [PeriodToken::Hyphen, PeriodToken::Dash, PeriodToken::Slash]
        .into_iter()
        .any(|mark| cursor.eat_tight(mark));
    is_joined && (cursor.number(2) == Some(next % 100) || cursor.number(4) == Some(next))
}

/// Moves over `to 2024` behind `2023` where a name says that both are one year: `academic year 2023 to 2024`.
fn in_words(first: i32, before: Option<Called>, cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let is_joined =
        ahead.eat_word(PeriodWord::To) || ahead.eat(PeriodToken::Hyphen) || ahead.eat(PeriodToken::Dash);
    let is_next = is_joined && ahead.year() == Some(first + 1);
    let mut behind = ahead;
    let is_named = before.or_else(|| called(&mut behind)).is_some_and(|called| called != Called::Calendar)
        || behind.eat_word(PeriodWord::Term);
    if is_next && is_named {
        *cursor = ahead;
    }
    is_next && is_named
}

/// `FY24`, `FY22/23`.
fn short(called: Called, cursor: &Cursor<'_>) -> PeriodError {
    let text = cursor.whole().to_owned();
    let mut digits = *cursor;
    let _ = self::called(&mut digits);
    let first = digits.number(2).map_or(2000, super::month::in_full);
    let _ =
        digits.eat(PeriodToken::Hyphen) || digits.eat(PeriodToken::Slash) || digits.eat(PeriodToken::Dash);
    let is_pair = digits.number(2) == Some((first + 1) % 100);
    match called {
        Called::Calendar => PeriodError::Open(text, "leaves out the century", first.to_string()),
        Called::Pair(_, name) if is_pair => {
            PeriodError::Open(text, "leaves out the century", format!("{name} {}", pair_text(first)))
        }
        Called::Pair(_, name) => {
            PeriodError::Either(text, [first - 1, first].map(|first| format!("{name} {}", pair_text(first))))
        }
    }
}

/// A year as it is called; a name that its digits cannot have is refused.
fn named(
    Digits { mut year, is_doubtful }: Digits,
    called: Option<Called>,
    text: &str,
) -> Result<Year, PeriodError> {
    let first = year.first;
    match (called, year.name) {
        (None, YearName::Pair) if is_doubtful => {
            let month =
                format!("{} {first}", super::month::name(u8::try_from((first + 1) % 100).unwrap_or(1)));
            Err(PeriodError::Either(text.to_owned(), [pair_text(first), month]))
        }
        (None, _) | (Some(Called::Calendar), YearName::Single) => Ok(year),
        (Some(Called::Calendar), _) => {
            let what = "is one year across two calendar years";
            Err(PeriodError::Open(text.to_owned(), what, format!("calendar year {first}")))
        }
        (Some(Called::Pair(_, name)), YearName::Single) => {
            let ways = [first - 1, first].map(|first| format!("{name} {}", pair_text(first)));
            Err(PeriodError::Either(text.to_owned(), ways))
        }
        (Some(Called::Pair(name, _)), _) => {
            year.name = name;
            Ok(year)
        }
    }
}

/// `2016-17`.
pub(super) fn pair_text(first: i32) -> String {
    format!("{first}-{:02}", (first + 1) % 100)
}

/// `1990s`, `1990’s`.
fn decade(cursor: &mut Cursor<'_>) -> Option<TimeSpan> {
    let first = cursor.year().filter(|year| year % 10 == 0 && is_year(year + 9))?;
    let _ = cursor.eat_tight(PeriodToken::Apostrophe);
    (cursor.is_tight() && cursor.eat_word(PeriodWord::Plural))
        .then(|| TimeSpan { first: CalendarPart::year(first), last: CalendarPart::year(first + 9) })
}
