//! The front matter of a measure.

use super::page::page_record;
use crate::schema::{Texts, record};

page_record! {
    /// What is measured, and how.
    "measure"
    pub struct RawMeasure {
        /// stock, flow, rate, share, money or index.
        kind: String,
        /// Unit, such as `%` or `children`.
        unit: String,
        /// Id of the measure that is the denominator.
        of: Option<String>,
        /// What `2016-17` means here: financial, academic or calendar.
        year: Option<String>,
        /// Who or what is counted.
        population: Option<String>,
        /// Whether the categories of a share are complete.
        categories: Option<RawCategories>,
        /// Ids of measures that readers take for this one; beside each other they need a note.
        compare_with_care: Option<Texts>,
        /// What published values are rounded to, such as `10`.
        rounded: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
    }
}

record! {
    /// The categories of a share.
    "categories"
    pub struct RawCategories {
        /// Whether they make up the whole.
        complete: Option<bool>,
    }
}
