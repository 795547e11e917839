//! Products and quotients of intervals, from the values at their four corners.
//!
//! Both operations are monotone in each operand, so the extremes are at the
//! corners. It deliberately does not decide which divisions are allowed: the
//! caller keeps divisors away from zero.

use super::{Interval, IntervalEnd};
use crate::evidence::directed;
use rust_decimal::Decimal;

/// An end of an interval with the sign of infinity made explicit.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    /// No end: minus infinity when `negative`.
    Infinite { negative: bool },
    /// A number, and whether it belongs to the interval.
    At { value: Decimal, closed: bool },
}

impl End {
    fn is_negative(self) -> bool {
        match self {
            End::Infinite { negative } => negative,
            End::At { value, .. } => value.is_sign_negative(),
        }
    }

    fn is_zero(self) -> bool {
        matches!(self, End::At { value, .. } if value.is_zero())
    }

    fn is_closed(self) -> bool {
        matches!(self, End::At { closed: true, .. })
    }
}

/// The values an operation takes at one corner: rounded down and rounded up.
pub(super) type Corner = Option<(End, End)>;

/// Computes one corner; the outer `None` is overflow, the inner one says the
/// corner is covered by its neighbours.
pub(super) type Operation = fn(End, End) -> Option<Corner>;

/// The interval spanned by the four corners; `None` on overflow.
pub(super) fn enclose(a: &Interval, b: &Interval, operation: Operation) -> Option<Interval> {
    let mut spanned: Option<(End, End)> = None;
    for x in ends(a) {
        for y in ends(b) {
            let Some((down, up)) = operation(x, y)? else {
                continue;
            };
            spanned = Some(match spanned {
                None => (down, up),
                Some((low, high)) => (lower(low, down), higher(high, up)),
            });
        }
    }
    let (low, high) = spanned?;
    Some(Interval { low: bound(low), high: bound(high) })
}

/// The product at one corner, with `0 × ∞ = 0`.
pub(super) fn product(a: End, b: End) -> Option<Corner> {
    let closed =
        (a.is_closed() && b.is_closed()) || (a.is_zero() && a.is_closed()) || (b.is_zero() && b.is_closed());
    match (a, b) {
        (End::At { value: x, .. }, End::At { value: y, .. }) => {
            let (down, up) = directed::product(x, y)?;
            Some(Some((End::At { value: down, closed }, End::At { value: up, closed })))
        }
        _ if a.is_zero() || b.is_zero() => Some(Some(zero(closed))),
        _ => Some(Some(infinite(a.is_negative() != b.is_negative()))),
    }
}

/// The quotient at one corner, with `x ÷ ∞ = 0`; `b` is not zero.
pub(super) fn quotient(a: End, b: End) -> Option<Corner> {
    let from_zero = a.is_zero() && a.is_closed();
    match (a, b) {
        (End::At { value: x, .. }, End::At { value: y, .. }) => {
            let closed = from_zero || (a.is_closed() && b.is_closed());
            let (down, up) = directed::quotient(x, y)?;
            Some(Some((End::At { value: down, closed }, End::At { value: up, closed })))
        }
        (End::At { .. }, End::Infinite { .. }) => Some(Some(zero(from_zero))),
        (End::Infinite { .. }, End::At { .. }) => Some(Some(infinite(a.is_negative() != b.is_negative()))),
        (End::Infinite { .. }, End::Infinite { .. }) => Some(None),
    }
}

fn zero(closed: bool) -> (End, End) {
    let end = End::At { value: Decimal::ZERO, closed };
    (end, end)
}

fn infinite(negative: bool) -> (End, End) {
    let end = End::Infinite { negative };
    (end, end)
}

/// Both ends of an interval; of a single number only the one.
fn ends(interval: &Interval) -> impl Iterator<Item = End> {
    let count = if interval.low == interval.high && interval.low != IntervalEnd::Unbounded { 1 } else { 2 };
    [end(interval.low, true), end(interval.high, false)].into_iter().take(count)
}

fn end(bound: IntervalEnd, negative: bool) -> End {
    match bound {
        IntervalEnd::Unbounded => End::Infinite { negative },
        IntervalEnd::Closed(value) => End::At { value, closed: true },
        IntervalEnd::Open(value) => End::At { value, closed: false },
    }
}

fn bound(end: End) -> IntervalEnd {
    match end {
        End::Infinite { .. } => IntervalEnd::Unbounded,
        End::At { value, closed: true } => IntervalEnd::Closed(value),
        End::At { value, closed: false } => IntervalEnd::Open(value),
    }
}

/// The lower of two ends; of equal ones the closed one.
fn lower(a: End, b: End) -> End {
    match (a, b) {
        (End::Infinite { negative }, other) | (other, End::Infinite { negative }) => {
            if negative {
                End::Infinite { negative }
            } else {
                other
            }
        }
        (End::At { value: x, .. }, End::At { value: y, closed }) => {
            if y < x || (x == y && closed) {
                b
            } else {
                a
            }
        }
    }
}

/// The higher of two ends; of equal ones the closed one.
fn higher(a: End, b: End) -> End {
    match (a, b) {
        (End::Infinite { negative }, other) | (other, End::Infinite { negative }) => {
            if negative {
                other
            } else {
                End::Infinite { negative }
            }
        }
        (End::At { value: x, .. }, End::At { value: y, closed }) => {
            if y > x || (x == y && closed) {
                b
            } else {
                a
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::interval::{Interval, IntervalEnd};
    use rust_decimal::Decimal;

    fn n(value: i64) -> Decimal {
        Decimal::from(value)
    }

    #[test]
    fn products_cover_every_sign() {
        let a = Interval::half_open(n(-2), n(3));
        let b = Interval::closed(n(-5), n(4));
        let low = IntervalEnd::Open(n(-15));
        assert_eq!(a.mul(&b), Some(Interval { low, high: IntervalEnd::Open(n(12)) }));
        let above = Interval { low: IntervalEnd::Closed(n(0)), high: IntervalEnd::Unbounded };
        assert_eq!(above.scale(n(0)), Some(Interval::exact(n(0))));
        assert_eq!(Interval::EVERYTHING.mul(&b), Some(Interval::EVERYTHING));
        assert_eq!(Interval::exact(Decimal::MAX).scale(n(2)), None);
    }

    #[test]
    fn quotients_keep_away_from_zero() {
        let a = Interval::closed(n(10), n(20));
        assert_eq!(a.div(&Interval::half_open(n(2), n(5))), {
            Some(Interval { low: IntervalEnd::Open(n(2)), high: IntervalEnd::Closed(n(10)) })
        });
        assert_eq!(a.div(&Interval::closed(n(0), n(5))), None);
        assert_eq!(a.div(&Interval { low: IntervalEnd::Open(n(0)), high: IntervalEnd::Unbounded }), None);
        assert_eq!(a.div(&Interval::EVERYTHING), None);
        let above = Interval { low: IntervalEnd::Closed(n(2)), high: IntervalEnd::Unbounded };
        assert_eq!(
            a.div(&above),
            Some(Interval { low: IntervalEnd::Open(n(0)), high: IntervalEnd::Closed(n(10)) })
        );
    }
}
