//! Claims and recommendations: what reports say without a figure, as entries of lists.

use super::Renderer;
use super::facts::framed;
use super::fragment::at_words;
use super::table::{tagged, text};
use super::views::cards::link_to;
use crate::document::escape::{escape, escape_into};
use crate::graph::index::RecordRef;
use crate::verification::statement::Subject;
use std::borrow::Cow;
use std::ops::Range;

/// Room for an entry, in bytes.
const ENTRY: usize = 512;

impl Renderer<'_> {
    /// The claims of a report on its own page; nothing without any.
    pub(super) fn claims(&self, claims: Range<usize>) -> String {
        entries("ul", claims, |claim, html| self.push_claim(claim, html))
    }

    /// Claims as evidence for a finding, each with why it counts; nothing without any.
    pub(super) fn evidence_claims(&self, claims: Vec<(usize, Cow<'_, str>)>) -> String {
        entries("ul", claims.into_iter(), |(claim, note), html| self.push_evidence(claim, &note, html))
    }

    /// The recommendations of a report, on its own page or on the page of all; nothing without any.
    pub(super) fn recommendations(&self, recommendations: Range<usize>, on_own_page: bool) -> String {
        entries("ol", recommendations, |place, html| self.push_recommendation(place, on_own_page, html))
    }

    fn push_claim(&self, place: usize, html: &mut String) {
        let claim = &self.model.evidence.claims[place];
        let anchor = self.model.evidence.anchor_parts(RecordRef::Claim(place));
        open_entry(Some(anchor), html);
        html.push_str(&self.inline(self.model.evidence.reports[claim.report].page, &claim.text));
        let [kind, id] = anchor;
        self.permalink(&["#", kind, id], id, html);
        html.push_str("</p>\n");
        close_entry(html, |html| {
            self.claim_facts(place, html);
            self.fact_findings(&self.model.graph.claims[place].findings, html);
        });
    }

    fn push_evidence(&self, place: usize, note: &str, html: &mut String) {
        let claim = &self.model.evidence.claims[place];
        let report = &self.model.evidence.reports[claim.report];
        open_entry(None, html);
        html.push_str(&self.inline(report.page, &claim.text));
        html.push_str("</p>\n");
        tagged("p", "sub", note, html);
        close_entry(html, |html| {
            let url = self.record_url(RecordRef::Claim(place));
            let mut source = link_to(&url, self.title(report.page));
            if !report.publisher.is_empty() {
                source.extend([", ", &escape(&report.publisher)]);
            }
            self.fact("column_source", &source, html);
            self.claim_facts(place, html);
        });
    }

    /// What is known of a claim wherever it stands.
    fn claim_facts(&self, place: usize, html: &mut String) {
        let claim = &self.model.evidence.claims[place];
        let links = &self.model.graph.claims[place];
        self.words_of(place, html);
        self.hedge(place, html);
        self.said_by(&claim.speaker, &claim.at, html);
        let page = self.model.evidence.reports[claim.report].page;
        self.fact("stat_caveat", &self.inline(page, &claim.caveat), html);
        self.fact_origin(links.origin, html);
        self.fact("stat_tellings", &self.tellings(&links.tellings), html);
    }

    fn push_recommendation(&self, place: usize, on_own_page: bool, html: &mut String) {
        let recommendation = &self.model.evidence.recommendations[place];
        let record = RecordRef::Recommendation(place);
        let anchor = self.model.evidence.anchor_parts(record);
        let page = self.model.evidence.reports[recommendation.report].page;
        open_entry(on_own_page.then_some(anchor), html);
        html.push_str(&self.inline(page, &recommendation.text));
        let [kind, id] = anchor;
        match on_own_page {
            true => self.permalink(&["#", kind, id], id, html),
            false => self.permalink(&[&self.record_url(record)], id, html),
        }
        html.push_str("</p>\n");
        close_entry(html, |html| {
            self.fact_text("recommendation_to", &recommendation.to, html);
            self.said_by(&recommendation.speaker, &recommendation.at, html);
            self.fact("column_note", &self.inline(page, &recommendation.note), html);
            self.fact("stat_tellings", &self.tellings(&self.model.graph.recommendations[place]), html);
        });
    }

    /// The words that a claim rests on, where they were read, and when they were held against the report.
    fn words_of(&self, place: usize, html: &mut String) {
        let claim = &self.model.evidence.claims[place];
        let page = self.model.evidence.reports[claim.report].page;
        if claim.words.is_empty() {
            return self.fact_address("stat_checked", page, &claim.url, html);
        }
        self.fact_written("claim_words", html, |html| {
            html.extend(["<q>", &escape(&claim.words), "</q>"]);
            if !claim.url.is_empty() {
                let address = at_words(&self.followed(page, &claim.url), &claim.words);
                let shown = claim.url.strip_prefix("https://").unwrap_or(&claim.url);
                html.extend([
                    " <a class=\"address\" href=\"",
                    &escape(&address),
                    "\">",
                    &escape(shown),
                    "</a>",
                ]);
            }
            self.push_checked(Subject::Words(place), html);
        });
    }

    /// The word of caution, and when it was held against the report.
    fn hedge(&self, place: usize, html: &mut String) {
        let hedge = &self.model.evidence.claims[place].hedge;
        if hedge.is_empty() {
            return;
        }
        self.fact_written("claim_hedge", html, |html| {
            html.extend(["<q>", &escape(hedge), "</q>"]);
            self.push_checked(Subject::Hedge(place), html);
        });
    }

    fn push_checked(&self, subject: Subject, html: &mut String) {
        let checked = self.checked(subject);
        html.push_str(if checked.is_empty() { "" } else { " " });
        text("span", "sub checked", &checked, html);
    }

    fn said_by(&self, speaker: &str, at: &str, html: &mut String) {
        self.fact_text("claim_speaker", speaker, html);
        self.fact_text("column_where", at, html);
    }

    /// A mark behind a record that leads to it: `address` in parts, and the record's id.
    pub(super) fn permalink(&self, address: &[&str], id: &str, html: &mut String) {
        html.push_str("&nbsp;<a class=\"permalink\" href=\"");
        for part in address {
            escape_into(part, html);
        }
        html.push_str("\" aria-label=\"");
        self.words.write("permalink", html, |_, html| escape_into(id, html));
        html.push_str("\">¶</a>");
    }
}

/// A list of what `push` appends for each item; nothing without any.
fn entries<T>(
    tag: &str,
    items: impl ExactSizeIterator<Item = T>,
    mut push: impl FnMut(T, &mut String),
) -> String {
    let mut html = String::new();
    if items.len() == 0 {
        return html;
    }
    html.reserve(items.len() * ENTRY);
    html.extend(["<", tag, " class=\"claims\">\n"]);
    for item in items {
        push(item, &mut html);
    }
    html.extend(["</", tag, ">"]);
    html
}

/// The beginning of an entry up to its words, with an id where it is to be found by it.
fn open_entry(anchor: Option<[&str; 2]>, html: &mut String) {
    html.push_str("<li class=\"claim\"");
    if let Some([kind, id]) = anchor {
        html.extend([" id=\"", kind, &escape(id), "\""]);
    }
    html.push_str(">\n<p>");
}

/// What is known of an entry, if anything is, and its end.
fn close_entry(html: &mut String, write_facts: impl FnOnce(&mut String)) {
    framed(&["<dl class=\"facts inline\">"], "</dl>\n", html, write_facts);
    html.push_str("</li>\n");
}
