//! The figures that a statistic is the sum of, or the highest or the lowest of, as its notes name them.

use super::Renderer;
use super::prose::without_links;
use super::view::{FactPiece, Html, NumberView};
use crate::evidence::record::OwnedStatistic;
use crate::graph::index::{RecordRef, WantedRecords};

impl Renderer<'_> {
    /// What a figure is made up of, with what is taken off again at the end.
    pub(super) fn total<'r>(&'r self, statistic: &'r OwnedStatistic) -> Vec<FactPiece<'r>> {
        let Some(total) = &statistic.total else { return Vec::new() };
        let mut pieces = self.listed_numbers(statistic, &total.of, " + ");
        for reference in &total.minus {
            pieces.extend([FactPiece::Text(" − ".into()), self.named(statistic, reference)]);
        }
        pieces
    }

    /// What a figure is the highest or the lowest of, after itself; nothing where it is no extreme.
    pub(super) fn extreme<'r>(
        &'r self,
        statistic: &'r OwnedStatistic,
        others: &'r [String],
    ) -> Vec<FactPiece<'r>> {
        match others {
            [] => Vec::new(),
            _ => self.words.pieces("stat_extreme_of", |_| self.listed_numbers(statistic, others, "; ")),
        }
    }

    fn listed_numbers<'r>(
        &'r self,
        from: &'r OwnedStatistic,
        references: &'r [String],
        between: &'static str,
    ) -> Vec<FactPiece<'r>> {
        let mut pieces = Vec::new();
        for reference in references {
            if !pieces.is_empty() {
                pieces.push(FactPiece::Text(between.into()));
            }
            pieces.push(self.named(from, reference));
        }
        pieces
    }

    /// Value and label of a statistic that another refers to, and its period if that is another.
    fn named<'r>(&'r self, from: &'r OwnedStatistic, reference: &'r str) -> FactPiece<'r> {
        let page = self.model.evidence.owner_page(from.owner);
        let own = &self.model.evidence.pages[page].id;
        let Ok(RecordRef::Statistic(other)) =
            self.model.index.record(own, reference, WantedRecords::Statistic)
        else {
            return FactPiece::Text(reference.into());
        };
        let statistic = &self.model.evidence.statistics[other];
        let period = self.period(statistic);
        FactPiece::Number(NumberView {
            label_html: Html(without_links(&statistic.label)),
            period: if period == self.period(from) { String::new() } else { period },
            ..self.number_on(page, other)
        })
    }
}
