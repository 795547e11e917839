//! Which records are wanted where a reference stands.

use super::index::RecordRef;

/// Which records a reference may lead to, where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WantedRecords {
    /// A statistic.
    Statistic,
    /// A claim.
    Claim,
    /// A recommendation.
    Recommendation,
    /// A statistic or a claim.
    Evidence,
    /// Any of them.
    Record,
}

impl WantedRecords {
    /// What is wanted, as it is said.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Statistic => "statistic",
            Self::Claim => "claim",
            Self::Recommendation => "recommendation",
            Self::Evidence => "statistic or claim",
            Self::Record => "record",
        }
    }

    /// Whether this record will do.
    #[must_use]
    pub fn takes(self, record: RecordRef) -> bool {
        match record {
            RecordRef::Statistic(_) => matches!(self, Self::Statistic | Self::Evidence | Self::Record),
            RecordRef::Claim(_) => matches!(self, Self::Claim | Self::Evidence | Self::Record),
            RecordRef::Recommendation(_) => matches!(self, Self::Recommendation | Self::Record),
        }
    }
}
