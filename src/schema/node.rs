//! A parsed text with a span for every key and value.

use super::members::Members;
use crate::diagnostic::{FieldPath, Step};
use crate::span::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// A key of a mapping and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The three kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A scalar as typed; an empty one that is not quoted counts as absent.
    Scalar {
        /// Its text.
        text: String,
        /// Whether it stood in quotation marks or in a block.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping, duplicate keys included. `flow` says that it stood in braces.
    Map {
        /// Its entries in order.
        entries: Members,
        /// Whether it was written `{a: b}`.
        flow: bool,
    },
}

impl Node {
    /// Whether nothing was typed here.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// What it is, in a message.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match &self.value {
            Value::Scalar { .. } if self.is_absent() => "nothing",
            Value::Scalar { .. } => "a text",
            Value::List(_) => "a list",
            Value::Map { .. } => "a mapping",
        }
    }

    /// Moves every span, for a text that stands in a larger one.
    pub fn move_spans(&mut self, moved: &impl Fn(Span) -> Span) {
        self.span = moved(self.span);
        match &mut self.value {
            Value::Scalar { .. } => {}
            Value::List(items) => items.iter_mut().for_each(|item| item.move_spans(moved)),
            Value::Map { entries, .. } => {
                for (key, value) in entries.iter_mut() {
                    key.span = moved(key.span);
                    value.move_spans(moved);
                }
            }
        }
    }

    /// The span of a field's value, or of the nearest record around it that exists.
    #[must_use]
    pub fn value_span(&self, path: &FieldPath) -> Span {
        let (found, key, complete) = self.walk(path);
        match key {
            Some(key)
                if !complete
                    || found.is_absent()
                    || matches!(found.value, Value::Map { flow: false, .. }) =>
            {
                key.span
            }
            _ => found.span,
        }
    }

    /// The span of a field's key, or of the nearest key around it.
    #[must_use]
    pub fn key_span(&self, path: &FieldPath) -> Span {
        let (found, key, _) = self.walk(path);
        key.map_or(found.span, |key| key.span)
    }

    /// As far along `path` as there is something: the node, the last key passed, whether it is the end.
    fn walk(&self, path: &FieldPath) -> (&Self, Option<&Key>, bool) {
        let mut here = self;
        let mut last_key = None;
        for step in &path.0 {
            match here.step(step) {
                Some((key, next)) => {
                    last_key = key;
                    here = next;
                }
                None => return (here, last_key, false),
            }
        }
        (here, last_key, true)
    }

    fn step(&self, step: &Step) -> Option<(Option<&Key>, &Self)> {
        match (&self.value, step) {
            (Value::Map { entries, .. }, Step::Key(name)) => {
                let (key, value) = entries.find(name)?;
                Some((Some(key), value))
            }
            (Value::List(items), Step::Index(index)) => Some((None, items.get(*index)?)),
            _ => None,
        }
    }
}
