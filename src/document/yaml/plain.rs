//! A quick reader for plain front matter, in front of the real one.
//!
//! Nearly every text is block mappings, lists, one-line scalars and one-line flow collections. This reads those
//! straight from the text, and gives up at anything that it does not understand with certainty: tabs, anchors,
//! tags, scalars of several lines, odd indentation, every mistake. The real reader then decides. What both read
//! is the same; `tests/yaml.rs` holds them to it.

mod block;
mod flow;
mod lines;
mod node;
mod scalar;

use lines::YamlLines;
use node::{Layout, YamlNode, YamlValue};
use scalar::Scalar;
use serde::de::DeserializeOwned;
use std::fmt;

/// Nesting deeper than this is left to the real reader.
const DEEPEST: usize = 24;

/// The text is not plain, or does not decode; which of the two, the real reader says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not plain")
    }
}

impl std::error::Error for NotPlain {}

impl serde::de::Error for NotPlain {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Decodes a plain text into a type; `None` says nothing about the text.
#[must_use]
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = PlainReader::new(text)?;
    let value = YamlValue::Map(Layout::Block(0));
    let decoded = T::deserialize(YamlNode { reader: &mut reader, value }).ok()?;
    reader.lines.here().is_none().then_some(decoded)
}

/// Reads a plain scalar at the start of a text, and says what follows it.
type ReadPlain<'a> = fn(&'a str) -> Result<(Scalar<'a>, &'a str), NotPlain>;

/// How far a text has been read.
struct PlainReader<'a> {
    /// The lines that come next.
    lines: YamlLines<'a>,
    /// What is left of the line that a flow collection stands on.
    flow: &'a str,
    /// Collections that are open.
    depth: usize,
}

impl<'a> PlainReader<'a> {
    /// `None` for a text that says nothing, or has characters that this does not know.
    fn new(text: &'a str) -> Option<Self> {
        let reader = Self { lines: YamlLines::new(text), flow: "", depth: 0 };
        (reader.lines.here().is_some() && lines::are_usual(text)).then_some(reader)
    }

    /// Reads the inside of a collection.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, NotPlain>) -> Result<T, NotPlain> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(NotPlain);
        }
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// The value at the start of a text, which is what is left of a line; `plain` reads one without marks.
    fn value(&mut self, text: &'a str, plain: ReadPlain<'a>) -> Result<YamlValue<'a>, NotPlain> {
        let (value, rest) = match text.as_bytes().first() {
            Some(b'[') => (YamlValue::List(Layout::Flow), &text[1..]),
            Some(b'{') => (YamlValue::Map(Layout::Flow), &text[1..]),
            Some(b'"' | b'\'') => {
                scalar::quoted(text).map(|(scalar, rest)| (YamlValue::Scalar(scalar), rest))?
            }
            _ => plain(text).map(|(scalar, rest)| (YamlValue::Scalar(scalar), rest))?,
        };
        self.flow = rest;
        Ok(value)
    }

    /// Makes sure that nothing but a comment follows the value of a line.
    fn end_inline(&mut self) -> Result<(), NotPlain> {
        let rest = std::mem::take(&mut self.flow);
        if lines::is_over(rest) { Ok(()) } else { Err(NotPlain) }
    }
}
