//! The links of all pages put together: what leads to a record is known at the record too, in the order in which
//! a reader meets it. Nothing is resolved here, and no text is read.

use super::links::{MeasuredStatistic, PageLinks};
use super::lists::Lists;
use super::order::{self, Orders};
use super::{ClaimLinks, Graph, Joined, MeasureLinks, RelationLink, ReportLinks, TellingRef, TopicLinks};
use crate::evidence::Evidence;
use crate::graph::index::RecordRef;
use rayon::prelude::{IntoParallelRefMutIterator, ParallelIterator};
use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

/// Joins the links of all pages.
#[must_use]
pub fn join(evidence: &Evidence, pages: Vec<Arc<PageLinks>>, orders: Arc<Orders>) -> Graph {
    let joiner = Joiner { evidence, pages: &pages, orders: &orders };
    let (mut records, (measured, mentioned_by, terms, relations, homes)) = rayon::join(
        || joiner.records(),
        || (joiner.measured(), joiner.mentions(), joiner.terms(), joiner.relations(), joiner.homes()),
    );
    for (links, statistics) in records.measures.iter_mut().zip(measured) {
        links.statistics = statistics;
    }
    let joined = Joined { homes, relations, terms, mentioned_by, orders, ..records };
    Graph::new(pages, Arc::new(joined))
}

struct Joiner<'a> {
    evidence: &'a Evidence,
    pages: &'a [Arc<PageLinks>],
    orders: &'a Orders,
}

