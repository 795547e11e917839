//! The methodology: the author's text, every waiver with its reason, and every check.

use super::contents::OwnSection;
use super::site::counts;
use crate::diagnostic::{FieldPath, rules};
use crate::document::kind::DocumentKind;
use crate::graph::index::RecordRef;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::view::{Link, MethodologyView, PageView, RuleView, WaiverView};
use compact_str::CompactString;

impl Renderer<'_> {
    pub(super) fn methodology_page(&self) -> (&'static str, PageView, Option<usize>) {
        let document = self.model.evidence.page_of_kind(DocumentKind::Methodology);
        let frame = match document {
            Some(page) => self.document_frame("methodology", page, self.trails.home(), (None, None)),
            None => self.made_frame("methodology", UrlPath::new("/methodology/"), "methodology"),
        };
        let mut page = self.frame(frame);
        let verified = self.verified();
        let sections: Vec<OwnSection<'_>> = [
            Some(("section-counts", "method_counts")),
            verified.as_ref().map(|_| ("section-verified", "method_verified")),
            Some(("section-waivers", "method_waivers")),
            Some(("section-rules", "method_rules")),
        ]
        .into_iter()
        .flatten()
        .map(|(id, word)| (id, self.words.get(word)))
        .collect();
        page.toc_html = self.contents(document, &sections);
        page.methodology = Some(MethodologyView {
            waivers: self.waivers(),
            counts: counts(self.model),
            verified,
            rules: rules::ALL
                .iter()
                .map(|rule| RuleView {
                    code: rule.code,
                    name: rule.name,
                    level: rule.level.name(),
                    summary: rule.summary,
                    url: self.rule_url(rule),
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
        let records = statistics
            .map(|(at, statistic)| (RecordRef::Statistic(at), &statistic.allow))
            .chain(claims.map(|(at, claim)| (RecordRef::Claim(at), &claim.allow)));
        let is_busy = |page: usize, record: &FieldPath, typed: &str| !self.model.is_idle(page, record, typed);
        let of_pages = pages.flat_map(|(page, document)| {
            let busy =
                document.allow.iter().filter(move |(typed, _)| is_busy(page, &FieldPath::default(), typed));
            busy.map(move |waiver| self.waiver_view(self.link(page), waiver))
        });
        let of_records = records.flat_map(|(record, allow)| {
            let busy = allow.iter().filter(move |(typed, _)| {
                is_busy(evidence.record_page(record), &evidence.record_field(record), typed)
            });
            busy.map(move |waiver| self.waiver_view(self.record_link(record), waiver))
        });
        of_pages.chain(of_records).collect()
    }

    /// The page of a record, at the record.
    fn record_link(&self, record: RecordRef) -> Link {
        let page = self.model.evidence.record_page(record);
        Link { title_html: self.title(page).to_owned(), url: self.record_url(record) }
    }

    fn waiver_view(&self, page: Link, (code, reason): &(CompactString, String)) -> WaiverView {
        let rule = rules::find(code);
        WaiverView {
            code: code.to_string(),
            rule: rule.map_or_else(String::new, |rule| rule.summary.to_owned()),
            url: rule.map_or_else(String::new, |rule| self.rule_url(rule)),
            reason: reason.clone(),
            page,
        }
    }
}
