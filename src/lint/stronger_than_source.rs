//! Words that are surer than the claim they rest on: `may` in the report, `most likely` in the article.
//!
//! A rule of thumb, so it gives warnings: it goes by a ladder of English words, and knows nothing of what they mean.

use super::hedge::{self, Sureness};
use super::{Review, notes, sentences};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Trail, rules};
use crate::evidence::Main;
use crate::evidence::record::{Bearing, Claim};
use crate::graph::FigureOrigin;
use crate::graph::index::RecordRef;
use crate::span::Span;

/// Words that a finding and a claim must share before the one is held against the other.
const SHARED: usize = 2;

/// The same for a sentence of its text, which may speak of much else.
pub(super) const SHARED_IN_TEXT: usize = 3;

/// How many words of a sentence are looked for in its file.
const FIRST: usize = 3;

/// Reports claims, tellings and findings that are surer than what is behind them.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let claims = (0..review.evidence.claims.len()).filter_map(|claim| of_claim(review, claim));
    let mut found: Vec<Diagnostic> = claims.collect();
    for page in notes::sound_pages(review) {
        match review.evidence.held[page].main {
            Main::Coverage(coverage) => found.extend(of_coverage(review, coverage)),
            Main::Finding(finding) => found.extend(of_finding(review, finding)),
            Main::Report(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => {}
        }
    }
    found
}

/// How sure a report is of a claim: what it says in `hedge`, else nothing is known.
pub(super) fn sureness(claim: &Claim) -> Option<Sureness> {
    if claim.hedge.is_empty() { None } else { hedge::of(&claim.hedge) }
}

/// A claim against its own hedge, or that of the claim behind it.
fn of_claim(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let claim = &review.evidence.claims[at];
    let page = review.evidence.reports[claim.report].page;
    let all = Trail::key("claims");
    let one = all.then(&claim.id);
    let field = one.then("text");
    let text = claim.text.text();
    let behind = match review.graph.claims[at].origin {
        Some(FigureOrigin::Record(RecordRef::Claim(behind))) => Some(behind),
        Some(
            FigureOrigin::Record(RecordRef::Statistic(_) | RecordRef::Recommendation(_))
            | FigureOrigin::Report(_),
        )
        | None => None,
    };
    let told = compare(review, page, &field, &text, at);
    told.or_else(|| compare(review, page, &field, &text, behind?))
}

fn of_coverage(review: &Review<'_>, at: usize) -> Vec<Diagnostic> {
    let coverage = &review.evidence.coverage[at];
    let tells = coverage.tells.iter().enumerate().zip(&review.graph.coverage[at].tellings);
    tells
        .filter(|((_, telling), _)| telling.differs.is_empty())
        .filter_map(|((place, telling), link)| match link.record? {
            RecordRef::Claim(claim) => {
                let all = Trail::key("tells");
                let one = all.at(place);
                compare(review, coverage.page, &one.then("as"), &telling.told_as, claim)
            }
            RecordRef::Statistic(_) | RecordRef::Recommendation(_) => None,
        })
        .collect()
}

/// The title and the statement of a finding, against the claims that support it and speak of the same.
fn of_finding(review: &Review<'_>, at: usize) -> Vec<Diagnostic> {
    let finding = &review.evidence.findings[at];
    let pieces = || finding.evidence.iter().zip(&review.graph.findings[at].evidence);
    let claim = |record: &Option<RecordRef>| match record {
        Some(RecordRef::Claim(claim)) => Some(*claim),
        Some(RecordRef::Statistic(_) | RecordRef::Recommendation(_)) | None => None,
    };
    let supporting = pieces().filter(|(piece, _)| piece.bearing == Bearing::Supports);
    let claims: Vec<usize> = supporting.filter_map(|(_, record)| claim(record)).collect();
    let all: Vec<usize> = pieces().filter_map(|(_, record)| claim(record)).collect();
    let mut found = of_body(review, finding.page, &all);
    if claims.is_empty() {
        return found;
    }
    let title = review.evidence.pages[finding.page].title.text();
    let texts = [("title", title), ("statement", finding.statement.text())];
    let judged = texts.iter().filter_map(|(field, text)| {
        let about = claims
            .iter()
            .filter(|claim| hedge::shared(text, &review.evidence.claims[**claim].text.text()) >= SHARED);
        about.copied().find_map(|claim| compare(review, finding.page, &Trail::key(field), text, claim))
    });
    found.extend(judged);
    found
}

/// The sentences of a finding's text that name a cause, against the claims that speak of the same.
fn of_body(review: &Review<'_>, page: usize, claims: &[usize]) -> Vec<Diagnostic> {
    let hedged: Vec<usize> =
        claims.iter().copied().filter(|claim| sureness(&review.evidence.claims[*claim]).is_some()).collect();
    if hedged.is_empty() {
        return Vec::new();
    }
    let text = review.evidence.pages[page].body.text();
    let causal = sentences::split(&text).filter(|sentence| hedge::of(sentence) == Some(Sureness::Certain));
    let judged = causal.filter_map(|sentence| {
        let text = |claim: usize| review.evidence.claims[claim].text.text();
        let claim = hedged.iter().find(|claim| hedge::shared(sentence, &text(**claim)) >= SHARED_IN_TEXT)?;
        stronger(review, place_of(review, page, sentence), sentence, *claim)
    });
    judged.collect()
}

/// Where a sentence of a page's text begins in its file, as far as its first words can be found there.
fn place_of(review: &Review<'_>, page: usize, sentence: &str) -> Place {
    let path = &review.evidence.pages[page].path;
    let typed = review.sources.text(path).unwrap_or_default();
    let first: String = sentence.split_inclusive(' ').take(FIRST).collect();
    match typed.find(first.trim_end()) {
        Some(at) => Place::span(path, Span::new(at, at + first.trim_end().len())),
        None => Place::file(path),
    }
}

fn compare(
    review: &Review<'_>,
    page: usize,
    field: &Trail<'_>,
    text: &str,
    claim: usize,
) -> Option<Diagnostic> {
    // The path of a field costs more than to look at its words.
    sureness(&review.evidence.claims[claim])?;
    stronger(review, Place::value(&review.evidence.pages[page].path, field.path()), text, claim)
}

/// What is to be said when a text is surer than a claim.
fn stronger(review: &Review<'_>, place: Place, text: &str, claim: usize) -> Option<Diagnostic> {
    let evidence = review.evidence;
    let record = &evidence.claims[claim];
    let source = sureness(record)?;
    let said = hedge::of(text)?;
    (said > source).then(|| {
        let owner = &evidence.pages[evidence.reports[record.report].page];
        let message = format!(
            "this sounds surer than the claim behind it: `{}` against `{}` (a rule of thumb, by the words)",
            said.name(),
            record.hedge
        );
        let hedge = FieldPath::key("claims").then(&record.id).then("hedge");
        Diagnostic::new(&rules::STRONGER_THAN_SOURCE, place, message)
        .also(Place::value(&owner.path, hedge), "how sure the report is")
        .help("say it as carefully as the source; if coverage is surer than its source, say so in `differs:`")
    })
}
