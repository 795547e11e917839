//! The figures that a statistic is the sum of, or the highest or the lowest of, as its notes name them.

use super::Renderer;
use super::prose::without_links;
use crate::document::escape::escape;
use crate::evidence::record::OwnedStatistic;
use crate::graph::index::{RecordRef, Wanted};

impl Renderer<'_> {
    /// What a figure is made up of, with what is taken off again at the end.
    pub(super) fn total(&self, statistic: &OwnedStatistic) -> String {
        let Some(total) = &statistic.total else { return String::new() };
        let named = |references: &[String]| -> Vec<String> {
            references.iter().map(|reference| self.named(statistic, reference)).collect()
        };
        let parts = [named(&total.of).join(" + ")].into_iter().chain(named(&total.minus));
        parts.collect::<Vec<_>>().join(" − ")
    }

    /// What a figure is the highest or the lowest of, after itself; nothing where it is no extreme.
    pub(super) fn extreme(&self, statistic: &OwnedStatistic, others: &[String]) -> String {
        if others.is_empty() {
            return String::new();
        }
        let others: Vec<String> = others.iter().map(|other| self.named(statistic, other)).collect();
        self.words.html("stat_extreme_of").replace("{others}", &others.join("; "))
    }

    /// Value and label of a statistic that another refers to, the value linked, and its period if that is another.
    fn named(&self, from: &OwnedStatistic, reference: &str) -> String {
        let page = self.model.evidence.owner_page(from.owner);
        let own = &self.model.evidence.pages[page].id;
        let Ok(RecordRef::Statistic(other)) = self.model.index.record(own, reference, Wanted::Statistic)
        else {
            return escape(reference);
        };
        let statistic = &self.model.evidence.statistics[other];
        let mut html = String::new();
        self.push_value_on(page, other, &mut html);
        html.push(' ');
        html.push_str(&without_links(&statistic.label));
        let period = self.period(statistic);
        if !period.is_empty() && period != self.period(from) {
            html.push_str(&format!(" ({})", escape(&period)));
        }
        html
    }
}
