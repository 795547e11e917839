//! The stages of one build, each timed on its own, in this process.
//!
//! Every stage gets the whole value of the one before it. A build overlaps some of them: it reads, parses and decodes
//! file by file, and writes each page when it is rendered. The sum here is therefore a little more than a build.

use super::process::usage;
use super::scratch::remove;
use super::table::{Cost, Row};
use cscare_site::config::{self, SiteConfig};
use cscare_site::diagnostic::{Checked, Diagnostic};
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::Evidence;
use cscare_site::evidence::decode::{self, Decoded, Document};
use cscare_site::evidence::rounding::Roundings;
use cscare_site::graph::index::Index;
use cscare_site::graph::order::orders;
use cscare_site::graph::{self, resolve::Resolver};
use cscare_site::output::Staging;
use cscare_site::path::{OutputPath, SourcePath};
use cscare_site::plan;
use cscare_site::render::{Model, Press};
use cscare_site::site::{Options, memory::Memory};
use cscare_site::source::{SourceTree, disk};
use cscare_site::verification::LockStatus;
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// What is measured, in order.
const STAGES: [&str; 13] = [
    "  list",
    "  read",
    "  parse",
    "  records",
    "  collect",
    "  ids",
    "  resolve",
    "  join",
    "  plan",
    "  render",
    "  write",
    "  a page",
    "  settings",
];

/// Measures every stage `runs` times; code is highlighted beforehand.
///
/// # Errors
/// When the site has a mistake, or the disk one.
pub fn rows(root: &Path, out: &Path, pages: usize, runs: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = STAGES.map(|what| Row { pages, what, costs: Vec::new() });
    let mut memory = String::new();
    for run in 0..=runs {
        remove(out)?;
        let highlighter = Highlighter::with_memory(memory.clone());
        let mut clock = Clock::default();
        build(root, out, &highlighter, &mut clock)?;
        memory = highlighter.remembered().unwrap_or(memory);
        // The first run only fills the memory of highlighted code.
        for (row, cost) in rows.iter_mut().zip(clock.costs).filter(|_| run > 0) {
            row.costs.push(cost);
        }
    }
    Ok(rows.into())
}

/// What the stages of one run cost.
#[derive(Default)]
struct Clock {
    costs: Vec<Cost>,
}

impl Clock {
    fn time<T>(&mut self, stage: impl FnOnce() -> Result<T, Box<dyn Error>>) -> Result<T, Box<dyn Error>> {
        let before = usage::of_self()?;
        let start = Instant::now();
        let value = stage()?;
        let wall = start.elapsed();
        self.costs.push(Cost { wall, cpu: usage::of_self()?.saturating_sub(before), peak: 0 });
        Ok(value)
    }
}

fn build(
    root: &Path,
    out: &Path,
    highlighter: &Highlighter,
    clock: &mut Clock,
) -> Result<(), Box<dyn Error>> {
    let sources = clock.time(|| clean(disk::read(root)))?;
    let config = clean(config::read(&sources))?;
    let texts = clock.time(|| read(&sources))?;
    let documents = clock.time(|| parse(&texts, &config, highlighter))?;
    drop(texts);
    let records = clock.time(|| records(documents, &config))?;
    let evidence = clock.time(|| Ok(Evidence::collect(&records, false)))?;
    let index = clock.time(|| clean(Index::build(&evidence)))?;
    let resolver = Resolver { evidence: &evidence, index: &index, sources: &sources };
    let links = clock.time(|| Ok(graph::resolve_all(resolver)))?;
    let graph = clock.time(|| Ok(graph::join(&evidence, links, orders(&evidence, &config.topics).into())))?;
    let plan = clock.time(|| clean(plan::begin(&config, resolver).finish(&graph)))?;
    let (evidence, graph, index) = (&evidence, &graph, &index);
    // A generated site has no lock to stand to.
    let standing = LockStatus::default();
    let (config, plan, standing) = (&config, &plan, &standing);
    let model = Model { sources: &sources, config, evidence, graph, index, plan, standing, judge: None };
    let press = OnceCell::new();
    let files = clock.time(|| render(model, press.get_or_init(|| Press::new(model))))?;
    clock.time(|| write(out, &files))?;
    update(root, highlighter, clock)
}

