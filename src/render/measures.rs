//! The denominators of measures in words, each made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What is said of each measure.
pub(super) struct Measures {
    denominators: Box<[OnceLock<Box<str>>]>,
    with_care: OnceLock<WithCare>,
}

/// By measure: those that readers take for it, whichever of the two says so.
pub(super) type WithCare = FxHashMap<usize, BTreeSet<usize>>;

impl Measures {
    /// Room for so many measures.
    pub fn new(measures: usize) -> Self {
        Self { denominators: (0..measures).map(|_| OnceLock::new()).collect(), with_care: OnceLock::new() }
    }
}

impl Renderer<'_> {
    /// The denominator of a measure in words; empty where it has none.
    pub(super) fn denominator_of(&self, measure: usize) -> &str {
        self.measures.denominators[measure].get_or_init(|| {
            let evidence = self.model.evidence;
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            of.into()
        })
    }

    /// The measures that readers take for each other.
    pub(super) fn measures_with_care(&self) -> &WithCare {
        self.measures.with_care.get_or_init(|| {
            let mut with_care = WithCare::default();
            for (one, measure) in self.model.evidence.measures.iter().enumerate() {
                let named =
                    measure.compare_with_care.iter().filter_map(|id| self.model.index.measures.get(id));
                for other in named.copied().filter(|other| *other != one) {
                    with_care.entry(one).or_default().insert(other);
                    with_care.entry(other).or_default().insert(one);
                }
            }
            with_care
        })
    }

    /// A denominator in words.
    pub(super) fn denominator(&self, of: &str) -> String {
        [self.words.get("stat_of"), " ", of].concat()
    }
}
