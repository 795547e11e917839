//! Parts of a whole: the shares of all categories make 100%, and no set of them makes more. Only measures that speak of
//! categories are judged: shares that overlap, such as several answers to one question, are no parts.

use super::Review;
use super::groups::groups;
use crate::diagnostic::{Diagnostic, Level, rules};
use crate::evidence::describe;
use crate::evidence::interval::Interval;
use crate::evidence::quantity::{Qualifier, Quantity};
use crate::evidence::record::{MeasureKind, OwnedStatistic};
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// Reports sets of shares that make too much or too little.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let shares: Vec<(usize, usize)> =
        review.reported().filter_map(|at| Some((at, category_of(review, at)?))).collect();
    let mut categories: HashMap<usize, HashSet<&str>> = HashMap::default();
    for (at, measure) in &shares {
        categories.entry(*measure).or_default().insert(&review.statistic(*at).category);
    }
    let wholes = groups(shares.iter().map(|(at, _)| *at), |at| {
        let one = review.statistic(at);
        let measure = review.measure_at(at)?;
        Some((one.owner, measure, review.time(at), &one.population, &one.of, &one.geography))
    });
    wholes
        .iter()
        .filter_map(|parts| {
            let measure = review.measure_at(parts[0])?;
            let has_all = parts.len() == categories[&measure].len();
            let is_complete = review.evidence.measures[measure].is_complete()?;
            of_whole(review, parts, has_all && is_complete)
        })
        .collect()
}

/// The measure of a figure that is the share of one category.
fn category_of(review: &Review<'_>, at: usize) -> Option<usize> {
    let one: &OwnedStatistic = review.statistic(at);
    let is_level = one.change.is_none() && one.direction.is_none();
    let is_percent = one.value.as_ref().is_some_and(|value| value.unit == Unit::Percent);
    let measure = review.measure_at(at).filter(|_| !one.category.is_empty() && is_level && is_percent)?;
    (review.evidence.measures[measure].kind == MeasureKind::Share).then_some(measure)
}

/// What is wrong with shares of one whole. Rounding alone can make three of them 101%, so what it could explain is
/// no more than a warning, and nothing where an author says how precise one of them is.
fn of_whole(review: &Review<'_>, parts: &[usize], is_whole: bool) -> Option<Diagnostic> {
    let values: Vec<&Quantity> = parts.iter().filter_map(|part| review.value(*part)).collect();
    let categories: HashSet<&str> =
        parts.iter().map(|part| review.statistic(*part).category.as_str()).collect();
    if values.len() < 2 || values.len() != parts.len() || categories.len() != parts.len() {
        return None;
    }
    let whole = Interval::exact(Decimal::ONE_HUNDRED);
    let start = Interval::exact(Decimal::ZERO);
    let sum = values.iter().try_fold(start, |sum, value| sum.add(&value.interval))?;
    let is_too_much = sum.low.value().is_some_and(|low| low > Decimal::ONE_HUNDRED);
    let is_impossible = is_too_much || is_whole && !sum.overlaps(&whole);
    let printed = values.iter().try_fold(Decimal::ZERO, |sum, value| Some(sum + plain(value)?));
    let has_precision = parts.iter().any(|part| review.statistic(*part).has_precision());
    let is_unusual = is_whole && !has_precision && printed.is_some_and(|sum| sum != Decimal::ONE_HUNDRED);
    if !is_impossible && !is_unusual {
        return None;
    }
    let sum = printed.map_or(sum, Interval::exact);
    Some(diagnostic(review, parts, &values, &describe::sentence(&sum, Unit::Percent), is_impossible))
}

/// A share printed in digits and without any word that loosens it.
fn plain(value: &Quantity) -> Option<Decimal> {
    let is_digits = value.printed.bytes().any(|byte| byte.is_ascii_digit());
    value.central.filter(|_| is_digits && value.qualifier == Qualifier::Plain)
}

fn diagnostic(
    review: &Review<'_>,
    parts: &[usize],
    values: &[&Quantity],
    sum: &str,
    is_impossible: bool,
) -> Diagnostic {
    let printed: Vec<String> = values.iter().map(|value| format!("`{}`", value.printed)).collect();
    let printed = printed.join(" + ");
    let (last, others) = parts.split_last().expect("a whole has parts");
    let (message, help) = if is_impossible {
        let message = format!("{printed} make {sum}, and shares of one whole make 100%");
        (
            message,
            "mend the share that is wrong; where the categories overlap, leave `categories:` out of their measure",
        )
    } else {
        let message = format!("{printed} make {sum}, which only rounding could turn into 100%");
        (message, "mend the share that is wrong; if the source prints them so, say it with `precision: 1`")
    };
    let found = Diagnostic::new(&rules::PARTS_DIFFER, review.field(*last, "value"), message)
        .label("the last of the parts")
        .help(help);
    let found =
        others.iter().fold(found, |found, part| found.also(review.field(*part, "value"), "another part"));
    if is_impossible { found } else { Diagnostic { level: Level::Warning, ..found } }
}
