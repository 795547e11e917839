//! Quarters and halves: `Q3 2023`, `2024/25 Q1`, `third quarter of 2023`, `Quarter 3 (July to September) 2023`.
//!
//! Those of a pair of years begin with the year of the measure. Months in brackets are held against the quarter, and say
//! which year a pair of years is.

use super::ReadPeriod;
use super::month;
use super::piece::{Partial, PeriodPiece};
use super::year::year;
use crate::evidence::period::PeriodError;
use crate::evidence::period::part::{CalendarPart, Year, YearName, YearSection};
use crate::evidence::period::token::{Cursor, PeriodToken};
use crate::evidence::period::word::PeriodWord;

/// A quarter or a half, with its year or without.
pub(super) fn read(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let mut ahead = *cursor;
    let found = match marked(&mut ahead)? {
        Some(section) => year_behind(section, &mut ahead)?,
        None => {
            ahead = *cursor;
            year_before(&mut ahead)?
        }
    };
    if found.is_some() {
        *cursor = ahead;
    }
    Ok(found)
}

/// What a quarter or half is written with.
fn marked(cursor: &mut Cursor<'_>) -> ReadPeriod<YearSection> {
    let start = *cursor;
    let _ = cursor.eat_word(PeriodWord::The);
    let place = match cursor.peek() {
        Some(PeriodToken::Word(PeriodWord::Ordinal(place))) => NumberPlace::Number(place),
        Some(PeriodToken::Word(PeriodWord::Last)) => NumberPlace::Last,
        Some(PeriodToken::Number { value, digits: 1 }) => {
            NumberPlace::Number(u8::try_from(value).unwrap_or(0))
        }
        Some(PeriodToken::Word(_)) => NumberPlace::Behind,
        _ => return Ok(None),
    };
    if place != NumberPlace::Behind {
        cursor.advance();
        let _ = cursor.is_tight() && cursor.eat_word(PeriodWord::OrdinalEnding);
    }
    let (most, make): (u8, fn(u8) -> YearSection) = match cursor.peek() {
        Some(PeriodToken::Word(PeriodWord::Q | PeriodWord::Quarter)) => (4, YearSection::Quarter),
        Some(PeriodToken::Word(PeriodWord::H | PeriodWord::Half)) => (2, YearSection::Half),
        _ => return Ok(None),
    };
    cursor.advance();
    let number = match place {
        NumberPlace::Number(number) => number,
        NumberPlace::Last => most,
        NumberPlace::Behind => match cursor.number(1) {
            Some(number) => u8::try_from(number).unwrap_or(0),
            None => return Ok(None),
        },
    };
    if !(1..=most).contains(&number) {
        return Err(PeriodError::SectionOutOfRange(cursor.text_since(&start).to_owned(), most));
    }
    Ok(Some(make(number)))
}

/// Where the number of a quarter stands.
#[derive(PartialEq, Eq)]
enum NumberPlace {
    Number(u8),
    Last,
    Behind,
}

/// `2023` behind `Q3`.
fn year_behind(section: YearSection, cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let alone = *cursor;
    let gloss = months(cursor);
    let marks = [
        PeriodToken::Word(PeriodWord::Of),
        PeriodToken::Word(PeriodWord::In),
        PeriodToken::Comma,
        PeriodToken::Hyphen,
        PeriodToken::Slash,
    ];
    let _ = marks.into_iter().any(|mark| cursor.eat(mark));
    let _ = cursor.eat_word(PeriodWord::The);
    if let Some(year) = year(cursor)? {
        let gloss = gloss.or_else(|| months(cursor));
        return of(year, section, gloss, cursor).map(|part| Some(part.into()));
    }
    *cursor = alone;
    let mut short = alone;
    let _ = short.eat(PeriodToken::Apostrophe) || short.eat_tight(PeriodToken::Hyphen);
    match short.number(2).filter(|_| short.is_done()) {
        Some(digits) => {
            let instead = format!("{} {}", name(section), month::in_full(digits));
            Err(PeriodError::Open(cursor.whole().to_owned(), "leaves out the century", instead))
        }
        None => Ok(Some(PeriodPiece::Partial(Partial::Section(section)))),
    }
}

/// `2024/25 Q1`, `2023Q3`, `2023-Q3`.
fn year_before(cursor: &mut Cursor<'_>) -> ReadPeriod<PeriodPiece> {
    let Some(year) = year(cursor)? else { return Ok(None) };
    let marks = [PeriodToken::Hyphen, PeriodToken::Comma, PeriodToken::Slash];
    let _ = marks.into_iter().any(|mark| cursor.eat(mark));
    // The S of a semester, as SDMX writes halves.
    let mut semester = *cursor;
    if semester.eat_word(PeriodWord::Plural)
        && semester.is_tight()
        && matches!(semester.number(1), Some(1 | 2))
    {
        let half = semester.text_since(cursor).ends_with('2');
        *cursor = semester;
        return Ok(Some(CalendarPart::section(year, YearSection::Half(1 + u8::from(half))).into()));
    }
    let Some(section) = marked(cursor)? else { return Ok(None) };
    let gloss = months(cursor);
    of(year, section, gloss, cursor).map(|part| Some(part.into()))
}

/// Months in brackets.
fn months(cursor: &mut Cursor<'_>) -> Option<(u8, u8)> {
    let mut ahead = *cursor;
    let month = |cursor: &mut Cursor<'_>| match cursor.peek() {
        Some(PeriodToken::Word(PeriodWord::Month(month))) => {
            cursor.advance();
            Some(month)
        }
        _ => None,
    };
    let first = ahead.eat(PeriodToken::Open).then(|| month(&mut ahead)).flatten()?;
    let _ = ahead.eat_word(PeriodWord::To) || ahead.eat(PeriodToken::Hyphen) || ahead.eat(PeriodToken::Dash);
    let last = month(&mut ahead)?;
    let found = ahead.eat(PeriodToken::Close).then_some((first, last));
    if found.is_some() {
        *cursor = ahead;
    }
    found
}

/// A quarter of a year, as the months in brackets have it.
fn of(
    year: Year,
    section: YearSection,
    gloss: Option<(u8, u8)>,
    cursor: &Cursor<'_>,
) -> Result<CalendarPart, PeriodError> {
    let Some((first, last)) = gloss else { return Ok(CalendarPart::section(year, section)) };
    let names = match year.name {
        YearName::Pair => &[YearName::Financial, YearName::Academic][..],
        YearName::Single | YearName::Financial | YearName::Academic | YearName::Tax => {
            std::slice::from_ref(&year.name)
        }
    };
    let named = names.iter().map(|name| CalendarPart::section(Year { name: *name, ..year }, section));
    let month = |date: Option<(i32, u8, u8)>| date.map(|date| date.1);
    let mut fitting =
        named.filter(|part| (month(part.start(None)), month(part.end(None))) == (Some(first), Some(last)));
    fitting.next().ok_or_else(|| {
        let instead = format!("{} to {} {}", month::name(first), month::name(last), year.first);
        let what = "has other months than those in brackets";
        PeriodError::Open(cursor.whole().to_owned(), what, instead)
    })
}

/// `Q3`, `H1`.
fn name(section: YearSection) -> String {
    match section {
        YearSection::Quarter(number) => format!("Q{number}"),
        YearSection::Half(number) => format!("H{number}"),
    }
}
