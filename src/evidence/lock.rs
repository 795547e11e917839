//! `evidence.lock`: what `verify` found in the archived texts, kept beside the site so that every later run can hold
//! the site against it without them.
//!
//! One JSON object a line: the form first, then each page with its snapshot, and under it one line for each
//! statement, all sorted, so that a difference between two versions reads as a list of statements. Each line ends
//! with check digits over itself and over its page's line. They tell a slip of the keyboard or a careless merge from
//! what `verify` wrote; they are no defence against somebody who computes them anew.

mod read;
mod write;

use crate::evidence::date::PartialDate;
use crate::span::Span;
pub use read::read;
use std::collections::BTreeMap;
pub use write::to_text;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Where it lies in a site.
pub const PATH: &str = "evidence.lock";

/// The version of the form.
const FORM: u32 = 1;

/// What comes between a line and its check digits.
const SUM: &str = ",\"sum\":\"";

/// What was found, by the id of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// Pages that name a snapshot.
    pub pages: BTreeMap<String, LockedPage>,
}

/// A page, and the text that its statements were held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LockedPage {
    /// The snapshot's file name.
    pub snapshot: String,
    /// The words with which the text was taken to begin; empty for its first ones.
    pub begins: String,
    /// SHA-256 of the snapshot.
    pub sha256: String,
    /// Its line in the lock.
    pub span: Span,
    /// Whether the line is not as `verify` wrote it.
    pub is_edited: bool,
    /// Its statements.
    pub entries: Vec<LockEntry>,
}

/// A statement, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockEntry {
    /// What it is called.
    pub what: String,
    /// The text as typed when it was looked for; empty for a place.
    pub value: String,
    /// The locator as typed; empty when there was none.
    pub at: String,
    /// What was found.
    pub verdict: LockVerdict,
    /// The first byte of it in the snapshot, where it was found.
    pub offset: Option<usize>,
    /// When.
    pub date: PartialDate,
    /// Its line in the lock.
    pub span: Span,
    /// Whether the line is not as `verify` wrote it.
    pub is_edited: bool,
}

/// What was found of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LockVerdict {
    /// It stands in the passage that its locator means.
    Found,
    /// It stands somewhere in the text; it has no locator.
    FoundAnywhere,
    /// It is quoted, and stands in another source that the site names.
    FoundElsewhere,
    /// It is quoted with a gap that leaves out a word which turns the sentence.
    Swallows,
    /// It does not stand there.
    NotFound,
    /// Its locator leads nowhere.
    NoPassage,
}

impl LockVerdict {
    const ALL: [(&'static str, Self); 6] = [
        ("found", Self::Found),
        ("found, no locator", Self::FoundAnywhere),
        ("found in another source", Self::FoundElsewhere),
        ("found, but turned by a gap", Self::Swallows),
        ("not found", Self::NotFound),
        ("no such passage", Self::NoPassage),
    ];

    /// The words for it in the lock.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(_, verdict)| *verdict == self).map_or("", |(words, _)| words)
    }

    fn from_words(words: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == words).map(|(_, verdict)| *verdict)
    }

    /// Whether the text confirms the statement.
    #[must_use]
    pub fn is_found(self) -> bool {
        match self {
            Self::Found | Self::FoundAnywhere | Self::FoundElsewhere => true,
            Self::Swallows | Self::NotFound | Self::NoPassage => false,
        }
    }
}

impl LockEntry {
    /// Whether two entries say the same, whenever and wherever in the lock they were written.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.what == other.what
            && self.value == other.value
            && self.at == other.at
            && self.verdict == other.verdict
            && self.offset == other.offset
    }
}

/// The check digits of a line; `page` are those of the line of its page, or 0.
fn sum(line: &str, page: u64) -> u64 {
    xxh3_64_with_seed(line.as_bytes(), page)
}
