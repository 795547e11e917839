//! What articles made of records.

use super::{Html, LinkView, SharedView};
use schemars::JsonSchema;
use serde::Serialize;

/// One article's version of something.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TellingView<'a> {
    /// The article.
    pub article: SharedView<LinkView<'a>>,
    /// The record that it is of; absent for quoted words and remarks.
    pub record: Option<LinkView<'a>>,
    /// What it tells: `Statistic`, `Claim`, `Recommendation`, `Quotation` or `Remark`, in words.
    pub what: &'a str,
    /// Where in the article; may be empty.
    pub at: &'a str,
    /// The report's own figure as printed; empty where there is none.
    pub said: &'a str,
    /// How `told_as` is meant: `figure`, `words`, `quote`, or `unchanged` when the article tells it as it stands.
    pub form: &'static str,
    /// The article's own version; empty when it is unchanged.
    pub told_as: &'a str,
    /// What it claims beside that: out of whom, and relative to what.
    pub claims: Vec<String>,
    /// Whom it names as speaker; may be empty.
    pub speaker: &'a str,
    /// How it differs from the report; empty when it agrees.
    pub differs: &'a str,
    /// Whether no record of a report holds it, so that there is nothing to agree with.
    pub is_remark: bool,
    /// What the author of the review remarks on it, as inline prose; may be empty.
    pub note_html: Html<'a>,
    /// When it was found in the archived text, in a sentence; empty when it was not.
    pub checked: String,
}

/// An article in the list of a report.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ArticleCard<'a> {
    /// The article's title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Its page.
    pub url: &'a str,
    /// What it is, such as `news`.
    pub kind: &'a str,
    /// The day in words; may be empty.
    pub published: String,
    /// How much of what it tells agrees with the report, in a sentence; empty where nothing can.
    pub agreement: String,
    /// Whom it credits; empty unless that is another than the report's publisher.
    pub credits: &'a str,
    /// What it tells otherwise than the report.
    pub differing: Vec<TellingView<'a>>,
}
