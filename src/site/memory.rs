//! A site that is understood again after each edit. What an edit cannot have touched is taken from before, and what
//! comes out is what [`Site::load`] makes of the same sources.

use super::{Options, Site, StageReports, read};
use crate::config::SiteConfig;
use crate::diagnostic::{Checked, Diagnostic};
use crate::document::highlight::Highlighter;
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::decode::{Decoded, Records};
use crate::evidence::lock::{self, Lock};
use crate::evidence::rounding::Roundings;
use crate::graph::index::Index;
use crate::graph::links::PageLinks;
use crate::graph::order::orders;
use crate::graph::resolve::Resolver;
use crate::graph::{self, Graph};
use crate::path::SourcePath;
use crate::plan::{self, Plan};
use crate::source::SourceTree;
use crate::verification;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// What was learnt from the sources, so that it can be learnt again piece by piece.
#[derive(Debug)]
pub struct Memory {
    options: Options,
    /// Whether a page that cannot be read any more stays as it was when it could.
    keeps_good_pages: bool,
    settings: Checked<Arc<SiteConfig>>,
    lock: Checked<Arc<Lock>>,
    /// By path.
    documents: Vec<KnownDocument>,
    roundings: Roundings,
    /// By page: the pages that looked at it. Some may have looked at it in the past only.
    onlookers: Vec<Vec<usize>>,
    site: Arc<Site>,
}

/// What is known of a document.
#[derive(Debug)]
struct KnownDocument {
    /// As it was typed.
    typed: Decoded,
    /// With figures rounded as their measures say.
    rounded: Decoded,
    diagnostics: Vec<Diagnostic>,
    /// Whether it cannot be read any more, and is as it was before.
    is_kept: bool,
}

/// What an edit changed.
#[derive(Debug, Default)]
struct SiteEdit {
    /// Ids, kinds or paths of documents, or which files there are: every reference may mean something else.
    names: bool,
    /// Aliases and tags, settings, templates, drafts, or other files: pages may stand elsewhere, or other files be named.
    addresses: bool,
    /// Titles, numbers or settings: lists may be in another order.
    order: bool,
    /// Documents that say something else.
    documents: BTreeSet<SourcePath>,
}

impl Memory {
    /// Understands the sources, and remembers how.
    #[must_use]
    pub fn load(
        sources: Checked<impl Into<Arc<SourceTree>>>,
        options: Options,
        highlighter: &Highlighter,
    ) -> Self {
        let sources = Checked { value: sources.value.into(), diagnostics: sources.diagnostics };
        let mut files: BTreeSet<SourcePath> = read::document_paths(&sources.value).cloned().collect();
        files.extend([SETTINGS, lock::PATH].map(SourcePath::new));
        let nothing = Site::load(Checked::clean(SourceTree::default()), &options, highlighter);
        let mut memory = Self {
            options,
            keeps_good_pages: false,
            settings: Checked::clean(Arc::clone(&nothing.config)),
            lock: Checked::default(),
            documents: Vec::with_capacity(files.len()),
            roundings: Roundings::default(),
            onlookers: Vec::new(),
            site: Arc::new(nothing),
        };
        memory.update(sources, &files, highlighter);
        memory
    }

    /// From now on, a page whose front matter breaks stays as it was before, and is reported all the same.
    pub fn keep_good_pages(&mut self) {
        self.keeps_good_pages = true;
    }

    /// From the next site on, dates are judged as on this day.
    pub fn judge_dates_as_on(&mut self, today: Option<PartialDate>) {
        self.options.today = today;
    }

