//! What can be wrong with a reporting period, and what to do about it.
//!
//! Messages say what was found before what was expected, as for quantities.

use std::fmt;

/// Why a text is not a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// The text is empty or blank.
    Empty,
    /// This stands where a year, month or day was expected.
    NotADate(String),
    /// A month that is not from 1 to 12.
    MonthOutOfRange(String),
    /// A day that the month does not have; the month's last day.
    DayOutOfRange(String, u8),
    /// A pair of years that do not follow each other.
    NotConsecutive(String),
    /// The end is before the start.
    Backwards(String),
    /// A change between two periods of different kinds.
    Unlike(String),
    /// A change from a period to itself.
    NoChange(String),
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use PeriodError as E;
        match self {
            E::Empty => f.write_str("found nothing, expected a period"),
            E::NotADate(text) => write!(f, "found `{text}`, expected a year, month or day"),
            E::MonthOutOfRange(text) => {
                write!(f, "found month out of range in `{text}`, expected `01` to `12`")
            }
            E::DayOutOfRange(text, last) => {
                write!(f, "found day out of range in `{text}`, expected `01` to `{last}`")
            }
            E::NotConsecutive(text) => write!(f, "found `{text}`, expected consecutive years"),
            E::Backwards(text) => write!(f, "found `{text}`, expected the earlier period first"),
            E::Unlike(text) => {
                write!(f, "found `{text}`, expected two years, two months or two days")
            }
            E::NoChange(text) => write!(f, "found `{text}`, expected two different periods"),
        }
    }
}

impl std::error::Error for PeriodError {}

impl PeriodError {
    /// A remedy in one sentence, when there is one.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        use PeriodError as E;
        let remedy = match self {
            E::Empty | E::NotADate(_) => {
                "write a period such as `2017`, `2010-11`, `2017-12`, `at 2017-03-31` or `2010..2017`"
            }
            E::MonthOutOfRange(_) | E::NotConsecutive(_) => {
                "write `2010-11` for one year's span and `2010 to 2015` for a longer one"
            }
            E::Backwards(_) => "swap the two ends",
            E::Unlike(_) => "write both ends of the change in the same form",
            E::NoChange(_) => "write the period once",
            E::DayOutOfRange(..) => return None,
        };
        Some(remedy.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::PeriodError as E;

    #[test]
    fn messages_put_what_was_found_first() {
        let text = || "2010-13".to_owned();
        for error in [
            E::Empty,
            E::NotADate(text()),
            E::MonthOutOfRange(text()),
            E::DayOutOfRange(text(), 30),
            E::NotConsecutive(text()),
            E::Backwards(text()),
            E::Unlike(text()),
            E::NoChange(text()),
        ] {
            let message = error.to_string();
            assert!(message.starts_with("found") && !message.ends_with('.'), "{message}");
            assert!(
                error.help().is_none_or(|help| !help.ends_with('.') && !help.starts_with(char::is_uppercase)),
                "{error:?}"
            );
        }
    }
}
