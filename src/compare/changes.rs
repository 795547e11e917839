//! What is different between two states.

use super::edits::{self, RecordEdit};
use super::state::{FindingState, State, StatisticState};
use serde::Serialize;
use std::collections::BTreeMap;

/// A record that is only on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordName {
    /// Its id.
    pub id: String,
    /// What it says: `Label: 64% (2019)`, or the statement of a finding.
    pub says: String,
}

/// A record that is on both sides, and different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// What it is called now.
    pub label: String,
    /// What is different.
    pub edits: Vec<RecordEdit>,
}

/// Records of one kind, each list in the order of the ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Only in the new state.
    pub added: Vec<RecordName>,
    /// Only in the old state.
    pub removed: Vec<RecordName>,
    /// In both, and different.
    pub changed: Vec<Changed>,
}

impl Changes {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// All that is different. What is not known on one side is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Reports of which something is told otherwise, once for all their statistics.
    pub reports: Vec<Changed>,
    /// Statistics.
    pub statistics: Option<Changes>,
    /// Findings.
    pub findings: Option<Changes>,
}

impl Comparison {
    /// Compares two states.
    #[must_use]
    pub fn of(old: &State, new: &State) -> Self {
        let statistics = old.statistics.as_ref().zip(new.statistics.as_ref());
        let findings = old.findings.as_ref().zip(new.findings.as_ref());
        Self {
            reports: statistics.map_or_else(Vec::new, |(old, new)| reports(old, new)),
            statistics: statistics.map(|(old, new)| changes(old, new, edits::says, changed_statistic)),
            findings: findings
                .map(|(old, new)| changes(old, new, |finding| finding.statement.clone(), changed_finding)),
        }
    }

    /// Whether nothing that is known on both sides is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let kinds = [&self.statistics, &self.findings];
        self.reports.is_empty() && kinds.into_iter().flatten().all(Changes::is_empty)
    }
}

fn changes<T>(
    old: &BTreeMap<String, T>,
    new: &BTreeMap<String, T>,
    says: impl Fn(&T) -> String,
    changed: impl Fn(&T, &T) -> (String, Vec<RecordEdit>),
) -> Changes {
    let only = |here: &BTreeMap<String, T>, there: &BTreeMap<String, T>| {
        let missing = here.iter().filter(|(id, _)| !there.contains_key(*id));
        missing.map(|(id, record)| RecordName { id: id.clone(), says: says(record) }).collect()
    };
    let both = old.iter().filter_map(|(id, old)| new.get(id).map(|new| (id, changed(old, new))));
    Changes {
        added: only(new, old),
        removed: only(old, new),
        changed: both
            .filter(|(_, (_, edits))| !edits.is_empty())
            .map(|(id, (label, edits))| Changed { id: id.clone(), label, edits })
            .collect(),
    }
}

fn changed_statistic(old: &StatisticState, new: &StatisticState) -> (String, Vec<RecordEdit>) {
    (new.get("label").cloned().unwrap_or_default(), edits::of_statistic(old, new))
}

fn changed_finding(old: &FindingState, new: &FindingState) -> (String, Vec<RecordEdit>) {
    (new.statement.clone(), edits::of_finding(old, new))
}

/// What every row of a report repeats about it.
fn reports(old: &BTreeMap<String, StatisticState>, new: &BTreeMap<String, StatisticState>) -> Vec<Changed> {
    let (old, new) = (by_report(old), by_report(new));
    let both = old.iter().filter_map(|(id, old)| new.get(id).map(|new| (*id, edits::of_report(old, new))));
    both.filter(|(_, edits)| !edits.is_empty())
        .map(|(id, edits)| Changed { id: id.to_owned(), label: "the report".to_owned(), edits })
        .collect()
}

/// By report, one of its rows.
fn by_report(rows: &BTreeMap<String, StatisticState>) -> BTreeMap<&str, &StatisticState> {
    rows.values().filter_map(|row| row.get("report").map(|report| (report.as_str(), row))).collect()
}
