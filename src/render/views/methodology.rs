//! The methodology: the author's text, every waiver with its reason, and every check.

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
            counts: self.counts(),
            rules: self
                .rules
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
        let of_pages = evidence
            .pages
            .iter()
            .enumerate()
            .flat_map(|(page, record)| record.allow.iter().map(move |waiver| (self.link(page), waiver)));
        let of_statistics = evidence.statistics.iter().enumerate().flat_map(|(place, statistic)| {
            let page = evidence.owner_page(statistic.owner);
            let url = self.record_url(RecordRef::Statistic(place));
            statistic
                .allow
                .iter()
                .map(move |waiver| (Link { title_html: self.titles[page].clone(), url: url.clone() }, waiver))
        });
        of_pages
            .chain(of_statistics)
            .map(|(page, (code, reason))| WaiverView {
                code: code.clone(),
                rule: rules::find(code).map_or_else(String::new, |rule| rule.summary.to_owned()),
                reason: reason.clone(),
                page,
            })
            .collect()
    }
}
