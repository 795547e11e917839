//! Which pages and files exist, and at which address. Nothing is rendered here.

mod address;
mod addressed;
mod assets;
mod links;
mod listing;
mod menu;
mod named;
mod names;
mod put;
pub mod sitemap;
mod stylesheets;
mod tags;
mod theme;

use crate::config::SiteConfig;
use crate::diagnostic::{Checked, Diagnostic, FieldPath, Place};
use crate::document::kind::DocumentKind;
use crate::evidence::Evidence;
use crate::graph::index::Index;
use crate::graph::resolve::Resolver;
use crate::graph::{Graph, TopicLinks};
use crate::path::{OutputPath, SourcePath, UrlPath};
use crate::source::SourceTree;
use address::is_nameless;
pub use address::{list_page, page_address, tag_address};
pub use links::check_addresses;
pub use listing::{ListSection, pages_needed};
pub use menu::{MOST_IN_FOOTER, plain_pages, sections};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};
use std::collections::BTreeMap;
use std::sync::Arc;
pub use stylesheets::Reference;
pub use theme::stylesheet as theme_stylesheet;

/// A page that is rendered from a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The home page.
    Home,
    /// A report.
    Report(usize),
    /// Coverage.
    Coverage(usize),
    /// A finding.
    Finding(usize),
    /// A page of a topic, from 1.
    Topic(usize, usize),
    /// A page of a measure, from 1.
    Measure(usize, usize),
    /// The glossary.
    Glossary,
    /// The methodology.
    Methodology,
    /// Every rule, explained.
    Rules,
    /// A page of all recommendations, from 1.
    Recommendations(usize),
    /// A page of the list of plain pages, from 1.
    Pages(usize),
    /// A page of a section's list, from 1.
    List(ListSection, usize),
    /// The list of tags.
    Tags,
    /// A page of the list of one tag, by its place in [`Plan::tags`].
    Tag(usize, usize),
    /// A plain page.
    Plain(usize),
    /// What a server shows for an unknown address.
    NotFound,
}

impl View {
    /// What kind of page it is, as templates know it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Report(_) => "report",
            Self::Coverage(_) => "coverage",
            Self::Finding(_) => "finding",
            Self::Topic(..) => "topic",
            Self::Measure(..) => "measure",
            Self::Glossary => "glossary",
            Self::Methodology => "methodology",
            Self::Rules => "rules",
            Self::Recommendations(_) => "recommendations",
            Self::Pages(_) | Self::List(..) | Self::Tags | Self::Tag(..) => "list",
            Self::Plain(_) => "page",
            Self::NotFound => "not_found",
        }
    }

    /// The template that it is printed with.
    #[must_use]
    pub fn template(self) -> String {
        [self.kind(), ".html"].concat()
    }
}

/// What stands at an output path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A page.
    Page(View),
    /// A page that leads elsewhere.
    Redirect(UrlPath),
    /// A source file as it is.
    File(SourcePath),
    /// The stylesheet for code.
    HighlightStylesheet,
    /// The stylesheet of the settings in `[theme]`.
    ThemeStylesheet,
    /// `sitemap.xml`: every page, or where they are listed.
    Sitemap,
    /// A part of a long sitemap, from 1.
    SitemapPart(usize),
    /// `robots.txt`.
    Robots,
    /// The Atom feed.
    Feed,
    /// `.nojekyll`.
    NoJekyll,
    /// Records for machines.
    Data(DataFile),
}

/// A file of records, which has a line for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// All statistics as CSV.
    StatisticsCsv,
    /// All statistics as JSON.
    StatisticsJson,
    /// All findings as JSON.
    FindingsJson,
}

impl DataFile {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::StatisticsCsv, Self::StatisticsJson, Self::FindingsJson];

    /// Where it goes.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::StatisticsCsv => "data/statistics.csv",
            Self::StatisticsJson => "data/statistics.json",
            Self::FindingsJson => "data/findings.json",
        }
    }
}

/// The feed and the sitemap, which are of no use without whole addresses.
pub const NEEDS_WHOLE_ADDRESSES: [&str; 2] = ["/feed.xml", "/sitemap.xml"];

/// A tag and the pages that carry it.
#[derive(Debug, Clone)]
pub struct Tag {
    /// As its first page has it.
    pub name: String,
    /// Part of its address.
    pub slug: String,
    /// Pages, by place, in the order of their titles.
    pub pages: Vec<usize>,
}

