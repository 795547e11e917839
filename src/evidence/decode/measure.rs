//! A measure.

use super::Records;
use super::reading::Reading;
use crate::diagnostic::Trail;
use crate::document::fields::RawMeasure;
use crate::evidence::period::YearKind;
use crate::evidence::record::{Measure, MeasureKind};
use std::sync::Arc;

pub(super) fn read(reading: &mut Reading<'_>, raw: RawMeasure) -> Records {
    reading.required(&Trail::key("unit"), &raw.unit);
    let rounded = raw.rounded.unwrap_or_default();
    let rounding = match rounded.is_empty() {
        true => None,
        false => reading.quantity(&Trail::key("rounded"), &rounded),
    };
    Records::Measure(Arc::new(Measure {
        kind: reading.choice(&Trail::key("kind"), &raw.kind, &MeasureKind::ALL),
        unit: raw.unit,
        of: raw.of.unwrap_or_default(),
        year: raw.year.map(|word| reading.choice(&Trail::key("year"), &word, &YearKind::ALL)),
        population: raw.population.unwrap_or_default(),
        rounded,
        rounding,
        is_complete: raw.categories.map(|categories| categories.complete.unwrap_or(false)),
        compare_with_care: raw.compare_with_care.unwrap_or_default().0,
        topics: raw.topics.unwrap_or_default().0,
    }))
}
