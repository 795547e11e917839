//! A share is a share of what its measure says it is a share of.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::names::population;

/// Reports every figure whose denominator is not that of its measure.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let told = review.reported().filter(|at| !review.statistic(*at).of.is_empty());
    told.filter_map(|at| of_statistic(review, at)).collect()
}

fn of_statistic(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let of = &review.statistic(at).of;
    let measure = review.measure_at(at)?;
    let whole = review.graph.measures[measure].of?;
    let (whole, measure) = (&review.evidence.measures[whole], &review.evidence.measures[measure]);
    let page = &review.evidence.pages[whole.page];
    let title = page.title.text();
    let names = [whole.population.as_str(), &title, &page.id];
    if names.iter().any(|name| population(name) == population(of)) {
        return None;
    }
    let stated = if whole.population.is_empty() { &title } else { &whole.population };
    let message = format!("this is told as a share of `{of}`, and its measure is a share of `{stated}`");
    Some(
        Diagnostic::new(&rules::DENOMINATOR_DIFFERS, review.field(at, "of"), message)
            .label("the denominator here")
            .also(review.on_page(measure.page, FieldPath::key("of")), "the denominator of the measure")
            .help("mend `of:`; a share of something else belongs to a measure of its own"),
    )
}
