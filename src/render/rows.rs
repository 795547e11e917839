//! Statistics as rows of tables. Each kind of table has a little more than what all of them show.

use super::Renderer;
use super::prose::without_links;
use super::view::{Html, MeasureRef, NumberRef, ReportRef, SharedView, StatisticRow};
use crate::evidence::marker::Markers;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Direction, OwnedStatistic, Owner, Statistic};
use crate::verification::statement::Subject;
use std::borrow::Cow;

impl Renderer<'_> {
    /// What markers mean, one after another.
    fn marker_meaning(&self, markers: Markers) -> String {
        markers.iter().map(|marker| self.words.get(marker.meaning_key())).collect::<Vec<_>>().join("; ")
    }

    /// What every table shows of a statistic.
    fn row(&self, place: usize) -> StatisticRow<'_> {
        let statistic = &self.model.evidence.statistics[place];
        let value = shown_value(statistic);
        let revised_by = self.model.graph.targets(place).revised_by;
        StatisticRow {
            id: &statistic.id,
            url: self.statistic_url(place),
            permalink: self.permalink(&statistic.id),
            label_html: Html(without_links(&statistic.label)),
            details: self.details(statistic),
            value,
            amount: statistic.value.as_ref().and_then(Quantity::middle),
            direction: direction(statistic, value),
            revised_to: revised_by.map(|other| self.number_ref(other)),
            marker: statistic.markers.to_string(),
            marker_meaning: self.marker_meaning(statistic.markers),
            checked: self.checked(Subject::Statistic(place)),
            period: self.period(statistic),
            measure: None,
            population: Vec::new(),
            at: &statistic.at,
            source: None,
            formula: None,
            remark_html: Html::default(),
            caveat_html: Html::default(),
            notes: Vec::new(),
        }
    }

    /// A row on the page of its report, with all there is to say.
    pub(super) fn report_row(&self, place: usize) -> StatisticRow<'_> {
        StatisticRow {
            measure: self.measure(place),
            population: self.population(place),
            caveat_html: self.caveat(place),
            notes: self.notes(place),
            ..self.row(place)
        }
    }

    /// A row that stands as evidence, and why.
    pub(super) fn evidence_row<'r>(&'r self, place: usize, remark_html: Html<'r>) -> StatisticRow<'r> {
        StatisticRow {
            measure: self.measure(place),
            population: self.population(place),
            source: Some(self.source(place)),
            caveat_html: self.caveat(place),
            remark_html,
            ..self.row(place)
        }
    }

    /// A number on the page of the finding that computes it.
    pub(super) fn derived_row(&self, place: usize) -> StatisticRow<'_> {
        StatisticRow { formula: self.formula(place), caveat_html: self.caveat(place), ..self.row(place) }
    }

    /// A value on the page of its measure.
    pub(super) fn value_row(&self, place: usize) -> StatisticRow<'_> {
        StatisticRow {
            population: self.population(place),
            source: Some(self.source(place)),
            caveat_html: self.caveat(place),
            ..self.row(place)
        }
    }

    /// What tells a statistic from others with the same label.
    fn details<'r>(&'r self, statistic: &'r OwnedStatistic) -> Vec<Cow<'r, str>> {
        let fill = |word, blank, text: &str| match text.is_empty() {
            true => String::new(),
            false => self.words.fill(word, &[(blank, text)]),
        };
        let details = [
            Cow::Borrowed(statistic.category.as_str()),
            fill("stat_across", "across", &statistic.across).into(),
            fill("stat_relative_to", "what", &statistic.relative_to).into(),
            self.own_geography(statistic).into(),
        ];
        details.into_iter().filter(|detail| !detail.is_empty()).collect()
    }

    fn measure<'r>(&self, place: usize) -> Option<SharedView<MeasureRef<'r>>> {
        let measure = self.model.graph.targets(place).measure?;
        Some(self.measure_in_rows(measure).measure.clone())
    }

    /// Who was counted, out of whom, and how many. The denominator is the statistic's own, or its measure's.
    fn population(&self, place: usize) -> Vec<Cow<'_, str>> {
        let statistic = &self.model.evidence.statistics[place];
        let of = match self.model.graph.targets(place).measure {
            Some(measure) if statistic.of.is_empty() => Cow::Borrowed(&*self.measure_in_rows(measure).of),
            Some(_) | None if statistic.of.is_empty() => Cow::Borrowed(""),
            Some(_) | None => self.denominator(&statistic.of).into(),
        };
        let n = match statistic.n.is_empty() {
            true => String::new(),
            false => [self.words.get("stat_n"), " ", &statistic.n].concat(),
        };
        let parts = [Cow::Borrowed(statistic.population.as_str()), of, n.into()];
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    fn caveat(&self, place: usize) -> Html<'_> {
        let statistic = &self.model.evidence.statistics[place];
        self.prose(self.model.evidence.owner_page(statistic.owner), &statistic.caveat)
    }

    /// Whose a statistic is.
    fn source(&self, place: usize) -> SharedView<ReportRef<'_>> {
        match self.model.evidence.statistics[place].owner {
            Owner::Report(report) => self.sources.to(report, self),
            Owner::Finding(finding) => {
                let anchor = self.anchors.to(self.model.evidence.findings[finding].page, self.model);
                SharedView::of(&ReportRef {
                    title_html: Html::from(&*anchor.title),
                    url: Cow::Borrowed(&anchor.url),
                    publisher: "",
                    published: String::new(),
                })
            }
        }
    }

    /// The value of a statistic, and where it stands.
    pub(super) fn number_ref(&self, place: usize) -> NumberRef<'_> {
        let value = shown_value(&self.model.evidence.statistics[place]);
        NumberRef { value, is_long: is_long(value), url: self.statistic_url(place) }
    }
}

/// Which way a change goes, unless a printed sign already says it.
fn direction(statistic: &Statistic, shown: &str) -> &'static str {
    match statistic.direction {
        Some(Direction::Up) if !is_signed(shown) => "up",
        Some(Direction::Down) if !is_signed(shown) => "down",
        Some(Direction::Up | Direction::Down) | None => "",
    }
}

fn is_signed(shown: &str) -> bool {
    shown.starts_with(['+', '-', '−'])
}

/// Whether a printed number is set smaller where it stands out.
pub(super) fn is_long(shown: &str) -> bool {
    /// How many characters there is room for.
    const ROOM: usize = 5;
    shown.chars().count() > ROOM
}

/// The value as typed, without a marker behind it.
pub(super) fn shown_value(statistic: &Statistic) -> &str {
    let printed = statistic.printed.trim();
    if !printed.ends_with(']') {
        return printed;
    }
    match printed.rfind('[') {
        Some(open) if open > 0 => printed[..open].trim_end(),
        _ => printed,
    }
}
