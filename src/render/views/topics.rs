//! The pages of a topic.

use super::page::RenderedPage;
use super::shared::around;
use crate::plan::{ListSection, pages_needed};
use crate::render::Renderer;
use crate::render::view::{KindView, TopicView};

impl Renderer<'_> {
    pub(super) fn topic_page(&self, topic: usize, number: usize) -> RenderedPage<'_> {
        let document = self.model.evidence.topics[topic];
        let links = &self.model.graph.topics[topic];
        let page_of = |topic: usize| self.model.evidence.topics[topic];
        let around = around(&self.model.graph.orders.topics, self.ranks.topics[topic], page_of);
        let frame = self.document_frame(document, self.trails.to(ListSection::Topics), around);
        let longest = links.findings.len().max(links.reports.len()).max(links.measures.len());
        let total = pages_needed(longest, self.model.config.page_size);
        let findings = self.slice(&links.findings, number).iter();
        let reports = self.slice(&links.reports, number).iter();
        let measures = self.slice(&links.measures, number).iter();
        let view = TopicView {
            findings: findings.map(|finding| self.finding_card(*finding)).collect(),
            reports: reports.map(|report| self.report_card(*report)).collect(),
            measures: measures.map(|measure| self.measure_card(*measure)).collect(),
        };
        self.numbered(frame, &self.model.plan.addresses[document], number, total).with(KindView::Topic(view))
    }
}
