//! The page of an article.

use super::cards::list;
use super::shared::around;
use crate::document::escape::escape_into;
use crate::plan::Section;
use crate::render::Renderer;
use crate::render::table::{tagged, text};
use crate::render::view::{CoverageView, PageView};
use crate::verification::statement::Subject;

impl Renderer<'_> {
    pub(super) fn coverage_page(&self, coverage: usize) -> (&'static str, PageView, Option<usize>) {
        let record = &self.model.evidence.coverage[coverage];
        let page_of = |coverage: usize| self.model.evidence.coverage[coverage].page;
        let around = around(&self.model.graph.orders.coverage, self.ranks.coverage[coverage], page_of);
        let frame = self.document_frame("coverage", record.page, self.trails.to(Section::Coverage), around);
        let mut page = self.frame(frame);
        page.coverage = Some(self.coverage_view(coverage));
        ("coverage.html", page, Some(record.page))
    }

    fn coverage_view(&self, place: usize) -> CoverageView {
        let record = &self.model.evidence.coverage[place];
        CoverageView {
            kind: record.kind.clone(),
            facts_html: self.coverage_facts(place),
            author: record.author.clone(),
            outlet: record.outlet.clone(),
            published: self.date(record.published),
            published_iso: record.published.map_or_else(String::new, |date| date.to_string()),
            address: self.followed(record.page, &record.url).into_owned(),
            credits: record.credits.clone(),
            agreement: self.faithful_words(self.faithful(place, |_| true)),
            tellings_html: self.telling_table(place),
        }
    }

    /// Where it appeared, by whom, on which reports, and whom it credits.
    fn coverage_facts(&self, place: usize) -> String {
        let record = &self.model.evidence.coverage[place];
        let links = &self.model.graph.coverage[place];
        let mut html = String::with_capacity(1024);
        self.fact_text("outlet", &record.outlet, &mut html);
        self.fact_text("author", &record.author, &mut html);
        self.fact_date("published", record.published, &mut html);
        self.fact_address("original", record.page, &record.url, &mut html);
        let named = |report: &usize| {
            let mut html = String::new();
            self.named_report(*report, &mut html);
            html
        };
        let reports: Vec<String> = links.reports.iter().map(named).collect();
        self.fact("reports_on", &list("links", reports.iter().map(String::as_str)), &mut html);
        if !record.credits.is_empty() {
            self.fact_written("credits", &mut html, |html| self.credits(place, html));
        }
        html
    }

    /// Whom it credits, and what is to be said about that.
    fn credits(&self, place: usize, html: &mut String) {
        let record = &self.model.evidence.coverage[place];
        escape_into(&record.credits, html);
        if self.model.graph.coverage[place].credits_differ {
            html.push(' ');
            tagged("span", "flag", self.words.html("credits_differ"), html);
        }
        text("span", "sub checked", &self.checked(Subject::Credit(place)), html);
        tagged("span", "sub", &self.inline(record.page, &record.credits_note), html);
    }
}
