//! The pages of a measure.

use super::page::RenderedPage;
use super::shared::around;
use crate::evidence::period::YearKind;
use crate::plan::{ListSection, pages_needed};
use crate::render::Renderer;
use crate::render::facts::Facts;
use crate::render::view::{Fact, KindView, LinkView, MeasureView, SharedView};

impl Renderer<'_> {
    pub(super) fn measure_page(&self, measure: usize, number: usize) -> RenderedPage<'_> {
        let record = &self.model.evidence.measures[measure];
        let page_of = |measure: usize| self.model.evidence.measures[measure].page;
        let around = around(&self.model.graph.orders.measures, self.ranks.measures[measure], page_of);
        let frame = self.document_frame(record.page, self.trails.to(ListSection::Measures), around);
        let values = &self.model.graph.measures[measure].statistics;
        let total = pages_needed(values.len(), self.model.config.page_size);
        let mut page = self.numbered(frame, &self.model.plan.addresses[record.page], number, total);
        let year = record.year.map_or("", |year| {
            self.words.get(match year {
                YearKind::Financial => "year_financial",
                YearKind::Academic => "year_academic",
                YearKind::Calendar => "year_calendar",
            })
        });
        page.view.facts = self.measure_facts(measure, year);
        page.with(KindView::Measure(self.measure_view(measure, number, year)))
    }

    fn measure_view<'v>(&'v self, measure: usize, number: usize, year_label: &'v str) -> MeasureView<'v> {
        let record = &self.model.evidence.measures[measure];
        let values = self.slice(&self.model.graph.measures[measure].statistics, number);
        MeasureView {
            kind: record.kind.key(),
            kind_label: self.words.get(record.kind.word()),
            kind_explained: self.words.get(record.kind.explanation()),
            unit: &record.unit,
            year_label,
            population: &record.population,
            rounded: &record.rounded,
            values: values.iter().map(|statistic| self.value_row(*statistic)).collect(),
        }
    }

    /// What it counts, in what unit, out of whom, and over which year.
    fn measure_facts<'f>(&'f self, measure: usize, year: &'f str) -> Vec<Fact<'f>> {
        let record = &self.model.evidence.measures[measure];
        let links = &self.model.graph.measures[measure];
        let mut facts = Facts::new(self);
        facts.text("measure_unit", &record.unit);
        facts.link("measure_of", links.of.map(|of| self.measure_link(of)));
        facts.text("measure_population", &record.population);
        facts.text("measure_year", year);
        facts.text("measure_rounded", &record.rounded);
        facts.links("measure_compare_with_care", self.compared_with_care(measure));
        facts.topics(&links.topics);
        facts.known
    }

    fn measure_link(&self, measure: usize) -> SharedView<LinkView<'_>> {
        self.link(self.model.evidence.measures[measure].page)
    }

    /// Measures that readers take for this one, whichever of the two says so.
    fn compared_with_care(&self, measure: usize) -> impl Iterator<Item = SharedView<LinkView<'_>>> {
        let others = self.measures_with_care().get(&measure).into_iter().flatten();
        others.map(|other| self.measure_link(*other))
    }
}