/// Every page and file of the site.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What stands at each output path, in order.
    pub items: BTreeMap<OutputPath, Item>,
    /// The address of each document's page, by its place.
    pub addresses: Vec<UrlPath>,
    /// The address of each file that is published as it is.
    pub files: HashMap<SourcePath, UrlPath>,
    /// What stylesheets name, for those in which an address has to be written anew.
    pub stylesheets: HashMap<SourcePath, Vec<Reference>>,
    /// Tags by name.
    pub tags: Vec<Tag>,
    /// Address of the list of plain pages, when there are too many for a footer.
    pub plain_list: Option<UrlPath>,
    /// Address of the stylesheet for code.
    pub highlight_stylesheet: Option<UrlPath>,
    /// Address of the stylesheet of the settings in `[theme]`, where these set anything.
    pub theme_stylesheet: Option<UrlPath>,
}

impl Plan {
    /// The address of the file at `path`, such as `static/style.css`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&UrlPath> {
        self.files.get(&SourcePath::new(path))
    }
}

/// Plans what documents alone decide, before anything is linked; [`Planner::finish`] does the rest.
#[must_use]
pub fn begin<'a>(config: &'a SiteConfig, resolver: Resolver<'a>) -> Planner<'a> {
    let Resolver { evidence, sources, index } = resolver;
    let room = 2 * evidence.pages.len();
    let mut planner = Planner {
        config,
        resolver,
        evidence,
        sources,
        plan: Plan::default(),
        items: Vec::with_capacity(room),
        origins: HashMap::with_capacity_and_hasher(room, FxBuildHasher),
        folders: HashMap::with_capacity_and_hasher(room, FxBuildHasher),
        folded: HashMap::default(),
        diagnostics: Vec::new(),
    };
    planner.themes();
    planner.plan.addresses = evidence.pages.par_iter().map(|page| page_address(page)).collect();
    planner.documents(index);
    // What comes later is little, and is soon put among what is in order.
    planner.items.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    planner
}

/// Whether the lists of two graphs over the same ids need the same number of pages.
#[must_use]
pub fn is_same_size(one: &Graph, other: &Graph) -> bool {
    let lengths = |links: &TopicLinks| [links.findings.len(), links.reports.len(), links.measures.len()];
    one.topics.iter().map(lengths).eq(other.topics.iter().map(lengths))
        && one
            .measures
            .iter()
            .map(|links| links.statistics.len())
            .eq(other.measures.iter().map(|links| links.statistics.len()))
}

/// Whether the pages of two graphs over the same ids name the same files.
#[must_use]
pub fn names_same_files(one: &Graph, other: &Graph) -> bool {
    let mut pages = one.pages.iter().zip(&other.pages);
    pages.all(|(one, other)| Arc::ptr_eq(one, other) || one.targets.files == other.targets.files)
}

