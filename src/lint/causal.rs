//! Verbs and prepositions that name a cause, and on which side of them a thing stands.
//!
//! A rule of thumb for English.

use super::hedge::{from_words, has, words};

/// Words between an effect and its cause.
#[rustfmt::skip]
const BACKWARD: [&str; 10] = [
    "due to", "driven by", "thanks to", "owing to", "because of", "as a result of", "caused by", "brought about by", "prevented by",
    "is down to",
];

/// Words between a cause and its effect.
#[rustfmt::skip]
const FORWARD: [&str; 34] = [
    "cause", "causes", "caused", "causing", "lead to", "leads to", "led to", "leading to", "result in", "results in",
    "resulted in", "resulting in", "drive", "drives", "drove", "brought about", "contributing factor", "contributed to",
    "contributes to", "responsible for", "prevent", "prevents", "prevented", "brings about", "bring about", "is the reason",
    "is the cause", "is a cause", "was the cause", "was a cause", "are the cause", "were the cause", "protects", "proves",
];

/// Words that name a cause where something stands behind them that it changes: `reduces waits`, and not `waits increased by`.
#[rustfmt::skip]
const CHANGES: [&str; 24] = [
    "reduces", "reduced", "increases", "increased", "raises", "raised", "improves", "improved", "shortens", "shortened",
    "lengthens", "lengthened", "lowers", "lowered", "worsens", "worsened", "boosts", "boosted", "curbs", "curbed", "eases", "eased",
    "speeds", "slows",
];

/// Words before a noun or a participle, where a verb does not stand.
#[rustfmt::skip]
const BEFORE_NOUN: [&str; 44] = [
    "a", "an", "the", "its", "their", "our", "no", "other", "another", "one", "two", "three", "four", "five", "many", "several", "some",
    "any", "which", "what", "of", "for", "possible", "main", "likely", "root", "common", "chief", "first", "real", "these", "this",
    "those", "such", "is", "are", "was", "were", "be", "been", "being", "with", "more", "pay",
];

/// Words behind a verb of change that changes nothing else.
#[rustfmt::skip]
const BEHIND_CHANGE: [&str; 30] = [
    "by", "to", "from", "in", "at", "over", "since", "during", "for", "with", "and", "or", "but", "again", "after", "before", "between",
    "across", "on", "of", "than", "most", "more", "less", "least", "as", "while", "when", "until", "further",
];

/// Words before `to prevent` and its like that make it more than an aim.
const SHOWN: [&str; 6] = ["shown", "found", "known", "proved", "proven", "seen"];

/// Words of a link between two things that is no cause, by their stems.
const LOOSE: [&str; 4] = ["associat", "linked", "correlat", "relationship"];

/// Words that doubt, and words of cause in any form, by their stems.
const MODAL: [&str; 3] = ["may", "might", "could"];
/// See [`MODAL`].
#[rustfmt::skip]
const CAUSAL: [&str; 16] = [
    "caus", "reduc", "increas", "rais", "improv", "prevent", "lead", "result", "due", "drive", "explain", "because", "effect",
    "contribut", "lower", "shorten",
];

/// Whether a cause is named by a verb or a preposition, and not only spoken of: `three causes`, `meant to prevent`.
pub(super) fn names_cause(text: &[&str]) -> bool {
    let word = |at: usize| text.get(at).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let before = |at: usize, back: usize| at.checked_sub(back).map_or("", word);
    let begins = |at: usize, phrase: &&&str| has(&text[at..=at], phrase);
    (0..text.len()).any(|at| {
        let is_noun = || BEFORE_NOUN.contains(&before(at, 1));
        let is_aim = || before(at, 1) == "to" && !SHOWN.contains(&before(at, 2));
        let forward = || FORWARD.iter().find(|phrase| begins(at, phrase));
        let is_verb = || {
            forward().is_some_and(|phrase| {
                !(matches!(*phrase, "cause" | "causes" | "drive" | "drives") && is_noun())
            })
        };
        let changes = || CHANGES.contains(&word(at)) && changes_something(word(at + 1)) && !is_noun();
        let backward = || BACKWARD.iter().any(|phrase| begins(at, &phrase)) && word(at + 2) != "be";
        backward() || !is_aim() && (is_verb() || changes())
    })
}

/// Whether a word begins what a verb before it changes.
fn changes_something(next: &str) -> bool {
    let is_word = next.starts_with(char::is_alphabetic);
    is_word && !BEHIND_CHANGE.contains(&next) && !next.ends_with("ly")
}

/// On which side of a cause something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CausalSide {
    /// It is what does it.
    Cause,
    /// It is what comes of it.
    Effect,
}

/// On which side the thing between two texts stands, if their words tell.
pub(super) fn side(before: &str, behind: &str) -> Option<CausalSide> {
    let (before, behind) = (words(before), words(behind));
    let (before, behind) = (from_words(&before), from_words(&behind));
    let is_backward = |text: &[&str]| BACKWARD.iter().any(|phrase| has(text, phrase));
    let is_forward = |text: &[&str]| {
        let mut verbs = FORWARD.iter().chain(&CHANGES).chain(&["may", "might", "could"]);
        verbs.any(|phrase| has(text, phrase))
    };
    match () {
        () if is_backward(&behind) => Some(CausalSide::Effect),
        () if is_backward(&before) => Some(CausalSide::Cause),
        () if is_forward(&behind) => Some(CausalSide::Cause),
        () if is_forward(&before) => Some(CausalSide::Effect),
        () => None,
    }
}

/// Whether words doubt that one thing comes of another, or say no more than that they go together.
pub(super) fn is_loose(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = || text.split(|letter: char| !letter.is_alphabetic());
    let has = |stems: &[&str]| words().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    has(&LOOSE) || words().any(|word| MODAL.contains(&word)) && has(&CAUSAL)
}
