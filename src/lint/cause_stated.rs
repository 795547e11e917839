//! A cause stated without a doubt in a sentence that links a claim, or binds a number, of which its report says less.
//!
//! A rule of thumb for English. What stands in another clause than the link or the number is about something else.

use super::hedge::{self, Sureness};
use super::sentences::{BoundNumber, Linked, Sentence};
use super::stronger_than_source::{SHARED_IN_TEXT, sureness};
use super::{Review, causal};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::document::prose::{Hole, Target};
use crate::evidence::Main;
use crate::evidence::record::Owner;
use crate::graph::index::RecordRef;
use crate::graph::resolve::Resolved;
use std::ops::Range;

/// Where a clause with a subject of its own begins.
#[rustfmt::skip]
const CLAUSES: [&str; 10] = [
    ";", " — ", " – ", ", and ", ", but ", ", while ", ", whereas ", ", though ", ", although ", ", yet ",
];

/// What stands between the two sides of a claim that doubts.
#[rustfmt::skip]
const SEAMS: [&str; 8] = [
    " may ", " might ", " could ", " probably ", " is linked to ", " are linked to ", " is associated with ", " are associated with ",
];

/// Reports the first such link or number.
pub(super) fn judge(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Option<Diagnostic> {
    match review.evidence.held[page].main {
        // What an article says is told as it says it.
        Main::Coverage(_) => return None,
        Main::Report(_) | Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => {}
    }
    let of_linked = || sentence.linked.iter().find_map(|linked| of_linked(review, page, sentence, linked));
    let of_bound = || sentence.bound.iter().find_map(|bound| of_bound(review, page, sentence, bound));
    of_linked().or_else(of_bound)
}

/// Whether a hole is a link to a claim, as far as its anchor tells.
pub(super) fn is_of_claim(hole: &Hole) -> bool {
    anchor(&hole.target).is_some_and(|anchor| anchor.starts_with("claim-"))
}

fn anchor(target: &Target) -> Option<&str> {
    if let Target::Anchor(anchor) = target { Some(anchor) } else { target.anchor() }
}

/// The claim to which a link leads.
fn claim_of(review: &Review<'_>, page: usize, linked: &Linked<'_>) -> Option<usize> {
    let hole = linked.hole.filter(|hole| is_of_claim(hole))?;
    let (page, anchor) = match review.resolver().resolve(page, &hole.target) {
        Ok(Some(Resolved::Page(page, Some(anchor)))) => (page, anchor),
        Ok(Some(Resolved::Anchor(anchor))) => (page, anchor),
        _ => return None,
    };
    let id = anchor.strip_prefix("claim-")?;
    match review.index.record_of(&review.evidence.pages[page].id, id)? {
        RecordRef::Claim(claim) => Some(claim),
        RecordRef::Statistic(_) | RecordRef::Recommendation(_) => None,
    }
}

fn of_linked(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    linked: &Linked<'_>,
) -> Option<Diagnostic> {
    let claim = claim_of(review, page, linked).filter(|claim| is_hedged(review, *claim))?;
    let clause = causal_clause(&sentence.text, &linked.range)?;
    // A claim without a doubt in the same clause can be what is meant.
    let is_sure = |other: &Linked<'_>| {
        let is_inside = clause.start <= other.range.start && other.range.end <= clause.end;
        is_inside && claim_of(review, page, other).is_some_and(|other| !is_hedged(review, other))
    };
    if sentence.linked.iter().any(is_sure) || is_told_already(review, page, &sentence.text, claim) {
        return None;
    }
    Some(of_claim(review, page, &linked.hole?.spot, claim))
}

fn is_hedged(review: &Review<'_>, claim: usize) -> bool {
    sureness(&review.evidence.claims[claim]).is_some_and(|sureness| sureness < Sureness::Certain)
}

/// Whether a claim is among the evidence of a finding whose sentence repeats so many of its words that it is judged by them.
fn is_told_already(review: &Review<'_>, page: usize, sentence: &str, claim: usize) -> bool {
    let Main::Finding(finding) = review.evidence.held[page].main else { return false };
    let evidence = &review.graph.findings[finding].evidence;
    evidence.contains(&Some(RecordRef::Claim(claim)))
        && hedge::shared(sentence, &review.evidence.claims[claim].text.text()) >= SHARED_IN_TEXT
}

