//! Facts: what is known of a page or of a record, as names and what stands behind them.

use super::statistic::{NumberView, RelationView, StatisticRef};
use super::telling::TellingView;
use super::{Html, LinkView, ReportRef, SharedView};
use schemars::JsonSchema;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A name and what stands behind it: one entry of a `<dl>`.
#[derive(Debug, Clone, JsonSchema)]
pub struct Fact<'a> {
    /// Which fact it is: the key of its name in the table of words, such as `publisher` or `stat_caveat`.
    pub key: &'static str,
    /// Its name in words.
    pub name: &'a str,
    /// What stands behind the name. It is exactly one further field, which says of what kind it is: `fact.links`.
    #[schemars(flatten)]
    pub value: FactValue<'a>,
}

impl Serialize for Fact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fact = serializer.serialize_struct("Fact", 3)?;
        fact.serialize_field("key", self.key)?;
        fact.serialize_field("name", self.name)?;
        match &self.value {
            FactValue::Text(text) => fact.serialize_field("text", text),
            FactValue::Prose(prose) => fact.serialize_field("prose_html", prose),
            FactValue::Date(date) => fact.serialize_field("date", date),
            FactValue::Address(address) => fact.serialize_field("address", address),
            FactValue::Link(link) => fact.serialize_field("link", link),
            FactValue::Links(links) => fact.serialize_field("links", links),
            FactValue::Source(source) => fact.serialize_field("source", source),
            FactValue::Reports(reports) => fact.serialize_field("reports", reports),
            FactValue::Quote(quote) => fact.serialize_field("quote", quote),
            FactValue::Credits(credits) => fact.serialize_field("credits", credits),
            FactValue::Sentence(pieces) => fact.serialize_field("sentence", pieces),
            FactValue::Formula(formula) => fact.serialize_field("formula", formula),
            FactValue::Statistic(statistic) => fact.serialize_field("statistic", statistic),
            FactValue::Relations(relations) => fact.serialize_field("relations", relations),
            FactValue::Tellings(tellings) => fact.serialize_field("tellings", tellings),
        }?;
        fact.end()
    }
}

/// What stands behind the name of a fact.
#[derive(Debug, Clone, JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum FactValue<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// Inline prose of an author.
    #[schemars(rename = "prose_html")]
    Prose(Html<'a>),
    /// A date.
    Date(DateView),
    /// An address outside the site, or of a file of it.
    Address(AddressView<'a>),
    /// One page or record.
    Link(SharedView<LinkView<'a>>),
    /// Pages.
    Links(Vec<SharedView<LinkView<'a>>>),
    /// A report, with its publisher behind it.
    Source(SharedView<ReportRef<'a>>),
    /// Reports, each with publisher and date below it.
    Reports(Vec<SharedView<ReportRef<'a>>>),
    /// Words of the original, and when they were held against it.
    Quote(QuoteView<'a>),
    /// Whom an article credits.
    Credits(CreditsView<'a>),
    /// A sentence that names other statistics.
    Sentence(Vec<FactPiece<'a>>),
    /// How a derived number is computed.
    Formula(FormulaView<'a>),
    /// One other statistic.
    Statistic(StatisticRef<'a>),
    /// Other statistics, and how they stand to this one.
    Relations(Vec<RelationView<'a>>),
    /// How articles told the record.
    Tellings(Vec<TellingView<'a>>),
}

/// A date.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct DateView {
    /// In words, such as `31 January 2019`.
    pub text: String,
    /// For machines, such as `2019-01-31`.
    pub iso: String,
}

/// An address with what is shown of it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AddressView<'a> {
    /// The whole address.
    pub url: Cow<'a, str>,
    /// The same without what nearly every address begins with.
    pub shown: Cow<'a, str>,
}

/// Words of the original.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct QuoteView<'a> {
    /// The words.
    pub text: &'a str,
    /// Where they were read; absent when that is the report's own address. It leads to the words themselves.
    pub address: Option<AddressView<'a>>,
    /// When they were found in the archived text, in a sentence; empty when they were not.
    pub checked: String,
}

/// Whom an article credits.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CreditsView<'a> {
    /// Who that is.
    pub text: &'a str,
    /// Whether that is another than the report's publisher.
    pub differs: bool,
    /// When it was found in the archived text, in a sentence; empty when it was not.
    pub checked: String,
    /// What the author remarks on it, as inline prose; may be empty.
    pub note_html: Html<'a>,
}

/// How a derived number is computed.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct FormulaView<'a> {
    /// The formula, part by part.
    pub pieces: Vec<FactPiece<'a>>,
    /// What it gives, in words: a number, or `between` two.
    pub gives: String,
}

/// A piece of a sentence or formula. It has exactly one field: `piece.text` or `piece.number`.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactPiece<'a> {
    /// Words, signs and blanks.
    Text(Cow<'a, str>),
    /// A statistic.
    Number(NumberView<'a>),
}
