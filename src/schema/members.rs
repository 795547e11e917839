//! The entries of a mapping, in order; a long one is looked through once, however many of its keys are asked for.

use super::node::{Key, Node};
use rustc_hash::FxHashMap as HashMap;
use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};
use std::vec;

/// Looking through so few costs less than listing them.
const FEW: usize = 16;

/// Keys and what stands behind them, duplicates included.
#[derive(Debug, Clone, Default)]
pub struct Members {
    all: Vec<(Key, Node)>,
    /// By key: the place of the first.
    places: OnceCell<HashMap<String, usize>>,
}

impl Members {
    /// The first entry with this key.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&(Key, Node)> {
        if self.all.len() <= FEW {
            return self.all.iter().find(|(key, _)| key.text == name);
        }
        let places = self.places.get_or_init(|| {
            let mut places = HashMap::default();
            for (at, (key, _)) in self.all.iter().enumerate() {
                places.entry(key.text.clone()).or_insert(at);
            }
            places
        });
        places.get(name).map(|at| &self.all[*at])
    }
}

impl From<Vec<(Key, Node)>> for Members {
    fn from(all: Vec<(Key, Node)>) -> Self {
        Self { all, places: OnceCell::new() }
    }
}

/// Spans may be moved; keys stay what they are.
impl DerefMut for Members {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.all
    }
}

impl Deref for Members {
    type Target = [(Key, Node)];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

impl IntoIterator for Members {
    type Item = (Key, Node);
    type IntoIter = vec::IntoIter<(Key, Node)>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Members {}
