//! A report and what it states.

use super::reading::{Reading, without_marks};
use super::{Records, ReportRecords, fitted};
use crate::diagnostic::{Trail, rules};
use crate::document::fields::{RawClaim, RawRecommendation, RawRelation, RawReport, RawStatistic};
use crate::evidence::marker::{Marker, Markers};
use crate::evidence::period::{Period, YearKind};
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{
    Claim, Details, Direction, Recommendation, Relation, RelationKind, Report, Statistic, Total,
};
use compact_str::CompactString;
use std::sync::Arc;

/// The kinds of report.
pub(super) const KINDS: [(&str, &str); 7] = [
    ("review", "review"),
    ("inquiry", "inquiry"),
    ("audit", "audit"),
    ("official statistics", "official statistics"),
    ("committee report", "committee report"),
    ("survey", "survey"),
    ("research", "research"),
];

/// Where a change can go.
pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("up", Direction::Up), ("down", Direction::Down)];

pub(super) fn read(reading: &mut Reading<'_>, raw: RawReport, own: &str) -> Records {
    reading.required(&Trail::key("publisher"), &raw.publisher);
    let report = Report {
        known_as: raw.known_as.unwrap_or_default(),
        kind: reading.choice(&Trail::key("kind"), &raw.kind, &KINDS).to_owned(),
        publisher: raw.publisher,
        authors: raw.authors.unwrap_or_default().0,
        secretariat: raw.secretariat.unwrap_or_default(),
        subject: raw.subject.unwrap_or_default(),
        published: reading.date(&Trail::key("published"), &raw.published),
        geography: raw.geography.unwrap_or_default(),
        year: raw.year.map(|word| reading.choice(&Trail::key("year"), &word, &YearKind::ALL)),
        url: raw.url.unwrap_or_default(),
        snapshot: reading.snapshot(raw.snapshot, raw.snapshot_begins),
        topics: raw.topics.unwrap_or_default().0,
    };
    let statistics = raw.statistics.unwrap_or_default().0.into_iter();
    let mut statistics: Vec<Statistic> =
        statistics.map(|(id, raw)| statistic(reading, &report, id, raw)).collect();
    date_changes(&mut statistics, own);
    let claims = raw.claims.unwrap_or_default().0.into_iter();
    let claims = claims.map(|(id, raw)| claim(reading, id, raw)).collect();
    let recommendations = raw.recommendations.unwrap_or_default().0.into_iter();
    let recommendations = recommendations.map(|(id, raw)| recommendation(reading, id, raw)).collect();
    Records::Report(ReportRecords {
        report: Arc::new(report),
        statistics: statistics.into(),
        claims,
        recommendations,
    })
}

fn statistic(
    reading: &mut Reading<'_>,
    report: &Report,
    id: CompactString,
    mut raw: RawStatistic,
) -> Statistic {
    let all = Trail::key("statistics");
    let field = all.then(&id);
    reading.id(&field, &id);
    let value = reading.quantity(&field.then("value"), &raw.value);
    let value = value.and_then(|value| with_precision(reading, &field, value, raw.precision.as_deref()));
    let details = details(reading, &field, &mut raw);
    let markers = markers(reading, &field, raw.marker.as_deref(), value.as_ref());
    Statistic {
        label: reading.required_prose(&field.then("label"), &raw.label),
        measure: raw.measure.unwrap_or_default(),
        printed: raw.value,
        value,
        period: raw.period.as_deref().and_then(|text| reading.period(&field.then("period"), text)),
        at: raw.at.unwrap_or_default(),
        change: raw.change.map(|change| Box::new((change.from, change.to))),
        population: raw.population.unwrap_or_default(),
        n: raw.n.unwrap_or_default(),
        direction: raw.direction.as_deref().map(|word| direction(reading, &field, word)),
        markers,
        has_precision: raw.precision.is_some(),
        caveat: reading.optional_prose(&field.then("caveat"), raw.caveat.as_deref()),
        relations: relations(reading, &field, raw.relations.unwrap_or_default()),
        geography: raw.geography.unwrap_or_else(|| report.geography.as_str().into()),
        details,
        id,
    }
}

/// What only some statistics have, if this one has any of it.
fn details(reading: &mut Reading<'_>, field: &Trail<'_>, raw: &mut RawStatistic) -> Option<Box<Details>> {
    let texts = [
        raw.relative_to.take(),
        raw.origin.take(),
        raw.of.take(),
        raw.category.take(),
        raw.across.take(),
        raw.revised_by.take(),
        raw.url.take(),
    ];
    let has_lists =
        raw.via.is_some() || raw.total.is_some() || raw.highest_of.is_some() || raw.lowest_of.is_some();
    if !has_lists && raw.allow.is_none() && texts.iter().all(Option::is_none) {
        return None;
    }
    let [relative_to, origin, of, category, across, revised_by, url] = texts.map(Option::unwrap_or_default);
    let total = raw.total.take();
    Some(Box::new(Details {
        relative_to,
        origin,
        of,
        category,
        across,
        revised_by,
        url,
        allow: reading.waivers(&field.then("allow"), raw.allow.take().unwrap_or_default().0),
        via: raw.via.take().unwrap_or_default().0,
        formula: None,
        total: total.map(|total| Total { of: total.of.0, minus: total.minus.unwrap_or_default().0 }),
        highest_of: raw.highest_of.take().unwrap_or_default().0,
        lowest_of: raw.lowest_of.take().unwrap_or_default().0,
    }))
}

