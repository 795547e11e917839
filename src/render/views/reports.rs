//! The page of a report, and the page of all recommendations.

use super::contents::jumps;
use super::shared::around;
use crate::evidence::record::{OnPage, Report};
use crate::graph::ReportLinks;
use crate::path::UrlPath;
use crate::plan::{Section, pages_needed};
use crate::render::Renderer;
use crate::render::table::{Below, Column, Table};
use crate::render::view::{Link, PageView, RecommendationGroup, RecommendationsView, ReportRef, ReportView};
use std::ops::Range;
use std::sync::Arc;

impl Renderer<'_> {
    pub(super) fn report_page(&self, report: usize) -> (&'static str, PageView, Option<usize>) {
        let record = &self.model.evidence.reports[report];
        let page_of = |report: usize| self.model.evidence.reports[report].page;
        let around = around(&self.model.graph.orders.reports, self.ranks.reports[report], page_of);
        let frame = self.document_frame("report", record.page, self.trails.to(Section::Reports), around);
        let mut page = self.frame(frame);
        page.report = Some(self.report_view(report, record));
        ("report.html", page, Some(record.page))
    }

    fn report_view(&self, report: usize, record: &OnPage<Arc<Report>>) -> ReportView {
        let links = &self.model.graph.reports[report];
        let mut view = ReportView {
            kind: record.kind.clone(),
            facts_html: self.report_facts(record, links),
            known_as: record.known_as.clone(),
            publisher: record.publisher.clone(),
            authors: record.authors.clone(),
            secretariat: record.secretariat.clone(),
            subject: record.subject.clone(),
            published: self.date(record.published),
            published_iso: record.published.map_or_else(String::new, |date| date.to_string()),
            geography: record.geography.clone(),
            address: self.followed(record.page, &record.url).into_owned(),
            jumps_html: String::new(),
            statistics_html: self.report_table(links.statistics.clone()),
            claims_html: self.claims(links.claims.clone()),
            recommendations_html: self.recommendations(links.recommendations.clone(), true),
            findings_html: self.finding_cards(&links.findings),
            coverage_html: self.coverage_cards(report),
        };
        view.jumps_html = self.report_jumps(&view);
        view
    }

    /// Who published it when, about what, and where it is to be had.
    fn report_facts(&self, record: &OnPage<Arc<Report>>, links: &ReportLinks) -> String {
        let mut html = String::with_capacity(1024);
        self.fact_text("publisher", &record.publisher, &mut html);
        self.fact_text("subject", &record.subject, &mut html);
        self.fact_date("published", record.published, &mut html);
        self.fact_text("known_as", &record.known_as, &mut html);
        self.fact_text("authors", &record.authors.join(", "), &mut html);
        self.fact_text("secretariat", &record.secretariat, &mut html);
        self.fact_text("geography", &record.geography, &mut html);
        self.fact_address("original", record.page, &record.url, &mut html);
        self.fact("topics", &self.topic_list(&links.topics), &mut html);
        self.fact("origins", &self.report_list(&links.origins), &mut html);
        self.fact("passed_on_by", &self.report_list(&links.passed_on_by), &mut html);
        html
    }

    /// The sections that the report has, in the order of the page.
    fn report_jumps(&self, view: &ReportView) -> String {
        let sections = [
            (!view.statistics_html.is_empty(), "section-statistics", "statistics"),
            (!view.claims_html.is_empty(), "section-claims", "claims"),
            (!view.recommendations_html.is_empty(), "section-recommendations", "recommendations"),
            (!view.coverage_html.is_empty(), "section-coverage", "report_coverage"),
            (!view.findings_html.is_empty(), "section-findings", "report_findings"),
        ];
        let present = sections.iter().filter(|(is_there, ..)| *is_there);
        jumps(&present.map(|(_, id, word)| (*id, self.words.get(word))).collect::<Vec<_>>())
    }

    fn report_table(&self, statistics: Range<usize>) -> String {
        if statistics.is_empty() {
            return String::new();
        }
        let table = Table {
            id: "statistics-table",
            caption: self.words.get("statistics_caption"),
            caption_hidden: true,
            columns: &[Column::Label, Column::Value, Column::Period, Column::Measure, Column::Where],
            own_page: true,
            below: Below::Everything,
        };
        self.statistics_table(table, statistics.map(|statistic| (statistic, "")))
    }

    pub(super) fn report_ref(&self, report: usize) -> ReportRef {
        let record = &self.model.evidence.reports[report];
        let Link { title_html, url } = self.link(record.page);
        ReportRef {
            title_html,
            url,
            publisher: record.publisher.clone(),
            published: self.date(record.published),
        }
    }

    pub(super) fn recommendations_page(&self, number: usize) -> (&'static str, PageView, Option<usize>) {
        let graph = self.model.graph;
        let makes_any = |report: &usize| !graph.reports[*report].recommendations.is_empty();
        let reports: Vec<usize> = graph.orders.reports.iter().copied().filter(makes_any).collect();
        let groups = self.slice(&reports, number).iter().map(|report| RecommendationGroup {
            report: self.report_ref(*report),
            items_html: self.recommendations(graph.reports[*report].recommendations.clone(), false),
        });
        let first = UrlPath::new("/recommendations/");
        let frame = self.made_frame("recommendations", first.clone(), "recommendations");
        let pages = pages_needed(reports.len(), self.model.config.page_size);
        let mut page = self.numbered(frame, &first, number, pages);
        page.recommendations = Some(RecommendationsView {
            groups: groups.collect(),
            pager_html: self.pager(&first, number, pages),
        });
        ("recommendations.html", page, None)
    }
}
