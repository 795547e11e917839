//! Where a record has its content from: the report in which it first stood, and how whoever wrote the review knows it.

use super::Review;
use crate::evidence::record::RelationKind;
use crate::graph::FigureOrigin;
use crate::graph::index::RecordRef;
use std::collections::BTreeSet;

/// How a record is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KnownHow {
    /// It was read in its report, or looked up elsewhere.
    Read,
    /// From these articles only, by their places: nothing says that the report was read.
    Told(BTreeSet<usize>),
    /// The review does not say.
    Unsaid,
}

/// The report in which a record first stood, through those that passed it on. Records that have it from each other in a
/// circle first stood in none; the first of their reports stands for all of them.
pub(super) fn primary(review: &Review<'_>, record: RecordRef) -> Option<usize> {
    let chain = chain(review, record, first_stood);
    let last = *chain.last()?;
    match first_stood(review, last) {
        Some(FigureOrigin::Report(report)) => Some(report),
        Some(FigureOrigin::Record(next)) => {
            let circle = chain.iter().skip_while(|one| **one != next);
            circle.filter_map(|one| review.evidence.record_report(*one)).min()
        }
        None => review.evidence.record_report(last),
    }
}

/// A record and those behind it, up to the one that nothing is behind.
fn chain(review: &Review<'_>, record: RecordRef, behind: Behind) -> Vec<RecordRef> {
    let mut chain = vec![record];
    let mut at = record;
    while let Some(FigureOrigin::Record(next)) = behind(review, at)
        && !chain.contains(&next)
    {
        chain.push(next);
        at = next;
    }
    chain
}

/// What says which record stands behind another.
type Behind = fn(&Review<'_>, RecordRef) -> Option<FigureOrigin>;

/// The record in whose place another stands: the one behind it, or the one of a former edition that it updates or corrects.
fn first_stood(review: &Review<'_>, record: RecordRef) -> Option<FigureOrigin> {
    let former = || {
        let mut relations = review.graph.statistic(record.statistic()?).relations.iter();
        let is_former = |kind| matches!(kind, RelationKind::Updates | RelationKind::Corrects);
        relations
            .find(|link| is_former(link.kind))
            .map(|link| FigureOrigin::Record(RecordRef::Statistic(link.other)))
    };
    behind(review, record).or_else(former)
}

/// The record behind another: its origin, or what it declares to repeat.
fn behind(review: &Review<'_>, record: RecordRef) -> Option<FigureOrigin> {
    match record {
        RecordRef::Statistic(statistic) => {
            let links = review.graph.statistic(statistic);
            let repeats = links.relations.iter();
            let mut repeats =
                repeats.filter(|link| link.kind == RelationKind::SameAs && link.declared.0 == statistic);
            let repeated =
                || repeats.next().map(|link| FigureOrigin::Record(RecordRef::Statistic(link.other)));
            links.origin.or_else(repeated)
        }
        RecordRef::Claim(claim) => review.graph.claims[claim].origin,
        RecordRef::Recommendation(_) => None,
    }
}

/// How a record is known: as well as the best known of those behind it and of those that repeat it.
pub(super) fn known(review: &Review<'_>, record: RecordRef) -> KnownHow {
    let mut same = chain(review, record, behind);
    for at in 0..same.len() {
        if let RecordRef::Statistic(statistic) = same[at] {
            let repeated = review.graph.statistic(statistic).relations.iter();
            let repeated = repeated.filter(|link| link.kind == RelationKind::SameAs);
            same.extend(repeated.map(|link| RecordRef::Statistic(link.other)));
        }
    }
    let said: Option<Vec<BTreeSet<usize>>> = same.iter().map(|one| said(review, *one)).collect();
    if let Some(said) = said {
        return KnownHow::Told(said.into_iter().flatten().collect());
    }
    if same.iter().any(|one| is_looked_up(review, *one)) {
        return KnownHow::Read;
    }
    let articles: BTreeSet<usize> = same.iter().flat_map(|one| told_by(review, *one)).collect();
    let is_archived = |article: &usize| review.evidence.coverage[*article].snapshot.is_some();
    let is_odd_one = |one: &RecordRef| {
        review.evidence.record_report(*one).is_some_and(|report| has_places(review, report))
    };
    if !articles.is_empty() && (articles.iter().any(is_archived) || same.iter().any(is_odd_one)) {
        return KnownHow::Told(articles);
    }
    if same.iter().any(|one| !at(review, *one).is_empty()) { KnownHow::Read } else { KnownHow::Unsaid }
}

/// Whether anybody can look a record up, or compute it from both ends of a change that can be.
fn is_looked_up(review: &Review<'_>, record: RecordRef) -> bool {
    let change = record.statistic().and_then(|at| review.graph.statistic(at).change);
    let is_end_placed = |at: usize| has_place(review, RecordRef::Statistic(at));
    has_place(review, record) || change.is_some_and(|(from, to)| is_end_placed(from) && is_end_placed(to))
}

/// Whether it can be looked up at an address of its own, in the archived text of its report, or at a place of a report that
/// has an address.
fn has_place(review: &Review<'_>, record: RecordRef) -> bool {
    let report = review.evidence.record_report(record).map(|report| &review.evidence.reports[report]);
    let is_placed = !at(review, record).is_empty();
    has_address(review, record)
        || report.is_some_and(|report| report.snapshot.is_some() || is_placed && !report.url.is_empty())
}

fn has_address(review: &Review<'_>, record: RecordRef) -> bool {
    match record {
        RecordRef::Statistic(at) => !review.evidence.statistics[at].url.is_empty(),
        RecordRef::Claim(at) => !review.evidence.claims[at].url.is_empty(),
        RecordRef::Recommendation(_) => false,
    }
}

/// The articles from which alone a record is known, as its author says (`via:`); `None` where he says nothing.
fn said(review: &Review<'_>, record: RecordRef) -> Option<BTreeSet<usize>> {
    let via = review.evidence.via(record);
    (!via.is_empty()).then(|| via.iter().filter_map(|id| review.index.article(id).ok()).collect())
}

/// The locator of a record.
fn at<'r>(review: &'r Review<'_>, record: RecordRef) -> &'r str {
    match record {
        RecordRef::Statistic(at) => &review.evidence.statistics[at].at,
        RecordRef::Claim(at) => &review.evidence.claims[at].at,
        RecordRef::Recommendation(at) => &review.evidence.recommendations[at].at,
    }
}

/// Whether figures of a report say where they were read, so that one which does not was not read there.
fn has_places(review: &Review<'_>, report: usize) -> bool {
    let page = review.evidence.reports[report].page;
    let held = &review.evidence.held[page];
    held.statistics.clone().map(RecordRef::Statistic).any(|one| is_looked_up(review, one))
}

fn told_by(review: &Review<'_>, record: RecordRef) -> impl Iterator<Item = usize> {
    let graph = review.graph;
    let tellings = match record {
        RecordRef::Statistic(at) => graph.statistic(at).tellings,
        RecordRef::Claim(at) => &graph.claims[at].tellings,
        RecordRef::Recommendation(at) => &graph.recommendations[at],
    };
    tellings.iter().map(|telling| telling.coverage)
}
