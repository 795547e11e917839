//! Pages as they stand in lists. Lists are long, so they are written here and not in a template.

use crate::document::escape::escape_into;
use crate::evidence::record::{Bearing, Certainty};
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::table::text;
use crate::render::view::{Link, StatisticRef};
use std::sync::OnceLock;

/// Room for a card, in bytes, so that few lists are copied while they grow.
const CARD: usize = 640;

/// A page in a list of pages.
pub(super) struct Card {
    pub title_html: String,
    pub url: String,
    /// One plain sentence; may be empty.
    pub summary: String,
    /// A short line such as publisher and date, certainty, or kind; may be empty.
    pub meta: String,
    /// `high`, `moderate`, `low`, `very-low`, or empty when it is no finding.
    pub certainty: &'static str,
    /// The number that stands for a finding, if it has one.
    pub number: Option<StatisticRef>,
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

/// A list of pages; nothing when there are none. `layout` is `findings`, `grid` or empty.
pub(super) fn cards(cards: impl Iterator<Item = Card>, heading: u8, layout: &str) -> String {
    let mut cards = cards.peekable();
    if cards.peek().is_none() {
        return String::new();
    }
    let mut html = String::with_capacity(cards.size_hint().1.unwrap_or(0) * CARD);
    html.push_str("<ul class=\"cards");
    if !layout.is_empty() {
        html.push(' ');
        html.push_str(layout);
    }
    html.push_str("\">\n");
    for card in cards {
        card.write(heading, &mut html);
    }
    html.push_str("</ul>");
    html
}

/// Links as items of a list.
pub(super) fn items(links: &[Link]) -> String {
    let mut html = String::with_capacity(links.len() * LINK);
    for link in links {
        html.push_str("<li>");
        anchor(&link.url, &link.title_html, &mut html);
        html.push_str("</li>\n");
    }
    html
}

fn anchor(url: &str, title_html: &str, html: &mut String) {
    html.push_str("<a href=\"");
    escape_into(url, html);
    html.push_str("\">");
    html.push_str(title_html);
    html.push_str("</a>");
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

impl Card {
    fn write(&self, heading: u8, html: &mut String) {
        html.push_str(if self.number.is_some() {
            "<li class=\"card with-number\">\n"
        } else {
            "<li class=\"card\">\n"
        });
        if let Some(number) = &self.number {
            let long = if number.value.chars().count() > LONG_NUMBER { " long" } else { "" };
            html.push_str("<p class=\"big");
            html.push_str(long);
            html.push_str("\"><a href=\"");
            escape_into(&number.url, html);
            html.push_str("\">");
            escape_into(&number.value, html);
            html.push_str("</a></p>\n");
        }
        let level = char::from(b'0' + heading);
        html.push_str("<div class=\"card-main\"><h");
        html.push(level);
        html.push_str(" class=\"card-title\">");
        anchor(&self.url, &self.title_html, html);
        html.push_str("</h");
        html.push(level);
        html.push_str(">\n");
        if !self.summary.is_empty() {
            html.push_str("<p>");
            escape_into(&self.summary, html);
            html.push_str("</p>\n");
        }
        if let Some(number) = &self.number {
            html.push_str("<p class=\"sub\">");
            html.push_str(&number.label_html);
            if !number.period.is_empty() {
                html.push_str(", ");
                escape_into(&number.period, html);
            }
            html.push_str(". <cite>");
            html.push_str(&number.source.title_html);
            html.push_str("</cite></p>\n");
        }
        html.push_str("</div>\n");
        self.write_meta(html);
        html.push_str("</li>\n");
    }

    fn write_meta(&self, html: &mut String) {
        if self.certainty.is_empty() {
            text("p", "meta", &self.meta, html);
        } else {
            html.push_str("<p class=\"meta\">");
            let class = ["certainty certainty-", self.certainty].concat();
            text("span", &class, &self.meta, html);
            html.push_str("</p>");
        }
    }
}

/// A printed number with more characters than this is set smaller.
const LONG_NUMBER: usize = 5;

impl Renderer<'_> {
    fn card(&self, page: usize, meta: String) -> Card {
        Card {
            title_html: self.title(page).to_owned(),
            url: self.page_url(page),
            summary: self.model.evidence.pages[page].description.clone(),
            meta,
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
                self.finding_card(*finding).write(3, &mut card);
                card.into()
            }));
        }
        html.push_str("</ul>");
        html
    }

    pub(super) fn finding_card(&self, finding: usize) -> Card {
        let record = &self.model.evidence.findings[finding];
        let card = self.card(record.page, self.certainty_label(record.certainty).to_owned());
        Card { certainty: record.certainty.key(), number: self.leading_number(finding), ..card }
    }

    pub(super) fn report_card(&self, report: usize) -> Card {
        let record = &self.model.evidence.reports[report];
        self.card(record.page, joined(&record.publisher, &self.date(record.published)))
    }

    pub(super) fn coverage_card(&self, coverage: usize) -> Card {
        let record = &self.model.evidence.coverage[coverage];
        self.card(record.page, joined(&record.kind, &self.date(record.published)))
    }

    pub(super) fn topic_card(&self, topic: usize) -> Card {
        self.card(self.model.evidence.topics[topic], String::new())
    }

    pub(super) fn measure_card(&self, measure: usize) -> Card {
        let record = &self.model.evidence.measures[measure];
        let kind = self.words.get(record.kind.word()).to_owned();
        self.card(record.page, kind)
    }

    /// A card for any page, for lists of tags.
    pub(super) fn page_card(&self, page: usize) -> Card {
        self.card(page, String::new())
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
    pub(super) fn leading_number(&self, finding: usize) -> Option<StatisticRef> {
        let pieces = &self.model.evidence.findings[finding].evidence;
        let records = &self.model.graph.findings[finding].evidence;
        let supporting = pieces.iter().zip(records).find(|(piece, _)| piece.bearing == Bearing::Supports);
        let (_, record) = supporting.or_else(|| pieces.iter().zip(records).next())?;
        match record {
            Some(RecordRef::Statistic(statistic)) => Some(self.statistic_ref(*statistic)),
            _ => None,
        }
    }
}

/// The parts that are there, with a comma between them.
pub(in crate::render) fn joined(first: &str, second: &str) -> String {
    let between = if first.is_empty() || second.is_empty() { "" } else { ", " };
    [first, between, second].concat()
}
