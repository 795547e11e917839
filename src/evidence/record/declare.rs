//! The declaration of a kind of record, from which all else is made.

/// Declares a kind of record: what an author may type, what it means, and what is made of it.
///
/// ```text
/// kind! {
///     /// What it is.
///     "noun"
///     pub struct Name typed RawName {
///         /// What the field is, for an author.
///         field: Meaning => "an example",
///         /// One that has another name here than its key.
///         other = "key": Meaning => "an example",
///     }
///     rare Boxed { … fields that few of very many records have, kept in `details` … } with { … others … }
///     apart { … what is typed in it and read as records of their own … }
///     also { name: Type = function, … what is made of more than one field … }
///     then function
/// }
/// ```
///
/// A field is declared here and nowhere else. `RawName` is what is decoded; `RawName::SHAPE` is what a broken record is
/// held against, and what editors and authors are told; `Name` is what [`super::Record::read`] makes of it. The function
/// behind `then` gets the record that was made, and finishes it.
macro_rules! kind {
    (
        $(page { $($(#[doc = $page_doc:literal])* $page:ident: $page_meaning:ty => $page_example:literal,)* })?
        $(#[$attribute:meta])*
        $noun:literal
        pub struct $name:ident typed $typed:ident {
            $($(#[doc = $doc:literal])* $field:ident $(= $key:literal)? : $meaning:ty => $example:literal,)*
        }
        $(rare $rare_name:ident {
            $($(#[doc = $rare_doc:literal])* $rare:ident: $rare_meaning:ty => $rare_example:literal,)*
        } with {
            $($(#[doc = $rare_also_doc:literal])* $rare_also:ident: $rare_also_type:ty,)*
        })?
        $(apart { $($(#[doc = $apart_doc:literal])* $apart:ident: $apart_type:ty => $apart_example:literal,)* })?
        $(also { $($(#[doc = $also_doc:literal])* $also:ident: $also_type:ty = $made:expr,)* })?
        $(then $finish:path)?
    ) => {
        #[doc = concat!("A ", $noun, " as typed.")]
        #[derive(Debug, Clone, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $typed {
            $($($(#[doc = $page_doc])* pub $page: $crate::evidence::record::declare::typed!($page_meaning),)*)?
            $($(#[doc = $doc])* $(#[serde(rename = $key)])?
                pub $field: $crate::evidence::record::declare::typed!($meaning),)*
            $($($(#[doc = $rare_doc])* pub $rare: $crate::evidence::record::declare::typed!($rare_meaning),)*)?
            $($($(#[doc = $apart_doc])* pub $apart: Option<$apart_type>,)*)?
        }

        impl $typed {
            /// The fields of this record.
            pub const SHAPE: $crate::schema::RecordShape = $crate::schema::RecordShape {
                noun: $noun,
                fields: &[
                    $($($crate::evidence::record::declare::field!(
                        stringify!($page), $page_meaning, concat!($($page_doc),*), $page_example),)*)?
                    $($crate::evidence::record::declare::field!(
                        $crate::schema::record!(@name $field $($key)?), $meaning, concat!($($doc),*), $example),)*
                    $($($crate::evidence::record::declare::field!(
                        stringify!($rare), $rare_meaning, concat!($($rare_doc),*), $rare_example),)*)?
                    $($($crate::schema::Field {
                        name: stringify!($apart),
                        required: false,
                        shape: <$apart_type as $crate::schema::Shaped>::SHAPE,
                        takes: $crate::schema::Takes::Free,
                        doc: concat!($($apart_doc),*),
                        example: $apart_example,
                    },)*)?
                ],
            };

            $(
                /// Takes out what every page has.
                pub fn take_page(&mut self) -> $crate::evidence::record::RawPage {
                    $crate::evidence::record::RawPage { $($page: std::mem::take(&mut self.$page),)* }
                }
            )?
        }

        $crate::schema::shaped!($typed);

        $(#[$attribute])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $($(#[doc = $doc])* pub $field: $crate::evidence::record::declare::read!($meaning),)*
            $($($(#[doc = $also_doc])* pub $also: $also_type,)*)?
            $(
                /// What only some have; `None` when this one has nothing of it.
                pub details: Option<Box<$rare_name>>,
            )?
        }

        impl $crate::evidence::record::Record for $name {
            type Typed = $typed;

            #[allow(unused_mut, unused_variables, reason = "a kind may have no fields of its own, and nothing to finish")]
            fn read(
                reading: &mut $crate::evidence::record::Reading<'_>,
                trail: &$crate::diagnostic::Trail<'_>,
                typed: $typed,
            ) -> Option<Self> {
                let mut read = Self {
                    $($field: <$meaning as $crate::evidence::record::meaning::Meaning>::read(
                        reading, &trail.then($crate::schema::record!(@name $field $($key)?)), typed.$field),)*
                    $(details: $rare_name::of(reading, trail, ($(typed.$rare,)*)),)?
                    $($($also: $crate::evidence::record::declare::made(reading, trail, $made),)*)?
                };
                $($finish(&mut read, reading, trail);)?
                Some(read)
            }

            #[allow(unused_variables, reason = "a kind may have no fields of its own")]
            fn proses<'r>(&'r self, found: &mut Vec<&'r $crate::document::prose::Prose>) {
                $(<$meaning as $crate::evidence::record::meaning::Meaning>::proses(&self.$field, found);)*
            }
        }

        $(
            #[doc = concat!("What only some records of the kind have: a ", $noun, " is one of very many.")]
            #[derive(Debug, Clone, Default)]
            pub struct $rare_name {
                $($(#[doc = $rare_doc])* pub $rare: $crate::evidence::record::declare::read!($rare_meaning),)*
                $($(#[doc = $rare_also_doc])* pub $rare_also: $rare_also_type,)*
            }

            impl $rare_name {
                fn of(
                    reading: &mut $crate::evidence::record::Reading<'_>,
                    trail: &$crate::diagnostic::Trail<'_>,
                    ($($rare,)*): ($($crate::evidence::record::declare::typed!($rare_meaning),)*),
                ) -> Option<Box<Self>> {
                    use $crate::evidence::record::meaning::Meaning;
                    let is_there = $($rare.is_some() ||)* false;
                    is_there.then(|| Box::new(Self {
                        $($rare: <$rare_meaning>::read(reading, &trail.then(stringify!($rare)), $rare),)*
                        $($rare_also: Default::default(),)*
                    }))
                }
            }

            impl std::ops::Deref for $name {
                type Target = $rare_name;

                fn deref(&self) -> &$rare_name {
                    static NONE: std::sync::LazyLock<$rare_name> = std::sync::LazyLock::new($rare_name::default);
                    self.details.as_deref().unwrap_or(&NONE)
                }
            }
        )?
    };
}
pub(super) use kind;

/// As what a field of a meaning is decoded.
macro_rules! typed {
    ($meaning:ty) => {
        <$meaning as $crate::evidence::record::meaning::Meaning>::Typed
    };
}
pub(super) use typed;

/// What is made of a field of a meaning.
macro_rules! read {
    ($meaning:ty) => {
        <$meaning as $crate::evidence::record::meaning::Meaning>::Read
    };
}
pub(super) use read;

/// A field of a meaning, as a shape has it.
macro_rules! field {
    ($name:expr, $meaning:ty, $doc:expr, $example:expr) => {
        $crate::schema::Field {
            name: $name,
            required:
                <$crate::evidence::record::declare::typed!($meaning) as $crate::schema::Shaped>::REQUIRED,
            shape: <$crate::evidence::record::declare::typed!($meaning) as $crate::schema::Shaped>::SHAPE,
            takes: <$meaning as $crate::evidence::record::meaning::Meaning>::TAKES,
            doc: $doc,
            example: $example,
        }
    };
}
pub(super) use field;

use super::Reading;
use crate::diagnostic::Trail;

/// What a function makes at the place of a record; its type is known before it is called.
pub(super) fn made<T>(
    reading: &mut Reading<'_>,
    trail: &Trail<'_>,
    make: impl FnOnce(&mut Reading<'_>, &Trail<'_>) -> T,
) -> T {
    make(reading, trail)
}
