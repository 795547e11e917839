//! Which measures readers take for the same thing, and which figures can stand on two sides of a minus sign.

use super::Review;
use crate::evidence::names::population;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Measure, MeasureKind};
use crate::evidence::unit::Unit;

/// Whether one counts at a moment what the other counts during a span.
pub(super) fn is_stock_beside_flow(one: &Measure, other: &Measure) -> bool {
    matches!(
        (one.kind, other.kind),
        (MeasureKind::Stock, MeasureKind::Flow) | (MeasureKind::Flow, MeasureKind::Stock)
    )
}

impl Review<'_> {
    /// Whether readers take two measures for the same: they are the same, one of them says so with
    /// `compare_with_care`, or they are a stock and a flow of one population.
    pub(super) fn are_taken_as_same(&self, one: usize, other: usize) -> bool {
        let (measures, pages) = (&self.evidence.measures, &self.evidence.pages);
        let declares = |one: usize, other: usize| {
            let id = &pages[measures[other].page].id;
            measures[one].compare_with_care.iter().any(|named| named == id)
        };
        one == other
            || declares(one, other)
            || declares(other, one)
            || is_stock_beside_flow(&measures[one], &measures[other])
                && is_same_population(&measures[one], &measures[other])
    }

    /// Why no difference of two figures means anything; `None` when it may.
    pub(super) fn incomparable(&self, one: usize, other: usize) -> Option<String> {
        let (first, second) = (self.value(one)?, self.value(other)?);
        if !is_same_unit(first.unit, second.unit) {
            return Some(different_units(first, second));
        }
        let (measure, against) = (self.measure(one)?, self.measure(other)?);
        if is_stock_beside_flow(measure, against) {
            return Some(stock_and_flow(first, measure, second));
        }
        let are_counts = first.unit == Unit::Count && self.measure_at(one) != self.measure_at(other);
        (are_counts && population(&measure.unit) != population(&against.unit)).then(|| {
            let (first, second) = (&first.printed, &second.printed);
            format!("`{first}` counts {} and `{second}` counts {}", measure.unit, against.unit)
        })
    }
}

/// `389,430` is a stock and `753,840` is a flow.
pub(super) fn stock_and_flow(first: &Quantity, measure: &Measure, second: &Quantity) -> String {
    let (stock, flow) = if measure.kind == MeasureKind::Stock { (first, second) } else { (second, first) };
    format!(
        "`{}` is a stock, counted at a moment, and `{}` is a flow, counted over a span",
        stock.printed, flow.printed
    )
}

fn different_units(first: &Quantity, second: &Quantity) -> String {
    format!("`{}` and `{}` are in different units", first.printed, second.printed)
}

/// Percentages and points go together: the one is a difference of the other.
fn is_same_unit(one: Unit, other: Unit) -> bool {
    let are_shares = |unit: Unit| matches!(unit, Unit::Percent | Unit::Points);
    one == other || are_shares(one) && are_shares(other)
}

fn is_same_population(one: &Measure, other: &Measure) -> bool {
    !one.population.is_empty() && population(&one.population) == population(&other.population)
}
