//! Decimal sums, products and quotients rounded in a chosen direction.
//!
//! `Decimal` rounds to nearest when a result needs more than 96 bits; an
//! interval bound must then move outward, never inward. Exact results come back
//! untouched. Intervals themselves live in `crate::evidence::interval`.

use rust_decimal::Decimal;

/// The finest scale a `Decimal` can carry.
const FINEST: u32 = 28;

/// The direction an inexact result is moved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Towards {
    /// Never above the true result: for a low bound.
    Down,
    /// Never below the true result: for a high bound.
    Up,
}

/// `a + b`, moved outward when inexact; `None` on overflow.
pub(crate) fn sum(a: Decimal, b: Decimal, towards: Towards) -> Option<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let nearest = a.checked_add(b)?;
    let exact = a.is_zero() || b.is_zero() || nearest.scale() >= a.scale().max(b.scale());
    settle(nearest, exact, towards)
}

/// `a × b`, moved down and moved up when inexact; `None` on overflow.
pub(crate) fn product(a: Decimal, b: Decimal) -> Option<(Decimal, Decimal)> {
    let (nearest, exact) = nearest_product(a.normalize(), b.normalize())?;
    both_ways(nearest, exact)
}

/// `a ÷ b`, moved down and moved up when inexact; `None` on overflow or `b == 0`.
pub(crate) fn quotient(a: Decimal, b: Decimal) -> Option<(Decimal, Decimal)> {
    let (a, b) = (a.normalize(), b.normalize());
    let mut nearest = a.checked_div(b)?;
    let exact = nearest_product(nearest.normalize(), b).is_some_and(|(back, exact)| exact && back == a);
    if !exact {
        nearest.rescale(FINEST);
    }
    both_ways(nearest, exact)
}

/// The product to nearest, and whether it is exact; operands are normalized.
fn nearest_product(a: Decimal, b: Decimal) -> Option<(Decimal, bool)> {
    if a.is_zero() || b.is_zero() {
        return Some((Decimal::ZERO, true));
    }
    let nearest = a.checked_mul(b)?;
    Some((nearest, nearest.scale() == a.scale() + b.scale()))
}

fn both_ways(nearest: Decimal, exact: bool) -> Option<(Decimal, Decimal)> {
    Some((settle(nearest, exact, Towards::Down)?, settle(nearest, exact, Towards::Up)?))
}

/// Moves an inexact result one unit in its last place in the given direction.
fn settle(nearest: Decimal, exact: bool, towards: Towards) -> Option<Decimal> {
    if exact {
        return Some(nearest);
    }
    let scale = if nearest.is_zero() { FINEST } else { nearest.scale() };
    let last_place = Decimal::new(1, scale);
    match towards {
        Towards::Down => nearest.checked_sub(last_place),
        Towards::Up => nearest.checked_add(last_place),
    }
}

#[cfg(test)]
mod tests {
    use super::{Towards, product, quotient, sum};
    use rust_decimal::Decimal;

    #[test]
    fn exact_results_are_untouched() {
        let (a, b) = (Decimal::new(25, 1), Decimal::new(4, 0));
        for towards in [Towards::Down, Towards::Up] {
            assert_eq!(sum(a, b, towards), Some(Decimal::new(65, 1)));
        }
        assert_eq!(product(a, b), Some((Decimal::TEN, Decimal::TEN)));
        assert_eq!(quotient(a, b), Some((Decimal::new(625, 3), Decimal::new(625, 3))));
    }

    #[test]
    fn inexact_results_enclose_the_truth() {
        let (one, three) = (Decimal::ONE, Decimal::from(3));
        let (down, up) = quotient(one, three).expect("a third is in range");
        assert!(down * three < one && one < up * three);
        assert!(up - down < Decimal::new(1, 26));
        let tiny = Decimal::new(1, 20);
        assert_eq!(product(tiny, tiny), Some((Decimal::new(-1, 28), Decimal::new(1, 28))));
    }

    #[test]
    fn overflow_is_none() {
        assert_eq!(sum(Decimal::MAX, Decimal::MAX, Towards::Up), None);
        assert_eq!(product(Decimal::MAX, Decimal::TEN), None);
        assert_eq!(quotient(Decimal::ONE, Decimal::ZERO), None);
    }
}
