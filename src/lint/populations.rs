//! Whom a figure is about, held against the record behind it and against the titles of findings. A word that falls
//! off makes it a statement about more people than were counted. The comparison is one of words, so it warns and does
//! not refuse. What coverage says of a population is compared where coverage is resolved.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::document::escape::plain_text;
use crate::document::prose::{Hole, Prose, Target};
use crate::evidence::names::population;
use crate::graph::FigureOrigin;
use crate::graph::index::RecordRef;

/// Reports populations that became wider, narrower, or others.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let passed_on = review.reported().filter(|at| !review.statistic(*at).origin.is_empty());
    let mut found: Vec<Diagnostic> = passed_on.filter_map(|at| against_origin(review, at)).collect();
    for finding in &review.evidence.findings {
        let title = &review.evidence.pages[finding.page].title;
        for (prose, field) in [(title, "title"), (&finding.statement, "statement")] {
            found.extend(in_title(review, finding.page, prose, field));
        }
    }
    found
}

fn against_origin(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let Some(FigureOrigin::Record(RecordRef::Statistic(origin))) = review.graph.targets(at).origin else {
        return None;
    };
    let (own, primary) = (&review.statistic(at).population, &review.statistic(origin).population);
    let how = if own == primary { None } else { changed(&population(own), &population(primary)) }?;
    let message = format!("`{own}` is {how} `{primary}`, whom the source counts");
    Some(found(review, review.field(at, "population"), origin, message))
}

/// How one population stands to another; `None` when they are the same, or when one is not said.
fn changed(own: &[String], primary: &[String]) -> Option<&'static str> {
    if own.is_empty() || primary.is_empty() || own == primary {
        return None;
    }
    let has_all = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    Some(match (has_all(own, primary), has_all(primary, own)) {
        (true, false) => "wider than",
        (false, true) => "narrower than",
        (true, true) | (false, false) => "not the same as",
    })
}

/// Numbers in a title that are told `of` a population which lost a word on its way.
fn in_title(review: &Review<'_>, page: usize, prose: &Prose, field: &str) -> Vec<Diagnostic> {
    let bound = prose.holes.iter().filter_map(|hole| {
        let Target::Statistic { reference, .. } = &hole.target else { return None };
        Some((hole, review.named_on(page, reference)?))
    });
    bound
        .filter_map(|(hole, statistic)| {
            let counted = &review.statistic(statistic).population;
            let rest = after(prose, hole)?;
            let words = widened(&population(&rest), &population(counted))?;
            let told = first_words(&rest, words);
            let message = format!("the number is told of `{told}`, and the source counts `{counted}`");
            Some(found(review, review.on_page(page, FieldPath::key(field)), statistic, message))
        })
        .collect()
}

/// The words of a title after `of`, where a bound number stands right before it.
fn after(prose: &Prose, hole: &Hole) -> Option<String> {
    let rest = prose.html.get(hole.at..)?;
    let (_, rest) = rest.split_once("</a>")?;
    plain_text(rest).strip_prefix(" of ").map(str::to_owned)
}

/// As much of a text as it takes to name so many words of a population.
fn first_words(text: &str, count: usize) -> String {
    let ends = text.char_indices().filter(|(_, character)| character.is_whitespace()).map(|(at, _)| at);
    let mut named = ends.chain([text.len()]).map(|end| &text[..end]);
    named.find(|named| population(named).len() >= count).unwrap_or(text).to_owned()
}

/// How many words of the primary population are told, when its first or its last words are not.
fn widened(told: &[String], primary: &[String]) -> Option<usize> {
    if primary.is_empty() || told.starts_with(primary) {
        return None;
    }
    let without_first =
        (1..primary.len()).find(|from| told.starts_with(&primary[*from..])).map(|from| primary.len() - from);
    let without_last = (1..primary.len())
        .rev()
        .find(|end| told.starts_with(&primary[..*end]))
        .filter(|end| is_limit(&primary[*end]) && !told.get(*end).is_some_and(|word| is_limit(word)));
    without_first.or(without_last)
}

/// Words that open what limits a group: `aged 19 to 21`, `in care`, `on a plan`.
fn is_limit(word: &str) -> bool {
    matches!(
        word,
        "aged" | "in" | "on" | "with" | "without" | "who" | "under" | "over" | "from" | "at" | "of"
    )
}

fn found(review: &Review<'_>, place: Place, primary: usize, message: String) -> Diagnostic {
    Diagnostic::new(&rules::POPULATION_DIFFERS, place, message)
        .label("whom it is told of")
        .also(review.field(primary, "population"), "whom the source counts")
        .help("use the source's words for whom it counts; this rule compares words, so waive it where others mean the same")
}
