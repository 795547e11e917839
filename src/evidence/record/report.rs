//! Reports, and what they state in words.

use super::SnapshotName;
use crate::document::prose::Prose;
use crate::evidence::date::PartialDate;
use crate::evidence::period::YearKind;
use compact_str::CompactString;

/// A primary publication.
#[derive(Debug, Clone)]
pub struct Report {
    /// Another name for it.
    pub known_as: String,
    /// Kind, such as `audit`.
    pub kind: String,
    /// Who published it.
    pub publisher: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who supported the inquiry.
    pub secretariat: String,
    /// Whom it is about.
    pub subject: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Area of its figures.
    pub geography: String,
    /// What a year is in it; `None` when it does not say.
    pub year: Option<YearKind>,
    /// Address of the original.
    pub url: String,
    /// Its archived text, if there is one.
    pub snapshot: Option<SnapshotName>,
    /// Ids of topics.
    pub topics: Vec<String>,
}

/// A qualitative statement.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Id within the report.
    pub id: CompactString,
    /// The statement.
    pub text: Prose,
    /// The words of the source that it rests on; empty where none are recorded.
    pub words: String,
    /// The report's word of caution.
    pub hedge: String,
    /// Who says it.
    pub speaker: String,
    /// Where in the original.
    pub at: String,
    /// Address where its words were read.
    pub url: String,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// What to know.
    pub caveat: Prose,
    /// Reference to the record behind it.
    pub origin: String,
    /// Ids of the articles from which alone it is known.
    pub via: Vec<String>,
    /// Waived rules with reasons.
    pub allow: Vec<(CompactString, String)>,
}

/// A recommendation.
#[derive(Debug, Clone)]
pub struct Recommendation {
    /// Id within the report.
    pub id: CompactString,
    /// What is recommended.
    pub text: Prose,
    /// To whom.
    pub to: String,
    /// Where in the original.
    pub at: String,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Who makes it.
    pub speaker: String,
    /// Ids of the articles from which alone it is known.
    pub via: Vec<String>,
    /// A remark.
    pub note: Prose,
}
