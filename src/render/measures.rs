//! What tables say of measures, made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use super::table::tagged;
use std::sync::OnceLock;

/// What is said of each measure.
pub(super) struct Measures(Box<[OnceLock<InRows>]>);

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
        Self((0..measures).map(|_| OnceLock::new()).collect())
    }
}

impl Renderer<'_> {
    /// What rows say of a measure.
    pub(super) fn measure_in_rows(&self, measure: usize) -> &InRows {
        self.measures.0[measure].get_or_init(|| {
            let evidence = self.model.evidence;
            let kind = evidence.measures[measure].kind;
            let mut badge = String::new();
            tagged("span", &format!("badge badge-{}", kind.key()), self.words.html(kind.word()), &mut badge);
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            InRows { badge: badge.into(), of: of.into() }
        })
    }

    /// A denominator in words.
    pub(super) fn denominator(&self, of: &str) -> String {
        [self.words.get("stat_of"), " ", of].concat()
    }
}
