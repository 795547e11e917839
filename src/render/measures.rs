//! What rows say of measures, made when it is first wanted: a measure stands in very many rows.

use super::Renderer;
use super::view::{Html, MeasureRef, SharedView};
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
    /// The measure itself.
    pub measure: SharedView<MeasureRef<'static>>,
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
            let of = self.model.graph.measures[measure].of.map(|of| evidence.measures[of].page);
            let of = of.map_or_else(String::new, |page| self.denominator(&evidence.pages[page].title.text()));
            InRows { measure: SharedView::of(&self.measure_ref(measure)), of: of.into() }
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
