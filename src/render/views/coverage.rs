//! The page of an article.

use super::page::RenderedPage;
use super::shared::around;
use crate::graph::TellingRef;
use crate::plan::ListSection;
use crate::render::Renderer;
use crate::render::facts::Facts;
use crate::render::view::{CoverageView, CreditsView, Fact, FactValue, KindView, ReportRef, SharedView};
use crate::verification::statement::Subject;

impl Renderer<'_> {
    pub(super) fn coverage_page(&self, coverage: usize) -> RenderedPage<'_> {
        let record = &self.model.evidence.coverage[coverage];
        let page_of = |coverage: usize| self.model.evidence.coverage[coverage].page;
        let around = around(&self.model.graph.orders.coverage, self.ranks.coverage[coverage], page_of);
        let frame = self.document_frame(record.page, self.trails.to(ListSection::Coverage), around);
        let mut page = self.frame(frame);
        page.view.facts = self.coverage_facts(coverage);
        page.with(KindView::Coverage(self.coverage_view(coverage)))
    }

    fn coverage_view(&self, place: usize) -> CoverageView<'_> {
        let record = &self.model.evidence.coverage[place];
        let telling = |telling| self.telling(TellingRef { coverage: place, telling });
        CoverageView {
            kind: &record.kind,
            author: &record.author,
            outlet: &record.outlet,
            published: self.date(record.published),
            published_iso: record.published.map_or_else(String::new, |date| date.to_string()),
            address: self.followed(record.page, &record.url),
            credits: &record.credits,
            agreement: self.agreement(place, |_| true),
            tellings: (0..record.tells.len()).map(telling).collect(),
        }
    }

    /// Where it appeared, by whom, on which reports, and whom it credits.
    fn coverage_facts(&self, place: usize) -> Vec<Fact<'_>> {
        let record = &self.model.evidence.coverage[place];
        let links = &self.model.graph.coverage[place];
        let mut facts = Facts::new(self);
        facts.text("outlet", &record.outlet);
        facts.text("author", &record.author);
        facts.date("published", record.published);
        facts.address("original", record.page, &record.url);
        let reports: Vec<SharedView<ReportRef<'_>>> =
            links.reports.iter().map(|report| self.sources.to(*report, self)).collect();
        if !reports.is_empty() {
            facts.add("reports_on", FactValue::Reports(reports));
        }
        if !record.credits.is_empty() {
            facts.add("credits", FactValue::Credits(self.credits(place)));
        }
        facts.known
    }

    /// Whom it credits, and what is to be said about that.
    fn credits(&self, place: usize) -> CreditsView<'_> {
        let record = &self.model.evidence.coverage[place];
        CreditsView {
            text: &record.credits,
            differs: self.model.graph.coverage[place].credits_differ,
            checked: self.checked(Subject::Credit(place)),
            note_html: self.prose(record.page, &record.credits_note),
        }
    }
}
