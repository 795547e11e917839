//! The one door to YAML: typed decoding, and a tree with spans for when that fails.
//!
//! Typed decoding goes straight from the text, so that every scalar stays as typed (`1.10`, `017`, `no`).
//! The tree is built only to report: it never becomes a record.

pub mod plain;

use crate::schema::{Key, Node, Value};
use crate::span::Span;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks};
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
    /// Whether it is only nested too deep.
    pub is_too_deep: bool,
}

impl SyntaxError {
    fn new(message: String, span: Span) -> Self {
        Self { message, span, is_too_deep: false }
    }

    fn too_deep(span: Span) -> Self {
        Self { is_too_deep: true, ..Self::new(format!("nested more than {DEEPEST} deep"), span) }
    }
}

/// Decodes a text into a type: by the quick reader if it is plain, else by the real one.
///
/// # Errors
/// The decoder's message and place.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, SyntaxError> {
    if let Some(decoded) = plain::decode(text) {
        return Ok(decoded);
    }
    check_depth(text)?;
    serde_yaml::from_str(text).map_err(|error| {
        // The decoder counts characters.
        let index = error.location().map_or(0, |location| location.index());
        SyntaxError::new(without_positions(&error.to_string()), character(text, index))
    })
}

/// The bytes of a character, counted from the start of the text.
fn character(text: &str, index: usize) -> Span {
    let at = text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte);
    Span::new(at, at + 1).clamped(text)
}

/// The parser gives up by itself when nesting is far beyond reason, before it says where that began.
fn scan_error(text: &str, error: &ScanError) -> SyntaxError {
    let span = character(text, error.marker().index());
    match error.info() {
        "recursion limit exceeded" => SyntaxError::too_deep(span),
        message => SyntaxError::new(message.to_owned(), span),
    }
}

/// The decoder reads a whole text before it looks at anything, in a time that grows with the square of the
/// depth: deep nesting is found beforehand. A text with few brackets cannot be deep.
fn check_depth(text: &str) -> Result<(), SyntaxError> {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{'));
    if brackets.take(DEEPEST + 1).count() <= DEEPEST {
        return Ok(());
    }
    let mut depth = 0;
    for event in Parser::new_from_str(text) {
        let (event, marks) = event.map_err(|error| scan_error(text, &error))?;
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            return Err(SyntaxError::too_deep(character(text, marks.start.index())));
        }
    }
    Ok(())
}

/// A message without ` at line 3 column 1`, which counts from the start of the front matter or block: the
/// place is shown anyway, counted from the start of the file.
fn without_positions(message: &str) -> String {
    let mut parts = message.split(" at line ");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        plain.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit() || " column".contains(c)));
    }
    plain
}

/// The tree of a text. An empty text is an empty mapping.
///
/// # Errors
/// The parser's message and place.
pub fn tree(text: &str) -> Result<Node, SyntaxError> {
    let mut builder = Builder::new(text);
    for event in Parser::new_from_str(text) {
        let (event, marks) = event.map_err(|error| scan_error(text, &error))?;
        builder.event(&event, marks)?;
    }
    Ok(builder.root.unwrap_or_else(|| empty(text)))
}

fn empty(text: &str) -> Node {
    Node { span: Span::new(0, text.len()), value: Value::Map { entries: Vec::new().into(), flow: false } }
}

/// A collection that is still open.
enum OpenCollection {
    List { start: usize, items: Vec<Node> },
    Map { start: usize, flow: bool, entries: Vec<(Key, Node)>, key: Option<Key> },
}

struct Builder<'a> {
    text: &'a str,
    /// Byte offset of every character; the parser counts characters.
    bytes: Vec<usize>,
    open: Vec<OpenCollection>,
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
            Event::SequenceStart(..) => self.open.push(OpenCollection::List { start, items: Vec::new() }),
            Event::MappingStart(..) => {
                let flow = self.text[start..].starts_with('{');
                self.open.push(OpenCollection::Map { start, flow, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(end),
            _ => {}
        }
        if self.open.len() > DEEPEST {
            return Err(SyntaxError::too_deep(Span::new(start, start + 1).clamped(self.text)));
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
            Some(OpenCollection::Map { key: key @ None, .. }) => {
                *key = Some(Key { text: text.to_owned(), span });
            }
            _ => self.put(Node { span, value: Value::Scalar { text: text.to_owned(), quoted } }),
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(OpenCollection::List { items, .. }) => items.push(node),
            Some(OpenCollection::Map { entries, key, .. }) => match key.take() {
                Some(name) => entries.push((name, node)),
                None => *key = Some(Key { text: String::new(), span: node.span }),
            },
            None => self.root = Some(node),
        }
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(OpenCollection::List { start, items }) => {
                Node { span: Span::new(start, end), value: Value::List(items) }
            }
            Some(OpenCollection::Map { start, flow, entries, .. }) => {
                Node { span: Span::new(start, end), value: Value::Map { entries: entries.into(), flow } }
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
        for opening in ["[", "{a: ", "[\"]\", "] {
            let error = decode::<serde_json::Value>(&opening.repeat(100_000)).expect_err(opening);
            assert!(error.is_too_deep && error.span.start < 257 * opening.len(), "{opening}: {error:?}");
        }
        let wide = format!("a: [{}]\n", "{b: c}, ".repeat(1_000));
        assert!(decode::<serde_json::Value>(&wide).is_ok());
    }

    #[test]
    fn a_message_does_not_count_lines_from_elsewhere() {
        let error = decode::<serde_json::Value>("£: x\nb: [c\n").expect_err("the list never ends");
        assert!(!error.message.contains("line") && !error.message.contains("column"), "{error:?}");
    }
}