    /// The site as it was understood last.
    #[must_use]
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// Understands the site anew. `changed` are the files that appeared, changed or vanished since the last time.
    pub fn update(
        &mut self,
        sources: Checked<impl Into<Arc<SourceTree>>>,
        changed: &BTreeSet<SourcePath>,
        highlighter: &Highlighter,
    ) -> Arc<Site> {
        let mut told = Vec::new();
        let sources: Arc<SourceTree> = sources.take(&mut told).into();
        let mut edit = self.read(&sources, changed, highlighter);
        self.round(&mut edit);
        told.extend(self.settings.diagnostics.iter().cloned());
        told.extend(self.documents.iter().flat_map(|known| &known.diagnostics).cloned());
        told.extend(self.lock.diagnostics.iter().cloned());
        let kept = self.documents.iter().filter(|known| known.is_kept);
        let kept = kept.map(|known| known.typed.page.path.clone()).collect();
        let evidence = self.evidence(&edit);
        let (index, about_index) = self.index(&edit, &evidence);
        let resolver = Resolver { evidence: &evidence, index: &index, sources: &sources };
        let graph = Arc::new(self.graph(&edit, resolver));
        let (plan, about_plan) = self.plan(&edit, &graph, resolver);
        let lock = Arc::clone(&self.lock.value);
        let standing = verification::hold(&evidence, &graph, &index, &lock).into();
        self.site = Arc::new(Site {
            sources,
            config: Arc::clone(&self.settings.value),
            evidence,
            graph,
            index,
            plan,
            lock,
            standing,
            told: StageReports { read: told, kept, index: about_index, plan: about_plan },
            today: self.options.today,
            judged: OnceLock::new(),
        });
        Arc::clone(&self.site)
    }

    /// Reads what changed.
    fn read(
        &mut self,
        sources: &SourceTree,
        changed: &BTreeSet<SourcePath>,
        highlighter: &Highlighter,
    ) -> SiteEdit {
        let mut edit = SiteEdit::default();
        let mut documents: Vec<&SourcePath> = changed.iter().filter(|path| is_document(path)).collect();
        edit.addresses = changed.iter().any(|path| !is_document(path));
        edit.names = changed.iter().any(|path| sources.contains(path) != self.site.sources.contains(path))
            || sources.has_own_templates() != self.site.sources.has_own_templates();
        if changed.contains(&SourcePath::new(SETTINGS)) {
            edit.order = true;
            let settings = read::settings(sources, &self.options);
            let markdown = self.settings.value.markdown;
            self.settings = Checked { value: settings.value.into(), diagnostics: settings.diagnostics };
            if self.settings.value.markdown != markdown {
                documents.extend(read::document_paths(sources).filter(|path| !changed.contains(*path)));
            }
        }
        if changed.contains(&SourcePath::new(lock::PATH)) {
            let lock = read::lock(sources);
            self.lock = Checked { value: lock.value.into(), diagnostics: lock.diagnostics };
        }
        let config = &self.settings.value;
        let read: Vec<(&SourcePath, Option<Checked<Decoded>>)> = documents
            .par_iter()
            .map(|path| {
                let is_there = sources.contains(path);
                (*path, is_there.then(|| read::document(sources, path, config, highlighter)))
            })
            .collect();
        for (path, document) in read {
            self.learn(path, document, &mut edit);
        }
        edit
    }

    /// Where a document is remembered, or belongs.
    fn place(&self, path: &SourcePath) -> Result<usize, usize> {
        self.documents.binary_search_by(|known| known.typed.page.path.cmp(path))
    }

