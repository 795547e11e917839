//! What a field means: how it is typed, which texts it takes, and what is made of it.
//!
//! The meaning of a text is one of the types below, in [`Needed`] or [`Maybe`]; lists and records have meanings of their own.

use super::reading::{Reading, without_marks};
use super::{Alias, Record};
use crate::config::check_language;
use crate::diagnostic::{Trail, rules};
use crate::document::prose::Prose;
use crate::evidence::date::PartialDate;
use crate::evidence::formula::Formula;
use crate::evidence::marker::Markers;
use crate::evidence::period::{Period, YearKind};
use crate::schema::{Entries, Extra, Shaped, Takes, Texts};
use compact_str::CompactString;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::marker::PhantomData;

/// What a field means.
pub trait Meaning {
    /// As what it is decoded.
    type Typed: Shaped + DeserializeOwned + Default + Debug + Clone;
    /// What is made of it.
    type Read;
    /// Which texts it takes.
    const TAKES: Takes = Takes::Free;

    /// Makes it of what was typed at `field`, and reports what is wrong.
    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Self::Typed) -> Self::Read;

    /// Adds the prose in it.
    fn proses<'r>(_read: &'r Self::Read, _found: &mut Vec<&'r Prose>) {}
}

/// What a text means.
pub trait TextMeaning {
    /// As what it is decoded.
    type Typed: Shaped + DeserializeOwned + Default + Debug + Clone;
    /// What is made of it.
    type Read;
    /// What is made of one that may be left out.
    type Maybe;
    /// Which texts it takes.
    const TAKES: Takes = Takes::Free;

    /// Reads a text.
    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Self::Typed) -> Self::Read;

    /// What a text is that may have been left out.
    fn maybe(read: Option<Self::Read>) -> Self::Maybe;

    /// Adds the prose that it is.
    fn proses<'r>(_read: &'r Self::Read, _found: &mut Vec<&'r Prose>) {}

    /// Adds the prose that it is, if it is there.
    fn maybe_proses<'r>(_read: &'r Self::Maybe, _found: &mut Vec<&'r Prose>) {}
}

/// A text that has to be there.
pub struct Needed<T>(PhantomData<T>);

impl<T: TextMeaning> Meaning for Needed<T> {
    type Typed = T::Typed;
    type Read = T::Read;
    const TAKES: Takes = T::TAKES;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: T::Typed) -> T::Read {
        T::read(reading, field, typed)
    }

    fn proses<'r>(read: &'r T::Read, found: &mut Vec<&'r Prose>) {
        T::proses(read, found);
    }
}

/// A text that may be left out.
pub struct Maybe<T>(PhantomData<T>);

impl<T: TextMeaning> Meaning for Maybe<T> {
    type Typed = Option<T::Typed>;
    type Read = T::Maybe;
    const TAKES: Takes = T::TAKES;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Option<T::Typed>) -> T::Maybe {
        T::maybe(typed.map(|typed| T::read(reading, field, typed)))
    }

    fn proses<'r>(read: &'r T::Maybe, found: &mut Vec<&'r Prose>) {
        T::maybe_proses(read, found);
    }
}

/// Declares what a text means of which something is made in any case; nothing of one that is left out.
macro_rules! text {
    ($($(#[doc = $doc:literal])* $name:ident ($typed:ty, $takes:ident) -> $read:ty = $reader:expr $(, $proses:ident)?;)*) => {$(
        $(#[doc = $doc])*
        pub struct $name;

        impl TextMeaning for $name {
            type Typed = $typed;
            type Read = $read;
            type Maybe = $read;
            const TAKES: Takes = Takes::$takes;

            fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: $typed) -> $read {
                let read: fn(&mut Reading<'_>, &Trail<'_>, $typed) -> $read = $reader;
                read(reading, field, typed)
            }

            fn maybe(read: Option<$read>) -> $read {
                read.unwrap_or_default()
            }

            $(
                fn proses<'r>(read: &'r $read, found: &mut Vec<&'r Prose>) {
                    found.$proses(read);
                }

                fn maybe_proses<'r>(read: &'r $read, found: &mut Vec<&'r Prose>) {
                    found.$proses(read);
                }
            )?
        }
    )*};
}

