//! Intervals of decimal numbers, with open, closed and missing bounds.
//!
//! The arithmetic is interval arithmetic on the extended reals (Moore, *Methods
//! and Applications of Interval Analysis*, 1979, ch. 2): every result contains
//! every pointwise result, rounded outward where a decimal cannot hold it. It
//! deliberately knows nothing of units, of printing, or of dependence between
//! operands (`x - x` is not zero).

use crate::evidence::directed::{self, Towards};
use rust_decimal::Decimal;

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalEnd {
    /// No end on this side.
    Unbounded,
    /// The value itself belongs to the interval.
    Closed(Decimal),
    /// The value is approached but not reached.
    Open(Decimal),
}

impl IntervalEnd {
    /// The number at this end, or `None` when there is no end.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        match *self {
            IntervalEnd::Unbounded => None,
            IntervalEnd::Closed(value) | IntervalEnd::Open(value) => Some(value),
        }
    }

    /// The same end of the mirrored interval.
    fn negate(&self) -> IntervalEnd {
        match *self {
            IntervalEnd::Unbounded => IntervalEnd::Unbounded,
            IntervalEnd::Closed(value) => IntervalEnd::Closed(-value),
            IntervalEnd::Open(value) => IntervalEnd::Open(-value),
        }
    }

    /// Whether `self`, as a low end, is at or below `other` as a low end.
    fn starts_no_later_than(&self, other: &IntervalEnd) -> bool {
        match (*self, *other) {
            (IntervalEnd::Unbounded, _) => true,
            (_, IntervalEnd::Unbounded) => false,
            (IntervalEnd::Open(mine), IntervalEnd::Closed(theirs)) => mine < theirs,
            (IntervalEnd::Open(mine) | IntervalEnd::Closed(mine), IntervalEnd::Open(theirs))
            | (IntervalEnd::Closed(mine), IntervalEnd::Closed(theirs)) => mine <= theirs,
        }
    }

    /// Whether `self`, as a high end, stops short of `low`, a low end.
    fn stops_before(&self, low: &IntervalEnd) -> bool {
        match (*self, *low) {
            (IntervalEnd::Unbounded, _) | (_, IntervalEnd::Unbounded) => false,
            (IntervalEnd::Closed(high), IntervalEnd::Closed(low)) => high < low,
            (
                IntervalEnd::Closed(high) | IntervalEnd::Open(high),
                IntervalEnd::Closed(low) | IntervalEnd::Open(low),
            ) => high <= low,
        }
    }
}

/// The numbers between two bounds; `low` is not above `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The low end.
    pub low: IntervalEnd,
    /// The high end.
    pub high: IntervalEnd,
}

impl Interval {
    /// Every number: nothing is known.
    pub const EVERYTHING: Interval = Interval { low: IntervalEnd::Unbounded, high: IntervalEnd::Unbounded };

    /// The single number `value`.
    #[must_use]
    pub fn exact(value: Decimal) -> Interval {
        Interval { low: IntervalEnd::Closed(value), high: IntervalEnd::Closed(value) }
    }

    /// `[low, high)`; the caller gives `low < high`.
    #[must_use]
    pub fn half_open(low: Decimal, high: Decimal) -> Interval {
        Interval { low: IntervalEnd::Closed(low), high: IntervalEnd::Open(high) }
    }

    /// `[low, high]`; the caller gives `low <= high`.
    #[must_use]
    pub fn closed(low: Decimal, high: Decimal) -> Interval {
        Interval { low: IntervalEnd::Closed(low), high: IntervalEnd::Closed(high) }
    }

