//! Findings and what they rest on.

use crate::document::prose::Prose;

/// How sure a finding is, after GRADE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Further research is very unlikely to change it.
    High,
    /// Further research may change it.
    Moderate,
    /// Further research is likely to change it.
    Low,
    /// It is very uncertain.
    VeryLow,
}

impl Certainty {
    /// Every level with the words an author types.
    pub const ALL: [(&'static str, Self); 4] =
        [("high", Self::High), ("moderate", Self::Moderate), ("low", Self::Low), ("very low", Self::VeryLow)];

    /// Key in templates.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
            Self::VeryLow => "very-low",
        }
    }
}

/// How a piece of evidence bears on a finding, after `CiTO`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// Speaks for it.
    Supports,
    /// Limits it.
    Qualifies,
    /// Speaks against it.
    Disputes,
}

impl Bearing {
    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Qualifies => "qualifies",
            Self::Disputes => "disputes",
        }
    }
}

/// One piece of evidence, its target still text.
#[derive(Debug, Clone)]
pub struct EvidencePiece {
    /// How it bears on the finding.
    pub bearing: Bearing,
    /// The statistic or claim.
    pub reference: String,
    /// A remark.
    pub note: Prose,
}

/// A finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub because: Prose,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Whether the home page shows it.
    pub lead: bool,
    /// The finding in one sentence; empty when the title is it.
    pub statement: Prose,
    /// What it rests on.
    pub evidence: Vec<EvidencePiece>,
}