fn of_bound(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    bound: &BoundNumber<'_>,
) -> Option<Diagnostic> {
    let statistic = review.statistic(bound.statistic);
    let loose = [("label", &statistic.label), ("caveat", &statistic.caveat)];
    let loose = loose.into_iter().find(|(_, prose)| causal::is_loose(&prose.as_text()));
    let Owner::Report(report) = statistic.owner else { return None };
    let mut hedged = review.graph.reports[report].claims.clone().filter(|claim| is_hedged(review, *claim));
    let first = hedged.next();
    if loose.is_none() && first.is_none() {
        return None;
    }
    let clause = causal_clause(&sentence.text, &bound.range)?;
    if let Some((field, _)) = loose {
        return Some(of_statistic(review, page, bound, field));
    }
    let claim = first.into_iter().chain(hedged).find(|claim| {
        let is_meant = is_about(review, *claim, bound.statistic, &sentence.text, (&clause, &bound.range));
        is_meant && !is_told_already(review, page, &sentence.text, *claim)
    })?;
    Some(of_claim(review, page, bound.spot, claim))
}

/// Whether a claim says of a number, or of what is counted, what a clause says without a doubt.
fn is_about(
    review: &Review<'_>,
    claim: usize,
    statistic: usize,
    sentence: &str,
    (clause, number): (&Range<usize>, &Range<usize>),
) -> bool {
    let text = review.evidence.claims[claim].text.text();
    let said = causal::side(&sentence[clause.start..number.start], &sentence[number.end..clause.end]);
    if let Some((before, behind)) = around(review, claim, statistic, &text) {
        let stated = causal::side(before, behind);
        return said.is_none() || stated.is_none() || said == stated;
    }
    let Some((before, behind)) = SEAMS.iter().find_map(|seam| text.split_once(seam)) else {
        return hedge::shared(&sentence[clause.clone()], &text) >= SHARED_IN_TEXT;
    };
    // What is counted can stand for one side, and the sentence has to name the other.
    let label = review.statistic(statistic).label.text();
    let own = &sentence[clause.clone()];
    let beside: Vec<&str> = own.split_whitespace().filter(|word| hedge::shared(word, &label) == 0).collect();
    let (beside, told) = (beside.join(" "), format!("{own} {label}"));
    let is_said = |one: &str, other: &str| hedge::shared(&beside, one) > 0 && hedge::shared(&told, other) > 0;
    is_said(before, behind) || is_said(behind, before)
}

/// What stands in the text of a claim before a number that it binds, and behind.
fn around<'t>(
    review: &Review<'_>,
    claim: usize,
    statistic: usize,
    text: &'t str,
) -> Option<(&'t str, &'t str)> {
    let claim = &review.evidence.claims[claim];
    let page = review.evidence.reports[claim.report].page;
    claim.text.holes.iter().find_map(|hole| match &hole.target {
        Target::Statistic { reference, text: bound, .. } => {
            let is_it = review.named_on(page, reference) == Some(statistic);
            if is_it { text.split_once(&**bound) } else { None }
        }
        _ => None,
    })
}

/// The clause around a place, if it states a cause and nothing in its sentence, up to a semicolon, casts a doubt.
fn causal_clause(sentence: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let part = piece(sentence, place, &CLAUSES[..1]);
    let clause = piece(sentence, place, &CLAUSES);
    let is_stated = |text: &str| hedge::of(&text.replace([':', '.'], ",")) == Some(Sureness::Certain);
    (is_stated(&sentence[clause.clone()]) && is_stated(&sentence[part])).then_some(clause)
}

/// The piece around a place, between the nearest marks on both sides.
fn piece(text: &str, place: &Range<usize>, marks: &[&str]) -> Range<usize> {
    let before = marks.iter().filter_map(|mark| Some(text[..place.start].rfind(mark)? + mark.len())).max();
    let behind = marks.iter().filter_map(|mark| text[place.end..].find(mark)).min();
    before.unwrap_or(0)..behind.map_or(text.len(), |behind| place.end + behind)
}

fn of_claim(review: &Review<'_>, page: usize, spot: &Spot, claim: usize) -> Diagnostic {
    let record = &review.evidence.claims[claim];
    let owner = review.evidence.reports[record.report].page;
    let hedge = FieldPath::key("claims").then(&record.id).then("hedge");
    let message = format!(
        "this sentence names a cause outright, and the claim behind it says `{}` (a rule of thumb, by the words)",
        record.hedge
    );
    told(review, page, spot, message).also(review.on_page(owner, hedge), "how sure the report is")
}

fn of_statistic(review: &Review<'_>, page: usize, bound: &BoundNumber<'_>, field: &str) -> Diagnostic {
    let message = format!(
        "this sentence names a cause outright, and the {field} of its number does not (a rule of thumb, by the words)"
    );
    told(review, page, bound.spot, message)
        .also(review.field(bound.statistic, field), "how far the report goes")
}

fn told(review: &Review<'_>, page: usize, spot: &Spot, message: String) -> Diagnostic {
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: spot.clone() };
    Diagnostic::new(&rules::STRONGER_THAN_SOURCE, place, message).help(
        "say it as carefully as the source (`may`, `is linked to`); give another cause a sentence of its own",
    )
}
