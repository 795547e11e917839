//! Claims and recommendations: what reports say without a figure.

use super::Renderer;
use super::facts::{Facts, shown};
use super::fragment::at_words;
use super::view::{AddressView, FactValue, Html, QuoteView, SayingView, SharedView};
use crate::document::prose::Prose;
use crate::graph::index::RecordRef;
use crate::verification::statement::Subject;

impl Renderer<'_> {
    /// A claim on the page of its report.
    pub(super) fn claim(&self, place: usize) -> SayingView<'_> {
        let mut facts = Facts::new(self);
        self.claim_facts(place, &mut facts);
        facts.findings(&self.model.graph.claims[place].findings);
        let claim = &self.model.evidence.claims[place];
        self.saying(RecordRef::Claim(place), &claim.text, facts)
    }

    /// A claim as evidence for a finding, with why it counts.
    pub(super) fn evidence_claim<'r>(&'r self, place: usize, remark_html: Html<'r>) -> SayingView<'r> {
        let claim = &self.model.evidence.claims[place];
        let mut facts = Facts::new(self);
        let mut source = self.report_ref(claim.report);
        source.url = self.record_url(RecordRef::Claim(place)).into();
        facts.add("column_source", FactValue::Source(SharedView::of(&source)));
        self.claim_facts(place, &mut facts);
        SayingView { remark_html, ..self.saying(RecordRef::Claim(place), &claim.text, facts) }
    }

    /// A recommendation.
    pub(super) fn recommendation(&self, place: usize) -> SayingView<'_> {
        let recommendation = &self.model.evidence.recommendations[place];
        let page = self.model.evidence.reports[recommendation.report].page;
        let mut facts = Facts::new(self);
        facts.text("recommendation_to", &recommendation.to);
        facts.text("claim_speaker", &recommendation.speaker);
        facts.text("column_where", &recommendation.at);
        facts.prose("column_note", self.prose(page, &recommendation.note));
        facts.tellings(
            &self.model.evidence.recommendations[place].via,
            &self.model.graph.recommendations[place],
        );
        self.saying(RecordRef::Recommendation(place), &recommendation.text, facts)
    }

    /// What the permalink of a record is called.
    pub(super) fn permalink(&self, id: &str) -> String {
        self.words.fill("permalink", &[("id", id)])
    }

    fn saying<'r>(&'r self, record: RecordRef, text: &'r Prose, facts: Facts<'r>) -> SayingView<'r> {
        let evidence = self.model.evidence;
        SayingView {
            id: evidence.record_id(record),
            anchor: evidence.record_anchor(record),
            url: self.record_url(record),
            permalink: self.permalink(evidence.record_id(record)),
            text_html: self.prose(evidence.record_page(record), text),
            remark_html: Html::default(),
            facts: facts.known,
        }
    }

    /// What is known of a claim wherever it stands.
    fn claim_facts<'r>(&'r self, place: usize, facts: &mut Facts<'r>) {
        let claim = &self.model.evidence.claims[place];
        let links = &self.model.graph.claims[place];
        let page = self.model.evidence.reports[claim.report].page;
        match claim.words.is_empty() {
            true => facts.address("stat_checked", page, &claim.url),
            false => facts.add("claim_words", FactValue::Quote(self.words_of(place))),
        }
        if !claim.hedge.is_empty() {
            let checked = self.checked(Subject::Hedge(place));
            facts.add(
                "claim_hedge",
                FactValue::Quote(QuoteView { text: &claim.hedge, address: None, checked }),
            );
        }
        facts.text("claim_speaker", &claim.speaker);
        facts.text("column_where", &claim.at);
        facts.prose("stat_caveat", self.prose(page, &claim.caveat));
        facts.origin(links.origin);
        facts.tellings(&claim.via, &links.tellings);
    }

    /// The words that a claim rests on, where they were read, and when they were held against the report.
    fn words_of(&self, place: usize) -> QuoteView<'_> {
        let claim = &self.model.evidence.claims[place];
        let page = self.model.evidence.reports[claim.report].page;
        let address = (!claim.url.is_empty()).then(|| AddressView {
            url: at_words(&self.followed(page, &claim.url), &claim.words).into(),
            shown: shown(&claim.url).into(),
        });
        QuoteView { text: &claim.words, address, checked: self.checked(Subject::Words(place)) }
    }
}
