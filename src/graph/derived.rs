//! Derived numbers: each formula computed on the intervals of its statistics, and compared with what is printed.

use super::Graph;
use super::index::{Index, RecordRef, Unknown};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::evidence::Evidence;
use crate::evidence::formula::Formula;
use crate::evidence::interval::Interval;
use crate::evidence::record::Statistic;

/// Computes every derived number and notes the result.
#[must_use]
pub fn compute(evidence: &Evidence, index: &Index, graph: &mut Graph) -> Checked<()> {
    let mut diagnostics = Vec::new();
    for (place, statistic) in evidence.statistics.iter().enumerate() {
        if let Some(formula) = &statistic.formula {
            let own = &evidence.pages[evidence.owner_page(statistic.owner)].id;
            if check_references(evidence, index, own, statistic, formula, &mut diagnostics) {
                graph.statistics[place].computed =
                    evaluate(evidence, index, own, statistic, formula, &mut diagnostics);
            }
        }
    }
    Checked { value: (), diagnostics }
}

fn field(evidence: &Evidence, statistic: &Statistic, name: &str) -> Place {
    let page = &evidence.pages[evidence.owner_page(statistic.owner)];
    Place::value(&page.path, statistic.field().then(name))
}

/// Whether every reference of a formula is a statistic with a value.
fn check_references(
    evidence: &Evidence,
    index: &Index,
    own: &str,
    statistic: &Statistic,
    formula: &Formula,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let mut all_known = true;
    for reference in formula.references() {
        match index.record(own, reference) {
            Ok(RecordRef::Statistic(_)) => continue,
            Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)) => {
                let message = format!("`{reference}` is no statistic, so there is nothing to compute with");
                diagnostics.push(Diagnostic::new(
                    &rules::WRONG_KIND,
                    field(evidence, statistic, "formula"),
                    message,
                ));
            }
            Err(Unknown::Forgiven) => {}
            Err(Unknown::Missing { help }) => {
                let message = format!("there is no statistic `{reference}`");
                let place = field(evidence, statistic, "formula");
                diagnostics.push(Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message).help(help));
            }
        }
        all_known = false;
    }
    all_known
}

fn evaluate(
    evidence: &Evidence,
    index: &Index,
    own: &str,
    statistic: &Statistic,
    formula: &Formula,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Interval> {
    let interval_of = |reference: &str| match index.record(own, reference) {
        Ok(RecordRef::Statistic(other)) => {
            evidence.statistics[other].value.as_ref().map(|value| value.interval)
        }
        _ => None,
    };
    let formula_is_whole = formula.references().into_iter().all(|reference| interval_of(reference).is_some());
    let computed = formula.evaluate(&interval_of);
    let stated = statistic.value.as_ref();
    if let (None, true) = (computed, formula_is_whole) {
        let message = "this formula has no result: a value in it may be zero, or the numbers are too large";
        diagnostics.push(
            Diagnostic::new(&rules::INVALID_FORMULA, field(evidence, statistic, "formula"), message)
                .help("do not divide by something that may be zero"),
        );
    }
    if let (Some(computed), Some(stated)) = (computed, stated)
        && !computed.overlaps(&stated.interval)
    {
        let given = crate::evidence::describe::sentence(&computed, stated.unit);
        let message = format!("the formula gives {given}, and `{}` is printed", statistic.printed);
        diagnostics.push(
            Diagnostic::new(&rules::DERIVED_DIFFERS, field(evidence, statistic, "value"), message)
                .label("printed here")
                .also(field(evidence, statistic, "formula"), "computed here")
                .help("mend the value or the formula; a percentage needs `* 100`"),
        );
    }
    computed
}
