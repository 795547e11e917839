//! Figures get the rounding of their measure.

use super::decode::{Decoded, Records};
use super::record::Statistic;
use super::unit::Unit;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What published values are rounded to, by id of the measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Roundings(BTreeMap<String, (Unit, Decimal)>);

impl Roundings {
    /// What the measures among the documents say. Drafts do not count unless `drafts`.
    #[must_use]
    pub fn of<'d>(documents: impl IntoIterator<Item = &'d Decoded>, drafts: bool) -> Self {
        let roundings = documents.into_iter().filter_map(|document| {
            let Records::Measure(measure) = &document.records else { return None };
            let rounding = measure.rounding.as_ref()?;
            let is_out = document.page.draft && !drafts;
            (!is_out).then_some((document.page.id.clone(), (rounding.unit, rounding.central?)))
        });
        Self(roundings.collect())
    }

    /// Gives the figures of a report the rounding of their measure. The list is copied only when it has such
    /// figures and somebody else holds it too.
    pub fn apply(&self, document: &mut Decoded) {
        if let Records::Report(records) = &mut document.records
            && records.statistics.iter().any(|statistic| self.step(statistic).is_some())
        {
            for statistic in Arc::make_mut(&mut records.statistics) {
                if let Some(step) = self.step(statistic) {
                    statistic.value = statistic.value.take().map(|value| value.with_rounding(step));
                }
            }
        }
    }

    /// The rounding of a statistic. An author's own precision goes before it, and what is printed in another
    /// unit than the rounding, such as a share among counts, stays as it is.
    fn step(&self, statistic: &Statistic) -> Option<Decimal> {
        let (unit, step) = self.0.get(statistic.measure.as_str()).filter(|_| !statistic.has_precision())?;
        statistic.value.as_ref().filter(|value| value.unit == *unit).map(|_| *step)
    }
}
