//! Findings that set side by side what cannot be compared without a word: changes over different spans, or a stock
//! beside a flow, of what readers take as the same thing.

use super::Review;
use super::likeness::is_stock_beside_flow;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::evidence::period::{Period, PeriodShape};
use crate::evidence::record::{Finding, OnPage};
use crate::graph::index::RecordRef;
use std::sync::Arc;

/// Reports every piece of evidence without a note that stands unequal beside an earlier one without a note.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let findings = review.evidence.findings.iter().enumerate();
    findings.flat_map(|(at, finding)| of_finding(review, at, finding)).collect()
}

/// A piece of evidence that nothing is said about.
struct UnsaidPiece<'s> {
    place: usize,
    statistic: usize,
    measure: usize,
    span: Option<&'s Period>,
}

fn of_finding(review: &Review<'_>, at: usize, finding: &OnPage<Arc<Finding>>) -> Vec<Diagnostic> {
    let records = review.graph.findings[at].evidence.iter().zip(&finding.evidence).enumerate();
    let bare: Vec<UnsaidPiece<'_>> = records
        .filter(|(_, (_, piece))| piece.note.is_empty())
        .filter_map(|(place, (record, _))| piece(review, place, *record))
        .collect();
    let unequal = bare.iter().enumerate().filter_map(|(later, piece)| {
        let earlier = &bare[..later];
        earlier.iter().find_map(|other| Some((piece, other, difference(review, piece, other)?)))
    });
    unequal
        .map(|(piece, other, how)| {
            let place = |piece: &UnsaidPiece<'_>| {
                let bearing = finding.evidence[piece.place].bearing.key();
                let field = FieldPath::key("evidence").at(piece.place).then(bearing);
                Place::value(&review.evidence.pages[finding.page].path, field)
            };
            Diagnostic::new(&rules::UNEQUAL_SPANS, place(piece), how)
                .label("without a note")
                .also(place(other), "beside this one")
                .help("say in the `note:` of one of them how they differ, so that nobody compares them as they stand")
        })
        .collect()
}

fn piece<'s>(review: &Review<'s>, place: usize, record: Option<RecordRef>) -> Option<UnsaidPiece<'s>> {
    let Some(RecordRef::Statistic(statistic)) = record else { return None };
    let measure = review.measure_at(statistic)?;
    let period = review.statistic(statistic).period.as_ref();
    let span = period.filter(|period| matches!(period.shape, PeriodShape::Change { .. }));
    Some(UnsaidPiece { place, statistic, measure, span })
}

/// How two pieces differ that a reader would compare; `None` when they do not, or when nobody would.
fn difference(review: &Review<'_>, one: &UnsaidPiece<'_>, other: &UnsaidPiece<'_>) -> Option<String> {
    if one.span.is_some() != other.span.is_some() || !review.are_taken_as_same(one.measure, other.measure) {
        return None;
    }
    let printed = |piece: &UnsaidPiece<'_>| review.statistic(piece.statistic).printed.as_str();
    let (first, second) = (printed(one), printed(other));
    if let (Some(span), Some(against)) = (one.span, other.span)
        && span != against
    {
        return Some(format!("`{first}` is a change over {span}, and `{second}` is one over {against}"));
    }
    let measures = &review.evidence.measures;
    let (measure, against) = (&measures[one.measure], &measures[other.measure]);
    is_stock_beside_flow(measure, against).then(|| {
        let (kind, against) = (measure.kind.key(), against.kind.key());
        format!("`{first}` is about a {kind}, and `{second}` is about a {against} of what looks the same")
    })
}
