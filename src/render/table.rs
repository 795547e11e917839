//! Tables of statistics as HTML.
//!
//! They are written here and not in a template because they are most of what there is to render: six rows on
//! every report. How they look is up to the stylesheet; every word comes from the table of words.

use super::Renderer;
use super::prose::without_links;
use crate::document::escape::escape_into;
use crate::evidence::record::{Direction, OwnedStatistic, Owner, Statistic};
use crate::verification::statement::Subject;

/// Room for the head of a table and for each row, in bytes, so that few tables are copied while they grow.
const HEAD: usize = 1024;
const ROW: usize = 1024;

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Label,
    Value,
    Period,
    Measure,
    Kind,
    Population,
    Source,
    Where,
    Formula,
}

impl Column {
    /// The column with this name in a `table` block.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "label" => Self::Label,
            "value" => Self::Value,
            "period" => Self::Period,
            "measure" => Self::Measure,
            "kind" => Self::Kind,
            "population" => Self::Population,
            "source" => Self::Source,
            _ => return None,
        })
    }

    /// Key of the word that heads it.
    fn word(self) -> &'static str {
        match self {
            Self::Label => "column_label",
            Self::Value => "column_value",
            Self::Period => "column_period",
            Self::Measure => "column_measure",
            Self::Kind => "column_kind",
            Self::Population => "column_population",
            Self::Source => "column_source",
            Self::Where => "column_where",
            Self::Formula => "column_formula",
        }
    }

    /// The tag that opens its heading. A heading makes the column as wide as the stylesheet wants it.
    fn heading(self) -> &'static str {
        match self {
            Self::Label => "<th scope=\"col\" class=\"col-label\">",
            Self::Value => "<th scope=\"col\" class=\"col-value\">",
            Self::Period => "<th scope=\"col\" class=\"col-period\">",
            Self::Measure => "<th scope=\"col\" class=\"col-measure\">",
            Self::Source => "<th scope=\"col\" class=\"col-source\">",
            Self::Formula => "<th scope=\"col\" class=\"col-formula\">",
            Self::Kind | Self::Population | Self::Where => "<th scope=\"col\">",
        }
    }

    /// The tag that opens a cell, and the one that closes it. Only values look different from row to row.
    fn cell(self) -> (&'static str, &'static str) {
        match self {
            Self::Label => ("<th scope=\"row\">", "</th>"),
            Self::Value => ("<td class=\"col-value\">", "</td>"),
            _ => ("<td>", "</td>"),
        }
    }
}

/// What stands below a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    Nothing,
    /// The caveat alone.
    Caveat,
    /// All there is to say.
    Everything,
}

/// A table to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    pub id: &'a str,
    pub caption: &'a str,
    pub caption_hidden: bool,
    pub columns: &'a [Column],
    /// Whether rows carry their permalink's id: only on the page where the statistics stand.
    pub own_page: bool,
    pub below: Below,
}

