//! The only file that names every stage: sources → settings → documents → evidence → graph → plan → artifacts.

pub mod memory;
mod read;
mod rendered;

use crate::config::{self, SiteConfig};
use crate::diagnostic::{Checked, Diagnostic, Level, rules};
use crate::document::highlight::Highlighter;
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::decode::Decoded;
use crate::evidence::lock::Lock;
use crate::evidence::rounding::Roundings;
use crate::graph::index::Index;
use crate::graph::order::orders;
use crate::graph::resolve::Resolver;
use crate::graph::{self, Graph};
use crate::lint::{self, Review};
use crate::output::{OutputFailure, Staging, WrittenFiles};
use crate::path::{OutputPath, SourcePath};
use crate::plan::{self, DataFile, Item, Plan, View};
use crate::proof::Proof;
use crate::render::{DataRecords, Model, Press, SiteJudge, check_theme};
use crate::source::SourceTree;
use crate::source::archive::Archive;
use crate::verification::{self, LockStatus, Verified, VerifyRun};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rendered::{Rendered, with_known, without_consequences};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// What a run may decide apart from the sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether drafts are built.
    pub drafts: bool,
    /// Another address than `site.toml` gives.
    pub base: Option<config::BaseUrl>,
    /// The day on which dates are judged; without one, none is.
    pub today: Option<PartialDate>,
    /// What is taken for an error.
    pub deny: Vec<config::Deny>,
}

/// How many files a core takes on at once. With more, one core may be left with many at the end, and the others idle.
pub(crate) const FEW: usize = 16;

/// A site, understood: everything but its rendered pages. It never changes and shares what it can with others,
/// so that one can be looked at while the next is made.
#[derive(Debug)]
pub struct Site {
    /// Its files.
    pub sources: Arc<SourceTree>,
    /// Its settings.
    pub config: Arc<SiteConfig>,
    /// Its records.
    pub evidence: Arc<Evidence>,
    /// Its links.
    pub graph: Arc<Graph>,
    /// Its ids.
    pub index: Arc<Index>,
    /// Its pages and files.
    pub plan: Arc<Plan>,
    /// What `verify` found.
    pub lock: Arc<Lock>,
    /// How it stands to that.
    pub standing: Arc<LockStatus>,
    told: StageReports,
    /// The day on which dates are judged.
    today: Option<PartialDate>,
    judged: OnceLock<Vec<Diagnostic>>,
}

/// What the stages had to say that left nothing else to ask.
#[derive(Debug, Clone, Default)]
struct StageReports {
    /// About files, settings and documents.
    read: Vec<Diagnostic>,
    /// Documents that stay as they were before they broke. Nothing else is said of them.
    kept: BTreeSet<SourcePath>,
    /// About ids.
    index: Arc<Vec<Diagnostic>>,
    /// About addresses of pages and files.
    plan: Arc<Vec<Diagnostic>>,
}

/// A site whose files are read, and nothing more: no document knows of another.
#[derive(Debug)]
pub struct ReadSite<'o> {
    options: &'o Options,
    sources: SourceTree,
    config: SiteConfig,
    documents: Vec<Decoded>,
    lock: Lock,
    told: Vec<Diagnostic>,
}

impl<'o> ReadSite<'o> {
    /// Reads settings, documents and what `verify` found.
    #[must_use]
    pub fn new(sources: Checked<SourceTree>, options: &'o Options, highlighter: &Highlighter) -> Self {
        let mut told = Vec::new();
        let sources = sources.take(&mut told);
        let config = read::settings(&sources, options).take(&mut told);
        let (documents, lock) =
            rayon::join(|| read::documents(&sources, &config, highlighter), || read::lock(&sources));
        let documents = documents.take(&mut told);
        let lock = lock.take(&mut told);
        Self { options, sources, config, documents, lock, told }
    }

    /// Sees how everything refers to everything. What is wrong is in [`Site::diagnostics`].
    #[must_use]
    pub fn understood(self) -> Site {
        let Self { options, sources, config, mut documents, lock, told } = self;
        let roundings = Roundings::of(&documents, options.drafts);
        for document in &mut documents {
            roundings.apply(document);
        }
        let evidence = Evidence::collect(&documents, options.drafts);
        let in_order = || {
            // The evidence shares all of them.
            drop(documents);
            orders(&evidence, &config.topics)
        };
        let (index, orders) = rayon::join(|| Index::build(&evidence), in_order);
        let resolver = Resolver { evidence: &evidence, index: &index.value, sources: &sources };
        let (links, planner) =
            rayon::join(|| graph::resolve_all(resolver), || plan::begin(&config, resolver));
        let graph = graph::join(&evidence, links, orders.into());
        let standing = verification::hold(&evidence, &graph, &index.value, &lock);
        let plan = planner.finish(&graph);
        Site {
            told: StageReports {
                read: told,
                kept: BTreeSet::new(),
                index: index.diagnostics.into(),
                plan: plan.diagnostics.into(),
            },
            sources: sources.into(),
            config: config.into(),
            evidence: evidence.into(),
            graph: graph.into(),
            index: index.value.into(),
            plan: plan.value.into(),
            lock: lock.into(),
            standing: standing.into(),
            today: options.today,
            judged: OnceLock::new(),
        }
    }
}

