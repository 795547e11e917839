//! Where a new record goes, and what stands in its way there.

use super::kind::FileKind;
use super::name::free;
use crate::document::kind::DocumentKind;
use crate::evidence::record::Page;
use crate::graph::index::RecordRef;
use crate::path::{OutputPath, SourcePath};
use crate::site::Site;

/// Files that are read in a way of their own, whatever a site's author has in mind.
const PAGES_OF_THEIR_OWN: [&str; 3] = ["index", "glossary", "methodology"];

/// The path of a new record, below the site's folder.
///
/// # Errors
/// A sentence that names what is in the way, and a free id.
pub fn place(site: &Site, kind: FileKind, id: &str) -> Result<String, String> {
    if kind != FileKind::Page && id == "index" {
        let folder = kind.folder();
        return Err(format!(
            "`{folder}/index.md` introduces the list of its folder and cannot be a {}; choose another name",
            kind.word()
        ));
    }
    let Some(why) = obstacle(site, kind, id) else { return Ok(path(kind, id)) };
    let other = free(id, |other| obstacle(site, kind, other).is_some());
    Err(format!("{why}; `{other}` is free"))
}

fn path(kind: FileKind, id: &str) -> String {
    format!("{}/{id}.md", kind.folder())
}

fn obstacle(site: &Site, kind: FileKind, id: &str) -> Option<String> {
    if let Some(page) = site.evidence.pages.iter().find(|page| page.id == id && shares_ids(kind, page)) {
        return Some(format!("the id `{id}` is taken by `{}`", page.path));
    }
    let file = path(kind, id);
    if site.sources.paths().any(|known| known.as_str().eq_ignore_ascii_case(&file)) {
        return Some(format!("`{file}` is there already"));
    }
    let is_of_its_own = kind == FileKind::Page && PAGES_OF_THEIR_OWN.contains(&id);
    let address = file.strip_prefix("content").and_then(|path| path.strip_suffix(".md")).unwrap_or(&file);
    let output = OutputPath::new(&format!("{}/index.html", address.trim_start_matches('/')));
    (!is_of_its_own && site.plan.items.contains_key(&output))
        .then(|| format!("the address `{address}/` is that of another page"))
}

/// Reports, coverage and findings share one space of ids; topics and measures each have their own, pages have none.
fn shares_ids(kind: FileKind, page: &Page) -> bool {
    let own = match kind {
        FileKind::Report | FileKind::Coverage | FileKind::Finding => {
            &[DocumentKind::Report, DocumentKind::Coverage, DocumentKind::Finding][..]
        }
        FileKind::Topic => &[DocumentKind::Topic],
        FileKind::Measure => &[DocumentKind::Measure],
        FileKind::Page | FileKind::Site => &[],
    };
    own.contains(&page.kind)
}

/// What a finding can rest on: references to statistics and claims, with what they say, in order.
#[must_use]
pub fn evidence(site: &Site) -> Vec<(String, String)> {
    let said = |record: RecordRef| match record {
        RecordRef::Statistic(at) => Some(site.evidence.statistics[at].label.text()),
        RecordRef::Claim(at) => Some(site.evidence.claims[at].text.text()),
        RecordRef::Recommendation(_) => None,
    };
    let owners = site.index.records.iter();
    let records = owners.flat_map(|(owner, records)| records.iter().map(move |record| (owner, record)));
    let named = |(owner, (id, record))| Some((format!("{owner}.{id}"), said(record)?));
    let mut known: Vec<(String, String)> = records.filter_map(named).collect();
    known.sort();
    known
}

/// The ids and titles of all records of a kind, drafts included, in the order of their files.
#[must_use]
pub fn known(site: &Site, kind: FileKind) -> Vec<(String, String)> {
    let mut pages: Vec<&Page> = site
        .evidence
        .pages
        .iter()
        .map(AsRef::as_ref)
        .filter(|page| DocumentKind::of(&SourcePath::new(&path(kind, "any"))) == page.kind)
        .collect();
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    pages.iter().map(|page| (page.id.clone(), page.title.text())).collect()
}
