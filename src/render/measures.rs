//! The denominators of measures in words, each made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use std::sync::OnceLock;

/// What is said of each measure.
pub(super) struct Measures(Box<[OnceLock<Box<str>>]>);

impl Measures {
    /// Room for so many measures.
    pub fn new(measures: usize) -> Self {
        Self((0..measures).map(|_| OnceLock::new()).collect())
    }
}

impl Renderer<'_> {
    /// The denominator of a measure in words; empty where it has none.
    pub(super) fn denominator_of(&self, measure: usize) -> &str {
        self.measures.0[measure].get_or_init(|| {
            let evidence = self.model.evidence;
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            of.into()
        })
    }

    /// A denominator in words.
    pub(super) fn denominator(&self, of: &str) -> String {
        [self.words.get("stat_of"), " ", of].concat()
    }
}
