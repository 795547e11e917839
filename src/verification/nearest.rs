//! What comes nearest in a text to words that do not stand there.

use super::quotation::{Quotation, WantedToken};
use super::words::QuotationToken;
use crate::span::Span;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

/// What comes nearest to a quotation: as much text as it has, around the longest run of words that both have.
#[must_use]
pub fn nearest_words(passage: &[QuotationToken<'_>], quotation: &str) -> Option<Span> {
    let pieces = Quotation::of(quotation).pieces;
    let wanted: Vec<WantedToken<'_>> = pieces.into_iter().flat_map(|piece| piece.tokens).collect();
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
    use super::nearest_words;
    use crate::verification::words::tokens;

    #[test]
    fn the_nearest_words_are_shown() {
        let text = "We found that the Council had shown slow headway in mending readers’ desks.";
        let near =
            nearest_words(&tokens(text), "had shown little headway in mending desks").expect("it is near");
        assert_eq!(&text[near.start..near.end], "had shown slow headway in mending readers");
        assert_eq!(nearest_words(&tokens(text), "xyz"), None);
    }
}
