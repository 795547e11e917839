//! Reporting periods as printed: years, year spans, months, days, changes.
//!
//! A period knows its calendar shape; whether `2010-11` starts in April or in
//! September is the measure's business and is passed in as a `YearKind`. It
//! deliberately holds no clock, no time zone and no language: labels take their
//! words from `PeriodWords`.

mod date;
mod error;
mod label;
mod read;

pub use date::{Date, Part, YearKind};
pub use error::PeriodError;
pub use label::{MONTHS, PeriodWords};

use compact_str::CompactString;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A reporting period. Equality is by meaning: `2010/11` equals `2010-11`.
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
    At(Part),
    /// A stretch of time; a single year, month or day begins and ends with itself.
    Span(Span),
    /// A change from one period to a later one of the same kind: `A..B`.
    Change {
        /// The period the change starts from.
        from: Part,
        /// The period the change leads to.
        to: Part,
    },
    /// A stretch without a start, or without an end; one of the two is given.
    Open {
        /// The first part, included: `since 2010`.
        from: Option<Part>,
        /// The last part, included: `to 2017-12`.
        to: Option<Part>,
    },
}

/// A stretch of time from the start of `first` to the end of `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The part it begins with.
    pub first: Part,
    /// The part it ends with; the same as `first` for a single year, month or day.
    pub last: Part,
}

/// Chronological order: the end first, then the start. An open end is last, an
/// open start first.
pub type SortKey = (Date, Date);

/// Stands for the start of a period without one.
const BEFORE_ALL: Date = (i32::MIN, 1, 1);

/// Stands for the end of a period without one.
const AFTER_ALL: Date = (i32::MAX, 12, 31);

impl Period {
    /// Reads a period.
    ///
    /// Forms: `2017`; `2010-11`, `2010/11`, `2010–11`, `2010/2011` (one year's span);
    /// any other `YYYY-MM`, and `YYYY-Mmm` for every month; `2018-04-30`; `at …`;
    /// `A..B` (change); `A to B`, `from A to B` (span); `to B`, `until B`; `since A`,
    /// `from A`.
    ///
    /// # Errors
    /// A `PeriodError` when the text is none of these, a date does not exist, or
    /// the period runs backwards.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let printed = text.trim();
        let shape = read::shape(printed)?;
        Ok(Period { printed: printed.into(), shape })
    }

    /// The first day, with years as `kind` has them; `None` when there is none.
    /// For a change, the first day of the earlier period.
    #[must_use]
    pub fn start(&self, kind: YearKind) -> Option<Date> {
        let (first, _) = self.ends();
        first.map(|part| part.start(kind))
    }

    /// The last day, with years as `kind` has them; `None` when there is none.
    /// For a change, the last day of the later period.
    #[must_use]
    pub fn end(&self, kind: YearKind) -> Option<Date> {
        let (_, last) = self.ends();
        last.map(|part| part.end(kind))
    }

    /// Orders periods by end, then by start. A single year counts as a calendar
    /// year and a pair of years as a financial one, whatever the measure.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let start = self.start(YearKind::Calendar).unwrap_or(BEFORE_ALL);
        let end = self.end(YearKind::Calendar).unwrap_or(AFTER_ALL);
        (end, start)
    }

    /// How many annual steps a change spans (`2010-11..2017-18`: seven); `None` for
    /// any other period, or when the two ends are not whole years apart.
    #[must_use]
    pub fn steps(&self) -> Option<i32> {
        match self.shape {
            PeriodShape::Change { from, to } => from.years_until(to),
            _ => None,
        }
    }

    /// The machine form, with years as `kind` has them: ISO 8601 dates and
    /// intervals (`2010-04-01/2011-03-31`), a single day as itself, a point at its
    /// own precision (`2017-03`), open ends as `..` (ISO 8601-2), and a change as two
    /// intervals joined by `..`.
    #[must_use]
    pub fn iso(&self, kind: YearKind) -> String {
        let mut text = String::new();
        self.push_iso(kind, &mut text);
        text
    }

    /// Appends the same.
    pub fn push_iso(&self, kind: YearKind, text: &mut String) {
        match self.shape {
            PeriodShape::At(part) => label::push_iso_point(part, kind, text),
            PeriodShape::Span(Span { first, last }) => label::push_iso_span(first, last, kind, text),
            PeriodShape::Change { from, to } => {
                label::push_iso_span(from, from, kind, text);
                text.push_str("..");
                label::push_iso_span(to, to, kind, text);
            }
            PeriodShape::Open { from, to } => {
                label::push_iso_end(from.map(|part| part.start(kind)), text);
                text.push('/');
                label::push_iso_end(to.map(|part| part.end(kind)), text);
            }
        }
    }

    /// The label for people: `2010–11 to 2017–18`, `at 31 March 2017`,
    /// `to December 2017`. An empty word is left out with its space.
    #[must_use]
    pub fn label(&self, words: &PeriodWords) -> String {
        label::of_shape(&self.shape, words)
    }

    fn ends(&self) -> (Option<Part>, Option<Part>) {
        match self.shape {
            PeriodShape::At(part) => (Some(part), Some(part)),
            PeriodShape::Span(Span { first, last }) => (Some(first), Some(last)),
            PeriodShape::Change { from, to } => (Some(from), Some(to)),
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