impl Renderer<'_> {
    /// Statistics in rows, each with a remark below its label or none.
    pub(super) fn statistics_table<'r>(
        &self,
        table: Table<'_>,
        rows: impl Iterator<Item = (usize, &'r str)>,
    ) -> String {
        let mut html = String::with_capacity(HEAD + rows.size_hint().1.unwrap_or(0) * ROW);
        self.open(table, &mut html);
        for (statistic, remark) in rows {
            self.table_row(table, statistic, remark, &mut html);
        }
        html.push_str("</table>\n</section>");
        html
    }

    fn open(&self, table: Table<'_>, html: &mut String) {
        open_table("statistics", table.id, table.caption_hidden, html);
        escape_into(table.caption, html);
        html.push_str("</caption>\n<thead><tr>");
        for column in table.columns {
            html.push_str(column.heading());
            html.push_str(self.words.html(column.word()));
            html.push_str("</th>");
        }
        html.push_str("</tr></thead>\n");
    }

    /// One body for each statistic, so that its permalink marks the row and its notes together.
    fn table_row(&self, table: Table<'_>, place: usize, remark: &str, html: &mut String) {
        let statistic = &self.model.evidence.statistics[place];
        html.push_str("<tbody");
        if table.own_page {
            html.push_str(" id=\"stat-");
            escape_into(&statistic.id, html);
            html.push('"');
        }
        html.push_str("><tr>");
        for column in table.columns {
            let (open, close) = column.cell();
            html.push_str(open);
            self.cell(table, *column, place, statistic, remark, html);
            html.push_str(close);
        }
        html.push_str("</tr>");
        match table.below {
            Below::Everything => self.notes(place, table.columns.len(), html),
            Below::Caveat if !statistic.caveat.is_empty() => {
                let page = self.model.evidence.owner_page(statistic.owner);
                html.push_str(&format!("<tr class=\"notes\"><td colspan=\"{}\">", table.columns.len()));
                tagged("div", "note", &self.inline(page, &statistic.caveat), html);
                html.push_str("</td></tr>");
            }
            Below::Caveat | Below::Nothing => {}
        }
        html.push_str("</tbody>\n");
    }

    fn cell(
        &self,
        table: Table<'_>,
        column: Column,
        place: usize,
        statistic: &OwnedStatistic,
        remark: &str,
        html: &mut String,
    ) {
        match column {
            Column::Label => {
                self.label(table.own_page, place, statistic, html);
                tagged("span", "why", remark, html);
            }
            Column::Value => self.value(place, statistic, html),
            Column::Period => escape_into(&self.period(statistic), html),
            Column::Measure => {
                self.measure(place, true, html);
                self.population(place, statistic, true, html);
            }
            Column::Kind => self.measure(place, false, html),
            Column::Population => self.population(place, statistic, false, html),
            Column::Source => self.source(statistic, html),
            Column::Where => escape_into(&statistic.at, html),
            Column::Formula => {
                html.push_str(&self.formula(statistic));
                text("span", "sub", &self.computed(place), html);
            }
        }
    }

    fn label(&self, own_page: bool, place: usize, statistic: &OwnedStatistic, html: &mut String) {
        let label = without_links(&statistic.label);
        if own_page {
            html.push_str(&label);
            self.permalink(&["#stat-", &statistic.id], &statistic.id, html);
        } else {
            html.push_str("<a href=\"");
            self.push_statistic_url(place, html);
            html.push_str("\">");
            html.push_str(&label);
            html.push_str("</a>");
        }
        let across =
            filled(&statistic.across, |across| self.words.fill("stat_across", &[("across", across)]));
        let relative_to =
            filled(&statistic.relative_to, |what| self.words.fill("stat_relative_to", &[("what", what)]));
        details_line(&[&statistic.category, &across, &relative_to, self.own_geography(statistic)], html);
    }

    /// The printed value; struck through, with the new one behind it, where it was revised.
    fn value(&self, place: usize, statistic: &OwnedStatistic, html: &mut String) {
        // A printed sign already says it.
        let shown = shown_value(statistic);
        let is_signed = shown.starts_with(['+', '-', '−']);
        if let Some(direction) = statistic.direction.filter(|_| !is_signed) {
            let (arrow, word) = match direction {
                Direction::Up => ("↑", "direction_up"),
                Direction::Down => ("↓", "direction_down"),
            };
            html.push_str(&format!("<span class=\"direction\" aria-hidden=\"true\">{arrow}</span>"));
            text("span", "visually-hidden", &format!("{} ", self.words.get(word)), html);
        }
        match self.model.graph.targets(place).revised_by {
            Some(other) => {
                html.push_str("<s>");
                escape_into(shown, html);
                html.push_str("</s>");
                text("span", "visually-hidden", &format!(" {}", self.words.get("stat_revised_to")), html);
                html.push_str(" <a class=\"revised\" href=\"");
                self.push_statistic_url(other, html);
                html.push_str("\">");
                escape_into(shown_value(&self.model.evidence.statistics[other]), html);
                html.push_str("</a>");
            }
            None => escape_into(shown, html),
        }
        if let Some(marker) = statistic.marker {
            text(
                "span",
                "sub",
                &format!("{} {}", marker.printed(), self.words.get(marker.meaning_key())),
                html,
            );
        }
        text("span", "sub checked", &self.checked(Subject::Statistic(place)), html);
    }

    /// The measure's name, if it is wanted, and what kind of thing it counts.
    fn measure(&self, place: usize, named: bool, html: &mut String) {
        let Some(measure) = self.model.graph.targets(place).measure else { return };
        if named {
            html.push_str(self.anchor(self.model.evidence.measures[measure].page));
            html.push(' ');
        }
        html.push_str(&self.measure_in_rows(measure).badge);
    }

    /// Who was counted, out of whom, and how many. The denominator is the statistic's own, or its measure's.
    fn population(&self, place: usize, statistic: &OwnedStatistic, below: bool, html: &mut String) {
        let own = filled(&statistic.of, |of| self.denominator(of));
        let of = match self.model.graph.targets(place).measure {
            Some(measure) if own.is_empty() => &*self.measure_in_rows(measure).of,
            Some(_) | None => &own,
        };
        let n = filled(&statistic.n, |n| [self.words.get("stat_n"), " ", n].concat());
        let parts = [statistic.population.as_str(), of, &n];
        if below {
            return details_line(&parts, html);
        }
        for (at, part) in parts.into_iter().filter(|part| !part.is_empty()).enumerate() {
            html.push_str(if at == 0 { "" } else { ", " });
            escape_into(part, html);
        }
    }

    fn source(&self, statistic: &OwnedStatistic, html: &mut String) {
        match statistic.owner {
            Owner::Report(report) => self.named_report(report, html),
            Owner::Finding(_) => {
                html.push_str(self.anchor(self.model.evidence.owner_page(statistic.owner)));
            }
        }
    }

    /// A link to a report, with its publisher and date.
    pub(super) fn named_report(&self, report: usize, html: &mut String) {
        let report = &self.model.evidence.reports[report];
        html.push_str(self.anchor(report.page));
        text("span", "sub", &self.with_date(&report.publisher, report.published), html);
    }
}

