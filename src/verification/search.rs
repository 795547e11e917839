//! Looks for words in a passage, and for what comes nearest to them.

use super::words::{Token, tokens};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

/// The most words that brackets in a quotation stand for.
const BRACKETED: usize = 12;

/// What has to stand before the next words of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// The words before, at once.
    None,
    /// Anything: an ellipsis.
    Any,
    /// A few words: something in brackets stands for them.
    Few,
}

/// A word or mark of a quotation.
struct Wanted<'q> {
    text: Cow<'q, str>,
    /// Whether its first letter may be large or small: at the beginning, and in brackets.
    either_case: bool,
}

/// Words that stand together in a quotation.
pub(super) struct Piece<'q> {
    gap: Gap,
    tokens: Vec<Wanted<'q>>,
}

/// Where a text stands just as it is.
#[must_use]
pub fn printed(passage: &[Token<'_>], text: &str) -> Option<Span> {
    let wanted = tokens(text);
    let is_it = |there: &&[Token<'_>]| there.iter().zip(&wanted).all(|(one, other)| one.text == other.text);
    let there = passage.windows(wanted.len().max(1)).find(is_it)?;
    Some(Span::new(there.first()?.span.start, there.last()?.span.end))
}

/// Where each word of a text stands, so that very many quotations need not be looked for everywhere.
#[derive(Debug, Default)]
struct Places(FxHashMap<String, Vec<usize>>);

impl Places {
    /// The places of all words and marks.
    fn of(tokens: &[Token<'_>]) -> Self {
        let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, token) in tokens.iter().enumerate() {
            places.entry(token.text.to_lowercase()).or_default().push(at);
        }
        Self(places)
    }

    /// The places within a range at which a word stands, in large letters or small ones.
    fn within(&self, word: &str, range: &Range<usize>) -> &[usize] {
        let places = self.0.get(&word.to_lowercase()).map_or(&[][..], Vec::as_slice);
        let start = places.partition_point(|at| *at < range.start);
        let end = places.partition_point(|at| *at < range.end);
        &places[start..end.max(start)]
    }
}

/// A text cut into words and marks, of each of which is known where it stands.
#[derive(Debug)]
pub struct Worded<'t> {
    /// The words and marks, in order.
    pub tokens: Vec<Token<'t>>,
    places: Places,
}

impl<'t> Worded<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let tokens = tokens(text);
        Self { places: Places::of(&tokens), tokens }
    }

    /// Whether the text holds a quotation.
    #[must_use]
    pub fn holds(&self, quotation: &str) -> bool {
        self.words(0..self.tokens.len(), quotation).is_some()
    }

    /// Where a quotation stands in a range of the tokens, word by word.
    #[must_use]
    pub fn words(&self, range: Range<usize>, quotation: &str) -> Option<Span> {
        words(&self.tokens, &self.places, range, quotation)
    }
}

