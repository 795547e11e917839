//! Pages as they stand in lists. Lists are long, so they are written here and not in a template.

use crate::document::escape::escape_into;
use crate::evidence::record::{Bearing, Certainty};
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::table::{shown_value, text};
use std::borrow::Cow;
use std::sync::OnceLock;

/// Room for a card, in bytes, so that few lists are copied while they grow.
const CARD: usize = 640;

/// A page in a list of pages.
pub(super) struct Card<'a> {
    /// The page's title, linked.
    pub link: Cow<'a, str>,
    /// One plain sentence; may be empty.
    pub summary: &'a str,
    /// A short line such as publisher and date, certainty, or kind; may be empty.
    pub meta: Cow<'a, str>,
    /// `high`, `moderate`, `low`, `very-low`, or empty when it is no finding.
    pub certainty: &'static str,
    /// The statistic that stands for a finding, if one does.
    pub number: Option<usize>,
}

/// The cards of findings below a heading of level 2, each made when it is first wanted: a finding stands in the lists
/// of its topics and of every report that it rests on.
pub(in crate::render) struct FindingCards {
    made: Box<[OnceLock<Box<str>>]>,
}

impl FindingCards {
    /// Room for the cards of so many findings.
    pub fn new(findings: usize) -> Self {
        Self { made: (0..findings).map(|_| OnceLock::new()).collect() }
    }
}

/// A link as HTML.
pub(in crate::render) fn link_to(url: &str, title_html: &str) -> String {
    let mut html = String::from("<a href=\"");
    escape_into(url, &mut html);
    html.extend(["\">", title_html, "</a>"]);
    html
}

/// Room for a link, in bytes.
const LINK: usize = 128;

/// A list of links; nothing when there are none.
pub(in crate::render) fn list<'h>(class: &str, links: impl ExactSizeIterator<Item = &'h str>) -> String {
    let mut html = String::new();
    if links.len() == 0 {
        return html;
    }
    html.reserve((links.len() + 1) * LINK);
    for part in ["<ul class=\"", class, "\">\n"] {
        html.push_str(part);
    }
    for link in links {
        for part in ["<li>", link, "</li>\n"] {
            html.push_str(part);
        }
    }
    html.push_str("</ul>");
    html
}

/// A printed number with more characters than this is set smaller.
const LONG_NUMBER: usize = 5;