/// The beginning of a table that a keyboard can scroll, up to the words of its caption.
pub(super) fn open_table(class: &str, id: &str, caption_hidden: bool, html: &mut String) {
    html.extend(["<section class=\"table-scroll\" aria-labelledby=\"", id, "-caption\" tabindex=\"0\">\n"]);
    html.extend(["<table class=\"", class, "\" id=\"", id, "\">\n<caption id=\"", id, "-caption\""]);
    html.push_str(if caption_hidden { " class=\"visually-hidden\">" } else { ">" });
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

/// An element with text, unless there is none.
pub(super) fn text(tag: &str, class: &str, content: &str, html: &mut String) {
    if !content.is_empty() {
        open_tag(tag, class, html);
        escape_into(content, html);
        close_tag(tag, html);
    }
}

fn open_tag(tag: &str, class: &str, html: &mut String) {
    for part in ["<", tag, " class=\"", class, "\">"] {
        html.push_str(part);
    }
}

fn close_tag(tag: &str, html: &mut String) {
    for part in ["</", tag, ">"] {
        html.push_str(part);
    }
}

/// An element with HTML, unless there is none.
pub(super) fn tagged(tag: &str, class: &str, content: &str, html: &mut String) {
    if !content.is_empty() {
        open_tag(tag, class, html);
        html.push_str(content);
        close_tag(tag, html);
    }
}

/// What `fill` makes of a text, unless there is none.
fn filled(content: &str, fill: impl FnOnce(&str) -> String) -> String {
    if content.is_empty() { String::new() } else { fill(content) }
}

/// Details in small print, those that are there.
fn details_line(details: &[&str], html: &mut String) {
    let mut details = details.iter().filter(|detail| !detail.is_empty());
    let Some(first) = details.next() else { return };
    let Some(second) = details.next() else { return text("span", "sub", first, html) };
    html.push_str("<span class=\"sub\">");
    for (at, detail) in [first, second].into_iter().chain(details).enumerate() {
        html.push_str(if at == 0 { "<span>" } else { " <span>" });
        escape_into(detail, html);
        html.push_str("</span>");
    }
    html.push_str("</span>");
}
