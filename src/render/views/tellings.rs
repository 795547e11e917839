//! What articles said, against what reports say.

use crate::document::prose::Prose;
use crate::evidence::record::Told;
use crate::graph::TellingRef;
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::prose::without_links;
use crate::render::table::shown_value;
use crate::render::view::{Link, TellingView};
use crate::verification::statement::Subject;

impl Renderer<'_> {
    /// One telling.
    pub(in crate::render) fn telling(&self, reference: TellingRef) -> TellingView {
        let coverage = &self.model.evidence.coverage[reference.coverage];
        let telling = &coverage.tells[reference.telling];
        let record = self.model.graph.coverage[reference.coverage].tellings[reference.telling].record;
        let (what, words) = match &telling.what {
            Told::Statistic(_) => ("statistic", ""),
            Told::Claim(_) => ("claim", ""),
            Told::Recommendation(_) => ("recommendation", ""),
            Told::Quote(quote) => ("quote", quote.as_str()),
            Told::Remark(remark) => ("remark", remark.as_str()),
        };
        let told_as = if what == "remark" { words } else { telling.told_as.as_str() };
        TellingView {
            coverage: self.link(coverage.page),
            what,
            target: record
                .map(|record| Link { title_html: self.record_title(record), url: self.record_url(record) }),
            says: record.map_or_else(String::new, |record| self.record_value(record)),
            told_as: told_as.to_owned(),
            quote: if what == "quote" { words.to_owned() } else { String::new() },
            speaker: telling.speaker.clone(),
            claimed_of: [&telling.of, &telling.population]
                .into_iter()
                .find(|text| !text.is_empty())
                .cloned()
                .unwrap_or_default(),
            relative_to: telling.relative_to.clone(),
            at: telling.at.clone(),
            checked: self.checked(Subject::Telling(reference.coverage, reference.telling)),
            differs: telling.differs.clone(),
            note_html: self.inline(coverage.page, &telling.note).into_owned(),
        }
    }

    /// All tellings of a list.
    pub(super) fn tellings(&self, references: &[TellingRef]) -> Vec<TellingView> {
        references.iter().map(|reference| self.telling(*reference)).collect()
    }

    /// What a record says, in short.
    fn record_title(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        let prose: &Prose = match record {
            RecordRef::Statistic(at) => &evidence.statistics[at].label,
            RecordRef::Claim(at) => &evidence.claims[at].text,
            RecordRef::Recommendation(at) => &evidence.recommendations[at].text,
        };
        without_links(prose).into_owned()
    }

    fn record_value(&self, record: RecordRef) -> String {
        match record {
            RecordRef::Statistic(at) => shown_value(&self.model.evidence.statistics[at]).to_owned(),
            RecordRef::Claim(_) | RecordRef::Recommendation(_) => String::new(),
        }
    }
}