impl Joiner<'_> {
    /// Pages by the pages that they mention.
    fn mentions(&self) -> Lists<usize> {
        self.pages_by(|page| &page.targets.mentions, self.evidence.pages.len())
    }

    /// Pages by the terms that they use.
    fn terms(&self) -> Lists<usize> {
        self.pages_by(|page| &page.targets.terms, self.evidence.terms.len())
    }

    fn pages_by(&self, targets: fn(&PageLinks) -> &[usize], count: usize) -> Lists<usize> {
        let mut pairs = Vec::with_capacity(self.pages.len() * 4);
        for (by, page) in self.pages.iter().enumerate() {
            pairs.extend(targets(page).iter().map(|target| (*target, by)));
        }
        Lists::of(count, &pairs)
    }

    /// By statistic: its page, and its place there.
    fn homes(&self) -> Vec<(usize, usize)> {
        let mut homes = Vec::with_capacity(self.evidence.statistics.len());
        for (page, held) in self.evidence.held.iter().enumerate() {
            homes.extend((0..held.statistics.len()).map(|at| (page, at)));
        }
        homes
    }

    /// Links between records.
    fn records(&self) -> Joined {
        let mut graph = self.unlinked();
        self.topics_of_reports(&mut graph);
        self.topics_of_measures(&mut graph);
        self.findings(&mut graph);
        self.coverage(&mut graph);
        self.origins(&mut graph);
        graph
    }

    /// A graph of records that know only their own.
    fn unlinked(&self) -> Joined {
        let evidence = self.evidence;
        let mut claims = Vec::with_capacity(evidence.claims.len());
        for page in self.pages {
            let origins = page.targets.claims.iter();
            claims.extend(origins.map(|origin| ClaimLinks { origin: *origin, ..ClaimLinks::default() }));
        }
        let reports = evidence.reports.iter().map(|report| {
            let held = &evidence.held[report.page];
            ReportLinks {
                topics: self.pages[report.page].targets.topics.clone(),
                statistics: held.statistics.clone(),
                claims: held.claims.clone(),
                recommendations: held.recommendations.clone(),
                ..ReportLinks::default()
            }
        });
        let coverage = evidence.coverage.iter().map(|one| self.pages[one.page].targets.coverage.clone());
        let findings = evidence.findings.iter().map(|one| self.pages[one.page].targets.finding.clone());
        let measures = evidence.measures.iter().map(|measure| {
            let targets = &self.pages[measure.page].targets;
            MeasureLinks { of: targets.of, topics: targets.topics.clone(), ..MeasureLinks::default() }
        });
        Joined {
            claims,
            reports: reports.collect(),
            coverage: coverage.map(Option::unwrap_or_default).collect(),
            findings: findings.map(Option::unwrap_or_default).collect(),
            topics: vec![TopicLinks::default(); evidence.topics.len()],
            measures: measures.collect(),
            ..Joined::default()
        }
    }

    fn topics_of_reports(&self, graph: &mut Joined) {
        for report in &self.orders.reports {
            for topic in &graph.reports[*report].topics {
                graph.topics[*topic].reports.push(*report);
            }
        }
    }

    fn topics_of_measures(&self, graph: &mut Joined) {
        for measure in &self.orders.measures {
            for topic in &graph.measures[*measure].topics {
                graph.topics[*topic].measures.push(*measure);
            }
        }
    }

    /// Findings at what they rest on.
    fn findings(&self, graph: &mut Joined) {
        let mut by_statistic: Vec<(usize, usize)> = Vec::new();
        for finding in &self.orders.findings {
            let links = Arc::clone(&graph.findings[*finding]);
            for topic in &links.topics {
                graph.topics[*topic].findings.push(*finding);
            }
            for measure in &links.measures {
                graph.measures[*measure].findings.push(*finding);
            }
            let first = by_statistic.len();
            for record in links.evidence.iter().flatten() {
                match record {
                    RecordRef::Statistic(statistic) => by_statistic.push((*statistic, *finding)),
                    RecordRef::Claim(claim) => push_once(&mut graph.claims[*claim].findings, *finding),
                    RecordRef::Recommendation(_) => {}
                }
                if let Some(report) = self.evidence.record_report(*record) {
                    push_once(&mut graph.reports[report].findings, *finding);
                }
            }
            sort_tail(&mut by_statistic, first);
        }
        graph.statistic_findings = Lists::of(self.evidence.statistics.len(), &by_statistic);
    }

    /// Coverage at the reports that it is about, tellings at what they tell.
    fn coverage(&self, graph: &mut Joined) {
        for coverage in &self.orders.coverage {
            for report in &graph.coverage[*coverage].reports {
                push_once(&mut graph.reports[*report].coverage, *coverage);
            }
        }
        let (mut by_statistic, mut by_recommendation) = (Vec::new(), Vec::new());
        for (coverage, links) in graph.coverage.iter().enumerate() {
            for (telling, link) in links.tellings.iter().enumerate() {
                let reference = TellingRef { coverage, telling };
                match link.record {
                    Some(RecordRef::Statistic(statistic)) => by_statistic.push((statistic, reference)),
                    Some(RecordRef::Claim(claim)) => graph.claims[claim].tellings.push(reference),
                    Some(RecordRef::Recommendation(recommendation)) => {
                        by_recommendation.push((recommendation, reference));
                    }
                    None => {}
                }
            }
        }
        graph.statistic_tellings = Lists::of(self.evidence.statistics.len(), &by_statistic);
        graph.recommendations = Lists::of(self.evidence.recommendations.len(), &by_recommendation);
    }

    /// Reports whose figures come from other reports, at both ends.
    fn origins(&self, graph: &mut Joined) {
        let ranks = order::ranks(&self.orders.reports);
        for report in &self.orders.reports {
            let mut origins = self.pages[self.evidence.reports[*report].page].targets.origins.clone();
            origins.sort_unstable_by_key(|behind| ranks[*behind]);
            for behind in &origins {
                graph.reports[*behind].passed_on_by.push(*report);
            }
            graph.reports[*report].origins = origins;
        }
    }

    /// Statistics at their measures, in time order.
    fn measured(&self) -> Vec<Vec<usize>> {
        let measures = self.evidence.measures.len();
        let usual = self.evidence.statistics.len() / measures.max(1);
        let mut by_measure: Vec<Vec<MeasuredStatistic>> =
            (0..measures).map(|_| Vec::with_capacity(usual)).collect();
        for page in self.pages {
            for measured in &page.targets.measured {
                by_measure[measured.measure as usize].push(*measured);
            }
        }
        by_measure.par_iter_mut().for_each(|list| list.sort_unstable());
        let places =
            |list: Vec<MeasuredStatistic>| list.iter().map(|measured| measured.statistic as usize).collect();
        by_measure.into_iter().map(places).collect()
    }

    /// Relations from both ends, each once: where both ends declare one, each shows its own words.
    fn relations(&self) -> HashMap<usize, Vec<RelationLink>> {
        let mut found: HashMap<usize, Vec<RelationLink>> = HashMap::default();
        let declared = self.pages.iter().flat_map(|page| {
            page.targets.relations.chunk_by(|one, other| one.declared.0 == other.declared.0)
        });
        for links in declared {
            let own = links[0].declared.0;
            for link in links {
                found.entry(own).or_default().push(*link);
                let back = RelationLink { kind: link.kind.reversed(), other: own, ..*link };
                let others = found.entry(link.other).or_default();
                if !others.iter().any(|known| is_same(known, &back)) {
                    others.push(back);
                }
            }
            let list = found.entry(own).or_default();
            *list = own_words(list, own);
        }
        found
    }
}

fn is_same(one: &RelationLink, other: &RelationLink) -> bool {
    one.kind == other.kind && one.other == other.other
}

/// The relations of a statistic, those that it declares itself in place of the same from the other end.
fn own_words(all: &[RelationLink], own: usize) -> Vec<RelationLink> {
    let mut kept: Vec<RelationLink> = Vec::with_capacity(all.len());
    for link in all {
        match kept.iter_mut().find(|known| is_same(known, link)) {
            Some(known) if link.declared.0 == own => *known = *link,
            Some(_) => {}
            None => kept.push(*link),
        }
    }
    kept
}

/// Adds an entry unless it was the last one.
fn push_once(list: &mut Vec<usize>, entry: usize) {
    if list.last() != Some(&entry) {
        list.push(entry);
    }
}

/// Sorts what was added from `first` on, and leaves each entry once.
fn sort_tail(pairs: &mut Vec<(usize, usize)>, first: usize) {
    pairs[first..].sort_unstable();
    let mut kept = first;
    for at in first..pairs.len() {
        if at == first || pairs[at] != pairs[kept - 1] {
            pairs[kept] = pairs[at];
            kept += 1;
        }
    }
    pairs.truncate(kept);
}
