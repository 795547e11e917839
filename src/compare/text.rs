//! A comparison for people, on a terminal or in a letter.

use super::changes::{Changed, Changes, Comparison};
use super::edits::RecordEdit;

/// A comparison in lines, with `+` for what was added, `-` for what was removed, and `~` for what changed.
#[must_use]
pub fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    if !comparison.reports.is_empty() {
        text.push_str(&format!("reports: {} changed\n", comparison.reports.len()));
        comparison.reports.iter().for_each(|one| push_changed(one, &mut text));
    }
    for (noun, changes) in [("statistics", &comparison.statistics), ("findings", &comparison.findings)] {
        if let Some(changes) = changes.as_ref().filter(|changes| !changes.is_empty()) {
            text.push_str(&format!("{noun}: {}\n", counted(changes)));
            push_changes(changes, &mut text);
        }
    }
    text
}

/// `1 added, 2 changed`.
#[must_use]
pub(super) fn counted(changes: &Changes) -> String {
    let counts = [
        (changes.added.len(), "added"),
        (changes.removed.len(), "removed"),
        (changes.changed.len(), "changed"),
    ];
    let counts = counts.iter().filter(|(number, _)| *number > 0);
    counts.map(|(number, how)| format!("{number} {how}")).collect::<Vec<_>>().join(", ")
}

fn push_changes(changes: &Changes, text: &mut String) {
    for (mark, records) in [('+', &changes.added), ('-', &changes.removed)] {
        for record in records {
            text.push_str(&format!("  {mark} {}  {}\n", harmless(&record.id), harmless(&record.says)));
        }
    }
    changes.changed.iter().for_each(|one| push_changed(one, text));
}

fn push_changed(one: &Changed, text: &mut String) {
    text.push_str(&format!("  ~ {}  {}\n", harmless(&one.id), harmless(&one.label)));
    for RecordEdit { what, old, new } in &one.edits {
        let what = named(what);
        let edit = match (old.as_deref().map(harmless), new.as_deref().map(harmless)) {
            (Some(old), Some(new)) => format!("{what}: {old} → {new}"),
            (Some(old), None) => format!("{what} removed: {old}"),
            (None, Some(new)) => format!("{what} added: {new}"),
            (None, None) => continue,
        };
        text.push_str(&format!("      {edit}\n"));
    }
}

/// A column as an author would call it.
pub(super) fn named(column: &str) -> String {
    match column {
        "ref_area" => "geography".to_owned(),
        "obs_status" => "status".to_owned(),
        _ => harmless(column).replace('_', " "),
    }
}

/// A published file may come from anybody: what would steer a terminal is taken out.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
