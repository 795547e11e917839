//! A quotation as an author types it → words that stand together, and the gaps between them.
//!
//! `…`, `...` and `[…]` stand for whatever was left out, `[W]e` for `We`. Other brackets stand for a few words that they
//! replace; those that begin as an explanation does may replace none (`it [the scheme] was`). A mark in brackets, and `[sic]`, stand for marks alone.

use super::words::{QuotationToken, tokens};
use std::borrow::Cow;
use std::ops::Range;

/// The most tokens that brackets in a quotation stand for: words that they replace, or marks.
const BRACKETED: usize = 12;
const MARKS: usize = 4;

/// What has to stand before the next words of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// The words before, at once.
    None,
    /// Marks at most: a mark in brackets stands for them.
    Marks,
    /// A few words: others in brackets stand for them.
    Few,
    /// A few words, or none: others in brackets say what the words before them mean.
    Aside,
    /// Anything: an ellipsis.
    Any,
}

/// A word or mark of a quotation.
pub(super) struct WantedToken<'q> {
    pub text: Cow<'q, str>,
    /// Whether its first letter may be large or small: at the beginning, and in brackets.
    pub either_case: bool,
}

/// What stands in place of words that are not quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Joint {
    pub gap: Gap,
    /// What is typed in brackets there; empty for nothing.
    pub typed: String,
    /// Whether a full stop beside an ellipsis says that a sentence ends there.
    pub is_ended: bool,
}

/// Words that stand together in a quotation.
pub(super) struct QuotationPiece<'q> {
    /// What stands before them.
    pub joint: Joint,
    pub tokens: Vec<WantedToken<'q>>,
}

/// A quotation in pieces, without marks at its end.
pub(super) struct Quotation<'q> {
    pub pieces: Vec<QuotationPiece<'q>>,
    /// What stands in place of the words before it.
    pub begins: Joint,
    /// What stands in place of the words behind it.
    pub ends: Joint,
    /// Whether it ends as a statement does.
    is_stated: bool,
}

impl Gap {
    /// Whether words in brackets stand for it.
    pub fn is_of_words(self) -> bool {
        matches!(self, Self::Few | Self::Aside)
    }

    /// Where the next words may begin, when the words before end at `behind`.
    pub fn reach(self, text: &[QuotationToken<'_>], behind: usize) -> Range<usize> {
        let rest = text.get(behind..).unwrap_or_default();
        match self {
            Self::None | Self::Any => behind..behind + 1,
            Self::Few => {
                let word = rest.iter().take(BRACKETED).position(is_word);
                word.map_or(behind..behind, |word| behind + word + 1..behind + BRACKETED + 1)
            }
            Self::Aside => behind..behind + BRACKETED + 1,
            Self::Marks => {
                let is_mark = |token: &&QuotationToken<'_>| !is_word(token) || token.text == "sic";
                behind..behind + 1 + rest.iter().take(MARKS).take_while(is_mark).count()
            }
        }
    }
}

impl Joint {
    const NONE: Self = Self { gap: Gap::None, typed: String::new(), is_ended: false };

    /// Takes in another that follows at once.
    fn join(&mut self, other: &Self) {
        self.gap = self.gap.max(other.gap);
        self.is_ended |= other.is_ended;
        if !self.typed.is_empty() && !other.typed.is_empty() {
            self.typed.push(' ');
        }
        self.typed.push_str(&other.typed);
    }
}

impl<'q> Quotation<'q> {
    /// Reads a quotation.
    pub fn of(quotation: &'q str) -> Self {
        Self::cut(quotation, &tokens(quotation))
    }

