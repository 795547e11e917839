//! A `table` block: statistics set side by side, named by reference.

use super::yaml;
use crate::diagnostic::{Checked, Diagnostic, Place, did_you_mean, rules};
use crate::path::SourcePath;
use crate::schema::{Texts, check, record};
use crate::span::Span;

/// The columns that a table can have.
pub const COLUMNS: [&str; 8] =
    ["label", "value", "period", "measure", "kind", "population", "source", "note"];

/// The columns of a table whose author names none.
const USUAL: [&str; 4] = ["label", "value", "period", "source"];

record! {
    /// A `table` block as typed.
    "table"
    pub struct RawTable {
        /// What the table shows, read out before it.
        caption: String,
        /// Statistics, in order.
        rows: Texts,
        /// Columns, in order.
        columns: Option<Texts>,
    }
}

/// A table of statistics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableBlock {
    /// What it shows.
    pub caption: String,
    /// References to statistics, in order.
    pub rows: Vec<String>,
    /// Names out of [`COLUMNS`], in order.
    pub columns: Vec<String>,
}

/// Reads the YAML of a `table` block that starts at `offset`.
#[must_use]
pub fn read(path: &SourcePath, text: &str, offset: usize) -> Checked<Option<TableBlock>> {
    match yaml::decode::<RawTable>(text) {
        Ok(raw) => finish(path, raw, Span::new(offset, offset + text.len())),
        Err(error) => Checked { value: None, diagnostics: explain(path, text, offset, &error) },
    }
}

fn finish(path: &SourcePath, raw: RawTable, span: Span) -> Checked<Option<TableBlock>> {
    let columns = raw.columns.map_or_else(|| USUAL.map(str::to_owned).to_vec(), |columns| columns.0);
    let diagnostics = columns
        .iter()
        .filter(|column| !COLUMNS.contains(&column.as_str()))
        .map(|column| {
            Diagnostic::new(
                &rules::INVALID_BLOCK,
                Place::span(path, span),
                format!("a table has no column `{column}`"),
            )
            .help(
                did_you_mean(column, COLUMNS)
                    .unwrap_or_else(|| format!("columns are: {}", COLUMNS.join(", "))),
            )
        })
        .collect();
    Checked { value: Some(TableBlock { caption: raw.caption, rows: raw.rows.0, columns }), diagnostics }
}

fn explain(path: &SourcePath, text: &str, offset: usize, error: &yaml::SyntaxError) -> Vec<Diagnostic> {
    let found = match yaml::tree(text) {
        Ok(mut node) => {
            shift(&mut node, offset);
            check(path, &node, &RawTable::SHAPE)
        }
        Err(_) => Vec::new(),
    };
    if !found.is_empty() {
        return found;
    }
    let place = Place::span(path, error.span.shifted(offset));
    vec![
        Diagnostic::new(
            &rules::INVALID_BLOCK,
            place,
            format!("this table block is not YAML: {}", error.message),
        )
        .help("write `caption: …` and `rows: [report.statistic, …]`"),
    ]
}

/// Moves every span of a tree by `offset`.
pub(super) fn shift(node: &mut crate::schema::Node, offset: usize) {
    node.span = node.span.shifted(offset);
    match &mut node.value {
        crate::schema::Value::Scalar { .. } => {}
        crate::schema::Value::List(items) => items.iter_mut().for_each(|item| shift(item, offset)),
        crate::schema::Value::Map { entries, .. } => {
            for (key, value) in entries {
                key.span = key.span.shifted(offset);
                shift(value, offset);
            }
        }
    }
}
