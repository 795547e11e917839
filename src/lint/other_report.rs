//! A number of one report under the name of another: `in the [audit](../reports/audit.md) it was [0.23](stat:trial.effect)`.
//!
//! A rule of thumb. It speaks up where the link and the number stand in one clause, nothing in the sentence is bound to a
//! number of the report that is linked, and that report has no such number.

use super::Review;
use super::sentences::{BoundNumber, Linked, Sentence};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::prose::Target;
use crate::evidence::Main;
use crate::evidence::record::Owner;
use crate::graph::resolve::Resolved;
use std::collections::BTreeSet;

/// How many words may stand between a link and the number behind it.
const NEAR: usize = 8;

/// Words between a number and the link behind it that say whose it is.
#[rustfmt::skip]
const WHOSE: [&str; 18] = [
    "according", "by", "finds", "found", "from", "gives", "in", "its", "of", "our", "reports", "said", "says", "the", "their", "this", "to",
    "writes",
];

/// Reports a number that is told under the name of another report.
pub(super) fn judge(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Option<Diagnostic> {
    if sentence.linked.is_empty() {
        return None;
    }
    let owners: BTreeSet<Option<usize>> = sentence.bound.iter().map(|bound| owner(review, bound)).collect();
    let mut pairs =
        (0..sentence.linked.len()).filter_map(|at| Some((&sentence.linked[at], beside(sentence, at)?)));
    pairs.find_map(|(linked, bound)| of_pair((review, page, &owners), sentence, linked, bound))
}

fn of_pair(
    (review, page, owners): (&Review<'_>, usize, &BTreeSet<Option<usize>>),
    sentence: &Sentence<'_>,
    linked: &Linked<'_>,
    bound: &BoundNumber<'_>,
) -> Option<Diagnostic> {
    let report = linked_report(review, page, linked)?;
    if owners.contains(&None) || owners.contains(&Some(report)) || has_such(review, report, bound.statistic) {
        return None;
    }
    let title = |report: usize| review.evidence.pages[review.evidence.reports[report].page].title.as_text();
    let (said, stated) = (title(report), title(owner(review, bound)?));
    let printed = &sentence.text[bound.range.clone()];
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: bound.spot.clone() };
    let message = format!("`{printed}` stands beside a link to “{said}”, and is a number of “{stated}”");
    Some(
        Diagnostic::new(&rules::OTHER_REPORT, place, message)
            .label("bound here")
            .also(review.field(bound.statistic, "value"), "typed here")
            .help("link the report that says it, bind the number that is meant, or give the other report a sentence of its own"),
    )
}

/// The number to which a link belongs: the next behind it in its clause, or the one right before it.
fn beside<'s, 'b>(sentence: &'b Sentence<'s>, at: usize) -> Option<&'b BoundNumber<'s>> {
    let (text, linked) = (&sentence.text, &sentence.linked[at]);
    let (all, next) = (&sentence.bound, sentence.linked.get(at + 1));
    let first = all.partition_point(|bound| bound.range.start < linked.range.end);
    let behind = all.get(first).filter(|bound| {
        if next.is_some_and(|other| other.range.end <= bound.range.start) {
            return false;
        }
        let between = &text[linked.range.end..bound.range.start];
        // `According to the audit, 5 …`: the comma ends what the link belongs to.
        let lead = text[..linked.range.start].split_whitespace().next().unwrap_or_default();
        let is_lead = matches!(lead, "According" | "By" | "For" | "In")
            && between.trim_start_matches(',').trim().is_empty();
        let is_clause = is_lead || !between.contains([',', ';', ':', '—', '(', ')', '.']);
        is_clause && between.split_whitespace().count() <= NEAR
    });
    let before = || {
        let before = all[..all.partition_point(|bound| bound.range.end <= linked.range.start)].last();
        before.filter(|bound| {
            let between = &text[bound.range.end..linked.range.start];
            let mut words = between
                .split(|mark: char| mark.is_whitespace() || mark == ',')
                .filter(|word| !word.is_empty());
            let is_told = words.clone().next().is_some() && words.all(|word| WHOSE.contains(&word));
            is_told || between.trim() == "("
        })
    };
    behind.or_else(before)
}

/// The report to whose page a link leads.
fn linked_report(review: &Review<'_>, page: usize, linked: &Linked<'_>) -> Option<usize> {
    let target = linked
        .hole
        .map(|hole| &hole.target)
        .filter(|target| matches!(target, Target::File { .. } | Target::Address(_)))?;
    let Ok(Some(Resolved::Page(page, _))) = review.resolver().resolve(page, target) else { return None };
    match review.evidence.held[page].main {
        Main::Report(report) => Some(report),
        Main::Coverage(_) | Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => None,
    }
}

/// The report whose number is bound; none for one that is computed.
fn owner(review: &Review<'_>, bound: &BoundNumber<'_>) -> Option<usize> {
    match review.statistic(bound.statistic).owner {
        Owner::Report(report) => Some(report),
        Owner::Finding(_) => None,
    }
}

/// Whether a report has a number like this one, which it then repeats or is the origin of.
fn has_such(review: &Review<'_>, report: usize, statistic: usize) -> bool {
    let Some(value) = review.value(statistic) else { return true };
    let mut own = review.graph.reports[report].statistics.clone();
    own.any(|other| {
        review
            .value(other)
            .is_some_and(|other| other.unit == value.unit && other.interval.overlaps(&value.interval))
    })
}
