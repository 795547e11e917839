//! What of a template a reader sees that is typed in it: the text outside of its tags, and texts in tags that end up in it.
//! A text that only stands in an attribute such as `class`, is compared, or names something, is seen by nobody.

use super::comprehensions::follows_value;
use super::tag_words::{TagWord, begins_path, is_keyword, is_text, unquoted, words};
use crate::document::raw_html::figures;
use crate::document::template_tags::{TemplateTag, tags};
use crate::span::Span;
use std::collections::BTreeSet;

/// What templates print where a reader sees it.
#[derive(Debug, Default)]
pub struct PrintedTexts<'t> {
    /// Names, and those that these are made of.
    names: BTreeSet<&'t str>,
    /// Fields that are asked of anything.
    fields: BTreeSet<&'t str>,
    /// Whether entries are gone through, whatever their names are.
    has_entries: bool,
}

impl<'t> PrintedTexts<'t> {
    /// What these templates print.
    pub(super) fn of(templates: impl Iterator<Item = &'t str>) -> Self {
        let (mut printed, mut made) = (Self::default(), Vec::new());
        for text in templates {
            let ranges = figures::seen(&seen(text, &Self::default()));
            for tag in tags(text) {
                let words: Vec<TagWord<'_>> = words(tag).collect();
                let is_seen = ranges.iter().any(|range| range.contains(&tag.begin));
                if is_seen || !tag.prints {
                    printed.fields.extend(fields(&words));
                }
                if is_seen && tag.prints {
                    printed.names.extend(paths(&words, 0));
                }
                made.extend(
                    given(&words).map(|(names, from)| (names, paths(&words, from).collect::<Vec<_>>())),
                );
            }
        }
        printed.add_makings(&made);
        printed
    }

    /// Adds what the names are made of that are printed.
    fn add_makings(&mut self, made: &[(Vec<&'t str>, Vec<&'t str>)]) {
        loop {
            let known = self.names.len();
            for (names, of) in made.iter().filter(|(names, _)| self.has_any(names)).collect::<Vec<_>>() {
                self.names.extend(of);
                self.has_entries |= names.contains(&",");
            }
            if self.names.len() == known {
                return;
            }
        }
    }

    /// Whether one of these names is printed.
    pub(super) fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.names.contains(name))
    }

    /// Whether the entry of this name may be.
    fn has_entry(&self, name: &str) -> bool {
        self.has_entries || self.fields.contains(name)
    }
}

