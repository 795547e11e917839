//! What a year is of a statistic: what `2016-17` means there.

use super::Graph;
use super::index::{Index, RecordRef, WantedRecords};
use crate::evidence::Evidence;
use crate::evidence::formula::Formula;
use crate::evidence::period::YearKind;
use crate::evidence::record::Owner;

/// How many steps of computing are followed back.
const STEPS: usize = 4;

/// As its measure has it, or else its report; else as the figures that it is a change of, or is computed from, all have it. `None` when they
/// do not say so.
#[must_use]
pub fn year_of(evidence: &Evidence, graph: &Graph, index: &Index, statistic: usize) -> Option<YearKind> {
    year(evidence, graph, index, (statistic, STEPS))
}

fn year(
    evidence: &Evidence,
    graph: &Graph,
    index: &Index,
    (statistic, steps): (usize, usize),
) -> Option<YearKind> {
    let targets = graph.targets(statistic);
    let record = &evidence.statistics[statistic];
    let of_report = || match record.owner {
        Owner::Report(report) => evidence.reports[report].year,
        Owner::Finding(_) => None,
    };
    let of_measure = targets.measure.and_then(|measure| evidence.measures[measure].year);
    if let Some(year) = of_measure.or_else(of_report) {
        return Some(year);
    }
    let of = |other: usize| year(evidence, graph, index, (other, steps - 1));
    if steps == 0 {
        return None;
    }
    if let Some((from, _)) = targets.change {
        return of(from);
    }
    let own = &evidence.pages[evidence.owner_page(record.owner)].id;
    let parts = record.formula.as_ref().map(Formula::references)?;
    let mut years = parts.iter().map(|part| match index.record(own, part, WantedRecords::Statistic) {
        Ok(RecordRef::Statistic(other)) => of(other),
        Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | Err(_) => None,
    });
    let first = years.next()??;
    years.all(|year| year == Some(first)).then_some(first)
}
