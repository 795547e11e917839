//! A figure in the title of a finding that is not among its evidence.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::document::prose::Target;
use crate::evidence::Main;
use crate::evidence::record::Owner;

/// Reports every number in a title that is neither evidence of the finding nor computed in it.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::sound_pages(review).flat_map(|page| of_page(review, page)).collect()
}

fn of_page(review: &Review<'_>, page: usize) -> Vec<Diagnostic> {
    let Main::Finding(finding) = review.evidence.held[page].main else { return Vec::new() };
    let evidence = &review.graph.findings[finding].evidence;
    let is_evidence = |statistic: usize| {
        review.statistic(statistic).owner == Owner::Finding(finding)
            || evidence.iter().flatten().any(|record| record.statistic() == Some(statistic))
    };
    // Of a reference that is wrong, or missing as a whole, more is said elsewhere.
    let is_known = !evidence.is_empty() && evidence.iter().all(Option::is_some);
    let holes = review.evidence.pages[page].title.holes.iter();
    let bound = holes.filter_map(|hole| match &hole.target {
        Target::Statistic { reference, .. } => Some((hole, review.named_on(page, reference)?)),
        _ => None,
    });
    let missing = bound.filter(|(_, statistic)| is_known && !is_evidence(*statistic));
    missing
        .map(|(hole, statistic)| {
            let printed = &review.statistic(statistic).printed;
            let place = Place { file: review.evidence.pages[page].path.clone(), spot: hole.spot.clone() };
            let message = format!("`{printed}` stands in the title, and is not among the evidence of this finding");
            let list = Place::value(&review.evidence.pages[page].path, FieldPath::key("evidence"));
            Diagnostic::new(&rules::TITLE_WITHOUT_EVIDENCE, place, message)
                .label("bound here")
                .also(list, "the evidence")
                .help("list it under `evidence:`, with what it does for the finding; or leave it out of the title")
        })
        .collect()
}
