//! The data files: every statistic and finding, for machines.
//!
//! Field names follow SDMX where it has one: `obs_status`, `unit`, `time_period`, `ref_area`.

use super::Renderer;
use crate::evidence::period::YearKind;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{OwnedStatistic, Owner};
use crate::graph::Origin;
use crate::graph::index::RecordRef;
use serde::Serialize;

/// Room for a row, in bytes, so that a large file is not copied while it grows.
const CSV_ROW: usize = 420;
const JSON_ROW: usize = 640;

/// One statistic as a row. JSON leaves empty fields out; CSV has every column.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    report: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    publisher: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    measure: &'a str,
    value: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    number: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    low: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    high: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: String,
    obs_status: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    period: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    time_period: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    change_from: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    change_to: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    relative_to: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    population: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    of: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    n: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    category: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    across: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    ref_area: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    at: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    origin: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    formula: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    caveat: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: String,
}

/// Columns of the CSV file, in the order of [`Row`].
const COLUMNS: &str = "id,report,publisher,published,label,measure,value,number,low,high,unit,obs_status,period,time_period,change_from,change_to,relative_to,population,of,n,category,across,ref_area,at,origin,formula,caveat,url";

/// One finding.
#[derive(Debug, Serialize)]
struct FindingRow {
    id: String,
    statement: String,
    certainty: &'static str,
    because: String,
    topics: Vec<String>,
    evidence: Vec<EvidenceRow>,
    derived: Vec<String>,
    url: String,
}

/// One piece of evidence.
#[derive(Debug, Serialize)]
struct EvidenceRow {
    relation: &'static str,
    record: String,
    note: String,
}

