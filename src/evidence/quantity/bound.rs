//! Bounds that are true and say nothing: `over a tenth` of 78%.

use super::{Qualifier, Quantity};
use rust_decimal::Decimal;

/// A value may be this many times what it is said to be above.
const ABOVE: Decimal = Decimal::TWO;

/// What a value is said to be below may be this many times the value. Shares and counts that are suppressed for being small
/// are printed as `under 5%`, so it is more.
const BELOW: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// Whether a bound in a text lies so far from the stated number that a reader would think of another. A convention of this
/// program; `at least one` and `less than 1%` are always said of what is more and less.
pub(super) fn says_little(text: &Quantity, stated: &Quantity) -> bool {
    let number = || stated.central.filter(Decimal::is_sign_positive);
    match text.qualifier {
        Qualifier::Over | Qualifier::AtLeast => {
            let pair = text.low().filter(|low| *low > Decimal::ONE).zip(number());
            pair.is_some_and(|(low, number)| number > low * ABOVE)
        }
        Qualifier::Under | Qualifier::UpTo => {
            let pair = text.high().filter(|high| *high > Decimal::ONE).zip(number());
            pair.is_some_and(|(high, number)| number * BELOW < high)
        }
        Qualifier::Plain | Qualifier::Nearly | Qualifier::JustOver | Qualifier::About => false,
    }
}
