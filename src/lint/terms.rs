//! What a derived number rests on: the recorded figures from which it is computed, through others that are derived too.
//!
//! A figure that the formula adds and takes away again, or that is too small to be seen in what is printed, carries
//! nothing: it could be another, and the number would be the same.

use super::Review;
use crate::evidence::interval::Interval;
use crate::evidence::record::Owner;
use crate::graph::index::RecordRef;
use rust_decimal::Decimal;

/// How deep derived numbers may be computed from derived numbers.
const DEPTH: usize = 8;

/// A record, or the figures that carry a derived number; `None` when these could not be followed.
pub(super) fn terms(review: &Review<'_>, record: RecordRef) -> Option<Vec<RecordRef>> {
    let Some(derived) = record.statistic().filter(|at| is_derived(review, *at)) else {
        return Some(vec![record]);
    };
    let mut found = Vec::new();
    collect(review, derived, DEPTH, &mut found)?;
    let own = point(review, derived, None, DEPTH);
    let carries = |base: &usize| match (own, point(review, derived, Some(*base), DEPTH)) {
        (Some(own), Some(other)) => own != other && !is_printed_so(review, derived, other),
        (None, _) | (_, None) => true,
    };
    Some(found.into_iter().filter(carries).map(RecordRef::Statistic).collect())
}

fn is_derived(review: &Review<'_>, at: usize) -> bool {
    matches!(review.statistic(at).owner, Owner::Finding(_))
}

/// The figures that a formula names, each once.
fn collect(review: &Review<'_>, derived: usize, depth: usize, found: &mut Vec<usize>) -> Option<()> {
    for reference in review.statistic(derived).formula.as_ref()?.references() {
        let term = review.named(derived, reference)?;
        if is_derived(review, term) {
            collect(review, term, depth.checked_sub(1)?, found)?;
        } else if !found.contains(&term) {
            found.push(term);
        }
    }
    Some(())
}

/// What a formula gives with the middle of each figure, one of them changed to another number.
fn point(review: &Review<'_>, at: usize, changed: Option<usize>, depth: usize) -> Option<Decimal> {
    let statistic = review.statistic(at);
    let Some(formula) = statistic.formula.as_ref().filter(|_| is_derived(review, at)) else {
        let value = review.value(at)?.central?;
        return if changed == Some(at) {
            value.checked_mul(Decimal::TWO)?.checked_add(Decimal::ONE)
        } else {
            Some(value)
        };
    };
    let depth = depth.checked_sub(1)?;
    let of =
        |reference: &str| point(review, review.named(at, reference)?, changed, depth).map(Interval::exact);
    formula.evaluate(&of)?.low.value()
}

fn is_printed_so(review: &Review<'_>, at: usize, value: Decimal) -> bool {
    review.value(at).is_some_and(|printed| printed.interval.contains(value))
}
