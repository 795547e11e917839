//! A certainty held against what it rests on. GRADE and the Cochrane Handbook rate bodies of evidence and not single
//! statements: what nobody else found or checked is not of high certainty, and neither is what one article tells.
//!
//! What is counted: the reports in which the supporting records first stood, each once, however often it is recorded and in
//! however many editions. A figure of official statistics
//! that the review can compute from other figures of its own counts as confirmed. Records that qualify or dispute count
//! as nothing here.

use super::Review;
use super::publications::{are_one_article, are_one_report, folded};
use super::sources::{KnownHow, known, primary};
use super::terms::terms;
use crate::diagnostic::{Diagnostic, FieldPath, Rule, rules};
use crate::evidence::record::{Bearing, Certainty};
use crate::graph::index::RecordRef;
use std::collections::BTreeSet;

/// The kind of report whose counts are of everybody and not of a sample.
const OFFICIAL: &str = "official statistics";

/// Reports findings that are surer than their sources are many.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    (0..review.evidence.findings.len()).filter_map(|finding| of_finding(review, finding)).collect()
}

fn of_finding(review: &Review<'_>, finding: usize) -> Option<Diagnostic> {
    let certainty = review.evidence.findings[finding].certainty;
    if !matches!(certainty, Certainty::High | Certainty::Moderate) {
        return None;
    }
    if certainty == Certainty::High && supporting(review, finding).next().is_none() {
        return Some(on_nothing(review, finding));
    }
    let support = support(review, finding)?;
    let articles: Option<Vec<BTreeSet<usize>>> =
        support.iter().map(|record| articles(review, *record)).collect();
    if let Some(article) = articles
        .and_then(|sets| only(sets.into_iter().flatten(), |one, other| are_one_article(review, one, other)))
    {
        return Some(on_one_article(review, finding, article));
    }
    let origins: Option<Vec<usize>> = support.iter().map(|record| primary(review, *record)).collect();
    let origins: Vec<(usize, RecordRef)> = origins?.into_iter().zip(support.iter().copied()).collect();
    let origin = only_report(review, &origins).filter(|_| certainty == Certainty::High)?;
    let is_confirmed = review.evidence.reports[origin].kind == OFFICIAL
        && support.iter().any(|record| is_recomputed(review, finding, *record));
    (!is_confirmed).then(|| on_one_origin(review, finding, origin))
}

/// The articles from which alone a record is known; `None` when it is known otherwise.
fn articles(review: &Review<'_>, record: RecordRef) -> Option<BTreeSet<usize>> {
    match known(review, record) {
        KnownHow::Told(articles) => Some(articles),
        KnownHow::Read | KnownHow::Unsaid => None,
    }
}

/// The one report from which all of these records are. A publisher that prints one figure in two reports has it once.
fn only_report(review: &Review<'_>, records: &[(usize, RecordRef)]) -> Option<usize> {
    let (first, record) = *records.first()?;
    let publisher = |report: usize| folded(&review.evidence.reports[report].publisher);
    let is_one = |(report, other): &(usize, RecordRef)| {
        are_one_report(review, first, *report)
            || publisher(first) == publisher(*report) && is_one_figure(review, record, *other)
    };
    records.iter().all(is_one).then_some(first)
}

/// Whether two statistics say the same of the same measure, time and population.
fn is_one_figure(review: &Review<'_>, one: RecordRef, other: RecordRef) -> bool {
    let (Some(one), Some(other)) = (one.statistic(), other.statistic()) else { return false };
    let (first, second) = (review.statistic(one), review.statistic(other));
    let is_same_value =
        review.value(one).zip(review.value(other)).is_some_and(|(one, other)| one.is_form_of(other));
    is_same_value
        && !first.measure.is_empty()
        && first.measure == second.measure
        && first.period == second.period
        && first.population == second.population
}

/// The one thing that all of these are.
fn only(mut all: impl Iterator<Item = usize>, is_one: impl Fn(usize, usize) -> bool) -> Option<usize> {
    let first = all.next()?;
    all.all(|other| is_one(first, other)).then_some(first)
}

/// The records that support a finding, derived numbers replaced by what they are computed from; `None` when there is
/// none, or one that could not be followed.
fn support(review: &Review<'_>, finding: usize) -> Option<Vec<RecordRef>> {
    let mut found = Vec::new();
    for record in supporting(review, finding) {
        found.extend(terms(review, record?)?);
    }
    (!found.is_empty()).then_some(found)
}

