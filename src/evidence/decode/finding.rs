//! A finding, its evidence and its derived numbers.

use super::reading::Reading;
use super::{Records, fitted};
use crate::diagnostic::{Trail, rules};
use crate::document::fields::{RawDerived, RawEvidence, RawFinding};
use crate::evidence::formula::Formula;
use crate::evidence::marker::Markers;
use crate::evidence::record::{Bearing, Certainty, Details, EvidencePiece, Finding, Statistic};
use compact_str::CompactString;
use std::sync::Arc;

pub(super) fn read(reading: &mut Reading<'_>, raw: RawFinding) -> Records {
    let evidence = raw.evidence.unwrap_or_default().into_iter().enumerate();
    let finding = Finding {
        certainty: certainty(reading, &raw.certainty),
        because: reading.required_prose(&Trail::key("because"), &raw.because),
        topics: raw.topics.unwrap_or_default().0,
        lead: raw.lead.unwrap_or(false),
        statement: reading.optional_prose(&Trail::key("statement"), raw.statement.as_deref()),
        evidence: fitted(evidence.len(), evidence.filter_map(|(index, raw)| piece(reading, index, raw))),
    };
    let derived = raw.derived.unwrap_or_default().0.into_iter();
    let derived = derived.map(|(id, raw)| derived_number(reading, id, raw)).collect();
    Records::Finding(Arc::new(finding), derived)
}

/// A word that is no certainty was reported; what stands in for it claims nothing.
fn certainty(reading: &mut Reading<'_>, typed: &str) -> Certainty {
    let certainty = reading.choice(&Trail::key("certainty"), typed, &Certainty::ALL);
    let is_one = Certainty::ALL.iter().any(|(word, _)| *word == typed);
    if is_one { certainty } else { Certainty::VeryLow }
}

fn piece(reading: &mut Reading<'_>, index: usize, raw: RawEvidence) -> Option<EvidencePiece> {
    let all = Trail::key("evidence");
    let field = all.at(index);
    let note = reading.optional_prose(&field.then("note"), raw.note.as_deref());
    let bearings = [
        (Bearing::Supports, raw.supports),
        (Bearing::Disputes, raw.disputes),
        (Bearing::Qualifies, raw.qualifies),
    ];
    let mut named: Vec<_> =
        bearings.into_iter().filter_map(|(bearing, reference)| Some((bearing, reference?))).collect();
    if named.len() != 1 {
        let message = format!("a piece of evidence names one record; this one names {}", named.len());
        reading.report(&rules::INVALID_VALUE, &field, message).help =
            Some("write one of `supports`, `disputes` and `qualifies`, and perhaps a `note`".to_owned());
    }
    let (bearing, reference) = named.pop()?;
    Some(EvidencePiece { bearing, reference, note })
}

fn derived_number(reading: &mut Reading<'_>, id: CompactString, raw: RawDerived) -> Statistic {
    let all = Trail::key("derived");
    let field = all.then(&id);
    reading.id(&field, &id);
    Statistic {
        label: reading.required_prose(&field.then("label"), &raw.label),
        measure: raw.measure.unwrap_or_default(),
        value: reading.quantity(&field.then("value"), &raw.value),
        printed: raw.value,
        period: raw.period.as_deref().and_then(|text| reading.period(&field.then("period"), text)),
        at: CompactString::default(),
        change: None,
        population: CompactString::default(),
        n: CompactString::default(),
        direction: None,
        markers: Markers::default(),
        has_precision: false,
        caveat: reading.optional_prose(&field.then("caveat"), raw.caveat.as_deref()),
        relations: Vec::new(),
        geography: CompactString::default(),
        details: formula(reading, &field, &raw.formula)
            .map(|formula| Box::new(Details { formula: Some(formula), ..Details::default() })),
        id,
    }
}

fn formula(reading: &mut Reading<'_>, field: &Trail<'_>, text: &str) -> Option<Formula> {
    Formula::parse(text)
        .map_err(|error| {
            let message = format!("this is not a formula: {error}");
            reading.report(&rules::INVALID_FORMULA, &field.then("formula"), message).help = Some(
                "write references and `+ - * /` with spaces around them, such as `a.x - a.y`".to_owned(),
            );
        })
        .ok()
}
