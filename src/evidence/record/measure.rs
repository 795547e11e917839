//! What is measured, and how.

use super::Reading;
use super::declare::kind;
use super::meaning::{Choices, Filled, Flag, Maybe, Needed, One, OneOf, Plain, SomeTexts};
use super::page::page_kind;
use crate::diagnostic::Trail;
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

impl Choices for MeasureKind {
    fn all() -> &'static [(&'static str, Self)] {
        &Self::ALL
    }
}

page_kind! {
    /// What is measured, and how.
    "measure"
    pub struct Measure typed RawMeasure {
        /// stock, flow, rate, share, money or index.
        kind: Needed<OneOf<MeasureKind>> => "stock",
        /// Unit, such as `%` or `children`.
        unit: Needed<Filled> => "children",
        /// Id of the measure that is the denominator.
        of: Maybe<Plain> => "children-in-need",
        /// What `2016-17` means here: financial, academic or calendar.
        year: Maybe<OneOf<YearKind>> => "financial",
        /// Who or what is counted.
        population: Maybe<Plain> => "children under 18 in England",
        /// Whether the categories of a share are complete.
        categories: One<Categories> => "{complete: true}",
        /// Ids of measures that readers take for this one; beside each other they need a note.
        compare_with_care: SomeTexts => "[children-in-need-during-the-year]",
        /// What published values are rounded to, such as `10`.
        rounded: Maybe<Plain> => "10",
        /// Ids of topics.
        topics: SomeTexts => "[children-in-care]",
    }
    also {
        /// What `rounded` says as understood; `None` when nothing is said, or nothing that can be read.
        rounding: Option<Quantity> = |_, _| None,
    }
    then round
}

fn round(measure: &mut Measure, reading: &mut Reading<'_>, trail: &Trail<'_>) {
    if !measure.rounded.is_empty() {
        measure.rounding = reading.quantity(&trail.then("rounded"), &measure.rounded);
    }
}

impl Measure {
    /// Whether its categories make up the whole; `None` when it does not say that they are parts of one.
    #[must_use]
    pub fn is_complete(&self) -> Option<bool> {
        self.categories.as_ref().map(|categories| categories.complete)
    }
}

kind! {
    /// The categories of a share.
    "categories"
    pub struct Categories typed RawCategories {
        /// Whether they make up the whole.
        complete: Flag => "true",
    }
}
