//! Findings that look well supported and rest on one source: the same figure, passed on by several reports.

use super::Review;
use super::publications::are_one_report;
use super::sources::primary;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::record::Bearing;
use crate::graph::index::RecordRef;
use std::collections::BTreeSet;

/// Mentions every finding whose support names several reports and traces to one. Findings that name one report only
/// say so themselves.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    (0..review.evidence.findings.len()).filter_map(|finding| of_finding(review, finding)).collect()
}

fn of_finding(review: &Review<'_>, finding: usize) -> Option<Diagnostic> {
    let (record, links) = (&review.evidence.findings[finding], &review.graph.findings[finding]);
    let pieces = record.evidence.iter().zip(&links.evidence).enumerate();
    let support: Vec<(usize, RecordRef)> = pieces
        .filter(|(_, (piece, _))| piece.bearing == Bearing::Supports)
        .map(|(place, (_, target))| Some((place, (*target)?)))
        .collect::<Option<_>>()?;
    let source = primary(review, support.first()?.1)?;
    let is_it = |report: usize| are_one_report(review, source, report);
    if !support.iter().all(|(_, target)| primary(review, *target).is_some_and(is_it)) {
        return None;
    }
    let named: BTreeSet<usize> =
        support.iter().filter_map(|(_, target)| review.evidence.record_report(*target)).collect();
    if named.len() < 2 {
        return None;
    }
    let report = review.evidence.reports[source].page;
    let title = review.evidence.pages[report].title.text();
    let message =
        format!("{} reports support this finding, and all of them have it from `{title}`", named.len());
    let field = FieldPath::key("evidence").at(support.first()?.0);
    Some(
        Diagnostic::new(&rules::SINGLE_SOURCE, review.on_page(record.page, field), message)
            .label("the first piece of support")
            .also(review.on_page(report, FieldPath::key("title")), "the one source")
            .help("count it as one source, and say so in `because:`"),
    )
}
