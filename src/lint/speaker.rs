//! Who is speaking: the words of a report are its publisher's or its authors', never those of whom it is about.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::evidence::names::{same_words, words};
use crate::evidence::record::{Coverage, OnPage, Told};
use std::sync::Arc;

/// Reports every quotation whose speaker does not speak in any report that the article is about.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = review.evidence.coverage.iter().enumerate();
    all.flat_map(|(at, coverage)| of_coverage(review, at, coverage)).collect()
}

fn of_coverage(review: &Review<'_>, at: usize, coverage: &OnPage<Arc<Coverage>>) -> Vec<Diagnostic> {
    let reports = &review.graph.coverage[at].reports;
    // Who speaks in a report that cannot be read nobody knows.
    if reports.len() < coverage.reports_on.len() {
        return Vec::new();
    }
    let tells = coverage.tells.iter().enumerate();
    let quoted = tells.filter(|(_, telling)| {
        let is_quote = matches!(telling.what, Told::Quote(_));
        is_quote && !telling.speaker.is_empty() && telling.differs.is_empty() && !telling.interviewed
    });
    quoted
        .filter(|(_, telling)| !reports.iter().any(|report| speaks_in(review, *report, &telling.speaker)))
        .filter_map(|(place, telling)| {
            let field = FieldPath::key("tells").at(place).then("speaker");
            stranger(review, review.on_page(coverage.page, field), &telling.speaker, reports)
        })
        .collect()
}

/// Whether somebody published a report, had a hand in it, or is named in it as the speaker of a claim or of a
/// recommendation.
fn speaks_in(review: &Review<'_>, report: usize, speaker: &str) -> bool {
    let (evidence, links) = (review.evidence, &review.graph.reports[report]);
    let report = &evidence.reports[report];
    let claims = evidence.claims[links.claims.clone()].iter().map(|claim| &claim.speaker);
    let recommendations =
        evidence.recommendations[links.recommendations.clone()].iter().map(|one| &one.speaker);
    let names = [&report.publisher, &report.secretariat].into_iter().chain(&report.authors);
    names.chain(claims).chain(recommendations).any(|name| !name.is_empty() && is_same_speaker(speaker, name))
}

/// Whether two names are the same person or body: one may have a title or an office after it.
fn is_same_speaker(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    short == long || short.len() > 1 && long.starts_with(short)
}

fn stranger(review: &Review<'_>, place: Place, speaker: &str, reports: &[usize]) -> Option<Diagnostic> {
    let evidence = review.evidence;
    let is_about = |report: &&usize| same_words(speaker, &evidence.reports[**report].subject);
    let about = reports.iter().find(is_about);
    let report = &evidence.reports[*about.or(reports.first())?];
    let publisher = &report.publisher;
    let (message, field, label) = match about {
        Some(_) => (
            format!("`{speaker}` is who the report is about, and `{publisher}` wrote it"),
            "subject",
            "whom it is about",
        ),
        None => (
            format!("`{speaker}` does not speak in the report, which `{publisher}` published"),
            "publisher",
            "who published it",
        ),
    };
    Some(
        Diagnostic::new(&rules::SPEAKER_DIFFERS, place, message)
            .label("named as the speaker")
            .also(review.on_page(report.page, FieldPath::key(field)), label)
            .help("if the article spoke with them itself, write `interviewed: true`; if it names the wrong speaker, say \
                   so in `differs:`; if the report quotes them, give the claim that is theirs a `speaker:`"),
    )
}
