//! Years across two calendar years of which nothing says when they begin: `2016-17` may be a financial, an academic or
//! any other year. Nothing is guessed; data files say `unknown`.

use super::Review;
use crate::diagnostic::{Diagnostic, Label, Place, rules};
use crate::evidence::period::YearKind;
use rustc_hash::FxHashMap as HashMap;

/// How many other places of one kind are pointed to.
const MOST_SHOWN: usize = 3;

/// Reports periods whose days nobody can know: once in a file for each measure, since one line mends them all.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut told: HashMap<(usize, Option<usize>), usize> = HashMap::default();
    let mut found: Vec<Diagnostic> = Vec::new();
    for at in 0..review.evidence.statistics.len() {
        let Some(diagnostic) = of_one(review, at) else { continue };
        let page = review.evidence.owner_page(review.statistic(at).owner);
        match told.get(&(page, review.measure_at(at))) {
            Some(first) if found[*first].related.len() < MOST_SHOWN => {
                found[*first].related.push(Label { place: place(review, at), text: "and here".to_owned() });
            }
            Some(_) => {}
            None => {
                told.insert((page, review.measure_at(at)), found.len());
                found.push(diagnostic);
            }
        }
    }
    found
}

/// A change between two statistics takes its time from them, and theirs is judged.
fn of_one(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let period = statistic.period.as_ref()?;
    let year = review.year(at);
    if period.is_known(year) || review.graph.targets(at).change.is_some() {
        return None;
    }
    let (said, help) = match (year, review.measure_at(at)) {
        (Some(YearKind::Calendar), Some(_)) => {
            (format!("its measure `{}` has calendar years", statistic.measure), NAMED)
        }
        (Some(_), None) => ("its report has calendar years".to_owned(), NAMED),
        (Some(YearKind::Financial | YearKind::Academic) | None, Some(_)) => {
            (format!("its measure `{}` does not say which year that is", statistic.measure), MEASURED)
        }
        (None, None) => ("nothing says which year that is".to_owned(), UNMEASURED),
    };
    let message = format!("`{period}` may be a financial or an academic year, and {said}");
    Some(Diagnostic::new(&rules::UNKNOWN_YEAR, place(review, at), message).help(help))
}

/// Where it is dated.
fn place(review: &Review<'_>, at: usize) -> Place {
    let field = if review.statistic(at).change.is_some() { "change" } else { "period" };
    review.field(at, field)
}

const NAMED: &str =
    "write `financial year` or `academic year` before it, or mend the `year:` of the measure or report";

const MEASURED: &str = "write `year: financial` or `year: academic` on the page of the measure or of the report; or name the year here, such as \
                        `financial year 2016-17`";

const UNMEASURED: &str = "write `year: financial` or `year: academic` on the page of its measure or of its report; or name the year here, \
                          such as `financial year 2016-17`";
