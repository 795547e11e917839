//! What is different about one record.

use super::changes::Edit;
use super::state::{Evidence, Finding, Statistic};
use std::collections::BTreeSet;

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
pub(super) fn says(statistic: &Statistic) -> String {
    let cell = |column: &str| statistic.get(column).map_or("", String::as_str);
    let period = cell("period");
    let period = if period.is_empty() { String::new() } else { format!(" ({period})") };
    format!("{}: {}{period}", cell("label"), cell("value"))
}

pub(super) fn of_statistic(old: &Statistic, new: &Statistic) -> Vec<Edit> {
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

pub(super) fn of_report(old: &Statistic, new: &Statistic) -> Vec<Edit> {
    OF_REPORT.into_iter().filter_map(|column| cell(column, old, new)).collect()
}

fn cell(column: &str, old: &Statistic, new: &Statistic) -> Option<Edit> {
    edit(column, old.get(column).cloned(), new.get(column).cloned())
}

pub(super) fn of_finding(old: &Finding, new: &Finding) -> Vec<Edit> {
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
fn of_evidence(old: &[Evidence], new: &[Evidence]) -> Vec<Edit> {
    let only = |here: &[Evidence], there: &[Evidence]| -> Vec<usize> {
        let is_there = |piece: &Evidence| there.iter().any(|other| other.record == piece.record);
        (0..here.len()).filter(|at| !is_there(&here[*at])).collect()
    };
    let (gone, come) = (only(old, new), only(new, old));
    let said = |pieces: &[Evidence], at: usize| Some(bearing(&pieces[at]));
    let replaced = gone.iter().filter(|at| come.contains(at)).map(|at| (said(old, *at), said(new, *at)));
    let removed = gone.iter().filter(|at| !come.contains(at)).map(|at| (said(old, *at), None));
    let added = come.iter().filter(|at| !gone.contains(at)).map(|at| (None, said(new, *at)));
    let moved = replaced.chain(removed).chain(added);
    let moved = moved.filter_map(|(old, new)| edit("evidence", old, new));
    let pairs = old.iter().filter_map(|piece| {
        new.iter().find(|other| other.record == piece.record).map(|other| (piece, other))
    });
    moved.chain(pairs.flat_map(|(old, new)| of_piece(old, new))).collect()
}

fn of_piece(old: &Evidence, new: &Evidence) -> impl Iterator<Item = Edit> + use<> {
    let relation = edit("evidence", Some(bearing(old)), Some(bearing(new)));
    let note = edit(&format!("note on {}", new.record), filled(&old.note), filled(&new.note));
    relation.into_iter().chain(note)
}

/// `supports epi-2018.below-good`.
fn bearing(piece: &Evidence) -> String {
    format!("{} {}", piece.relation, piece.record)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn edit(what: &str, old: Option<String>, new: Option<String>) -> Option<Edit> {
    (old != new).then(|| Edit { what: what.to_owned(), old, new })
}
