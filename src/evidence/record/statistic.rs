//! Figures, whose they are, and how they stand to each other.

use crate::document::prose::Prose;
use crate::evidence::formula::Formula;
use crate::evidence::marker::Markers;
use crate::evidence::period::Period;
use crate::evidence::quantity::Quantity;
use compact_str::CompactString;
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

impl Direction {
    /// The word for it in front matter and in data files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// A figure of a report, or one derived by a finding. Its [`Details`] read as fields of its own.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// Its id within its owner.
    pub id: CompactString,
    /// What is counted.
    pub label: Prose,
    /// Id of the measure; empty when none.
    pub measure: CompactString,
    /// The value as typed.
    pub printed: CompactString,
    /// The value as understood; `None` when it is broken and reported.
    pub value: Option<Quantity>,
    /// When.
    pub period: Option<Period>,
    /// Where in the original.
    pub at: CompactString,
    /// The ends of a change as typed; few statistics have any.
    pub change: Option<Box<(CompactString, CompactString)>>,
    /// Who or what is counted.
    pub population: CompactString,
    /// Number of cases.
    pub n: CompactString,
    /// Which way it changes.
    pub direction: Option<Direction>,
    /// Markers of official statistics.
    pub markers: Markers,
    /// Whether its author says how precise it is.
    pub has_precision: bool,
    /// What to know before using it.
    pub caveat: Prose,
    /// Relations to other statistics.
    pub relations: Vec<Relation>,
    /// Area.
    pub geography: CompactString,
    /// What only some statistics have; `None` when this one has nothing of it.
    pub details: Option<Box<Details>>,
}

impl Statistic {
    /// Which way it changes: as it is typed, or by the sign that is printed.
    #[must_use]
    pub fn way(&self) -> Option<Direction> {
        let is_change = self.change.is_some();
        let signed = || match self.printed.chars().next()? {
            '+' => Some(Direction::Up),
            '-' | '−' | '–' if is_change => Some(Direction::Down),
            _ => None,
        };
        self.direction.or_else(signed)
    }
}

/// What only some statistics have, kept apart because there are very many statistics.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details {
    /// What a ratio is relative to.
    pub relative_to: CompactString,
    /// Reference to the record behind it.
    pub origin: CompactString,
    /// Ids of the articles from which alone it is known.
    pub via: Vec<String>,
    /// Denominator in words.
    pub of: CompactString,
    /// Category of a share.
    pub category: CompactString,
    /// What an extreme is the end of.
    pub across: CompactString,
    /// Reference to the statistic that revised it.
    pub revised_by: CompactString,
    /// Where the figure was checked.
    pub url: CompactString,
    /// Waived rules with reasons.
    pub allow: Vec<(CompactString, String)>,
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
    relative_to: CompactString::const_new(""),
    origin: CompactString::const_new(""),
    via: Vec::new(),
    of: CompactString::const_new(""),
    category: CompactString::const_new(""),
    across: CompactString::const_new(""),
    revised_by: CompactString::const_new(""),
    url: CompactString::const_new(""),
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
