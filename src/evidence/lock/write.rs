//! A lock as text.

use super::{FORM, Lock, LockEntry, LockedPage, SUM, sum};
use serde::Serialize;

/// The first line.
#[derive(Serialize)]
struct WrittenHead {
    evidence_lock: u32,
    note: &'static str,
}

#[derive(Serialize)]
struct PageLine<'l> {
    page: &'l str,
    snapshot: &'l str,
    #[serde(skip_serializing_if = "str::is_empty")]
    begins: &'l str,
    sha256: &'l str,
}

#[derive(Serialize)]
struct EntryLine<'l> {
    page: &'l str,
    what: &'l str,
    #[serde(skip_serializing_if = "str::is_empty")]
    value: &'l str,
    #[serde(skip_serializing_if = "str::is_empty")]
    at: &'l str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    date: String,
}

/// The text of a lock: pages by id, statements by name, place in the text and value.
#[must_use]
pub fn to_text(lock: &Lock) -> String {
    let note = "written by `cscare-site verify`; run it again instead of editing this file";
    let mut text = json(&WrittenHead { evidence_lock: FORM, note });
    text.push('\n');
    for (id, page) in &lock.pages {
        add_page(id, page, &mut text);
    }
    text
}

fn add_page(id: &str, page: &LockedPage, text: &mut String) {
    let LockedPage { snapshot, begins, sha256, .. } = page;
    let seed = add(&PageLine { page: id, snapshot, begins, sha256 }, 0, text);
    let mut entries: Vec<&LockEntry> = page.entries.iter().collect();
    entries.sort_by_key(|entry| (&entry.what, entry.offset, &entry.value, &entry.at));
    for entry in entries {
        let LockEntry { what, value, at, verdict, offset, date, .. } = entry;
        let (verdict, date) = (verdict.words(), date.to_string());
        add(&EntryLine { page: id, what, value, at, verdict, offset: *offset, date }, seed, text);
    }
}

/// Adds a line with its check digits, and gives them.
fn add(line: &impl Serialize, seed: u64, text: &mut String) -> u64 {
    let line = json(line);
    let line = line.trim_end_matches('}');
    let sum = sum(line, seed);
    text.push_str(&format!("{line}{SUM}{sum:016x}\"}}\n"));
    sum
}

fn json(line: &impl Serialize) -> String {
    serde_json::to_string(line).expect("texts and numbers are JSON")
}
