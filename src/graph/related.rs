//! Findings that belong together because they share a statistic, a measure or a topic.

use super::index::RecordRef;
use super::{Graph, TopicLinks};
use rustc_hash::FxHashMap as HashMap;
use std::cmp::Reverse;

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
    let mut found: HashMap<usize, (usize, Shared)> = HashMap::default();
    let links = &graph.findings[finding];
    let mut count = |others: &[usize], shared: Shared| {
        for other in around(others, finding) {
            let (score, weightiest) = found.entry(other).or_insert((0, shared));
            *score += shared.weight();
            *weightiest = shared.min(*weightiest);
        }
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
    let found = found.into_iter().map(|(other, (score, shared))| (Reverse(score), other, shared));
    let mut ranked: Vec<_> = found.collect();
    if ranked.len() > MOST {
        ranked.select_nth_unstable(MOST);
        ranked.truncate(MOST);
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, other, shared)| (other, shared)).collect()
}

/// The neighbours of `own` in a list, or its start when `own` is not in it.
fn around(list: &[usize], own: usize) -> impl Iterator<Item = usize> + '_ {
    let middle =
        if list.len() <= 2 * REACH { 0 } else { list.iter().position(|other| *other == own).unwrap_or(0) };
    let start = middle.saturating_sub(REACH);
    list.iter().skip(start).take(2 * REACH + 1).copied().filter(move |other| *other != own)
}