/// The fields that a tag asks for by name.
fn fields<'w, 't>(words: &'w [TagWord<'t>]) -> impl Iterator<Item = &'t str> + 'w {
    words.windows(2).filter(|two| matches!(two[0].text, "." | "[")).map(|two| unquoted(two[1].text))
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
pub fn seen(text: &str, printed: &PrintedTexts<'_>) -> String {
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
    /// What a component is given by this name.
    Given(&'t str),
    /// The name of an entry.
    Index,
    /// A map.
    Map,
    /// A list, or what belongs together.
    Group,
}

/// The arguments whose texts get into what a filter gives.
const GIVING: [(&str, &str); 8] = [
    ("default", "value"),
    ("get", "default"),
    ("indent", "indentation"),
    ("join", "sep"),
    ("pluralize", "plural"),
    ("pluralize", "singular"),
    ("replace", "to"),
    ("truncate", "end"),
];

/// The texts and numbers in a tag that get onto the page as they are.
fn literals(tag: TemplateTag<'_>, printed: &PrintedTexts<'_>) -> Vec<Span> {
    let words: Vec<TagWord<'_>> = words(tag).collect();
    let first = words.first().map_or("", |word| word.text);
    let from = match given(&words) {
        Some((names, from)) if printed.has_any(&names) => from,
        None if tag.prints || matches!(first, "component" | "filter") => 0,
        Some(_) | None => return Vec::new(),
    };
    let is_component = matches!(first, "<" | "component");
    let mut found = Vec::new();
    let mut open: Vec<Bracket<'_>> = Vec::new();
    for at in from..words.len() {
        match words[at].text {
            "(" | "[" | "{" => open.push(bracket(&words, at, from, is_component)),
            ")" | "]" | "}" => drop(open.pop()),
            _ => {
                // What counts begins with nothing.
                let literal = literal(&words, at).filter(|_| from == 0 || words[at].text != "0");
                let is_seen = |_: &Span| match taken_as(&words, at, &open).filter(|_| is_component) {
                    Some(name) => printed.has_any(&[name]),
                    None => is_value(&words, at, from, &open, printed),
                };
                found.extend(literal.filter(is_seen));
            }
        }
    }
    found
}

/// The text or the number that stands there, unless it is compared or reckoned with.
fn literal(words: &[TagWord<'_>], at: usize) -> Option<Span> {
    let word = words[at];
    if is_text(word.text) {
        let inner = Span::new(word.span.start + 1, word.span.end - 1);
        return (!is_compared(words.get(at + 1))).then_some(inner);
    }
    is_number(word.text).then_some(())?;
    let end = if words.get(at + 1).is_some_and(|word| word.text == ".") { at + 2 } else { at };
    let is_last = words.get(end + 1).is_none_or(|next| is_behind_number(next.text));
    is_last.then(|| Some(Span::new(word.span.start, words.get(end)?.span.end)))?
}

/// Whether a number before this word is no part of a sum. A minus sign is no word.
fn is_behind_number(word: &str) -> bool {
    matches!(word, "~" | "|" | "," | ")" | "]" | "}" | "/" | "if" | "else" | "or")
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// The name by which a component takes what stands there.
fn taken_as<'t>(words: &[TagWord<'t>], at: usize, open: &[Bracket<'t>]) -> Option<&'t str> {
    match open.last() {
        Some(Bracket::Given(name)) => Some(name),
        Some(Bracket::Call(_) | Bracket::Index | Bracket::Map | Bracket::Group) | None => {
            let is_argument = at > 1 && words[at - 1].text == "=";
            is_argument.then(|| words[at - 2].text)
        }
    }
}

/// What the bracket encloses that opens there.
fn bracket<'t>(words: &[TagWord<'t>], at: usize, from: usize, is_component: bool) -> Bracket<'t> {
    let before = if at == from { "" } else { words[at - 1].text };
    match words[at].text {
        "(" if is_name(before) => Bracket::Call(before),
        "[" if at > from && follows_value(words, at) => Bracket::Index,
        "{" if is_component && before == "=" => Bracket::Given(words[at.saturating_sub(2)].text),
        "{" => Bracket::Map,
        _ => Bracket::Group,
    }
}

/// Whether what stands there is part of what an expression gives.
fn is_value(
    words: &[TagWord<'_>],
    at: usize,
    from: usize,
    open: &[Bracket<'_>],
    printed: &PrintedTexts<'_>,
) -> bool {
    let before = if at == from { "" } else { words[at - 1].text };
    let (innermost, outer) = open.split_last().map_or((None, open), |(last, outer)| (Some(*last), outer));
    let is_kept = outer.iter().all(|one| match one {
        Bracket::Map | Bracket::Group => true,
        Bracket::Call(filter) => GIVING.iter().any(|(giving, _)| giving == filter),
        Bracket::Given(_) | Bracket::Index => false,
    });
    is_kept
        && match innermost {
            Some(Bracket::Index | Bracket::Given(_)) => false,
            Some(Bracket::Call(filter)) => {
                let is_giving = argument(words, at).is_some_and(|name| GIVING.contains(&(filter, name)));
                is_giving && matches!(before, "=" | "~" | "or" | "else")
            }
            Some(Bracket::Map) => match before {
                ":" => printed.has_entry(unquoted(words[at.saturating_sub(2)].text)),
                _ => matches!(before, "~" | "or" | "else"),
            },
            Some(Bracket::Group) | None => matches!(before, "" | "~" | "or" | "else" | "(" | "[" | ","),
        }
}

/// The argument to which what stands there belongs.
fn argument<'t>(words: &[TagWord<'t>], at: usize) -> Option<&'t str> {
    let begin = words[..at].iter().rposition(|word| matches!(word.text, "(" | ","))?;
    let is_named = words.get(begin + 2).is_some_and(|word| word.text == "=");
    is_named.then(|| words[begin + 1].text)
}

/// Whether a text before this word is compared or looked for.
fn is_compared(next: Option<&TagWord<'_>>) -> bool {
    next.is_some_and(|word| matches!(word.text, "=" | "!" | "<" | ">" | "in" | "is" | "not" | "and"))
}

fn is_name(word: &str) -> bool {
    let is_first = |first: char| first.is_ascii_alphabetic() || first == '_';
    word.starts_with(is_first) && !is_keyword(word)
}
