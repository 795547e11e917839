//! What YAML loses without a word: of `publisher: Trust #2` it keeps `Trust`, since a `#` behind a blank begins a comment.

use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::yaml;
use crate::path::SourcePath;
use crate::schema::{Node, Value};
use crate::span::Span;
use memchr::memmem;

/// Reports what was most likely meant as a part of a value: a `#` with a letter or digit right behind it.
pub(super) fn comments(path: &SourcePath, text: &str, offset: usize) -> Vec<Diagnostic> {
    let marks: Vec<usize> =
        memmem::find_iter(text.as_bytes(), " #").map(|at| at + 1).filter(|at| is_meant(text, *at)).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    // What is no YAML is told elsewhere.
    let Ok(tree) = yaml::tree(text) else { return Vec::new() };
    let lost = marks.into_iter().filter(|at| !is_within_text(&tree, *at));
    lost.map(|at| report(path, text, at, offset)).collect()
}

/// Whether a word or number follows right behind the mark, and something stands before it in its line.
fn is_meant(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit('\n').next().unwrap_or_default();
    text[at + 1..].starts_with(char::is_alphanumeric) && !before.trim().is_empty()
}

/// Whether a byte belongs to a text, or to a key.
fn is_within_text(node: &Node, at: usize) -> bool {
    let holds = |span: Span| span.start <= at && at < span.end;
    match &node.value {
        Value::Scalar { .. } => holds(node.span),
        Value::List(items) => items.iter().any(|item| is_within_text(item, at)),
        Value::Map { entries, .. } => {
            entries.iter().any(|(key, value)| holds(key.span) || is_within_text(value, at))
        }
    }
}

fn report(path: &SourcePath, text: &str, at: usize, offset: usize) -> Diagnostic {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let rest = text[at..].lines().next().unwrap_or_default().trim_end();
    let kept = text[start..at].trim();
    let kept = kept.split_once(": ").map_or(kept, |(_, value)| value.trim());
    let whole = if kept.ends_with(':') { rest.to_owned() } else { format!("{kept} {rest}") };
    let place = Place::span(path, Span::new(at, at + rest.len()).shifted(offset));
    let message = format!("`#` begins a comment here, so that `{rest}` is lost");
    let help = format!(
        "put the value in quotation marks, `\"{}\"`; a comment has a blank behind its `#`",
        whole.replace('"', "'")
    );
    Diagnostic::new(&rules::LOST_TEXT, place, message).help(help)
}
