//! Findings that belong together because they share a statistic, a measure or a topic.

use super::Graph;
use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};
use std::cmp::Reverse;

/// How many related findings a finding names.
const MOST: usize = 6;

/// How many neighbours of a long list are looked at on either side.
const REACH: usize = 8;

/// What two findings share, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharedGround {
    /// A statistic.
    Statistic(usize),
    /// A measure.
    Measure(usize),
    /// A topic.
    Topic(usize),
}

impl SharedGround {
    /// A shared number says more than a shared measure, and that more than a shared topic.
    fn weight(self) -> usize {
        match self {
            Self::Statistic(_) => 100,
            Self::Measure(_) => 10,
            Self::Topic(_) => 1,
        }
    }

    /// The findings that have it.
    fn findings(self, graph: &Graph) -> &[usize] {
        match self {
            Self::Statistic(statistic) => graph.statistic(statistic).findings,
            Self::Measure(measure) => &graph.measures[measure].findings,
            Self::Topic(topic) => &graph.topics[topic].findings,
        }
    }
}

/// The findings nearest to `finding`, each with the weightiest thing shared. Long lists are only looked at
/// around the finding itself, so that the cost does not grow with the site. `ranks` are the places of findings in their
/// order, which is that of all lists.
#[must_use]
pub fn related(graph: &Graph, ranks: &[usize], finding: usize) -> Vec<(usize, SharedGround)> {
    let links = &graph.findings[finding];
    let records = links.evidence.iter().flatten();
    let statistics = records.filter_map(|record| record.statistic()).map(SharedGround::Statistic);
    let measures = links.measures.iter().map(|measure| SharedGround::Measure(*measure));
    let topics = links.topics.iter().map(|topic| SharedGround::Topic(*topic));
    let mut all: Vec<SharedGround> = statistics.chain(measures).chain(topics).collect();
    all.sort_unstable();
    let room = all.len() * (2 * REACH + 1);
    let mut found: HashMap<usize, (usize, usize)> = HashMap::with_capacity_and_hasher(room, FxBuildHasher);
    for (weightiest, shared) in all.iter().enumerate() {
        for other in around(shared.findings(graph), ranks, finding) {
            found.entry(other).or_insert((0, weightiest)).0 += shared.weight();
        }
    }
    let scored = found.into_iter().map(|(other, (score, weightiest))| (Reverse(score), other, weightiest));
    let mut ranked = Vec::with_capacity(MOST);
    for one in scored {
        if ranked.len() < MOST || one < ranked[MOST - 1] {
            ranked.truncate(MOST - 1);
            ranked.insert(ranked.partition_point(|better| *better < one), one);
        }
    }
    ranked.into_iter().map(|(_, other, weightiest)| (other, all[weightiest])).collect()
}

/// The neighbours of `own` in a list, or its start when `own` is not in it.
fn around<'l>(list: &'l [usize], ranks: &[usize], own: usize) -> impl Iterator<Item = usize> + use<'l> {
    let place = || list.binary_search_by_key(&ranks[own], |other| ranks[*other]).unwrap_or(0);
    let middle = if list.len() <= 2 * REACH { 0 } else { place() };
    let start = middle.saturating_sub(REACH);
    let end = list.len().min(start + 2 * REACH + 1);
    list[start..end].iter().copied().filter(move |other| *other != own)
}
