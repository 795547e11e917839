//! What of a template a reader sees that is typed in it: the text outside of its tags, and texts in tags that end up in it.
//! A text that only stands in an attribute such as `class`, is compared, or names something, is seen by nobody.

use super::comprehensions::follows_value;
use super::tag_words::{TagWord, begins_path, is_keyword, is_text, words};
use crate::document::raw_html::figures;
use crate::document::template_tags::{TemplateTag, tags};
use crate::span::Span;
use std::collections::BTreeSet;

/// The names that templates print where a reader sees it, and those that these are made of.
pub(super) fn printed_names<'t>(templates: impl Iterator<Item = &'t str>) -> BTreeSet<&'t str> {
    let (mut printed, mut made) = (BTreeSet::new(), Vec::new());
    for text in templates {
        let ranges = figures::seen(&seen(text, &BTreeSet::new()));
        for tag in tags(text) {
            let words: Vec<TagWord<'_>> = words(tag).collect();
            if tag.prints && ranges.iter().any(|range| range.contains(&tag.begin)) {
                printed.extend(paths(&words, 0));
            }
            made.extend(given(&words).map(|(names, from)| (names, paths(&words, from).collect::<Vec<_>>())));
        }
    }
    loop {
        let known = printed.len();
        for (names, of) in &made {
            if names.iter().any(|name| printed.contains(name)) {
                printed.extend(of);
            }
        }
        if printed.len() == known {
            return printed;
        }
    }
}

/// The names that a tag gives a value to, and where that begins: `set name = …`, `for name in …`.
fn given<'t>(words: &[TagWord<'t>]) -> Option<(Vec<&'t str>, usize)> {
    let is = |at: usize, text: &str| words.get(at).is_some_and(|word| word.text == text);
    let names = |end: usize| words[1..end].iter().map(|word| word.text).collect();
    if is(0, "for") {
        let place = words.iter().position(|word| word.text == "in")?;
        return Some((names(place), place + 1));
    }
    ((is(0, "set") || is(0, "set_global")) && is(2, "=")).then(|| (names(2), 3))
}

/// The first name of each path from a word on.
fn paths<'w, 't>(words: &'w [TagWord<'t>], from: usize) -> impl Iterator<Item = &'t str> + 'w {
    (from..words.len()).filter(|at| begins_path(words, *at)).map(|at| words[at].text)
}

/// A template with blanks in the place of all that nobody sees of its tags and comments.
#[must_use]
pub fn seen(text: &str, printed: &BTreeSet<&str>) -> String {
    let mut bare = String::with_capacity(text.len());
    for tag in tags(text) {
        push_without_comments(&text[bare.len()..tag.begin - 2], &mut bare);
        for literal in literals(tag, printed) {
            blank(&mut bare, literal.start);
            bare.push_str(&text[literal.start..literal.end]);
        }
        blank(&mut bare, tag.end);
    }
    push_without_comments(&text[bare.len()..], &mut bare);
    bare
}

fn blank(bare: &mut String, to: usize) {
    let blanks = to - bare.len();
    bare.extend(std::iter::repeat_n(' ', blanks));
}

fn push_without_comments(text: &str, bare: &mut String) {
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("{#") {
        let length = comment.find("#}").map_or(comment.len(), |end| end + 2);
        bare.push_str(before);
        bare.extend(std::iter::repeat_n(' ', 2 + length));
        rest = &comment[length..];
    }
    bare.push_str(rest);
}

/// What encloses a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket<'t> {
    /// The arguments of this filter, test or function.
    Call(&'t str),
    /// The name of an entry.
    Index,
    /// A map.
    Map,
    /// A list, or what belongs together.
    Group,
}

/// The texts in a tag that get onto the page, and numbers that are printed as they are.
fn literals(tag: TemplateTag<'_>, printed: &BTreeSet<&str>) -> Vec<Span> {
    let words: Vec<TagWord<'_>> = words(tag).collect();
    let first = words.first().map_or("", |word| word.text);
    let from = match given(&words) {
        Some((names, from)) if names.iter().any(|name| printed.contains(name)) => from,
        None if tag.prints || first == "component" => 0,
        Some(_) | None => return Vec::new(),
    };
    let is_component = matches!(first, "<" | "component");
    let mut found = Vec::new();
    let mut open: Vec<Bracket<'_>> = Vec::new();
    for at in from..words.len() {
        let before = if at == from { "" } else { words[at - 1].text };
        let word = words[at].text;
        match word {
            "(" | "[" | "{" => open.push(bracket(&words, at, from)),
            ")" | "]" | "}" => drop(open.pop()),
            _ if is_text(word) => {
                let argument = (before == "=").then(|| words[at.saturating_sub(2)].text);
                let is_seen = match argument.filter(|_| is_component) {
                    Some(name) => printed.contains(name),
                    None => is_value(&open, before, argument) && !is_compared(words.get(at + 1)),
                };
                let span = words[at].span;
                found.extend(is_seen.then(|| Span::new(span.start + 1, span.end - 1)));
            }
            _ if tag.prints && open.is_empty() && matches!(before, "" | "~") => {
                found.extend(number(&words, at));
            }
            _ => {}
        }
    }
    found
}

/// What the bracket encloses that opens there.
fn bracket<'t>(words: &[TagWord<'t>], at: usize, from: usize) -> Bracket<'t> {
    let before = if at == from { "" } else { words[at - 1].text };
    match words[at].text {
        "(" if is_name(before) => Bracket::Call(before),
        "[" if at > from && follows_value(words, at) => Bracket::Index,
        "{" => Bracket::Map,
        _ => Bracket::Group,
    }
}

/// The number that stands there and is printed as it is.
fn number(words: &[TagWord<'_>], at: usize) -> Option<Span> {
    words[at].text.starts_with(|first: char| first.is_ascii_digit()).then_some(())?;
    let end = if words.get(at + 1).is_some_and(|word| word.text == ".") { at + 2 } else { at };
    let is_whole = words.get(end + 1).is_none_or(|word| word.text == "~");
    is_whole.then(|| Some(Span::new(words[at].span.start, words.get(end)?.span.end)))?
}

/// Whether what stands there is part of what an expression gives.
fn is_value(open: &[Bracket<'_>], before: &str, argument: Option<&str>) -> bool {
    let (innermost, outer) = open.split_last().map_or((None, open), |(last, outer)| (Some(*last), outer));
    let is_default = |bracket: Bracket<'_>| bracket == Bracket::Call("default");
    let is_kept = outer.iter().all(|one| matches!(one, Bracket::Map | Bracket::Group) || is_default(*one));
    is_kept
        && match innermost {
            Some(Bracket::Index) => false,
            Some(call @ Bracket::Call(_)) => is_default(call) && argument == Some("value"),
            Some(Bracket::Map) => matches!(before, ":" | "~" | "or" | "else"),
            Some(Bracket::Group) | None => matches!(before, "" | "~" | "or" | "else" | "(" | "[" | ","),
        }
}

/// Whether a text before this word is compared or looked for.
fn is_compared(next: Option<&TagWord<'_>>) -> bool {
    next.is_some_and(|word| matches!(word.text, "=" | "!" | "<" | ">" | "in" | "is" | "not" | "and"))
}

fn is_name(word: &str) -> bool {
    let is_first = |first: char| first.is_ascii_alphabetic() || first == '_';
    word.starts_with(is_first) && !is_keyword(word)
}
