//! Reads printed pages once more: whether what templates wrote leads somewhere, and whether each id stands once.
//!
//! What authors write is checked where it stands, and what the bundled templates write is held by tests, so only a site with
//! templates of its own is read again. What its content was told of is not told twice.

mod leads;
mod template;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Place, Rule, rules};
use crate::document::raw_html::whole::{self, WholePage};
use crate::evidence::Evidence;
use crate::path::{OutputPath, SourcePath};
use crate::plan::Plan;
use crate::source::SourceTree;
use leads::Lead;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use template::Templates;
use xxhash_rust::xxh3::xxh3_64;

/// Everything that printed pages are held against.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// Files.
    pub sources: &'a SourceTree,
    /// Settings.
    pub config: &'a SiteConfig,
    /// Records.
    pub evidence: &'a Evidence,
    /// Pages and files.
    pub plan: &'a Plan,
}

/// What was read of pages so far. Pages come in from many threads, in any order.
#[derive(Debug)]
pub struct Proof<'a> {
    site: Printed<'a>,
    read: Mutex<Read>,
}

#[derive(Debug, Default)]
struct Read {
    /// Hashes of the ids of each page.
    ids: HashMap<OutputPath, HashSet<u64>>,
    /// Links to anchors, each with the first page that has it: the page that is led to, and the anchor.
    anchors: BTreeMap<(OutputPath, String), Link>,
    faults: Vec<Fault>,
}

/// An address on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    page: OutputPath,
    text: String,
}

/// Something wrong on a page.
#[derive(Debug)]
struct Fault {
    rule: &'static Rule,
    page: OutputPath,
    /// The page whose template is at fault when the text cannot be found in one.
    blamed: OutputPath,
    /// The value of the attribute that is at fault.
    text: String,
    is_id: bool,
    message: String,
    help: String,
}

impl<'a> Proof<'a> {
    /// Begins to read; `None` where all templates are the bundled ones.
    #[must_use]
    pub fn begin(site: Printed<'a>) -> Option<Self> {
        site.sources.has_own_templates().then(|| Self { site, read: Mutex::default() })
    }

