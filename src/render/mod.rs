//! A planned path → bytes. Everything a template may see is in [`view`]; `theme` is the one door to Tera.

mod anchors;
mod claims;
pub mod contract;
mod data;
mod facts;
mod feed;
mod fragment;
mod furniture;
mod made_of;
mod measures;
mod notes;
mod press;
mod prose;
mod rows;
mod sitemap;
mod sources;
mod stylesheets;
mod theme;
mod told;
mod trails;
mod urls;
pub mod view;
mod views;
pub mod words;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::evidence::Evidence;
use crate::graph::Graph;
use crate::graph::index::Index;
use crate::graph::order::ranks;
use crate::graph::resolve::Resolver;
use crate::path::OutputPath;
use crate::plan::{Item, Plan, theme_stylesheet};
use crate::source::SourceTree;
use crate::verification::LockStatus;
use anchors::Anchors;
pub use data::DataRecords;
use furniture::Furniture;
use measures::Measures;
pub use press::{Press, Worn};
use sources::Sources;
use std::borrow::Cow;
use std::fmt;
use theme::Theme;
pub use theme::typed::{PrintedTexts, seen as typed_in_template};
pub use theme::unused::check as check_theme;
pub use theme::{offered, parts};
use trails::Trails;
use urls::Urls;
use views::cards::FindingCards;
use words::Words;

/// Everything that a page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// Files.
    pub sources: &'a SourceTree,
    /// Settings.
    pub config: &'a SiteConfig,
    /// Records.
    pub evidence: &'a Evidence,
    /// Links.
    pub graph: &'a Graph,
    /// Ids.
    pub index: &'a Index,
    /// Pages and files.
    pub plan: &'a Plan,
    /// How its statements stand to their sources.
    pub standing: &'a LockStatus,
    /// Who knows what rules have against the site; nobody where pages are only tried.
    pub judge: Option<&'a dyn SiteJudge>,
}

/// Knows what rules have against a site. Judging comes after printing in a preview, and is a stage above it, so that only a
/// page which has a waiver to print asks.
pub trait SiteJudge: fmt::Debug + Sync {
    /// All that rules have against it.
    fn judged(&self) -> &[Diagnostic];
}

impl Model<'_> {
    /// Whether a waiver takes nothing back: it stands under `allow:` of a record, or of its page.
    fn is_idle(&self, page: usize, record: &FieldPath, typed: &str) -> bool {
        let judged = self.judge.map_or(&[][..], SiteJudge::judged);
        let mut idle = judged.iter().filter(|one| one.rule == &rules::UNUSED_WAIVER);
        let place = Place {
            file: self.evidence.pages[page].path.clone(),
            spot: Spot::Key(record.then("allow").then(typed)),
        };
        idle.any(|one| one.primary.place == place)
    }
}

/// Makes pages. It borrows all it needs, so that one can be had for every request.
pub struct Renderer<'a> {
    model: Model<'a>,
    theme: &'a Theme,
    words: &'a Words,
    furniture: &'a Furniture,
    urls: Urls<'a>,
    anchors: Anchors,
    measures: Measures,
    sources: Sources,
    finding_cards: FindingCards,
    trails: Trails,
    ranks: Ranks,
}

/// The places of records in the site's lists, by record.
struct Ranks {
    reports: Vec<usize>,
    coverage: Vec<usize>,
    findings: Vec<usize>,
    topics: Vec<usize>,
    measures: Vec<usize>,
}

impl<'a> Renderer<'a> {
    fn new(model: Model<'a>, theme: &'a Theme, words: &'a Words, furniture: &'a Furniture) -> Self {
        let orders = &model.graph.orders;
        let ranks = Ranks {
            reports: ranks(&orders.reports),
            coverage: ranks(&orders.coverage),
            findings: ranks(&orders.findings),
            topics: ranks(&orders.topics),
            measures: ranks(&orders.measures),
        };
        let anchors = Anchors::new(model.evidence.pages.len());
        let urls = Urls::new(&model.config.base);
        let sources = Sources::new(model.evidence.reports.len());
        let finding_cards = FindingCards::new(model.evidence.findings.len());
        let measures = Measures::new(model.evidence.measures.len());
        let trails = Trails::new(words, urls);
        Self {
            model,
            theme,
            words,
            furniture,
            urls,
            anchors,
            measures,
            sources,
            finding_cards,
            trails,
            ranks,
        }
    }

    /// The bytes of the file at `path`; `None` when the plan has no such file.
    ///
    /// # Errors
    /// A template that fails, or a file that cannot be read.
    pub fn artifact(&self, path: &OutputPath) -> Result<Option<Cow<'a, [u8]>>, Diagnostic> {
        self.model.plan.items.get(path).map(|item| self.made(item)).transpose()
    }

    /// The bytes of a file of the plan.
    ///
    /// # Errors
    /// A template that fails, or a file that cannot be read.
    pub fn made(&self, item: &Item) -> Result<Cow<'a, [u8]>, Diagnostic> {
        let bytes = match item {
            Item::Page(view) => self.page(*view)?,
            Item::Redirect(target) => self.redirect(target)?,
            Item::File(source) => return self.file(source),
            Item::HighlightStylesheet => self.highlight_stylesheet().into_bytes(),
            Item::ThemeStylesheet => {
                theme_stylesheet(&self.model.config.theme).unwrap_or_default().into_bytes()
            }
            Item::Sitemap => self.sitemap().into_bytes(),
            Item::SitemapPart(number) => self.sitemap_part(*number).into_bytes(),
            Item::Robots => self.robots().into_bytes(),
            Item::Feed => self.feed().into_bytes(),
            Item::NoJekyll => Vec::new(),
            Item::Data(file) => DataRecords::of(self.model).bytes(*file),
        };
        Ok(Cow::Owned(bytes))
    }

    fn resolver(&self) -> Resolver<'a> {
        Resolver { evidence: self.model.evidence, index: self.model.index, sources: self.model.sources }
    }

    fn highlight_stylesheet(&self) -> String {
        crate::document::highlight::stylesheet(&self.model.config.highlight)
    }
}
