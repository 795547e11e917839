//! What can be wrong with a reporting period, and what to do about it.
//!
//! Messages say what was found before what was expected, as for quantities. Where a text can mean something else than it
//! says, the remedy names a spelling that is then accepted.

use std::fmt;

/// Why a text is not a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// The text is empty or blank.
    Empty,
    /// This stands where a year, month or day was expected.
    NotADate(String),
    /// This stands behind a period.
    Trailing(String),
    /// A month that is not from 1 to 12.
    MonthOutOfRange(String),
    /// A quarter, half or week that the year does not have; the last that it has.
    SectionOutOfRange(String, u8),
    /// A day that the month does not have; the month's last day.
    DayOutOfRange(String, u8),
    /// A pair of years that do not follow each other; the first of them.
    NotConsecutive(String, i32),
    /// The end is before the start.
    Backwards(String),
    /// A change between two periods of different kinds.
    Unlike(String),
    /// A change from a period to itself.
    NoChange(String),
    /// A text with two meanings, and how each is written.
    Either(String, [String; 2]),
    /// A text that leaves something open: what, and how to say it.
    Open(String, &'static str, String),
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use PeriodError as E;
        match self {
            E::Empty => f.write_str("found nothing, expected a period"),
            E::NotADate(text) => write!(f, "found `{text}`, expected a year, month or day"),
            E::Trailing(text) => write!(f, "found `{text}` behind the period, expected its end"),
            E::MonthOutOfRange(text) => {
                write!(f, "found month out of range in `{text}`, expected `01` to `12`")
            }
            E::SectionOutOfRange(text, last) => {
                write!(f, "found number out of range in `{text}`, expected `1` to `{last}`")
            }
            E::DayOutOfRange(text, last) => {
                write!(f, "found day out of range in `{text}`, expected `01` to `{last}`")
            }
            E::NotConsecutive(text, _) => write!(f, "found `{text}`, expected consecutive years"),
            E::Backwards(text) => write!(f, "found `{text}`, expected the earlier period first"),
            E::Unlike(text) => {
                write!(f, "found `{text}`, expected two years, two months or two days")
            }
            E::NoChange(text) => write!(f, "found `{text}`, expected two different periods"),
            E::Either(text, [one, other]) => write!(f, "found `{text}`, which can be `{one}` or `{other}`"),
            E::Open(text, what, _) => write!(f, "found `{text}`, which {what}"),
        }
    }
}

impl std::error::Error for PeriodError {}

impl PeriodError {
    /// A remedy in one sentence.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        use PeriodError as E;
        let remedy = match self {
            E::Empty | E::NotADate(_) => {
                "write a period such as `2017`, `2016-17`, `March 2017`, `Q1 2017`, `31 March 2017` or \
                 `2010 to 2017`; `cscare-site explain periods` lists every form"
            }
            E::Trailing(_) => {
                "keep only the period; a marker belongs to the value, and a remark into `caveat:`"
            }
            E::NotConsecutive(_, first) => {
                let [next, later] = [1, 3].map(|more| first + more);
                return Some(format!(
                    "write `{first}-{:02}` for one year's span and `{first} to {later}` for a longer one",
                    next % 100
                ));
            }
            E::Backwards(_) => "swap the two ends",
            E::Unlike(_) => "write both ends of the change in the same form, such as `2010..2016`",
            E::NoChange(_) => "write the period once",
            E::Either(_, [one, other]) => return Some(format!("write `{one}` or `{other}`")),
            E::Open(_, _, instead) => return Some(format!("write `{instead}`")),
            E::MonthOutOfRange(_) | E::SectionOutOfRange(..) | E::DayOutOfRange(..) => return None,
        };
        Some(remedy.to_owned())
    }

    /// The spellings that the remedy names for this text alone; each is a period.
    #[must_use]
    pub fn ways_out(&self) -> &[String] {
        match self {
            Self::Either(_, ways) => ways,
            Self::Open(_, _, instead) => std::slice::from_ref(instead),
            Self::Empty
            | Self::NotADate(_)
            | Self::Trailing(_)
            | Self::MonthOutOfRange(_)
            | Self::SectionOutOfRange(..)
            | Self::DayOutOfRange(..)
            | Self::NotConsecutive(..)
            | Self::Backwards(_)
            | Self::Unlike(_)
            | Self::NoChange(_) => &[],
        }
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
            E::Trailing(text()),
            E::MonthOutOfRange(text()),
            E::SectionOutOfRange(text(), 4),
            E::DayOutOfRange(text(), 30),
            E::NotConsecutive(text(), 2010),
            E::Backwards(text()),
            E::Unlike(text()),
            E::NoChange(text()),
            E::Either(text(), [text(), text()]),
            E::Open(text(), "says no year", text()),
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
