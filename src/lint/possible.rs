//! Percentages that no whole number of cases can make, after Brown and Heathers (2017), "The GRIM test".

use super::Review;
use crate::config::Language;
use crate::diagnostic::{Diagnostic, rules};
use crate::evidence::describe;
use crate::evidence::interval::Interval;
use crate::evidence::quantity::Quantity;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// Reports every percentage of `n` cases that is the share of no number of them.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let counted = review.reported().filter(|at| !review.statistic(*at).n.is_empty());
    counted.filter_map(|at| of_cases(review, at)).collect()
}

fn of_cases(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let is_level = statistic.change.is_none() && statistic.direction.is_none();
    let value = statistic.value.as_ref().filter(|value| is_level && value.unit == Unit::Percent)?;
    let cases = cases(
        &statistic.n,
        review.evidence.pages[review.evidence.owner_page(review.evidence.statistics[at].owner)].language,
    )?;
    let below = below(value, cases)?;
    let above = below + Decimal::ONE;
    if can_be(value, below, cases)? || above <= cases && can_be(value, above, cases)? {
        return None;
    }
    let share = |part: Decimal| {
        let share = Interval::exact(part).scale(Decimal::ONE_HUNDRED)?.div(&Interval::exact(cases))?;
        Some(format!("{part} of {cases} are {}", describe::sentence(&share, Unit::Percent)))
    };
    let mut near = share(below)?;
    if above <= cases {
        near = format!("{near}, and {}", share(above)?);
    }
    let message = format!("`{}` is the share of no whole number: {near}", value.printed);
    Some(
        Diagnostic::new(&rules::IMPOSSIBLE_PERCENTAGE, review.field(at, "value"), message)
            .label("printed here")
            .also(review.field(at, "n"), "the number of cases")
            .help("check both by the source; where the percentage is weighted, leave out `n`, or waive the rule"),
    )
}

/// A whole number above zero, as printed.
fn cases(n: &str, language: Language) -> Option<Decimal> {
    let cases = Quantity::parse_in(n, language).ok().filter(|cases| cases.unit == Unit::Count)?.central?;
    (cases > Decimal::ZERO && cases.fract().is_zero()).then_some(cases.normalize())
}

/// The whole number of cases at or just below the lowest share.
fn below(value: &Quantity, cases: Decimal) -> Option<Decimal> {
    let low = value.low().unwrap_or_default().max(Decimal::ZERO);
    Some(low.checked_mul(cases)?.checked_div(Decimal::ONE_HUNDRED)?.floor().min(cases).normalize())
}

/// Whether `part` of the cases can be printed so. Both sides are multiplied, so that nothing is rounded.
fn can_be(value: &Quantity, part: Decimal, cases: Decimal) -> Option<bool> {
    Some(value.interval.scale(cases)?.contains(part.checked_mul(Decimal::ONE_HUNDRED)?))
}
