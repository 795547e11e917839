//! The only file that names every stage: sources → settings → documents → evidence → graph → plan → artifacts.

use crate::config::{self, SiteConfig};
use crate::diagnostic::{Checked, Diagnostic, Level, Place};
use crate::document;
use crate::document::highlight::Highlighter;
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::decode::{self, Decoded};
use crate::graph::index::Index;
use crate::graph::resolve::Resolver;
use crate::graph::{self, Graph};
use crate::lint;
use crate::output::{Failure, Staging, Written};
use crate::path::{OutputPath, SourcePath};
use crate::plan::{self, Item, Plan, View};
use crate::render::{Model, Press};
use crate::source::SourceTree;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;
use std::path::Path;

/// What a run may decide apart from the sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether drafts are built.
    pub drafts: bool,
    /// Another address than `site.toml` gives.
    pub base: Option<config::BaseUrl>,
    /// The day on which dates are judged; without one, none is.
    pub today: Option<PartialDate>,
}

/// A site, understood: everything but its rendered pages.
#[derive(Debug)]
pub struct Site {
    /// Its files.
    pub sources: SourceTree,
    /// Its settings.
    pub config: SiteConfig,
    /// Its records.
    pub evidence: Evidence,
    /// Its links.
    pub graph: Graph,
    /// Its ids.
    pub index: Index,
    /// Its pages and files.
    pub plan: Plan,
    /// What is wrong with it so far, at the levels of its own settings.
    pub diagnostics: Vec<Diagnostic>,
}

impl Site {
    /// Understands the sources. What is wrong is in [`Site::diagnostics`].
    #[must_use]
    pub fn load(sources: Checked<SourceTree>, options: &Options, highlighter: &Highlighter) -> Self {
        let mut diagnostics = Vec::new();
        let sources = sources.take(&mut diagnostics);
        let mut config = config::read(&sources).take(&mut diagnostics);
        if let Some(base) = &options.base {
            config.base = base.clone();
        }
        let documents = documents(&sources, &config, highlighter).take(&mut diagnostics);
        let evidence = Evidence::collect(documents, options.drafts);
        let (graph, index) = graph::link(&evidence, &sources, &config.topics).take(&mut diagnostics);
        let resolver = Resolver { evidence: &evidence, index: &index, sources: &sources };
        let plan = plan::plan(&config, &evidence, &graph, resolver).take(&mut diagnostics);
        if let Some(today) = options.today {
            diagnostics.extend(lint::check(&evidence, today));
        }
        let diagnostics = at_levels(lint::waiver::apply(&evidence, diagnostics), &config.levels);
        Self { sources, config, evidence, graph, index, plan, diagnostics }
    }

    /// What pages are made from.
    #[must_use]
    pub fn model(&self) -> Model<'_> {
        Model {
            sources: &self.sources,
            config: &self.config,
            evidence: &self.evidence,
            graph: &self.graph,
            index: &self.index,
            plan: &self.plan,
        }
    }

    /// Renders everything and keeps nothing: all that is wrong with the site.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic> {
        let rendered = self.render_all(&|_, _| Ok(()));
        self.diagnostics.iter().cloned().chain(rendered.unwrap_or_default()).collect()
    }

    /// Renders everything into `output`. An error in the site leaves the former output as it was.
    ///
    /// # Errors
    /// A failure of the machine, such as a disk that is full.
    pub fn build(&self, output: &Path) -> Result<Built, Failure> {
        if has_errors(&self.diagnostics) {
            return Ok(Built { diagnostics: self.check(), written: None });
        }
        let staging = Staging::open(output)?;
        let rendered = self.render_all(&|path, bytes| staging.stage(path.as_str(), bytes).map(|_| ()))?;
        let diagnostics: Vec<Diagnostic> = self.diagnostics.iter().cloned().chain(rendered).collect();
        if has_errors(&diagnostics) {
            staging.discard()?;
            return Ok(Built { diagnostics, written: None });
        }
        let written = staging.commit()?;
        Ok(Built { diagnostics, written: Some(written) })
    }

    /// The output paths of the data files, which are large, and all others. The glossary takes long, so it comes
    /// first and is not left alone at the end.
    fn by_size(&self) -> (Vec<&OutputPath>, Vec<&OutputPath>) {
        let is_data =
            |item: &Item| matches!(item, Item::StatisticsCsv | Item::StatisticsJson | Item::FindingsJson);
        let (data, mut rest): (Vec<_>, Vec<_>) =
            self.plan.items.keys().partition(|path| is_data(&self.plan.items[*path]));
        rest.sort_by_cached_key(|path| self.plan.items[*path] != Item::Page(View::Glossary));
        (data, rest)
    }

    /// Hands every artifact to `keep`, in parallel, and gives what went wrong in rendering. Data files are made one
    /// after another beside the pages, so that only one of them is in memory.
    fn render_all(&self, keep: &Keep<'_>) -> Result<Vec<Diagnostic>, Failure> {
        let press = Press::new(self.model());
        let mut diagnostics: Vec<Diagnostic> = press.problems().cloned().collect();
        if let Some(renderer) = press.renderer(self.model()) {
            let problem = |path: &&OutputPath| match renderer.artifact(path) {
                Ok(Some(bytes)) => keep(path, &bytes).err().map(Err),
                Ok(None) => None,
                Err(diagnostic) => Some(Ok(diagnostic)),
            };
            let (data, rest) = self.by_size();
            let (of_data, of_rest): (Vec<_>, Vec<_>) = rayon::join(
                || data.iter().filter_map(problem).collect(),
                || rest.par_iter().filter_map(problem).collect(),
            );
            for problem in of_data.into_iter().chain(of_rest) {
                diagnostics.push(problem?);
            }
        }
        Ok(at_levels(once_per_place(diagnostics), &self.config.levels))
    }
}

