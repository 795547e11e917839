//! The page of an article.

use super::shared::around;
use crate::plan::Section;
use crate::render::Renderer;
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
        let links = &self.model.graph.coverage[place];
        CoverageView {
            kind: record.kind.clone(),
            author: record.author.clone(),
            outlet: record.outlet.clone(),
            published: self.date(record.published),
            published_iso: record.published.map_or_else(String::new, |date| date.to_string()),
            address: record.url.clone(),
            reports_on: links.reports.iter().map(|report| self.report_ref(*report)).collect(),
            credits: record.credits.clone(),
            credits_differ: links.credits_differ,
            credits_checked: self.checked(Subject::Credit(place)),
            credits_note_html: self.inline(record.page, &record.credits_note).into_owned(),
            agreement: self.faithful_words(self.faithful(place, |_| true)),
            tellings_html: self.telling_table(place),
        }
    }
}
