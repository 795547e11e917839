//! A multiple without what it is a multiple of. "Almost triple" was the growth of one number against the growth of
//! another before it became the number itself.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::record::Telling;
use crate::evidence::unit::Unit;
use crate::graph::index::RecordRef;

/// Reports multiples that lost what they are relative to, in reports and in what is told of them.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let stated = review.reported().filter(|at| is_multiple(review, *at)).filter_map(|at| stated(review, at));
    stated.chain(told(review)).collect()
}

fn is_multiple(review: &Review<'_>, at: usize) -> bool {
    review.value(at).is_some_and(|value| value.unit == Unit::Times)
}

/// A change between two figures that are named is relative to the first of them.
fn stated(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let has_ends = statistic.change.is_some() && review.graph.targets(at).change.is_some();
    if !statistic.relative_to.is_empty() || has_ends {
        return None;
    }
    let message = format!("`{}` is a multiple, and nothing says of what", statistic.printed);
    Some(
        Diagnostic::new(&rules::COMPARATOR_LOST, review.field(at, "value"), message)
            .label("relative to what")
            .help("write `relative_to:`, such as `the growth of the child population`; for a change of the number \
                   itself, name the figures at its ends in `change:`"),
    )
}

fn told(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, coverage) in review.evidence.coverage.iter().enumerate() {
        let links = &review.graph.coverage[at].tellings;
        for (place, (telling, link)) in coverage.tells.iter().zip(links).enumerate() {
            if let Some(RecordRef::Statistic(statistic)) = link.record
                && has_lost(review, telling, statistic)
            {
                let field = FieldPath::key("tells").at(place);
                let relative_to = &review.statistic(statistic).relative_to;
                let message = format!(
                    "`{}` is told here without what it is relative to, `{relative_to}`",
                    telling.told_as
                );
                found.push(
                    Diagnostic::new(
                        &rules::COMPARATOR_LOST,
                        review.on_page(coverage.page, field.then("as")),
                        message,
                    )
                    .label("a multiple of what")
                    .also(review.field(statistic, "relative_to"), "relative to this")
                    .help("if the article says it too, write it in `relative_to:`; if it does not, say so in `differs:`"),
                );
            }
        }
    }
    found
}

fn has_lost(review: &Review<'_>, telling: &Telling, statistic: usize) -> bool {
    let is_told = telling.quantity.as_ref().is_some_and(|quantity| quantity.unit == Unit::Times);
    let is_kept = !telling.relative_to.is_empty() || !telling.differs.is_empty();
    is_told
        && !is_kept
        && is_multiple(review, statistic)
        && !review.statistic(statistic).relative_to.is_empty()
}
