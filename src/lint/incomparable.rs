//! Figures set against each other that have nothing to say to each other: a stock and a flow, or two units, at the
//! ends of a change, in a formula, a total, a ranking or a table.

use super::Review;
use super::likeness::{is_stock_beside_flow, stock_and_flow};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::prose::{Hole, Target};
use crate::document::table::TableBlock;
use crate::evidence::formula::Operator;
use crate::evidence::unit::Unit;

/// Reports every comparison that means nothing.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = 0..review.evidence.statistics.len();
    let mut found: Vec<Diagnostic> = all.filter_map(|at| of_statistic(review, at)).collect();
    for (at, page) in review.evidence.pages.iter().enumerate() {
        let tables = page.body.holes.iter().filter_map(|hole| match &hole.target {
            Target::Table(table) => of_table(review, at, hole, table),
            Target::File { .. }
            | Target::Address(_)
            | Target::Anchor(_)
            | Target::Statistic { .. }
            | Target::Term(_)
            | Target::Image(_) => None,
        });
        found.extend(tables);
    }
    found
}

fn of_statistic(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    if statistic.change.is_some() {
        let (from, to) = review.graph.targets(at).change?;
        let how = review.incomparable(from, to)?;
        return Some(against(review, review.field(at, "change"), (from, to), how));
    }
    statistic.details.as_ref()?;
    of_formula(review, at).or_else(|| of_lists(review, at))
}

fn against(review: &Review<'_>, place: Place, (one, other): (usize, usize), how: String) -> Diagnostic {
    Diagnostic::new(&rules::INCOMPARABLE, place, how)
        .label("set against each other here")
        .also(review.field(one, "value"), "the one")
        .also(review.field(other, "value"), "the other")
        .help("compare figures of one measure; say of two measures what each counts, and leave the sum out")
}

/// A difference needs one unit and one kind of count. A quotient may have two, such as money for each child, but not
/// where readers take a stock for a flow.
fn of_formula(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let formula = review.statistic(at).formula.as_ref()?;
    formula.compared().into_iter().find_map(|(operator, left, right)| {
        let (one, other) = (review.named(at, left)?, review.named(at, right)?);
        let how = match operator {
            Operator::Subtract => review.incomparable(one, other),
            Operator::Divide => mistaken(review, one, other),
            Operator::Add | Operator::Multiply | Operator::Open | Operator::Close => None,
        };
        Some(against(review, review.field(at, "formula"), (one, other), how?))
    })
}

/// Why two figures that readers take as the same are not; `None` when they are, or when nobody would.
fn mistaken(review: &Review<'_>, one: usize, other: usize) -> Option<String> {
    let (measure, against) = (review.measure_at(one)?, review.measure_at(other)?);
    let (first, second) = (&review.evidence.measures[measure], &review.evidence.measures[against]);
    (is_stock_beside_flow(first, second) && review.are_taken_as_same(measure, against))
        .then(|| Some(stock_and_flow(review.value(one)?, first, review.value(other)?)))?
}

/// What a total adds up, and what an extreme is compared with.
fn of_lists(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let total = statistic.total.iter().flat_map(|total| total.of.iter().chain(&total.minus));
    let total = total.map(|reference| (reference, "total"));
    let highest = statistic.highest_of.iter().map(|reference| (reference, "highest_of"));
    let lowest = statistic.lowest_of.iter().map(|reference| (reference, "lowest_of"));
    total.chain(highest).chain(lowest).find_map(|(reference, name)| {
        let other = review.named(at, reference)?;
        let how = review.incomparable(at, other)?;
        Some(against(review, review.field(at, name), (at, other), how))
    })
}

/// Columns that tell a reader of a table what each row counts.
const TELLING: [&str; 3] = ["measure", "kind", "note"];

/// A table sets its rows against each other unless one of its columns says what each counts.
fn of_table(review: &Review<'_>, page: usize, hole: &Hole, table: &TableBlock) -> Option<Diagnostic> {
    if table.columns.iter().any(|column| TELLING.contains(&column.as_str())) {
        return None;
    }
    let rows = table.rows.iter().filter_map(|row| review.named_on(page, row));
    let rows: Vec<usize> =
        rows.filter(|row| review.value(*row).is_some_and(|one| one.unit == Unit::Count)).collect();
    let (first, others) = rows.split_first()?;
    others.iter().find_map(|other| {
        let how = mistaken(review, *first, *other)?;
        let place = Place { file: review.evidence.pages[page].path.clone(), spot: hole.spot.clone() };
        Some(against(review, place, (*first, *other), how).help("add the column `kind`, `measure` or `note`"))
    })
}
