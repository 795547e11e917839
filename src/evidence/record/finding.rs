//! Findings and what they rest on.

use super::declare::kind;
use super::derived::RawDerived;
use super::meaning::{Choices, FilledInline, Flag, Inline, Many, Maybe, Needed, OneOf, SomeTexts, one_of};
use super::page::page_kind;
use super::{Reading, Record};
use crate::diagnostic::Trail;
use crate::document::prose::Prose;
use crate::schema::{Entries, record};

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

page_kind! {
    /// A finding and what it rests on.
    "finding"
    pub struct Finding typed RawFinding {
        /// high, moderate, low or very low.
        certainty: Needed<OneOf<Certainty>> => "moderate",
        /// Why that certainty (inline Markdown).
        because: Needed<FilledInline> => "Two sources that count apart agree.",
        /// Ids of topics.
        topics: SomeTexts => "[children-in-care]",
        /// `true` shows it on the home page.
        lead: Flag => "true",
        /// The finding in one sentence, if the title is not it (inline Markdown).
        statement: Maybe<Inline> => "More children are in care than ten years ago.",
        /// What it rests on.
        evidence: Many<EvidencePiece> => "[{supports: nao-2019.care-growth}]",
    }
    apart {
        /// Numbers of our own, computed from others.
        derived: Entries<RawDerived> => "{gap: {label: Gap, value: \"6\", formula: a.men - a.women}}",
    }
}

impl Choices for Certainty {
    fn all() -> &'static [(&'static str, Self)] {
        &Self::ALL
    }

    /// What claims nothing.
    fn stand_in() -> Self {
        Self::VeryLow
    }
}

record! {
    /// One piece of evidence.
    "piece of evidence"
    pub struct RawEvidence {
        /// A statistic or claim that supports the finding.
        supports: Option<String> => "nao-2019.care-growth",
        /// A statistic or claim that speaks against it.
        disputes: Option<String> => "epi-2018.thresholds",
        /// A statistic or claim that limits it.
        qualifies: Option<String> => "pac-2019.may-vary",
        /// A remark (inline Markdown).
        note: Option<String> => "counts only half of the areas",
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

impl Record for EvidencePiece {
    type Typed = RawEvidence;

    fn read(reading: &mut Reading<'_>, trail: &Trail<'_>, typed: RawEvidence) -> Option<Self> {
        let note = reading.optional_prose(&trail.then("note"), typed.note.as_deref());
        let bearings = [
            (Bearing::Supports, typed.supports),
            (Bearing::Disputes, typed.disputes),
            (Bearing::Qualifies, typed.qualifies),
        ];
        let named = bearings.into_iter().filter_map(|(bearing, reference)| Some((bearing, reference?)));
        let one = (
            "a piece of evidence names one record",
            "write one of `supports`, `disputes` and `qualifies`, and perhaps a `note`",
        );
        let (bearing, reference) = one_of(reading, trail, named, one)?;
        Some(Self { bearing, reference, note })
    }

    fn proses<'r>(&'r self, found: &mut Vec<&'r Prose>) {
        found.push(&self.note);
    }
}
