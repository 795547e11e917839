//! Diagnostics as SARIF 2.1.0, the format in which code hosts and editors take the findings of a checker.
//!
//! Lines and columns count from 1, columns in UTF-16 units, as the format has them by default.

use super::shown::shown_json;
use super::{Located, LocatedEdit, Where};
use crate::diagnostic::page::{RulePagePart, sections};
use crate::diagnostic::{Level, Rule};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64;

/// What a path keeps as it is in an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// All diagnostics as one log of one run, with the pages of the rules that were broken.
#[must_use]
pub fn sarif(located: &[Located]) -> String {
    let rules = rules_of(located);
    let mut seen = HashMap::new();
    let results: Vec<Value> = located.iter().map(|one| result(one, &rules, &mut seen)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cscare-site",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    shown_json(format!("{log:#}\n"))
}

/// The rules that were broken, by code, each once.
fn rules_of(located: &[Located]) -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = located.iter().map(|one| one.diagnostic.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    rules
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": first_paragraph(rule) },
        "help": { "text": rule.page, "markdown": rule.page },
        "defaultConfiguration": { "level": level(rule.level) },
    })
}

fn first_paragraph(rule: &Rule) -> String {
    match sections(rule.page).first().and_then(|section| section.parts.first()) {
        Some(RulePagePart::Text(text)) => text.replace('\n', " "),
        Some(RulePagePart::File { .. }) | None => rule.summary.to_owned(),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
        Level::Off => "none",
    }
}

fn result(located: &Located, rules: &[&Rule], seen: &mut HashMap<String, usize>) -> Value {
    let diagnostic = &located.diagnostic;
    let message = [Some(diagnostic.message.as_str()), diagnostic.help.as_deref()];
    let message: Vec<&str> = message.into_iter().flatten().collect();
    let mut result = json!({
        "ruleId": diagnostic.rule.code,
        "ruleIndex": rules.iter().position(|rule| *rule == diagnostic.rule),
        "level": level(diagnostic.level),
        "message": { "text": message.join("\n") },
        "locations": [location(&located.primary)],
        "partialFingerprints": { "cscareSite/v1": fingerprint(located, seen) },
    });
    if !located.related.is_empty() {
        result["relatedLocations"] = located.related.iter().map(location).collect();
    }
    if !located.fix.is_empty() {
        result["fixes"] = json!([{ "artifactChanges": located.fix.iter().map(change).collect::<Vec<_>>() }]);
    }
    result
}

/// The same for the same mistake after lines above it came or went. Alike ones in one file are numbered.
fn fingerprint(located: &Located, seen: &mut HashMap<String, usize>) -> String {
    let (place, diagnostic) = (&located.primary, &located.diagnostic);
    let marked = place.text.get(place.span.start..place.span.end).unwrap_or_default();
    let what = [diagnostic.rule.code, place.file.as_str(), &diagnostic.message, marked].join("\0");
    let hash = format!("{:016x}", xxh3_64(what.as_bytes()));
    let number = seen.entry(hash.clone()).or_default();
    *number += 1;
    format!("{hash}:{number}")
}

fn location(place: &Where) -> Value {
    let mut physical = json!({ "artifactLocation": artifact(place) });
    if !place.text.is_empty() {
        physical["region"] = region(place);
    }
    let mut location = json!({ "physicalLocation": physical });
    if !place.label.is_empty() {
        location["message"] = json!({ "text": place.label });
    }
    location
}

fn artifact(place: &Where) -> Value {
    let path = utf8_percent_encode(place.file.as_str(), PATH).to_string();
    json!({ "uri": path, "uriBaseId": "%SRCROOT%" })
}

fn region(place: &Where) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.unit,
        "endLine": place.end.line,
        "endColumn": place.end.unit,
    })
}

fn change(edit: &LocatedEdit) -> Value {
    json!({
        "artifactLocation": artifact(&edit.place),
        "replacements": [{
            "deletedRegion": region(&edit.place),
            "insertedContent": { "text": edit.replacement },
        }],
    })
}
