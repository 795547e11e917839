//! How somebody told reports.

use super::SnapshotName;
use crate::document::prose::Prose;
use crate::evidence::date::PartialDate;
use crate::evidence::quantity::Quantity;

/// How somebody told reports.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// What it is.
    pub kind: String,
    /// Ids of the reports.
    pub reports_on: Vec<String>,
    /// Whom it credits.
    pub credits: String,
    /// Why that differs.
    pub credits_note: Prose,
    /// Who wrote it.
    pub author: String,
    /// Where it appeared.
    pub outlet: String,
    /// When.
    pub published: Option<PartialDate>,
    /// Its address.
    pub url: String,
    /// Its archived text, if there is one.
    pub snapshot: Option<SnapshotName>,
    /// What it said.
    pub tells: Vec<Telling>,
}

/// What a telling tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A statistic, by reference.
    Statistic(String),
    /// A claim, by reference.
    Claim(String),
    /// A recommendation, by reference.
    Recommendation(String),
    /// Quoted words.
    Quote(String),
    /// Something that no report record holds.
    Remark(String),
}

/// One thing an article says.
#[derive(Debug, Clone)]
pub struct Telling {
    /// What.
    pub what: Told,
    /// Its figure or words, as printed.
    pub told_as: String,
    /// The figure as understood, when `told_as` is one.
    pub quantity: Option<Quantity>,
    /// Where in the article.
    pub at: String,
    /// The denominator it gives.
    pub of: String,
    /// What it says that a ratio is relative to.
    pub relative_to: String,
    /// The population it gives.
    pub population: String,
    /// Whom it names as speaker.
    pub speaker: String,
    /// Whether the speaker said it to the article.
    pub interviewed: bool,
    /// How it differs.
    pub differs: String,
    /// A remark.
    pub note: Prose,
}