/// Where a quotation stands in a range of a text, word by word.
fn words(text: &[Token<'_>], known: &Places, range: Range<usize>, quotation: &str) -> Option<Span> {
    let pieces = pieces(quotation);
    let starts = known.within(&pieces.first()?.tokens.first()?.text, &range);
    let passage = &text[range.clone()];
    match &pieces[..] {
        _ if starts.is_empty() => None,
        // Its first word is rare enough to be tried wherever it stands.
        [only] if starts.len() * only.tokens.len() <= passage.len() => {
            let mut starts = starts.iter().map(|at| at - range.start);
            let start = starts.find(|start| stands_at(passage, *start, &only.tokens))?;
            let last = &passage[start + only.tokens.len() - 1];
            Some(Span::new(passage[start].span.start, last.span.end))
        }
        pieces => following(passage, pieces),
    }
}

/// The first place from which all pieces follow, and their first end.
fn following(passage: &[Token<'_>], pieces: &[Piece<'_>]) -> Option<Span> {
    // For each word of the passage, the first end of the pieces that were looked at, if they follow from there.
    let mut ends: Option<Vec<Option<usize>>> = None;
    for (at, piece) in pieces.iter().enumerate().rev() {
        let next = pieces.get(at + 1).map_or(Gap::None, |next| next.gap);
        let mut from_here = vec![None; passage.len()];
        for start in places(passage, &piece.tokens) {
            let behind = start + piece.tokens.len();
            from_here[start] = match &ends {
                None => Some(behind),
                Some(ends) => first_end(ends, next, behind),
            };
        }
        if next_is_any(pieces, at) {
            spread(&mut from_here);
        }
        ends = Some(from_here);
    }
    let ends = ends?;
    let start = places(passage, &pieces.first()?.tokens).into_iter().find(|start| ends[*start].is_some())?;
    Some(Span::new(passage[start].span.start, passage[ends[start]? - 1].span.end))
}

/// Whether anything may stand before a piece, so that it may begin at any later word.
fn next_is_any(pieces: &[Piece<'_>], at: usize) -> bool {
    at > 0 && pieces[at].gap == Gap::Any
}

/// Gives each word the first end that it or a later one has.
fn spread(ends: &mut [Option<usize>]) {
    let mut least: Option<usize> = None;
    for end in ends.iter_mut().rev() {
        least = end.iter().copied().chain(least).min();
        *end = least;
    }
}

/// The first end of the pieces that follow behind a word.
fn first_end(ends: &[Option<usize>], gap: Gap, behind: usize) -> Option<usize> {
    let furthest = if gap == Gap::Few { behind + BRACKETED } else { behind };
    ends.get(behind..=furthest.min(ends.len().checked_sub(1)?))?.iter().flatten().min().copied()
}

/// Every place where the words of a piece stand. Words that repeat are not gone through again at each place (Knuth, Morris and
/// Pratt 1977).
fn places(passage: &[Token<'_>], piece: &[Wanted<'_>]) -> Vec<usize> {
    let Some((_, rest)) = piece.split_first() else { return Vec::new() };
    // Only words that are themselves the same as each other can be stepped over.
    if rest.iter().any(|word| word.either_case) {
        return (0..passage.len()).filter(|start| stands_at(passage, *start, piece)).collect();
    }
    let begins = |start: &usize| stands_at(passage, *start, &piece[..1]);
    runs(passage, rest).into_iter().filter(begins).collect()
}

/// Every place behind which these words stand.
fn runs(passage: &[Token<'_>], words: &[Wanted<'_>]) -> Vec<usize> {
    let back = backs(words);
    let (mut found, mut matched) = (Vec::new(), 0);
    for (at, token) in passage.iter().enumerate() {
        if words.is_empty() {
            found.push(at);
            continue;
        }
        if at == 0 {
            continue;
        }
        while matched > 0 && (matched == words.len() || token.text != words[matched].text) {
            matched = back[matched - 1];
        }
        matched += usize::from(token.text == words[matched].text);
        if matched == words.len() {
            found.push(at - words.len());
        }
    }
    found
}

/// For each beginning of the words, how many of its last words are its first ones too.
fn backs(words: &[Wanted<'_>]) -> Vec<usize> {
    let mut back = vec![0; words.len()];
    let mut matched = 0;
    for at in 1..words.len() {
        while matched > 0 && words[at].text != words[matched].text {
            matched = back[matched - 1];
        }
        matched += usize::from(words[at].text == words[matched].text);
        back[at] = matched;
    }
    back
}

fn stands_at(passage: &[Token<'_>], start: usize, piece: &[Wanted<'_>]) -> bool {
    let Some(there) = passage.get(start..start + piece.len()) else { return false };
    there.iter().zip(piece).all(|(one, other)| {
        one.text == other.text || other.either_case && differ_in_first_case(&one.text, &other.text)
    })
}

fn differ_in_first_case(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let first = one.next().map(char::to_lowercase).into_iter().flatten();
    first.eq(other.next().map(char::to_lowercase).into_iter().flatten()) && one.as_str() == other.as_str()
}

/// A quotation in pieces, without marks at its ends. `[W]e` is `We`; `…`, `...` and `[…]` are gaps; other brackets
/// stand for a few words.
pub(super) fn pieces(quotation: &str) -> Vec<Piece<'_>> {
    let all = tokens(quotation);
    let mut pieces = Vec::new();
    let mut piece = Piece { gap: Gap::None, tokens: Vec::new() };
    let mut at = 0;
    while let Some(token) = all.get(at) {
        if let Some(word) = bracketed_letter(&all[at..]) {
            piece.tokens.push(Wanted { text: word, either_case: true });
            at += 4;
            continue;
        }
        let (gap, length) = gap_at(&all[at..]);
        match gap {
            Gap::None => {
                let either_case = pieces.is_empty() && piece.tokens.is_empty();
                piece.tokens.push(Wanted { text: token.text.clone(), either_case });
            }
            Gap::Any | Gap::Few => {
                pieces.push(std::mem::replace(&mut piece, Piece { gap, tokens: Vec::new() }));
            }
        }
        at += length;
    }
    pieces.push(piece);
    tidied(pieces)
}

/// `[W]e` as one word.
fn bracketed_letter<'q>(rest: &[Token<'q>]) -> Option<Cow<'q, str>> {
    let [open, letter, close, word, ..] = rest else { return None };
    let is_one = open.text == "[" && close.text == "]" && letter.text.chars().count() == 1;
    let joins = close.span.end == word.span.start && word.text.starts_with(char::is_alphanumeric);
    (is_one && joins).then(|| Cow::Owned(format!("{}{}", letter.text, word.text)))
}

