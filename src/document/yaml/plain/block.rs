//! Mappings and lists that are laid out by indentation.

use super::node::{Layout, YamlNode, YamlValue};
use super::scalar::{self, Scalar, key};
use super::{NotPlain, PlainReader, lines};
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

impl<'a> PlainReader<'a> {
    fn value_of_line(&mut self, text: &'a str) -> Result<YamlValue<'a>, NotPlain> {
        self.lines.advance();
        self.value(text, scalar::plain_line)
    }

    /// The value of a key at `indent`, after whose colon `rest` stands.
    fn value_of_key(&mut self, rest: &'a str, indent: usize) -> Result<YamlValue<'a>, NotPlain> {
        if !lines::is_over(rest) {
            return self.value_of_line(lines::without_spaces_before(rest));
        }
        self.lines.advance();
        Ok(match self.lines.here() {
            Some(line) if line.indent >= indent && line.item().is_some() => {
                YamlValue::List(Layout::Block(line.indent))
            }
            Some(line) if line.indent > indent => YamlValue::Map(Layout::Block(line.indent)),
            _ => YamlValue::Scalar(Scalar::plain("")),
        })
    }

    /// An item of a list, of which `rest` follows the dash.
    fn value_of_item(&mut self, rest: &'a str) -> Result<YamlValue<'a>, NotPlain> {
        let text = lines::without_spaces_before(rest);
        if key(text).is_none() {
            return self.value_of_line(text);
        }
        self.lines.open_item(text);
        let opened = self.lines.here().ok_or(NotPlain)?;
        Ok(YamlValue::Map(Layout::Block(opened.indent)))
    }
}

/// A collection whose lines stand at one indentation.
pub(super) struct YamlBlock<'r, 'a> {
    reader: &'r mut PlainReader<'a>,
    indent: usize,
    /// What follows the last key.
    rest: &'a str,
    /// Whether all of it has been read.
    pub is_over: bool,
}

impl<'r, 'a> YamlBlock<'r, 'a> {
    pub fn new(reader: &'r mut PlainReader<'a>, indent: usize) -> Self {
        Self { reader, indent, rest: "", is_over: false }
    }

    fn read<T: DeserializeSeed<'a>>(&mut self, seed: T, value: YamlValue<'a>) -> Result<T::Value, NotPlain> {
        let read = seed.deserialize(YamlNode { reader: self.reader, value })?;
        self.reader.end_inline()?;
        Ok(read)
    }
}

impl<'a> SeqAccess<'a> for YamlBlock<'_, 'a> {
    type Error = NotPlain;

    /// A line that is no item ends the list; whether it may stand there, the mapping around it knows.
    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        let line = self.reader.lines.here().filter(|line| line.indent == self.indent);
        let Some(rest) = line.and_then(lines::YamlLine::item) else {
            self.is_over = true;
            return Ok(None);
        };
        let value = self.reader.value_of_item(rest)?;
        self.read(seed, value).map(Some)
    }
}

impl<'a> MapAccess<'a> for YamlBlock<'_, 'a> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        let Some(line) = self.reader.lines.here().filter(|line| line.indent >= self.indent) else {
            self.is_over = true;
            return Ok(None);
        };
        let (key, rest) = key(line.text).filter(|_| line.indent == self.indent).ok_or(NotPlain)?;
        self.rest = rest;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        let value = self.reader.value_of_key(self.rest, self.indent)?;
        self.read(seed, value)
    }
}
