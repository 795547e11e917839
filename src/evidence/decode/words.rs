//! Which texts a field takes, where the decoder takes only some: for whoever describes fields to an editor or asks for
//! them. What is free text, or judged by more than its form, is not here.

use super::report;
use crate::evidence::period::YearKind;
use crate::evidence::record::{Certainty, MeasureKind};

/// Which texts a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextKind {
    /// One of these words.
    Choice(Vec<&'static str>),
    /// A year, year and month, or day.
    Date,
    /// An id.
    Id,
    /// Any.
    Free,
}

/// Records that are pages.
const PAGES: [&str; 6] = ["report", "coverage", "finding", "topic", "measure", "page"];

/// Which texts the field of a record takes, both named as their shape names them.
#[must_use]
pub fn text_kind(record: &str, field: &str) -> TextKind {
    match (record, field) {
        ("report", "kind") => choice(&report::KINDS),
        ("statistic", "direction") => choice(&report::DIRECTIONS),
        ("measure", "kind") => choice(&MeasureKind::ALL),
        ("measure" | "report", "year") => choice(&YearKind::ALL),
        ("finding", "certainty") => choice(&Certainty::ALL),
        ("report" | "coverage", "published") => TextKind::Date,
        (record, "updated") if PAGES.contains(&record) => TextKind::Date,
        (record, "id") if PAGES.contains(&record) => TextKind::Id,
        _ => TextKind::Free,
    }
}

fn choice<T>(choices: &[(&'static str, T)]) -> TextKind {
    TextKind::Choice(choices.iter().map(|(word, _)| *word).collect())
}