/// What is done with each artifact.
type Keep<'k> = dyn Fn(&OutputPath, &[u8]) -> Result<(), Failure> + Sync + 'k;

/// What a build came to.
#[derive(Debug)]
pub struct Built {
    /// Everything that is wrong with the site.
    pub diagnostics: Vec<Diagnostic>,
    /// What was written; `None` when an error stopped it.
    pub written: Option<Written>,
}

/// Whether an error is among them.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}

/// Reads every Markdown file, in parallel.
fn documents(sources: &SourceTree, config: &SiteConfig, highlighter: &Highlighter) -> Checked<Vec<Decoded>> {
    let paths: Vec<&SourcePath> = sources.below("content").filter(|path| path.extension() == "md").collect();
    let read: Vec<Checked<Decoded>> =
        paths.par_iter().map(|path| one_document(sources, path, config, highlighter)).collect();
    let mut diagnostics = Vec::new();
    let documents = read.into_iter().map(|one| one.take(&mut diagnostics)).collect();
    Checked { value: documents, diagnostics }
}

/// Reads one Markdown file. A broken one stays known by its path and id, so that it is reported once.
fn one_document(
    sources: &SourceTree,
    path: &SourcePath,
    config: &SiteConfig,
    highlighter: &Highlighter,
) -> Checked<Decoded> {
    let text = match sources.text(path) {
        Ok(text) => text,
        Err(diagnostic) => {
            return Checked { value: decode::unreadable(path), diagnostics: vec![diagnostic] };
        }
    };
    let mut diagnostics = Vec::new();
    let document = document::parse(path, &text, config.markdown, highlighter).take(&mut diagnostics);
    let mut decoded = decode::document(document, config.markdown).take(&mut diagnostics);
    if decoded.page.broken
        && let Some(id) = document::own_id::own_id(path, &text)
    {
        decoded.page.id = id;
    }
    Checked { value: decoded, diagnostics }
}

/// Gives each diagnostic the level that the site's settings say; those that are off are left out.
fn at_levels(diagnostics: Vec<Diagnostic>, levels: &BTreeMap<&'static str, Level>) -> Vec<Diagnostic> {
    diagnostics
        .into_iter()
        .map(|diagnostic| Diagnostic {
            level: levels.get(diagnostic.rule.code).copied().unwrap_or(diagnostic.level),
            ..diagnostic
        })
        .filter(|diagnostic| diagnostic.level != Level::Off)
        .collect()
}

/// One mistake in a template fails on every page: it is told once, with the number of pages.
fn once_per_place(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(Place, String), usize> = BTreeMap::new();
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for diagnostic in diagnostics {
        let key = (diagnostic.primary.place.clone(), diagnostic.message.clone());
        match seen.get(&key) {
            Some(first) => kept[*first].1 += 1,
            None => {
                seen.insert(key, kept.len());
                kept.push((diagnostic, 0));
            }
        }
    }
    kept.into_iter()
        .map(|(diagnostic, more)| match (&diagnostic.page, more) {
            (Some(page), 1..) => {
                let page = format!("{page} and {more} more");
                diagnostic.on_page(page)
            }
            _ => diagnostic,
        })
        .collect()
}