    /// Reads a page.
    pub fn read(&self, path: &OutputPath, html: &[u8]) {
        let WholePage { ids, addresses } = whole::read(&String::from_utf8_lossy(html));
        let mut hashes = HashSet::default();
        let mut faults: Vec<Fault> = Vec::new();
        for id in &ids {
            if !hashes.insert(xxh3_64(id.as_bytes())) {
                faults.push(doubled(path, id));
            }
        }
        let mut anchors: HashMap<(OutputPath, String), String> = HashMap::default();
        for address in addresses {
            match leads::follow(self.site, path, &address) {
                Lead::Somewhere | Lead::Elsewhere => {}
                Lead::ToAnchor(page, anchor) => {
                    anchors.entry((page, anchor)).or_insert(address.text);
                }
                Lead::Nowhere { rule, message, help } => faults.push(Fault {
                    rule,
                    page: path.clone(),
                    blamed: path.clone(),
                    text: address.text,
                    is_id: false,
                    message,
                    help,
                }),
            }
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.ids.insert(path.clone(), hashes);
        read.faults.extend(faults);
        for (target, text) in anchors {
            let link = Link { page: path.clone(), text };
            let first = read.anchors.entry(target).or_insert_with(|| link.clone());
            if link < *first {
                *first = link;
            }
        }
    }

    /// What is wrong, once for each place. `found` is what was said of the content.
    #[must_use]
    pub fn finish(self, found: &[Diagnostic]) -> Vec<Diagnostic> {
        let Read { ids, anchors, mut faults } =
            self.read.into_inner().unwrap_or_else(PoisonError::into_inner);
        for ((target, anchor), link) in anchors {
            // A page that was not read now, such as one that an edit has not touched, is not known.
            let is_missing = ids.get(&target).is_some_and(|ids| !ids.contains(&xxh3_64(anchor.as_bytes())));
            if is_missing {
                faults.push(missing_anchor(target, &anchor, link));
            }
        }
        faults.sort_by(|one, other| (&one.page, &one.text).cmp(&(&other.page, &other.text)));
        if faults.is_empty() {
            return Vec::new();
        }
        let (told, templates) = (Told::of(self.site, found), Templates::of(self.site.sources));
        let mut by_place: BTreeMap<(Place, &'static str), (Diagnostic, BTreeSet<OutputPath>)> =
            BTreeMap::new();
        for fault in faults {
            let page = fault.page.clone();
            let Some(diagnostic) = tell(self.site, fault, &templates, &told) else { continue };
            let key = (diagnostic.primary.place.clone(), diagnostic.rule.code);
            by_place.entry(key).or_insert_with(|| (diagnostic, BTreeSet::new())).1.insert(page);
        }
        by_place.into_values().map(|(diagnostic, pages)| counted(diagnostic, pages.len() - 1)).collect()
    }
}

/// What is said of a fault, unless it is the content's.
fn tell(site: Printed<'_>, fault: Fault, templates: &Templates, told: &Told<'_>) -> Option<Diagnostic> {
    let written = templates.find(&fault.text, &site.config.base.path, fault.is_id);
    if written.is_none() && told.has(&fault.page, fault.rule) {
        return None;
    }
    let is_of_program = written.is_none();
    // An id that only the bundled templates have is met by one of the document's.
    let document = told.documents.get(&fault.page).filter(|_| fault.is_id);
    let template = || templates.of_item(site.plan.items.get(&fault.blamed));
    let place =
        written.unwrap_or_else(|| Place::file(&document.map_or_else(template, |path| (*path).clone())));
    // What no template writes leads to an anchor that the bundled template of its page prints.
    let is_left_out = fault.rule.code == rules::BROKEN_ANCHOR.code && is_of_program;
    let rule = if is_left_out { &rules::ANCHOR_LEFT_OUT } else { fault.rule };
    let diagnostic = Diagnostic::new(rule, place, fault.message).help(fault.help);
    Some(diagnostic.on_page(leads::address(&fault.page)))
}

fn doubled(path: &OutputPath, id: &str) -> Fault {
    Fault {
        rule: &rules::DUPLICATE_ANCHOR,
        page: path.clone(),
        blamed: path.clone(),
        text: id.to_owned(),
        is_id: true,
        message: format!("the id `{id}` stands twice on one page"),
        help: "give the tag another id; headings have ids of their own, which are their words with hyphens"
            .to_owned(),
    }
}

fn missing_anchor(target: OutputPath, anchor: &str, link: Link) -> Fault {
    let shown = leads::address(&target);
    Fault {
        rule: &rules::BROKEN_ANCHOR,
        message: format!("`{}` leads to the anchor `#{anchor}`, which `{shown}` does not have", link.text),
        help: format!("print something with `id=\"{anchor}\"` there, or mend the link"),
        page: link.page,
        blamed: target,
        text: link.text,
        is_id: false,
    }
}

fn counted(diagnostic: Diagnostic, more: usize) -> Diagnostic {
    match (&diagnostic.page, more) {
        (Some(page), 1..) => {
            let page = format!("{page} and {more} more");
            diagnostic.on_page(page)
        }
        _ => diagnostic,
    }
}

/// What was said of the content or waived there: documents, and codes of rules.
struct Told<'a> {
    /// The document of each page.
    documents: HashMap<OutputPath, &'a SourcePath>,
    codes: HashSet<(&'a SourcePath, &'static str)>,
}

impl<'a> Told<'a> {
    fn of(site: Printed<'a>, found: &'a [Diagnostic]) -> Self {
        let pages = &site.evidence.pages;
        let documents = site.plan.addresses.iter().zip(pages).map(|(url, page)| (url.output(), &page.path));
        let said = found.iter().map(|told| (&told.primary.place.file, told.rule.code));
        let waived = pages.iter().flat_map(|page| page.allow.iter().map(move |(code, _)| (&page.path, code)));
        let waived = waived.filter_map(|(path, code)| Some((path, rules::find(code)?.code)));
        Self { documents: documents.collect(), codes: said.chain(waived).collect() }
    }

    fn has(&self, page: &OutputPath, rule: &Rule) -> bool {
        self.documents.get(page).is_some_and(|document| self.codes.contains(&(*document, rule.code)))
    }
}
