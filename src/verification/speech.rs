//! Who says what stands in quotation marks of a text, by the names beside them: `said Ann`, `Ann said:`.
//!
//! A name is a word with a capital that begins no sentence. Where there is none, nobody is known, and nobody is a stranger.

use super::credited::{OPINION, is_saying};
use super::sentence::{SentenceMark, marks};
use crate::document::sentence_ends::sentence_ends;
use crate::span::Span;

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
    (one != other && is_named && !first.iter().any(|name| second.contains(name)))
        .then(|| (joined(&first), joined(&second)))
}

fn joined(names: &[&str]) -> String {
    names.join(" ")
}

/// The quotation that holds a place, with its marks.
fn speech_at(text: &str, block: Span, at: usize) -> Option<Span> {
    let inside = &text[block.start..block.end];
    let mut open = None;
    for (mark_at, mark) in marks(inside) {
        let mark_at = block.start + mark_at;
        match (mark, open) {
            (SentenceMark::Opens, _) if mark_at < at => open = Some(mark_at),
            (SentenceMark::Closes, Some(start)) if mark_at >= at => return Some(Span::new(start, mark_at)),
            (SentenceMark::Closes, _) if mark_at < at => open = None,
            (SentenceMark::Opens | SentenceMark::Closes, _) => {}
        }
    }
    // One that goes on in the next paragraph is closed there.
    open.map(|start| Span::new(start, block.end))
}

/// Words that say who speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct SpeechWords<'t> {
    /// As they stand beside the quotation.
    pub words: &'t str,
    /// Whether they begin a sentence.
    pub begins: bool,
}

/// What says who speaks at a place of a text; `None` where nobody is quoted there, or nothing says who speaks.
pub(super) fn said_at(text: &str, block: Span, at: usize) -> Option<SpeechWords<'_>> {
    let Some(speech) = speech_at(text, block, at) else { return labelled(&text[block.start..block.end]) };
    let (before, behind) = beside(text, block, speech);
    let introduces = introduces(before).then_some(before);
    // What another clause says is of somebody else.
    let behind = behind.split(OTHERWISE).next().unwrap_or_default();
    let says = says_so(before).then_some(before);
    let all = [introduces, Some(behind), says];
    let words = all.into_iter().flatten().find(|words| !named(words).is_empty())?;
    Some(SpeechWords { words, begins: words == before })
}

/// What begins a clause that is of somebody else.
const OTHERWISE: &str = " while ";

/// Who speaks in a record of what was said: `ANN LEE: It is late.`
fn labelled(block: &str) -> Option<SpeechWords<'_>> {
    let (words, _) = block.split_once(": ")?;
    let is_label = words.split_whitespace().count() <= LABEL && !words.contains(['.', ',', ';', '“', '"']);
    (is_label && words.starts_with(char::is_uppercase)).then_some(SpeechWords { words, begins: false })
}

/// The most words of a name and an office before what somebody says.
const LABEL: usize = 5;

/// Whether words end as those that introduce a quotation do.
fn introduces(before: &str) -> bool {
    before.trim_end().ends_with([':', ','])
}

/// Whether words before a part of a sentence say that somebody says it.
fn says_so(before: &str) -> bool {
    let mut words = before.split(|letter: char| !letter.is_alphanumeric());
    words.any(is_saying) || OPINION.iter().any(|phrase| before.contains(phrase))
}

/// The names in the words that introduce a quotation, or else that follow it.
fn names(text: &str, block: Span, speech: Span) -> Vec<&str> {
    let (before, behind) = beside(text, block, speech);
    let found = if introduces(before) { named(before) } else { Vec::new() };
    if found.is_empty() { named(behind) } else { found }
}

/// The words of its sentence before a quotation, and those that follow it.
fn beside(text: &str, block: Span, speech: Span) -> (&str, &str) {
    let before = text[block.start..speech.start].rsplit(['”', '»', '"']).next().unwrap_or_default();
    let start = sentence_ends(before).last().unwrap_or(0);
    let behind = text[speech.end..block.end].trim_start_matches(['”', '»', '"']);
    let behind = behind.split(['“', '«', '"']).next().unwrap_or_default();
    (&before[start..], &behind[..sentence_ends(behind).next().unwrap_or(behind.len())])
}

fn named(text: &str) -> Vec<&str> {
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
