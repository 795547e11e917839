//! Sums: a total against what makes it up, and what a rise implies for the figure before it.

use super::Review;
use super::groups::groups;
use crate::diagnostic::{Diagnostic, rules};
use crate::evidence::describe;
use crate::evidence::interval::Interval;
use crate::evidence::period::{Days, PeriodShape};
use crate::evidence::record::{Direction, Owner};
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet as HashSet;

/// Reports sums that do not come out.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let totals = review.reported().filter(|at| review.statistic(*at).total.is_some());
    let mut found: Vec<Diagnostic> = totals.filter_map(|at| of_total(review, at)).collect();
    let owner = |at: usize| review.statistic(at).owner;
    // Few reports tell a rise without naming its ends, and only their series are looked at.
    let rising: HashSet<Owner> =
        review.reported().filter(|at| span(review, *at).is_some()).map(owner).collect();
    let series = groups(review.reported().filter(|at| rising.contains(&owner(*at))), |at| {
        let one = review.statistic(at);
        Some((one.owner, review.measure_at(at)?, &one.population, &one.category, &one.geography))
    });
    found.extend(series.iter().flat_map(|series| of_series(review, series)));
    found
}

fn of_total(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let (total, stated) = (statistic.total.as_ref()?, statistic.value.as_ref()?);
    let named = |references: &[String]| {
        references.iter().map(|reference| review.named(at, reference)).collect::<Option<Vec<usize>>>()
    };
    let (of, minus) = (named(&total.of)?, named(&total.minus)?);
    let mut sum = Interval::exact(Decimal::ZERO);
    for part in of.iter().chain(&minus) {
        let value = review.value(*part).filter(|value| value.unit == stated.unit)?;
        let is_taken = minus.contains(part);
        sum = if is_taken { sum.sub(&value.interval)? } else { sum.add(&value.interval)? };
    }
    if sum.overlaps(&stated.interval) {
        return None;
    }
    let sum = describe::sentence(&sum, stated.unit);
    let message = format!("`{}` is printed, and what makes it up comes to {sum}", stated.printed);
    let found = Diagnostic::new(&rules::TOTAL_DIFFERS, review.field(at, "value"), message)
        .label("printed here")
        .help(
            "mend the total or one of its parts, by the source; a part that is missing belongs in `total:`",
        );
    let found = of.iter().fold(found, |found, part| found.also(review.field(*part, "value"), "added"));
    Some(minus.iter().fold(found, |found, part| found.also(review.field(*part, "value"), "taken off")))
}

/// Every rise in a series that fits neither the earlier figure nor the percentage that is printed beside it.
fn of_series(review: &Review<'_>, series: &[usize]) -> Vec<Diagnostic> {
    series.iter().filter_map(|rise| of_rise(review, *rise, series)).collect()
}

/// `£4.2 billion, £350 million more than the year before`: that year's figure is about £3.85 billion, whoever says it.
fn of_rise(review: &Review<'_>, rise: usize, series: &[usize]) -> Option<Diagnostic> {
    let (from, to) = span(review, rise)?;
    let value = review.value(rise).filter(|value| matches!(value.unit, Unit::Count | Unit::Money(_)))?;
    let unit = value.unit;
    let level = |part: Days| {
        let mut levels = series.iter().copied();
        levels.find(|at| {
            when(review, *at) == Some(part) && review.value(*at).is_some_and(|one| one.unit == unit)
        })
    };
    let last = level(to)?;
    let implied = review.value(last)?.interval.sub(&signed(review, rise)?)?;
    let first = level(from).and_then(|first| Some((first, review.value(first)?.interval)));
    let share = series.iter().copied().find(|at| {
        span(review, *at) == Some((from, to))
            && review.value(*at).is_some_and(|one| one.unit == Unit::Percent)
    });
    let other = first.into_iter().chain(share.and_then(|share| Some((share, before(review, last, share)?))));
    let (against, expected) = other.into_iter().find(|(_, base)| !base.overlaps(&implied))?;
    let (level, rise_printed) = (&review.statistic(last).printed, &value.printed);
    let message = format!(
        "`{level}` less a rise of `{rise_printed}` leaves {} for the time before, and `{}` makes it {}",
        describe::sentence(&implied, unit),
        review.statistic(against).printed,
        describe::sentence(&expected, unit)
    );
    Some(
        Diagnostic::new(&rules::TOTAL_DIFFERS, review.field(rise, "value"), message)
            .label("the rise")
            .also(review.field(last, "value"), "the figure after it")
            .also(review.field(against, "value"), "says otherwise")
            .help("one of the three is wrong: mend it by the source"),
    )
}

/// The two parts of time that a change leads between, where it does not name its ends itself.
fn span(review: &Review<'_>, at: usize) -> Option<(Days, Days)> {
    let statistic = review.statistic(at);
    let is_plain = statistic.change.is_some() && statistic.relative_to.is_empty();
    if !is_plain || review.graph.targets(at).change.is_some() {
        return None;
    }
    let [from, to] = review.time(at)?;
    Some(([Some(from?), None], [Some(to?), None]))
}

/// The one part of time that a figure is of, when it is no change.
fn when(review: &Review<'_>, at: usize) -> Option<Days> {
    let statistic = review.statistic(at);
    let is_level = statistic.change.is_none() && statistic.direction.is_none();
    match statistic.period.as_ref().filter(|_| is_level)?.shape {
        PeriodShape::At(_) | PeriodShape::Span(_) => review.time(at),
        PeriodShape::Change { .. } | PeriodShape::Open { .. } => None,
    }
}

/// A change with its sign.
fn signed(review: &Review<'_>, at: usize) -> Option<Interval> {
    let value = review.value(at)?;
    Some(match review.statistic(at).direction {
        Some(Direction::Down) => value.magnitude().interval.negate(),
        Some(Direction::Up) | None => value.interval,
    })
}

/// The figure before a change in per cent that led to `last`.
fn before(review: &Review<'_>, last: usize, share: usize) -> Option<Interval> {
    let growth = signed(review, share)?.add(&Interval::exact(Decimal::ONE_HUNDRED))?;
    review.value(last)?.interval.scale(Decimal::ONE_HUNDRED)?.div(&growth)
}
