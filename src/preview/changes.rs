//! What an edit changed, in a few words for one line of a terminal.

use crate::evidence::record::Page;
use crate::path::SourcePath;
use crate::site::Site;
use std::collections::{BTreeMap, BTreeSet};

/// How many files or statistics are named before the rest is only counted.
const NAMED: usize = 3;

/// The files and what is new in them.
#[must_use]
pub fn describe(before: &Site, after: &Site, files: &BTreeSet<SourcePath>) -> String {
    match files.first() {
        Some(file) if files.len() == 1 => format!("{file}  {}", of_file(before, after, file)),
        _ => {
            let named: Vec<&str> = files.iter().take(NAMED).map(SourcePath::as_str).collect();
            let more = if files.len() > NAMED { ", …" } else { "" };
            format!("{} files  {}{more}", files.len(), named.join(", "))
        }
    }
}

fn of_file(before: &Site, after: &Site, file: &SourcePath) -> String {
    if let (Some(was), Some(is)) = (before.index.pages.get(file), after.index.pages.get(file)) {
        return of_page(before, *was, after, *is);
    }
    match (before.sources.contains(file), after.sources.contains(file)) {
        (false, _) => "new",
        (true, false) => "removed",
        (true, true) => "changed",
    }
    .to_owned()
}

fn of_page(before: &Site, was: usize, after: &Site, is: usize) -> String {
    let (one, other): (&Page, &Page) = (&before.evidence.pages[was], &after.evidence.pages[is]);
    let mut parts = Vec::new();
    if one.title.html != other.title.html {
        parts.push("title".to_owned());
    }
    let figures = figures(&printed(before, was), &printed(after, is));
    match figures.len() {
        0..=NAMED => parts.extend(figures),
        many => parts.push(format!("{many} statistics")),
    }
    if one.body.html != other.body.html {
        parts.push("text".to_owned());
    }
    if parts.is_empty() { "changed".to_owned() } else { parts.join(", ") }
}

/// The figures of a page by id, as printed.
fn printed(site: &Site, page: usize) -> BTreeMap<String, String> {
    let places = site.evidence.held[page].statistics.clone();
    let statistics = places.map(|place| &site.evidence.statistics[place]);
    statistics.map(|statistic| (statistic.id.to_string(), statistic.printed.to_string())).collect()
}

fn figures(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |id: &String| match (before.get(id), after.get(id)) {
        (Some(was), Some(is)) if was == is => None,
        (Some(was), Some(is)) => Some(format!("{id} {was} → {is}")),
        (None, Some(is)) => Some(format!("new {id} {is}")),
        (Some(was), None) => Some(format!("no {id} {was}")),
        (None, None) => None,
    };
    ids.into_iter().filter_map(change).collect()
}
