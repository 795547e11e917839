//! The pages of a measure.

use super::shared::around;
use crate::evidence::period::YearKind;
use crate::plan::{Section, pages_needed};
use crate::render::Renderer;
use crate::render::table::{Below, Column, Table};
use crate::render::view::{MeasureView, PageView};
use crate::render::views::cards::list;

impl Renderer<'_> {
    pub(super) fn measure_page(
        &self,
        measure: usize,
        number: usize,
    ) -> (&'static str, PageView, Option<usize>) {
        let record = &self.model.evidence.measures[measure];
        let page_of = |measure: usize| self.model.evidence.measures[measure].page;
        let around = around(&self.model.graph.orders.measures, self.ranks.measures[measure], page_of);
        let frame = self.document_frame("measure", record.page, self.trails.to(Section::Measures), around);
        let values = &self.model.graph.measures[measure].statistics;
        let total = pages_needed(values.len(), self.model.config.page_size);
        let mut page = self.numbered(frame, &self.model.plan.addresses[record.page], number, total);
        page.measure = Some(self.measure_view(measure, number, total));
        ("measure.html", page, Some(record.page))
    }

    fn measure_view(&self, measure: usize, number: usize, total: usize) -> MeasureView {
        let record = &self.model.evidence.measures[measure];
        let links = &self.model.graph.measures[measure];
        let kind = record.kind.key();
        let year = match record.year {
            YearKind::Financial => "year_financial",
            YearKind::Academic => "year_academic",
            YearKind::Calendar => "year_calendar",
        };
        MeasureView {
            kind,
            kind_label: self.words.get(record.kind.word()).to_owned(),
            kind_explained: self.words.get(&format!("kind_{kind}_explained")).to_owned(),
            facts_html: self.measure_facts(measure, self.words.html(year)),
            unit: record.unit.clone(),
            year_label: self.words.get(year).to_owned(),
            population: record.population.clone(),
            rounded: record.rounded.clone(),
            values_html: self.values_table(self.slice(&links.statistics, number)),
            pager_html: self.pager(&self.model.plan.addresses[record.page], number, total),
        }
    }

    /// What it counts, in what unit, out of whom, and over which year.
    fn measure_facts(&self, measure: usize, year: &str) -> String {
        let record = &self.model.evidence.measures[measure];
        let links = &self.model.graph.measures[measure];
        let of = links.of.map_or("", |of| self.anchor(self.model.evidence.measures[of].page));
        let mut html = String::with_capacity(512);
        self.fact_text("measure_unit", &record.unit, &mut html);
        self.fact("measure_of", of, &mut html);
        self.fact_text("measure_population", &record.population, &mut html);
        self.fact("measure_year", year, &mut html);
        self.fact_text("measure_rounded", &record.rounded, &mut html);
        self.fact("measure_compare_with_care", &self.compared_with_care(measure), &mut html);
        self.fact("topics", &self.topic_list(&links.topics), &mut html);
        html
    }

    /// Measures that readers take for this one, whichever of the two says so.
    fn compared_with_care(&self, measure: usize) -> String {
        let Some(others) = self.measures_with_care().get(&measure) else { return String::new() };
        list("links", others.iter().map(|other| self.anchor(self.model.evidence.measures[*other].page)))
    }

    fn values_table(&self, statistics: &[usize]) -> String {
        if statistics.is_empty() {
            return String::new();
        }
        let table = Table {
            id: "values",
            caption: self.words.get("measure_values_caption"),
            caption_hidden: true,
            columns: &[Column::Period, Column::Value, Column::Label, Column::Population, Column::Source],
            own_page: false,
            below: Below::Caveat,
        };
        self.statistics_table(table, statistics.iter().map(|statistic| (*statistic, "")))
    }
}
