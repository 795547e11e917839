//! Claims and recommendations.

use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::view::{ClaimView, RecommendationView};
use crate::verification::statement::Subject;

impl Renderer<'_> {
    pub(super) fn claim(&self, place: usize) -> ClaimView {
        let claim = &self.model.evidence.claims[place];
        let report = &self.model.evidence.reports[claim.report];
        let links = &self.model.graph.claims[place];
        let record = RecordRef::Claim(place);
        ClaimView {
            id: claim.id.to_string(),
            anchor: self.model.evidence.record_anchor(record),
            url: self.record_url(record),
            checked: self.checked(Subject::Claim(place)),
            text_html: self.inline(report.page, &claim.text).into_owned(),
            hedge: claim.hedge.clone(),
            speaker: claim.speaker.clone(),
            at: claim.at.clone(),
            caveat_html: self.inline(report.page, &claim.caveat).into_owned(),
            source: self.link(report.page),
            publisher: report.publisher.clone(),
            origin: links.origin.map(|origin| self.origin(origin)),
            tellings_html: self.tellings(&links.tellings),
            findings: self.finding_links(&links.findings),
        }
    }

    pub(super) fn recommendation(&self, place: usize) -> RecommendationView {
        let recommendation = &self.model.evidence.recommendations[place];
        let report = &self.model.evidence.reports[recommendation.report];
        let record = RecordRef::Recommendation(place);
        RecommendationView {
            id: recommendation.id.to_string(),
            anchor: self.model.evidence.record_anchor(record),
            url: self.record_url(record),
            text_html: self.inline(report.page, &recommendation.text).into_owned(),
            to: recommendation.to.clone(),
            speaker: recommendation.speaker.clone(),
            at: recommendation.at.clone(),
            note_html: self.inline(report.page, &recommendation.note).into_owned(),
            source: self.link(report.page),
            publisher: report.publisher.clone(),
            tellings_html: self.tellings(&self.model.graph.recommendations[place]),
        }
    }
}
