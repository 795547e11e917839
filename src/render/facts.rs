//! Names and what stands behind them: what is known of a page or of a record. What is not known is left out.

use super::Renderer;
use super::view::{AddressView, DateView, Fact, FactValue, Html, LinkView, SharedView};
use crate::evidence::date::PartialDate;
use crate::graph::FigureOrigin;
use std::borrow::Cow;

/// Facts that are being gathered.
pub(super) struct Facts<'f> {
    /// Who knows.
    pub renderer: &'f Renderer<'f>,
    /// Those that are known.
    pub known: Vec<Fact<'f>>,
}

impl<'f> Facts<'f> {
    /// Room for facts.
    pub fn new(renderer: &'f Renderer<'f>) -> Self {
        Self { renderer, known: Vec::new() }
    }

    /// A fact.
    pub fn add(&mut self, key: &'static str, value: FactValue<'f>) {
        self.known.push(Fact { key, name: self.renderer.words.get(key), value });
    }

    /// A text, unless there is none.
    pub fn text(&mut self, key: &'static str, text: impl Into<Cow<'f, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.add(key, FactValue::Text(text));
        }
    }

    /// Inline prose, unless there is none.
    pub fn prose(&mut self, key: &'static str, html: Html<'f>) {
        if !html.is_empty() {
            self.add(key, FactValue::Prose(html));
        }
    }

    /// A date, if it is known.
    pub fn date(&mut self, key: &'static str, date: Option<PartialDate>) {
        if let Some(date) = self.renderer.date_view(date) {
            self.add(key, FactValue::Date(date));
        }
    }

    /// Where the original is, if that is known.
    pub fn address(&mut self, key: &'static str, page: usize, typed: &'f str) {
        if !typed.is_empty() {
            let url = self.renderer.followed(page, typed);
            let shown = shown(&url).to_owned().into();
            self.add(key, FactValue::Address(AddressView { url, shown }));
        }
    }

    /// A link, if there is one.
    pub fn link(&mut self, key: &'static str, link: Option<SharedView<LinkView<'f>>>) {
        if let Some(link) = link {
            self.add(key, FactValue::Link(link));
        }
    }

    /// Links, unless there are none.
    pub fn links(&mut self, key: &'static str, links: impl Iterator<Item = SharedView<LinkView<'f>>>) {
        let links: Vec<SharedView<LinkView<'f>>> = links.collect();
        if !links.is_empty() {
            self.add(key, FactValue::Links(links));
        }
    }

    /// The record that another one repeats, if it repeats one.
    pub fn origin(&mut self, origin: Option<FigureOrigin>) {
        self.link("stat_origin", origin.map(|origin| self.renderer.origin(origin)));
    }

    /// The findings that rest on a record, if any do.
    pub fn findings(&mut self, findings: &[usize]) {
        let evidence = self.renderer.model.evidence;
        let page_of = |finding: &usize| self.renderer.link(evidence.findings[*finding].page);
        self.links("stat_findings", findings.iter().map(page_of));
    }

    /// The topics of a page, if it has any.
    pub fn topics(&mut self, topics: &[usize]) {
        let page_of = |topic: &usize| self.renderer.link(self.renderer.model.evidence.topics[*topic]);
        self.links("topics", topics.iter().map(page_of));
    }

    /// Reports, unless there are none.
    pub fn reports(&mut self, key: &'static str, reports: &[usize]) {
        self.links(key, reports.iter().map(|report| self.renderer.report_link(*report)));
    }
}

/// An address without what nearly every one begins with.
pub(super) fn shown(address: &str) -> &str {
    address.strip_prefix("https://").unwrap_or(address)
}

impl Renderer<'_> {
    /// A date in words and for machines.
    pub(super) fn date_view(&self, date: Option<PartialDate>) -> Option<DateView> {
        date.map(|known| DateView { text: self.date(date), iso: known.to_string() })
    }
}
