//! Reports and their statistics, claims and recommendations.

use super::Linker;
use crate::diagnostic::{Diagnostic, Trail, rules};
use crate::evidence::period::Period;
use crate::evidence::record::{Owner, Statistic};
use crate::graph::{Origin, RelationLink};

impl Linker<'_> {
    pub(super) fn reports(&mut self) {
        let evidence = self.evidence;
        for (place, report) in evidence.reports.iter().enumerate() {
            let topics =
                self.ids(report.page, &Trail::key("topics"), "topic", &self.index.topics, &report.topics);
            for topic in &topics {
                self.graph.topics[*topic].reports.push(place);
            }
            self.graph.reports[place].topics = topics;
        }
        for (place, statistic) in evidence.statistics.iter().enumerate() {
            match statistic.owner {
                Owner::Report(report) => self.graph.reports[report].statistics.push(place),
                Owner::Finding(finding) => self.graph.findings[finding].derived.push(place),
            }
            self.statistic_links(place, statistic);
        }
        self.claims();
        self.recommendations();
    }

    fn statistic_links(&mut self, place: usize, statistic: &Statistic) {
        let page = self.evidence.owner_page(statistic.owner);
        let all = Trail::key(statistic.collection());
        let field = all.then(&statistic.id);
        if !statistic.measure.is_empty() {
            let result = self.index.lookup(&self.index.measures, &statistic.measure);
            let measure = self.found(page, &field.then("measure"), "measure", &statistic.measure, result);
            if let Some(measure) = measure {
                self.graph.statistics[place].measure = Some(measure);
                self.graph.measures[measure].statistics.push(place);
            }
        }
        let origin = self.origin(page, &field.then("origin"), &statistic.origin);
        self.graph.statistics[place].origin = origin;
        self.note_origin(statistic.owner, origin);
        if !statistic.revised_by.is_empty() {
            self.graph.statistics[place].revised_by =
                self.statistic(page, &field.then("revised_by"), &statistic.revised_by);
        }
        self.change(place, page, statistic);
        self.relations(place, page, statistic);
    }

    /// A figure that is passed on links the two reports.
    fn note_origin(&mut self, owner: Owner, origin: Option<Origin>) {
        let Owner::Report(report) = owner else { return };
        let behind = match origin {
            Some(Origin::Report(behind)) => Some(behind),
            Some(Origin::Record(record)) => self.evidence.record_report(record),
            None => None,
        };
        if let Some(behind) = behind.filter(|behind| *behind != report) {
            self.graph.reports[report].origins.push(behind);
            self.graph.reports[behind].passed_on_by.push(report);
        }
    }

    /// The ends of a change are two statistics or two periods.
    fn change(&mut self, place: usize, page: usize, statistic: &Statistic) {
        let Some((from, to)) = &statistic.change else { return };
        let all = Trail::key(statistic.collection());
        let own = all.then(&statistic.id);
        let field = own.then("change");
        let from = self.end_of_change(page, &field.then("from"), from);
        let to = self.end_of_change(page, &field.then("to"), to);
        if let (Some(from), Some(to)) = (from, to) {
            self.graph.statistics[place].change = Some((from, to));
        }
    }

    fn end_of_change(&mut self, page: usize, field: &Trail<'_>, text: &str) -> Option<usize> {
        if Period::parse(text).is_ok() {
            return None;
        }
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return self.statistic(page, field, text);
        }
        let place = self.place(page, field.path());
        let message = format!("`{text}` is neither a statistic nor a period");
        self.diagnostics.push(
            Diagnostic::new(&rules::INVALID_PERIOD, place, message)
                .help("name a statistic of this report, or write a period such as `2010-11`"),
        );
        None
    }

    fn relations(&mut self, place: usize, page: usize, statistic: &Statistic) {
        for (at, relation) in statistic.relations.iter().enumerate() {
            let all = Trail::key(statistic.collection());
            let (own, name) = (all.then(&statistic.id), relation.kind.key());
            let relations = own.then("relations");
            let one = relations.at(at);
            let field = one.then(name);
            let Some(other) = self.statistic(page, &field, &relation.reference) else { continue };
            let declared = (place, at);
            let forward = RelationLink { kind: relation.kind, other, declared };
            let back = RelationLink { kind: relation.kind.reversed(), other: place, declared };
            self.graph.statistics[place].relations.push(forward);
            let others = &mut self.graph.statistics[other].relations;
            // Both ends may declare the same relation; one line is enough.
            if !others.iter().any(|known| known.kind == back.kind && known.other == back.other) {
                others.push(back);
            }
        }
        let own = &mut self.graph.statistics[place].relations;
        let mut kept: Vec<RelationLink> = Vec::with_capacity(own.len());
        for link in own.drain(..) {
            match kept.iter_mut().find(|known| known.kind == link.kind && known.other == link.other) {
                Some(known) if link.declared.0 == place => *known = link,
                Some(_) => {}
                None => kept.push(link),
            }
        }
        *own = kept;
    }

    fn claims(&mut self) {
        let evidence = self.evidence;
        for (place, claim) in evidence.claims.iter().enumerate() {
            let page = evidence.reports[claim.report].page;
            let all = Trail::key("claims");
            let field = all.then(&claim.id);
            self.graph.reports[claim.report].claims.push(place);
            self.ids(page, &field.then("topics"), "topic", &self.index.topics, &claim.topics);
            let origin = self.origin(page, &field.then("origin"), &claim.origin);
            self.graph.claims[place].origin = origin;
            self.note_origin(Owner::Report(claim.report), origin);
        }
    }

    fn recommendations(&mut self) {
        let evidence = self.evidence;
        for (place, recommendation) in evidence.recommendations.iter().enumerate() {
            let page = evidence.reports[recommendation.report].page;
            let all = Trail::key("recommendations");
            let field = all.then(&recommendation.id);
            self.graph.reports[recommendation.report].recommendations.push(place);
            self.ids(page, &field.then("topics"), "topic", &self.index.topics, &recommendation.topics);
        }
    }
}
