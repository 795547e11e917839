//! Lists that a template makes of others: `[s.value for s in list if s.period]`.

use super::tag_words::{TagWord, is_keyword};
use std::ops::Range;

/// Where the parts of a comprehension stand among the words of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comprehension {
    /// What is kept of each.
    pub element: Range<usize>,
    /// What each is called.
    pub names: Range<usize>,
    /// What is gone through.
    pub target: Range<usize>,
    /// The word behind it.
    pub end: usize,
}

impl Comprehension {
    /// Whether its names mean something at this word: in what is kept, and in the condition.
    pub fn names_are_known_at(&self, at: usize) -> bool {
        self.element.contains(&at) || (self.target.end..self.end).contains(&at)
    }
}

/// The comprehension whose bracket opens there.
pub(super) fn comprehension(words: &[TagWord<'_>], open: usize) -> Option<Comprehension> {
    let is_list = words.get(open)?.text == "[" && !follows_value(words, open);
    let close = is_list.then(|| close(words, open))??;
    let first = |word: &str, from: usize| (from..close).find(|at| is_outer(words, from, *at, word));
    let begin = first("for", open + 1)?;
    let place = first("in", begin + 1)?;
    let target_end = first("if", place + 1).unwrap_or(close);
    Some(Comprehension {
        element: open + 1..begin,
        names: begin + 1..place,
        target: place + 1..target_end,
        end: close + 1,
    })
}

/// Where what stands in a list or map begins that opens there, and where it is closed.
pub(super) fn enclosed(words: &[TagWord<'_>], open: usize) -> Option<(usize, usize)> {
    let is_whole = matches!(words.get(open)?.text, "[" | "{") && !follows_value(words, open);
    let is_comprehension = || comprehension(words, open).is_some();
    let sign = if words[open].text == "[" { "]" } else { "}" };
    let close = (open + 1..words.len()).find(|at| is_outer(words, open + 1, *at, sign));
    close.filter(|_| is_whole && !is_comprehension()).map(|close| (open + 1, close))
}

/// Whether a bracket asks a value for one of it, rather than make a list.
pub(super) fn follows_value(words: &[TagWord<'_>], open: usize) -> bool {
    let before = open.checked_sub(1).map_or("", |at| words[at].text);
    let is_name = before.ends_with(|last: char| last.is_ascii_alphanumeric() || "_\"'`)]".contains(last));
    is_name && !is_keyword(before)
}

/// The word that closes what opens there.
fn close(words: &[TagWord<'_>], open: usize) -> Option<usize> {
    (open + 1..words.len()).find(|at| is_outer(words, open + 1, *at, "]"))
}

/// Whether this word stands there, and no bracket that opens from `from` on is still open before it.
pub(super) fn is_outer(words: &[TagWord<'_>], from: usize, at: usize, word: &str) -> bool {
    words[at].text == word && depth(&words[from..at]) == 0
}

/// How many brackets are left open.
fn depth(words: &[TagWord<'_>]) -> isize {
    words.iter().fold(0, |depth, word| match word.text {
        "(" | "[" | "{" => depth + 1,
        ")" | "]" | "}" => depth - 1,
        _ => depth,
    })
}