    /// Whether `value` lies in the interval.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.contains_interval(&Interval::exact(value))
    }

    /// Whether every number of `other` lies in this interval.
    #[must_use]
    pub fn contains_interval(&self, other: &Interval) -> bool {
        self.low.starts_no_later_than(&other.low)
            && self.high.negate().starts_no_later_than(&other.high.negate())
    }

    /// Whether the two intervals share a number.
    #[must_use]
    pub fn overlaps(&self, other: &Interval) -> bool {
        !self.high.stops_before(&other.low) && !other.high.stops_before(&self.low)
    }

    /// `high - low`, or `None` when an end is missing or the width overflows.
    #[must_use]
    pub fn width(&self) -> Option<Decimal> {
        self.high.value()?.checked_sub(self.low.value()?)
    }

    /// The smallest interval containing both.
    #[must_use]
    pub fn hull(&self, other: &Interval) -> Interval {
        let low_first = self.low.starts_no_later_than(&other.low);
        let high_last = self.high.negate().starts_no_later_than(&other.high.negate());
        Interval {
            low: if low_first { self.low } else { other.low },
            high: if high_last { self.high } else { other.high },
        }
    }

    /// The mirrored interval, `-x` for every `x`.
    #[must_use]
    pub fn negate(&self) -> Interval {
        Interval { low: self.high.negate(), high: self.low.negate() }
    }

    /// Contains `x + y` for every `x` here and `y` in `other`; `None` on overflow.
    #[must_use]
    pub fn add(&self, other: &Interval) -> Option<Interval> {
        Some(Interval {
            low: sum(self.low, other.low, Towards::Down)?,
            high: sum(self.high, other.high, Towards::Up)?,
        })
    }

    /// Contains `x - y` for every `x` here and `y` in `other`; `None` on overflow.
    #[must_use]
    pub fn sub(&self, other: &Interval) -> Option<Interval> {
        self.add(&other.negate())
    }

    /// Contains `x × y` for every `x` here and `y` in `other`; `None` on overflow.
    #[must_use]
    pub fn mul(&self, other: &Interval) -> Option<Interval> {
        corners::enclose(self, other, corners::product)
    }

    /// Contains `x ÷ y` for every `x` here and `y` in `other`; `None` on overflow
    /// or when `other` contains or touches zero.
    #[must_use]
    pub fn div(&self, other: &Interval) -> Option<Interval> {
        let positive = other.low.value().is_some_and(|low| low > Decimal::ZERO);
        let negative = other.high.value().is_some_and(|high| high < Decimal::ZERO);
        if !(positive || negative) {
            return None;
        }
        corners::enclose(self, other, corners::quotient)
    }

    /// Contains `factor × x` for every `x`; `None` on overflow.
    #[must_use]
    pub fn scale(&self, factor: Decimal) -> Option<Interval> {
        self.mul(&Interval::exact(factor))
    }
}

/// The sum of two low ends, or of two high ends.
fn sum(a: IntervalEnd, b: IntervalEnd, towards: Towards) -> Option<IntervalEnd> {
    let (Some(x), Some(y)) = (a.value(), b.value()) else {
        return Some(IntervalEnd::Unbounded);
    };
    let total = directed::sum(x, y, towards)?;
    let closed = matches!((a, b), (IntervalEnd::Closed(_), IntervalEnd::Closed(_)));
    Some(if closed { IntervalEnd::Closed(total) } else { IntervalEnd::Open(total) })
}

mod corners;

#[cfg(test)]
mod tests {
    use super::{Interval, IntervalEnd};
    use rust_decimal::Decimal;

    fn n(value: i64) -> Decimal {
        Decimal::from(value)
    }

    #[test]
    fn containment_respects_open_ends() {
        let wide = Interval::half_open(n(1), n(5));
        assert!(wide.contains(n(1)) && !wide.contains(n(5)));
        assert!(wide.contains_interval(&wide));
        assert!(!wide.contains_interval(&Interval::closed(n(1), n(5))));
        assert!(Interval::EVERYTHING.contains_interval(&wide));
        assert!(!wide.contains_interval(&Interval::EVERYTHING));
    }

    #[test]
    fn touching_intervals_overlap_only_when_both_are_closed() {
        let left = Interval::half_open(n(1), n(5));
        assert!(!left.overlaps(&Interval::exact(n(5))));
        assert!(Interval::closed(n(1), n(5)).overlaps(&Interval::exact(n(5))));
        let above = Interval { low: IntervalEnd::Open(n(5)), high: IntervalEnd::Unbounded };
        assert!(!above.overlaps(&Interval::closed(n(1), n(5))));
    }

    #[test]
    fn sums_and_differences() {
        let a = Interval::half_open(n(1), n(2));
        assert_eq!(a.add(&Interval::exact(n(3))), Some(Interval::half_open(n(4), n(5))));
        let below = Interval { low: IntervalEnd::Open(n(1)), high: IntervalEnd::Closed(n(2)) };
        assert_eq!(Interval::exact(n(3)).sub(&a), Some(below));
        assert_eq!(Interval::exact(Decimal::MAX).add(&a), None);
        assert_eq!(a.hull(&Interval::exact(n(9))), Interval::closed(n(1), n(9)));
    }
}
