//! Diagnostics for programs: one JSON array, stable field names.

use super::shown::shown_json;
use super::{Located, Where};
use serde::Serialize;

#[derive(Serialize)]
struct JsonProblem<'a> {
    code: &'a str,
    rule: &'a str,
    level: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    related: Vec<PlaceEntry<'a>>,
    help: Option<&'a str>,
    page: Option<&'a str>,
    /// What mends it for certain, all of it or nothing; empty when that is not known.
    fix: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    replacement: &'a str,
}

/// Lines and columns count from 1, columns in characters; offsets in bytes from 0.
#[derive(Serialize)]
struct PlaceEntry<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_offset: usize,
    end_offset: usize,
    label: &'a str,
}

/// All diagnostics as JSON.
#[must_use]
pub fn json(located: &[Located]) -> String {
    let entries: Vec<JsonProblem<'_>> = located.iter().map(entry).collect();
    let mut text =
        serde_json::to_string_pretty(&entries).expect("entries are texts and numbers, which JSON holds");
    text.push('\n');
    shown_json(text)
}

fn entry(located: &Located) -> JsonProblem<'_> {
    let diagnostic = &located.diagnostic;
    JsonProblem {
        code: diagnostic.rule.code,
        rule: diagnostic.rule.name,
        level: diagnostic.level.name(),
        message: &diagnostic.message,
        place: place(&located.primary),
        related: located.related.iter().map(place).collect(),
        help: diagnostic.help.as_deref(),
        page: diagnostic.page.as_deref(),
        fix: located
            .fix
            .iter()
            .map(|edit| EditEntry { place: place(&edit.place), replacement: &edit.replacement })
            .collect(),
    }
}

fn place(place: &Where) -> PlaceEntry<'_> {
    PlaceEntry {
        file: place.file.as_str(),
        line: place.start.line,
        column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
        start_offset: place.span.start,
        end_offset: place.span.end,
        label: &place.label,
    }
}
