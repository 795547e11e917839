//! HTML that a template cuts or counts: its tags would be cut and counted like words. What is plain text is named instead.

use super::fields::{FieldFault, FieldWalk, Scope};
use super::tag_words::{TagWord, begins_path};
use crate::render::contract::{Contract, FieldHolds};
use crate::span::Span;

/// Filters behind which HTML is still HTML.
const KEEPING: [&str; 8] = ["default", "indent", "replace", "safe", "str", "trim", "trim_end", "trim_start"];

/// Filters that count what they are given.
const COUNTING: [&str; 2] = ["length", "wordcount"];

impl FieldWalk<'_> {
    /// What is wrong with the value that begins there, if it is HTML and not kept whole.
    pub fn cut(
        &self,
        words: &[TagWord<'_>],
        at: usize,
        scopes: &[Scope],
        is_printed: bool,
    ) -> Option<FieldFault> {
        begins_path(words, at).then_some(())?;
        let path_end = (at + 1..=words.len()).find(|end| self.is_html(words, at, *end, scopes))?;
        let mut next = path_end;
        while words.get(next).is_some_and(|word| word.text == ")") {
            next += 1;
        }
        let is_slice = text(words, next) == "[" && words[next..].iter().take(4).any(|word| word.text == ":");
        while text(words, next) == "|" && KEEPING.contains(&text(words, next + 1)) {
            next = behind_filter(words, next);
        }
        let filter = if text(words, next) == "|" { text(words, next + 1) } else { "" };
        let behind = behind_filter(words, next);
        let is_counted = is_printed
            && COUNTING.contains(&filter)
            && !matches!(text(words, behind), "<" | ">" | "=" | "!" | "if" | "is");
        let what = match filter {
            _ if is_slice => "a part of it would cut its tags".to_owned(),
            "truncate" => "`truncate` would cut its tags".to_owned(),
            _ if is_counted => format!("`{filter}` counts its tags too"),
            _ => return None,
        };
        let path: String = words[at..path_end].iter().map(|word| word.text).collect();
        let help = self.plain(words, at, path_end, scopes).unwrap_or_else(|| {
            "print it whole; how much of it is seen can be said in a stylesheet: `overflow: hidden`"
                .to_owned()
        });
        let span = Span::new(words[at].span.start, words[path_end - 1].span.end);
        Some(FieldFault {
            template: String::new(),
            span,
            message: format!("`{path}` is HTML, and {what}"),
            help,
        })
    }

    /// Whether a path ends there, and leads to HTML.
    fn is_html(&self, words: &[TagWord<'_>], at: usize, end: usize, scopes: &[Scope]) -> bool {
        let goes_on = matches!(text(words, end), "." | "?");
        !goes_on
            && self
                .follow(&words[..end], at, scopes)
                .is_ok_and(|led| led.holds == FieldHolds::Html && led.next == end)
    }

    /// The field beside it that has its words without tags.
    fn plain(&self, words: &[TagWord<'_>], at: usize, end: usize, scopes: &[Scope]) -> Option<String> {
        let (record, field) = (end.checked_sub(2)?, text(words, end - 1));
        let holds = self.follow(words.get(..record)?, at, scopes).ok()?.holds;
        let FieldHolds::Record(name) = holds else { return None };
        let path: String = words[at..record].iter().map(|word| word.text).collect();
        let plain = plain_field(self.contract, &name, field)?;
        Some(format!("take the words without tags: `{path}.{plain}`"))
    }
}

/// The field of a record that has the words of another one without tags.
fn plain_field(contract: &Contract, record: &str, field: &str) -> Option<&'static str> {
    let plain = match field.strip_suffix("_html") {
        Some("title") => "title",
        Some("label") => "label",
        Some("text") => "text",
        _ => "description",
    };
    let known = contract.record(record)?.field(plain)?;
    (known.holds == FieldHolds::Text).then_some(plain)
}

fn text<'t>(words: &[TagWord<'t>], at: usize) -> &'t str {
    words.get(at).map_or("", |word| word.text)
}

/// The word behind a filter and its arguments.
fn behind_filter(words: &[TagWord<'_>], pipe: usize) -> usize {
    let close = || words[pipe..].iter().position(|word| word.text == ")");
    match text(words, pipe + 2) {
        "(" => close().map_or(words.len(), |close| pipe + close + 1),
        _ => pipe + 2,
    }
}
