//! A word of caution that is not among the words that its claim rests on: it hedges another sentence, or none.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::verification::{has_gap, holds};

/// Reports it where the words are recorded whole. What they leave out is looked through by `verify`, which has the text.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let claims = review.evidence.claims.iter();
    let hedged = claims.filter(|claim| !claim.words.is_empty() && !claim.hedge.is_empty());
    let elsewhere = hedged.filter(|claim| !has_gap(&claim.words) && !holds(&claim.words, &claim.hedge));
    elsewhere
        .map(|claim| {
            let page = review.evidence.reports[claim.report].page;
            let field = FieldPath::key("claims").then(&claim.id);
            let message = format!("`{}` does not stand in the words that this claim rests on", claim.hedge);
            Diagnostic::new(&rules::HEDGE_ELSEWHERE, review.on_page(page, field.then("hedge")), message)
                .label("the word of caution")
                .also(review.on_page(page, field.then("words")), "the words")
                .help("record the words that have it; if it belongs to another sentence, take `hedge:` out")
        })
        .collect()
}