fn read(sources: &SourceTree) -> Result<Vec<(&SourcePath, String)>, Box<dyn Error>> {
    let paths: Vec<&SourcePath> = sources.below("content").filter(|path| path.extension() == "md").collect();
    let texts = paths.par_iter().map(|path| Ok((*path, sources.text(path).map_err(|found| told(&found))?)));
    Ok(texts.collect::<Result<_, String>>()?)
}

fn parse(
    texts: &[(&SourcePath, String)],
    config: &SiteConfig,
    highlighter: &Highlighter,
) -> Result<Vec<Document>, Box<dyn Error>> {
    let parsed = texts.par_iter().map(|(path, text)| decode::parse(path, text, config.markdown, highlighter));
    parsed.collect::<Vec<_>>().into_iter().map(clean).collect()
}

fn records(documents: Vec<Document>, config: &SiteConfig) -> Result<Vec<Decoded>, Box<dyn Error>> {
    let decoded = documents.into_par_iter().map(|document| decode::document(document, config.markdown));
    let mut decoded: Vec<Decoded> =
        decoded.collect::<Vec<_>>().into_iter().map(clean).collect::<Result<_, _>>()?;
    let roundings = Roundings::of(&decoded, false);
    for document in &mut decoded {
        roundings.apply(document);
    }
    Ok(decoded)
}

/// Understands a site again after a report was saved, and after its settings were.
fn update(root: &Path, highlighter: &Highlighter, clock: &mut Clock) -> Result<(), Box<dyn Error>> {
    let sources = || disk::read(root);
    let mut memory = Memory::load(sources(), Options::default(), highlighter);
    let report = memory.site().evidence.reports.first().ok_or("a site without reports")?.page;
    let path = memory.site().evidence.pages[report].path.clone();
    let listed = sources();
    let before = clock.time(|| Ok(memory.update(listed, &[path].into(), highlighter)))?;
    let listed = sources();
    let settings = SourcePath::new("site.toml");
    let after = clock.time(|| Ok(memory.update(listed, &[settings].into(), highlighter)))?;
    drop((before, after));
    Ok(())
}

type Files<'a> = Vec<(&'a OutputPath, Cow<'a, [u8]>)>;

fn render<'a>(model: Model<'a>, press: &'a Press) -> Result<Files<'a>, Box<dyn Error>> {
    let renderer = press.renderer(model).ok_or("the theme cannot be read")?;
    let paths: Vec<&OutputPath> = model.plan.items.keys().collect();
    let files = paths.par_iter().filter_map(|path| {
        let bytes = renderer.artifact(path).transpose()?;
        Some(bytes.map(|bytes| (*path, bytes)).map_err(|found| told(&found)))
    });
    Ok(files.collect::<Result<_, String>>()?)
}

fn write(out: &Path, files: &Files<'_>) -> Result<(), Box<dyn Error>> {
    let staging = Staging::open(out)?;
    files.par_iter().try_for_each(|(path, bytes)| staging.stage(path.as_str(), bytes).map(|_| ()))?;
    staging.commit()?;
    Ok(())
}

/// The value of a stage that has nothing to complain about.
fn clean<T>(checked: Checked<T>) -> Result<T, Box<dyn Error>> {
    match checked.diagnostics.into_iter().next() {
        None => Ok(checked.value),
        Some(diagnostic) => Err(told(&diagnostic).into()),
    }
}

fn told(diagnostic: &Diagnostic) -> String {
    format!("{}: {}", diagnostic.primary.place.file, diagnostic.message)
}
