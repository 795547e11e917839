//! The spellings that data are full of, without taking them apart into tokens: `2017`, `2016-17`, `2017-03`, `2017-03-31`, a
//! point at one of them, a change between two.
//!
//! Whatever is not certainly one of these is left to the other readers, which read these too and give the same.

use super::hyphen::completed;
use crate::evidence::period::date::{days_in_month, is_year};
use crate::evidence::period::part::{CalendarPart, YearKind, YearName};
use crate::evidence::period::{PeriodShape, TimeSpan};

/// The shape of a text in one of these spellings.
pub(super) fn shape(text: &str) -> Option<PeriodShape> {
    if let Some(point) = text.strip_prefix("at ") {
        return part(point).map(PeriodShape::At);
    }
    let Some((from, to)) = text.split_once("..") else {
        return part(text).map(|part| PeriodShape::Span(part.into()));
    };
    let (from, to) = (part(from)?, part(to)?);
    let years = Some(YearKind::Financial);
    let is_later = from.start(years) < to.start(years);
    let is_plain = from.is_like(to) && is_later;
    is_plain.then(|| PeriodShape::Change { from: TimeSpan::from(from), to: TimeSpan::from(to) })
}

/// A year, a pair of years, a month or a day.
fn part(text: &str) -> Option<CalendarPart> {
    let year = digits(text.get(..4)?)?;
    if !is_year(year) {
        return None;
    }
    match *text.as_bytes().get(4..)? {
        [] => Some(CalendarPart::year(year)),
        [b'-' | b'/', tens, units] => {
            let next = i32::from(tens.wrapping_sub(b'0')) * 10 + i32::from(units.wrapping_sub(b'0'));
            let is_number = tens.is_ascii_digit() && units.is_ascii_digit();
            let month = u8::try_from(next).ok().filter(|month| (1..=12).contains(month));
            if is_number && next == (year + 1) % 100 {
                return Some(CalendarPart::Year { first: year, name: YearName::Pair });
            }
            let month =
                month.filter(|_| is_number && text.as_bytes()[4] == b'-' && completed(year, next).is_none());
            month.map(|month| CalendarPart::Month { year, month })
        }
        [b'-', _, _, b'-', _, _] => day(year, digits(text.get(5..7)?)?, digits(text.get(8..10)?)?),
        _ => None,
    }
}

fn day(year: i32, month: i32, day: i32) -> Option<CalendarPart> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    (1..=days_in_month(year, month)).contains(&day).then_some(CalendarPart::Day { year, month, day })
}

/// ASCII digits as a number.
fn digits(text: &str) -> Option<i32> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::shape;
    use crate::evidence::period::read::taken_apart;

    #[test]
    fn what_is_read_quickly_is_read_so_slowly_too() {
        let parts = [
            "2017",
            "2016-17",
            "2016/17",
            "2017-03-31",
            "1999-00",
            "2017-02-29",
            "0999",
            "2017-03",
            "2024-02-29",
            "201é",
        ];
        let mut quick = 0;
        for one in parts {
            let pairs = parts.iter().map(|other| format!("{one}..{other}"));
            for text in [one.to_owned(), format!("at {one}")].into_iter().chain(pairs) {
                if let Some(found) = shape(&text) {
                    quick += 1;
                    assert_eq!(taken_apart(&text, |_| None), Ok(found), "{text}");
                }
            }
        }
        assert!(quick > 12, "{quick}");
    }
}
