//! Ids of one kind, and the names that a wrong one is held to; the latter are listed when the first wrong one is met.

use crate::diagnostic::Names;
use rustc_hash::FxHashMap as HashMap;
use std::ops::Deref;
use std::sync::OnceLock;

/// What each id means.
#[derive(Debug)]
pub struct Ids<T> {
    meant: HashMap<String, T>,
    names: OnceLock<Names>,
}

impl<T> Ids<T> {
    /// Room for so many ids.
    pub(super) fn reserve(&mut self, ids: usize) {
        self.meant.reserve(ids);
    }

    /// Adds an id.
    pub(super) fn insert(&mut self, id: String, meant: T) {
        self.meant.insert(id, meant);
        self.names = OnceLock::new();
    }

    /// All ids as names.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.meant.keys().map(String::as_str)))
    }
}

impl<T> Default for Ids<T> {
    fn default() -> Self {
        Self { meant: HashMap::default(), names: OnceLock::new() }
    }
}

impl<T> Deref for Ids<T> {
    type Target = HashMap<String, T>;

    fn deref(&self) -> &HashMap<String, T> {
        &self.meant
    }
}