impl Renderer<'_> {
    /// A list of pages; nothing when there are none. `layout` is `findings`, `grid` or empty.
    pub(super) fn cards<'c>(
        &self,
        cards: impl Iterator<Item = Card<'c>>,
        heading: u8,
        layout: &str,
    ) -> String {
        let mut cards = cards.peekable();
        if cards.peek().is_none() {
            return String::new();
        }
        let mut html = String::with_capacity(cards.size_hint().1.unwrap_or(0) * CARD);
        html.push_str("<ul class=\"cards");
        if !layout.is_empty() {
            html.extend([" ", layout]);
        }
        html.push_str("\">\n");
        for card in cards {
            self.push_card(&card, heading, &mut html);
        }
        html.push_str("</ul>");
        html
    }

    fn push_card(&self, card: &Card<'_>, heading: u8, html: &mut String) {
        match card.number {
            Some(number) => self.push_leading(number, html),
            None => html.push_str("<li class=\"card\">\n"),
        }
        let level = char::from(b'0' + heading);
        html.push_str("<div class=\"card-main\"><h");
        html.push(level);
        html.extend([" class=\"card-title\">", &card.link, "</h"]);
        html.push(level);
        html.push_str(">\n");
        if !card.summary.is_empty() {
            html.push_str("<p>");
            escape_into(card.summary, html);
            html.push_str("</p>\n");
        }
        if let Some(number) = card.number {
            self.push_meaning(number, html);
        }
        html.push_str("</div>\n");
        if card.certainty.is_empty() {
            text("p", "meta", &card.meta, html);
        } else {
            html.extend(["<p class=\"meta\"><span class=\"certainty certainty-", card.certainty, "\">"]);
            escape_into(&card.meta, html);
            html.push_str("</span></p>");
        }
        html.push_str("</li>\n");
    }

    /// The beginning of a card whose number stands out.
    fn push_leading(&self, statistic: usize, html: &mut String) {
        let value = shown_value(&self.model.evidence.statistics[statistic]);
        let is_long = value.chars().count() > LONG_NUMBER;
        html.push_str("<li class=\"card with-number\">\n<p class=\"big");
        html.push_str(if is_long { " long\"><a href=\"" } else { "\"><a href=\"" });
        self.push_statistic_url(statistic, html);
        html.push_str("\">");
        escape_into(value, html);
        html.push_str("</a></p>\n");
    }

    /// What the number is, of when, and who printed it.
    fn push_meaning(&self, statistic: usize, html: &mut String) {
        let statistic = &self.model.evidence.statistics[statistic];
        html.push_str("<p class=\"sub\">");
        self.push_label(statistic, html);
        let source = self.title(self.model.evidence.owner_page(statistic.owner));
        html.extend([". <cite>", source, "</cite></p>\n"]);
    }

    fn card(&self, page: usize, meta: impl Into<Cow<'static, str>>) -> Card<'_> {
        Card {
            link: self.anchor(page).into(),
            summary: &self.model.evidence.pages[page].description,
            meta: meta.into(),
            certainty: "",
            number: None,
        }
    }

    /// A list of findings below a heading of level 2; nothing when there are none.
    pub(super) fn finding_cards(&self, findings: &[usize]) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let mut html = String::with_capacity((findings.len() + 1) * CARD);
        html.push_str("<ul class=\"cards findings\">\n");
        for finding in findings {
            html.push_str(self.finding_cards.made[*finding].get_or_init(|| {
                let mut card = String::with_capacity(CARD);
                self.push_card(&self.finding_card(*finding), 3, &mut card);
                card.into()
            }));
        }
        html.push_str("</ul>");
        html
    }

    pub(super) fn finding_card(&self, finding: usize) -> Card<'_> {
        let record = &self.model.evidence.findings[finding];
        Card {
            meta: self.certainty_label(record.certainty).into(),
            certainty: record.certainty.key(),
            number: self.leading_number(finding),
            ..self.card(record.page, "")
        }
    }

    pub(super) fn report_card(&self, report: usize) -> Card<'_> {
        let record = &self.model.evidence.reports[report];
        self.card(record.page, self.with_date(&record.publisher, record.published))
    }

    pub(super) fn coverage_card(&self, coverage: usize) -> Card<'_> {
        let record = &self.model.evidence.coverage[coverage];
        self.card(record.page, self.with_date(&record.kind, record.published))
    }

    pub(super) fn topic_card(&self, topic: usize) -> Card<'_> {
        self.card(self.model.evidence.topics[topic], "")
    }

    pub(super) fn measure_card(&self, measure: usize) -> Card<'_> {
        let record = &self.model.evidence.measures[measure];
        Card { meta: self.words.get(record.kind.word()).into(), ..self.card(record.page, "") }
    }

    /// A card for any page, for lists of tags.
    pub(super) fn page_card(&self, page: usize) -> Card<'_> {
        self.card(page, "")
    }

    pub(super) fn certainty_label(&self, certainty: Certainty) -> &str {
        self.words.get(match certainty {
            Certainty::High => "certainty_high",
            Certainty::Moderate => "certainty_moderate",
            Certainty::Low => "certainty_low",
            Certainty::VeryLow => "certainty_very_low",
        })
    }

    /// The number that stands for a finding: its first evidence, if that is a statistic.
    pub(super) fn leading_number(&self, finding: usize) -> Option<usize> {
        let pieces = &self.model.evidence.findings[finding].evidence;
        let records = &self.model.graph.findings[finding].evidence;
        let supporting = pieces.iter().zip(records).find(|(piece, _)| piece.bearing == Bearing::Supports);
        let (_, record) = supporting.or_else(|| pieces.iter().zip(records).next())?;
        record.and_then(RecordRef::statistic)
    }
}
