//! A comparison for a changelog.

use super::changes::{Changed, Changes, Comparison};
use super::edits::RecordEdit;
use super::text::{harmless, named};

/// A comparison as Markdown: a heading for each kind of record, and an entry for each record.
#[must_use]
pub fn markdown(comparison: &Comparison) -> String {
    let mut parts = Vec::new();
    if !comparison.reports.is_empty() {
        parts.push(section("Reports", comparison.reports.iter().map(changed)));
    }
    for (heading, changes) in [("Statistics", &comparison.statistics), ("Findings", &comparison.findings)] {
        if let Some(changes) = changes.as_ref().filter(|changes| !changes.is_empty()) {
            parts.push(section(heading, entries(changes)));
        }
    }
    if comparison.is_empty() {
        parts.push("No statistic and no finding changed.\n".to_owned());
    }
    parts.join("\n")
}

fn section(heading: &str, entries: impl Iterator<Item = String>) -> String {
    format!("### {heading}\n\n{}", entries.collect::<String>())
}

fn entries(changes: &Changes) -> impl Iterator<Item = String> {
    let one_sided = [("Added", &changes.added), ("Removed", &changes.removed)];
    let one_sided = one_sided.into_iter().flat_map(|(how, records)| {
        records
            .iter()
            .map(move |record| format!("- {how} `{}`: {}\n", code(&record.id), escaped(&record.says)))
    });
    one_sided.chain(changes.changed.iter().map(changed))
}

fn changed(one: &Changed) -> String {
    let edits: Vec<String> = one.edits.iter().map(edit).collect();
    format!("- Changed `{}` ({}): {}\n", code(&one.id), escaped(&one.label), edits.join("; "))
}

fn edit(RecordEdit { what, old, new }: &RecordEdit) -> String {
    let what = escaped(&named(what));
    match (old.as_deref().map(escaped), new.as_deref().map(escaped)) {
        (Some(old), Some(new)) => format!("{what} {old} → {new}"),
        (Some(old), None) => format!("{what} {old} removed"),
        (None, Some(new)) => format!("{what} {new} added"),
        (None, None) => what,
    }
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in harmless(text).chars() {
        if "\\`*_[]<>&#|~".contains(letter) {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

/// Text between backticks.
fn code(text: &str) -> String {
    harmless(text).replace('`', "'")
}
