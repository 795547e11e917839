//! Rules that judge records which are possible, but wrong. Each is a file; none changes a record, and none guesses
//! silently: a rule of thumb is a warning at most, and says that it is one.

mod future_date;
mod verified;
pub mod waiver;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Level, Rule, rules};
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::graph::Graph;
use crate::graph::index::Index;
use crate::verification::Standing;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// A site as the rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Review<'s> {
    /// Its records.
    pub evidence: &'s Evidence,
    /// Where their references lead.
    pub graph: &'s Graph,
    /// Its ids.
    pub index: &'s Index,
    /// Its settings.
    pub config: &'s SiteConfig,
    /// How it stands to its lock.
    pub standing: &'s Standing,
    /// The day on which dates are judged; without one, none is.
    pub today: Option<PartialDate>,
}

/// What a rule has against a review.
type Judge = fn(&Review<'_>) -> Vec<Diagnostic>;

/// Every judge, with the rules that it speaks for.
const JUDGES: &[(&[&Rule], Judge)] =
    &[(&[&rules::FUTURE_DATE], future_date::judge), (VERIFIED, verified::judge)];

/// What can be said of a site and its lock without the archive.
const VERIFIED: &[&Rule] = &[
    &rules::VALUE_NOT_IN_SOURCE,
    &rules::QUOTATION_DIFFERS,
    &rules::UNKNOWN_PASSAGE,
    &rules::CHANGED_SINCE_VERIFIED,
    &rules::ORPHANED_ENTRY,
    &rules::UNVERIFIED,
];

/// Everything that the rules have against a review, in the order of the judges. Rules that are off are not asked.
#[must_use]
pub fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let is_off = |rule: &&Rule| review.config.levels.get(rule.code) == Some(&Level::Off);
    let asked = JUDGES.into_par_iter().filter(|(rules, _)| !rules.iter().all(is_off));
    asked.flat_map_iter(|(_, judge)| judge(review)).collect()
}
