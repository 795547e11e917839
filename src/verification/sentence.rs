//! Words of a text, and the sentence that they are a part of.
//!
//! A sentence ends with its block too. Where somebody is quoted, what
//! is said around the quotation marks is no part of it.

use super::outline::Outline;
use crate::document::sentence_ends::{CLOSING, OPENING, sentence_ends};
use crate::span::Span;

/// What is left out of a sentence before and after some of its words; both are empty when nothing is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Its beginning.
    pub before: String,
    /// Its end, with the next sentence where that goes on from it.
    pub after: String,
}

/// How a sentence begins that goes on from the one before.
#[rustfmt::skip]
const GOES_ON: [&str; 28] = [
    "Accordingly", "Although", "As a result", "At the same time", "Because of this", "But", "By contrast", "Consequently",
    "Conversely", "Despite this", "Even so", "Hence", "However", "In contrast", "In fact", "Instead", "Nevertheless",
    "Nonetheless", "On the contrary", "On the other hand", "Otherwise", "Rather", "Still", "That said", "Therefore", "This",
    "Thus", "Yet",
];

/// What the sentences around words of a text have beside them. Words that begin or end with `…` say themselves that
/// there is more.
pub fn cut(outline: &Outline<'_>, span: Span, words: &str) -> Cut {
    let words = words.trim();
    let (first, last) = (outline.block_at(span.start), outline.block_at(span.end.saturating_sub(1)));
    let (Some(first), Some(last)) = (first, last) else { return Cut::default() };
    let text = outline.text;
    let begins_open = words.starts_with('…') || words.starts_with("...");
    let ends_open = words.ends_with('…') || words.ends_with("...");
    let is_ended = ends_open || text[..span.end].ends_with(['.', '!', '?']);
    Cut {
        before: if begins_open { String::new() } else { before(&text[first.start..span.start]) },
        after: if is_ended { String::new() } else { after(&text[span.end..last.end]) },
    }
}

/// What stands of a sentence before a place in it, and of a quotation that began there the rest.
pub(super) fn head(outline: &Outline<'_>, at: usize) -> Span {
    let Some(block) = outline.block_at(at) else { return Span::new(at, at) };
    let before = &outline.text[block.start..at];
    let start = sentence_ends(before).last().unwrap_or(0);
    Span::new(block.start + start, at)
}

/// What stands of a sentence behind a place in it.
pub(super) fn tail(outline: &Outline<'_>, at: usize) -> Span {
    let Some(block) = at.checked_sub(1).and_then(|last| outline.block_at(last)) else {
        return Span::new(at, at);
    };
    let rest = &outline.text[at..block.end];
    let is_ended = outline.text[..at].ends_with(['.', '!', '?']);
    let end = if is_ended { 0 } else { sentence_ends(rest).next().unwrap_or(rest.len()) };
    Span::new(at, at + end)
}

/// What stands of a quotation that is open at the end of a text; the whole text where none is.
pub(super) fn inside_before(text: &str) -> &str {
    let mut open = Vec::new();
    for (at, mark) in marks(text) {
        match mark {
            SentenceMark::Opens => open.push(at),
            SentenceMark::Closes => {
                open.pop();
            }
        }
    }
    open.last().map_or(text, |at| &text[*at..])
}

/// What stands of a quotation that is open at the beginning of a text; the whole text where none is.
pub(super) fn inside_behind(text: &str) -> &str {
    let mut open = 0_usize;
    for (at, mark) in marks(text) {
        match mark {
            SentenceMark::Opens => open += 1,
            SentenceMark::Closes if open == 0 => return &text[..at],
            SentenceMark::Closes => open -= 1,
        }
    }
    text
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SentenceMark {
    Opens,
    Closes,
}

/// The double quotation marks of a text, and whether each opens or closes. Single ones may be apostrophes.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, SentenceMark)> {
    text.char_indices().filter_map(|(at, letter)| match letter {
        '“' | '«' | '„' => Some((at, SentenceMark::Opens)),
        '”' | '»' => Some((at, SentenceMark::Closes)),
        '"' => {
            let next = text[at + 1..].chars().next();
            let opens = next.is_some_and(|next| {
                !next.is_whitespace() && (next.is_alphanumeric() || matches!(next, '[' | '£' | '…'))
            });
            Some((at, if opens { SentenceMark::Opens } else { SentenceMark::Closes }))
        }
        _ => None,
    })
}

/// The beginning of a sentence, in front of the words.
fn before(text: &str) -> String {
    if text.ends_with(OPENING) {
        return String::new();
    }
    let start = sentence_ends(text).last().unwrap_or(0);
    // A mark or the bullet of a list is no beginning.
    let start = text[start..].find(char::is_alphanumeric).map(|at| start + at);
    start.map_or_else(String::new, |start| in_a_line(&text[start..]))
}

/// The end of a sentence, behind the words.
fn after(text: &str) -> String {
    let end = end_of_sentence(text);
    let rest = &text[..end];
    let marks = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
    let is_closed = rest[..marks].contains(CLOSING);
    let resumes = rest[marks..].contains(['“', '‘', '«', '„', '「']) || rest[marks..].contains(" \"");
    if marks == rest.len() || is_closed && !resumes {
        return String::new();
    }
    let next = text[end..].trim_start();
    let goes_on = GOES_ON
        .iter()
        .any(|word| next.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let more = if goes_on { next.len() - next[end_of_sentence(next)..].len() } else { 0 };
    let start = rest.find(|letter: char| letter.is_alphanumeric() || is_dash(letter)).unwrap_or(0);
    // A quotation that began before the words ends here.
    let rest = if resumes { &rest[start..] } else { rest[start..].trim_end_matches(CLOSING) };
    in_a_line(&[rest, " ", &next[..more]].concat())
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—')
}

/// The first byte behind the sentence that a text begins with, its closing marks included.
fn end_of_sentence(text: &str) -> usize {
    let Some(end) = sentence_ends(text).next() else { return text.len() };
    let rest = &text[end..];
    text.len() - rest.trim_start_matches(CLOSING).len()
}

fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Cut, cut};
    use crate::span::Span;
    use crate::verification::outline::Outline;

    const TEXT: &str = "Buses late\n\nGrants fell by a tenth. With less to spend, the county drops lines – with fuller \
                        buses as a result. But nobody counted. Fares rose.\n\n“We count each passenger,” the board \
                        said, “and the tally falls.” “Nobody waits,” it added.";

    fn around(words: &str, recorded: &str) -> (String, String) {
        let outline = Outline::of(TEXT, "").expect("it begins");
        let start = TEXT.find(words).expect("it stands there");
        let Cut { before, after } = cut(&outline, Span::new(start, start + words.len()), recorded);
        (before, after)
    }

    #[test]
    fn half_a_sentence_goes_on() {
        let words = "the county drops lines";
        let (before, after) = around(words, words);
        assert_eq!(before, "With less to spend,");
        assert_eq!(after, "– with fuller buses as a result. But nobody counted.");
        assert_eq!(around(words, "… the county drops lines …"), (String::new(), String::new()));
        assert_eq!(around(words, "... the county drops lines").0, "");
    }

    #[test]
    fn whole_sentences_and_whole_quotations_do_not() {
        let none = (String::new(), String::new());
        for words in
            ["Grants fell by a tenth", "Fares rose", "But nobody counted.", "Nobody waits", "Buses late"]
        {
            assert_eq!(around(words, words), none, "{words}");
        }
        let words = "We count each passenger";
        assert_eq!(around(words, words).1, "the board said, “and the tally falls.”");
    }
}
