//! What is wrong with a text, in the words that were typed: errors of the readers speak of plain English.

use super::Plain;
use crate::evidence::period::PeriodError;
use crate::evidence::quantity::QuantityError;

impl Plain<'_> {
    /// A message about the English text, with what it names in backticks as it was typed.
    pub(crate) fn told(&self, message: &str) -> String {
        let parts = message.split('`').enumerate().map(|(at, part)| match at % 2 {
            1 if self.text.contains(part) => self.typed(part),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("`")
    }

    /// The error of a value.
    pub(crate) fn of_quantity(&self, error: QuantityError) -> QuantityError {
        use QuantityError as E;
        let typed = |text: String| self.typed(&text);
        match error {
            E::Empty => E::Empty,
            E::NoNumber(text) => E::NoNumber(typed(text)),
            E::Leading(text) => E::Leading(typed(text)),
            E::TwoNumbers(text) => E::TwoNumbers(typed(text)),
            E::Trailing(text) => E::Trailing(typed(text)),
            E::BadGrouping(text) => E::BadGrouping(typed(text)),
            E::Numeral(text, instead) => E::Numeral(text, instead),
            E::TooLarge(text) => E::TooLarge(typed(text)),
            E::NotANumber(text) => E::NotANumber(typed(text)),
            E::UnitsDiffer(text) => E::UnitsDiffer(typed(text)),
            E::Backwards(text) => E::Backwards(typed(text)),
            E::Either(text, ways) => E::Either(typed(text), ways.map(typed)),
            E::Unknown(text) => E::Unknown(typed(text)),
            E::BareMarker(text, marker) => E::BareMarker(typed(text), marker),
            E::Suppressed(text) => E::Suppressed(text),
            E::UnknownMarker(text) => E::UnknownMarker(typed(text)),
            E::BadPrecision(text) => E::BadPrecision(typed(text)),
            E::RelativePrecision(text) => E::RelativePrecision(typed(text)),
            E::NoCentral(text) => E::NoCentral(typed(text)),
        }
    }

    /// The error of a period.
    pub(crate) fn of_period(&self, error: PeriodError) -> PeriodError {
        use PeriodError as E;
        let typed = |text: String| self.typed(&text);
        match error {
            E::Empty => E::Empty,
            E::NotADate(text) => E::NotADate(typed(text)),
            E::Trailing(text) => E::Trailing(typed(text)),
            E::MonthOutOfRange(text) => E::MonthOutOfRange(typed(text)),
            E::SectionOutOfRange(text, last) => E::SectionOutOfRange(typed(text), last),
            E::DayOutOfRange(text, last) => E::DayOutOfRange(typed(text), last),
            E::NotConsecutive(text, first) => E::NotConsecutive(typed(text), first),
            E::Backwards(text) => E::Backwards(typed(text)),
            E::Unlike(text) => E::Unlike(typed(text)),
            E::NoChange(text) => E::NoChange(typed(text)),
            E::Either(text, ways) => E::Either(typed(text), ways.map(typed)),
            E::Open(text, what, instead) => E::Open(typed(text), what, typed(instead)),
        }
    }
}
