//! Words in their source, and what stands around them. Only what the rules stop at is looked at closely, so it may
//! take its time.

use super::stops::Window;
use crate::span::letter_before;
use std::cell::Cell;
use std::ops::Range;

/// How far a look to either side reaches, in bytes.
const REACH: usize = 96;

/// How far the end of a quotation is looked for, in bytes.
const LONGEST_QUOTATION: usize = 4000;

/// How far a sentence is followed to either side, in bytes.
const LONG_REACH: usize = 1000;

/// Words of a text, as they stand in its source.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'t> {
    /// The source of the whole text, Markdown included.
    pub source: &'t str,
    /// Where the paragraph, cell or heading begins.
    pub block: usize,
    /// Whether it is a heading or a title.
    pub is_heading: bool,
    /// Whether it says what a word means or what is counted.
    pub defines: bool,
    /// What looks before this one saw of the source.
    pub seen: &'t SeenPassage,
}

impl<'t> Passage<'t> {
    /// The words before `at`, nearest first.
    pub(super) fn before(self, at: usize) -> impl Iterator<Item = &'t str> {
        let start = self.near(at..at, REACH).start.max(self.block.min(at));
        let words = self.source[start..at].split_whitespace().rev().map(without_address);
        words.filter(|word| !word.trim_matches(['[', '*', '_', '(']).is_empty())
    }

    /// The words after `at`, nearest first. A link that ends there is stepped out of.
    pub(super) fn after(self, at: usize) -> impl Iterator<Item = &'t str> {
        let mut rest = &self.source[at..];
        if let Some(address) = rest.strip_prefix("](") {
            rest = address.split_once(')').map_or("", |(_, rest)| rest);
        }
        let mut end = rest.len().min(REACH);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        up_to(&rest[..end], *b"\n\n").split_whitespace().map(without_address)
    }

    /// The word before `at`, bare and in lower case; empty when another sentence ends there.
    pub(super) fn word_before(self, at: usize) -> String {
        let word = self.before(at).next().unwrap_or("");
        if word.ends_with(['.', ';', ':', '!', '?', ')', ',']) { String::new() } else { bare(word) }
    }

    /// The word after `at`, bare and in lower case; empty when a mark stands between.
    pub(super) fn word_after(self, at: usize) -> String {
        match self.source[at..].chars().next() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | '|') | None => String::new(),
            // A heading's own anchor is none of its words.
            Some(_) => bare(self.after(at).next().filter(|word| !word.starts_with('{')).unwrap_or("")),
        }
    }

    /// The run of characters without a space in which `at` stands, as far as a look reaches.
    pub(super) fn run(self, at: usize) -> &'t str {
        let near = self.near(at..at, REACH);
        let before = &self.source[near.start..at];
        let start = before.rfind(char::is_whitespace).map_or(near.start, |space| near.start + space);
        let after = &self.source[at..near.end];
        let end = after.find(char::is_whitespace).map_or(near.end, |space| at + space);
        self.source[start..end].trim_start()
    }

    /// Whether `at` stands between quotation marks of the same paragraph.
    pub(super) fn is_quoted(self, at: usize) -> bool {
        let mut quotes = self.seen.quotes.get();
        if quotes.block != self.block || quotes.at > at {
            quotes = Quotes { block: self.block, at: self.block.min(at), closing: None };
        }
        quotes.read_to(self.source, at);
        self.seen.quotes.set(quotes);
        quotes.closing.is_some()
    }

    /// The sentence around `range`, as far as its paragraph and a longer look go.
    pub(super) fn sentence(self, range: &Range<usize>) -> &'t str {
        let near = self.near(range.clone(), LONG_REACH);
        let before = &self.source[near.start.max(self.block.min(range.start))..range.start];
        let start = range.start - before.len() + before.rfind(". ").map_or(0, |end| end + 2);
        let after = &self.source[range.end..near.end];
        let ends = [after.find(". "), after.find(".\n"), after.find("\n\n"), after.find(" |")];
        let end = ends.into_iter().flatten().min().unwrap_or(after.len());
        &self.source[start..range.end + end]
    }

    /// `range`, wider by as much as a look reaches.
    fn near(self, range: Range<usize>, reach: usize) -> Range<usize> {
        let mut start = range.start.saturating_sub(reach);
        while !self.source.is_char_boundary(start) {
            start += 1;
        }
        let mut end = (range.end + reach).min(self.source.len());
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        start..end
    }
}

