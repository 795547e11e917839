//! Lists in brackets and mappings in braces, on one line.

use super::lines::without_spaces_before;
use super::node::{YamlNode, YamlValue};
use super::scalar::{self, key};
use super::{NotPlain, PlainReader};
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

impl<'a> PlainReader<'a> {
    fn flow_value(&mut self) -> Result<YamlValue<'a>, NotPlain> {
        self.value(without_spaces_before(self.flow), scalar::plain_in_flow)
    }
}

/// A collection in brackets or braces.
pub(super) struct Flow<'r, 'a> {
    reader: &'r mut PlainReader<'a>,
    closing: char,
    /// Whether nothing of it has been read.
    is_fresh: bool,
    /// Whether all of it has been read.
    pub is_over: bool,
}

impl<'r, 'a> Flow<'r, 'a> {
    pub fn new(reader: &'r mut PlainReader<'a>, closing: char) -> Self {
        Self { reader, closing, is_fresh: true, is_over: false }
    }

    /// Goes on to the next item; `false` at the end.
    fn goes_on(&mut self) -> Result<bool, NotPlain> {
        let text = without_spaces_before(self.reader.flow);
        if let Some(rest) = text.strip_prefix(self.closing).filter(|_| !self.is_over) {
            self.is_over = true;
            self.reader.flow = rest;
        } else if !self.is_fresh && !self.is_over {
            self.reader.flow = text.strip_prefix(',').ok_or(NotPlain)?;
        }
        self.is_fresh = false;
        Ok(!self.is_over)
    }

    fn node<'s>(&'s mut self, value: YamlValue<'a>) -> YamlNode<'s, 'a> {
        YamlNode { reader: self.reader, value }
    }
}

impl<'a> SeqAccess<'a> for Flow<'_, 'a> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let value = self.reader.flow_value()?;
        seed.deserialize(self.node(value)).map(Some)
    }
}

impl<'a> MapAccess<'a> for Flow<'_, 'a> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let (key, rest) = key(without_spaces_before(self.reader.flow)).ok_or(NotPlain)?;
        self.reader.flow = rest;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        let value = self.reader.flow_value()?;
        seed.deserialize(self.node(value))
    }
}
