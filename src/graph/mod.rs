//! Ids → records: every reference resolved or reported, and every link known from both ends.
//!
//! Places in [`Evidence`]'s lists stand for records. Nothing here knows addresses or templates.

mod anchors;
pub mod bound;
pub mod derived;
pub mod index;
mod link;
pub mod order;
pub mod prose;
pub mod related;
pub mod resolve;

use crate::diagnostic::{Checked, Diagnostic};
use crate::evidence::Evidence;
use crate::evidence::interval::Interval;
use crate::evidence::record::RelationKind;
use crate::source::SourceTree;
use index::{Index, RecordRef};
use order::Orders;

/// Everything that is linked.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// By statistic.
    pub statistics: Vec<StatisticLinks>,
    /// By claim.
    pub claims: Vec<ClaimLinks>,
    /// By recommendation: the tellings of it.
    pub recommendations: Vec<Vec<TellingRef>>,
    /// By report.
    pub reports: Vec<ReportLinks>,
    /// By coverage.
    pub coverage: Vec<CoverageLinks>,
    /// By finding.
    pub findings: Vec<FindingLinks>,
    /// By topic.
    pub topics: Vec<TopicLinks>,
    /// By measure.
    pub measures: Vec<MeasureLinks>,
    /// By term: pages that use it.
    pub terms: Vec<Vec<usize>>,
    /// By page: pages whose prose links to it or binds one of its numbers.
    pub mentioned_by: Vec<Vec<usize>>,
    /// Lists in the order in which they are shown.
    pub orders: Orders,
    /// How many references, links and anchors were resolved.
    pub links_checked: usize,
    /// How many numbers in prose are bound to a statistic.
    pub bound_numbers: usize,
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
#[derive(Debug, Clone, Default)]
pub struct StatisticLinks {
    /// Its measure.
    pub measure: Option<usize>,
    /// The record behind it.
    pub origin: Option<Origin>,
    /// The statistics at both ends of a change.
    pub change: Option<(usize, usize)>,
    /// Relations that it declares or receives: kind, other statistic, and where the note stands.
    pub relations: Vec<RelationLink>,
    /// The statistic that revised it.
    pub revised_by: Option<usize>,
    /// Findings that rest on it.
    pub findings: Vec<usize>,
    /// Tellings of it.
    pub tellings: Vec<TellingRef>,
    /// What its formula gives.
    pub computed: Option<Interval>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
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
    pub origin: Option<Origin>,
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
    pub statistics: Vec<usize>,
    /// Its claims, in order.
    pub claims: Vec<usize>,
    /// Its recommendations, in order.
    pub recommendations: Vec<usize>,
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
#[derive(Debug, Clone, Default)]
pub struct CoverageLinks {
    /// The reports it is about.
    pub reports: Vec<usize>,
    /// By telling: the record told, and whether the telling agrees with it.
    pub tellings: Vec<TellingLink>,
    /// Whether it credits somebody else than the publisher.
    pub credits_differ: bool,
}

/// The record behind a telling.
#[derive(Debug, Clone, Copy)]
pub struct TellingLink {
    /// The record; `None` for quotations and remarks.
    pub record: Option<RecordRef>,
    /// Whether the telling agrees with the report.
    pub faithful: bool,
}

/// What a finding is linked with.
#[derive(Debug, Clone, Default)]
pub struct FindingLinks {
    /// Topics.
    pub topics: Vec<usize>,
    /// Its evidence: the record behind each piece, `None` where it is broken.
    pub evidence: Vec<Option<RecordRef>>,
    /// Its derived numbers, in order.
    pub derived: Vec<usize>,
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

/// Links all records.
#[must_use]
pub fn link(evidence: &Evidence, sources: &SourceTree, topic_order: &[String]) -> Checked<(Graph, Index)> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let index = Index::build(evidence).take(&mut diagnostics);
    let mut graph = link::records(evidence, &index, topic_order).take(&mut diagnostics);
    prose::link(evidence, &index, sources, &mut graph).take(&mut diagnostics);
    diagnostics.extend(anchors::check(&resolve::Resolver { evidence, index: &index, sources }));
    derived::compute(evidence, &index, &mut graph).take(&mut diagnostics);
    Checked { value: (graph, index), diagnostics }
}
