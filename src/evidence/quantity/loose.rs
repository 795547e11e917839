//! Loose words before a number that is not round: `about 0.22` is what 0.22 is rounded from, and not 0.23.

use super::{Qualifier, Quantity};
use rust_decimal::Decimal;

/// Whether a text names another number than the stated one, though a loose word or a bound before it would allow that:
/// only a round number stands for a wide neighbourhood, and only a rounder bound for another bound.
pub(super) fn is_another(text: &Quantity, stated: &Quantity) -> bool {
    let is_loose = text.qualifier == Qualifier::About;
    let is_bound = text.qualifier == stated.qualifier
        && matches!(
            text.qualifier,
            Qualifier::Over | Qualifier::AtLeast | Qualifier::Under | Qualifier::UpTo
        );
    let Some((mine, theirs)) = text.central.zip(stated.central).filter(|_| text.is_in_digits()) else {
        return false;
    };
    let (digits, place) = significant(mine);
    match (is_loose, is_bound) {
        (true, _) => {
            let is_round = digits < 10 || digits < 100 && digits % 5 == 0;
            !is_round && (mine - theirs).abs() > place.checked_div(Decimal::TWO).unwrap_or_default()
        }
        (false, true) => mine != theirs && place <= significant(theirs).1,
        (false, false) => false,
    }
}

/// The digits of a number without the noughts behind them, and the place of the last.
fn significant(number: Decimal) -> (i128, Decimal) {
    let number = number.normalize();
    let mut digits = number.mantissa().abs();
    let mut place = Decimal::new(1, number.scale());
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        place = place.checked_mul(Decimal::TEN).unwrap_or(place);
    }
    (digits, place)
}
