//! Looks for words in a passage.

use super::broken::Broken;
use super::quotation::{Gap, Quotation, QuotationPiece, WantedToken};
use super::words::{QuotationToken, tokens};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How much is remembered to say what gaps leave out; more has no quotation that anybody reads.
const REMEMBERED: usize = 1 << 22;

/// A quotation found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Which of the words and marks.
    pub tokens: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// What each of its gaps leaves out or replaces; an empty stretch where nothing.
    pub gaps: Vec<Span>,
}

/// Where a text stands just as it is.
#[must_use]
pub fn printed(passage: &[QuotationToken<'_>], text: &str) -> Option<Span> {
    let wanted = tokens(text);
    let is_it =
        |there: &&[QuotationToken<'_>]| there.iter().zip(&wanted).all(|(one, other)| one.text == other.text);
    let there = passage.windows(wanted.len().max(1)).find(is_it)?;
    Some(Span::new(there.first()?.span.start, there.last()?.span.end))
}

/// Where each word of a text stands, so that very many quotations need not be looked for everywhere.
#[derive(Debug, Default)]
struct WordPlaces(FxHashMap<String, Vec<usize>>);

impl WordPlaces {
    /// The places of all words and marks.
    fn of(tokens: &[QuotationToken<'_>]) -> Self {
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
    pub tokens: Vec<QuotationToken<'t>>,
    broken: Broken,
    places: WordPlaces,
}

impl<'t> Worded<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let tokens = tokens(text);
        let broken = Broken::of(text, &tokens);
        let tokens = broken.joined(text, tokens);
        Self { places: WordPlaces::of(&tokens), tokens, broken }
    }

    /// Whether the text holds a quotation.
    #[must_use]
    pub fn holds(&self, quotation: &str) -> bool {
        self.occurrences(0..self.tokens.len(), &self.quotation(quotation)).next().is_some()
    }

    /// Reads a quotation as this text is read.
    pub(super) fn quotation<'q>(&self, quotation: &'q str) -> Quotation<'q> {
        Quotation::cut(quotation, &self.broken.joined(quotation, tokens(quotation)))
    }

    /// Where a quotation stands in a range of the tokens, word by word, in order.
    pub(super) fn occurrences(
        &self,
        range: Range<usize>,
        quotation: &Quotation<'_>,
    ) -> impl Iterator<Item = Occurrence> {
        let mut start = range.start;
        std::iter::from_fn(move || {
            let found = self.first(start..range.end, quotation)?;
            start = found.start + 1;
            let gaps = left_out(&self.tokens[found.clone()], &quotation.pieces);
            let gaps = gaps.iter().map(|gap| self.span(found.start + gap.start..found.start + gap.end));
            Some(Occurrence { span: self.span(found.clone()), gaps: gaps.collect(), tokens: found })
        })
    }

    /// Where tokens stand; of none, the empty stretch before the next one.
    fn span(&self, tokens: Range<usize>) -> Span {
        let start = self.tokens[tokens.start].span.start;
        let end = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start);
        Span::new(start, end.map_or(start, |last| self.tokens[last].span.end))
    }

    /// The first place of a quotation in a range of the tokens.
    fn first(&self, range: Range<usize>, quotation: &Quotation<'_>) -> Option<Range<usize>> {
        let only = quotation.pieces.first()?;
        let starts = self.places.within(&only.tokens.first()?.text, &range);
        let length = only.tokens.len();
        let is_rare = quotation.pieces.len() == 1 && starts.len() * length <= range.len();
        if starts.is_empty() {
            return None;
        }
        if !is_rare {
            return following(&self.tokens, range, quotation);
        }
        // Its first word is rare enough to be tried wherever it stands.
        let stands = |start: &&usize| {
            stands_at(&self.tokens[..range.end], **start, &only.tokens)
                && quotation.may_begin(&self.tokens, **start)
                && quotation.may_end(&self.tokens, **start + length)
        };
        starts.iter().find(stands).map(|start| *start..*start + length)
    }
}

/// For each token of a passage, the first end of the pieces that follow from there, if they do.
type PassageEnds = Vec<Option<usize>>;

