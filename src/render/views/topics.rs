//! The pages of a topic.

use super::shared::around;
use crate::plan::{Section, pages_needed};
use crate::render::Renderer;
use crate::render::view::{PageView, TopicView};

impl Renderer<'_> {
    pub(super) fn topic_page(&self, topic: usize, number: usize) -> (&'static str, PageView, Option<usize>) {
        let document = self.model.evidence.topics[topic];
        let links = &self.model.graph.topics[topic];
        let page_of = |topic: usize| self.model.evidence.topics[topic];
        let around = around(&self.model.graph.orders.topics, self.ranks.topics[topic], page_of);
        let frame = self.document_frame("topic", document, self.trails.to(Section::Topics), around);
        let longest = links.findings.len().max(links.reports.len()).max(links.measures.len());
        let total = pages_needed(longest, self.model.config.page_size);
        let mut page = self.numbered(frame, &self.model.plan.addresses[document], number, total);
        let reports = self.slice(&links.reports, number).iter();
        let measures = self.slice(&links.measures, number).iter();
        page.topic = Some(TopicView {
            findings_html: self.finding_cards(self.slice(&links.findings, number)),
            reports_html: self.cards(reports.map(|report| self.report_card(*report)), 3, "grid"),
            measures_html: self.cards(measures.map(|measure| self.measure_card(*measure)), 3, "grid"),
            pager_html: self.pager(&self.model.plan.addresses[document], number, total),
        });
        ("topic.html", page, Some(document))
    }
}
