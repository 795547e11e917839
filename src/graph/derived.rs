//! Derived numbers: each formula computed on the intervals of its statistics, and compared with what is printed.

use super::index::{RecordRef, Unknown, WantedRecords};
use super::link::Linker;
use crate::diagnostic::{Diagnostic, Edit, Place, rules};
use crate::evidence::describe;
use crate::evidence::formula::Formula;
use crate::evidence::interval::Interval;
use crate::evidence::record::OwnedStatistic;

/// The statistics of a formula, by reference.
type Operands<'f> = Vec<(&'f str, Option<Interval>)>;

/// Computes every derived number of a page and notes the result.
pub(super) fn compute(linker: &mut Linker<'_>) {
    let evidence = linker.evidence;
    let own = &evidence.statistics[evidence.held[linker.page].statistics.clone()];
    for (at, statistic) in own.iter().enumerate() {
        if let Some(formula) = &statistic.formula
            && let Some(operands) = operands(linker, statistic, formula)
            && let Some(computed) = evaluate(linker, statistic, formula, &operands)
        {
            linker.targets.computed.push((at, computed));
        }
    }
}

fn field(linker: &Linker<'_>, statistic: &OwnedStatistic, name: &str) -> Place {
    Place::value(&linker.evidence.pages[linker.page].path, statistic.field().then(name))
}

/// The value of every reference of a formula; `None` when one of them is no statistic.
fn operands<'f>(
    linker: &mut Linker<'_>,
    statistic: &OwnedStatistic,
    formula: &'f Formula,
) -> Option<Operands<'f>> {
    let evidence = linker.evidence;
    let own = &evidence.pages[linker.page].id;
    let references = formula.references();
    let mut found = Operands::with_capacity(references.len());
    for reference in &references {
        match linker.index.record(own, reference, WantedRecords::Statistic) {
            Ok(RecordRef::Statistic(other)) => {
                let other = &evidence.statistics[other];
                linker.look_at(evidence.owner_page(other.owner));
                found.push((reference, other.value.as_ref().map(|value| value.interval)));
            }
            Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)) => {
                let message = format!("`{reference}` is no statistic, so there is nothing to compute with");
                let place = field(linker, statistic, "formula");
                linker.diagnostics.push(Diagnostic::new(&rules::WRONG_KIND, place, message));
            }
            Err(Unknown::Forgiven) => {}
            Err(Unknown::Missing { help, meant }) => {
                let message = format!("there is no statistic `{reference}`");
                let place = field(linker, statistic, "formula");
                let edit = meant.and_then(|meant| Edit::new(place.clone(), *reference, meant));
                let diagnostic = Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message);
                linker.diagnostics.push(diagnostic.help(help).fixed_by(edit));
            }
        }
    }
    (found.len() == references.len()).then_some(found)
}

fn evaluate(
    linker: &mut Linker<'_>,
    statistic: &OwnedStatistic,
    formula: &Formula,
    operands: &Operands<'_>,
) -> Option<Interval> {
    let interval_of =
        |reference: &str| operands.iter().find(|(name, _)| *name == reference).and_then(|(_, value)| *value);
    let formula_is_whole = operands.iter().all(|(_, value)| value.is_some());
    let computed = formula.evaluate(&interval_of);
    let stated = statistic.value.as_ref();
    if let (None, true) = (computed, formula_is_whole) {
        let message = "this formula has no result: a value in it may be zero, or the numbers are too large";
        let diagnostic =
            Diagnostic::new(&rules::INVALID_FORMULA, field(linker, statistic, "formula"), message)
                .help("do not divide by something that may be zero");
        linker.diagnostics.push(diagnostic);
    }
    if let (Some(computed), Some(stated)) = (computed, stated)
        && !computed.overlaps(&stated.interval)
    {
        let given = describe::sentence(&computed, stated.unit);
        let message = format!("the formula gives {given}, and `{}` is printed", statistic.printed);
        let diagnostic = Diagnostic::new(&rules::DERIVED_DIFFERS, field(linker, statistic, "value"), message)
            .label("printed here")
            .also(field(linker, statistic, "formula"), "computed here")
            .help("mend the value or the formula; a percentage needs `* 100`");
        linker.diagnostics.push(diagnostic);
    }
    computed
}
