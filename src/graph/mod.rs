//! Ids → records: every reference resolved or reported, and every link known from both ends.
//!
//! Places in [`crate::evidence::Evidence`]'s lists stand for records. Nothing here knows addresses or templates.

mod across;
pub mod addresses;
mod anchors;
mod beside;
pub mod bound;
mod derived;
mod duration;
mod elided;
mod files;
mod halved;
pub mod ids;
pub mod index;
mod join;
pub mod link;
pub mod links;
pub mod lists;
mod missing;
pub mod order;
pub mod prose;
mod record_ref;
pub mod related;
pub mod resolve;
mod unknown;
mod unsigned;
mod wanted;
mod worded;
pub mod year;

use crate::diagnostic::{Diagnostic, Edit, FieldPath, Place, rules};
use crate::evidence::interval::Interval;
use crate::evidence::record::RelationKind;
use crate::path::SourcePath;
use index::{Index, RecordRef, Unknown};
pub use join::join;
use links::{PageLinks, StatisticTargets};
use lists::Lists;
use order::Orders;
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use resolve::Resolver;
use rustc_hash::FxHashMap as HashMap;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Everything that is linked: what each page refers to, and what that makes of it all.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// By page: where its references lead.
    pub pages: Vec<Arc<PageLinks>>,
    /// How many references, links and anchors were resolved.
    pub links_checked: usize,
    /// How many numbers in prose are bound to a statistic.
    pub bound_numbers: usize,
    joined: Arc<Joined>,
}

/// The links of all pages, joined: each is known at its target too.
#[derive(Debug, Default)]
pub struct Joined {
    /// By statistic: its page, and its place among the statistics of that page.
    homes: Vec<(usize, usize)>,
    /// By statistic that has any: relations that it declares or receives.
    relations: HashMap<usize, Vec<RelationLink>>,
    /// By statistic: findings that rest on it.
    statistic_findings: Lists<usize>,
    /// By statistic: tellings of it.
    statistic_tellings: Lists<TellingRef>,
    /// By claim.
    pub claims: Vec<ClaimLinks>,
    /// By recommendation: the tellings of it.
    pub recommendations: Lists<TellingRef>,
    /// By report.
    pub reports: Vec<ReportLinks>,
    /// By coverage.
    pub coverage: Vec<Arc<CoverageLinks>>,
    /// By finding.
    pub findings: Vec<Arc<FindingLinks>>,
    /// By topic.
    pub topics: Vec<TopicLinks>,
    /// By measure.
    pub measures: Vec<MeasureLinks>,
    /// By term: pages that use it.
    pub terms: Lists<usize>,
    /// By page: pages whose prose links to it or binds one of its numbers.
    pub mentioned_by: Lists<usize>,
    /// Lists in the order in which they are shown.
    pub orders: Arc<Orders>,
}

impl Deref for Graph {
    type Target = Joined;

    fn deref(&self) -> &Joined {
        &self.joined
    }
}

impl Graph {
    fn new(pages: Vec<Arc<PageLinks>>, joined: Arc<Joined>) -> Self {
        let (mut links_checked, mut bound_numbers) = (0, 0);
        for page in &pages {
            links_checked += page.targets.links_checked;
            bound_numbers += page.targets.bound_numbers;
        }
        Self { pages, links_checked, bound_numbers, joined }
    }

    /// The graph with some pages resolved again, whose links lead where they led before; `None` when they do not.
    #[must_use]
    pub fn with_pages(&self, resolved: &[(usize, Arc<PageLinks>)]) -> Option<Self> {
        let is_same =
            |(page, links): &(usize, Arc<PageLinks>)| links.targets.joins_like(&self.pages[*page].targets);
        resolved.iter().all(is_same).then(|| {
            let mut pages = self.pages.clone();
            for (page, links) in resolved {
                pages[*page] = Arc::clone(links);
            }
            Self::new(pages, Arc::clone(&self.joined))
        })
    }

    /// What one statistic refers to: a part of what [`Graph::statistic`] gives, for less.
    #[must_use]
    pub fn targets(&self, statistic: usize) -> &StatisticTargets {
        let (page, at) = self.homes[statistic];
        &self.pages[page].targets.statistics[at]
    }

    /// What a statistic is linked with.
    #[must_use]
    pub fn statistic(&self, statistic: usize) -> StatisticLinks<'_> {
        let (page, at) = self.homes[statistic];
        let targets = &self.pages[page].targets;
        let own = targets.statistics[at];
        StatisticLinks {
            measure: own.measure,
            origin: own.origin,
            change: own.change,
            relations: self.relations.get(&statistic).map_or(&[], Vec::as_slice),
            revised_by: own.revised_by,
            findings: &self.statistic_findings[statistic],
            tellings: &self.statistic_tellings[statistic],
            computed: targets.computed.iter().find(|(place, _)| *place == at).map(|(_, interval)| *interval),
        }
    }
}