text! {
    /// A text as it is.
    Plain (String, Free) -> String = |_, _, typed| typed;
    /// A text as it is, of which there are very many.
    Short (CompactString, Free) -> CompactString = |_, _, typed| typed;
    /// A value as printed, which is understood where its record is finished.
    Printed (CompactString, Quantity) -> CompactString = |_, _, typed| typed;
    /// A text as it is that says something.
    Filled (String, Free) -> String = |reading, field, typed| {
        reading.required(field, &typed);
        typed
    };
    /// Quoted words, without quotation marks around the whole of them.
    Quoted (String, Free) -> String = |_, _, typed| without_marks(&typed);
    /// Markers of official statistics.
    Marked (CompactString, Markers) -> Markers = |reading, field, typed| reading.markers(field, &typed);
    /// Inline Markdown.
    Inline (CompactString, Markdown) -> Prose = |reading, field, typed| reading.prose(field, &typed), push;
    /// Inline Markdown that says something.
    FilledInline (CompactString, Markdown) -> Prose = |reading, field, typed| reading.required_prose(field, &typed), push;
}

/// Declares the meaning of a text of which a reader of [`Reading`] makes something, or nothing where it is wrong.
macro_rules! read_text {
    ($($(#[doc = $doc:literal])* $name:ident ($typed:ty) -> $read:ty = $reader:ident, $takes:expr;)*) => {$(
        $(#[doc = $doc])*
        pub struct $name;

        impl TextMeaning for $name {
            type Typed = $typed;
            type Read = Option<$read>;
            type Maybe = Option<$read>;
            const TAKES: Takes = $takes;

            fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: $typed) -> Option<$read> {
                reading.$reader(field, &typed)
            }

            fn maybe(read: Option<Option<$read>>) -> Option<$read> {
                read.flatten()
            }
        }
    )*};
}

read_text! {
    /// A year, year and month, or day.
    Day (String) -> PartialDate = date, Takes::Date;
    /// A period.
    When (CompactString) -> Period = period, Takes::Period;
    /// How a number is computed from others.
    Computed (String) -> Formula = formula, Takes::Formula;
}

/// Words of which a field takes one.
pub trait Choices: Copy + Sized + 'static {
    /// Each word that an author may type, and what it means.
    fn all() -> &'static [(&'static str, Self)];

    /// What stands in for a wrong word.
    fn stand_in() -> Self {
        Self::all()[0].1
    }
}

impl Choices for YearKind {
    fn all() -> &'static [(&'static str, Self)] {
        &Self::ALL
    }
}

/// One of a few words.
pub struct OneOf<T>(PhantomData<T>);

impl<T: Choices> TextMeaning for OneOf<T> {
    type Typed = CompactString;
    type Read = T;
    type Maybe = Option<T>;
    const TAKES: Takes = Takes::Choice(|| T::all().iter().map(|(word, _)| *word).collect());

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: CompactString) -> T {
        reading.choice(field, &typed, T::all()).unwrap_or_else(T::stand_in)
    }

    fn maybe(read: Option<T>) -> Option<T> {
        read
    }
}

/// The id of a document, if it is not to be the name of its file.
pub struct OwnId;

impl Meaning for OwnId {
    type Typed = Option<String>;
    type Read = String;
    const TAKES: Takes = Takes::Id;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Option<String>) -> String {
        reading.own_id(field, typed)
    }
}

/// Texts that have to be there.
pub struct NeededTexts;

impl Meaning for NeededTexts {
    type Typed = Texts;
    type Read = Vec<String>;

    fn read(_: &mut Reading<'_>, _: &Trail<'_>, typed: Texts) -> Vec<String> {
        typed.0
    }
}

/// Any number of texts.
pub struct SomeTexts;

impl Meaning for SomeTexts {
    type Typed = Option<Texts>;
    type Read = Vec<String>;

