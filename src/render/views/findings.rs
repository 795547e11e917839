//! The page of a finding.

use super::contents::OwnSection;
use super::shared::around;
use crate::diagnostic::{FieldPath, rules};
use crate::evidence::record::{Bearing, Owner, RelationKind};
use crate::graph::index::RecordRef;
use crate::graph::related::{Shared, related};
use crate::plan::Section;
use crate::render::Renderer;
use crate::render::prose::without_links;
use crate::render::table::{Below, Column, Table, shown_value};
use crate::render::view::{CiteView, EvidenceGroup, FindingView, NumberView, PageView};
use std::borrow::Cow;
use std::collections::BTreeSet;

impl Renderer<'_> {
    pub(super) fn finding_page(&self, finding: usize) -> (&'static str, PageView, Option<usize>) {
        let record = &self.model.evidence.findings[finding];
        let page_of = |finding: usize| self.model.evidence.findings[finding].page;
        let around = around(&self.model.graph.orders.findings, self.ranks.findings[finding], page_of);
        let frame = self.document_frame("finding", record.page, self.trails.to(Section::Findings), around);
        let mut page = self.frame(frame);
        let view = self.finding_view(finding, &page);
        let ids: Vec<String> =
            view.groups.iter().map(|group| ["section-", group.relation].concat()).collect();
        let groups = ids.iter().zip(&view.groups);
        let sections: Vec<OwnSection> =
            groups.map(|(id, group)| (id.as_str(), group.heading.as_str())).collect();
        page.toc_html = self.contents(Some(record.page), &sections);
        page.finding = Some(view);
        ("finding.html", page, Some(record.page))
    }

    fn finding_view(&self, finding: usize, page: &PageView) -> FindingView {
        let record = &self.model.evidence.findings[finding];
        let links = &self.model.graph.findings[finding];
        let statement = match record.statement.is_empty() {
            true => page.title_html.clone(),
            false => self.inline(record.page, &record.statement).into_owned(),
        };
        let address = self.urls.absolute(&self.model.plan.addresses[record.page]);
        let cite_words = if address.is_empty() { "cite_unpublished" } else { "cite" };
        let cite = [("title", page.title.as_str()), ("site", &self.model.config.title), ("url", &address)];
        FindingView {
            statement_html: statement,
            certainty: record.certainty.key(),
            certainty_label: self.certainty_label(record.certainty).to_owned(),
            because_html: self.inline(record.page, &record.because).into_owned(),
            waived: self.waived(record.page),
            topics_html: self.topic_list(&links.topics),
            groups: self.groups(finding),
            derived_html: self.derived_table(finding),
            number: self.leading_number(finding).map(|statistic| NumberView {
                value: shown_value(&self.model.evidence.statistics[statistic]).to_owned(),
                url: self.statistic_url(statistic),
            }),
            related_html: self.related_findings(finding),
            disagreements_html: self.disagreements(finding),
            cite: CiteView { text: self.words.fill(cite_words, &cite) },
        }
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

    fn groups(&self, finding: usize) -> Vec<EvidenceGroup> {
        [Bearing::Supports, Bearing::Qualifies, Bearing::Disputes]
            .into_iter()
            .filter_map(|bearing| self.group(finding, bearing))
            .collect()
    }

    /// The evidence that bears on a finding in one way, if there is any.
    fn group(&self, finding: usize, bearing: Bearing) -> Option<EvidenceGroup> {
        let record = &self.model.evidence.findings[finding];
        let records = &self.model.graph.findings[finding].evidence;
        let mut statistics: Vec<(usize, Cow<'_, str>)> = Vec::new();
        let mut claims = Vec::new();
        for (piece, found) in
            record.evidence.iter().zip(records).filter(|(piece, _)| piece.bearing == bearing)
        {
            let note_html = self.inline(record.page, &piece.note);
            match found {
                Some(RecordRef::Statistic(statistic)) => statistics.push((*statistic, note_html)),
                Some(RecordRef::Claim(claim)) => claims.push((*claim, note_html)),
                Some(RecordRef::Recommendation(_)) | None => {}
            }
        }
        if statistics.is_empty() && claims.is_empty() {
            return None;
        }
        let heading = self.words.get(&["relation_", bearing.key()].concat()).to_owned();
        let statistics_html = self.evidence_table(bearing, &heading, &statistics);
        let claims_html = self.evidence_claims(claims);
        Some(EvidenceGroup { relation: bearing.key(), heading, statistics_html, claims_html })
    }

    fn evidence_table(&self, bearing: Bearing, heading: &str, rows: &[(usize, Cow<'_, str>)]) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let table = Table {
            id: &["evidence-", bearing.key()].concat(),
            caption: &[heading, ": ", self.words.get("evidence_caption")].concat(),
            caption_hidden: true,
            columns: &[Column::Value, Column::Label, Column::Period, Column::Measure, Column::Source],
            own_page: false,
            below: Below::Nothing,
        };
        self.statistics_table(table, rows.iter().map(|(statistic, note)| (*statistic, &**note)))
    }

    fn derived_table(&self, finding: usize) -> String {
        let derived = self.model.graph.findings[finding].derived.clone();
        if derived.is_empty() {
            return String::new();
        }
        let table = Table {
            id: "derived",
            caption: self.words.get("derived_caption"),
            caption_hidden: true,
            columns: &[Column::Label, Column::Value, Column::Formula],
            own_page: true,
            below: Below::Caveat,
        };
        self.statistics_table(table, derived.map(|statistic| (statistic, "")))
    }

    fn related_findings(&self, finding: usize) -> String {
        let related = related(self.model.graph, &self.ranks.findings, finding);
        if related.is_empty() {
            return String::new();
        }
        let mut html = String::from("<ul class=\"links\">\n");
        for (other, shared) in related {
            let page = self.model.evidence.findings[other].page;
            html.push_str("<li>");
            html.push_str(self.anchor(page));
            html.push_str("<span class=\"sub\">");
            self.words.write("related_why", &mut html, |_, html| self.push_shared(shared, html));
            html.push_str("</span></li>\n");
        }
        html.push_str("</ul>");
        html
    }

    /// What two findings share.
    fn push_shared(&self, shared: Shared, html: &mut String) {
        let evidence = self.model.evidence;
        let (key, title) = match shared {
            Shared::Statistic(statistic) => {
                ("shares_statistic", without_links(&evidence.statistics[statistic].label))
            }
            Shared::Measure(measure) => {
                ("shares_measure", self.title(evidence.measures[measure].page).into())
            }
            Shared::Topic(topic) => ("shares_topic", self.title(evidence.topics[topic]).into()),
        };
        self.words.write(key, html, |_, html| html.push_str(&title));
    }

    /// Relations of the evidence in which two figures do not say the same, each pair once.
    fn disagreements(&self, finding: usize) -> String {
        let mut seen = BTreeSet::new();
        let records = self.model.graph.findings[finding].evidence.iter().flatten();
        let relations = records
            .filter_map(|record| record.statistic())
            .flat_map(|own| self.model.graph.statistic(own).relations.iter().map(move |link| (own, *link)));
        let disagreeing = relations.filter(|(own, link)| {
            link.kind != RelationKind::SameAs && seen.insert((*own.min(&link.other), *own.max(&link.other)))
        });
        self.relations(disagreeing.map(|(own, link)| {
            let value = shown_value(&self.model.evidence.statistics[own]);
            let relation = self.relation_label(link.kind).to_lowercase();
            (link, [value, " (", self.publisher_of(own), ") ", &relation].concat())
        }))
    }

    fn publisher_of(&self, statistic: usize) -> &str {
        match self.model.evidence.statistics[statistic].owner {
            Owner::Report(report) => &self.model.evidence.reports[report].publisher,
            Owner::Finding(_) => &self.model.config.title,
        }
    }
}
