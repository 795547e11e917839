//! Statistics: as rows of tables, and as other records name them.

use super::fact::{Fact, FormulaView};
use super::{Html, LinkView, ReportRef, SharedView};
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// A statistic as it stands in a table.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StatisticRow<'a> {
    /// Its id, one of its own in its report or finding.
    pub id: &'a str,
    /// Its permalink.
    pub url: String,
    /// What its permalink is called, for those who cannot see it.
    pub permalink: String,
    /// What is counted, as inline prose without links.
    pub label_html: Html<'a>,
    /// What tells it from others with the same label: category, what it is across or relative to, area.
    pub details: Vec<Cow<'a, str>>,
    /// The value as printed.
    pub value: &'a str,
    /// The middle of what the value says, for sorting; absent where it says none.
    pub amount: Option<f64>,
    /// `up` or `down` for a change whose value has no sign, else empty.
    pub direction: &'static str,
    /// The value that took its place, if it was revised.
    pub revised_to: Option<NumberRef<'a>>,
    /// The markers of official statistics behind the value, such as `[p]`; empty without one.
    pub marker: String,
    /// What they mean.
    pub marker_meaning: String,
    /// When it was found in the archived text, in a sentence; empty when it was not.
    pub checked: String,
    /// The period in words; may be empty.
    pub period: String,
    /// The measure, if it has one.
    pub measure: Option<SharedView<MeasureRef<'a>>>,
    /// Who was counted, out of whom, and how many cases.
    pub population: Vec<Cow<'a, str>>,
    /// Where in the original it stands; may be empty.
    pub at: &'a str,
    /// Whose it is; absent on the page of its own report or finding.
    pub source: Option<SharedView<ReportRef<'a>>>,
    /// How it is computed, if it is a derived number.
    pub formula: Option<FormulaView<'a>>,
    /// Why it counts as evidence, as inline prose; empty where it does not stand as evidence.
    pub remark_html: Html<'a>,
    /// What to know before using it, as inline prose; may be empty.
    pub caveat_html: Html<'a>,
    /// All there is to say about it, the caveat among it; empty where it does not stand on its report's page.
    pub notes: Vec<Fact<'a>>,
}

/// The measure of a statistic.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct MeasureRef<'a> {
    /// Its title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Its page.
    pub url: &'a str,
    /// `stock`, `flow`, `rate`, `share`, `money` or `index`.
    pub kind: &'static str,
    /// The same in words.
    pub kind_label: &'a str,
}

/// A number and where it stands.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct NumberRef<'a> {
    /// The value as printed.
    pub value: &'a str,
    /// Whether it takes so much room that it is set smaller.
    pub is_long: bool,
    /// Its permalink.
    pub url: String,
}

/// A statistic that a sentence or a formula names.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct NumberView<'a> {
    /// The value as printed.
    pub value: &'a str,
    /// Its permalink, or its anchor alone on the same page.
    pub url: String,
    /// What is counted, as inline prose without links; empty where the sentence needs the value alone.
    pub label_html: Html<'a>,
    /// The period in words; empty where that needs no mention.
    pub period: String,
}

/// Another statistic, in one line.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StatisticRef<'a> {
    /// The value as printed.
    pub value: &'a str,
    /// Its permalink.
    pub url: String,
    /// What is counted, as inline prose without links.
    pub label_html: Html<'a>,
    /// The period in words; may be empty.
    pub period: String,
    /// The page of its report or finding.
    pub source: SharedView<LinkView<'a>>,
}

/// How another statistic stands to this one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RelationView<'a> {
    /// `updates`, `updated-by`, `corrects`, `corrected-by`, `same-as` or `differs`.
    pub kind: &'static str,
    /// The same in words.
    pub label: Cow<'a, str>,
    /// The other statistic.
    pub statistic: StatisticRef<'a>,
    /// What the author remarks on it, as inline prose; may be empty.
    pub note_html: Html<'a>,
}

/// A table of statistics in the text of a page, with the columns that its author names.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TableView<'a> {
    /// Its id on the page.
    pub id: String,
    /// What it shows, in a sentence.
    pub caption: &'a str,
    /// Its columns, in order.
    pub columns: Vec<ColumnView<'a>>,
    /// Whether a row has its caveat below it.
    pub has_notes: bool,
    /// Its rows.
    pub rows: Vec<StatisticRow<'a>>,
}

/// A column of a table in the text of a page.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ColumnView<'a> {
    /// `label`, `value`, `period`, `measure`, `kind`, `population` or `source`.
    pub key: &'a str,
    /// Its heading.
    pub name: &'a str,
}
