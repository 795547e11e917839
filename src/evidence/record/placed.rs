//! Records as they stand in a site: shared with the document they come from, together with whose they are.

use super::{Owner, Statistic};
use crate::diagnostic::FieldPath;
use std::ops::Deref;
use std::sync::Arc;

/// One record of a document's list, shared with the document.
#[derive(Debug)]
pub struct Part<T> {
    list: Arc<[T]>,
    at: usize,
}

impl<T> Part<T> {
    /// Every record of a list, in order.
    pub fn all(list: &Arc<[T]>) -> impl Iterator<Item = Self> {
        (0..list.len()).map(|at| Self { list: Arc::clone(list), at })
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self { list: Arc::clone(&self.list), at: self.at }
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.list[self.at]
    }
}

/// A record with its page.
#[derive(Debug, Clone)]
pub struct OnPage<R> {
    /// Its page, by place in [`crate::evidence::Evidence::pages`].
    pub page: usize,
    /// The record.
    pub record: R,
}

impl<R: Deref> Deref for OnPage<R> {
    type Target = R::Target;

    fn deref(&self) -> &R::Target {
        &self.record
    }
}

/// A record with the report that it belongs to.
#[derive(Debug, Clone)]
pub struct OfReport<R> {
    /// The report, by its place.
    pub report: usize,
    /// The record.
    pub record: R,
}

impl<R: Deref> Deref for OfReport<R> {
    type Target = R::Target;

    fn deref(&self) -> &R::Target {
        &self.record
    }
}

/// A record with its owner.
#[derive(Debug, Clone)]
pub struct Owned<R> {
    /// Whose it is.
    pub owner: Owner,
    /// The record.
    pub record: R,
}

impl<R: Deref> Deref for Owned<R> {
    type Target = R::Target;

    fn deref(&self) -> &R::Target {
        &self.record
    }
}

/// A statistic with its owner.
pub type OwnedStatistic = Owned<Part<Statistic>>;

impl OwnedStatistic {
    /// The front-matter field of its owner in which it stands.
    #[must_use]
    pub fn collection(&self) -> &'static str {
        match self.owner {
            Owner::Report(_) => "statistics",
            Owner::Finding(_) => "derived",
        }
    }

    /// The way to its fields in the front matter of its owner.
    #[must_use]
    pub fn field(&self) -> FieldPath {
        FieldPath::key(self.collection()).then(&self.id)
    }
}