/// A plan in the making.
#[derive(Debug)]
pub struct Planner<'a> {
    config: &'a SiteConfig,
    resolver: Resolver<'a>,
    evidence: &'a Evidence,
    sources: &'a SourceTree,
    plan: Plan,
    /// What stands at each output path, in no order.
    items: Vec<(OutputPath, Item)>,
    /// The source that claimed each output path first.
    origins: HashMap<OutputPath, Option<Place>>,
    /// Every folder of the output, with the first path in it.
    folders: HashMap<String, OutputPath>,
    /// Output paths that have capital letters or accents, by what they are without.
    folded: HashMap<String, OutputPath>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner<'_> {
    /// Plans the rest of the site.
    #[must_use]
    pub fn finish(mut self, graph: &Graph) -> Checked<Plan> {
        self.derived_pages(graph);
        self.tags();
        self.machine_files();
        self.assets(graph);
        self.theme();
        self.aliases();
        self.sitemaps();
        self.check_names();
        // A map is made faster from everything at once.
        self.plan.items = self.items.into_iter().collect();
        Checked { value: self.plan, diagnostics: self.diagnostics }
    }

    fn page_place(&self, page: usize) -> Place {
        Place::file(&self.evidence.pages[page].path)
    }

    /// Pages that documents are.
    fn documents(&mut self, index: &Index) {
        let evidence = self.evidence;
        let reports = evidence.reports.iter().enumerate().map(|(at, report)| (report.page, View::Report(at)));
        let coverage =
            evidence.coverage.iter().enumerate().map(|(at, coverage)| (coverage.page, View::Coverage(at)));
        let findings =
            evidence.findings.iter().enumerate().map(|(at, finding)| (finding.page, View::Finding(at)));
        let topics = evidence.topics.iter().enumerate().map(|(at, page)| (*page, View::Topic(at, 1)));
        let measures =
            evidence.measures.iter().enumerate().map(|(at, measure)| (measure.page, View::Measure(at, 1)));
        let plain = evidence.pages.iter().enumerate().filter(|(_, page)| page.kind == DocumentKind::Page);
        let plain = plain.map(|(at, _)| (at, View::Plain(at)));
        for (page, view) in reports.chain(coverage).chain(findings).chain(topics).chain(measures).chain(plain)
        {
            let url = self.plan.addresses[page].clone();
            // Two documents with one id are told of already; the address follows from it.
            let is_doubled = index.doubled.contains(&page) && self.origins.contains_key(&url.output());
            if is_doubled || is_nameless(&evidence.pages[page]) {
                continue;
            }
            self.put(&url, Item::Page(view), Some(self.page_place(page)));
        }
    }

    /// Pages that the program makes, with the author's text where there is one.
    fn derived_pages(&mut self, graph: &Graph) {
        self.put(&UrlPath::new("/"), Item::Page(View::Home), None);
        self.put(&UrlPath::new("/404.html"), Item::Page(View::NotFound), None);
        self.put(&UrlPath::new("/methodology/"), Item::Page(View::Methodology), None);
        self.put(&UrlPath::new("/methodology/rules/"), Item::Page(View::Rules), None);
        if !self.evidence.terms.is_empty() || self.evidence.page_of_kind(DocumentKind::Glossary).is_some() {
            self.put(&UrlPath::new("/glossary/"), Item::Page(View::Glossary), None);
        }
        if !self.evidence.recommendations.is_empty() {
            self.recommendations();
        }
        self.plain_list();
        let size = self.config.page_size;
        let introductions = self.evidence.pages.iter().filter(|page| page.kind == DocumentKind::Introduction);
        let introduced: Vec<UrlPath> = introductions.map(|page| page_address(page)).collect();
        for section in ListSection::ALL {
            let needed = pages_needed(section.records(graph).len(), size);
            // An introduction is worth reading before there is anything to list.
            for number in 1..=needed.max(usize::from(introduced.contains(&section.address()))) {
                let url = list_page(&section.address(), number);
                self.put(&url, Item::Page(View::List(section, number)), None);
            }
        }
        for (topic, links) in graph.topics.iter().enumerate() {
            let longest = links.findings.len().max(links.reports.len()).max(links.measures.len());
            let first = self.plan.addresses[self.evidence.topics[topic]].clone();
            for number in 2..=pages_needed(longest, size) {
                self.put(&list_page(&first, number), Item::Page(View::Topic(topic, number)), None);
            }
        }
        for (measure, links) in graph.measures.iter().enumerate() {
            let first = self.plan.addresses[self.evidence.measures[measure].page].clone();
            for number in 2..=pages_needed(links.statistics.len(), size) {
                self.put(&list_page(&first, number), Item::Page(View::Measure(measure, number)), None);
            }
        }
    }

    fn machine_files(&mut self) {
        self.put(&UrlPath::new("/.nojekyll"), Item::NoJekyll, None);
        if self.config.base.is_whole() {
            for (path, item) in NEEDS_WHOLE_ADDRESSES.into_iter().zip([Item::Feed, Item::Sitemap]) {
                self.put(&UrlPath::new(path), item, None);
            }
        }
        for file in DataFile::ALL {
            self.put(&UrlPath::new(file.path()), Item::Data(file), None);
        }
        if !self.sources.contains(&SourcePath::new("static/robots.txt")) {
            self.put(&UrlPath::new("/robots.txt"), Item::Robots, None);
        }
    }

    /// Old addresses lead to the page; they come last, so that a page is never shadowed by one.
    fn aliases(&mut self) {
        for (place, page) in self.evidence.pages.iter().enumerate() {
            for alias in &page.aliases {
                let target = self.plan.addresses[place].clone();
                let address = &alias.address;
                let is_file = address.rsplit('/').next().is_some_and(|name| name.contains('.'));
                let slash = if is_file || address.ends_with('/') { "" } else { "/" };
                let address = format!("{address}{slash}");
                let origin = Place::value(&page.path, FieldPath::key("aliases").at(alias.place));
                self.put(&UrlPath::new(&address), Item::Redirect(target), Some(origin));
            }
        }
    }
}
