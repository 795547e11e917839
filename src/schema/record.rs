//! Shapes of records, and the macro that declares a record's type and shape together.

use super::{Entries, Extra, Texts};
use compact_str::CompactString;

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any scalar, kept as typed.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A list of texts, or a single one.
    Texts,
    /// Texts by key.
    TextMap,
    /// Records by id.
    Entries(&'static RecordShape),
    /// A list of records.
    List(&'static RecordShape),
    /// One record.
    Record(&'static RecordShape),
    /// Anything at all.
    Any,
}

impl Shape {
    /// What the records are that it holds, one or many; `None` when it holds none.
    #[must_use]
    pub fn record(self) -> Option<&'static RecordShape> {
        match self {
            Self::Entries(inner) | Self::List(inner) | Self::Record(inner) => Some(inner),
            Self::Text | Self::Flag | Self::Number | Self::Texts | Self::TextMap | Self::Any => None,
        }
    }
}

/// Which texts a field takes.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// Any.
    Free,
    /// Inline Markdown.
    Markdown,
    /// A value as printed.
    Quantity,
    /// A period.
    Period,
    /// How a number is computed from others.
    Formula,
    /// Markers of official statistics.
    Markers,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// A year, year and month, or day.
    Date,
    /// An id.
    Id,
}

impl Takes {
    /// The words that it takes, where it takes only some.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Choice(words) => words(),
            Self::Free
            | Self::Markdown
            | Self::Quantity
            | Self::Period
            | Self::Formula
            | Self::Markers
            | Self::Date
            | Self::Id => Vec::new(),
        }
    }
}

/// A field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// Whether a record without it is incomplete.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
    /// Which texts it takes.
    pub takes: Takes,
    /// What it means, for an author.
    pub doc: &'static str,
    /// A value that an author may type, in YAML; empty where none is given.
    pub example: &'static str,
}

/// The fields of one kind of record.
#[derive(Debug, Clone, Copy)]
pub struct RecordShape {
    /// What such a record is called in a message, such as `statistic`.
    pub noun: &'static str,
    /// Its fields, in the order in which they are documented.
    pub fields: &'static [Field],
}

impl RecordShape {
    /// The field with this key.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The words that a field takes; none when it takes any text.
    #[must_use]
    pub fn words(&self, name: &str) -> Vec<&'static str> {
        self.field(name).map_or_else(Vec::new, |field| field.takes.words())
    }

    /// Whether it or a record within it has a field with this key.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let is_within = |field: &Field| field.shape.record().is_some_and(|inner| inner.has(name));
        self.fields.iter().any(|field| field.name == name || is_within(field))
    }
}

/// A type that can stand in a record.
pub trait Shaped {
    /// What it looks like in the source.
    const SHAPE: Shape;
    /// Whether its record needs it.
    const REQUIRED: bool = true;
}

impl Shaped for String {
    const SHAPE: Shape = Shape::Text;
}

impl Shaped for CompactString {
    const SHAPE: Shape = Shape::Text;
}

impl Shaped for i64 {
    const SHAPE: Shape = Shape::Number;
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Flag;
}

impl Shaped for Texts {
    const SHAPE: Shape = Shape::Texts;
}

impl Shaped for Extra {
    const SHAPE: Shape = Shape::Any;
}

impl Shaped for Entries<String> {
    const SHAPE: Shape = Shape::TextMap;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
}

/// Declares records as they are typed: `record! { "noun" pub struct Name { field: Type, renamed = "key": Type } }`.
///
/// The type decodes itself and refuses unknown fields; `Name::SHAPE` is its [`RecordShape`].
/// `Option` marks a field that may be left out. An example may follow a type: `field: Type => "an example"`.
macro_rules! record {
    ($(#[doc = $doc:literal])* $noun:literal pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident $(= $key:literal)? : $type:ty $(=> $example:literal)?,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $field_doc])* $(#[serde(rename = $key)])? pub $field: $type,)*
        }

        impl $name {
            /// The fields of this record.
            pub const SHAPE: $crate::schema::RecordShape = $crate::schema::RecordShape {
                noun: $noun,
                fields: &[$($crate::schema::Field {
                    name: $crate::schema::record!(@name $field $($key)?),
                    required: <$type as $crate::schema::Shaped>::REQUIRED,
                    shape: <$type as $crate::schema::Shaped>::SHAPE,
                    takes: $crate::schema::Takes::Free,
                    doc: concat!($($field_doc),*),
                    example: concat!($($example)?),
                }),*],
            };
        }

        $crate::schema::shaped!($name);
    };
    (@name $field:ident $key:literal) => { $key };
    (@name $field:ident) => { stringify!($field) };
}
pub(crate) use record;

/// Says how records of a type stand in others: as one, as a list, and by id.
macro_rules! shaped {
    ($name:ident) => {
        impl $crate::schema::Shaped for $name {
            const SHAPE: $crate::schema::Shape = $crate::schema::Shape::Record(&$name::SHAPE);
        }

        impl $crate::schema::Shaped for Vec<$name> {
            const SHAPE: $crate::schema::Shape = $crate::schema::Shape::List(&$name::SHAPE);
        }

        impl $crate::schema::Shaped for $crate::schema::Entries<$name> {
            const SHAPE: $crate::schema::Shape = $crate::schema::Shape::Entries(&$name::SHAPE);
        }
    };
}
pub(crate) use shaped;
