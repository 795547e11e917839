//! What is said of a statement that a text does not confirm.

use super::fair::Unfair;
use super::sentence::Cut;
use super::speaker::Misattributed;
use super::statement::{Sought, StatedSource, Statement};
use crate::diagnostic::{Diagnostic, Place, Rule, rules};
use crate::evidence::Evidence;
use crate::evidence::lock::{LockEntry, LockVerdict};
use crate::span::Span;
use std::collections::BTreeSet;

/// How much of a text is shown on each side of what matters, in characters.
const SHOWN: usize = 70;

/// The rule that a statement breaks when it is not found.
#[must_use]
pub fn rule(statement: &Statement<'_>) -> &'static Rule {
    match statement.sought {
        Sought::Words { quoted: true } => &rules::QUOTATION_DIFFERS,
        Sought::Quantity { .. } | Sought::Printed | Sought::Words { quoted: false } | Sought::Passage => {
            &rules::VALUE_NOT_IN_SOURCE
        }
    }
}

/// `article.txt` at `paragraph 3`.
fn where_cited(source: &StatedSource<'_>, at: &str) -> String {
    let file = &source.snapshot.file;
    if at.is_empty() { format!("anywhere in `{file}`") } else { format!("in `{file}` at `{at}`") }
}

/// A statement that was looked for just now and is not there.
#[must_use]
pub fn not_found(
    source: &StatedSource<'_>,
    statement: &Statement<'_>,
    place: Place,
    help: String,
) -> Diagnostic {
    if statement.is_outside_its_words() {
        let message =
            format!("`{}` does not stand among the words that this claim rests on", statement.value);
        return Diagnostic::new(rule(statement), place, message)
            .label("the word of caution")
            .help("record the words that have it; if it belongs to another sentence, take `hedge:` out");
    }
    let message = format!("`{}` does not stand {}", statement.value, where_cited(source, statement.at));
    Diagnostic::new(rule(statement), place, message).label("typed here").help(help)
}

/// What to do about quotation marks around words that are nobody's.
pub const NO_QUOTATION: &str = "if they are no quotation (a word that the article lacks, a heading, a word held at arm's \
                                length), set them in *italics*; if the marks are to stay, give the reason under `allow:` as \
                                `V002`";

/// Quoted words that stand in a report which the article tells, and not in the article.
#[must_use]
pub fn of_report(
    source: &StatedSource<'_>,
    statement: &Statement<'_>,
    place: Place,
    there: &str,
) -> Diagnostic {
    let message =
        format!("`{}` does not stand in `{}`; it stands in {there}", statement.value, source.snapshot.file);
    Diagnostic::new(&rules::WORDS_OF_REPORT, place, message)
        .label("the report's words")
        .help("nothing is to be done if the text says whose words they are")
}

/// A locator that leads nowhere.
#[must_use]
pub fn lost(source: &StatedSource<'_>, at: &str, place: Place, (why, help): (&str, &str)) -> Diagnostic {
    let message = format!("`{at}` leads nowhere in `{}`: {why}", source.snapshot.file);
    Diagnostic::new(&rules::UNKNOWN_PASSAGE, place, message).help(help)
}

/// A statement that was not found when it was looked for, as the lock says.
#[must_use]
pub fn was_not_found(
    evidence: &Evidence,
    source: &StatedSource<'_>,
    statement: &Statement<'_>,
    entry: &LockEntry,
) -> Diagnostic {
    let (value, at) = (&statement.value, statement.at);
    let help = "mend it, or its `at:`, and run `cscare-site verify` again";
    if entry.verdict == LockVerdict::NoPassage {
        let place = source.place(evidence, statement.at_field.clone());
        let message = format!("`{at}` led nowhere in `{}` on {}", source.snapshot.file, entry.date);
        return Diagnostic::new(&rules::UNKNOWN_PASSAGE, place, message).help(help);
    }
    let place = source.typed(evidence, statement);
    if entry.verdict == LockVerdict::Swallows {
        let message =
            format!("`{value}` did not say what the sentence around it says, as {} showed", entry.date);
        return Diagnostic::new(&rules::TURNED_QUOTATION, place, message).label("typed here").help(
            "run `cscare-site verify` again, which says why; then quote more of the sentence, or less",
        );
    }
    let message = format!("`{value}` did not stand {} on {}", where_cited(source, at), entry.date);
    Diagnostic::new(rule(statement), place, message).label("typed here").help(help)
}

/// A statement that is not as it was when it was looked for.
#[must_use]
pub fn changed(
    evidence: &Evidence,
    source: &StatedSource<'_>,
    statement: &Statement<'_>,
    entry: &LockEntry,
) -> Diagnostic {
    let is_moved = statement.value == entry.value && statement.what == entry.what;
    let (is, was): (&str, &str) = match (statement.value == entry.value, is_moved) {
        (true, true) => (statement.at, &entry.at),
        (true, false) => (&statement.what, &entry.what),
        (false, _) => (&statement.value, &entry.value),
    };
    let shown = |text: &str| if text.is_empty() { "no locator".to_owned() } else { format!("`{text}`") };
    let (is, was) = (shown(is), shown(was));
    // A locator that was taken away has no place of its own.
    let place = match is_moved && !statement.at.is_empty() {
        true => source.place(evidence, statement.at_field.clone()),
        false => source.typed(evidence, statement),
    };
    let message =
        format!("{is} stands here, but {was} was held against `{}` on {}", source.snapshot.file, entry.date);
    Diagnostic::new(&rules::CHANGED_SINCE_VERIFIED, place, message)
        .label("changed since")
        .help("take the change back, or run `cscare-site verify --archive DIR` and commit `evidence.lock`")
}

/// Leaves of what is said of one field several times, for each statement that shares it, the first.
pub fn once(found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let key = |one: &Diagnostic| (one.rule.code, one.primary.place.clone(), one.message.clone());
    found.retain(|one| seen.insert(key(one)));
}

/// Recorded words that are a part of a sentence, of which `cut` is the rest.
#[must_use]
pub fn continues(place: Place, cut: &Cut) -> Diagnostic {
    let (before, after) = (cut.before.as_str(), cut.after.as_str());
    let (message, help) = match (before.is_empty(), after.is_empty()) {
        (_, true) => (format!("the sentence begins before: “{before}”"), "begin with `…`"),
        (true, false) => (format!("the passage continues: “{after}”"), "end with `…`"),
        (false, false) => (
            format!("the passage continues: “{after}”; the sentence begins before: “{before}”"),
            "begin and end with `…`",
        ),
    };
    Diagnostic::new(&rules::PASSAGE_CONTINUES, place, message).label("a part of a sentence").help(format!(
        "record the whole thought if what is left out bears on it; if it does not, {help} to show that there is more"
    ))
}

/// What a gap leaves out, in one line; of much of it the beginning and the end.
#[must_use]
pub fn gap(text: &str, gap: Span) -> String {
    let letters: Vec<char> = text[gap.start..gap.end].chars().collect();
    let side = |letters: &[char]| in_a_line(&letters.iter().collect::<String>());
    match letters.len() > 3 * SHOWN {
        true => [&side(&letters[..SHOWN]), " … ", &side(&letters[letters.len() - SHOWN..])].concat(),
        false => side(&letters),
    }
}

fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each_quoted(gaps: &[String]) -> String {
    gaps.iter().map(|gap| format!("“{gap}”")).collect::<Vec<_>>().join(", ")
}

/// What the gaps of a quotation leave out or replace, and nothing of it turns the sentence.
#[must_use]
pub fn leaves_out(place: Place, gaps: &[String]) -> Diagnostic {
    let message = format!("left out or replaced here: {}", each_quoted(gaps));
    Diagnostic::new(&rules::WORDS_LEFT_OUT, place, message)
        .label("has a gap")
        .help("nothing is to be done if the words say the same without it")
}

/// A quotation that says something else than the sentence it is taken from.
#[must_use]
pub fn unfair(place: Place, value: &str, unfair: &Unfair, gaps: &[String]) -> Diagnostic {
    const QUOTE_IT: &str = "quote that word too, or end the quotation before it";
    let gaps = if gaps.is_empty() { String::new() } else { format!(", in {}", each_quoted(gaps)) };
    let (said, label, help) = match unfair {
        Unfair::LeavesOut(word) => (format!("leaves out `{word}`{gaps}"), "has a gap", QUOTE_IT),
        Unfair::CutsOff(word) => {
            (format!("cuts off `{word}`, which the same sentence says"), "is a part", QUOTE_IT)
        }
        Unfair::Behind(word) => (
            format!("stands right behind `{word}` there, which is not quoted"),
            "a few words",
            "quote that word too, or say it in the sentence around the quotation",
        ),
        Unfair::PutsIn(word) => (
            format!("puts `{word}` in brackets, and nothing there says so{gaps}"),
            "has brackets",
            "quote what the source says, or end the quotation before the brackets",
        ),
        Unfair::TakesOut(word) => (
            format!("puts brackets in place of `{word}`{gaps}"),
            "has brackets",
            "quote what the source says, or end the quotation before the brackets",
        ),
        Unfair::Joins => (
            format!("goes on from one sentence into the middle of another{gaps}"),
            "has a gap",
            "make two quotations of it, or end the first sentence before the gap (`. …`)",
        ),
        Unfair::TwoSpeakers(one, other) => (
            format!("joins words of two speakers, `{one}` and `{other}`"),
            "has a gap",
            "make two quotations of it, each with its speaker",
        ),
        Unfair::OtherSpeaker(speaker, Misattributed::Other(name)) => (
            format!("is said there by `{name}`, and not by `{speaker}`"),
            "somebody else's words",
            "name as `speaker:` whoever says it there",
        ),
        Unfair::OtherSpeaker(speaker, Misattributed::Unnamed) => (
            format!("has the speaker `{speaker}`, whom the text does not name"),
            "whose words are they?",
            "name as `speaker:` whoever says it there, as the text names them",
        ),
    };
    let help =
        format!("{help}; if the words are fair to the source all the same, say why under `allow:` as `V014`");
    Diagnostic::new(&rules::TURNED_QUOTATION, place, format!("`{value}` {said}")).label(label).help(help)
}

/// A stretch of a text in one line, with a little of what stands around it inside `within`.
#[must_use]
pub fn excerpt(text: &str, span: Span, within: Span) -> String {
    let before: Vec<char> = text[within.start..span.start].chars().rev().take(SHOWN + 1).collect();
    let after: Vec<char> = text[span.end..within.end].chars().take(SHOWN + 1).collect();
    let cut = |side: &[char]| if side.len() > SHOWN { "…" } else { "" };
    let left: String = before.iter().take(SHOWN).rev().collect();
    let right: String = after.iter().take(SHOWN).collect();
    let whole = format!("{}{left}{}{right}{}", cut(&before), &text[span.start..span.end], cut(&after));
    in_a_line(&whole)
}
