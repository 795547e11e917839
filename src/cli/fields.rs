//! `explain fields`: the reference of all that can be typed into a record or the settings, from the declarations themselves.

use super::terminal::{BOLD, PLAIN};
use super::wrapped::wrapped;
use crate::scaffold::kind::FileKind;
use crate::schema::{Field, RecordShape, Shape, Takes};
use std::fmt::Write as _;

/// Every kind of record, those within others behind these.
fn records() -> Vec<&'static RecordShape> {
    let mut found = Vec::new();
    for kind in FileKind::ALL {
        add(kind.shape(), &mut found);
    }
    found
}

fn add(record: &'static RecordShape, found: &mut Vec<&'static RecordShape>) {
    if found.iter().any(|known| known.noun == record.noun) {
        return;
    }
    found.push(record);
    record.fields.iter().filter_map(|field| field.shape.record()).for_each(|inner| add(inner, found));
}

/// The names of all fields.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    records().into_iter().flat_map(|record| record.fields.iter().map(|field| field.name))
}

/// The fields that `field` or `record.field` names, with their records.
fn find(typed: &str) -> Vec<(&'static RecordShape, &'static Field)> {
    let (noun, name) = typed.rsplit_once('.').map_or((None, typed), |(noun, name)| (Some(noun), name));
    let is_meant = |record: &&RecordShape| {
        noun.is_none_or(|noun| record.noun.replace(' ', "-") == noun.replace(' ', "-"))
    };
    let records = records().into_iter().filter(is_meant);
    records.filter_map(|record| Some((record, record.field(name)?))).collect()
}

/// Whether a text names a field.
pub(super) fn is_one(typed: &str) -> bool {
    !find(typed).is_empty()
}

/// What is to be known of the fields that a text names. Those that say the same are told together.
pub(super) fn named(typed: &str) -> String {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for (record, field) in find(typed) {
        let text = about(field);
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, nouns)) => nouns.push(record.noun),
            None => told.push((text, vec![record.noun])),
        }
    }
    let name = typed.rsplit('.').next().unwrap_or(typed);
    let pages =
        told.iter().map(|(text, nouns)| format!("{BOLD}{name}{PLAIN} of a {}\n{text}", nouns.join(", ")));
    pages.collect::<Vec<_>>().join("\n")
}

fn about(field: &Field) -> String {
    let need = if field.required { "it has to be there" } else { "it may be left out" };
    let mut text = format!("{}; {need}\n\n{}", type_of(field), wrapped(field.doc));
    if !field.example.is_empty() {
        let _ = write!(text, "\nfor example\n\n    {}: {}\n", field.name, field.example);
    }
    match field.takes {
        Takes::Quantity => text.push_str("\nfor every form of a value: cscare-site explain quantities\n"),
        Takes::Period => text.push_str("\nfor every form of a period: cscare-site explain periods\n"),
        Takes::Free
        | Takes::Markdown
        | Takes::Formula
        | Takes::Markers
        | Takes::Choice(_)
        | Takes::Date
        | Takes::Id => {}
    }
    text
}

/// What a field holds, in words.
fn type_of(field: &Field) -> String {
    match field.shape {
        Shape::Text => text_of(field.takes),
        Shape::Flag => "`true` or `false`; `false` where it is left out".to_owned(),
        Shape::Number => "a whole number".to_owned(),
        Shape::Texts => "a text, or a list of texts".to_owned(),
        Shape::TextMap => "texts by key".to_owned(),
        Shape::Entries(inner) => format!("any number of records by id, each a {}", inner.noun),
        Shape::List(inner) => format!("a list, each item a {}", inner.noun),
        Shape::Record(inner) => {
            let names: Vec<&str> = inner.fields.iter().map(|field| field.name).collect();
            format!("a record with: {}", names.join(", "))
        }
        Shape::Any => "anything".to_owned(),
    }
}

fn text_of(takes: Takes) -> String {
    match takes {
        Takes::Free => "a text".to_owned(),
        Takes::Markdown => "a text in inline Markdown".to_owned(),
        Takes::Quantity => "a value as it is printed".to_owned(),
        Takes::Period => "a period".to_owned(),
        Takes::Formula => "a formula".to_owned(),
        Takes::Markers => "markers of official statistics".to_owned(),
        Takes::Choice(words) => format!("one of: {}", words().join(", ")),
        Takes::Date => "a year, year and month, or day".to_owned(),
        Takes::Id => "an id: lower-case letters, digits and hyphens".to_owned(),
    }
}

/// What a field holds, where its description does not say it.
fn more(field: &Field) -> String {
    let is_said = match field.takes {
        Takes::Free => matches!(field.shape, Shape::Text | Shape::Any),
        Takes::Markdown | Takes::Choice(_) | Takes::Date => true,
        Takes::Quantity | Takes::Period | Takes::Formula | Takes::Markers | Takes::Id => false,
    };
    if is_said { String::new() } else { format!(" [{}]", type_of(field)) }
}

/// The reference of all fields.
pub(super) fn all() -> String {
    let mut text = String::from("Every field of every kind of record, with `*` where it has to be there.\n");
    for record in records() {
        let width = record.fields.iter().map(|field| field.name.len() + 1).max().unwrap_or(0);
        let _ = write!(text, "\n{BOLD}{}{PLAIN}\n\n", record.noun);
        for field in record.fields {
            let name = format!("{}{}", field.name, if field.required { "*" } else { "" });
            let _ = writeln!(text, "  {name:<width$}  {}{}", field.doc.trim(), more(field));
        }
    }
    text.push_str("\nfor one of them, with an example: cscare-site explain statistic.value\n");
    text
}

#[cfg(test)]
mod tests {
    use super::{all, named, records};

    #[test]
    fn a_field_is_found_by_its_name_and_by_its_record() {
        assert!(named("statistic.value").contains("value: over 29%"), "{}", named("statistic.value"));
        let certainty = named("certainty");
        assert!(
            certainty.contains("one of: high, moderate, low, very low; it has to be there"),
            "{certainty}"
        );
        assert!(
            named("derived-number.formula").starts_with("\u{1b}[1mformula"),
            "{}",
            named("derived-number.formula")
        );
    }

    #[test]
    fn the_reference_has_every_field_of_every_record() {
        let text = all();
        for record in records() {
            assert!(!record.fields.is_empty() && text.contains(record.noun), "{}", record.noun);
            for field in record.fields {
                assert!(text.contains(field.doc.trim()), "{}.{}", record.noun, field.name);
            }
        }
    }
}
