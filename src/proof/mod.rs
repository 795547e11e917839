//! Reads printed pages once more: whether what templates wrote leads somewhere, and whether each id stands once.
//!
//! What authors write is checked where it stands, and what the bundled templates write is held by tests, so only a site with
//! templates of its own is read again. What its content was told of is not told twice.

mod fault;
mod group;
mod leads;
mod seam;
mod template;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Place, Rule, rules};
use crate::document::raw_html::whole::{self, WholePage};
use crate::evidence::Evidence;
use crate::path::{OutputPath, SourcePath};
use crate::plan::{Item, Plan};
use crate::source::SourceTree;
use fault::{FaultPart, PageFault};
use group::Groups;
use leads::Lead;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use template::OwnTemplates;
use xxhash_rust::xxh3::xxh3_64;

/// Everything that printed pages are held against.
#[derive(Debug, Clone, Copy)]
pub struct PrintedSite<'a> {
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
    site: PrintedSite<'a>,
    read: Mutex<ReadPage>,
}

#[derive(Debug, Default)]
struct ReadPage {
    /// Hashes of the ids of each page.
    ids: HashMap<OutputPath, HashSet<u64>>,
    /// Links to anchors, each with the first page that has it: the page that is led to, and the anchor.
    anchors: BTreeMap<(OutputPath, String), PageLink>,
    faults: Vec<PageFault>,
}

/// An address on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct PageLink {
    page: OutputPath,
    text: String,
}

impl<'a> Proof<'a> {
    /// Begins to read; `None` where all templates are the bundled ones.
    #[must_use]
    pub fn begin(site: PrintedSite<'a>) -> Option<Self> {
        site.sources.has_own_templates().then(|| Self { site, read: Mutex::default() })
    }

    /// Reads a page.
    pub fn read(&self, path: &OutputPath, html: &[u8]) {
        let WholePage { ids, addresses, references, wordless, lone, torn } =
            whole::read(&String::from_utf8_lossy(html));
        let mut hashes = HashSet::default();
        let mut faults: Vec<PageFault> = Vec::new();
        for id in &ids {
            if !hashes.insert(xxh3_64(id.as_bytes())) {
                faults.push(fault::doubled(path, id));
            }
        }
        faults.extend(references.iter().filter_map(|reference| fault::unnamed(path, reference, &ids)));
        faults.extend(wordless.iter().map(|address| fault::wordless(path, address)));
        faults.extend(torn.iter().map(|torn| fault::torn(path, *torn)));
        // What a torn tag takes in lacks its counterpart.
        let lone = lone.iter().filter(|_| torn.is_empty());
        faults.extend(lone.map(|(name, begins)| fault::lone(path, name, *begins)));
        let mut anchors: HashMap<(OutputPath, String), String> = HashMap::default();
        for address in addresses {
            faults.extend(seam::at_fault(self.site, path, &address));
            match leads::follow(self.site, path, &address) {
                Lead::Somewhere | Lead::Elsewhere => {}
                Lead::ToAnchor(page, anchor) => {
                    anchors.entry((page, anchor)).or_insert(address.text);
                }
                Lead::Nowhere { rule, message, help } => {
                    faults.push(PageFault::on(
                        path,
                        rule,
                        FaultPart::Address,
                        &address.text,
                        (message, help),
                    ));
                }
            }
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.ids.insert(path.clone(), hashes);
        read.faults.extend(faults);
        for (target, text) in anchors {
            let link = PageLink { page: path.clone(), text };
            let first = read.anchors.entry(target).or_insert_with(|| link.clone());
            if link < *first {
                *first = link;
            }
        }
    }

    /// What is wrong, once for each place. `found` is what was said of the content.
    #[must_use]
    pub fn finish(self, found: &[Diagnostic]) -> Vec<Diagnostic> {
        let ReadPage { mut ids, anchors, mut faults } =
            self.read.into_inner().unwrap_or_else(PoisonError::into_inner);
        for ((target, anchor), link) in anchors {
            if let (Some(Item::File(drawing)), false) =
                (self.site.plan.items.get(&target), ids.contains_key(&target))
            {
                ids.insert(target.clone(), ids_of(self.site.sources, drawing));
            }
            // A page that was not read now, such as one that an edit has not touched, is not known.
            let is_missing = ids.get(&target).is_some_and(|ids| !ids.contains(&xxh3_64(anchor.as_bytes())));
            if is_missing {
                faults.push(fault::missing_anchor(target, anchor, &link.page, &link.text));
            }
        }
        faults.sort_by(|one, other| {
            (&one.page, one.part, &one.text).cmp(&(&other.page, other.part, &other.text))
        });
        if faults.is_empty() {
            return Vec::new();
        }
        let (told, templates) = (ToldBefore::of(self.site, found), OwnTemplates::of(self.site.sources));
        let mut groups = Groups::default();
        for fault in faults {
            let (page, anchor) = (fault.page.clone(), fault.anchor.clone());
            let Some(diagnostic) = tell(self.site, fault, &templates, &told) else { continue };
            groups.add(diagnostic, page, anchor);
        }
        groups.told()
    }
}

/// Hashes of the ids of a drawing.
fn ids_of(sources: &SourceTree, drawing: &SourcePath) -> HashSet<u64> {
    let text = sources.text(drawing).unwrap_or_default();
    whole::read(&text).ids.iter().map(|id| xxh3_64(id.as_bytes())).collect()
}

/// What is said of a fault, unless it is the content's.
fn tell(
    site: PrintedSite<'_>,
    fault: PageFault,
    templates: &OwnTemplates,
    told: &ToldBefore<'_>,
) -> Option<Diagnostic> {
    let written = templates.find(&fault.text, &site.config.base.path, fault.part);
    // Pictures and elements of the content were looked at there, and only a template has a seam.
    let is_of_content =
        matches!(fault.part, FaultPart::Picture | FaultPart::Seam | FaultPart::Begin | FaultPart::End)
            || matches!(fault.part, FaultPart::Remark | FaultPart::Tag);
    if written.is_none() && (is_of_content || told.has(&fault.page, fault.rule)) {
        return None;
    }
    let is_of_program = written.is_none();
    // An id that only the bundled templates have is met by one of the document's, which alone names others.
    let is_of_ids = matches!(fault.part, FaultPart::Id | FaultPart::Reference);
    let document = told.documents.get(&fault.page).filter(|_| is_of_ids);
    let template = || templates.of_item(site.plan.items.get(&fault.blamed));
    let place =
        written.unwrap_or_else(|| Place::file(&document.map_or_else(template, |path| (*path).clone())));
    // What no template writes leads to an anchor that the bundled template of its page prints.
    let is_left_out = fault.anchor.is_some() && is_of_program;
    let rule = if is_left_out { &rules::ANCHOR_LEFT_OUT } else { fault.rule };
    let diagnostic = Diagnostic::new(rule, place, fault.message).help(fault.help);
    Some(diagnostic.on_page(leads::address(&fault.page)))
}

/// What was said of the content or waived there: documents, and codes of rules.
struct ToldBefore<'a> {
    /// The document of each page.
    documents: HashMap<OutputPath, &'a SourcePath>,
    codes: HashSet<(&'a SourcePath, &'static str)>,
}

impl<'a> ToldBefore<'a> {
    fn of(site: PrintedSite<'a>, found: &'a [Diagnostic]) -> Self {
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
