//! The data files: every statistic and finding, for machines.
//!
//! Field names follow SDMX where it has one: `obs_status`, `unit`, `time_period`, `ref_area`.

mod row;

use super::Model;
use super::urls::Urls;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Direction, OwnedStatistic, Owner};
use crate::graph::FigureOrigin;
use crate::graph::index::RecordRef;
use crate::graph::year::year_of;
use crate::plan::DataFile;
use crate::verification::statement::Subject;
use row::{DataRow, push_line, push_object};
use rust_decimal::Decimal;
use serde::Serialize;
use std::borrow::Cow;
use std::io;

/// Columns of the statistics. JSON leaves empty fields out; CSV has every column. `checked` is the day on which the
/// statistic was found in the archived text of its report; an article that tells it does not count.
const COLUMNS: [&str; 31] = [
    "id",
    "report",
    "publisher",
    "published",
    "label",
    "measure",
    "value",
    "number",
    "low",
    "high",
    "unit",
    "obs_status",
    "period",
    "time_period",
    "change_from",
    "change_to",
    "direction",
    "relative_to",
    "population",
    "of",
    "n",
    "category",
    "across",
    "ref_area",
    "at",
    "origin",
    "known_from",
    "formula",
    "caveat",
    "url",
    "checked",
];

/// One finding.
#[derive(Debug, Serialize)]
struct FindingRow<'a> {
    id: &'a str,
    statement: Cow<'a, str>,
    certainty: &'static str,
    because: Cow<'a, str>,
    topics: &'a [String],
    evidence: Vec<EvidenceRow<'a>>,
    derived: Vec<String>,
    url: String,
}

/// One piece of evidence.
#[derive(Debug, Serialize)]
struct EvidenceRow<'a> {
    relation: &'static str,
    record: String,
    note: Cow<'a, str>,
}

/// The records of a site as data. They need no templates, so that a site whose theme is broken still has them.
#[derive(Debug, Clone, Copy)]
pub struct DataRecords<'a> {
    model: Model<'a>,
    urls: Urls<'a>,
}

impl<'a> DataRecords<'a> {
    /// The records of a site.
    #[must_use]
    pub fn of(model: Model<'a>) -> Self {
        Self { model, urls: Urls::new(&model.config.base) }
    }

