//! The methodology: the author's text, every waiver with its reason, and every check.

use super::site::counts;
use crate::diagnostic::rules;
use crate::document::kind::DocumentKind;
use crate::graph::index::RecordRef;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::view::{Link, MethodologyView, PageView, RuleView, WaiverView};

impl Renderer<'_> {
    pub(super) fn methodology_page(&self) -> (&'static str, PageView, Option<usize>) {
        let document = self.model.evidence.page_of_kind(DocumentKind::Methodology);
        let frame = match document {
            Some(page) => self.document_frame("methodology", page, vec![self.home_link()], (None, None)),
            None => self.made_frame("methodology", UrlPath::new("/methodology/"), "methodology"),
        };
        let mut page = self.frame(frame);
        page.methodology = Some(MethodologyView {
            waivers: self.waivers(),
            counts: counts(self.model),
            verified: self.verified(),
            rules: rules::ALL
                .iter()
                .map(|rule| RuleView {
                    code: rule.code,
                    name: rule.name,
                    level: rule.level.name(),
                    summary: rule.summary,
                })
                .collect(),
        });
        ("methodology.html", page, document)
    }

    fn waivers(&self) -> Vec<WaiverView> {
        let evidence = self.model.evidence;
        let pages = evidence.pages.iter().enumerate();
        let statistics = evidence.statistics.iter().enumerate();
        let claims = evidence.claims.iter().enumerate();
        pages
            .map(|(page, record)| (self.link(page), &record.allow))
            .chain(statistics.map(|(at, record)| (self.record_link(RecordRef::Statistic(at)), &record.allow)))
            .chain(claims.map(|(at, record)| (self.record_link(RecordRef::Claim(at)), &record.allow)))
            .flat_map(|(page, allow)| allow.iter().map(move |waiver| waiver_view(page.clone(), waiver)))
            .collect()
    }

    /// The page of a record, at the record.
    fn record_link(&self, record: RecordRef) -> Link {
        let page = self.model.evidence.record_page(record);
        Link { title_html: self.title(page).into_owned(), url: self.record_url(record) }
    }
}

fn waiver_view(page: Link, (code, reason): &(String, String)) -> WaiverView {
    WaiverView {
        code: code.clone(),
        rule: rules::find(code).map_or_else(String::new, |rule| rule.summary.to_owned()),
        reason: reason.clone(),
        page,
    }
}
