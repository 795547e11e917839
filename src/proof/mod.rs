//! Reads printed pages once more: whether what templates wrote leads somewhere, and whether each id stands once.
//!
//! What authors write is checked where it stands, and what the bundled templates write is held by tests, so only a site with
//! templates of its own is read again. What its content was told of is not told twice.

mod fault;
mod group;
mod leads;
mod seam;
mod template;

use crate::address::decoded;
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Level, Place, Rule, rules};
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
        let whole = whole::read(&String::from_utf8_lossy(html));
        let (mut faults, mut anchors) = (Vec::new(), HashMap::default());
        self.see(path, &whole, false, &mut faults, &mut anchors);
        let hashes = whole.ids.iter().map(|id| xxh3_64(id.as_bytes())).collect();
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

    /// Looks at a page, or at one within it that has no address of its own.
    fn see(
        &self,
        path: &OutputPath,
        whole: &WholePage,
        is_frame: bool,
        faults: &mut Vec<PageFault>,
        anchors: &mut HashMap<(OutputPath, String), String>,
    ) {
        faults.extend(within(path, whole));
        for address in &whole.addresses {
            if let Some(anchor) = address.text.strip_prefix('#').filter(|_| is_frame) {
                let is_there = whole.ids.iter().any(|id| *id == decoded(anchor));
                faults.extend((!is_there).then(|| fault::missing_in_frame(path, anchor, &address.text)));
                continue;
            }
            faults.extend(seam::at_fault(self.site, path, address));
            if address.is_fetched && leads::is_foreign(self.site, &address.text) {
                let seam = seam::at_fault(self.site, path, address).map(|seam| seam.text);
                faults.push(PageFault { anchor: seam, ..fault::foreign(path, &address.text) });
            }
            match leads::follow(self.site, path, address) {
                Lead::Somewhere | Lead::Elsewhere => {}
                Lead::ToAnchor(page, anchor) => {
                    anchors.entry((page, anchor)).or_insert_with(|| address.text.clone());
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
        for frame in &whole.inner {
            self.see(path, frame, true, faults, anchors);
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
            let is_foreign = fault.rule == &rules::FOREIGN_HOST;
            let (page, anchor) = (fault.page.clone(), fault.anchor.clone().filter(|_| !is_foreign));
            let Some(diagnostic) = tell(self.site, fault, &templates, &told) else { continue };
            groups.add(diagnostic, page, anchor);
        }
        groups.told()
    }
}

/// What is wrong with a page by itself.
fn within(path: &OutputPath, whole: &WholePage) -> Vec<PageFault> {
    let (mut seen, mut faults) = (HashSet::default(), Vec::new());
    for id in whole.ids.iter().chain(whole.waiting_ids.iter().filter(|id| id.is_empty())) {
        match id.trim_ascii().is_empty() {
            true => faults.push(fault::empty_id(path)),
            false if !seen.insert(id) => faults.push(fault::doubled(path, id)),
            false => {}
        }
    }
    faults.extend(whole.references.iter().filter_map(|reference| fault::unnamed(path, reference, whole)));
    faults.extend(whole.wordless.iter().map(|address| fault::wordless(path, address)));
    faults.extend(whole.torn.iter().map(|torn| fault::torn(path, *torn)));
    // What a torn tag takes in lacks its counterpart.
    let lone = whole.lone.iter().filter(|_| whole.torn.is_empty());
    faults.extend(lone.map(|(name, begins)| fault::lone(path, name, *begins)));
    faults
}

/// Hashes of the ids of a drawing.
fn ids_of(sources: &SourceTree, drawing: &SourcePath) -> HashSet<u64> {
    let text = sources.text(drawing).unwrap_or_default();
    whole::read(&text).ids.iter().map(|id| xxh3_64(id.as_bytes())).collect()
}

/// What is said of a fault, unless it is the content's.
fn tell(
    site: PrintedSite<'_>,
    mut fault: PageFault,
    templates: &OwnTemplates,
    told: &ToldBefore<'_>,
) -> Option<Diagnostic> {
    // What only a slip made an address of another host is told as that.
    let is_foreign = fault.rule == &rules::FOREIGN_HOST;
    let seam = fault.anchor.take_if(|_| is_foreign);
    if seam.is_some_and(|seam| templates.find(&seam, &site.config.base.path, FaultPart::Seam).is_some()) {
        return None;
    }
    // A broken document leaves out of its page what a template leads to.
    let is_of_names = matches!(fault.part, FaultPart::Reference | FaultPart::Drawn) || fault.anchor.is_some();
    if is_of_names && told.is_broken(&fault.blamed) {
        return None;
    }
    let written = templates.find(&fault.text, &site.config.base.path, fault.part);
    // Pictures and elements of the content were looked at there, and only a template has a seam.
    let is_of_content = fault.rule == &rules::FOREIGN_HOST
        || matches!(fault.part, FaultPart::Picture | FaultPart::Seam | FaultPart::Begin | FaultPart::End)
        || matches!(fault.part, FaultPart::Remark | FaultPart::Tag);
    let is_told = || told.has(&fault.page, fault.rule) || told.has(&fault.page, &rules::UNREAD_HTML);
    if written.is_none() && (is_of_content || is_told()) {
        return None;
    }
    let is_of_program = written.is_none();
    // An id that only the bundled templates have is met by one of the document's, which alone names others.
    let is_of_ids = matches!(fault.part, FaultPart::Id | FaultPart::Reference | FaultPart::Drawn);
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
    /// Those with an error.
    broken: HashSet<&'a SourcePath>,
}

impl<'a> ToldBefore<'a> {
    fn of(site: PrintedSite<'a>, found: &'a [Diagnostic]) -> Self {
        let pages = &site.evidence.pages;
        let documents = site.plan.addresses.iter().zip(pages).map(|(url, page)| (url.output(), &page.path));
        let said = found.iter().map(|told| (&told.primary.place.file, told.rule.code));
        let waived = pages.iter().flat_map(|page| page.allow.iter().map(move |(code, _)| (&page.path, code)));
        let waived = waived.filter_map(|(path, code)| Some((path, rules::find(code)?.code)));
        let broken = found.iter().filter(|told| told.level == Level::Error);
        let broken = broken.map(|told| &told.primary.place.file).collect();
        Self { documents: documents.collect(), codes: said.chain(waived).collect(), broken }
    }

    /// Whether the document of a page has an error.
    fn is_broken(&self, page: &OutputPath) -> bool {
        self.documents.get(page).is_some_and(|document| self.broken.contains(document))
    }

    fn has(&self, page: &OutputPath, rule: &Rule) -> bool {
        self.documents.get(page).is_some_and(|document| self.codes.contains(&(*document, rule.code)))
    }
}
