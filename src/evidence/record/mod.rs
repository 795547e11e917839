//! The records of a review: what reports state, how coverage tells it, what we find.
//!
//! A kind of record is one file: what an author may type, what it means, and what is made of it. References between records
//! are still text here; the graph resolves them.

mod claim;
mod coverage;
mod declare;
mod derived;
mod finding;
mod meaning;
mod measure;
mod page;
mod placed;
mod reading;
mod recommendation;
mod relation;
mod report;
mod snapshot;
mod statistic;
mod term;

use crate::diagnostic::Trail;
use crate::document::prose::Prose;
use crate::schema::Entries;
pub use claim::{Claim, RawClaim};
pub use coverage::{Coverage, RawCoverage, RawTelling, Telling, Told};
pub use derived::{Derived, RawDerived};
pub use finding::{Bearing, Certainty, EvidencePiece, Finding, RawEvidence, RawFinding};
pub use measure::{Categories, Measure, MeasureKind, RawCategories, RawMeasure};
pub use page::{Alias, Page, RawPage, RawTopic, Topic};
pub use placed::{OfReport, OnPage, Owned, OwnedStatistic, Part};
pub use reading::{Reading, is_id, not_a_quantity};
pub use recommendation::{RawRecommendation, Recommendation};
pub use relation::{RawRelation, Relation, RelationKind};
pub use report::{RawReport, Report};
pub use snapshot::SnapshotName;
pub use statistic::{
    ChangeEnds, Details, Direction, Owner, RawChange, RawStatistic, RawTotal, Statistic, Total,
};
pub use term::Term;

/// A kind of record.
pub trait Record: Sized {
    /// As what it is decoded.
    type Typed;

    /// Makes it of what was typed at `trail`, and reports what is wrong; `None` when nothing can be made of it.
    fn read(reading: &mut Reading<'_>, trail: &Trail<'_>, typed: Self::Typed) -> Option<Self>;

    /// Adds every prose in it, in the order of its fields.
    fn proses<'r>(&'r self, found: &mut Vec<&'r Prose>);
}

/// Reads records by id that stand below the field `name`.
pub fn entries<R: Record>(reading: &mut Reading<'_>, name: &str, typed: Option<Entries<R::Typed>>) -> Vec<R> {
    let all = Trail::key(name);
    let typed = typed.unwrap_or_default().0;
    let mut records = Vec::with_capacity(typed.len());
    records.extend(typed.into_iter().filter_map(|(id, one)| R::read(reading, &all.then(&id), one)));
    records
}
