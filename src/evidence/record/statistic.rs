//! Figures, whose they are, and how they stand to each other.

use crate::document::prose::Prose;
use crate::evidence::formula::Formula;
use crate::evidence::marker::Marker;
use crate::evidence::period::Period;
use crate::evidence::quantity::Quantity;

/// Whose record a statistic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A report's, by its place.
    Report(usize),
    /// A finding's: a derived number.
    Finding(usize),
}

/// Which way a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A figure of a report, or one derived by a finding.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// Its id within its owner.
    pub id: String,
    /// What is counted.
    pub label: Prose,
    /// Id of the measure; empty when none.
    pub measure: String,
    /// The value as typed.
    pub printed: String,
    /// The value as understood; `None` when it is broken and reported.
    pub value: Option<Quantity>,
    /// When.
    pub period: Option<Period>,
    /// Where in the original.
    pub at: String,
    /// The ends of a change as typed.
    pub change: Option<(String, String)>,
    /// What a ratio is relative to.
    pub relative_to: String,
    /// Reference to the record behind it.
    pub origin: String,
    /// Who or what is counted.
    pub population: String,
    /// Denominator in words.
    pub of: String,
    /// Number of cases.
    pub n: String,
    /// Category of a share.
    pub category: String,
    /// What an extreme is the end of.
    pub across: String,
    /// Which way it changes.
    pub direction: Option<Direction>,
    /// Marker of official statistics.
    pub marker: Option<Marker>,
    /// Whether its author says how precise it is.
    pub has_precision: bool,
    /// What to know before using it.
    pub caveat: Prose,
    /// Relations to other statistics.
    pub relations: Vec<Relation>,
    /// Reference to the statistic that revised it.
    pub revised_by: String,
    /// Area.
    pub geography: String,
    /// Where the figure was checked.
    pub url: String,
    /// Waived rules with reasons.
    pub allow: Vec<(String, String)>,
    /// How a derived number is computed.
    pub formula: Option<Formula>,
}

/// How two statistics stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This one brings the other up to date.
    Updates,
    /// The other brings this one up to date.
    UpdatedBy,
    /// This one corrects the other.
    Corrects,
    /// The other corrects this one.
    CorrectedBy,
    /// Both say the same.
    SameAs,
    /// They say different things.
    Differs,
}

impl RelationKind {
    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::UpdatedBy => "updated-by",
            Self::Corrects => "corrects",
            Self::CorrectedBy => "corrected-by",
            Self::SameAs => "same-as",
            Self::Differs => "differs",
        }
    }

    /// The same relation, seen from the other end.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Updates => Self::UpdatedBy,
            Self::UpdatedBy => Self::Updates,
            Self::Corrects => Self::CorrectedBy,
            Self::CorrectedBy => Self::Corrects,
            Self::SameAs => Self::SameAs,
            Self::Differs => Self::Differs,
        }
    }
}

/// A typed relation, its target still text.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Kind.
    pub kind: RelationKind,
    /// The other statistic.
    pub reference: String,
    /// Why.
    pub note: Prose,
}