impl Renderer<'_> {
    pub(super) fn statistics_csv(&self) -> String {
        let mut csv = String::with_capacity(self.model.evidence.statistics.len() * CSV_ROW);
        csv.push_str(COLUMNS);
        csv.push_str("\r\n");
        for place in 0..self.model.evidence.statistics.len() {
            let row = self.row(place);
            let cells = [
                &row.id,
                row.report,
                row.publisher,
                &row.published,
                &row.label,
                row.measure,
                row.value,
                &row.number,
                &row.low,
                &row.high,
                &row.unit,
                row.obs_status,
                row.period,
                &row.time_period,
                &row.change_from,
                &row.change_to,
                row.relative_to,
                row.population,
                row.of,
                row.n,
                row.category,
                row.across,
                row.ref_area,
                row.at,
                &row.origin,
                &row.formula,
                &row.caveat,
                &row.url,
            ];
            for (at, cell) in cells.into_iter().enumerate() {
                if at > 0 {
                    csv.push(',');
                }
                push_cell(cell, &mut csv);
            }
            csv.push_str("\r\n");
        }
        csv
    }

    pub(super) fn statistics_json(&self) -> Vec<u8> {
        to_json((0..self.model.evidence.statistics.len()).map(|place| self.row(place)))
    }

    pub(super) fn findings_json(&self) -> Vec<u8> {
        to_json(self.model.graph.orders.findings.iter().map(|finding| self.finding_row(*finding)))
    }

    fn row(&self, place: usize) -> Row<'_> {
        let evidence = self.model.evidence;
        let statistic = &evidence.statistics[place];
        let links = self.model.graph.statistic(place);
        let year = links.measure.map_or(YearKind::Financial, |measure| evidence.measures[measure].year);
        let (publisher, published) = self.source_of(statistic);
        let value = statistic.value.as_ref();
        let reference = |other: usize| evidence.reference(&evidence.statistics[other]);
        Row {
            id: evidence.reference(statistic),
            report: &evidence.pages[evidence.owner_page(statistic.owner)].id,
            publisher,
            published,
            label: statistic.label.text(),
            measure: &statistic.measure,
            value: &statistic.printed,
            number: value.map_or_else(String::new, Quantity::canonical),
            low: number(value.and_then(Quantity::low)),
            high: number(value.and_then(Quantity::high)),
            unit: value.map_or_else(String::new, |value| value.unit.to_string()),
            obs_status: statistic.marker.map_or("A", crate::evidence::marker::Marker::obs_status),
            period: statistic.period.as_ref().map_or("", |period| &period.printed),
            time_period: statistic.period.as_ref().map_or_else(String::new, |period| period.iso(year)),
            change_from: links.change.map_or_else(String::new, |(from, _)| reference(from)),
            change_to: links.change.map_or_else(String::new, |(_, to)| reference(to)),
            relative_to: &statistic.relative_to,
            population: &statistic.population,
            of: &statistic.of,
            n: &statistic.n,
            category: &statistic.category,
            across: &statistic.across,
            ref_area: &statistic.geography,
            at: &statistic.at,
            origin: links.origin.map_or_else(String::new, |origin| self.origin_reference(origin)),
            formula: statistic.formula.as_ref().map_or_else(String::new, formula_text),
            caveat: statistic.caveat.text(),
            url: self.urls.best(&self.model.plan.addresses[evidence.owner_page(statistic.owner)])
                + "#"
                + &evidence.record_anchor(RecordRef::Statistic(place)),
        }
    }

    fn source_of(&self, statistic: &OwnedStatistic) -> (&str, String) {
        match statistic.owner {
            Owner::Report(report) => {
                let report = &self.model.evidence.reports[report];
                (&report.publisher, report.published.map_or_else(String::new, |date| date.to_string()))
            }
            Owner::Finding(_) => ("", String::new()),
        }
    }

    fn origin_reference(&self, origin: Origin) -> String {
        let evidence = self.model.evidence;
        match origin {
            Origin::Report(report) => evidence.pages[evidence.reports[report].page].id.clone(),
            Origin::Record(record) => self.record_reference(record),
        }
    }

    /// `report.record`.
    fn record_reference(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        let id = match record {
            RecordRef::Statistic(at) => &evidence.statistics[at].id,
            RecordRef::Claim(at) => &evidence.claims[at].id,
            RecordRef::Recommendation(at) => &evidence.recommendations[at].id,
        };
        format!("{}.{id}", evidence.pages[evidence.record_page(record)].id)
    }

    fn finding_row(&self, place: usize) -> FindingRow {
        let evidence = self.model.evidence;
        let finding = &evidence.findings[place];
        let links = &self.model.graph.findings[place];
        let page = &evidence.pages[finding.page];
        let pieces = finding.evidence.iter().zip(&links.evidence);
        FindingRow {
            id: page.id.clone(),
            statement: if finding.statement.is_empty() {
                page.title.text()
            } else {
                finding.statement.text()
            },
            certainty: finding.certainty.key(),
            because: finding.because.text(),
            topics: finding.topics.clone(),
            evidence: pieces
                .map(|(piece, record)| EvidenceRow {
                    relation: piece.bearing.key(),
                    record: record
                        .map_or_else(|| piece.reference.clone(), |record| self.record_reference(record)),
                    note: piece.note.text(),
                })
                .collect(),
            derived: links
                .derived
                .clone()
                .map(|statistic| evidence.reference(&evidence.statistics[statistic]))
                .collect(),
            url: self.urls.best(&self.model.plan.addresses[finding.page]),
        }
    }
}

/// Rows one by one, so that only their text is in memory.
fn to_json<T: Serialize>(rows: impl ExactSizeIterator<Item = T>) -> Vec<u8> {
    let mut json = Vec::with_capacity(rows.len() * JSON_ROW);
    json.push(b'[');
    for (at, row) in rows.enumerate() {
        json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &row).expect("rows are texts and lists, which JSON holds");
    }
    json.extend_from_slice(b"\n]\n");
    json
}

fn number(value: Option<rust_decimal::Decimal>) -> String {
    value.map_or_else(String::new, |value| value.normalize().to_string())
}

fn formula_text(formula: &crate::evidence::formula::Formula) -> String {
    formula.tokens().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Whether a text with a sign in front is a printed number, such as `-20%`.
fn is_number(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['-', '+']);
    unsigned.len() + 1 == text.len()
        && unsigned.starts_with(|first: char| first.is_ascii_digit())
        && Quantity::parse(text).is_ok()
}

/// A cell after RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn push_cell(text: &str, csv: &mut String) {
    let is_formula = text.starts_with(['=', '+', '@', '\t', '-']) && !is_number(text);
    let is_plain = text.bytes().all(|byte| !matches!(byte, b',' | b'"' | b'\n' | b'\r'));
    if is_plain {
        if is_formula {
            csv.push('\'');
        }
        csv.push_str(text);
        return;
    }
    csv.push_str(if is_formula { "\"'" } else { "\"" });
    csv.push_str(&text.replace('"', "\"\""));
    csv.push('"');
}
