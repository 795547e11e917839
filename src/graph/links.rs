//! What one page refers to: its references and links, resolved on their own, in places of records.

use super::{CoverageLinks, FigureOrigin, FindingLinks, RelationLink};
use crate::diagnostic::Diagnostic;
use crate::evidence::interval::Interval;
use crate::evidence::period::{Date, SortKey};
use crate::path::SourcePath;
use std::sync::Arc;

/// One page, resolved.
#[derive(Debug, Clone, Default)]
pub struct PageLinks {
    /// Where its references lead.
    pub targets: Targets,
    /// Other pages whose texts, figures or anchors decided something: when one of them changes, or any id of the
    /// site, the page has to be resolved again.
    pub looked_at: Vec<usize>,
    /// What the holes of its body mean, in order.
    pub body: Vec<Meant>,
    /// What is wrong with its references.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a hole means, kept small because a large site has very many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// A page.
    Page(usize),
    /// A statistic.
    Statistic(usize),
    /// A term.
    Term(usize),
    /// Something rare: ask the resolver again.
    Other,
}

/// Where the references of one page lead.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    /// Topics of the report, finding or measure.
    pub topics: Vec<usize>,
    /// The denominator of the measure.
    pub of: Option<usize>,
    /// Its statistics or derived numbers, in order.
    pub statistics: Vec<StatisticTargets>,
    /// Those of them that have a measure.
    pub measured: Vec<MeasuredStatistic>,
    /// Relations that they declare, in order.
    pub relations: Vec<RelationLink>,
    /// What formulas give, by place among the derived numbers.
    pub computed: Vec<(usize, Interval)>,
    /// The records behind its claims, in order.
    pub claims: Vec<Option<FigureOrigin>>,
    /// Other reports that its figures and claims come from, each once.
    pub origins: Vec<usize>,
    /// Links of coverage.
    pub coverage: Option<Arc<CoverageLinks>>,
    /// Links of a finding.
    pub finding: Option<Arc<FindingLinks>>,
    /// Other pages that its prose links to or whose numbers it binds, in order, each once.
    pub mentions: Vec<usize>,
    /// Statistics that its prose or its tables show, in order, each once.
    pub shown: Vec<usize>,
    /// Terms that it uses, in order, each once.
    pub terms: Vec<usize>,
    /// Files among the content that it shows or links to.
    pub files: Vec<SourcePath>,
    /// Whether its prose holds addresses that only the plan can judge.
    pub has_addresses: bool,
    /// How many references, links and anchors were resolved.
    pub links_checked: usize,
    /// How many numbers in its prose are bound to a statistic.
    pub bound_numbers: usize,
}

impl Targets {
    /// Whether two pages differ at most in what stays with the page.
    #[must_use]
    pub(super) fn joins_like(&self, other: &Self) -> bool {
        let Self {
            topics,
            of,
            statistics: _,
            measured,
            relations,
            computed: _,
            claims,
            origins,
            coverage,
            finding,
            mentions,
            shown: _,
            terms,
            files: _,
            has_addresses: _,
            links_checked: _,
            bound_numbers: _,
        } = self;
        *topics == other.topics
            && *of == other.of
            && *measured == other.measured
            && *relations == other.relations
            && *claims == other.claims
            && *origins == other.origins
            && *coverage == other.coverage
            && *finding == other.finding
            && *mentions == other.mentions
            && *terms == other.terms
    }
}

/// What one statistic refers to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatisticTargets {
    /// Its measure.
    pub measure: Option<usize>,
    /// The record behind it.
    pub origin: Option<FigureOrigin>,
    /// The statistics at both ends of a change.
    pub change: Option<(usize, usize)>,
    /// The statistic that revised it.
    pub revised_by: Option<usize>,
}

/// A statistic among those of its measure; they are sorted by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeasuredStatistic {
    /// When, as a number; 0 when it is not said.
    pub time: u128,
    /// The statistic.
    pub statistic: u32,
    /// The measure.
    pub measure: u32,
}

impl MeasuredStatistic {
    /// A statistic under its measure.
    ///
    /// # Panics
    /// With more records than a machine can hold.
    #[must_use]
    pub fn new(measure: usize, time: Option<SortKey>, statistic: usize) -> Self {
        let place = |place: usize| u32::try_from(place).expect("fewer records than 32 bits can count");
        let day = |(year, month, day): Date| {
            let year = u128::from(year.cast_unsigned() ^ (1 << 31));
            (year << 16) | (u128::from(month) << 8) | u128::from(day)
        };
        let time = time.map_or(0, |(end, start)| (1 << 127) | (day(end) << 48) | day(start));
        Self { time, statistic: place(statistic), measure: place(measure) }
    }
}

#[cfg(test)]
mod tests {
    use super::MeasuredStatistic;
    use crate::evidence::period::Period;

    #[test]
    fn numbers_are_in_the_order_of_time() {
        let key = |text: &str| Period::parse(text).ok().map(|period| period.sort_key());
        let mut keys: Vec<_> = [
            "2010",
            "2010-11",
            "before 2011",
            "at 2017-03-31",
            "since 2001",
            "2010-11..2017-18",
            "-",
            "1999",
        ]
        .map(key)
        .to_vec();
        keys.extend([Some(((i32::MIN, 1, 1), (i32::MAX, 12, 31))), Some(((-1, 1, 1), (0, 2, 3)))]);
        for one in &keys {
            for other in &keys {
                let number = |key| MeasuredStatistic::new(0, key, 0).time;
                assert_eq!(number(*one).cmp(&number(*other)), one.cmp(other), "{one:?} {other:?}");
            }
        }
    }
}