    /// Reads a quotation that is cut into words and marks.
    pub fn cut(quotation: &str, all: &[QuotationToken<'q>]) -> Self {
        let mut pieces = vec![QuotationPiece { joint: Joint::NONE, tokens: Vec::new() }];
        let mut at = 0;
        while let Some(token) = all.get(at) {
            let is_first = pieces.len() == 1 && pieces[0].tokens.is_empty();
            let (word, joint, length) = match bracketed_letter(&all[at..]) {
                Some(word) => (WantedToken { text: word, either_case: true }, Joint::NONE, 4),
                None => {
                    let (joint, length) = joint_at(quotation, &all[at..]);
                    (WantedToken { text: token.text.clone(), either_case: is_first }, joint, length)
                }
            };
            match pieces.last_mut().filter(|_| joint.gap == Gap::None) {
                Some(piece) => piece.tokens.push(word),
                None => pieces.push(QuotationPiece { joint, tokens: Vec::new() }),
            }
            at += length;
        }
        Self::tidied(pieces)
    }

    /// Whether something is left out or replaced between its words.
    pub fn has_gap(&self) -> bool {
        self.pieces.iter().any(|piece| piece.joint.gap >= Gap::Few)
    }

    /// Whether it may begin at this token: what it replaces there has to be there.
    pub fn may_begin(&self, text: &[QuotationToken<'_>], start: usize) -> bool {
        let before = start.checked_sub(1).and_then(|before| text.get(before));
        (!self.begins.gap.is_of_words() || before.is_some_and(can_be_replaced))
            && !is_behind_prefix(text, start)
    }

    /// Whether it may end before this token: what it replaces there has to be there, and a question is no statement.
    pub fn may_end(&self, text: &[QuotationToken<'_>], end: usize) -> bool {
        let after = text.get(end);
        (!self.ends.gap.is_of_words() || after.is_some_and(can_be_replaced))
            && !(self.is_stated && after.is_some_and(|mark| mark.text == "?"))
    }

    /// Gaps beside each other are one, and those at the ends have words on one side. A full stop or comma at the end may be
    /// the author's.
    fn tidied(pieces: Vec<QuotationPiece<'q>>) -> Self {
        let mut kept: Vec<QuotationPiece<'_>> = Vec::new();
        let (mut joint, mut begins, mut is_stated) = (Joint::NONE, Joint::NONE, false);
        for piece in pieces {
            joint.join(&piece.joint);
            if !piece.tokens.is_empty() {
                let before = std::mem::replace(&mut joint, Joint::NONE);
                let before = if kept.is_empty() { std::mem::replace(&mut begins, before) } else { before };
                kept.push(QuotationPiece { joint: before, tokens: piece.tokens });
            }
        }
        if let Some(last) = kept.last_mut() {
            while last.tokens.len() > 1 && last.tokens.last().is_some_and(may_be_authors) {
                let mark = last.tokens.pop();
                is_stated |= joint.gap == Gap::None && mark.is_some_and(|mark| mark.text == ".");
            }
        }
        let ends = if kept.is_empty() { Joint::NONE } else { joint };
        Self { pieces: kept, begins, ends, is_stated }
    }
}

/// Whether a mark at the end of a quotation may belong to the sentence around it. One that asks or calls does not.
fn may_be_authors(token: &WantedToken<'_>) -> bool {
    !has_letters(&token.text) && !matches!(&*token.text, "?" | "!")
}

/// Syllables that turn the word that a hyphen joins to them.
const PREFIXES: [&str; 12] =
    ["anti", "counter", "dis", "ex", "half", "mis", "non", "pseudo", "quasi", "semi", "sub", "un"];

/// Whether a word is what a hyphen joins to such a syllable: `fatal` of `non-fatal`.
fn is_behind_prefix(text: &[QuotationToken<'_>], start: usize) -> bool {
    let [prefix, hyphen, word] = [2, 1, 0].map(|back| start.checked_sub(back).and_then(|at| text.get(at)));
    let (Some(prefix), Some(hyphen), Some(word)) = (prefix, hyphen, word) else { return false };
    let is_joined = prefix.span.end == hyphen.span.start && hyphen.span.end == word.span.start;
    is_joined && hyphen.text == "-" && PREFIXES.contains(&&*prefix.text.to_lowercase())
}

/// Whether brackets can stand for a token: for a word, or for what stands in brackets itself.
fn can_be_replaced(token: &QuotationToken<'_>) -> bool {
    is_word(token) || matches!(&*token.text, "[" | "]")
}

fn is_word(token: &QuotationToken<'_>) -> bool {
    has_letters(&token.text)
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether brackets that begin so say what the words before them mean, and need replace none: `it [the scheme] was`.
fn explains(first: &QuotationToken<'_>) -> bool {
    const BEGINS: [&str; 16] = [
        "a", "an", "at", "by", "for", "from", "i", "in", "meaning", "namely", "of", "on", "that", "the",
        "those", "to",
    ];
    BEGINS.contains(&&*first.text) || first.text.starts_with(char::is_uppercase)
}

/// `[W]e` as one word.
fn bracketed_letter<'q>(rest: &[QuotationToken<'q>]) -> Option<Cow<'q, str>> {
    let [open, letter, close, word, ..] = rest else { return None };
    let is_one = open.text == "[" && close.text == "]" && is_word(letter) && letter.text.chars().count() == 1;
    let joins = close.span.end == word.span.start && is_word(word);
    (is_one && joins).then(|| Cow::Owned(format!("{}{}", letter.text, word.text)))
}

/// What stands here in place of words, and how many tokens it takes; nothing takes one.
fn joint_at(quotation: &str, rest: &[QuotationToken<'_>]) -> (Joint, usize) {
    let dots = |tokens: &[QuotationToken<'_>]| tokens.iter().take_while(|token| token.text == ".").count();
    if dots(rest) >= 3 {
        let joint = Joint { gap: Gap::Any, is_ended: dots(rest) > 3, ..Joint::NONE };
        return (joint, dots(rest));
    }
    let close = rest.iter().position(|token| token.text == "]");
    let (Some(close), true) = (close, rest[0].text == "[") else { return (Joint::NONE, 1) };
    let inside = &rest[1..close];
    let gap = match inside {
        [only] if only.text == "sic" => Gap::Marks,
        _ if dots(inside) >= 3 && dots(inside) == inside.len() => Gap::Any,
        [first, ..] if inside.iter().any(is_word) && explains(first) => Gap::Aside,
        _ if inside.iter().any(is_word) => Gap::Few,
        _ => Gap::Marks,
    };
    let is_typed =
        (gap == Gap::Marks || gap.is_of_words()) && !inside.iter().any(|token| token.text == "sic");
    let typed = &quotation[rest[0].span.end..rest[close].span.start];
    let typed = if is_typed { typed.trim().to_owned() } else { String::new() };
    (Joint { gap, typed, ..Joint::NONE }, close + 1)
}

#[cfg(test)]
mod tests {
    use super::{Gap, Quotation};

    #[test]
    fn what_stands_for_other_words_is_a_gap() {
        for (quotation, gap, has_gap) in [
            ("we … they", Gap::Any, true),
            ("we ... they", Gap::Any, true),
            ("we […] they", Gap::Any, true),
            ("we [...] they", Gap::Any, true),
            ("we [the county] they", Gap::Aside, true),
            ("we [very] they", Gap::Few, true),
            ("we [.] they", Gap::Marks, false),
            ("we [..] they", Gap::Marks, false),
            ("we [sic] they", Gap::Marks, false),
            ("we [the county] … they", Gap::Any, true),
        ] {
            let read = Quotation::of(quotation);
            assert_eq!((read.pieces[1].joint.gap, read.has_gap()), (gap, has_gap), "{quotation}");
        }
        for whole in ["[W]e and they", "… we and they …", "we and they [.]", "[sic] we"] {
            let read = Quotation::of(whole);
            assert!(read.pieces.len() == 1 && !read.has_gap(), "{whole}");
        }
    }
}
