//! Who says what stands in quotation marks of a text, by the names beside them: `said Ann`, `Ann said:`.
//!
//! A name is a word with a capital that begins no sentence. Where there is none, nobody is known, and nobody is a stranger.

use super::sentence::{Mark, marks};
use crate::document::sentence_ends::sentence_ends;
use crate::span::Span;
use std::collections::BTreeSet;

/// Words with a capital that name nobody.
#[rustfmt::skip]
const NOBODY: [&str; 22] = [
    "The", "A", "An", "He", "She", "They", "It", "We", "I", "You", "But", "And", "In", "On", "At", "For", "Mr", "Mrs", "Ms", "Dr",
    "This", "That",
];

/// The names of two speakers, where words at two places of a text are those of two.
pub(super) fn two_speakers(
    text: &str,
    block: (Span, Span),
    places: (usize, usize),
) -> Option<(String, String)> {
    let one = speech_at(text, block.0, places.0)?;
    let other = speech_at(text, block.1, places.1)?;
    let (first, second) = (names(text, block.0, one), names(text, block.1, other));
    let is_named = !first.is_empty() && !second.is_empty();
    (one != other && is_named && first.is_disjoint(&second)).then(|| (joined(&first), joined(&second)))
}

fn joined(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(" ")
}

/// The quotation that holds a place, with its marks.
fn speech_at(text: &str, block: Span, at: usize) -> Option<Span> {
    let inside = &text[block.start..block.end];
    let mut open = None;
    for (mark_at, mark) in marks(inside) {
        let mark_at = block.start + mark_at;
        match (mark, open) {
            (Mark::Opens, _) if mark_at < at => open = Some(mark_at),
            (Mark::Closes, Some(start)) if mark_at >= at => return Some(Span::new(start, mark_at)),
            (Mark::Closes, _) if mark_at < at => open = None,
            (Mark::Opens | Mark::Closes, _) => {}
        }
    }
    // One that goes on in the next paragraph is closed there.
    open.map(|start| Span::new(start, block.end))
}

/// Words that say who speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'t> {
    /// As they stand beside the quotation.
    pub words: &'t str,
    /// Whether they begin a sentence.
    pub begins: bool,
}

/// What says who speaks at a place of a text; `None` where nobody is quoted there.
pub(super) fn said_at(text: &str, block: Span, at: usize) -> Option<Said<'_>> {
    let speech = speech_at(text, block, at)?;
    let (introduces, follows) = beside(text, block, speech);
    let words = introduces.filter(|words| !named(words).is_empty()).unwrap_or(follows);
    Some(Said { words, begins: introduces == Some(words) })
}

/// The names in the words that introduce a quotation, or else that follow it.
fn names(text: &str, block: Span, speech: Span) -> BTreeSet<&str> {
    let (introduces, follows) = beside(text, block, speech);
    let found = introduces.map(named).unwrap_or_default();
    if found.is_empty() { named(follows) } else { found }
}

/// The words of its sentence that introduce a quotation, if some do, and those that follow it.
fn beside(text: &str, block: Span, speech: Span) -> (Option<&str>, &str) {
    let before = text[block.start..speech.start].rsplit(['”', '»', '"']).next().unwrap_or_default();
    let start = sentence_ends(before).last().unwrap_or(0);
    let introduces = before.trim_end().ends_with([':', ',']).then_some(&before[start..]);
    let behind = text[speech.end..block.end].trim_start_matches(['”', '»', '"']);
    let behind = behind.split(['“', '«', '"']).next().unwrap_or_default();
    (introduces, &behind[..sentence_ends(behind).next().unwrap_or(behind.len())])
}

fn named(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.filter(|word| word.starts_with(char::is_uppercase) && !is_nobody(word)).collect()
}

/// Whether a word with a capital names nobody.
pub(super) fn is_nobody(word: &str) -> bool {
    NOBODY.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::two_speakers;
    use crate::span::Span;

    fn differ(text: &str, one: &str, other: &str) -> bool {
        let block = Span::new(0, text.len());
        let at = |words: &str| text.find(words).expect("it stands there");
        two_speakers(text, (block, block), (at(one), at(other))).is_some()
    }

    #[test]
    fn speakers_are_told_apart_by_their_names() {
        let text = "“We wait,” said Ann. “We run,” said Bob Lee. “We rest,” he added.";
        assert!(differ(text, "wait", "run"));
        assert!(!differ(text, "run", "rest"));
        assert!(differ("Ann said: “We wait.” Bob said: “We run.”", "wait", "run"));
        assert!(!differ("“We wait,” said Ann, “and we run.”", "wait", "run"));
        assert!(!differ("“We wait,” said Ann. “We run.”", "wait", "run"));
    }
}
