//! Pages as they stand in lists.

use crate::evidence::record::{Bearing, Certainty};
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::view::{CardView, StatisticRef};

impl Renderer<'_> {
    fn card(&self, page: usize, meta: String) -> CardView {
        CardView {
            title_html: self.titles[page].clone(),
            url: self.page_url(page),
            summary: self.model.evidence.pages[page].description.clone(),
            meta,
            certainty: "",
            number: None,
        }
    }

    pub(super) fn finding_card(&self, finding: usize) -> CardView {
        let record = &self.model.evidence.findings[finding];
        let card = self.card(record.page, self.certainty_label(record.certainty).to_owned());
        CardView { certainty: record.certainty.key(), number: self.leading_number(finding), ..card }
    }

    pub(super) fn report_card(&self, report: usize) -> CardView {
        let record = &self.model.evidence.reports[report];
        self.card(record.page, joined([record.publisher.clone(), self.date(record.published)]))
    }

    pub(super) fn coverage_card(&self, coverage: usize) -> CardView {
        let record = &self.model.evidence.coverage[coverage];
        self.card(record.page, joined([record.kind.clone(), self.date(record.published)]))
    }

    pub(super) fn topic_card(&self, topic: usize) -> CardView {
        self.card(self.model.evidence.topics[topic], String::new())
    }

    pub(super) fn measure_card(&self, measure: usize) -> CardView {
        let record = &self.model.evidence.measures[measure];
        let kind = self.words.get(&format!("kind_{}", record.kind.key())).to_owned();
        self.card(record.page, kind)
    }

    /// A card for any page, for lists of tags.
    pub(super) fn page_card(&self, page: usize) -> CardView {
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
fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
