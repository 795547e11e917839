//! Lengths of time in another unit than their statistic: `1.5 days` for `36 hours`, `half an hour` for `30 minutes`.
//!
//! Only what is exact is converted: months have no number of days.

use crate::evidence::quantity::{Qualifier, Quantity, measure};
use rust_decimal::Decimal;

/// Lengths in words, and the same in digits before their unit.
const SPOKEN: [(&str, &str); 4] = [
    ("three quarters of a", "0.75"),
    ("three-quarters of a", "0.75"),
    ("a quarter of a", "0.25"),
    ("half a", "0.5"),
];

/// Whether a text is the length of time that a statistic states, to the digit, in a unit of its own.
pub(super) fn is_same(text: &str, value: &Quantity) -> bool {
    let Some(stated) = length(value) else { return false };
    let said = spoken(text).and_then(|said| length(&said));
    let said = said.or_else(|| length(&Quantity::parse(text).ok()?));
    said == Some(stated) && value.qualifier == Qualifier::Plain
}

/// The length in the smallest unit of its kind, and which kind that is.
fn length(quantity: &Quantity) -> Option<(bool, Decimal)> {
    let noun = quantity.noun.as_deref()?;
    let (is_months, factor) = measure::length(noun)?;
    let number = quantity.central.filter(|_| quantity.qualifier == Qualifier::Plain)?;
    Some((is_months, number.checked_mul(factor.into())?.normalize()))
}

/// `half an hour`, `three quarters of a year`, `an hour and a half`, read as digits would be.
fn spoken(text: &str) -> Option<Quantity> {
    let text = text.to_lowercase();
    let halves = SPOKEN.iter().find_map(|(words, digits)| {
        let unit = text.strip_prefix(words)?;
        Some(format!("{digits} {}", unit.strip_prefix('n').unwrap_or(unit).trim()))
    });
    let whole = || {
        let unit = text.strip_suffix(" and a half")?;
        let unit = unit.strip_prefix("an ").or_else(|| unit.strip_prefix("a "))?;
        Some(format!("1.5 {unit}"))
    };
    Quantity::parse(&halves.or_else(whole)?).ok()
}

#[cfg(test)]
mod tests {
    use super::is_same;
    use crate::evidence::quantity::Quantity;

    #[test]
    fn only_the_same_length_is_one() {
        for (text, stated, same) in [
            ("1.5 days", "36 hours", true),
            ("36 hours", "1.5 days", true),
            ("two weeks", "14 days", true),
            ("18 months", "1.5 years", true),
            ("half an hour", "30 minutes", true),
            ("three quarters of a year", "9 months", true),
            ("an hour and a half", "90 minutes", true),
            ("36 days", "36 hours", false),
            ("15 days", "2 weeks", false),
            ("four weeks", "1 month", false),
            ("half an hour", "40 minutes", false),
            ("over 36 hours", "1.5 days", false),
            ("36 hours a week", "1.5 days", false),
            ("36 miles", "1.5 days", false),
        ] {
            let stated = Quantity::parse(stated).expect(stated);
            assert_eq!(is_same(text, &stated), same, "{text}");
        }
    }
}
