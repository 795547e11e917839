//! Coverage and what it tells.

use super::Records;
use super::reading::{Reading, without_marks};
use crate::diagnostic::{Trail, rules};
use crate::document::fields::{RawCoverage, RawTelling};
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Coverage, Telling, Told};
use std::sync::Arc;

pub(super) fn read(reading: &mut Reading<'_>, raw: RawCoverage) -> Records {
    reading.required(&Trail::key("kind"), &raw.kind);
    let tells = raw.tells.unwrap_or_default().into_iter().enumerate();
    Records::Coverage(Arc::new(Coverage {
        kind: raw.kind,
        reports_on: raw.reports_on.0,
        credits: raw.credits.unwrap_or_default(),
        credits_note: reading.optional_prose(&Trail::key("credits_note"), raw.credits_note.as_deref()),
        author: raw.author.unwrap_or_default(),
        outlet: raw.outlet.unwrap_or_default(),
        published: reading.optional_date("published", raw.published.as_deref()),
        url: raw.url.unwrap_or_default(),
        snapshot: reading.snapshot(raw.snapshot, raw.snapshot_begins),
        tells: tells.filter_map(|(index, raw)| telling(reading, index, raw)).collect(),
    }))
}

fn telling(reading: &mut Reading<'_>, index: usize, raw: RawTelling) -> Option<Telling> {
    let all = Trail::key("tells");
    let field = all.at(index);
    let note = reading.optional_prose(&field.then("note"), raw.note.as_deref());
    let told = [
        raw.statistic.map(Told::Statistic),
        raw.claim.map(Told::Claim),
        raw.recommendation.map(Told::Recommendation),
        raw.quote.as_deref().map(without_marks).map(Told::Quote),
        raw.tells.map(Told::Remark),
    ];
    let mut told: Vec<Told> = told.into_iter().flatten().collect();
    if told.len() != 1 {
        let message = format!("a telling is about one thing; this one names {}", told.len());
        reading.report(&rules::INVALID_VALUE, &field, message).help =
            Some("write one of `statistic`, `claim`, `recommendation`, `quote` and `tells`".to_owned());
    }
    let what = told.pop()?;
    let told_as = raw.told_as.unwrap_or_default();
    let is_figure = matches!(what, Told::Statistic(_)) && !told_as.is_empty();
    // What is no quantity is reported once it is known that a statistic is told.
    let quantity = if is_figure { Quantity::parse(&told_as).ok() } else { None };
    Some(Telling {
        what,
        told_as,
        quantity,
        at: raw.at.unwrap_or_default(),
        of: raw.of.unwrap_or_default(),
        relative_to: raw.relative_to.unwrap_or_default(),
        population: raw.population.unwrap_or_default(),
        speaker: raw.speaker.unwrap_or_default(),
        interviewed: raw.interviewed.unwrap_or(false),
        differs: raw.differs.unwrap_or_default(),
        note,
    })
}
