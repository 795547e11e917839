//! Where a record has its content from: the report in which it first stood, and how whoever wrote the review knows it.

use super::Review;
use crate::evidence::record::RelationKind;
use crate::graph::Origin;
use crate::graph::index::RecordRef;
use std::collections::BTreeSet;

/// How a record is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// It was read in its report, or looked up elsewhere: it has a locator, an address or an archived text.
    Read,
    /// From these articles only, by their places: the text of one is archived, and nothing says that the report was read.
    Told(BTreeSet<usize>),
    /// The review does not say.
    Unsaid,
}

/// The report in which a record first stood, through those that passed it on. A circle ends before it closes.
pub(super) fn primary(review: &Review<'_>, record: RecordRef) -> Option<usize> {
    let chain = chain(review, record);
    let last = *chain.last()?;
    match behind(review, last) {
        Some(Origin::Report(report)) => Some(report),
        Some(Origin::Record(_)) | None => review.evidence.record_report(last),
    }
}

/// A record and those behind it, up to the one that nothing is behind.
fn chain(review: &Review<'_>, record: RecordRef) -> Vec<RecordRef> {
    let mut chain = vec![record];
    let mut at = record;
    while let Some(Origin::Record(next)) = behind(review, at)
        && !chain.contains(&next)
    {
        chain.push(next);
        at = next;
    }
    chain
}

/// The record behind another: its origin, or what it declares to repeat.
fn behind(review: &Review<'_>, record: RecordRef) -> Option<Origin> {
    match record {
        RecordRef::Statistic(statistic) => {
            let links = review.graph.statistic(statistic);
            let repeats = links.relations.iter();
            let mut repeats =
                repeats.filter(|link| link.kind == RelationKind::SameAs && link.declared.0 == statistic);
            let repeated = || repeats.next().map(|link| Origin::Record(RecordRef::Statistic(link.other)));
            links.origin.or_else(repeated)
        }
        RecordRef::Claim(claim) => review.graph.claims[claim].origin,
        RecordRef::Recommendation(_) => None,
    }
}

/// How a record is known: as well as the best known of those behind it and of those that repeat it.
pub(super) fn known(review: &Review<'_>, record: RecordRef) -> Known {
    let mut same = chain(review, record);
    for at in 0..same.len() {
        if let RecordRef::Statistic(statistic) = same[at] {
            let repeated = review.graph.statistic(statistic).relations.iter();
            let repeated = repeated.filter(|link| link.kind == RelationKind::SameAs);
            same.extend(repeated.map(|link| RecordRef::Statistic(link.other)));
        }
    }
    if same.iter().any(|one| is_read(review, *one)) {
        return Known::Read;
    }
    let articles: BTreeSet<usize> = same.iter().flat_map(|one| told_by(review, *one)).collect();
    let is_at_hand = |article: &usize| review.evidence.coverage[*article].snapshot.is_some();
    if articles.iter().any(is_at_hand) { Known::Told(articles) } else { Known::Unsaid }
}

fn is_read(review: &Review<'_>, record: RecordRef) -> bool {
    let evidence = review.evidence;
    let has_own = match record {
        RecordRef::Statistic(at) => {
            !evidence.statistics[at].at.is_empty() || !evidence.statistics[at].url.is_empty()
        }
        RecordRef::Claim(at) => !evidence.claims[at].at.is_empty() || !evidence.claims[at].url.is_empty(),
        RecordRef::Recommendation(at) => !evidence.recommendations[at].at.is_empty(),
    };
    let report = evidence.record_report(record);
    has_own || report.is_some_and(|report| evidence.reports[report].snapshot.is_some())
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