/// A change between two dated ends is itself dated, unless its author dates it otherwise.
fn date_changes(statistics: &mut [Statistic], own: &str) {
    let dated: Vec<Option<Period>> =
        statistics.iter().map(|change| period_of_change(change, statistics, own)).collect();
    for (statistic, period) in statistics.iter_mut().zip(dated) {
        statistic.period = statistic.period.take().or(period);
    }
}

fn period_of_change(statistic: &Statistic, siblings: &[Statistic], own: &str) -> Option<Period> {
    let (from, to) = &**statistic.change.as_ref()?;
    let date_of = |end| date_of(end, siblings, own);
    Period::parse(&[date_of(from)?, "..", date_of(to)?].concat()).ok()
}

/// When the end of a change was: it is a statistic of the report, whatever else its name may mean, or a period itself. One of
/// another report is refused where it is linked (`graph/link/reports.rs`).
fn date_of<'s>(end: &'s str, siblings: &'s [Statistic], own: &str) -> Option<&'s str> {
    let id = end.strip_prefix(own).and_then(|rest| rest.strip_prefix('.')).unwrap_or(end);
    match siblings.iter().find(|sibling| sibling.id == id) {
        Some(sibling) => sibling.period.as_ref().map(|period| period.printed.as_str()),
        None => Some(end),
    }
}

fn with_precision(
    reading: &mut Reading<'_>,
    field: &Trail<'_>,
    value: Quantity,
    precision: Option<&str>,
) -> Option<Quantity> {
    let Some(precision) = precision else { return Some(value) };
    value
        .with_precision(precision)
        .map_err(|error| {
            let message = format!("this is not a precision: {error}");
            reading.report(&rules::INVALID_QUANTITY, &field.then("precision"), message).help = error.help();
        })
        .ok()
}

fn direction(reading: &mut Reading<'_>, field: &Trail<'_>, word: &str) -> Direction {
    reading.choice(&field.then("direction"), word, &DIRECTIONS)
}

/// Markers of their own field, or those that stand after the value: `[p]`, `[r][e]`.
fn markers(
    reading: &mut Reading<'_>,
    field: &Trail<'_>,
    typed: Option<&str>,
    value: Option<&Quantity>,
) -> Markers {
    let Some(typed) = typed else { return value.map(|value| value.markers).unwrap_or_default() };
    let mut markers = Markers::default();
    for one in typed.split_inclusive(']').map(str::trim) {
        let Some(marker) = Marker::parse(one) else {
            let help = Marker::bare(one).map(|marker| format!("did you mean `{marker}`?"));
            let help = help.unwrap_or_else(|| format!("markers are: {}", Marker::listed()));
            let message = format!("`{one}` is no marker");
            reading.report(&rules::INVALID_VALUE, &field.then("marker"), message).help = Some(help);
            continue;
        };
        markers.add(marker);
    }
    markers
}

fn relations(reading: &mut Reading<'_>, field: &Trail<'_>, raw: Vec<RawRelation>) -> Vec<Relation> {
    let all = field.then("relations");
    let known = raw.into_iter().enumerate();
    fitted(known.len(), known.filter_map(|(index, raw)| relation(reading, &all.at(index), raw)))
}

fn relation(reading: &mut Reading<'_>, field: &Trail<'_>, raw: RawRelation) -> Option<Relation> {
    let note = reading.optional_prose(&field.then("note"), raw.note.as_deref());
    let kinds = [
        (RelationKind::Updates, raw.updates),
        (RelationKind::Corrects, raw.corrects),
        (RelationKind::SameAs, raw.same_as),
        (RelationKind::Differs, raw.differs),
    ];
    let mut named: Vec<_> =
        kinds.into_iter().filter_map(|(kind, reference)| Some((kind, reference?))).collect();
    if named.len() != 1 {
        let message = format!("a relation names one other statistic; this one names {}", named.len());
        reading.report(&rules::INVALID_VALUE, field, message).help = Some(
            "write one of `updates`, `corrects`, `same-as` and `differs`, and perhaps a `note`".to_owned(),
        );
    }
    let (kind, reference) = named.pop()?;
    Some(Relation { kind, reference, note })
}

fn claim(reading: &mut Reading<'_>, id: CompactString, raw: RawClaim) -> Claim {
    let all = Trail::key("claims");
    let field = all.then(&id);
    reading.id(&field, &id);
    Claim {
        text: reading.required_prose(&field.then("text"), &raw.text),
        words: raw.words.as_deref().map(without_marks).unwrap_or_default(),
        hedge: raw.hedge.unwrap_or_default(),
        speaker: raw.speaker.unwrap_or_default(),
        at: raw.at.unwrap_or_default(),
        url: raw.url.unwrap_or_default(),
        topics: raw.topics.unwrap_or_default().0,
        caveat: reading.optional_prose(&field.then("caveat"), raw.caveat.as_deref()),
        origin: raw.origin.unwrap_or_default(),
        via: raw.via.unwrap_or_default().0,
        allow: reading.waivers(&field.then("allow"), raw.allow.unwrap_or_default().0),
        id,
    }
}

fn recommendation(reading: &mut Reading<'_>, id: CompactString, raw: RawRecommendation) -> Recommendation {
    let all = Trail::key("recommendations");
    let field = all.then(&id);
    reading.id(&field, &id);
    Recommendation {
        text: reading.required_prose(&field.then("text"), &raw.text),
        to: raw.to.unwrap_or_default(),
        at: raw.at.unwrap_or_default(),
        topics: raw.topics.unwrap_or_default().0,
        speaker: raw.speaker.unwrap_or_default(),
        via: raw.via.unwrap_or_default().0,
        note: reading.optional_prose(&field.then("note"), raw.note.as_deref()),
        id,
    }
}
