//! Parts of the calendar that have a name: years, halves, quarters, months, weeks, days.

use super::date::{self, Date, days_in_month};

/// When the years of a measure begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearKind {
    /// 1 January to 31 December; a pair of years (`2010-11`) is no such year.
    Calendar,
    /// 1 April to 31 March, as in the United Kingdom.
    Financial,
    /// 1 September to 31 August.
    Academic,
}

impl YearKind {
    /// Every kind with its word in front matter.
    pub const ALL: [(&'static str, Self); 3] =
        [("financial", Self::Financial), ("academic", Self::Academic), ("calendar", Self::Calendar)];
}

/// A year, by the one that it begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Year {
    /// `2010` of `2010-11`.
    pub first: i32,
    /// How it is called.
    pub name: YearName,
}

/// How a year is called, and so when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearName {
    /// `2010`: a calendar year.
    Single,
    /// `2010-11`: whatever year the measure has.
    Pair,
    /// `financial year 2010-11`: from 1 April.
    Financial,
    /// `academic year 2010-11`: from 1 September.
    Academic,
    /// `tax year 2010-11`: from 6 April.
    Tax,
}

/// A half or a quarter, from 1 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearSection {
    /// Six months.
    Half(u8),
    /// Three months.
    Quarter(u8),
}

/// A named part of the calendar. Build one by reading a period; the fields are then a real date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarPart {
    /// A year.
    Year {
        /// The year that it begins in.
        first: i32,
        /// How it is called.
        name: YearName,
    },
    /// A half or a quarter of a year.
    Section {
        /// The year that its year begins in.
        first: i32,
        /// How that is called.
        name: YearName,
        /// Which of its halves or quarters.
        section: YearSection,
    },
    /// A month.
    Month {
        /// The year.
        year: i32,
        /// From 1 to 12.
        month: u8,
    },
    /// A week from Monday to Sunday, as ISO 8601 counts them.
    Week {
        /// The year that the week counts for.
        year: i32,
        /// From 1 to 52 or 53.
        week: u8,
    },
    /// A day.
    Day {
        /// The year.
        year: i32,
        /// From 1 to 12.
        month: u8,
        /// From 1 to the length of the month.
        day: u8,
    },
}

impl Year {
    /// The calendar year.
    pub(super) fn single(first: i32) -> Self {
        Self { first, name: YearName::Single }
    }

    /// When it begins; `None` for a pair of years when `kind` does not say which months those are.
    fn start(self, kind: Option<YearKind>) -> Option<Date> {
        let (month, day) = match self.name {
            YearName::Single => (1, 1),
            YearName::Financial => (4, 1),
            YearName::Academic => (9, 1),
            YearName::Tax => (4, 6),
            YearName::Pair => match kind? {
                YearKind::Financial => (4, 1),
                YearKind::Academic => (9, 1),
                YearKind::Calendar => return None,
            },
        };
        Some((self.first, month, day))
    }
}

impl YearSection {
    /// How many months it has, and how many of the year stand before it.
    fn months(self) -> (i64, i64) {
        let (months, place) = match self {
            Self::Half(place) => (6, place),
            Self::Quarter(place) => (3, place),
        };
        (months, months * (i64::from(place) - 1))
    }
}

impl From<Year> for CalendarPart {
    fn from(Year { first, name }: Year) -> Self {
        Self::Year { first, name }
    }
}

impl CalendarPart {
    /// The calendar year.
    pub(super) fn year(year: i32) -> Self {
        Year::single(year).into()
    }

    /// A half or a quarter.
    pub(super) fn section(Year { first, name }: Year, section: YearSection) -> Self {
        Self::Section { first, name, section }
    }

    /// A day.
    pub(super) fn day((year, month, day): Date) -> Self {
        Self::Day { year, month, day }
    }

    /// The first day, with pairs of years as `kind` has them; `None` where they are not known.
    #[must_use]
    pub fn start(self, kind: Option<YearKind>) -> Option<Date> {
        match self {
            Self::Year { first, name } => Year { first, name }.start(kind),
            Self::Section { first, name, section } => {
                date::months_later(Year { first, name }.start(kind)?, section.months().1)
            }
            Self::Month { year, month } => Some((year, month, 1)),
            Self::Week { year, week } => date::monday(year, week),
            Self::Day { year, month, day } => Some((year, month, day)),
        }
    }

    /// The last day, with pairs of years as `kind` has them; `None` where they are not known.
    #[must_use]
    pub fn end(self, kind: Option<YearKind>) -> Option<Date> {
        let before = |end: Option<Date>| date::days_later(end?, -1);
        match self {
            Self::Year { first, name: YearName::Single } => Some((first, 12, 31)),
            Self::Year { .. } => {
                let (first, month, day) = self.start(kind)?;
                before(Some((first + 1, month, day)))
            }
            Self::Section { section, .. } => {
                before(date::months_later(self.start(kind)?, section.months().0))
            }
            Self::Month { year, month } => Some((year, month, days_in_month(year, month))),
            Self::Week { .. } => date::days_later(self.start(kind)?, 6),
            Self::Day { year, month, day } => Some((year, month, day)),
        }
    }

    /// The same part of a year that is called so.
    pub(super) fn named(self, name: YearName) -> Self {
        match self {
            Self::Year { first, .. } => Self::Year { first, name },
            Self::Section { first, section, .. } => Self::Section { first, name, section },
            Self::Month { .. } | Self::Week { .. } | Self::Day { .. } => self,
        }
    }

    /// Whether both are of one kind, such as two quarters of financial years.
    pub(super) fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Year { name, .. }, Self::Year { name: other, .. }) => name == other,
            (Self::Section { name, section, .. }, Self::Section { name: other, section: of, .. }) => {
                name == other && std::mem::discriminant(&section) == std::mem::discriminant(&of)
            }
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }

    /// The part of its kind before it, or behind it; `None` at the ends of time.
    pub(super) fn neighbour(self, steps: i8) -> Option<Self> {
        Some(match self {
            Self::Year { first, name } => Self::Year { first: first + i32::from(steps), name },
            Self::Month { year, month } => {
                let (year, month, _) = date::months_later((year, month, 1), steps.into())?;
                Self::Month { year, month }
            }
            Self::Section { .. } | Self::Week { .. } | Self::Day { .. } => {
                let edge = if steps < 0 { self.start(None)? } else { self.end(None)? };
                Self::day(date::days_later(edge, steps.into())?)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{CalendarPart, Year, YearKind, YearName, YearSection};

    #[test]
    fn parts_start_and_end() {
        let (financial, academic) = (Some(YearKind::Financial), Some(YearKind::Academic));
        let month = CalendarPart::Month { year: 2017, month: 12 };
        assert_eq!(month.end(academic), Some((2017, 12, 31)));
        assert_eq!(CalendarPart::year(2017).end(academic), Some((2017, 12, 31)));
        let pair = |name| CalendarPart::Year { first: 2017, name };
        assert_eq!(pair(YearName::Pair).end(financial), Some((2018, 3, 31)));
        assert_eq!(pair(YearName::Pair).end(Some(YearKind::Calendar)), None);
        assert_eq!(pair(YearName::Tax).end(None), Some((2018, 4, 5)));
        let last = CalendarPart::section(Year { first: 2017, name: YearName::Pair }, YearSection::Quarter(4));
        assert_eq!((last.start(academic), last.end(academic)), (Some((2018, 6, 1)), Some((2018, 8, 31))));
    }
}
