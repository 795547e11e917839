//! Reporting periods as printed: years, quarters, months, weeks, days, stretches of them, changes.
//!
//! A period knows its calendar shape; whether `2010-11` starts in April or in
//! September is the measure's business and is passed in as a `YearKind`. Where
//! nobody says so its days are not known, and nothing is guessed. It deliberately
//! holds no clock and no time zone; labels take their words from `PeriodWords`.

mod date;
mod english;
mod error;
pub mod forms;
mod iso;
mod label;
mod part;
mod read;
mod token;
mod word;

pub use date::Date;
pub use english::MONTHS;
pub use error::PeriodError;
pub use label::PeriodWords;
pub use part::{CalendarPart, Year, YearKind, YearName, YearSection};

use crate::config::Language;
use crate::evidence::language::{Mode, Plain};
use compact_str::CompactString;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A reporting period. Equality is by shape: `2010/11` equals `2010-11`.
#[derive(Debug, Clone, Eq)]
pub struct Period {
    /// The printed text, without surrounding space.
    pub printed: CompactString,
    /// What it means.
    pub shape: PeriodShape,
}

/// What a period means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodShape {
    /// A point in time, known to a day, a month or a year: `at 2017-03-31`.
    At(CalendarPart),
    /// A stretch of time; a single year, month or day begins and ends with itself.
    Span(TimeSpan),
    /// A change from one period to a later one of the same kind: `A..B`.
    Change {
        /// The period the change starts from.
        from: TimeSpan,
        /// The period the change leads to.
        to: TimeSpan,
    },
    /// A stretch without a start, or without an end; one of the two is given.
    Open {
        /// The first part, included: `since 2010`.
        from: Option<CalendarPart>,
        /// The last part, included: `to 2017-12`.
        to: Option<CalendarPart>,
    },
}

/// A stretch of time from the start of `first` to the end of `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    /// The part it begins with.
    pub first: CalendarPart,
    /// The part it ends with; the same as `first` for a single year, month or day.
    pub last: CalendarPart,
}

impl From<CalendarPart> for TimeSpan {
    fn from(part: CalendarPart) -> Self {
        Self { first: part, last: part }
    }
}

/// Chronological order: the end first, then the start. An open end is last, an
/// open start first.
pub type SortKey = (Date, Date);

/// The days of a period: two stretches for a change, where another has one. An end that is open is `None`.
pub type Days = [Option<(Option<Date>, Option<Date>)>; 2];

/// Stands for the start of a period without one.
const BEFORE_ALL: Date = (i32::MIN, 1, 1);

/// Stands for the end of a period without one.
const AFTER_ALL: Date = (i32::MAX, 12, 31);

/// What pairs of years count as where only their order matters.
const FOR_ORDER: Option<YearKind> = Some(YearKind::Financial);