/// What was seen of a source, so that what goes on from there need not look again.
#[derive(Debug, Default)]
pub(crate) struct SeenPassage {
    /// The quotation that is open where was looked last.
    quotes: Cell<Quotes>,
    /// Where words begin there.
    pub(super) window: Cell<Window>,
}

/// Which quotation is open at a place of a paragraph. Places are asked for in order, so that a long paragraph is read
/// only once.
#[derive(Debug, Clone, Copy, Default)]
struct Quotes {
    block: usize,
    at: usize,
    /// The mark that would close it.
    closing: Option<char>,
}

impl Quotes {
    fn read_to(&mut self, source: &str, at: usize) {
        let mut characters = source[self.at..at].char_indices().peekable();
        while let Some((place, character)) = characters.next() {
            let opened = match character {
                '"' => Some('"'),
                '“' => Some('”'),
                '„' => Some('“'),
                '«' => Some('»'),
                '‘' => Some('’'),
                _ => None,
            };
            if self.closing == Some(character) {
                let is_apostrophe =
                    character == '’' && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
                self.closing = self.closing.filter(|_| is_apostrophe);
            } else if self.closing.is_none() {
                let behind = self.at + place + character.len_utf8();
                self.closing = opened.filter(|closing| is_closed(&source[behind..], *closing));
            }
        }
        self.at = at;
    }
}

/// Whether a mark closes before the paragraph ends: one that nothing closes opens no quotation.
fn is_closed(rest: &str, closing: char) -> bool {
    let near = &rest[..letter_before(rest, LONGEST_QUOTATION)];
    let closes = |mark: char| mark == closing || closing == '’' && mark == '\'';
    near.find(closes).is_some_and(|end| up_to(&near[..end], *b"\n\n").len() == end)
}

/// A word without the address of the link that ends in it.
fn without_address(word: &str) -> &str {
    up_to(word, *b"](")
}

/// A text up to two bytes, or the whole of it. A searcher for so little would cost more than the search.
fn up_to(text: &str, pair: [u8; 2]) -> &str {
    let end = text.as_bytes().windows(2).position(|two| two == pair);
    &text[..end.unwrap_or(text.len())]
}

/// A word without the marks around it, in lower case.
pub(super) fn bare(word: &str) -> String {
    let is_mark =
        |character: char| !character.is_alphanumeric() && !matches!(character, '%' | '£' | '§' | '|');
    word.trim_matches(is_mark).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Passage;

    fn passage(source: &str) -> Passage<'_> {
        Passage { source, block: 0, is_heading: false, defines: false, seen: Box::leak(Box::default()) }
    }

    #[test]
    fn words_around_a_place_are_found_across_markup() {
        let text = "From [31](day.md) *March* on. Then 5";
        let at = text.find("31").expect("it is there");
        assert_eq!(passage(text).word_before(at), "from");
        assert_eq!(passage(text).word_after(at + 2), "march");
        assert_eq!(passage("It ends. 5").word_before(9), "");
        assert_eq!(passage("It ends. 5").word_before(0), "");
    }

    #[test]
    fn quotations_are_known_by_their_marks() {
        for (text, quoted) in [
            ("he said \"5 of them\"", true),
            ("he said \"5 of them", false),
            ("he said \"4\" and 5", false),
            ("“now” and “5”", true),
            ("“now” and “5\n\nthen” more", false),
            ("‘don’t say 5’", true),
            ("the children’s 5", false),
            ("„5“", true),
        ] {
            let at = text.find('5').expect("it is there");
            assert_eq!(passage(text).is_quoted(at), quoted, "{text}");
        }
    }
}
