//! The page of a finding.

use super::contents::section;
use super::page::RenderedPage;
use super::shared::around;
use crate::diagnostic::{FieldPath, rules};
use crate::document::sections;
use crate::evidence::record::{Bearing, Owner, RelationKind};
use crate::graph::index::RecordRef;
use crate::graph::related::{SharedGround, related};
use crate::plan::ListSection;
use crate::render::Renderer;
use crate::render::facts::Facts;
use crate::render::prose::without_links;
use crate::render::rows::shown_value;
use crate::render::view::{
    CiteView, EvidenceGroup, FindingView, Html, KindView, PageView, RelatedFinding, RelationView,
};
use std::borrow::Cow;
use std::collections::BTreeSet;

impl Renderer<'_> {
    pub(super) fn finding_page(&self, finding: usize) -> RenderedPage<'_> {
        let record = &self.model.evidence.findings[finding];
        let page_of = |finding: usize| self.model.evidence.findings[finding].page;
        let around = around(&self.model.graph.orders.findings, self.ranks.findings[finding], page_of);
        let frame = self.document_frame(record.page, self.trails.to(ListSection::Findings), around);
        let mut page = self.frame(frame);
        let view = self.finding_view(finding, &page.view);
        let sections = view
            .evidence
            .iter()
            .filter_map(|group| Some(section(sections::of_evidence(group.relation)?.id, group.heading)));
        page.view.contents = self.contents(Some(record.page), sections.collect());
        let mut facts = Facts::new(self);
        facts.topics(&self.model.graph.findings[finding].topics);
        page.view.facts = facts.known;
        page.with(KindView::Finding(view))
    }

    fn finding_view<'v>(&'v self, finding: usize, page: &PageView<'v>) -> FindingView<'v> {
        let record = &self.model.evidence.findings[finding];
        let derived = self.model.graph.findings[finding].derived.clone();
        FindingView {
            statement_html: match record.statement.is_empty() {
                true => page.title_html.clone(),
                false => self.prose(record.page, &record.statement),
            },
            certainty: record.certainty.key(),
            certainty_label: self.certainty_label(record.certainty),
            because_html: self.prose(record.page, &record.because),
            waived: self.waived(record.page),
            number: self.leading_number(finding).map(|statistic| self.number_ref(statistic)),
            evidence: self.evidence(finding),
            derived: derived.map(|statistic| self.derived_row(statistic)).collect(),
            related: self.related_findings(finding),
            disagreements: self.disagreements(finding),
            cite: self.cite(record.page, &page.title),
        }
    }

    fn cite(&self, page: usize, title: &str) -> CiteView {
        let address = self.urls.absolute(&self.model.plan.addresses[page]);
        let words = if address.is_empty() { "cite_unpublished" } else { "cite" };
        let blanks = [("title", title), ("site", &self.model.config.title), ("url", &address)];
        CiteView { text: self.words.fill(words, &blanks) }
    }

    /// The reason for which one source counts as enough, if a finding gives one.
    fn waived(&self, page: usize) -> String {
        let is_of_certainty = |typed: &str| {
            rules::find(typed)
                .is_some_and(|rule| [&rules::OVERSTATED_CERTAINTY, &rules::ONE_ARTICLE].contains(&rule))
        };
        let allow = &self.model.evidence.pages[page].allow;
        let is_idle = |typed: &str| self.model.is_idle(page, &FieldPath::default(), typed);
        let reason = allow.iter().find(|(typed, _)| is_of_certainty(typed) && !is_idle(typed));
        reason.map_or_else(String::new, |(_, reason)| {
            self.words.fill("certainty_waived", &[("reason", reason)])
        })
    }

    fn evidence(&self, finding: usize) -> Vec<EvidenceGroup<'_>> {
        [Bearing::Supports, Bearing::Qualifies, Bearing::Disputes]
            .into_iter()
            .filter_map(|bearing| self.group(finding, bearing))
            .collect()
    }

    /// The evidence that bears on a finding in one way, if there is any.
    fn group(&self, finding: usize, bearing: Bearing) -> Option<EvidenceGroup<'_>> {
        let record = &self.model.evidence.findings[finding];
        let records = &self.model.graph.findings[finding].evidence;
        let (mut statistics, mut claims) = (Vec::new(), Vec::new());
        for (piece, found) in
            record.evidence.iter().zip(records).filter(|(piece, _)| piece.bearing == bearing)
        {
            let note_html = self.prose(record.page, &piece.note);
            match found {
                Some(RecordRef::Statistic(statistic)) => {
                    statistics.push(self.evidence_row(*statistic, note_html));
                }
                Some(RecordRef::Claim(claim)) => claims.push(self.evidence_claim(*claim, note_html)),
                Some(RecordRef::Recommendation(_)) | None => {}
            }
        }
        let heading = self.words.get(match bearing {
            Bearing::Supports => "relation_supports",
            Bearing::Qualifies => "relation_qualifies",
            Bearing::Disputes => "relation_disputes",
        });
        let is_there = !statistics.is_empty() || !claims.is_empty();
        is_there.then(|| EvidenceGroup { relation: bearing.key(), heading, statistics, claims })
    }

    fn related_findings(&self, finding: usize) -> Vec<RelatedFinding<'_>> {
        let related = related(self.model.graph, &self.ranks.findings, finding).into_iter();
        related
            .map(|(other, shared)| {
                let anchor = self.anchors.to(self.model.evidence.findings[other].page, self.model);
                let why = self.words.fill_html("related_why", &[("why", &self.shared(shared))]);
                RelatedFinding {
                    title_html: Html::from(&*anchor.title),
                    url: Cow::Borrowed(&anchor.url),
                    why_html: Html(why.into()),
                }
            })
            .collect()
    }

    /// What two findings share, as HTML.
    fn shared(&self, shared: SharedGround) -> String {
        let evidence = self.model.evidence;
        let (key, title) = match shared {
            SharedGround::Statistic(statistic) => {
                ("shares_statistic", without_links(&evidence.statistics[statistic].label))
            }
            SharedGround::Measure(measure) => {
                ("shares_measure", self.title(evidence.measures[measure].page).into())
            }
            SharedGround::Topic(topic) => ("shares_topic", self.title(evidence.topics[topic]).into()),
        };
        self.words.fill_html(key, &[("title", &title)])
    }

    /// Relations of the evidence in which two figures do not say the same, each pair once.
    fn disagreements(&self, finding: usize) -> Vec<RelationView<'_>> {
        let mut seen = BTreeSet::new();
        let records = self.model.graph.findings[finding].evidence.iter().flatten();
        let relations = records
            .filter_map(|record| record.statistic())
            .flat_map(|own| self.model.graph.statistic(own).relations.iter().map(move |link| (own, *link)));
        let disagreeing = relations.filter(|(own, link)| {
            link.kind != RelationKind::SameAs && seen.insert((*own.min(&link.other), *own.max(&link.other)))
        });
        disagreeing
            .map(|(own, link)| {
                let value = shown_value(&self.model.evidence.statistics[own]);
                let relation = self.relation_label(link.kind).to_lowercase();
                let label = [value, " (", self.publisher_of(own), ") ", &relation].concat();
                self.relation(link, label.into())
            })
            .collect()
    }

    fn publisher_of(&self, statistic: usize) -> &str {
        match self.model.evidence.statistics[statistic].owner {
            Owner::Report(report) => &self.model.evidence.reports[report].publisher,
            Owner::Finding(_) => &self.model.config.title,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bearing, sections};

    #[test]
    fn evidence_of_every_bearing_has_a_section() {
        for bearing in [Bearing::Supports, Bearing::Qualifies, Bearing::Disputes] {
            assert!(sections::of_evidence(bearing.key()).is_some(), "{bearing:?}");
        }
    }
}