/// Which gap begins here, and how many tokens it takes; none takes one.
fn gap_at(rest: &[Token<'_>]) -> (Gap, usize) {
    let is = |at: usize, mark: &str| rest.get(at).is_some_and(|token| token.text == mark);
    let dots = rest.iter().take_while(|token| token.text == ".").count();
    if dots >= 3 {
        return (Gap::Any, dots);
    }
    if !is(0, "[") {
        return (Gap::None, 1);
    }
    let Some(close) = rest.iter().position(|token| token.text == "]") else { return (Gap::None, 1) };
    let is_ellipsis = close > 1 && rest[1..close].iter().all(|token| token.text == ".");
    (if is_ellipsis { Gap::Any } else { Gap::Few }, close + 1)
}

/// Pieces without marks at the ends of the quotation. Gaps beside each other are one, and one at an end is none.
fn tidied(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut kept: Vec<Piece<'_>> = Vec::new();
    let mut gap = Gap::None;
    for piece in pieces {
        gap = if gap == Gap::Any { gap } else { piece.gap };
        if !piece.tokens.is_empty() {
            let gap = if kept.is_empty() { Gap::None } else { gap };
            kept.push(Piece { gap, tokens: piece.tokens });
        }
    }
    let is_mark = |token: &Wanted<'_>| !token.text.chars().any(char::is_alphanumeric);
    if let Some(last) = kept.last_mut() {
        while last.tokens.len() > 1 && last.tokens.last().is_some_and(is_mark) {
            last.tokens.pop();
        }
    }
    kept
}

/// What comes nearest to a quotation: as much text as it has, around the longest run of words that both have.
#[must_use]
pub fn nearest_words(passage: &[Token<'_>], quotation: &str) -> Option<Span> {
    let wanted: Vec<Wanted<'_>> = pieces(quotation).into_iter().flat_map(|piece| piece.tokens).collect();
    let known = |text: &str| xxh3_64(text.to_ascii_lowercase().as_bytes());
    let there: Vec<u64> = passage.iter().map(|token| known(&token.text)).collect();
    let here: Vec<u64> = wanted.iter().map(|word| known(&word.text)).collect();
    let (length, there, here) = longest_common(&there, &here);
    let has_word = passage.get(there..there + length)?.iter().any(|token| token.text.chars().count() > 3);
    let first = there.saturating_sub(here);
    let last = (first + wanted.len()).min(passage.len()).checked_sub(1)?;
    has_word.then(|| Span::new(passage[first].span.start, passage[last].span.end))
}

/// The length and the places of the longest run that two texts have in common. Where there is a run, there are shorter ones,
/// so its length is closed in upon.
fn longest_common(there: &[u64], here: &[u64]) -> (usize, usize, usize) {
    let (mut best, mut too_long) = ((0, 0, 0), there.len().min(here.len()) + 1);
    while best.0 + 1 < too_long {
        let length = best.0.midpoint(too_long);
        match common(there, here, length) {
            Some((there, here)) => best = (length, there, here),
            None => too_long = length,
        }
    }
    best
}

/// The first run of this length that stands in the other text too, and where it stands there last.
fn common(there: &[u64], here: &[u64], length: usize) -> Option<(usize, usize)> {
    let last: FxHashMap<u64, usize> = rolling(here, length).collect();
    rolling(there, length).find_map(|(sum, at)| {
        let own = *last.get(&sum)?;
        (there[at..at + length] == here[own..own + length]).then_some((at, own))
    })
}

/// A sum over each run of this length, and where the run begins.
fn rolling(words: &[u64], length: usize) -> impl Iterator<Item = (u64, usize)> {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let leaving = (0..length).fold(1_u64, |power, _| power.wrapping_mul(FACTOR));
    let mut sum = 0_u64;
    words.iter().enumerate().filter_map(move |(at, word)| {
        sum = sum.wrapping_mul(FACTOR).wrapping_add(*word);
        if let Some(gone) = at.checked_sub(length) {
            sum = sum.wrapping_sub(words[gone].wrapping_mul(leaving));
        }
        (at + 1).checked_sub(length).map(|begin| (sum, begin))
    })
}

#[cfg(test)]
mod tests {
    use super::{Places, following, nearest_words, pieces, tokens, words};

    const TEXT: &str = "“Last autumn we found that the Council had shown slow headway in mending \
                        readers’ desks,” the librarian said. It will be a long winter.";

    fn found(quotation: &str) -> Option<&str> {
        let all = tokens(TEXT);
        let found = words(&all, &Places::of(&all), 0..all.len(), quotation);
        assert_eq!(found, following(&all, &pieces(quotation)), "where it was looked for does not matter");
        found.map(|span| &TEXT[span.start..span.end])
    }

    #[test]
    fn quotations_are_found_word_by_word() {
        assert_eq!(found("'slow headway'"), Some("slow headway"));
        assert_eq!(
            found("Slow headway in mending readers' desks."),
            Some("slow headway in mending readers’ desks")
        );
        assert_eq!(
            found("[W]e found that [it] had shown ... headway"),
            Some("we found that the Council had shown slow headway")
        );
        assert_eq!(found("[W]e found"), Some("we found"));
        assert!(found("we found … readers' desks").is_some());
        assert!(found("we found […] a long winter …").is_some());
        assert_eq!(found("a long winter … we found"), None);
        assert_eq!(found("slow Headway"), None);
        assert_eq!(found("ong winter"), None);
        assert_eq!(found("shown headway"), None);
        assert_eq!(found("…"), None);
    }

    #[test]
    fn the_nearest_words_are_shown() {
        let near =
            nearest_words(&tokens(TEXT), "had shown little headway in mending desks").expect("it is near");
        assert_eq!(&TEXT[near.start..near.end], "had shown slow headway in mending readers");
        assert_eq!(nearest_words(&tokens(TEXT), "xyz"), None);
    }
}
