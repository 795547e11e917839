//! Statistics in short, and what is said about them in words.

use crate::evidence::describe;
use crate::evidence::record::{OwnedStatistic, Owner, RelationKind, Statistic};
use crate::graph::index::RecordRef;
use crate::graph::{FigureOrigin, RelationLink};
use crate::render::Renderer;
use crate::render::view::{Html, LinkView, SharedView};

impl Renderer<'_> {
    /// The permalink of a statistic.
    #[must_use]
    pub fn statistic_url(&self, statistic: usize) -> String {
        self.record_url(RecordRef::Statistic(statistic))
    }

    /// The permalink of a record.
    pub(in crate::render) fn record_url(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        let [kind, id] = evidence.anchor_parts(record);
        [&self.anchors.to(evidence.record_page(record), self.model).url, "#", kind, id].concat()
    }

    /// The permalink of a statistic as seen from a page: the anchor alone when that is its own.
    pub(in crate::render) fn statistic_url_on(&self, page: usize, statistic: usize) -> String {
        let evidence = self.model.evidence;
        let [kind, id] = evidence.anchor_parts(RecordRef::Statistic(statistic));
        match evidence.owner_page(evidence.statistics[statistic].owner) == page {
            true => ["#", kind, id].concat(),
            false => self.statistic_url(statistic),
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

    pub(in crate::render) fn origin(&self, origin: FigureOrigin) -> SharedView<LinkView<'_>> {
        match origin {
            FigureOrigin::Report(report) => self.report_link(report),
            FigureOrigin::Record(record) => {
                let page = self.model.evidence.record_page(record);
                SharedView::of(&LinkView {
                    title_html: Html::from(self.title(page)),
                    url: self.record_url(record).into(),
                })
            }
        }
    }

    /// What the record that declares a relation says about it.
    pub(in crate::render) fn relation_note(&self, link: RelationLink) -> Html<'_> {
        let (declarer, at) = link.declared;
        let declared = &self.model.evidence.statistics[declarer];
        self.prose(self.model.evidence.owner_page(declared.owner), &declared.relations[at].note)
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
