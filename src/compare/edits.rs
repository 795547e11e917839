//! What is different about one record.

use super::state::{EvidenceState, FindingState, StatisticState};
use serde::Serialize;
use std::collections::BTreeSet;

/// One thing about a record that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordEdit {
    /// What: a column of the data file, or `evidence`.
    pub what: String,
    /// As it was; `None` when it was not there.
    pub old: Option<String>,
    /// As it is; `None` when it is not there any more.
    pub new: Option<String>,
}

/// Columns that say where a statistic stands, not what it is: they are left out.
const PLACE: [&str; 3] = ["id", "report", "url"];

/// Columns that repeat what is known of the report.
const OF_REPORT: [&str; 2] = ["publisher", "published"];

/// Columns that are made from what the author typed, and told only when that stayed the same.
const MADE_FROM: [(&str, &[&str]); 2] =
    [("value", &["number", "low", "high", "unit"]), ("period", &["time_period"])];

/// Columns that are named first.
const FIRST: [&str; 3] = ["value", "label", "period"];

/// A statistic in a line: `Label: 64% (2019)`.
pub(super) fn says(statistic: &StatisticState) -> String {
    let cell = |column: &str| statistic.get(column).map_or("", String::as_str);
    let period = cell("period");
    let period = if period.is_empty() { String::new() } else { format!(" ({period})") };
    format!("{}: {}{period}", cell("label"), cell("value"))
}

pub(super) fn of_statistic(old: &StatisticState, new: &StatisticState) -> Vec<RecordEdit> {
    let columns: BTreeSet<&str> = old.keys().chain(new.keys()).map(String::as_str).collect();
    let is_first = |column: &&str| FIRST.contains(column);
    let first = FIRST.into_iter().filter(|column| columns.contains(column));
    let differs = |column: &str| old.get(column) != new.get(column);
    let follows =
        |column: &str| MADE_FROM.iter().any(|(typed, made)| made.contains(&column) && differs(typed));
    first
        .chain(columns.iter().copied().filter(|column| !is_first(column)))
        .filter(|column| !PLACE.contains(column) && !OF_REPORT.contains(column) && !follows(column))
        .filter_map(|column| cell(column, old, new))
        .collect()
}

pub(super) fn of_report(old: &StatisticState, new: &StatisticState) -> Vec<RecordEdit> {
    OF_REPORT.into_iter().filter_map(|column| cell(column, old, new)).collect()
}

fn cell(column: &str, old: &StatisticState, new: &StatisticState) -> Option<RecordEdit> {
    edit(column, old.get(column).cloned(), new.get(column).cloned())
}

pub(super) fn of_finding(old: &FindingState, new: &FindingState) -> Vec<RecordEdit> {
    let texts = [
        ("certainty", &old.certainty, &new.certainty),
        ("statement", &old.statement, &new.statement),
        ("because", &old.because, &new.because),
        ("topics", &old.topics.join(", "), &new.topics.join(", ")),
    ];
    let texts = texts.into_iter().filter_map(|(what, old, new)| edit(what, filled(old), filled(new)));
    texts.chain(of_evidence(&old.evidence, &new.evidence)).collect()
}

/// Evidence is known by its record. What takes the place of another in the list replaces it.
fn of_evidence(old: &[EvidenceState], new: &[EvidenceState]) -> Vec<RecordEdit> {
    let mut rest = Unpaired { old: old.iter().enumerate().collect(), new: new.iter().enumerate().collect() };
    rest.pair(|(_, old), (_, new)| old == new);
    let noted = rest.pair(|(_, old), (_, new)| bearing(old) == bearing(new));
    let judged = rest.pair(|(_, old), (_, new)| old.record == new.record);
    let replaced = rest.pair(|(old, _), (new, _)| old == new);
    let notes = noted.iter().chain(&judged).filter_map(|(old, new)| {
        edit(&format!("note on {}", new.record), filled(&old.note), filled(&new.note))
    });
    let both = judged.iter().chain(&replaced).map(|(old, new)| (Some(bearing(old)), Some(bearing(new))));
    let removed = rest.old.iter().map(|(_, piece)| (Some(bearing(piece)), None));
    let added = rest.new.iter().map(|(_, piece)| (None, Some(bearing(piece))));
    let pieces = both.chain(removed).chain(added).filter_map(|(old, new)| edit("evidence", old, new));
    pieces.chain(notes).collect()
}

/// Pieces of evidence with their places, of which it is not known yet what they have become.
struct Unpaired<'e> {
    old: Vec<(usize, &'e EvidenceState)>,
    new: Vec<(usize, &'e EvidenceState)>,
}

impl<'e> Unpaired<'e> {
    /// Takes out those that are the same piece, each with its counterpart.
    fn pair(
        &mut self,
        is_same: impl Fn((usize, &EvidenceState), (usize, &EvidenceState)) -> bool,
    ) -> Vec<(&'e EvidenceState, &'e EvidenceState)> {
        let mut pairs = Vec::new();
        self.old.retain(|old| match self.new.iter().position(|new| is_same(*old, *new)) {
            Some(at) => {
                pairs.push((old.1, self.new.remove(at).1));
                false
            }
            None => true,
        });
        pairs
    }
}

/// `supports epi-2018.below-good`.
fn bearing(piece: &EvidenceState) -> String {
    format!("{} {}", piece.relation, piece.record)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn edit(what: &str, old: Option<String>, new: Option<String>) -> Option<RecordEdit> {
    (old != new).then(|| RecordEdit { what: what.to_owned(), old, new })
}