    /// The bytes of a file.
    #[must_use]
    pub fn bytes(&self, file: DataFile) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = match file {
            DataFile::StatisticsCsv => self.write_statistics(&mut bytes, &mut io::sink()),
            DataFile::StatisticsJson => self.write_statistics(&mut io::sink(), &mut bytes),
            DataFile::FindingsJson => self.write_findings(&mut bytes),
        };
        written.expect("writing to memory does not fail");
        bytes
    }

    /// Writes every statistic, as CSV after RFC 4180 and as a JSON list of objects whose values are texts. Each row is
    /// made once for both, and no file need be in memory.
    ///
    /// # Errors
    /// Whatever a writer says.
    pub fn write_statistics(&self, csv: &mut dyn io::Write, json: &mut dyn io::Write) -> io::Result<()> {
        let (mut row, mut line) = (DataRow::default(), Vec::new());
        let keys = COLUMNS.map(|column| format!(",\"{column}\":\""));
        push_line(COLUMNS.into_iter(), false, &mut line);
        csv.write_all(&line)?;
        to_json(json, 0..self.model.evidence.statistics.len(), |place, object| {
            self.fill_row(&mut row, place);
            let is_special = row.is_special();
            push_object(&keys, &row, is_special, object);
            line.clear();
            push_line(row.cells(), is_special, &mut line);
            csv.write_all(&line)
        })
    }

    /// Writes every finding with its evidence, as a JSON list of objects.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn write_findings(&self, out: &mut dyn io::Write) -> io::Result<()> {
        to_json(out, self.model.graph.orders.findings.iter(), |finding, json| {
            Ok(serde_json::to_writer(json, &self.finding_row(*finding))?)
        })
    }

    /// The cells of a statistic in the order of [`COLUMNS`].
    fn fill_row(&self, row: &mut DataRow, place: usize) {
        let evidence = self.model.evidence;
        let statistic = &evidence.statistics[place];
        let links = self.model.graph.targets(place);
        let year = year_of(evidence, self.model.graph, self.model.index, place);
        let value = statistic.value.as_ref();
        let period = statistic.period.as_ref();
        let page = evidence.owner_page(statistic.owner);
        row.clear();
        row.cell([&evidence.pages[page].id, ".", &statistic.id]);
        row.cell([&evidence.pages[page].id]);
        self.fill_source(row, statistic);
        row.cell([&statistic.label.as_text()]);
        row.cell([&statistic.measure]);
        row.cell([&statistic.printed]);
        row.cell([&value.map_or_else(String::new, Quantity::canonical)]);
        Self::fill_bounds(row, value.and_then(Quantity::low), value.and_then(Quantity::high));
        row.cell([&value.map(Quantity::unit_text).unwrap_or_default()]);
        row.cell([statistic.markers.obs_status()]);
        row.cell([period.map_or("", |period| &period.printed)]);
        row.written(|text| {
            if let Some(period) = period {
                period.push_iso(year, text);
            }
        });
        self.fill_reference(row, links.change.map(|(from, _)| from));
        self.fill_reference(row, links.change.map(|(_, to)| to));
        row.cell([statistic.way().map_or("", Direction::key)]);
        for text in [
            &statistic.relative_to,
            &statistic.population,
            &statistic.of,
            &statistic.n,
            &statistic.category,
            &statistic.across,
            &statistic.geography,
            &statistic.at,
        ] {
            row.cell([text]);
        }
        row.cell([&links.origin.map_or_else(String::new, |origin| self.origin_reference(origin))]);
        row.cell([&statistic.via.join(" ")]);
        row.cell([&statistic.formula.as_ref().map_or_else(String::new, formula_text)]);
        row.cell([&statistic.caveat.as_text()]);
        self.fill_permalink(row, page, RecordRef::Statistic(place));
        row.optional(self.model.standing.date(Subject::Statistic(place)));
    }

    /// The lowest and the highest value; most are exact, and their two cells the same.
    fn fill_bounds(row: &mut DataRow, low: Option<Decimal>, high: Option<Decimal>) {
        row.number(low);
        if low == high {
            row.again();
        } else {
            row.number(high);
        }
    }

    /// `report.statistic`; empty without one.
    fn fill_reference(&self, row: &mut DataRow, statistic: Option<usize>) {
        let evidence = self.model.evidence;
        match statistic.map(|statistic| &evidence.statistics[statistic]) {
            Some(other) => {
                row.cell([&evidence.pages[evidence.owner_page(other.owner)].id, ".", &other.id]);
            }
            None => row.cell([]),
        }
    }

    /// The whole address of a record on a page.
    fn fill_permalink(&self, row: &mut DataRow, page: usize, record: RecordRef) {
        let [kind, id] = self.model.evidence.anchor_parts(record);
        row.written(|text| {
            self.urls.push_best(&self.model.plan.addresses[page], text);
            text.extend(["#", kind, id]);
        });
    }

    /// Publisher and date.
    fn fill_source(&self, row: &mut DataRow, statistic: &OwnedStatistic) {
        match statistic.owner {
            Owner::Report(report) => {
                let report = &self.model.evidence.reports[report];
                row.cell([&report.publisher]);
                row.optional(report.published);
            }
            Owner::Finding(_) => {
                row.cell([]);
                row.cell([]);
            }
        }
    }

    fn origin_reference(&self, origin: FigureOrigin) -> String {
        let evidence = self.model.evidence;
        match origin {
            FigureOrigin::Report(report) => evidence.pages[evidence.reports[report].page].id.clone(),
            FigureOrigin::Record(record) => self.record_reference(record),
        }
    }

    /// `report.record`.
    fn record_reference(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        [&evidence.pages[evidence.record_page(record)].id, ".", evidence.record_id(record)].concat()
    }

    fn finding_row(&self, place: usize) -> FindingRow<'a> {
        let evidence = self.model.evidence;
        let finding = &evidence.findings[place];
        let links = &self.model.graph.findings[place];
        let page = &evidence.pages[finding.page];
        let pieces = finding.evidence.iter().zip(&links.evidence);
        FindingRow {
            id: &page.id,
            statement: if finding.statement.is_empty() { &page.title } else { &finding.statement }.as_text(),
            certainty: finding.certainty.key(),
            because: finding.because.as_text(),
            topics: &finding.topics,
            evidence: pieces
                .map(|(piece, record)| EvidenceRow {
                    relation: piece.bearing.key(),
                    record: record
                        .map_or_else(|| piece.reference.clone(), |record| self.record_reference(record)),
                    note: piece.note.as_text(),
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

/// Writes rows one by one.
fn to_json<T>(
    out: &mut dyn io::Write,
    rows: impl Iterator<Item = T>,
    mut push: impl FnMut(T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut line = Vec::new();
    for (at, row) in rows.enumerate() {
        line.clear();
        line.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        push(row, &mut line)?;
        out.write_all(&line)?;
    }
    out.write_all(b"\n]\n")
}

fn formula_text(formula: &crate::evidence::formula::Formula) -> String {
    formula.tokens().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
