//! What a rule is: a code, a name, a level, and a sentence about it.

use std::hash::{Hash, Hasher};

/// How grave a broken rule is. `Off` is only ever a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stops the build.
    Error,
    /// Is reported; the site is built.
    Warning,
    /// Is mentioned.
    Note,
    /// Is not reported.
    Off,
}

impl Level {
    /// The word for it in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Off => "off",
        }
    }

    /// The level that a word in `site.toml` means.
    #[must_use]
    pub fn from_setting(word: &str) -> Option<Self> {
        match word {
            "error" => Some(Self::Error),
            "warn" | "warning" => Some(Self::Warning),
            "note" => Some(Self::Note),
            "off" => Some(Self::Off),
            _ => None,
        }
    }
}

/// One thing that the program checks.
#[derive(Debug, Eq)]
pub struct Rule {
    /// Stable code, such as `F001`: a letter for the subject, then a number.
    pub code: &'static str,
    /// The fault in words joined by hyphens, such as `unknown-field`.
    pub name: &'static str,
    /// How grave it is unless the site says otherwise.
    pub level: Level,
    /// Whether a site may lower it below an error, or waive it on one page. The site is whole without
    /// judgements; without the others, something would silently be missing from it.
    pub can_be_lowered: bool,
    /// What it checks, in one sentence.
    pub summary: &'static str,
    /// Its page, in Markdown; see [`super::page`].
    pub page: &'static str,
}

/// Rules are told apart by their codes.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}
