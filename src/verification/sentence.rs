//! Words of a text, and the sentence that they are a part of.
//!
//! A sentence ends at `.`, `!` or `?` before a space and a capital, and with its block. Where somebody is quoted, what
//! is said around the quotation marks is no part of it.

use super::outline::Outline;
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

/// Words that a full stop shortens, whatever follows; in small letters, without the stop.
#[rustfmt::skip]
const SHORTENED: [&str; 37] = [
    "dr", "mr", "mrs", "ms", "mx", "prof", "rev", "hon", "rt", "st", "sr", "jr", "lt", "col", "gen", "capt", "sgt", "gov",
    "sen", "rep", "pres", "e.g", "i.e", "cf", "vs", "viz", "al", "approx", "ca", "fig", "figs", "eq", "ch", "sec", "vol", "para",
    "paras",
];

/// Words that a full stop shortens before a number.
const NUMBERED: [&str; 8] = ["no", "nos", "p", "pp", "art", "ed", "c", "v"];

const OPENING: [char; 8] = ['“', '‘', '"', '\'', '«', '„', '‹', '「'];
const CLOSING: [char; 7] = ['”', '’', '"', '\'', '»', '›', '」'];

/// What the sentences around words of a text have beside them. Words that begin or end with `…` say themselves that
/// there is more.
pub fn cut(outline: &Outline<'_>, span: Span, words: &str) -> Cut {
    let words = words.trim();
    let block = |at: usize| outline.blocks.iter().find(|one| one.span.start <= at && at < one.span.end);
    let (Some(first), Some(last)) = (block(span.start), block(span.end.saturating_sub(1))) else {
        return Cut::default();
    };
    let text = outline.text;
    let begins_open = words.starts_with('…') || words.starts_with("...");
    let ends_open = words.ends_with('…') || words.ends_with("...");
    let is_ended = ends_open || text[..span.end].ends_with(['.', '!', '?']);
    Cut {
        before: if begins_open { String::new() } else { before(&text[first.span.start..span.start]) },
        after: if is_ended { String::new() } else { after(&text[span.end..last.span.end]) },
    }
}

/// The beginning of a sentence, in front of the words.
fn before(text: &str) -> String {
    if text.ends_with(OPENING) {
        return String::new();
    }
    let mut ends = text.char_indices().filter(|(at, letter)| is_end(text, *at, *letter));
    let start = ends.next_back().map_or(0, |(at, letter)| at + letter.len_utf8());
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

/// The first bytes behind the sentences that end in a text.
pub fn ends(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter(|(at, letter)| is_end(text, *at, *letter));
    ends.map(|(at, letter)| at + letter.len_utf8())
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—')
}

/// The first byte behind the sentence that a text begins with, its closing marks included.
fn end_of_sentence(text: &str) -> usize {
    let end = text.char_indices().find(|(at, letter)| is_end(text, *at, *letter));
    let Some((at, letter)) = end else { return text.len() };
    let rest = &text[at + letter.len_utf8()..];
    text.len() - rest.trim_start_matches(CLOSING).len()
}

/// Whether a mark ends a sentence: a space and a capital, a figure or a quotation follow, or nothing.
fn is_end(text: &str, at: usize, letter: char) -> bool {
    if !matches!(letter, '.' | '!' | '?') {
        return false;
    }
    if letter == '.' && is_shortened(&text[..at], &text[at + 1..]) {
        return false;
    }
    let rest = text[at + 1..].trim_start_matches(CLOSING).trim_start_matches([')', ']']);
    let next = rest.trim_start().chars().next();
    rest.is_empty()
        || rest.starts_with(char::is_whitespace)
            && next.is_none_or(|next| next.is_uppercase() || next.is_numeric() || OPENING.contains(&next))
}

/// Whether a full stop shortens the word before it: `Dr. Brown`, `No. 5`, `J. Brown`, `e.g. Ofsted`.
fn is_shortened(before: &str, after: &str) -> bool {
    let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '.';
    let start = before.rfind(|letter: char| !is_in_word(letter)).map_or(0, |at| at + 1);
    let Some(word) = before.get(start..).filter(|word| !word.is_empty()) else { return false };
    let lower = word.to_lowercase();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let is_numbered = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    is_initial || SHORTENED.contains(&&*lower) || is_numbered && NUMBERED.contains(&&*lower)
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
    fn a_shortened_word_ends_no_sentence() {
        let ends = |text: &str| super::ends(text).map(|end| text[..end].to_owned()).collect::<Vec<_>>();
        for text in ["Dr. Brown rose.", "It is No. 5.", "So J. K. Brown, e.g. Ofsted and St. Mary, left."] {
            assert_eq!(ends(text), [text]);
        }
        assert_eq!(ends("He said no. Then he left."), ["He said no.", "He said no. Then he left."]);
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
