//! What rows say of measures, made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use super::view::{Html, MeasureRef, Shared};
use std::sync::OnceLock;

/// What is said of each measure.
pub(super) struct Measures(Box<[OnceLock<InRows>]>);

/// What rows say of a measure.
pub(super) struct InRows {
    /// The measure itself.
    pub measure: Shared<MeasureRef<'static>>,
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
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            InRows { measure: Shared::of(&self.measure_ref(measure)), of: of.into() }
        })
    }

    fn measure_ref(&self, measure: usize) -> MeasureRef<'_> {
        let record = &self.model.evidence.measures[measure];
        let anchor = self.anchors.to(record.page, self.model);
        MeasureRef {
            title_html: Html::from(&*anchor.title),
            url: &anchor.url,
            kind: record.kind.key(),
            kind_label: self.words.get(record.kind.word()),
        }
    }

    /// A denominator in words.
    pub(super) fn denominator(&self, of: &str) -> String {
        [self.words.get("stat_of"), " ", of].concat()
    }
}
