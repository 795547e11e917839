//! Statistics in short, and what is said about them in words.

use crate::document::escape::escape_into;
use crate::evidence::describe;
use crate::evidence::record::{OwnedStatistic, Owner, RelationKind, Statistic};
use crate::graph::index::RecordRef;
use crate::graph::{Origin, RelationLink};
use crate::render::Renderer;
use crate::render::prose::without_links;
use crate::render::table::shown_value;
use crate::render::view::Link;
use std::borrow::Cow;

impl Renderer<'_> {
    /// The permalink of a statistic.
    #[must_use]
    pub fn statistic_url(&self, statistic: usize) -> String {
        self.record_url(RecordRef::Statistic(statistic))
    }

    /// The permalink of a record.
    pub(in crate::render) fn record_url(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        let url = &self.model.plan.addresses[evidence.record_page(record)];
        self.urls.anchored(url, &evidence.record_anchor(record))
    }

    /// Appends the permalink of a statistic as it stands in a link.
    pub(in crate::render) fn push_statistic_url(&self, statistic: usize, html: &mut String) {
        let owner = self.model.evidence.statistics[statistic].owner;
        let page = self.model.evidence.owner_page(owner);
        html.push_str(self.anchors.to(page, self.model).href());
        self.push_statistic_anchor(statistic, html);
    }

    /// Appends the same as seen from a page: the anchor alone when that is its own.
    pub(in crate::render) fn push_statistic_url_on(&self, page: usize, statistic: usize, html: &mut String) {
        let owner = self.model.evidence.statistics[statistic].owner;
        match self.model.evidence.owner_page(owner) == page {
            true => self.push_statistic_anchor(statistic, html),
            false => self.push_statistic_url(statistic, html),
        }
    }

    fn push_statistic_anchor(&self, statistic: usize, html: &mut String) {
        let [kind, id] = self.model.evidence.anchor_parts(RecordRef::Statistic(statistic));
        html.push('#');
        html.push_str(kind);
        escape_into(id, html);
    }

    /// Appends the printed value of a statistic, linked as seen from a page.
    pub(in crate::render) fn push_value_on(&self, page: usize, statistic: usize, html: &mut String) {
        html.push_str("<a class=\"num\" href=\"");
        self.push_statistic_url_on(page, statistic, html);
        html.push_str("\">");
        escape_into(shown_value(&self.model.evidence.statistics[statistic]), html);
        html.push_str("</a>");
    }

    /// Appends what a statistic is, and of when.
    pub(in crate::render) fn push_label(&self, statistic: &Statistic, html: &mut String) {
        html.push_str(&without_links(&statistic.label));
        let period = self.period(statistic);
        if !period.is_empty() {
            html.push_str(", ");
            escape_into(&period, html);
        }
    }

    pub(in crate::render) fn period(&self, statistic: &Statistic) -> String {
        statistic.period.as_ref().map_or_else(String::new, |period| period.label(self.words.periods()))
    }

    /// Where the figure was checked, unless that is the report's own address.
    pub(in crate::render) fn checked_url<'s>(&self, statistic: &'s OwnedStatistic) -> &'s str {
        match statistic.owner {
            Owner::Report(report) if self.model.evidence.reports[report].url == statistic.url => "",
            Owner::Report(_) | Owner::Finding(_) => &statistic.url,
        }
    }

    /// The area, where it is another than the report's.
    pub(in crate::render) fn own_geography<'s>(&self, statistic: &'s OwnedStatistic) -> &'s str {
        match statistic.owner {
            Owner::Report(report) if self.model.evidence.reports[report].geography == statistic.geography => {
                ""
            }
            Owner::Report(_) | Owner::Finding(_) => &statistic.geography,
        }
    }

    pub(in crate::render) fn origin(&self, origin: Origin) -> Link {
        match origin {
            Origin::Report(report) => self.report_link(report),
            Origin::Record(record) => {
                let page = self.model.evidence.record_page(record);
                Link { title_html: self.title(page).to_owned(), url: self.record_url(record) }
            }
        }
    }

    /// What the record that declares a relation says about it.
    pub(in crate::render) fn relation_note(&self, link: RelationLink) -> Cow<'_, str> {
        let (declarer, at) = link.declared;
        let declared = &self.model.evidence.statistics[declarer];
        self.inline(self.model.evidence.owner_page(declared.owner), &declared.relations[at].note)
    }

    pub(in crate::render) fn relation_label(&self, kind: RelationKind) -> &str {
        self.words.get(match kind {
            RelationKind::Updates => "relation_updates",
            RelationKind::UpdatedBy => "relation_updated_by",
            RelationKind::Corrects => "relation_corrects",
            RelationKind::CorrectedBy => "relation_corrected_by",
            RelationKind::SameAs => "relation_same_as",
            RelationKind::Differs => "relation_differs",
        })
    }

    /// What the formula gives, as an interval in words.
    pub(in crate::render) fn computed(&self, place: usize) -> String {
        let statistic = &self.model.evidence.statistics[place];
        let (Some(computed), Some(value)) = (self.model.graph.statistic(place).computed, &statistic.value)
        else {
            return String::new();
        };
        match describe::ends(&computed, value.unit) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => self.words.fill("between_and", &[("low", &low), ("high", &high)]),
            (low, high) => low.or(high).unwrap_or_default(),
        }
    }
}
