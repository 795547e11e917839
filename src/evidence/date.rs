//! A date that may stop at the month or the year, as publishers give it.

use std::fmt;

/// `2019`, `2019-01` or `2019-01-23`. Dates compare in time order, a partial one before its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year, four digits.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day, 1 to 31.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Reads ISO 8601: year, year and month, or year, month and day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim().split('-').collect();
        let widths_fit = parts.iter().zip([4, 2, 2]).all(|(part, width)| part.len() == width);
        if parts.len() > 3
            || !widths_fit
            || !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return None;
        }
        let year: i16 = parts[0].parse().ok()?;
        let month: Option<i8> = parts.get(1).and_then(|part| part.parse().ok());
        let day: Option<i8> = parts.get(2).and_then(|part| part.parse().ok());
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// The date as an instant for a feed: its first moment in UTC.
    #[must_use]
    pub fn first_moment(self) -> String {
        format!("{:04}-{:02}-{:02}T00:00:00Z", self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn partial_dates_round_trip_and_wrong_ones_are_refused() {
        for text in ["2019", "2019-01", "2016-02-29"] {
            assert_eq!(PartialDate::parse(text).expect(text).to_string(), text);
        }
        for text in ["", "19", "2019-13", "2019-02-29", "2019-1", "2019-01-01T00", "−2019"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
