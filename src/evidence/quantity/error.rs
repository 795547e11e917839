//! What can be wrong with a printed quantity, and what to do about it.
//!
//! Messages say what was found before what was expected. They deliberately carry
//! no file or line: the caller knows where the text stands.

use super::exponent::RAISED;
use crate::evidence::marker::Marker;
use std::fmt;

/// Why a text is not a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuantityError {
    /// The text is empty or blank.
    Empty,
    /// The text holds no number, in digits or words.
    NoNumber(String),
    /// These words stand before the number.
    Leading(String),
    /// A second number stands in this remainder.
    TwoNumbers(String),
    /// This text is left after the quantity.
    Trailing(String),
    /// Digits are not grouped in threes.
    BadGrouping(String),
    /// A numeral of another language than the page's, and the whole text with it as this one writes it.
    Numeral(String, String),
    /// More than eighteen digits, or beyond a million million million.
    TooLarge(String),
    /// A number was expected where this stands.
    NotANumber(String),
    /// The ends of a range are in different units.
    UnitsDiffer(String),
    /// The ends of a range are in falling order.
    Backwards(String),
    /// A text with two meanings, and how each is written.
    Either(String, [String; 2]),
    /// A word that looks like a unit, a scale or a currency, and is none that is known.
    Unknown(String),
    /// The code of a marker without its brackets.
    BareMarker(String, &'static str),
    /// A number and a marker that stands in place of one.
    Suppressed(String),
    /// A bracketed marker that official statistics do not use.
    UnknownMarker(String),
    /// A precision that is none of the known forms.
    BadPrecision(String),
    /// A relative precision for a percentage.
    RelativePrecision(String),
    /// A precision for a quantity without a single value.
    NoCentral(String),
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use QuantityError as E;
        match self {
            E::Empty => f.write_str("found nothing, expected a quantity"),
            E::NoNumber(text) => write!(f, "found `{text}`, expected a number"),
            E::Leading(text) => write!(f, "found `{text}` before the number"),
            E::TwoNumbers(text) => write!(f, "found another number in `{text}`, expected one"),
            E::Trailing(text) => write!(f, "found `{text}` after the quantity, expected its end"),
            E::BadGrouping(text) => write!(f, "found `{text}`, expected digits in groups of three"),
            E::Numeral(text, _) => {
                write!(f, "found `{text}`, expected the decimal sign of this page's language")
            }
            E::TooLarge(text) => write!(f, "found `{text}`, expected at most eighteen digits"),
            E::NotANumber(text) => write!(f, "found `{text}`, expected a number here"),
            E::UnitsDiffer(text) => {
                write!(f, "found two units in `{text}`, expected one for both ends of the range")
            }
            E::Backwards(text) => write!(f, "found `{text}`, expected the lower end first"),
            E::Either(text, [one, other]) => write!(f, "found `{text}`, which can be `{one}` or `{other}`"),
            E::Unknown(text) => {
                write!(f, "found `{text}`, which is no unit, scale or currency that is known")
            }
            E::BareMarker(text, _) => write!(f, "found `{text}`, expected a number or a marker in brackets"),
            E::Suppressed(text) => write!(f, "found a number beside `{text}`, which stands in place of one"),
            E::UnknownMarker(text) => write!(f, "found `{text}`, expected a known marker"),
            E::BadPrecision(text) => {
                write!(f, "found `{text}`, expected a precision such as `10`, `1%`, `±2.5`, `exact`")
            }
            E::RelativePrecision(text) => {
                write!(f, "found `{text}` for a percentage, expected a precision in points")
            }
            E::NoCentral(text) => {
                write!(f, "found a precision for `{text}`, expected a quantity with one value")
            }
        }
    }
}

impl std::error::Error for QuantityError {}

impl QuantityError {
    /// The spellings that the remedy names for this text alone; each is a quantity.
    #[must_use]
    pub fn ways_out(&self) -> &[String] {
        match self {
            Self::Either(_, ways) => ways,
            Self::Numeral(_, instead) => std::slice::from_ref(instead),
            _ => &[],
        }
    }

    /// A remedy in one sentence, when there is one.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        use QuantityError as E;
        let remedy = match self {
            E::Empty | E::NoNumber(_) | E::NotANumber(_) => {
                "write the figure as it is printed, such as `64%`, `£4.2bn` or `735,470`"
            }
            E::Leading(_) => "keep only the quantity; `over`, `about`, `nearly`, `only`, `just` may stay",
            E::Trailing(text) if text.chars().all(is_note_mark) => {
                "leave out the mark of a note, or write a power such as `10^2`"
            }
            E::Trailing(text) if Marker::in_parentheses(text).is_some() => {
                return Marker::in_parentheses(text).map(|marker| format!("did you mean `{marker}`?"));
            }
            E::Trailing(_) => "keep only the quantity and at most a short noun after it",
            E::TwoNumbers(_) => {
                "record two statistics, or write a range such as `22–164` or `between 5 and 7`"
            }
            E::BadGrouping(_) => {
                "group digits in threes, such as `735,470`, and write decimals such as `0.5`"
            }
            E::Numeral(_, instead) => {
                return Some(format!("write `{instead}`, or say by `lang:` which language the page is in"));
            }
            E::TooLarge(_) => "write a multiplier such as `million` and fewer digits",
            E::UnitsDiffer(_) => "give the unit once, after the range",
            E::Backwards(_) => {
                "write the lower number first; a fall from one value to another is two statistics"
            }
            E::Either(_, [one, other]) => return Some(format!("write `{one}` or `{other}`")),
            E::Unknown(_) => "write the word in full, such as `billion`, `kilograms` or `INR 500`",
            E::BareMarker(_, marker) => return Some(format!("did you mean `{marker}`?")),
            E::Suppressed(_) => "write the marker alone, or the number alone",
            E::UnknownMarker(_) => {
                return Some(format!("known markers are {}", Marker::listed()));
            }
            E::RelativePrecision(_) => {
                "write `1` for rounding to the nearest point, or `±1` for a margin in points"
            }
            E::BadPrecision(_) => "write a positive rounding step, a margin, or `exact`",
            E::NoCentral(_) => return None,
        };
        Some(remedy.to_owned())
    }
}

fn is_note_mark(letter: char) -> bool {
    RAISED.contains(&letter) || matches!(letter, '*' | '†' | '‡' | '§')
}

#[cfg(test)]
mod tests {
    use super::QuantityError as E;

    #[test]
    fn messages_put_what_was_found_first() {
        let errors: [fn(String) -> E; 13] = [
            E::NoNumber,
            E::Leading,
            E::TwoNumbers,
            E::Trailing,
            E::BadGrouping,
            E::TooLarge,
            E::NotANumber,
            E::UnitsDiffer,
            E::Backwards,
            E::UnknownMarker,
            E::BadPrecision,
            E::RelativePrecision,
            E::NoCentral,
        ];
        for error in errors.map(|make| make("73,54,70".to_owned())) {
            let message = error.to_string();
            assert!(message.starts_with("found"), "{message}");
            assert!(message.contains("`73,54,70`") && !message.ends_with('.'), "{message}");
            assert!(
                error.help().is_none_or(|help| !help.ends_with('.') && !help.starts_with(char::is_uppercase)),
                "{error:?}"
            );
        }
        assert_eq!(E::Empty.to_string(), "found nothing, expected a quantity");
    }
}
