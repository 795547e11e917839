//! References in front matter, resolved; each link is noted at both ends.

mod coverage;
mod findings;
mod reports;
mod topics;

use super::index::{Index, RecordRef, Unknown};
use super::{Graph, Origin, StatisticLinks, order};
use crate::diagnostic::{Checked, Diagnostic, FieldPath, Place, Trail, rules};
use crate::evidence::Evidence;
use rustc_hash::FxHashMap as HashMap;

/// Resolves every reference between records.
#[must_use]
pub(super) fn records(evidence: &Evidence, index: &Index, topic_order: &[String]) -> Checked<Graph> {
    let orders = order::orders(evidence, topic_order);
    let graph = Graph {
        statistics: vec![StatisticLinks::default(); evidence.statistics.len()],
        claims: vec![super::ClaimLinks::default(); evidence.claims.len()],
        recommendations: vec![Vec::new(); evidence.recommendations.len()],
        reports: vec![super::ReportLinks::default(); evidence.reports.len()],
        coverage: vec![super::CoverageLinks::default(); evidence.coverage.len()],
        findings: vec![super::FindingLinks::default(); evidence.findings.len()],
        topics: vec![super::TopicLinks::default(); evidence.topics.len()],
        measures: vec![super::MeasureLinks::default(); evidence.measures.len()],
        orders,
        ..Graph::default()
    };
    let mut linker = Linker { evidence, index, graph, diagnostics: Vec::new() };
    linker.topic_order(topic_order);
    linker.measures();
    linker.reports();
    linker.findings();
    linker.coverage();
    linker.sort();
    Checked { value: linker.graph, diagnostics: linker.diagnostics }
}

/// What is being linked.
struct Linker<'a> {
    evidence: &'a Evidence,
    index: &'a Index,
    graph: Graph,
    diagnostics: Vec<Diagnostic>,
}

impl Linker<'_> {
    fn place(&self, page: usize, field: FieldPath) -> Place {
        Place::value(&self.evidence.pages[page].path, field)
    }

    /// The record that was found; a reference that leads nowhere is reported once.
    fn found<T>(
        &mut self,
        page: usize,
        field: &Trail<'_>,
        what: &str,
        reference: &str,
        result: Result<T, Unknown>,
    ) -> Option<T> {
        self.graph.links_checked += 1;
        match result {
            Ok(found) => Some(found),
            Err(Unknown::Forgiven) => None,
            Err(Unknown::Missing { help }) => {
                let message = format!("there is no {what} `{reference}`");
                let place = self.place(page, field.path());
                self.diagnostics.push(Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message).help(help));
                None
            }
        }
    }

    /// The record that `reference`, written in `field` on `page`, means.
    fn record(&mut self, page: usize, field: &Trail<'_>, what: &str, reference: &str) -> Option<RecordRef> {
        let result = self.index.record(&self.evidence.pages[page].id, reference);
        self.found(page, field, what, reference, result)
    }

    /// As `record`, but only a statistic will do.
    fn statistic(&mut self, page: usize, field: &Trail<'_>, reference: &str) -> Option<usize> {
        match self.record(page, field, "statistic", reference)? {
            RecordRef::Statistic(statistic) => Some(statistic),
            RecordRef::Claim(_) => self.wrong_kind(page, field, reference, "claim", "statistic"),
            RecordRef::Recommendation(_) => {
                self.wrong_kind(page, field, reference, "recommendation", "statistic")
            }
        }
    }

    fn wrong_kind<T>(
        &mut self,
        page: usize,
        field: &Trail<'_>,
        reference: &str,
        found: &str,
        wanted: &str,
    ) -> Option<T> {
        let message = format!("`{reference}` is a {found}, and a {wanted} belongs here");
        let place = self.place(page, field.path());
        self.diagnostics
            .push(Diagnostic::new(&rules::WRONG_KIND, place, message).help(format!("name a {wanted}")));
        None
    }

    /// Several ids of one kind.
    fn ids(
        &mut self,
        page: usize,
        field: &Trail<'_>,
        what: &str,
        table: &HashMap<String, usize>,
        ids: &[String],
    ) -> Vec<usize> {
        let mut found = Vec::with_capacity(ids.len());
        for (place, id) in ids.iter().enumerate() {
            let field = if ids.len() == 1 { *field } else { field.at(place) };
            let result = self.index.lookup(table, id);
            if let Some(record) = self.found(page, &field, what, id, result)
                && !found.contains(&record)
            {
                found.push(record);
            }
        }
        found
    }

    /// A report, or one record of it, that stands behind a figure.
    fn origin(&mut self, page: usize, field: &Trail<'_>, reference: &str) -> Option<Origin> {
        if reference.is_empty() {
            return None;
        }
        if reference.contains('.') {
            return self.record(page, field, "record", reference).map(Origin::Record);
        }
        let result = self.index.report(reference);
        self.found(page, field, "report", reference, result).map(Origin::Report)
    }

    /// Lists are kept in the order in which a reader meets their entries, each entry once.
    fn sort(&mut self) {
        let orders = self.graph.orders.clone();
        let (findings, reports) = (order::ranks(&orders.findings), order::ranks(&orders.reports));
        let (coverage, measures) = (order::ranks(&orders.coverage), order::ranks(&orders.measures));
        let tidy = |list: &mut Vec<usize>, ranks: &[usize]| {
            list.sort_unstable_by_key(|record| ranks[*record]);
            list.dedup();
        };
        for links in &mut self.graph.statistics {
            tidy(&mut links.findings, &findings);
        }
        for links in &mut self.graph.claims {
            tidy(&mut links.findings, &findings);
        }
        for links in &mut self.graph.reports {
            tidy(&mut links.findings, &findings);
            tidy(&mut links.coverage, &coverage);
            tidy(&mut links.origins, &reports);
            tidy(&mut links.passed_on_by, &reports);
        }
        for links in &mut self.graph.topics {
            tidy(&mut links.findings, &findings);
            tidy(&mut links.reports, &reports);
            tidy(&mut links.measures, &measures);
        }
        for links in &mut self.graph.measures {
            tidy(&mut links.findings, &findings);
            links.statistics.sort_by_cached_key(|statistic| {
                self.evidence.statistics[*statistic]
                    .period
                    .as_ref()
                    .map(crate::evidence::period::Period::sort_key)
            });
        }
    }
}
