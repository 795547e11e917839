//! A planned path → bytes. Everything a template may see is in [`view`]; `theme` is the one door to Tera.

mod data;
mod feed;
mod notes;
mod prose;
mod table;
mod theme;
mod urls;
pub mod view;
mod views;
mod words;

use crate::config::SiteConfig;
use crate::diagnostic::{Checked, Diagnostic};
use crate::evidence::Evidence;
use crate::evidence::period::PeriodWords;
use crate::graph::index::Index;
use crate::graph::order::ranks;
use crate::graph::resolve::Resolver;
use crate::graph::{Graph, order::Orders};
use crate::path::OutputPath;
use crate::plan::{Item, Plan};
use crate::source::SourceTree;
use std::borrow::Cow;
use std::collections::BTreeMap;
use theme::Theme;
use urls::Urls;
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
}

/// Makes pages.
pub struct Renderer<'a> {
    model: Model<'a>,
    theme: Theme,
    words: Words,
    period_words: PeriodWords,
    urls: Urls,
    /// Titles of pages as inline HTML without links, by place.
    titles: Vec<String>,
    /// Places in the site's lists, by record.
    ranks: Orders,
    /// The header by section of the menu; the home page's is under the empty key.
    headers: BTreeMap<String, String>,
    /// The header of a page outside all sections.
    plain_header: String,
}

impl<'a> Renderer<'a> {
    /// Loads the templates and what all pages share.
    #[must_use]
    pub fn new(model: Model<'a>) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let words = words::load(model.sources, &model.config.language).take(&mut diagnostics);
        let theme = theme::load(model.sources).take(&mut diagnostics);
        let orders = &model.graph.orders;
        let mut renderer = Self {
            theme,
            period_words: words.period_words(),
            words,
            urls: Urls::new(&model.config.base),
            titles: model.evidence.pages.iter().map(|page| prose::without_links(&page.title)).collect(),
            ranks: Orders {
                reports: ranks(&orders.reports),
                coverage: ranks(&orders.coverage),
                findings: ranks(&orders.findings),
                topics: ranks(&orders.topics),
                measures: ranks(&orders.measures),
                terms: ranks(&orders.terms),
            },
            headers: BTreeMap::new(),
            plain_header: String::new(),
            model,
        };
        let site = renderer.site_view();
        renderer.theme.share(&site, &renderer.words.table());
        if renderer.is_usable() {
            renderer.make_frame(&site).unwrap_or_else(|diagnostic| diagnostics.push(diagnostic));
        }
        Checked { value: renderer, diagnostics }
    }

    /// Makes what many pages have in common: the footer, and a header for each section.
    fn make_frame(&mut self, site: &view::SiteView) -> Result<(), Diagnostic> {
        let footer = self.theme.render("parts/footer.html", "section", &"", "/")?;
        self.theme.share_footer(&footer);
        self.plain_header = self.theme.render("parts/header.html", "section", &"-", "/")?;
        let sections = site.menu.iter().map(|item| item.section.as_str()).chain([""]);
        for section in sections {
            let header = self.theme.render("parts/header.html", "section", &section, "/")?;
            self.headers.insert(section.to_owned(), header);
        }
        Ok(())
    }

    /// The header of a section's pages.
    fn header(&self, section: &str) -> &str {
        self.headers.get(section).unwrap_or(&self.plain_header)
    }

    /// Whether the templates could be read; without them there is no page to make.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.theme.is_usable()
    }

    /// The bytes of the file at `path`; `None` when the plan has no such file.
    ///
    /// # Errors
    /// A template that fails, or a file that cannot be read.
    pub fn artifact(&self, path: &OutputPath) -> Result<Option<Cow<'a, [u8]>>, Diagnostic> {
        let Some(item) = self.model.plan.items.get(path) else { return Ok(None) };
        let bytes = match item {
            Item::Page(view) => self.page(*view)?.into_bytes(),
            Item::Redirect(target) => self.redirect(target)?.into_bytes(),
            Item::File(source) => return self.model.sources.bytes(source).map(Some),
            Item::HighlightStylesheet => self.highlight_stylesheet().into_bytes(),
            Item::Sitemap => self.sitemap().into_bytes(),
            Item::Robots => self.robots().into_bytes(),
            Item::Feed => self.feed().into_bytes(),
            Item::NoJekyll => Vec::new(),
            Item::StatisticsCsv => self.statistics_csv().into_bytes(),
            Item::StatisticsJson => self.statistics_json(),
            Item::FindingsJson => self.findings_json(),
        };
        Ok(Some(Cow::Owned(bytes)))
    }

    fn resolver(&self) -> Resolver<'a> {
        Resolver { evidence: self.model.evidence, index: self.model.index, sources: self.model.sources }
    }

    fn highlight_stylesheet(&self) -> String {
        let config = self.model.config;
        crate::document::highlight::stylesheet(&config.light_theme, &config.dark_theme)
    }
}