/// The first place in a range of a text from which all pieces follow, and their first end.
fn following(
    text: &[QuotationToken<'_>],
    range: Range<usize>,
    quotation: &Quotation<'_>,
) -> Option<Range<usize>> {
    let (passage, pieces) = (&text[range.clone()], &quotation.pieces);
    let may_end = |end: usize| quotation.may_end(text, range.start + end);
    let mut ends: Option<PassageEnds> = None;
    for at in (0..pieces.len()).rev() {
        ends = Some(table(passage, pieces, at, ends.as_ref(), &may_end));
    }
    let ends = ends?;
    let fits = |start: &usize| ends[*start].is_some() && quotation.may_begin(text, range.start + start);
    let starts: Vec<usize> = (0..ends.len()).filter(fits).collect();
    let end = ends[*starts.first()?]?;
    // The last beginning with the same end leaves out least.
    let start = starts.iter().rev().find(|start| ends[**start] == Some(end))?;
    Some(range.start + start..range.start + end)
}

/// The first ends from each token on of the piece `at` and those behind it, whose own are `next`.
fn table(
    passage: &[QuotationToken<'_>],
    pieces: &[QuotationPiece<'_>],
    at: usize,
    next: Option<&PassageEnds>,
    may_end: &dyn Fn(usize) -> bool,
) -> PassageEnds {
    let mut from_here = vec![None; passage.len()];
    for start in places(passage, &pieces[at].tokens) {
        let behind = start + pieces[at].tokens.len();
        from_here[start] = match (next, pieces.get(at + 1)) {
            (Some(next), Some(piece)) => first_end(passage, next, piece.joint.gap, behind),
            (Some(_), None) | (None, _) => may_end(behind).then_some(behind),
        };
    }
    // Where anything may stand before a piece, it may begin at any later word.
    if at > 0 && pieces[at].joint.gap == Gap::Any {
        spread(&mut from_here);
    }
    from_here
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
fn first_end(passage: &[QuotationToken<'_>], ends: &PassageEnds, gap: Gap, behind: usize) -> Option<usize> {
    let reach = gap.reach(passage, behind);
    ends.get(reach.start..reach.end.min(ends.len()))?.iter().flatten().min().copied()
}

/// What each gap of a quotation leaves out of the words in which it stands from the first to the last; all of it where the
/// quotation is too long to say.
fn left_out(passage: &[QuotationToken<'_>], pieces: &[QuotationPiece<'_>]) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    if pieces.len() == 1 {
        return gaps;
    }
    if pieces.len().saturating_mul(passage.len()) > REMEMBERED {
        gaps.push(0..passage.len());
        return gaps;
    }
    let mut tables: Vec<PassageEnds> = Vec::new();
    for at in (1..pieces.len()).rev() {
        tables.push(table(passage, pieces, at, tables.last(), &|end| end == passage.len()));
    }
    let mut behind = pieces[0].tokens.len();
    for (piece, ends) in pieces[1..].iter().zip(tables.iter().rev()) {
        let is_whole = |at: &usize| ends[*at] == Some(passage.len());
        let reach = piece.joint.gap.reach(passage, behind);
        let start = match piece.joint.gap {
            Gap::Any => (behind..ends.len()).rev().find(is_whole),
            Gap::None | Gap::Marks | Gap::Few | Gap::Aside => {
                (reach.start..reach.end.min(ends.len())).find(is_whole)
            }
        };
        let Some(start) = start else { break };
        gaps.push(behind..start);
        behind = start + piece.tokens.len();
    }
    gaps
}

/// Every place where the words of a piece stand. Words that repeat are not gone through again at each place (Knuth, Morris and
/// Pratt 1977).
fn places(passage: &[QuotationToken<'_>], piece: &[WantedToken<'_>]) -> Vec<usize> {
    let Some((_, rest)) = piece.split_first() else { return Vec::new() };
    // Only words that are themselves the same as each other can be stepped over.
    if rest.iter().any(|word| word.either_case) {
        return (0..passage.len()).filter(|start| stands_at(passage, *start, piece)).collect();
    }
    let begins = |start: &usize| stands_at(passage, *start, &piece[..1]);
    runs(passage, rest).into_iter().filter(begins).collect()
}

/// Every place behind which these words stand.
fn runs(passage: &[QuotationToken<'_>], words: &[WantedToken<'_>]) -> Vec<usize> {
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
fn backs(words: &[WantedToken<'_>]) -> Vec<usize> {
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

fn stands_at(passage: &[QuotationToken<'_>], start: usize, piece: &[WantedToken<'_>]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{Quotation, Worded, following};

    const TEXT: &str = "“Last autumn we found that the Council had shown slow headway in mending \
                        readers’ desks,” the librarian said. It will be a long winter. Will it be cold?";

    fn found(quotation: &str) -> Option<&str> {
        let text = Worded::of(TEXT);
        let all = 0..text.tokens.len();
        let found = text.occurrences(all.clone(), &text.quotation(quotation)).next();
        let slowly = following(&text.tokens, all, &Quotation::of(quotation));
        assert_eq!(
            found.as_ref().map(|found| found.tokens.clone()),
            slowly,
            "where it was looked for matters"
        );
        found.map(|found| &TEXT[found.span.start..found.span.end])
    }

    fn gaps(text: &str, quotation: &str) -> Vec<String> {
        let worded = Worded::of(text);
        let quotation = worded.quotation(quotation);
        let found = worded.occurrences(0..worded.tokens.len(), &quotation).next().expect("it stands there");
        let gaps = found.gaps.iter().map(|gap| text[gap.start..gap.end].to_owned());
        gaps.filter(|gap| !gap.is_empty()).collect()
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
        let prefixed = |quotation: &str| Worded::of("It is non-fatal and well-known.").holds(quotation);
        assert!(!prefixed("fatal and") && prefixed("non-fatal and") && prefixed("known."));
    }

    #[test]
    fn brackets_replace_or_explain_and_marks_stand_for_no_word() {
        assert_eq!(found("that [it] the Council"), None);
        assert_eq!(found("we found that the [big] Council"), None);
        assert_eq!(found("that the Council [of the town] had"), Some("that the Council had"));
        assert_eq!(found("that [the] Council had"), Some("that the Council had"));
        assert_eq!(found("had shown [.] headway"), None);
        assert_eq!(found("readers' desks [the small ones]"), None);
        assert_eq!(found("[They] had shown"), Some("had shown"));
        assert_eq!(found("desks[,] the librarian"), Some("desks,” the librarian"));
        assert_eq!(found("slow [sic] headway"), Some("slow headway"));
    }

    #[test]
    fn a_question_is_no_statement() {
        assert_eq!(found("Will it be cold?"), Some("Will it be cold?"));
        assert_eq!(found("Will it be cold"), Some("Will it be cold"));
        for wrong in ["Will it be cold.", "It will be a long winter?", "readers' desks!"] {
            assert_eq!(found(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn gaps_are_as_small_as_they_can_be() {
        let text =
            "The county closed. The county did not say so, the county closed lines and the county said so.";
        assert_eq!(gaps(text, "The county … said so"), [""; 0]);
        assert_eq!(gaps(text, "closed … said so"), ["lines and the county"]);
        assert_eq!(
            gaps(text, "did … say so, [it] closed lines … county said"),
            ["not", "the county", "and the"]
        );
    }
}
