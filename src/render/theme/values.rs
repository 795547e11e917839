//! What an expression of a template gives: a path, a literal, a list that is made of others, and filters behind them. Where that
//! is not certain, it may be anything.

use super::comprehensions::{comprehension, enclosed, is_outer};
use super::fields::{FieldWalk, Scope};
use super::tag_words::{TagWord, begins_path};
use crate::render::contract::FieldHolds;
use std::collections::BTreeSet;

/// Filters that give a list of what they were given a list of.
const KEEPING: [&str; 3] = ["sort", "reverse", "unique"];

/// Filters that give one of the list that they were given.
const TAKING: [&str; 3] = ["first", "last", "nth"];

impl FieldWalk<'_> {
    /// What an expression gives, if it is no more than a path or a comprehension, and filters that are known.
    pub fn given(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> FieldHolds {
        if (at..words.len()).any(|joint| is_outer(words, at, joint, "~")) {
            return FieldHolds::Text;
        }
        match self.kept(words, at, scopes) {
            (holds, next) if next == words.len() => holds,
            _ => FieldHolds::Anything,
        }
    }

    /// What a path or a comprehension gives, and the word behind it.
    pub fn base(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> Option<(FieldHolds, usize)> {
        if at >= words.len() {
            return None;
        }
        if begins_path(words, at) {
            let led = self.follow(words, at, scopes).ok()?;
            return Some((led.holds, led.next));
        }
        if let Some(led) = self.follow_group(words, at, scopes) {
            let led = led.ok()?;
            return Some((led.holds, led.next));
        }
        if let Some((holds, next)) = self.literal(words, at, scopes) {
            return Some((holds, next));
        }
        let list = comprehension(words, at)?;
        let scope = self.of_comprehension(words, &list, scopes);
        let scopes: Vec<Scope> = scopes.iter().cloned().chain([scope]).collect();
        let one = self.given(&words[..list.element.end], list.element.start, &scopes);
        Some((FieldHolds::List(Box::new(one)), list.end))
    }

    /// What is typed there as it is, and the word behind it: a text, a number, a list, a map.
    fn literal(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> Option<(FieldHolds, usize)> {
        let word = words.get(at)?.text;
        let first = word.chars().next()?;
        match first {
            '"' | '\'' | '`' => return Some((FieldHolds::Text, at + 1)),
            '0'..='9' => return Some((FieldHolds::Number, at + if is_fraction(words, at) { 3 } else { 1 })),
            '[' | '{' => {}
            _ => return None,
        }
        let (begin, end) = enclosed(words, at)?;
        if first == '{' {
            return Some((FieldHolds::Map(Box::new(FieldHolds::Anything)), end + 1));
        }
        let commas = (begin..end).filter(|comma| is_outer(words, begin, *comma, ","));
        let ends = commas.chain([end]).collect::<Vec<_>>();
        let begins = [begin].into_iter().chain(ends.iter().map(|end| end + 1));
        let parts = begins.zip(&ends).filter(|(begin, end)| begin < *end);
        let of: BTreeSet<FieldHolds> =
            parts.map(|(begin, end)| self.given(&words[..*end], begin, scopes)).collect();
        let one = if of.len() == 1 { of.into_iter().next() } else { None };
        Some((FieldHolds::List(Box::new(one.unwrap_or(FieldHolds::Anything))), end + 1))
    }

    /// What a value is behind filters that are known, and the word behind the last of these.
    pub fn kept(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> (FieldHolds, usize) {
        let Some((mut holds, mut at)) = self.base(words, at, scopes) else {
            return (FieldHolds::Anything, words.len());
        };
        while let Some(next) = filtered(&holds, words, at) {
            (holds, at) = next;
        }
        (holds, at)
    }
}

/// What a value is behind the filter that stands there, if that is known, and the word behind the filter.
pub(super) fn filtered(holds: &FieldHolds, words: &[TagWord<'_>], at: usize) -> Option<(FieldHolds, usize)> {
    let text = |ahead: usize| words.get(at + ahead).map_or("", |word| word.text);
    let name = (text(0) == "|").then(|| text(1))?;
    let holds = match holds {
        FieldHolds::List(of) if TAKING.contains(&name) => (**of).clone(),
        list @ FieldHolds::List(_) if name == "group_by" => FieldHolds::Map(Box::new(list.clone())),
        list if KEEPING.contains(&name) => list.clone(),
        _ => return None,
    };
    let close = words[at..].iter().position(|word| word.text == ")");
    let next = match text(2) {
        "(" => close.map_or(words.len(), |close| at + close + 1),
        _ => at + 2,
    };
    Some((holds, next))
}

/// Whether a number goes on behind a point.
fn is_fraction(words: &[TagWord<'_>], at: usize) -> bool {
    let is_number = |word: &TagWord<'_>| word.text.starts_with(|first: char| first.is_ascii_digit());
    words.get(at + 1).is_some_and(|word| word.text == ".") && words.get(at + 2).is_some_and(is_number)
}
