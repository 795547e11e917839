//! The records of a review: what reports state, how coverage tells it, what we find.
//!
//! References between records are still text here; the graph resolves them.

mod coverage;
mod finding;
mod measure;
mod placed;
mod report;
mod snapshot;
mod statistic;

use super::date::PartialDate;
use crate::diagnostic::Spot;
use crate::document::kind::DocumentKind;
use crate::document::prose::Prose;
use crate::path::SourcePath;
use compact_str::CompactString;
pub use coverage::{Coverage, Telling, Told};
pub use finding::{Bearing, Certainty, EvidencePiece, Finding};
pub use measure::{Measure, MeasureKind};
pub use placed::{OfReport, OnPage, Owned, OwnedStatistic, Part};
pub use report::{Claim, Recommendation, Report};
pub use snapshot::SnapshotName;
pub use statistic::{Details, Direction, Owner, Relation, RelationKind, Statistic, Total};

/// A document as a page: what every kind has.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its source.
    pub path: SourcePath,
    /// Its kind.
    pub kind: DocumentKind,
    /// Its id: the file's name, unless the author gives another.
    pub id: String,
    /// Whether its front matter could be read. A broken page has no records, and references to it are let pass.
    pub broken: bool,
    /// Title.
    pub title: Prose,
    /// The words of the title in lower case, by which lists are sorted.
    pub sorted_by: String,
    /// Plain description; empty when none is given.
    pub description: String,
    /// Old addresses.
    pub aliases: Vec<Alias>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Place in lists.
    pub order: Option<i64>,
    /// Date of the last revision.
    pub updated: Option<PartialDate>,
    /// When it is to be looked at again.
    pub review_by: Option<PartialDate>,
    /// Waived rules with reasons.
    pub allow: Vec<(CompactString, String)>,
    /// Free-form data.
    pub extra: serde_json::Value,
    /// The body.
    pub body: Prose,
}

/// An old address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The address as typed.
    pub address: String,
    /// Its place in the list of aliases.
    pub place: usize,
}

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id.
    pub id: String,
    /// The term.
    pub term: Prose,
    /// What it means.
    pub meaning: Prose,
    /// Where it stands.
    pub spot: Spot,
}
