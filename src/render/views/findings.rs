//! The page of a finding.

use crate::evidence::record::{Bearing, RelationKind};
use crate::graph::index::RecordRef;
use crate::graph::related::{Shared, related};
use crate::plan::Section;
use crate::render::Renderer;
use crate::render::view::{
    CiteView, EvidenceGroup, EvidenceView, FindingView, PageView, RelatedView, RelationView,
};
use std::collections::BTreeSet;

impl Renderer<'_> {
    pub(super) fn finding_page(&self, finding: usize) -> (&'static str, PageView, Option<usize>) {
        let record = &self.model.evidence.findings[finding];
        let page_of = |finding: usize| self.model.evidence.findings[finding].page;
        let around = self.around(&self.model.graph.orders.findings, self.ranks.findings[finding], page_of);
        let frame = self.document_frame("finding", record.page, self.parents(Section::Findings), around);
        let mut page = self.frame(frame);
        page.finding = Some(self.finding_view(finding, &page));
        ("finding.html", page, Some(record.page))
    }

    fn finding_view(&self, finding: usize, page: &PageView) -> FindingView {
        let record = &self.model.evidence.findings[finding];
        let links = &self.model.graph.findings[finding];
        let statement = match record.statement.is_empty() {
            true => page.title_html.clone(),
            false => self.inline(record.page, &record.statement),
        };
        let address = self.urls.best(&self.model.plan.addresses[record.page]);
        let cite = [("title", page.title.as_str()), ("site", &self.model.config.title), ("url", &address)];
        FindingView {
            statement_html: statement,
            certainty: record.certainty.key(),
            certainty_label: self.certainty_label(record.certainty).to_owned(),
            because_html: self.inline(record.page, &record.because),
            topics: self.topic_links(&links.topics),
            groups: self.groups(finding),
            derived: links.derived.iter().map(|statistic| self.statistic(*statistic)).collect(),
            related: self.related_findings(finding),
            disagreements: self.disagreements(finding),
            cite: CiteView { text: self.words.fill("cite", &cite) },
        }
    }

    fn groups(&self, finding: usize) -> Vec<EvidenceGroup> {
        let bearings = [Bearing::Supports, Bearing::Qualifies, Bearing::Disputes].into_iter();
        let groups = bearings.map(|bearing| EvidenceGroup {
            relation: bearing.key(),
            heading: self.words.get(&format!("relation_{}", bearing.key())).to_owned(),
            items: self.evidence_of(finding, bearing),
        });
        groups.filter(|group| !group.items.is_empty()).collect()
    }

    fn evidence_of(&self, finding: usize, bearing: Bearing) -> Vec<EvidenceView> {
        let record = &self.model.evidence.findings[finding];
        let records = &self.model.graph.findings[finding].evidence;
        let pieces = record.evidence.iter().zip(records).filter(|(piece, _)| piece.bearing == bearing);
        pieces
            .map(|(piece, found)| EvidenceView {
                statistic: match found {
                    Some(RecordRef::Statistic(statistic)) => Some(self.statistic(*statistic)),
                    _ => None,
                },
                claim: match found {
                    Some(RecordRef::Claim(claim)) => Some(self.claim(*claim)),
                    _ => None,
                },
                note_html: self.inline(record.page, &piece.note),
            })
            .collect()
    }

    fn related_findings(&self, finding: usize) -> Vec<RelatedView> {
        related(self.model.graph, finding)
            .into_iter()
            .map(|(other, shared)| {
                let link = self.link(self.model.evidence.findings[other].page);
                RelatedView { title_html: link.title_html, url: link.url, why_html: self.shared(shared) }
            })
            .collect()
    }

    fn shared(&self, shared: Shared) -> String {
        let evidence = self.model.evidence;
        let (key, title) = match shared {
            Shared::Statistic(statistic) => {
                ("shares_statistic", crate::render::prose::without_links(&evidence.statistics[statistic].label))
            }
            Shared::Measure(measure) => ("shares_measure", self.titles[evidence.measures[measure].page].clone()),
            Shared::Topic(topic) => ("shares_topic", self.titles[evidence.topics[topic]].clone()),
        };
        self.words.fill(key, &[("title", &title)])
    }

    /// Relations of the evidence in which two figures do not say the same, each pair once.
    fn disagreements(&self, finding: usize) -> Vec<RelationView> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for record in self.model.graph.findings[finding].evidence.iter().flatten() {
            let RecordRef::Statistic(own) = *record else { continue };
            for link in &self.model.graph.statistics[own].relations {
                let pair = (own.min(link.other), own.max(link.other));
                if link.kind != RelationKind::SameAs && seen.insert(pair) {
                    let mut relation = self.relation(*link);
                    let statistic = self.statistic_ref(own);
                    relation.label = format!("{} ({}) {}", statistic.value, self.publisher_of(own), relation.label.to_lowercase());
                    found.push(relation);
                }
            }
        }
        found
    }

    fn publisher_of(&self, statistic: usize) -> String {
        match self.model.evidence.statistics[statistic].owner {
            crate::evidence::record::Owner::Report(report) => self.model.evidence.reports[report].publisher.clone(),
            crate::evidence::record::Owner::Finding(_) => self.model.config.title.clone(),
        }
    }
}
