//! Lengths of time against the dates beside them. From 2010-11 to 2017-18 there are seven steps from year to year, and
//! eight years only for who counts both ends. Texts are read by their phrases, so the rule warns and does not refuse.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::document::prose::Prose;
use crate::evidence::interval::Interval;
use crate::evidence::period::{CalendarPart, Period, PeriodShape, TimeSpan};
use crate::evidence::record::Owner;
use crate::evidence::unit::Unit;
use crate::evidence::years::{YearsTold, told};
use crate::graph::index::RecordRef;
use rust_decimal::Decimal;

/// Reports lengths of time that the period does not have.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = review.reported().filter_map(|at| of_statistic(review, at)).collect();
    let graph = review.graph;
    for (finding, links) in review.evidence.findings.iter().zip(&graph.findings) {
        for (place, (piece, record)) in finding.evidence.iter().zip(&links.evidence).enumerate() {
            let field = || FieldPath::key("evidence").at(place).then("note");
            found.extend(of_note(review, &piece.note, *record, || review.on_page(finding.page, field())));
        }
    }
    for (coverage, links) in review.evidence.coverage.iter().zip(&graph.coverage) {
        for (place, (telling, link)) in coverage.tells.iter().zip(&links.tellings).enumerate() {
            let field = || FieldPath::key("tells").at(place).then("note");
            found.extend(of_note(review, &telling.note, link.record, || {
                review.on_page(coverage.page, field())
            }));
        }
    }
    found
}

fn of_statistic(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let statistic = review.statistic(at);
    let YearsLong { least, most } = YearsLong::of(review, at)?;
    if let Some(value) = &statistic.value
        && value.unit == Unit::Count
        && value.noun.as_deref().is_some_and(|noun| matches!(noun, "year" | "years"))
        && !value.interval.overlaps(&Interval::closed(least.into(), most.into()))
    {
        return Some(diagnostic(review, at, review.field(at, "value"), &value.printed, value.central));
    }
    of_text(review, at, &statistic.label, || review.field(at, "label"))
}

fn of_note(
    review: &Review<'_>,
    note: &Prose,
    record: Option<RecordRef>,
    place: impl Fn() -> Place,
) -> Option<Diagnostic> {
    let Some(RecordRef::Statistic(at)) = record.filter(|_| !note.is_empty()) else { return None };
    of_text(review, at, note, place)
}

/// A text about a change is about how long it took; about anything else, only `the last … years` is.
fn of_text(review: &Review<'_>, at: usize, text: &Prose, place: impl Fn() -> Place) -> Option<Diagnostic> {
    if !text.html.contains("year") {
        return None;
    }
    let YearsLong { least, most } = YearsLong::of(review, at)?;
    let is_change = review.statistic(at).period.as_ref().is_some_and(|period| period.steps().is_some());
    let fits = |told: &YearsTold| (Decimal::from(least)..=Decimal::from(most)).contains(&told.years);
    let wrong = told(&text.text()).into_iter().find(|told| (told.is_last || is_change) && !fits(told))?;
    Some(diagnostic(review, at, place(), &wrong.phrase, Some(wrong.years)))
}

/// How many years a period can be said to last.
struct YearsLong {
    least: i32,
    most: i32,
}

impl YearsLong {
    /// From the first year to the last one may be counted with both ends; other stretches last as long as they last.
    fn of_span(span: TimeSpan, period: &Period) -> Option<Self> {
        if let (CalendarPart::Year { first, .. }, CalendarPart::Year { first: last, .. }) =
            (span.first, span.last)
        {
            let steps = last - first;
            return Some(Self { least: steps, most: steps + 1 });
        }
        let (start, end) = period.time(None)[0]?;
        let ((year, month, day), (last_year, last_month, last_day)) = (start?, end?);
        let begun = 12 * (last_year - year) + i32::from(last_month) - i32::from(month);
        let months = begun + i32::from(last_day >= day);
        Some(Self { least: months / 12, most: (months + 11) / 12 })
    }

    /// The length of a statistic's period. One without an end ends with its report, or with the year before.
    fn of(review: &Review<'_>, at: usize) -> Option<Self> {
        let statistic = review.statistic(at);
        let period: &Period = statistic.period.as_ref()?;
        match period.shape {
            PeriodShape::Change { .. } => period.steps().map(|steps| Self { least: steps, most: steps }),
            PeriodShape::Span(span) if span.first != span.last => Self::of_span(span, period),
            PeriodShape::Open { from: Some(_), to: None } => {
                let Owner::Report(report) = statistic.owner else { return None };
                let published = review.evidence.reports[report].published?;
                let (start, _) = period.time(None)[0]?;
                let years = i32::from(published.year) - start?.0;
                Some(Self { least: years - 1, most: years })
            }
            PeriodShape::At(_) | PeriodShape::Span(_) | PeriodShape::Open { .. } => None,
        }
    }
}

fn diagnostic(
    review: &Review<'_>,
    at: usize,
    place: Place,
    told: &str,
    years: Option<Decimal>,
) -> Diagnostic {
    let statistic = review.statistic(at);
    let period = statistic.period.as_ref().map_or("", |period| period.printed.as_str());
    let steps = YearsLong::of(review, at).map_or(0, |length| length.most);
    let counted = if years == Some(Decimal::from(steps + 1)) {
        format!("; {} years are counted only with both ends", steps + 1)
    } else {
        String::new()
    };
    let message = format!("`{told}` is said of {period}, which is {steps} steps from year to year{counted}");
    let field = if statistic.change.is_some() { "change" } else { "period" };
    Diagnostic::new(&rules::YEARS_DIFFER, place, message)
        .label("told here")
        .also(review.field(at, field), "dated here")
        .help("name the first and the last year, or count the steps between them; this rule reads phrases, so waive it \
               where another length of time is meant")
}