/// A telling: coverage, and the place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TellingRef {
    /// Coverage.
    pub coverage: usize,
    /// Place in its list of tellings.
    pub telling: usize,
}

/// What a statistic is linked with.
#[derive(Debug, Clone, Copy)]
pub struct StatisticLinks<'g> {
    /// Its measure.
    pub measure: Option<usize>,
    /// The record behind it.
    pub origin: Option<FigureOrigin>,
    /// The statistics at both ends of a change.
    pub change: Option<(usize, usize)>,
    /// Relations that it declares or receives: kind, other statistic, and where the note stands.
    pub relations: &'g [RelationLink],
    /// The statistic that revised it.
    pub revised_by: Option<usize>,
    /// Findings that rest on it.
    pub findings: &'g [usize],
    /// Tellings of it.
    pub tellings: &'g [TellingRef],
    /// What its formula gives.
    pub computed: Option<Interval>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureOrigin {
    /// A report as a whole.
    Report(usize),
    /// One statistic or claim of it.
    Record(RecordRef),
}

/// A relation between two statistics, seen from one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationLink {
    /// Kind, from this end.
    pub kind: RelationKind,
    /// The statistic at the other end.
    pub other: usize,
    /// The statistic that declares it, and the place in its list.
    pub declared: (usize, usize),
}

/// What a claim is linked with.
#[derive(Debug, Clone, Default)]
pub struct ClaimLinks {
    /// The record behind it.
    pub origin: Option<FigureOrigin>,
    /// Findings that rest on it.
    pub findings: Vec<usize>,
    /// Tellings of it.
    pub tellings: Vec<TellingRef>,
}

/// What a report is linked with.
#[derive(Debug, Clone, Default)]
pub struct ReportLinks {
    /// Topics.
    pub topics: Vec<usize>,
    /// Its statistics, in order.
    pub statistics: Range<usize>,
    /// Its claims, in order.
    pub claims: Range<usize>,
    /// Its recommendations, in order.
    pub recommendations: Range<usize>,
    /// Findings that rest on one of its records.
    pub findings: Vec<usize>,
    /// Coverage of it.
    pub coverage: Vec<usize>,
    /// Reports that its figures come from.
    pub origins: Vec<usize>,
    /// Reports that pass its figures on.
    pub passed_on_by: Vec<usize>,
}

/// What coverage is linked with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverageLinks {
    /// The reports it is about.
    pub reports: Vec<usize>,
    /// By telling: the record told, and whether the telling agrees with it.
    pub tellings: Vec<TellingLink>,
    /// Whether it credits somebody else than the publisher.
    pub credits_differ: bool,
}

/// The record behind a telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TellingLink {
    /// The record; `None` for quotations and remarks.
    pub record: Option<RecordRef>,
    /// Whether the telling agrees with the report.
    pub faithful: bool,
}

/// What a finding is linked with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingLinks {
    /// Topics.
    pub topics: Vec<usize>,
    /// Its evidence: the record behind each piece, `None` where it is broken.
    pub evidence: Vec<Option<RecordRef>>,
    /// Its derived numbers, in order.
    pub derived: Range<usize>,
    /// Measures of its evidence.
    pub measures: Vec<usize>,
}

/// What stands under a topic, each list in the site's order.
#[derive(Debug, Clone, Default)]
pub struct TopicLinks {
    /// Findings.
    pub findings: Vec<usize>,
    /// Reports.
    pub reports: Vec<usize>,
    /// Measures.
    pub measures: Vec<usize>,
}

/// What a measure is linked with.
#[derive(Debug, Clone, Default)]
pub struct MeasureLinks {
    /// The measure that is the denominator.
    pub of: Option<usize>,
    /// Topics.
    pub topics: Vec<usize>,
    /// Its statistics, in time order.
    pub statistics: Vec<usize>,
    /// Findings that rest on one of its statistics.
    pub findings: Vec<usize>,
}

/// How many pages a core takes on at once, so that none is left with many while the others idle.
const FEW: usize = 64;

/// Resolves every page on its own.
#[must_use]
pub fn resolve_all(resolver: Resolver<'_>) -> Vec<Arc<PageLinks>> {
    let pages = (0..resolver.evidence.pages.len()).into_par_iter().with_max_len(FEW);
    pages.map(|page| Arc::new(link::page(resolver, page))).collect()
}

/// Topics that `site.toml` puts in order must exist.
#[must_use]
pub fn check_topic_order(index: &Index, order: &[String]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (place, id) in order.iter().enumerate() {
        if let Err(Unknown::Missing { help, meant }) = index.lookup(&index.topics, id) {
            let field = FieldPath::key("topics").at(place);
            let place = Place::value(&SourcePath::new("site.toml"), field);
            let message = format!("there is no topic `{id}`");
            let edit = meant.and_then(|meant| Edit::new(place.clone(), id, meant));
            diagnostics
                .push(Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message).help(help).fixed_by(edit));
        }
    }
    diagnostics
}
