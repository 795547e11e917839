//! Calendar parts: a year, a pair of years, a month, a day.
//!
//! Dates are those of the proleptic Gregorian calendar. It deliberately does no
//! date arithmetic beyond the length of a month.

/// Year, month from 1 to 12, day from 1 to 31.
pub type Date = (i32, u8, u8);

/// When the years of a measure begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearKind {
    /// 1 January to 31 December. A pair of years (`2010-11`) is then read as a
    /// financial year, since it is one year's span in every case.
    Calendar,
    /// 1 April to 31 March, as in the United Kingdom.
    Financial,
    /// 1 September to 31 August.
    Academic,
}

/// A named part of the calendar. Build one by reading a period; the fields are
/// then a real date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A year as one number; it begins in that year.
    Year(i32),
    /// One year across two calendar years, by the first: `2010-11` is 2010.
    YearPair(i32),
    /// A month.
    Month {
        /// The year.
        year: i32,
        /// From 1 to 12.
        month: u8,
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

impl Part {
    /// The first day, with pairs of years as `kind` has them; a bare year is a calendar year.
    #[must_use]
    pub fn start(self, kind: YearKind) -> Date {
        match self {
            Part::Year(year) => (year, 1, 1),
            Part::YearPair(year) => (year, first_month(pair_kind(kind)), 1),
            Part::Month { year, month } => (year, month, 1),
            Part::Day { year, month, day } => (year, month, day),
        }
    }

    /// The last day, with pairs of years as `kind` has them.
    #[must_use]
    pub fn end(self, kind: YearKind) -> Date {
        match self {
            Part::Year(year) => (year, 12, 31),
            Part::YearPair(year) => year_end(year, pair_kind(kind)),
            Part::Month { year, month } => (year, month, days_in_month(year, month)),
            Part::Day { year, month, day } => (year, month, day),
        }
    }

    /// Whether both are years, pairs of years, months or days.
    pub(super) fn is_like(self, other: Part) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whole years from this part to a later one of the same kind.
    pub(super) fn years_until(self, later: Part) -> Option<i32> {
        let (from, to) = (self.start(YearKind::Calendar), later.start(YearKind::Calendar));
        let anniversary = (from.1, from.2) == (to.1, to.2);
        (self.is_like(later) && anniversary).then(|| to.0 - from.0)
    }
}

/// How many days a month has; zero for a month that does not exist.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Appends `2010-04-01`.
pub(super) fn push_iso((year, month, day): Date, text: &mut String) {
    push_year(year, text);
    for number in [month, day] {
        text.push('-');
        push_two_digits(number, text);
    }
}

/// A year with four digits or more, digit by digit: data files have very many dates.
pub(super) fn push_year(year: i32, text: &mut String) {
    match (u8::try_from(year / 100), u8::try_from(year % 100)) {
        (Ok(century @ ..=99), Ok(rest)) => {
            push_two_digits(century, text);
            push_two_digits(rest, text);
        }
        _ => text.push_str(&format!("{year:04}")),
    }
}

/// Every number below a hundred.
const TWO_DIGITS: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899";

/// A number below a hundred.
pub(super) fn push_two_digits(number: u8, text: &mut String) {
    let at = 2 * usize::from(number);
    text.push_str(&TWO_DIGITS[at..at + 2]);
}

fn pair_kind(kind: YearKind) -> YearKind {
    if kind == YearKind::Calendar { YearKind::Financial } else { kind }
}

fn first_month(kind: YearKind) -> u8 {
    match kind {
        YearKind::Calendar => 1,
        YearKind::Financial => 4,
        YearKind::Academic => 9,
    }
}

fn year_end(year: i32, kind: YearKind) -> Date {
    match kind {
        YearKind::Calendar => (year, 12, 31),
        YearKind::Financial => (year + 1, 3, 31),
        YearKind::Academic => (year + 1, 8, 31),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, YearKind, days_in_month};

    #[test]
    fn lengths_of_february() {
        for (year, days) in [(2016, 29), (2017, 28), (1900, 28), (2000, 29)] {
            assert_eq!(days_in_month(year, 2), days, "{year}");
        }
        assert_eq!(days_in_month(2017, 13), 0);
    }

    #[test]
    fn parts_start_and_end() {
        let month = Part::Month { year: 2017, month: 12 };
        assert_eq!(month.end(YearKind::Academic), (2017, 12, 31));
        assert_eq!(Part::Year(2017).end(YearKind::Academic), (2017, 12, 31));
        assert_eq!(Part::YearPair(2017).end(YearKind::Calendar), (2018, 3, 31));
        assert_eq!(Part::Year(2017).years_until(Part::YearPair(2018)), None);
    }
}
