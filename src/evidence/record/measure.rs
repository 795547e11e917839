//! What is measured, and how.

use crate::evidence::period::YearKind;
use crate::evidence::quantity::Quantity;

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureKind {
    /// How many there are at one moment.
    Stock,
    /// How many there are during a span.
    Flow,
    /// So many per so many.
    Rate,
    /// A part of a whole.
    Share,
    /// An amount of money.
    Money,
    /// A number relative to a base.
    Index,
}

impl MeasureKind {
    /// Every kind with its key.
    pub const ALL: [(&'static str, Self); 6] = [
        ("stock", Self::Stock),
        ("flow", Self::Flow),
        ("rate", Self::Rate),
        ("share", Self::Share),
        ("money", Self::Money),
        ("index", Self::Index),
    ];

    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Flow => "flow",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Money => "money",
            Self::Index => "index",
        }
    }

    /// Key of its name in the table of words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Stock => "kind_stock",
            Self::Flow => "kind_flow",
            Self::Rate => "kind_rate",
            Self::Share => "kind_share",
            Self::Money => "kind_money",
            Self::Index => "kind_index",
        }
    }

    /// Key of what is said about it in the table of words.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Stock => "kind_stock_explained",
            Self::Flow => "kind_flow_explained",
            Self::Rate => "kind_rate_explained",
            Self::Share => "kind_share_explained",
            Self::Money => "kind_money_explained",
            Self::Index => "kind_index_explained",
        }
    }
}

/// What is measured, and how.
#[derive(Debug, Clone)]
pub struct Measure {
    /// What it counts.
    pub kind: MeasureKind,
    /// Unit.
    pub unit: String,
    /// Id of the denominator's measure.
    pub of: String,
    /// What a year is here; `None` when it does not say.
    pub year: Option<YearKind>,
    /// Who or what is counted.
    pub population: String,
    /// What published values are rounded to.
    pub rounded: String,
    /// The same as understood; `None` when nothing is said, or nothing that can be read.
    pub rounding: Option<Quantity>,
    /// Whether its categories make up the whole; `None` when it does not say that they are parts of one.
    pub is_complete: Option<bool>,
    /// Ids of measures that readers take for this one.
    pub compare_with_care: Vec<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
}
