//! Records as the rules name them: what a reference means, where a field stands, which measure a figure has.

use super::Review;
use crate::diagnostic::{FieldPath, Place};
use crate::evidence::period::{Days, YearKind};
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Measure, OwnedStatistic, Owner};
use crate::graph::index::{RecordRef, WantedRecords};
use crate::graph::year::year_of;

impl<'s> Review<'s> {
    /// A statistic, by its place.
    pub(super) fn statistic(&self, at: usize) -> &'s OwnedStatistic {
        &self.evidence.statistics[at]
    }

    /// What a statistic says, as understood.
    pub(super) fn value(&self, at: usize) -> Option<&'s Quantity> {
        self.statistic(at).value.as_ref()
    }

    /// A field of a statistic.
    pub(super) fn field(&self, at: usize, name: &str) -> Place {
        let statistic = self.statistic(at);
        self.on_page(self.evidence.owner_page(statistic.owner), statistic.field().then(name))
    }

    /// A field in the front matter of a page.
    pub(super) fn on_page(&self, page: usize, field: FieldPath) -> Place {
        Place::value(&self.evidence.pages[page].path, field)
    }

    /// Whether a page is a draft that is looked at all the same.
    pub(super) fn is_draft(&self, page: usize) -> bool {
        self.evidence.pages[page].draft
    }

    /// How others call a statistic.
    pub(super) fn name(&self, at: usize) -> String {
        self.evidence.reference(self.statistic(at))
    }

    /// The statistic that a reference means in the file of the statistic `from`. One that means none was reported
    /// when it was resolved.
    pub(super) fn named(&self, from: usize, reference: &str) -> Option<usize> {
        let page = self.evidence.owner_page(self.statistic(from).owner);
        self.named_on(page, reference)
    }

    /// The statistic that a reference means in the file of a page.
    pub(super) fn named_on(&self, page: usize, reference: &str) -> Option<usize> {
        match self.index.record(&self.evidence.pages[page].id, reference, WantedRecords::Statistic) {
            Ok(RecordRef::Statistic(statistic)) => Some(statistic),
            Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | Err(_) => None,
        }
    }

    /// The measure of a statistic, by its place.
    pub(super) fn measure_at(&self, statistic: usize) -> Option<usize> {
        self.graph.targets(statistic).measure
    }

    /// The measure of a statistic.
    pub(super) fn measure(&self, statistic: usize) -> Option<&'s Measure> {
        self.measure_at(statistic).map(|measure| &*self.evidence.measures[measure].record)
    }

    /// What a year is of a statistic, when it is known.
    pub(super) fn year(&self, statistic: usize) -> Option<YearKind> {
        year_of(self.evidence, self.graph, self.index, statistic)
    }

    /// When a statistic is of, so that two spellings of one time are the same.
    pub(super) fn time(&self, statistic: usize) -> Option<Days> {
        let period = self.statistic(statistic).period.as_ref()?;
        Some(period.time(self.year(statistic)))
    }

    /// The statistics of reports: derived numbers are computed, and judged by their formulas.
    pub(super) fn reported(&self) -> impl Iterator<Item = usize> {
        let statistics = self.evidence.statistics.iter().enumerate();
        statistics.filter(|(_, one)| matches!(one.owner, Owner::Report(_))).map(|(at, _)| at)
    }
}
