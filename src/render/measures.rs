//! What tables say of measures, made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use super::table::tagged;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What is said of each measure.
pub(super) struct Measures {
    in_rows: Box<[OnceLock<InRows>]>,
    with_care: OnceLock<WithCare>,
}

/// By measure: those that readers take for it, whichever of the two says so.
pub(super) type WithCare = FxHashMap<usize, BTreeSet<usize>>;

/// What rows say of a measure.
pub(super) struct InRows {
    /// What kind of thing it counts, as HTML.
    pub badge: Box<str>,
    /// Its denominator in words; empty where it has none.
    pub of: Box<str>,
}

impl Measures {
    /// Room for so many measures.
    pub fn new(measures: usize) -> Self {
        Self { in_rows: (0..measures).map(|_| OnceLock::new()).collect(), with_care: OnceLock::new() }
    }
}

impl Renderer<'_> {
    /// What rows say of a measure.
    pub(super) fn measure_in_rows(&self, measure: usize) -> &InRows {
        self.measures.in_rows[measure].get_or_init(|| {
            let evidence = self.model.evidence;
            let kind = evidence.measures[measure].kind;
            let mut badge = String::new();
            tagged("span", &format!("badge badge-{}", kind.key()), self.words.html(kind.word()), &mut badge);
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            InRows { badge: badge.into(), of: of.into() }
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
