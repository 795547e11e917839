//! Reports as others name them, made when they are first wanted: a report stands in very many rows.

use super::Renderer;
use super::view::{Html, ReportRef, SharedView};
use std::borrow::Cow;
use std::sync::OnceLock;

/// What is said of each report.
pub(super) struct Sources(Box<[OnceLock<SharedView<ReportRef<'static>>>]>);

impl Sources {
    /// Room for so many reports.
    pub fn new(reports: usize) -> Self {
        Self((0..reports).map(|_| OnceLock::new()).collect())
    }

    /// What is said of a report.
    pub fn to<'r>(&self, report: usize, renderer: &Renderer<'_>) -> SharedView<ReportRef<'r>> {
        self.0[report].get_or_init(|| SharedView::of(&renderer.report_ref(report))).clone()
    }
}

impl Renderer<'_> {
    /// A report as others name it.
    pub(super) fn report_ref(&self, report: usize) -> ReportRef<'_> {
        let record = &self.model.evidence.reports[report];
        let anchor = self.anchors.to(record.page, self.model);
        ReportRef {
            title_html: Html::from(&*anchor.title),
            url: Cow::Borrowed(&anchor.url),
            publisher: &record.publisher,
            published: self.date(record.published),
        }
    }
}
