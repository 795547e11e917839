//! The highest and the lowest of several figures, compared again.

use super::Review;
use crate::diagnostic::{Diagnostic, rules};
use crate::evidence::interval::Interval;

/// Reports every extreme that another figure goes beyond.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = review.reported().filter(|at| review.statistic(*at).details.is_some());
    all.flat_map(|at| {
        let statistic = review.statistic(at);
        let highest = beyond(review, at, &statistic.highest_of, "highest", is_above);
        let lowest = beyond(review, at, &statistic.lowest_of, "lowest", |one, other| is_above(other, one));
        highest.into_iter().chain(lowest)
    })
    .collect()
}

/// Whether every number of one interval is above every number of the other.
fn is_above(one: &Interval, other: &Interval) -> bool {
    !one.overlaps(other) && one.low.value() >= other.high.value()
}

fn beyond(
    review: &Review<'_>,
    at: usize,
    others: &[String],
    word: &str,
    is_beyond: impl Fn(&Interval, &Interval) -> bool,
) -> Option<Diagnostic> {
    let value = review.value(at)?;
    let rivals = others.iter().filter_map(|reference| Some((reference, review.named(at, reference)?)));
    let mut beaten = rivals.filter_map(|(reference, rival)| Some((reference, rival, review.value(rival)?)));
    let (reference, rival, other) = beaten
        .find(|(_, _, other)| other.unit == value.unit && is_beyond(&other.interval, &value.interval))?;
    let message =
        format!("`{}` is called the {word} here, and `{reference}` says `{}`", value.printed, other.printed);
    Some(
        Diagnostic::new(&rules::SUPERLATIVE_DIFFERS, review.field(at, "value"), message)
            .label(format!("called the {word}"))
            .also(review.field(rival, "value"), "goes beyond it")
            .help(format!("mend the figure that is wrong, or move `{word}_of:` to the one that is {word}")),
    )
}
