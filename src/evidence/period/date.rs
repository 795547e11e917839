//! Days of the calendar, and how to get from one to another.
//!
//! Dates are those of the proleptic Gregorian calendar. What is computed is computed by jiff, which is known here alone.

use jiff::Span as Distance;
use jiff::civil::{Date as Civil, ISOWeekDate, Weekday};

/// Year, month from 1 to 12, day from 1 to 31.
pub type Date = (i32, u8, u8);

/// Whether a number of four digits is read as a year. The year after it has four digits too, and can be ended.
pub(super) fn is_year(number: i32) -> bool {
    (1000..9999).contains(&number)
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

/// A day so many days later, or earlier; `None` beyond the year 9999.
pub(super) fn days_later(date: Date, days: i64) -> Option<Date> {
    later(date, Distance::new().try_days(days).ok()?)
}

/// A day so many months later, or earlier: the last of a shorter month for a day that it does not have.
pub(super) fn months_later(date: Date, months: i64) -> Option<Date> {
    later(date, Distance::new().try_months(months).ok()?)
}

fn later(date: Date, distance: Distance) -> Option<Date> {
    civil(date)?.checked_add(distance).ok().map(from_civil)
}

/// The Monday of a week as ISO 8601 counts them; `None` for a week that the year does not have.
pub(super) fn monday(year: i32, week: u8) -> Option<Date> {
    let week = i8::try_from(week).ok()?;
    let monday = ISOWeekDate::new(i16::try_from(year).ok()?, week, Weekday::Monday).ok()?;
    Some(from_civil(monday.date()))
}

/// From 1 for Monday to 7 for Sunday.
pub(super) fn weekday(date: Date) -> Option<u8> {
    u8::try_from(civil(date)?.weekday().to_monday_one_offset()).ok()
}

fn civil((year, month, day): Date) -> Option<Civil> {
    Civil::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn from_civil(date: Civil) -> Date {
    (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
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

#[cfg(test)]
mod tests {
    use super::{days_in_month, days_later, monday, months_later, weekday};

    #[test]
    fn lengths_of_february() {
        for (year, days) in [(2016, 29), (2017, 28), (1900, 28), (2000, 29)] {
            assert_eq!(days_in_month(year, 2), days, "{year}");
        }
        assert_eq!(days_in_month(2017, 13), 0);
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        assert_eq!(days_later((2024, 2, 28), 2), Some((2024, 3, 1)));
        assert_eq!(days_later((9999, 12, 31), 1), None);
        assert_eq!(months_later((2024, 4, 1), -12), Some((2023, 4, 1)));
        assert_eq!(months_later((2024, 3, 31), -1), Some((2024, 2, 29)));
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        assert_eq!(monday(2024, 18), Some((2024, 4, 29)));
        assert_eq!(monday(2021, 1), Some((2021, 1, 4)));
        assert_eq!((monday(2024, 53), monday(2020, 53)), (None, Some((2020, 12, 28))));
        assert_eq!(weekday((2024, 3, 31)), Some(7));
    }
}
