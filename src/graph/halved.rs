//! `halved`, which is a figure: half as much is left.

use super::bound::Binding;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::Statistic;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// How far a share may be from half, in points: as far as that of a fraction in words.
const WITHIN: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Whether the first word of a text says so.
pub(super) fn is_said(text: &str) -> bool {
    let first = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    ["halved", "halves", "halving"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// A fall by half, or a multiple of a half, agrees; anything else does not.
pub(super) fn judge(statistic: &Statistic, value: &Quantity) -> Binding {
    let number = value.central.map(|number| number.abs());
    let agrees = number.is_some_and(|number| match value.unit {
        Unit::Percent => (number - Decimal::from(50)).abs() <= WITHIN,
        Unit::Times => (number - Decimal::new(5, 1)).abs() <= Decimal::new(5, 2),
        Unit::Count | Unit::Points | Unit::Money(_) | Unit::Per(_) => false,
    });
    match agrees {
        true => Binding::Agrees,
        false => Binding::Wrong(format!(
            "`halved` is printed here, but the statistic says `{}`",
            statistic.printed
        )),
    }
}
