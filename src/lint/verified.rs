//! What the lock has against a site: statements changed since they were verified, not found, or never verified.

use super::Review;
use crate::diagnostic::Diagnostic;

/// Reports it; the comparison itself was made when the site was loaded, because pages show its result.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    review.standing.faults.clone()
}
