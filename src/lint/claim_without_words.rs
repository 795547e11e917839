//! A claim whose source can be looked up, and whose words are not recorded, so that nobody can hold the one against
//! the other.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};

/// Mentions each claim that has an address of its own, or whose report names an archived text.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let claims = review.evidence.claims.iter().filter(|claim| claim.words.is_empty());
    claims
        .filter_map(|claim| {
            let report = &review.evidence.reports[claim.report];
            let known = match (&report.snapshot, claim.url.is_empty()) {
                (Some(snapshot), _) => format!("in `{}`", snapshot.file),
                (None, false) => format!("at `{}`", claim.url),
                (None, true) => return None,
            };
            let file = review.evidence.pages[report.page].path.clone();
            let field = FieldPath::key("claims").then(&claim.id);
            let message = format!("the words that this claim rests on stand {known} and are not recorded");
            let diagnostic =
                Diagnostic::new(&rules::CLAIM_WITHOUT_WORDS, Place { file, spot: Spot::Key(field) }, message);
            Some(
                diagnostic.help(
                    "add `words:` with the sentence, shortened with `…`; readers see it beside the claim",
                ),
            )
        })
        .collect()
}
