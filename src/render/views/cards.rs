//! Pages as they stand in lists.

use crate::evidence::record::{Bearing, Certainty};
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::prose::without_links;
use crate::render::rows::{is_long, shown_value};
use crate::render::view::{Card, CardNumber, Html, SharedView};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The cards of findings, each made when it is first wanted: a finding stands in the lists of its topics and of every report
/// that it rests on.
pub(in crate::render) struct FindingCards(Box<[OnceLock<SharedView<Card<'static>>>]>);

impl FindingCards {
    /// Room for the cards of so many findings.
    pub fn new(findings: usize) -> Self {
        Self((0..findings).map(|_| OnceLock::new()).collect())
    }
}

impl Renderer<'_> {
    fn card<'c>(&'c self, page: usize, meta: impl Into<Cow<'c, str>>) -> Card<'c> {
        let anchor = self.anchors.to(page, self.model);
        Card {
            title_html: Html::from(&*anchor.title),
            url: Cow::Borrowed(&anchor.url),
            summary: &self.model.evidence.pages[page].description,
            meta: meta.into(),
            certainty: "",
            number: None,
        }
    }

    /// The card of a finding.
    pub(super) fn finding_card<'c>(&self, finding: usize) -> SharedView<Card<'c>> {
        let made = &self.finding_cards.0[finding];
        made.get_or_init(|| SharedView::of(&self.new_finding_card(finding))).clone()
    }

    fn new_finding_card(&self, finding: usize) -> Card<'_> {
        let record = &self.model.evidence.findings[finding];
        Card {
            certainty: record.certainty.key(),
            number: self.leading_number(finding).map(|statistic| self.card_number(statistic)),
            ..self.card(record.page, self.certainty_label(record.certainty))
        }
    }

    pub(super) fn report_card(&self, report: usize) -> SharedView<Card<'_>> {
        let record = &self.model.evidence.reports[report];
        SharedView::of(&self.card(record.page, self.with_date(&record.publisher, record.published)))
    }

    pub(super) fn coverage_card(&self, coverage: usize) -> SharedView<Card<'_>> {
        let record = &self.model.evidence.coverage[coverage];
        SharedView::of(&self.card(record.page, self.with_date(&record.kind, record.published)))
    }

    pub(super) fn topic_card(&self, topic: usize) -> SharedView<Card<'_>> {
        self.page_card(self.model.evidence.topics[topic])
    }

    pub(super) fn measure_card(&self, measure: usize) -> SharedView<Card<'_>> {
        let record = &self.model.evidence.measures[measure];
        SharedView::of(&self.card(record.page, self.words.get(record.kind.word())))
    }

    /// A card for any page, for lists of tags.
    pub(super) fn page_card(&self, page: usize) -> SharedView<Card<'_>> {
        SharedView::of(&self.card(page, ""))
    }

    /// What the number of a finding is, of when, and who printed it.
    fn card_number(&self, statistic: usize) -> CardNumber<'_> {
        let url = self.statistic_url(statistic);
        let statistic = &self.model.evidence.statistics[statistic];
        CardNumber {
            value: shown_value(statistic),
            is_long: is_long(shown_value(statistic)),
            url,
            label_html: Html(without_links(&statistic.label)),
            period: self.period(statistic),
            source_html: Html::from(self.title(self.model.evidence.owner_page(statistic.owner))),
        }
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
