//! A `table` block: statistics set side by side, named by reference.

use super::origin::Origin;
use super::yaml::{self, SyntaxError};
use crate::diagnostic::{Checked, Diagnostic, Place, did_you_mean, rules};
use crate::path::SourcePath;
use crate::schema::{Node, Texts, Value, check, record};
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

/// Reads the YAML of a `table` block, whose text stands at `origin`.
#[must_use]
pub fn read(path: &SourcePath, text: &str, origin: &Origin) -> Checked<Option<TableBlock>> {
    match yaml::decode::<RawTable>(text) {
        Ok(raw) => finish(path, text, origin, raw),
        Err(error) => Checked { value: None, diagnostics: explain(path, text, origin, &error) },
    }
}

/// A wrong column is told here and left out, so that nobody has to tell it again.
fn finish(path: &SourcePath, text: &str, origin: &Origin, raw: RawTable) -> Checked<Option<TableBlock>> {
    let typed = raw.columns.unwrap_or_default().0;
    let (known, wrong): (Vec<_>, Vec<_>) =
        typed.into_iter().enumerate().partition(|(_, column)| COLUMNS.contains(&column.as_str()));
    let diagnostics = wrong
        .iter()
        .map(|(index, column)| {
            let place = Place::span(path, origin.span(column_span(text, *index)));
            let help = did_you_mean(column, COLUMNS)
                .unwrap_or_else(|| format!("columns are: {}", COLUMNS.join(", ")));
            Diagnostic::new(&rules::INVALID_BLOCK, place, format!("a table has no column `{column}`"))
                .help(help)
        })
        .collect();
    let mut columns: Vec<String> = known.into_iter().map(|(_, column)| column).collect();
    if columns.is_empty() {
        columns = USUAL.map(str::to_owned).to_vec();
    }
    Checked { value: Some(TableBlock { caption: raw.caption, rows: raw.rows.0, columns }), diagnostics }
}

/// Where the name of a column stands, be it one of a list or the only one.
fn column_span(text: &str, index: usize) -> Span {
    let Ok(Node { span, value: Value::Map { entries, .. } }) = yaml::tree(text) else {
        return Span::new(0, text.len());
    };
    let columns = entries.iter().find(|(key, _)| key.text == "columns").map(|(_, columns)| columns);
    match columns.map(|columns| (&columns.value, columns.span)) {
        Some((Value::List(items), all)) => items.get(index).map_or(all, |item| item.span),
        Some((Value::Scalar { .. } | Value::Map { .. }, all)) => all,
        None => span,
    }
}

fn explain(path: &SourcePath, text: &str, origin: &Origin, error: &SyntaxError) -> Vec<Diagnostic> {
    let error = match yaml::tree(text) {
        Ok(mut node) => {
            node.move_spans(&|span| origin.span(span));
            let found = check(path, &node, &RawTable::SHAPE);
            if !found.is_empty() {
                return found;
            }
            error.clone()
        }
        Err(syntax) => syntax,
    };
    let place = Place::span(path, origin.span(within(text, error.span)));
    let message = format!("this table block is not YAML: {}", error.message);
    vec![
        Diagnostic::new(&rules::INVALID_BLOCK, place, message)
            .help("write `caption: …` and `rows: [report.statistic, …]`"),
    ]
}

/// A mistake that shows only at the end of the block is marked at its last line.
fn within(text: &str, span: Span) -> Span {
    let end = text.trim_end().len();
    if span.start < end {
        return span;
    }
    let line = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
    Span::new(line + text[line..end].len() - text[line..end].trim_start().len(), end)
}