impl Period {
    /// Reads a period. `cscare-site explain periods` lists the forms.
    ///
    /// # Errors
    /// A `PeriodError` when the text is none of these, means two things, a date
    /// does not exist, or the period runs backwards.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let printed = text.trim();
        let period = Period { printed: printed.into(), shape: read::shape(printed)? };
        if period.is_among_years() { Ok(period) } else { Err(PeriodError::NotADate(printed.to_owned())) }
    }

    /// The same for a text in any language.
    ///
    /// # Errors
    /// As `parse`, with texts as they were typed.
    pub fn parse_in(text: &str, language: Language) -> Result<Period, PeriodError> {
        let printed = text.trim();
        let is_plain = || !printed.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
        if !language.has_own_words() || is_plain() && read::is_plain(printed) {
            return Period::parse(text);
        }
        let Ok(plain) = Plain::of(printed, language, Mode::Period) else { return Period::parse(text) };
        match Period::parse(&plain.text) {
            Ok(period) => Ok(Period { printed: printed.into(), ..period }),
            Err(error) => Err(plain.of_period(error)),
        }
    }

    /// Whether its days are of years that are written with four digits, with one to spare on each side, so that what is
    /// printed of it can be read again.
    fn is_among_years(&self) -> bool {
        let (start, end) = (self.start(FOR_ORDER), self.end(FOR_ORDER));
        start.is_none_or(|start| start.0 > 1000) && end.is_none_or(|end| end.0 < 9998)
    }

    /// The first day, with pairs of years as `kind` has them; `None` when there is
    /// none, or when it is not known. For a change, the first day of the earlier period.
    #[must_use]
    pub fn start(&self, kind: Option<YearKind>) -> Option<Date> {
        self.ends().0.and_then(|part| part.start(kind))
    }

    /// The last day, with pairs of years as `kind` has them; `None` when there is
    /// none, or when it is not known. For a change, the last day of the later period.
    #[must_use]
    pub fn end(&self, kind: Option<YearKind>) -> Option<Date> {
        self.ends().1.and_then(|part| part.end(kind))
    }

    /// Orders periods by end, then by start. A pair of years counts as a financial
    /// one, whatever the measure.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        (self.end(FOR_ORDER).unwrap_or(AFTER_ALL), self.start(FOR_ORDER).unwrap_or(BEFORE_ALL))
    }

    /// The days it is about, so that two spellings of one time are told to be that;
    /// `None` when they are not known.
    #[must_use]
    pub fn days(&self, kind: Option<YearKind>) -> Option<Days> {
        let of = |span: TimeSpan| Some((Some(span.first.start(kind)?), Some(span.last.end(kind)?)));
        Some(match self.shape {
            PeriodShape::At(part) => [Some(of(part.into())?), None],
            PeriodShape::Span(span) => [Some(of(span)?), None],
            PeriodShape::Change { from, to } => [Some(of(from)?), Some(of(to)?)],
            PeriodShape::Open { from, to } => {
                let from = from.map(|part| part.start(kind).ok_or(())).transpose().ok()?;
                let to = to.map(|part| part.end(kind).ok_or(())).transpose().ok()?;
                [Some((from, to)), None]
            }
        })
    }

    /// The same for comparing periods with each other: a pair of years that nobody has
    /// said the months of counts as a financial one.
    #[must_use]
    pub fn time(&self, kind: Option<YearKind>) -> Days {
        let counted = kind.filter(|kind| *kind != YearKind::Calendar).or(FOR_ORDER);
        self.days(counted).unwrap_or_default()
    }

    /// Whether its days are known, with pairs of years as `kind` has them.
    #[must_use]
    pub fn is_known(&self, kind: Option<YearKind>) -> bool {
        self.days(kind).is_some()
    }

    /// How many annual steps a change spans (`2010-11..2017-18`: seven); `None` for
    /// any other period, or when the two ends are not whole years apart.
    #[must_use]
    pub fn steps(&self) -> Option<i32> {
        let PeriodShape::Change { from, to } = self.shape else { return None };
        let (before, after) = (from.first.start(FOR_ORDER)?, to.first.start(FOR_ORDER)?);
        let is_anniversary = (before.1, before.2) == (after.1, after.2);
        is_anniversary.then(|| after.0 - before.0)
    }

    /// The machine form, with pairs of years as `kind` has them: ISO 8601 dates and
    /// intervals of days (`2010-04-01/2011-03-31`), a single day as itself, open ends
    /// as `..` (ISO 8601-2), and a change as two intervals joined by `..`; `unknown`
    /// where the days are not known. What is printed is read again as the same days.
    #[must_use]
    pub fn iso(&self, kind: Option<YearKind>) -> String {
        let mut text = String::new();
        self.push_iso(kind, &mut text);
        text
    }

    /// Appends the same.
    pub fn push_iso(&self, kind: Option<YearKind>, text: &mut String) {
        match self.days(kind) {
            Some(days) => iso::push(days, text),
            None => text.push_str(iso::UNKNOWN),
        }
    }

    /// The label for people: `2010–11 to 2017–18`, `at 31 March 2017`,
    /// `to December 2017`. An empty word is left out with its space.
    #[must_use]
    pub fn label(&self, words: &PeriodWords) -> String {
        label::of_shape(&self.shape, words)
    }

    fn ends(&self) -> (Option<CalendarPart>, Option<CalendarPart>) {
        match self.shape {
            PeriodShape::At(part) => (Some(part), Some(part)),
            PeriodShape::Span(TimeSpan { first, last }) => (Some(first), Some(last)),
            PeriodShape::Change { from, to } => (Some(from.first), Some(to.last)),
            PeriodShape::Open { from, to } => (from, to),
        }
    }
}

impl PartialEq for Period {
    fn eq(&self, other: &Period) -> bool {
        self.shape == other.shape
    }
}

impl Hash for Period {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.shape.hash(state);
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed)
    }
}

#[cfg(test)]
mod tests;