/// The records that are said to support a finding; `None` for each that could not be followed.
fn supporting(review: &Review<'_>, finding: usize) -> impl Iterator<Item = Option<RecordRef>> {
    let pieces = review.evidence.findings[finding].evidence.iter();
    let pieces = pieces.zip(&review.graph.findings[finding].evidence);
    pieces.filter(|(piece, _)| piece.bearing == Bearing::Supports).map(|(_, record)| *record)
}

/// Whether a figure that was read at its source is given again by others that were: by both ends of its change, by the
/// parts of its total, or by a number that the finding derives without it.
fn is_recomputed(review: &Review<'_>, finding: usize, record: RecordRef) -> bool {
    let RecordRef::Statistic(at) = record else { return false };
    let is_read = |at: usize| known(review, RecordRef::Statistic(at)) == KnownHow::Read;
    let statistic = review.statistic(at);
    let of_change = review.graph.statistic(at).change.is_some_and(|(from, to)| is_read(from) && is_read(to));
    let of_total = statistic.total.as_ref().is_some_and(|total| {
        let mut parts = total.of.iter().chain(&total.minus);
        parts.all(|part| review.named(at, part).is_some_and(is_read))
    });
    is_read(at) && (of_change || of_total || is_derived(review, finding, at))
}

fn is_derived(review: &Review<'_>, finding: usize, at: usize) -> bool {
    let Some(value) = review.value(at) else { return false };
    review.graph.findings[finding].derived.clone().any(|derived| {
        let Some(from) = terms(review, RecordRef::Statistic(derived)) else { return false };
        let computed = review.graph.statistic(derived).computed;
        let agrees = review.value(derived).is_some_and(|own| own.unit == value.unit)
            && computed.is_some_and(|computed| computed.overlaps(&value.interval));
        let are_read = from.iter().all(|term| known(review, *term) == KnownHow::Read);
        agrees && are_read && !from.contains(&RecordRef::Statistic(at))
    })
}

fn on_nothing(review: &Review<'_>, finding: usize) -> Diagnostic {
    let place = review.on_page(review.evidence.findings[finding].page, FieldPath::key("certainty"));
    Diagnostic::new(&rules::OVERSTATED_CERTAINTY, place, "`high` rests on nothing: no evidence supports this")
        .label("stated here")
        .help("name what `supports` it under `evidence:`, or write `certainty: very low`")
}

fn on_one_article(review: &Review<'_>, finding: usize, article: usize) -> Diagnostic {
    let certainty = review.evidence.findings[finding].certainty;
    let rule = match certainty {
        Certainty::High => &rules::OVERSTATED_CERTAINTY,
        Certainty::Moderate | Certainty::Low | Certainty::VeryLow => &rules::ONE_ARTICLE,
    };
    let page = review.evidence.coverage[article].page;
    let title = review.evidence.pages[page].title.text();
    let message = format!(
        "`{}` rests on one source: all that supports this is known from the article `{title}` alone",
        certainty.key()
    );
    on_one(review, finding, rule, message, "low")
        .also(review.on_page(page, FieldPath::key("title")), "the one source")
}

fn on_one_origin(review: &Review<'_>, finding: usize, origin: usize) -> Diagnostic {
    let page = review.evidence.reports[origin].page;
    let title = review.evidence.pages[page].title.text();
    let message = format!("`high` rests on one source: all that supports this first stood in `{title}`");
    on_one(review, finding, &rules::OVERSTATED_CERTAINTY, message, "moderate")
        .also(review.on_page(page, FieldPath::key("title")), "the one source")
}

fn on_one(
    review: &Review<'_>,
    finding: usize,
    rule: &'static Rule,
    message: String,
    lower: &str,
) -> Diagnostic {
    let page = review.evidence.findings[finding].page;
    let code = rule.code;
    Diagnostic::new(rule, review.on_page(page, FieldPath::key("certainty")), message).label("stated here").help(format!(
        "write `certainty: {lower}`, or add support from a second source; if one is enough here, give the reason \
         under `allow:` as `{code}`, and it stands beside the grade"
    ))
}