    fn read(_: &mut Reading<'_>, _: &Trail<'_>, typed: Option<Texts>) -> Vec<String> {
        typed.unwrap_or_default().0
    }
}

/// Old addresses.
pub struct Aliases;

impl Meaning for Aliases {
    type Typed = Option<Texts>;
    type Read = Vec<Alias>;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Option<Texts>) -> Vec<Alias> {
        reading.aliases(field, typed.unwrap_or_default().0)
    }
}

/// Yes or no; no where nothing is said.
pub struct Flag;

impl Meaning for Flag {
    type Typed = Option<bool>;
    type Read = bool;

    fn read(_: &mut Reading<'_>, _: &Trail<'_>, typed: Option<bool>) -> bool {
        typed.unwrap_or(false)
    }
}

/// The tag of a language; empty where none is given.
pub struct LanguageTag;

impl Meaning for LanguageTag {
    type Typed = Option<String>;
    type Read = String;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Option<String>) -> String {
        let tag = typed.unwrap_or_default();
        match check_language(&tag) {
            Err(message) if !tag.is_empty() => {
                reading.report(&rules::INVALID_VALUE, field, message).help =
                    Some("write a tag such as `de`, `fr` or `en-GB`".to_owned());
                String::new()
            }
            _ => tag,
        }
    }
}

/// A whole number.
pub struct Whole;

impl Meaning for Whole {
    type Typed = Option<i64>;
    type Read = Option<i64>;

    fn read(_: &mut Reading<'_>, _: &Trail<'_>, typed: Option<i64>) -> Option<i64> {
        typed
    }
}

/// Waived rules with reasons.
pub struct Waivers;

impl Meaning for Waivers {
    type Typed = Option<Entries<String>>;
    type Read = Vec<(CompactString, String)>;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Self::Typed) -> Self::Read {
        reading.waivers(field, typed.unwrap_or_default().0)
    }
}

/// Data of the author's own.
pub struct Anything;

impl Meaning for Anything {
    type Typed = Option<Extra>;
    type Read = serde_json::Value;

    fn read(_: &mut Reading<'_>, _: &Trail<'_>, typed: Option<Extra>) -> serde_json::Value {
        typed.unwrap_or_default().0
    }
}

/// One record.
pub struct One<R>(PhantomData<R>);

impl<R: Record> Meaning for One<R>
where
    R::Typed: Shaped + DeserializeOwned + Debug + Clone,
{
    type Typed = Option<R::Typed>;
    type Read = Option<Box<R>>;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Self::Typed) -> Self::Read {
        R::read(reading, field, typed?).map(Box::new)
    }

    fn proses<'r>(read: &'r Self::Read, found: &mut Vec<&'r Prose>) {
        if let Some(record) = read {
            record.proses(found);
        }
    }
}

/// A list of records.
pub struct Many<R>(PhantomData<R>);

impl<R: Record> Meaning for Many<R>
where
    Vec<R::Typed>: Shaped + DeserializeOwned + Debug + Clone,
{
    type Typed = Option<Vec<R::Typed>>;
    type Read = Vec<R>;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: Self::Typed) -> Vec<R> {
        let typed = typed.unwrap_or_default();
        // Collecting would keep the larger list of what was read.
        let mut list = Vec::with_capacity(typed.len());
        list.extend(
            typed.into_iter().enumerate().filter_map(|(at, one)| R::read(reading, &field.at(at), one)),
        );
        list
    }

    fn proses<'r>(read: &'r Vec<R>, found: &mut Vec<&'r Prose>) {
        for record in read {
            record.proses(found);
        }
    }
}

/// Reports that a record names none or several of the fields of which it is to have one, and takes the last.
pub(super) fn one_of<T>(
    reading: &mut Reading<'_>,
    field: &Trail<'_>,
    named: impl Iterator<Item = T>,
    (what, help): (&str, &str),
) -> Option<T> {
    let mut named: Vec<T> = named.collect();
    if named.len() != 1 {
        let message = format!("{what}; this one names {}", named.len());
        reading.report(&rules::INVALID_VALUE, field, message).help = Some(help.to_owned());
    }
    named.pop()
}
