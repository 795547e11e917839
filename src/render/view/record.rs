//! Claims and recommendations.

use super::{Html, fact::Fact};
use schemars::JsonSchema;
use serde::Serialize;

/// What a report says without a figure: a claim, or a recommendation.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SayingView<'a> {
    /// Its id, one of its own in its report.
    pub id: &'a str,
    /// The id of its entry on the report's page, such as `claim-funding`.
    pub anchor: String,
    /// Its permalink.
    pub url: String,
    /// What its permalink is called, for those who cannot see it.
    pub permalink: String,
    /// What it says, as inline prose.
    pub text_html: Html<'a>,
    /// Why it counts as evidence, as inline prose; empty where it does not stand as evidence.
    pub remark_html: Html<'a>,
    /// What is known of it.
    pub facts: Vec<Fact<'a>>,
}
