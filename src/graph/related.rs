//! Findings that belong together because they share a statistic, a measure or a topic.

use super::index::RecordRef;
use super::{Graph, TopicLinks};

/// How many related findings a finding names.
const MOST: usize = 6;

/// How many neighbours of a long list are looked at on either side.
const REACH: usize = 8;

/// What two findings share, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A statistic.
    Statistic(usize),
    /// A measure.
    Measure(usize),
    /// A topic.
    Topic(usize),
}

impl Shared {
    /// A shared number says more than a shared measure, and that more than a shared topic.
    fn weight(self) -> usize {
        match self {
            Self::Statistic(_) => 100,
            Self::Measure(_) => 10,
            Self::Topic(_) => 1,
        }
    }
}

/// The findings nearest to `finding`, each with the weightiest thing shared. Long lists are only looked at
/// around the finding itself, so that the cost does not grow with the site.
#[must_use]
pub fn related(graph: &Graph, finding: usize) -> Vec<(usize, Shared)> {
    let mut scores: Vec<(usize, usize, Shared)> = Vec::new();
    let links = &graph.findings[finding];
    let mut count = |others: &[usize], shared: Shared| {
        scores.extend(around(others, finding).map(|other| (other, shared.weight(), shared)));
    };
    for record in links.evidence.iter().flatten() {
        if let RecordRef::Statistic(statistic) = record {
            count(graph.statistic(*statistic).findings, Shared::Statistic(*statistic));
        }
    }
    for measure in &links.measures {
        count(&graph.measures[*measure].findings, Shared::Measure(*measure));
    }
    for topic in &links.topics {
        let TopicLinks { findings, .. } = &graph.topics[*topic];
        count(findings, Shared::Topic(*topic));
    }
    let mut ranked = added_up(scores);
    ranked.sort_unstable_by_key(|(other, score, _)| (std::cmp::Reverse(*score), *other));
    ranked.into_iter().take(MOST).map(|(other, _, shared)| (other, shared)).collect()
}

/// One entry for each finding: its scores together, and the weightiest thing shared.
fn added_up(mut scores: Vec<(usize, usize, Shared)>) -> Vec<(usize, usize, Shared)> {
    scores.sort_unstable_by_key(|(other, _, shared)| (*other, *shared));
    scores.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    scores
}

/// The neighbours of `own` in a list, or its start when `own` is not in it.
fn around(list: &[usize], own: usize) -> impl Iterator<Item = usize> + '_ {
    let middle =
        if list.len() <= 2 * REACH { 0 } else { list.iter().position(|other| *other == own).unwrap_or(0) };
    let start = middle.saturating_sub(REACH);
    list.iter().skip(start).take(2 * REACH + 1).copied().filter(move |other| *other != own)
}