impl Site {
    /// Reads and understands the sources. What is wrong is in [`Site::diagnostics`].
    #[must_use]
    pub fn load(sources: Checked<SourceTree>, options: &Options, highlighter: &Highlighter) -> Self {
        ReadSite::new(sources, options, highlighter).understood()
    }

    /// What is wrong with it so far, at the levels of its own settings. It is asked for once.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.judged.get_or_init(|| {
            let is_kept = |found: &Diagnostic| self.told.kept.contains(&found.primary.place.file);
            let mut found: Vec<Diagnostic> = self.told.index.iter().cloned().collect();
            found.extend(graph::check_topic_order(&self.index, &self.config.topics));
            found.extend(self.graph.pages.iter().flat_map(|page| &page.diagnostics).cloned());
            found.extend(self.told.plan.iter().cloned());
            found.extend(plan::check_addresses(&self.plan, &self.graph, self.resolver()));
            found.extend(lint::check(&self.review()));
            found.retain(|one| !is_kept(one));
            found.extend(self.told.read.iter().cloned());
            let mut found = lint::waiver::apply(&self.evidence, found);
            found.retain(|one| !(is_kept(one) && one.rule == &rules::UNUSED_WAIVER));
            at_levels(found, &self.config.levels)
        })
    }

    fn resolver(&self) -> Resolver<'_> {
        Resolver { evidence: &self.evidence, index: &self.index, sources: &self.sources }
    }

    /// The site as rules see it.
    #[must_use]
    pub fn review(&self) -> Review<'_> {
        Review {
            evidence: &self.evidence,
            sources: &self.sources,
            graph: &self.graph,
            index: &self.index,
            config: &self.config,
            standing: &self.standing,
            today: self.today,
            notes: lint::Notes::default(),
        }
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
            standing: &self.standing,
            judge: Some(self),
        }
    }

    /// Holds its statements against the texts of an archive. `renew` takes over texts that are others than before.
    #[must_use]
    pub fn verify(&self, archive: &Archive, today: PartialDate, renew: bool) -> Verified {
        let (evidence, graph, index) = (&*self.evidence, &*self.graph, &*self.index);
        let mut verified =
            VerifyRun { evidence, graph, index, before: &self.lock, archive, today, renew }.verify();
        let found = lint::waiver::without_waived(&self.evidence, std::mem::take(&mut verified.diagnostics));
        verified.diagnostics = at_levels(found, &self.config.levels);
        verified
    }

    /// What is wrong with its files, settings and documents by themselves.
    #[must_use]
    pub fn misread(&self) -> Vec<Diagnostic> {
        at_levels(self.told.read.clone(), &self.config.levels)
    }

    /// Makes what may go wrong and keeps nothing: all that is wrong with the site.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic> {
        let is_wanted = |_: &OutputPath, item: &Item| self.may_fail_alone(item);
        let (found, rendered) =
            rayon::join(|| self.diagnostics(), || self.printed(&Press::new(self.model()), &is_wanted));
        found.iter().cloned().chain(self.read_again(rendered)).collect()
    }

    /// Renders everything into `output`. An error in the site leaves the former output as it was.
    ///
    /// # Errors
    /// A failure of the machine, such as a disk that is full.
    pub fn build(&self, output: &Path) -> Result<Built, OutputFailure> {
        let (found, press) = rayon::join(|| self.diagnostics(), || Press::new(self.model()));
        if has_errors(found) {
            let rendered = self.faults(&press, &|_, item| self.may_fail_alone(item));
            return Ok(Built { diagnostics: found.iter().cloned().chain(rendered).collect(), written: None });
        }
        let staging = Staging::open(output)?;
        let rendered = self.read_again(self.render(&press, &|_, _| true, Some(&staging))?);
        let diagnostics: Vec<Diagnostic> = found.iter().cloned().chain(rendered).collect();
        if has_errors(&diagnostics) {
            staging.discard()?;
            return Ok(Built { diagnostics, written: None });
        }
        let written = staging.commit()?;
        Ok(Built { diagnostics, written: Some(written) })
    }

    /// Whether making this may go wrong in a way that nothing else tells of. What the bundled templates print of sound records
    /// is held by tests, so a page of theirs is made to be written, and not to be tried.
    fn may_fail_alone(&self, item: &Item) -> bool {
        self.sources.has_own_templates() || !matches!(item, Item::Page(_) | Item::Redirect(_))
    }

    /// What is rendered. The glossary takes long, so it comes first and is not left alone at the end.
    fn rendered(&self) -> Vec<PlannedItem<'_>> {
        let mut items: Vec<PlannedItem<'_>> = self.plan.items.iter().collect();
        items.retain(|(_, item)| !matches!(item, Item::Data(_)));
        items.sort_by_key(|(_, item)| **item != Item::Page(View::Glossary));
        items
    }

    /// Stages the data files, which are large and cannot fail to be made.
    fn stage_data(&self, staging: &Staging) -> Result<(), OutputFailure> {
        let records = DataRecords::of(self.model());
        let statistics = [DataFile::StatisticsCsv, DataFile::StatisticsJson].map(DataFile::path);
        staging.stage_written(statistics, &|[csv, json]| records.write_statistics(csv, json))?;
        staging.stage_written([DataFile::FindingsJson.path()], &|[out]| records.write_findings(out))?;
        Ok(())
    }

    /// What goes wrong when the files that are wanted are made with this press; nothing is kept of them.
    #[must_use]
    pub fn faults(&self, press: &Press, is_wanted: &WantedFiles<'_>) -> Vec<Diagnostic> {
        self.read_again(self.printed(press, is_wanted))
    }

    fn printed(&self, press: &Press, is_wanted: &WantedFiles<'_>) -> Rendered<'_> {
        self.render(press, is_wanted, None).unwrap_or_default()
    }

    /// Stages the files that are wanted, in parallel, and gives what went wrong in rendering. Without staging nothing is
    /// kept.
    fn render(
        &self,
        press: &Press,
        is_wanted: &WantedFiles<'_>,
        staging: Option<&Staging>,
    ) -> Result<Rendered<'_>, OutputFailure> {
        let mut diagnostics: Vec<Diagnostic> = press.problems().cloned().collect();
        let proof = Proof::begin(self.as_printed());
        // Of a template that cannot be read nobody knows what it uses.
        let checked = match diagnostics.is_empty() {
            true => check_theme(&self.sources, &self.config.language),
            false => Vec::new(),
        };
        // What is only tried may be made while the site is judged, and must not wait for that.
        let judge = staging.and(self.model().judge);
        if let Some(renderer) = press.renderer(Model { judge, ..self.model() }) {
            // A template that went on for too long would do so on the next page.
            let is_enough = AtomicBool::new(false);
            let problem = |(path, item): &PlannedItem<'_>| match renderer.made(item) {
                Ok(bytes) => {
                    if let (Some(proof), Item::Page(_) | Item::Redirect(_)) = (&proof, item) {
                        proof.read(path, &bytes);
                    }
                    staging.and_then(|staging| staging.stage(path.as_str(), &bytes).err()).map(Err)
                }
                Err(diagnostic) => {
                    is_enough.fetch_or(diagnostic.rule == &rules::TEMPLATE_EXCESS, Ordering::Relaxed);
                    Some(Ok(diagnostic))
                }
            };
            let is_wanted =
                |(path, item): &&PlannedItem<'_>| !is_enough.load(Ordering::Relaxed) && is_wanted(path, item);
            let (data, problems): (_, Vec<_>) = rayon::join(
                || staging.map_or(Ok(()), |staging| self.stage_data(staging)),
                || {
                    let items = self.rendered();
                    let few_at_once = items.par_iter().with_max_len(FEW);
                    few_at_once.filter(is_wanted).filter_map(problem).collect()
                },
            );
            data?;
            for problem in problems {
                diagnostics.push(problem?);
            }
        }
        without_consequences(&mut diagnostics, &checked, &self.told.read);
        let diagnostics = at_levels(with_known(diagnostics, checked), &self.config.levels);
        Ok(Rendered { diagnostics, proof })
    }
}

impl SiteJudge for Site {
    fn judged(&self) -> &[Diagnostic] {
        self.diagnostics()
    }
}

/// A file of the plan: where it goes, and what it is. Looking each of very many up costs more than going through them.
type PlannedItem<'p> = (&'p OutputPath, &'p Item);

/// Which files are made.
type WantedFiles<'w> = dyn Fn(&OutputPath, &Item) -> bool + Sync + 'w;

/// What a build came to.
#[derive(Debug)]
pub struct Built {
    /// Everything that is wrong with the site.
    pub diagnostics: Vec<Diagnostic>,
    /// What was written; `None` when an error stopped it.
    pub written: Option<WrittenFiles>,
}

/// Whether an error is among them.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}

/// Gives each diagnostic the level that the site's settings say; those that are off are left out.
fn at_levels(diagnostics: Vec<Diagnostic>, levels: &config::Levels) -> Vec<Diagnostic> {
    diagnostics
        .into_iter()
        .map(|diagnostic| Diagnostic {
            level: levels.get(diagnostic.rule.code).copied().unwrap_or(diagnostic.level),
            ..diagnostic
        })
        .filter(|diagnostic| diagnostic.level != Level::Off)
        .collect()
}
