//! Whether a quotation says what its source says: what its gaps and its ends leave out of a sentence, what its brackets put
//! there, and what it joins.
//!
//! What it says in its own words is looked for elsewhere; here it is known to stand there.

use super::bracket::{Weight, is_date_for_time};
use super::outline::Outline;
use super::quotation::{Gap, Joint, Quotation};
use super::search::Occurrence;
use super::sentence::{head, inside_before, inside_behind, tail};
use super::speaker::Misattributed;
use super::speech::two_speakers;
use super::swallowed::swallowed;
use super::turn::{Turn, turning, turns};
use crate::document::sentence_ends::sentence_ends;
use crate::span::Span;

/// What a quotation makes of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfair {
    /// A gap leaves out a word that turns its sentence.
    LeavesOut(String),
    /// It begins or ends with `…` inside a sentence that is turned by a word outside.
    CutsOff(String),
    /// Its words stand behind a word that turns them.
    Behind(String),
    /// Brackets put something in that weighs.
    PutsIn(String),
    /// Brackets stand for something that weighs.
    TakesOut(String),
    /// It makes one sentence of two.
    Joins,
    /// It makes one speaker of two.
    TwoSpeakers(String, String),
    /// Its record names another speaker than the text does.
    OtherSpeaker(String, Misattributed),
}

/// What is unfair about a quotation at a place where it stands. `is_alone` says that its author's own sentence does not turn
/// it.
pub(super) fn unfair(
    outline: &Outline<'_>,
    quotation: &Quotation<'_>,
    found: &Occurrence,
    is_alone: bool,
) -> Option<Unfair> {
    let joints = quotation.pieces.iter().skip(1).map(|piece| &piece.joint);
    let mut between = joints.zip(&found.gaps).filter(|(joint, _)| joint.gap != Gap::None);
    between
        .find_map(|(joint, gap)| {
            let left_out = || replaced(outline, joint, *gap);
            let read_for = || swallowed(outline.text, found.span, *gap).map(Unfair::LeavesOut);
            let read_for = || if joint.gap == Gap::Any { read_for() } else { None };
            left_out().or_else(read_for).or_else(|| joined(outline, joint, *gap))
        })
        .or_else(|| begins_in_small_letters(outline, quotation, found))
        .or_else(|| cut_before(outline, quotation, found.span))
        .or_else(|| cut_behind(outline, quotation, found.span))
        .or_else(|| is_alone.then(|| behind(outline, quotation, found.span.start)).flatten())
}

/// What a gap between words leaves out, and what brackets make of it.
fn replaced(outline: &Outline<'_>, joint: &Joint, gap: Span) -> Option<Unfair> {
    let there = &outline.text[gap.start..gap.end];
    let left_out = turning(outline.text, gap);
    dropped(&joint.typed, left_out).map(Unfair::LeavesOut).or_else(|| changed(joint, there, there))
}

/// The first word that turns a sentence and is not said in brackets in its kind.
fn dropped(typed: &str, left_out: Vec<Turn<'_>>) -> Option<String> {
    let said = turns(typed);
    let is_said = |turn: &Turn<'_>| said.iter().any(|one| one.kind == turn.kind);
    left_out.into_iter().find(|turn| !is_said(turn)).map(|turn| turn.words.to_owned())
}

/// What brackets put in that is not there, or take out of what they stand for at least.
fn changed(joint: &Joint, there: &str, at_least: &str) -> Option<Unfair> {
    if joint.typed.is_empty() || is_date_for_time(&joint.typed, there) {
        return None;
    }
    // What explains and replaces nothing may not limit or doubt either.
    if !there.contains(char::is_alphanumeric)
        && let Some(turn) = turns(&joint.typed).first()
    {
        return Some(Unfair::PutsIn(turn.words.to_owned()));
    }
    let typed = Weight::of(&joint.typed);
    let puts_in = typed.lacking_in(&Weight::of(there)).map(|word| Unfair::PutsIn(word.to_owned()));
    let takes_out = || match joint.gap {
        Gap::Few | Gap::Aside => {
            Weight::of(at_least).lacking_in(&typed).map(|word| Unfair::TakesOut(word.to_owned()))
        }
        Gap::None | Gap::Marks | Gap::Any => None,
    };
    puts_in.or_else(takes_out)
}

