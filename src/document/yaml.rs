//! The one door to YAML: typed decoding, and a tree with spans for when that fails.
//!
//! Typed decoding goes straight from the text, so that every scalar stays as typed (`1.10`, `017`, `no`).
//! The tree is built only to report: it never becomes a record.

use crate::schema::{Key, Node, Value};
use crate::span::Span;
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks};
use serde::de::DeserializeOwned;

/// Nesting deeper than this is refused.
const DEEPEST: usize = 64;

/// Why a text is no YAML, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What the parser says.
    pub message: String,
    /// Where, in the text that was parsed.
    pub span: Span,
}

/// Decodes a text into a type.
///
/// # Errors
/// The decoder's message and place.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, SyntaxError> {
    serde_yaml::from_str(text).map_err(|error| {
        let at = error.location().map_or(0, |location| location.index().min(text.len()));
        SyntaxError { message: error.to_string(), span: Span::new(at, at + 1).clamped(text) }
    })
}

/// The tree of a text. An empty text is an empty mapping.
///
/// # Errors
/// The parser's message and place.
pub fn tree(text: &str) -> Result<Node, SyntaxError> {
    let mut builder = Builder::new(text);
    for event in Parser::new_from_str(text) {
        let (event, marks) = event.map_err(|error| {
            let at = builder.byte(error.marker().index());
            SyntaxError { message: error.info().to_owned(), span: Span::new(at, at + 1).clamped(text) }
        })?;
        builder.event(&event, marks)?;
    }
    Ok(builder.root.unwrap_or_else(|| empty(text)))
}

fn empty(text: &str) -> Node {
    Node { span: Span::new(0, text.len()), value: Value::Map { entries: Vec::new(), flow: false } }
}

/// A collection that is still open.
enum Open {
    List { start: usize, items: Vec<Node> },
    Map { start: usize, flow: bool, entries: Vec<(Key, Node)>, key: Option<Key> },
}

struct Builder<'a> {
    text: &'a str,
    /// Byte offset of every character; the parser counts characters.
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<Node>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        Self { text, bytes, open: Vec::new(), root: None }
    }

    fn byte(&self, character: usize) -> usize {
        self.bytes.get(character).copied().unwrap_or(self.text.len())
    }

    fn event(&mut self, event: &Event<'_>, marks: Marks) -> Result<(), SyntaxError> {
        let start = self.byte(marks.start.index());
        let end = self.byte(marks.end.index());
        match event {
            Event::Scalar(text, style, ..) => self.scalar(text, *style, start, end),
            Event::Alias(_) => {
                self.put(Node {
                    span: Span::new(start, end),
                    value: Value::Scalar { text: "*".to_owned(), quoted: true },
                });
            }
            Event::SequenceStart(..) => self.open.push(Open::List { start, items: Vec::new() }),
            Event::MappingStart(..) => {
                let flow = self.text[start..].starts_with('{');
                self.open.push(Open::Map { start, flow, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(end),
            _ => {}
        }
        if self.open.len() > DEEPEST {
            let message = format!("nested more than {DEEPEST} deep");
            return Err(SyntaxError { message, span: Span::new(start, end) });
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, start: usize, end: usize) {
        let quoted = style != ScalarStyle::Plain;
        let end = match style {
            ScalarStyle::Plain => start + self.text[start..end].trim_end().len(),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                closing_quote(self.text, start).unwrap_or(end)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => end,
        };
        let span = Span::new(start, end);
        match self.open.last_mut() {
            Some(Open::Map { key: key @ None, .. }) => *key = Some(Key { text: text.to_owned(), span }),
            _ => self.put(Node { span, value: Value::Scalar { text: text.to_owned(), quoted } }),
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(name) => entries.push((name, node)),
                None => *key = Some(Key { text: String::new(), span: node.span }),
            },
            None => self.root = Some(node),
        }
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List { start, items }) => {
                Node { span: Span::new(start, end), value: Value::List(items) }
            }
            Some(Open::Map { start, flow, entries, .. }) => {
                Node { span: Span::new(start, end), value: Value::Map { entries, flow } }
            }
            None => return,
        };
        self.put(node);
    }
}

/// The byte after the quotation mark that closes the one at `start`: the parser's own span of a quoted
/// scalar runs on over blanks and a comment.
fn closing_quote(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(start)?;
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 2,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 2,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{decode, tree};
    use crate::diagnostic::FieldPath;
    use std::collections::BTreeMap;

    #[test]
    fn scalars_stay_as_typed() {
        let text = "a: 1.10\nb: 017\nc: no\nd: 735,470\ne: .nan\n";
        let read: BTreeMap<String, String> = decode(text).expect("valid");
        let values: Vec<&str> = read.values().map(String::as_str).collect();
        assert_eq!(values, ["1.10", "017", "no", "735,470", ".nan"]);
    }

    #[test]
    fn spans_are_bytes_and_end_at_the_closing_quote() {
        let text = "£: x\nb: \"y\"  # note\n";
        let node = tree(text).expect("valid");
        let span = node.value_span(&FieldPath::key("b"));
        assert_eq!(&text[span.start..span.end], "\"y\"");
    }

    #[test]
    fn depth_is_bounded() {
        assert!(tree(&"[".repeat(10_000)).is_err());
        assert!(tree(&"{a: ".repeat(10_000)).is_err());
    }
}
