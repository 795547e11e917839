//! What one page refers to: its references and links, resolved on their own, in places of records.

use super::{CoverageLinks, FindingLinks, Origin, RelationLink};
use crate::diagnostic::Diagnostic;
use crate::evidence::interval::Interval;
use crate::evidence::period::SortKey;
use std::sync::Arc;

/// One page, resolved.
#[derive(Debug, Clone, Default)]
pub struct PageLinks {
    /// Where its references lead.
    pub targets: Targets,
    /// Other pages whose texts, figures or anchors decided something: when one of them changes, or any id of the
    /// site, the page has to be resolved again.
    pub looked_at: Vec<usize>,
    /// What is wrong with its references.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the references of one page lead.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Targets {
    /// Topics of the report, finding or measure.
    pub topics: Vec<usize>,
    /// The denominator of the measure.
    pub of: Option<usize>,
    /// Its statistics or derived numbers, in order.
    pub statistics: Vec<StatisticTargets>,
    /// Those of them that have a measure.
    pub measured: Vec<Measured>,
    /// Relations that they declare, in order.
    pub relations: Vec<RelationLink>,
    /// What formulas give, by place among the derived numbers.
    pub computed: Vec<(usize, Interval)>,
    /// The records behind its claims, in order.
    pub claims: Vec<Option<Origin>>,
    /// Other reports that its figures and claims come from, each once.
    pub origins: Vec<usize>,
    /// Links of coverage.
    pub coverage: Option<Arc<CoverageLinks>>,
    /// Links of a finding.
    pub finding: Option<Arc<FindingLinks>>,
    /// Other pages that its prose links to or whose numbers it binds, in order, each once.
    pub mentions: Vec<usize>,
    /// Terms that it uses, in order, each once.
    pub terms: Vec<usize>,
    /// Whether its prose holds addresses that only the plan can judge.
    pub has_addresses: bool,
    /// How many references, links and anchors were resolved.
    pub links_checked: usize,
    /// How many numbers in its prose are bound to a statistic.
    pub bound_numbers: usize,
}

/// What one statistic refers to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatisticTargets {
    /// Its measure.
    pub measure: Option<usize>,
    /// The record behind it.
    pub origin: Option<Origin>,
    /// The statistics at both ends of a change.
    pub change: Option<(usize, usize)>,
    /// The statistic that revised it.
    pub revised_by: Option<usize>,
}

/// A statistic among those of its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measured {
    /// The measure.
    pub measure: usize,
    /// When.
    pub time: Option<SortKey>,
    /// The statistic.
    pub statistic: usize,
}
