//! Rules that judge records which are possible, but wrong. Each is a file; none changes a record.

mod future_date;
pub mod waiver;

use crate::diagnostic::Diagnostic;
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;

/// Everything that the rules have against a site on the day `today`.
#[must_use]
pub fn check(evidence: &Evidence, today: PartialDate) -> Vec<Diagnostic> {
    future_date::check(evidence, today)
}