    /// Takes in what a document says now; `None` when it is no more.
    fn learn(&mut self, path: &SourcePath, document: Option<Checked<Decoded>>, edit: &mut SiteEdit) {
        edit.documents.insert(path.clone());
        match (self.place(path), document) {
            (Ok(at), Some(document)) => {
                let known = &mut self.documents[at];
                known.diagnostics = document.diagnostics;
                known.is_kept =
                    self.keeps_good_pages && document.value.page.broken && !known.typed.page.broken;
                if known.is_kept {
                    return;
                }
                edit.names |= known.typed.marks.names != document.value.marks.names;
                edit.order |= known.typed.marks.order != document.value.marks.order;
                edit.addresses |= known.typed.marks.addresses != document.value.marks.addresses;
                edit.addresses |= document.value.page.draft && !self.options.drafts;
                known.typed = document.value;
            }
            (Err(at), Some(Checked { value, diagnostics })) => {
                edit.names = true;
                self.documents.insert(
                    at,
                    KnownDocument { rounded: value.clone(), typed: value, diagnostics, is_kept: false },
                );
            }
            (Ok(at), None) => {
                edit.names = true;
                self.documents.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// Rounds the documents that changed; all of them when a measure is rounded otherwise than before.
    fn round(&mut self, edit: &mut SiteEdit) {
        let typed = self.documents.iter().map(|known| &known.typed);
        let roundings = Roundings::of(typed, self.options.drafts);
        let places: Vec<usize> = if roundings == self.roundings {
            edit.documents.iter().filter_map(|path| self.place(path).ok()).collect()
        } else {
            (0..self.documents.len()).collect()
        };
        for known in places {
            let known = &mut self.documents[known];
            let mut rounded = known.typed.clone();
            roundings.apply(&mut rounded);
            if is_rounded(&rounded, &known.typed) || is_rounded(&known.rounded, &known.typed) {
                edit.documents.insert(known.typed.page.path.clone());
            }
            known.rounded = rounded;
        }
        self.roundings = roundings;
    }

    fn evidence(&self, edit: &SiteEdit) -> Arc<Evidence> {
        if edit.documents.is_empty() {
            return Arc::clone(&self.site.evidence);
        }
        let rounded = self.documents.iter().map(|known| &known.rounded);
        Arc::new(Evidence::collect(rounded, self.options.drafts))
    }

    fn index(&self, edit: &SiteEdit, evidence: &Evidence) -> (Arc<Index>, Arc<Vec<Diagnostic>>) {
        if !edit.names {
            return (Arc::clone(&self.site.index), Arc::clone(&self.site.told.index));
        }
        let Checked { value, diagnostics } = Index::build(evidence);
        (value.into(), diagnostics.into())
    }

    /// The links of every page: those of documents that changed, and of pages that looked at them, resolved again.
    fn graph(&mut self, edit: &SiteEdit, resolver: Resolver<'_>) -> Graph {
        let new_orders = || Arc::new(orders(resolver.evidence, &self.settings.value.topics));
        if edit.names {
            let orders = new_orders();
            return graph::join(resolver.evidence, self.resolve_all(resolver), orders);
        }
        let before = Arc::clone(&self.site.graph);
        let orders = if edit.order { new_orders() } else { Arc::clone(&before.orders) };
        let resolved = self.resolve_again(edit, resolver);
        let same = if edit.order { None } else { before.with_pages(&resolved) };
        same.unwrap_or_else(|| {
            let mut links = before.pages.clone();
            for (page, resolved) in resolved {
                links[page] = resolved;
            }
            graph::join(resolver.evidence, links, orders)
        })
    }

    fn resolve_all(&mut self, resolver: Resolver<'_>) -> Vec<Arc<PageLinks>> {
        let links = graph::resolve_all(resolver);
        self.onlookers = vec![Vec::new(); links.len()];
        for (page, links) in links.iter().enumerate() {
            self.note_looks(page, links);
        }
        links
    }

    /// Resolves the documents that changed and the pages that looked at them.
    fn resolve_again(&mut self, edit: &SiteEdit, resolver: Resolver<'_>) -> Vec<(usize, Arc<PageLinks>)> {
        let changed = edit.documents.iter().filter_map(|path| resolver.index.pages.get(path));
        let pages: BTreeSet<usize> =
            changed.flat_map(|page| self.onlookers[*page].iter().chain([page])).copied().collect();
        let resolved: Vec<(usize, Arc<PageLinks>)> =
            pages.par_iter().map(|page| (*page, Arc::new(graph::link::page(resolver, *page)))).collect();
        for (page, links) in &resolved {
            self.note_looks(*page, links);
        }
        resolved
    }

    fn note_looks(&mut self, page: usize, links: &PageLinks) {
        for seen in &links.looked_at {
            let onlookers = &mut self.onlookers[*seen];
            if let Err(at) = onlookers.binary_search(&page) {
                onlookers.insert(at, page);
            }
        }
    }

    fn plan(
        &self,
        edit: &SiteEdit,
        graph: &Graph,
        resolver: Resolver<'_>,
    ) -> (Arc<Plan>, Arc<Vec<Diagnostic>>) {
        let before = &self.site.graph;
        let is_same = !edit.names
            && !edit.addresses
            && plan::is_same_size(before, graph)
            && plan::names_same_files(before, graph);
        if is_same {
            return (Arc::clone(&self.site.plan), Arc::clone(&self.site.told.plan));
        }
        let Checked { value, diagnostics } = plan::begin(&self.settings.value, resolver).finish(graph);
        (value.into(), diagnostics.into())
    }
}

/// The path of the settings.
const SETTINGS: &str = "site.toml";

fn is_document(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/") && path.extension() == "md"
}

/// Whether a document has other figures than were typed.
fn is_rounded(document: &Decoded, typed: &Decoded) -> bool {
    match (&document.records, &typed.records) {
        (Records::Report(one), Records::Report(other)) => !Arc::ptr_eq(&one.statistics, &other.statistics),
        _ => false,
    }
}
