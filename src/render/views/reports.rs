//! The page of a report, and the page of all recommendations.

use super::page::RenderedPage;
use super::shared::around;
use crate::document::sections;
use crate::evidence::record::{OnPage, Report};
use crate::graph::ReportLinks;
use crate::path::UrlPath;
use crate::plan::{ListSection, pages_needed};
use crate::render::Renderer;
use crate::render::facts::Facts;
use crate::render::view::{
    ContentsEntry, Fact, KindView, RecommendationGroup, RecommendationsView, ReportView,
};
use std::sync::Arc;

impl Renderer<'_> {
    pub(super) fn report_page(&self, report: usize) -> RenderedPage<'_> {
        let record = &self.model.evidence.reports[report];
        let page_of = |report: usize| self.model.evidence.reports[report].page;
        let around = around(&self.model.graph.orders.reports, self.ranks.reports[report], page_of);
        let frame = self.document_frame(record.page, self.trails.to(ListSection::Reports), around);
        let mut page = self.frame(frame);
        page.view.facts = self.report_facts(record, &self.model.graph.reports[report]);
        page.with(KindView::Report(self.report_view(report, record)))
    }

    fn report_view<'v>(&'v self, report: usize, record: &'v OnPage<Arc<Report>>) -> ReportView<'v> {
        let links = &self.model.graph.reports[report];
        let mut view = ReportView {
            kind: &record.kind,
            known_as: &record.known_as,
            publisher: &record.publisher,
            authors: &record.authors,
            secretariat: &record.secretariat,
            subject: &record.subject,
            published: self.date(record.published),
            published_iso: record.published.map_or_else(String::new, |date| date.to_string()),
            geography: &record.geography,
            address: self.followed(record.page, &record.url),
            jumps: Vec::new(),
            statistics: links.statistics.clone().map(|statistic| self.report_row(statistic)).collect(),
            claims: links.claims.clone().map(|claim| self.claim(claim)).collect(),
            recommendations: links.recommendations.clone().map(|place| self.recommendation(place)).collect(),
            findings: links.findings.iter().map(|finding| self.finding_card(*finding)).collect(),
            coverage: links.coverage.iter().map(|article| self.article_card(*article, report)).collect(),
        };
        view.jumps = self.report_jumps(&view);
        view
    }

    /// Who published it when, about what, and where it is to be had.
    fn report_facts<'f>(&'f self, record: &'f OnPage<Arc<Report>>, links: &ReportLinks) -> Vec<Fact<'f>> {
        let mut facts = Facts::new(self);
        facts.text("publisher", &record.publisher);
        facts.text("subject", &record.subject);
        facts.date("published", record.published);
        facts.text("known_as", &record.known_as);
        facts.text("authors", record.authors.join(", "));
        facts.text("secretariat", &record.secretariat);
        facts.text("geography", &record.geography);
        facts.address("original", record.page, &record.url);
        facts.topics(&links.topics);
        facts.reports("origins", &links.origins);
        facts.reports("passed_on_by", &links.passed_on_by);
        facts.known
    }

    /// The sections that the report has, in the order of the page; nothing when there is but one.
    fn report_jumps(&self, view: &ReportView<'_>) -> Vec<ContentsEntry<'_>> {
        let [statistics, claims, recommendations, coverage, findings] = sections::OF_REPORT;
        let jumps = self.sections([
            (statistics, !view.statistics.is_empty()),
            (claims, !view.claims.is_empty()),
            (recommendations, !view.recommendations.is_empty()),
            (coverage, !view.coverage.is_empty()),
            (findings, !view.findings.is_empty()),
        ]);
        if jumps.len() > 1 { jumps } else { Vec::new() }
    }

    pub(super) fn recommendations_page(&self, number: usize) -> RenderedPage<'_> {
        let graph = self.model.graph;
        let makes_any = |report: &usize| !graph.reports[*report].recommendations.is_empty();
        let reports: Vec<usize> = graph.orders.reports.iter().copied().filter(makes_any).collect();
        let groups = self.slice(&reports, number).iter().map(|report| self.recommendation_group(*report));
        let first = UrlPath::new("/recommendations/");
        let frame = self.made_frame(first.clone(), "recommendations");
        let pages = pages_needed(reports.len(), self.model.config.page_size);
        let view = RecommendationsView { groups: groups.collect() };
        self.numbered(frame, &first, number, pages).with(KindView::Recommendations(view))
    }

    fn recommendation_group(&self, report: usize) -> RecommendationGroup<'_> {
        let places = self.model.graph.reports[report].recommendations.clone();
        RecommendationGroup {
            report: self.sources.to(report, self),
            recommendations: places.map(|place| self.recommendation(place)).collect(),
        }
    }
}
