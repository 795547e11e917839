//! Changes recomputed from both ends: a percentage, points, a multiple or a difference, whichever the figure's unit
//! says. Both ends count with their rounding, so 735,470 → 753,840 may be told as 2% and not as 3%.

use super::Review;
use crate::diagnostic::{Diagnostic, rules};
use crate::evidence::describe;
use crate::evidence::formula::{FormulaToken, Operator};
use crate::evidence::interval::Interval;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::Direction;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// Reports every change that its ends do not give.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = 0..review.evidence.statistics.len();
    all.filter_map(|at| stated(review, at).or_else(|| subtracted(review, at))).collect()
}

/// A figure and the two that it leads between.
struct ChangeBetween<'s> {
    own: usize,
    ends: (usize, usize),
    stated: &'s Quantity,
    from: &'s Quantity,
    to: &'s Quantity,
}

impl<'s> ChangeBetween<'s> {
    fn between(review: &Review<'s>, own: usize, ends: (usize, usize)) -> Option<Self> {
        let (stated, from, to) = (review.value(own)?, review.value(ends.0)?, review.value(ends.1)?);
        (from.unit == to.unit).then_some(Self { own, ends, stated, from, to })
    }

    /// The change in this unit; `None` where there is none, as from zero in per cent.
    fn in_unit(&self, unit: Unit) -> Option<Interval> {
        let (from, to) = (&self.from.interval, &self.to.interval);
        match unit {
            Unit::Percent => to.div(from)?.sub(&Interval::exact(Decimal::ONE))?.scale(Decimal::ONE_HUNDRED),
            Unit::Points => matches!(self.from.unit, Unit::Percent | Unit::Points).then(|| to.sub(from))?,
            Unit::Times => to.div(from),
            Unit::Count | Unit::Money(_) | Unit::Per(_) => (unit == self.from.unit).then(|| to.sub(from))?,
        }
    }

    /// Whether the figure can be this change. A fall may be told without its sign, and a multiple of a fall from
    /// the other end, unless its direction is given as up.
    fn can_be(&self, computed: &Interval, direction: Option<Direction>) -> bool {
        let stated = &self.stated.interval;
        if self.stated.unit == Unit::Times {
            let upside_down = || self.from.interval.div(&self.to.interval);
            let is_fall = direction == Some(Direction::Down);
            return stated.overlaps(computed)
                || is_fall && upside_down().is_some_and(|one| stated.overlaps(&one));
        }
        let fall = || self.stated.magnitude().interval.negate().overlaps(computed);
        match direction {
            Some(Direction::Up) => stated.overlaps(computed),
            Some(Direction::Down) => fall(),
            None => stated.overlaps(computed) || fall(),
        }
    }

    fn is_of_shares(&self) -> bool {
        self.from.unit == Unit::Percent
    }

    /// What the change is in a unit, in words.
    fn words(&self, unit: Unit) -> Option<String> {
        let exact = |quantity: &Quantity| quantity.central.map_or(quantity.interval, Interval::exact);
        let central = Quantity { interval: exact(self.from), ..self.from.clone() };
        let to = Quantity { interval: exact(self.to), ..self.to.clone() };
        let change = ChangeBetween { from: &central, to: &to, ..*self };
        Some(describe::sentence(&change.in_unit(unit)?, unit))
    }

    /// The change in the figure's own unit, and for shares in points and in per cent.
    fn readings(&self) -> Option<String> {
        if self.is_of_shares() && matches!(self.stated.unit, Unit::Percent | Unit::Points) {
            let (points, percent) = (self.words(Unit::Points)?, self.words(Unit::Percent)?);
            return Some(format!("{points}, or {percent} of the earlier share"));
        }
        self.words(self.stated.unit)
    }

    fn diagnostic(&self, review: &Review<'_>, is_points: bool) -> Option<Diagnostic> {
        let (rule, help) = if is_points {
            (&rules::PERCENT_FOR_POINTS, "write `points` after the number, or the change in per cent")
        } else {
            (&rules::CHANGE_DIFFERS, "mend the figure or one of its ends, by the source")
        };
        let (printed, from, to) = (&self.stated.printed, &self.from.printed, &self.to.printed);
        let message = format!("`{printed}` is printed, and from `{from}` to `{to}` is {}", self.readings()?);
        Some(
            Diagnostic::new(rule, review.field(self.own, "value"), message)
                .label("printed here")
                .also(review.field(self.ends.0, "value"), "from here")
                .also(review.field(self.ends.1, "value"), "to here")
                .help(help),
        )
    }
}

/// A figure that names both ends of its change. One that is relative to something else is no such change.
fn stated(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    if statistic.change.is_none() || !statistic.relative_to.is_empty() {
        return None;
    }
    let change = ChangeBetween::between(review, at, review.graph.targets(at).change?)?;
    let computed = change.in_unit(change.stated.unit)?;
    if change.can_be(&computed, statistic.direction) {
        return None;
    }
    let points = change.in_unit(Unit::Points).filter(|_| change.stated.unit == Unit::Percent);
    let is_points = points.is_some_and(|points| change.can_be(&points, statistic.direction));
    change.diagnostic(review, is_points)
}

/// A derived number that takes one share from another of the same measure, and is told in per cent. A share without
/// a part of it is a share again, so the two must be of the same category.
fn subtracted(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let [
        FormulaToken::Reference(to),
        FormulaToken::Operator(Operator::Subtract),
        FormulaToken::Reference(from),
    ] = review.statistic(at).formula.as_ref()?.tokens()
    else {
        return None;
    };
    let (from, to) = (review.named(at, from)?, review.named(at, to)?);
    let change = ChangeBetween::between(review, at, (from, to))?;
    let (one, other) = (review.statistic(from), review.statistic(to));
    let is_like = !one.measure.is_empty() && one.measure == other.measure && one.category == other.category;
    let is_percent = change.stated.unit == Unit::Percent;
    (change.is_of_shares() && is_percent && is_like).then(|| change.diagnostic(review, true))?
}
