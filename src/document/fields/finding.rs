//! The front matter of a finding: its evidence and derived numbers.

use super::page::page_record;
use crate::schema::{Entries, Texts, record};
use compact_str::CompactString;

page_record! {
    /// A finding and its evidence.
    "finding"
    pub struct RawFinding {
        /// high, moderate, low or very low.
        certainty: String,
        /// Why that certainty (inline Markdown).
        because: String,
        /// Ids of topics.
        topics: Option<Texts>,
        /// `true` shows it on the home page.
        lead: Option<bool>,
        /// The finding in one sentence, if the title is not it (inline Markdown).
        statement: Option<String>,
        /// What it rests on.
        evidence: Option<Vec<RawEvidence>>,
        /// Numbers of our own, computed from others.
        derived: Option<Entries<RawDerived>>,
    }
}

record! {
    /// One piece of evidence.
    "piece of evidence"
    pub struct RawEvidence {
        /// A statistic or claim that supports the finding.
        supports: Option<String>,
        /// A statistic or claim that speaks against it.
        disputes: Option<String>,
        /// A statistic or claim that limits it.
        qualifies: Option<String>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}

record! {
    /// A number computed from statistics.
    "derived number"
    pub struct RawDerived {
        /// What it is (inline Markdown).
        label: String,
        /// The value as printed.
        value: CompactString,
        /// How it is computed, such as `a.x - a.y`.
        formula: String,
        /// Unit, for readers of the source; the value's own unit is what counts.
        unit: Option<String>,
        /// When it holds.
        period: Option<String>,
        /// Id of the measure.
        measure: Option<CompactString>,
        /// A remark (inline Markdown).
        caveat: Option<String>,
    }
}