/// A gap that goes from one sentence into the middle of another, or from one speaker to another.
fn joined(outline: &Outline<'_>, joint: &Joint, gap: Span) -> Option<Unfair> {
    let last = last_end(outline, gap)?;
    let rest = &outline.text[gap.end..];
    let next = gap.end + rest.find(char::is_alphanumeric).unwrap_or(0);
    let blocks = outline.block_at(gap.start.saturating_sub(1)).zip(outline.block_at(next));
    let two = blocks.and_then(|blocks| two_speakers(outline.text, blocks, (gap.start, next)));
    if let Some((one, other)) = two {
        return Some(Unfair::TwoSpeakers(one, other));
    }
    let is_inside = outline.text[last..gap.end].contains(char::is_alphanumeric);
    (is_inside && !joint.is_ended).then_some(Unfair::Joins)
}

/// Where the last sentence ends that ends in a gap.
fn last_end(outline: &Outline<'_>, gap: Span) -> Option<usize> {
    let mut blocks = outline.blocks.iter().map(|block| block.span.end);
    let of_blocks = blocks.rfind(|end| gap.start <= *end && *end < gap.end);
    let of_sentences = sentence_ends(&outline.text[gap.start..gap.end]).last().map(|end| gap.start + end);
    // A gap may end with a mark that ends no sentence, such as the one of a number.
    of_blocks.max(of_sentences.filter(|end| *end < gap.end || joins_at(outline, *end)))
}

/// Whether a sentence begins behind a place.
fn joins_at(outline: &Outline<'_>, at: usize) -> bool {
    let rest = &outline.text[at..];
    let next = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    rest.len() > next.len() && next.starts_with(|letter: char| !letter.is_lowercase())
}

/// A sentence that is joined to the one before it as `[t]he`.
fn begins_in_small_letters(
    outline: &Outline<'_>,
    quotation: &Quotation<'_>,
    found: &Occurrence,
) -> Option<Unfair> {
    let pieces = quotation.pieces.iter().skip(1).zip(&found.gaps);
    let mut joined = pieces.filter(|(piece, gap)| {
        let first = piece.tokens.first().filter(|first| first.either_case);
        let is_small = first.is_some_and(|first| first.text.starts_with(char::is_lowercase));
        is_small
            && !piece.joint.is_ended
            && outline.text[gap.end..]
                .trim_start_matches(|letter: char| !letter.is_alphanumeric())
                .starts_with(char::is_uppercase)
            && last_end(outline, **gap).is_some()
    });
    joined.next().map(|_| Unfair::Joins)
}

/// What is cut off before a quotation that says itself that it begins inside a sentence.
fn cut_before(outline: &Outline<'_>, quotation: &Quotation<'_>, span: Span) -> Option<Unfair> {
    let head = head(outline, span.start);
    let whole = &outline.text[head.start..head.end];
    let head = inside_before(whole);
    let adjacent = head.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    cut(&quotation.begins, (head, adjacent), &outline.text[span.start..span.end])
}

/// What is cut off behind one that ends inside a sentence.
fn cut_behind(outline: &Outline<'_>, quotation: &Quotation<'_>, span: Span) -> Option<Unfair> {
    let tail = tail(outline, span.end);
    let tail = inside_behind(&outline.text[tail.start..tail.end]);
    let adjacent = tail.split_whitespace().next().unwrap_or_default();
    cut(&quotation.ends, (tail, adjacent), &outline.text[span.start..span.end])
}

/// What is wrong with what is cut off. A quotation that doubts as much as what is cut off stays as unsure as it was.
fn cut(joint: &Joint, (off, adjacent): (&str, &str), quoted: &str) -> Option<Unfair> {
    match joint.gap {
        Gap::None => None,
        Gap::Marks => changed(joint, off, ""),
        Gap::Few | Gap::Aside | Gap::Any => {
            let said = [quoted, &joint.typed].join("\n");
            dropped(&said, turns(off)).map(Unfair::CutsOff).or_else(|| changed(joint, off, adjacent))
        }
    }
}

/// The word right before quoted words that turns them.
fn behind(outline: &Outline<'_>, quotation: &Quotation<'_>, at: usize) -> Option<Unfair> {
    if quotation.begins.gap != Gap::None {
        return None;
    }
    let head = head(outline, at);
    let turns = turns(&outline.text[head.start..head.end]).into_iter();
    let mut near = turns.filter(|turn| turn.behind.is_some_and(|words| words <= turn.kind.reach()));
    near.next().map(|turn| Unfair::Behind(turn.words.to_owned()))
}
