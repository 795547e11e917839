//! Figures, whose they are, and how they stand to each other.

use crate::document::prose::Prose;
use crate::evidence::formula::Formula;
use crate::evidence::marker::Marker;
use crate::evidence::period::Period;
use crate::evidence::quantity::Quantity;
use std::ops::Deref;

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

/// A figure of a report, or one derived by a finding. Its [`Details`] read as fields of its own.
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
    /// The ends of a change as typed; few statistics have any.
    pub change: Option<Box<(String, String)>>,
    /// Who or what is counted.
    pub population: String,
    /// Number of cases.
    pub n: String,
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
    /// Area.
    pub geography: String,
    /// What only some statistics have; `None` when this one has nothing of it.
    pub details: Option<Box<Details>>,
}

/// What only some statistics have, kept apart because there are very many statistics.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details {
    /// What a ratio is relative to.
    pub relative_to: String,
    /// Reference to the record behind it.
    pub origin: String,
    /// Denominator in words.
    pub of: String,
    /// Category of a share.
    pub category: String,
    /// What an extreme is the end of.
    pub across: String,
    /// Reference to the statistic that revised it.
    pub revised_by: String,
    /// Where the figure was checked.
    pub url: String,
    /// Waived rules with reasons.
    pub allow: Vec<(String, String)>,
    /// How a derived number is computed.
    pub formula: Option<Formula>,
    /// What makes it up.
    pub total: Option<Total>,
    /// References to statistics of which none is higher.
    pub highest_of: Vec<String>,
    /// References to statistics of which none is lower.
    pub lowest_of: Vec<String>,
}

/// The statistics whose sum a figure is, still text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Total {
    /// What is added up.
    pub of: Vec<String>,
    /// What is taken off again.
    pub minus: Vec<String>,
}

/// The details of a statistic without any.
static NO_DETAILS: Details = Details {
    relative_to: String::new(),
    origin: String::new(),
    of: String::new(),
    category: String::new(),
    across: String::new(),
    revised_by: String::new(),
    url: String::new(),
    allow: Vec::new(),
    formula: None,
    total: None,
    highest_of: Vec::new(),
    lowest_of: Vec::new(),
};

impl Deref for Statistic {
    type Target = Details;

    fn deref(&self) -> &Details {
        self.details.as_deref().unwrap_or(&NO_DETAILS)
    }
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

#[cfg(test)]
mod tests {
    use super::Statistic;

    /// A large site has tens of thousands of them.
    #[test]
    fn a_statistic_is_small() {
        let size = size_of::<Statistic>();
        assert!(size <= 500, "{size}");
    }
}
