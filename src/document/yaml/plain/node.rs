//! A value on its way into a type.

use super::block::YamlBlock;
use super::flow::Flow;
use super::scalar::Scalar;
use super::{NotPlain, PlainReader};
use serde::Deserializer;
use serde::de::Visitor;
use std::borrow::Cow;

/// A value whose beginning has been seen.
pub(super) enum YamlValue<'a> {
    /// A scalar, all of which has been read.
    Scalar(Scalar<'a>),
    /// A list whose items come next.
    List(Layout),
    /// A mapping whose keys come next.
    Map(Layout),
}

/// How a collection is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// By indentation: its lines begin after so many spaces.
    Block(usize),
    /// In brackets or braces.
    Flow,
}

/// A value, and the reader that its inside comes from.
pub(super) struct YamlNode<'r, 'a> {
    pub reader: &'r mut PlainReader<'a>,
    pub value: YamlValue<'a>,
}

impl YamlNode<'_, '_> {
    fn plain(&self) -> Result<&str, NotPlain> {
        match &self.value {
            YamlValue::Scalar(scalar) if !scalar.is_quoted => Ok(&scalar.text),
            _ => Err(NotPlain),
        }
    }
}

/// What is left over when a type has taken what it wants is a mistake.
fn complete<T>(read: T, is_over: bool) -> Result<T, NotPlain> {
    if is_over { Ok(read) } else { Err(NotPlain) }
}

/// Types that no record has are left to the real reader.
macro_rules! leave {
    ($($method:ident($($argument:ty),*))*) => {
        $(fn $method<V: Visitor<'a>>(self, $(_: $argument,)* _: V) -> Result<V::Value, NotPlain> {
            Err(NotPlain)
        })*
    };
}

impl<'a> Deserializer<'a> for YamlNode<'_, 'a> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match &self.value {
            YamlValue::Scalar(scalar) if scalar.is_surely_text() => self.deserialize_str(visitor),
            YamlValue::Scalar(_) => Err(NotPlain),
            YamlValue::List(_) => self.deserialize_seq(visitor),
            YamlValue::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.plain()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_i64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let text = self.plain()?;
        let number: i64 = text.parse().map_err(|_| NotPlain)?;
        if number.to_string() == text { visitor.visit_i64(number) } else { Err(NotPlain) }
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.value {
            YamlValue::Scalar(scalar) => match scalar.text {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            YamlValue::List(_) | YamlValue::Map(_) => Err(NotPlain),
        }
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match &self.value {
            YamlValue::Scalar(scalar) if scalar.is_absent() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let YamlValue::List(layout) = self.value else { return Err(NotPlain) };
        self.reader.nested(|reader| match layout {
            Layout::Block(indent) => {
                let mut list = YamlBlock::new(reader, indent);
                complete(visitor.visit_seq(&mut list)?, list.is_over)
            }
            Layout::Flow => {
                let mut list = Flow::new(reader, ']');
                complete(visitor.visit_seq(&mut list)?, list.is_over)
            }
        })
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let YamlValue::Map(layout) = self.value else { return Err(NotPlain) };
        self.reader.nested(|reader| match layout {
            Layout::Block(indent) => {
                let mut map = YamlBlock::new(reader, indent);
                complete(visitor.visit_map(&mut map)?, map.is_over)
            }
            Layout::Flow => {
                let mut map = Flow::new(reader, '}');
                complete(visitor.visit_map(&mut map)?, map.is_over)
            }
        })
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.deserialize_map(visitor)
    }

    fn deserialize_identifier<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_str(visitor)
    }

    leave! {
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_char() deserialize_bytes() deserialize_byte_buf()
        deserialize_unit() deserialize_unit_struct(&'static str) deserialize_tuple(usize)
        deserialize_tuple_struct(&'static str, usize) deserialize_ignored_any()
        deserialize_enum(&'static str, &'static [&'static str])
    }
}
