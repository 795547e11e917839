//! The methodology: the author's text, every waiver with its reason, and every check.

use super::page::RenderedPage;
use super::site::counts;
use crate::diagnostic::{FieldPath, rules};
use crate::document::kind::DocumentKind;
use crate::document::sections;
use crate::graph::index::RecordRef;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::view::{Html, KindView, LinkView, MethodologyView, RuleView, WaiverView};
use compact_str::CompactString;
use std::borrow::Cow;

impl Renderer<'_> {
    pub(super) fn methodology_page(&self) -> RenderedPage<'_> {
        let document = self.model.evidence.page_of_kind(DocumentKind::Methodology);
        let frame = match document {
            Some(page) => self.document_frame(page, self.trails.home(), (None, None)),
            None => self.made_frame(UrlPath::new("/methodology/"), "methodology"),
        };
        let mut page = self.frame(frame);
        let verified = self.verified();
        let [counted, checked, waivers, rules_applied] = sections::OF_METHODOLOGY;
        let sections = self.sections([
            (counted, true),
            (checked, verified.is_some()),
            (waivers, true),
            (rules_applied, true),
        ]);
        page.view.contents = self.contents(document, sections);
        let view = MethodologyView {
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
        };
        page.with(KindView::Methodology(view))
    }

    fn waivers(&self) -> Vec<WaiverView<'_>> {
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
            busy.map(move |waiver| self.waiver_view(self.page_link(page), waiver))
        });
        let of_records = records.flat_map(|(record, allow)| {
            let busy = allow.iter().filter(move |(typed, _)| {
                is_busy(evidence.record_page(record), &evidence.record_field(record), typed)
            });
            busy.map(move |waiver| self.waiver_view(self.record_link(record), waiver))
        });
        of_pages.chain(of_records).collect()
    }

    fn page_link(&self, page: usize) -> LinkView<'_> {
        let anchor = self.anchors.to(page, self.model);
        LinkView { title_html: Html::from(&*anchor.title), url: Cow::Borrowed(&anchor.url) }
    }

    /// The page of a record, at the record.
    fn record_link(&self, record: RecordRef) -> LinkView<'_> {
        let page = self.model.evidence.record_page(record);
        LinkView { title_html: Html::from(self.title(page)), url: self.record_url(record).into() }
    }

    fn waiver_view<'w>(
        &self,
        page: LinkView<'w>,
        (code, reason): &'w (CompactString, String),
    ) -> WaiverView<'w> {
        let rule = rules::find(code);
        WaiverView {
            code: code.to_string(),
            rule: rule.map_or("", |rule| rule.summary),
            url: rule.map_or_else(String::new, |rule| self.rule_url(rule)),
            reason,
            page,
        }
    }
}
