//! A word of caution that casts no doubt: any other word would say as little of how sure a report is.
//!
//! A rule of thumb for English. It knows words that doubt, limit or attribute, by their stems.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::record::{Claim, OfReport, Part};

#[rustfmt::skip]
const CAUTIOUS: [&str; 60] = [
    "may", "might", "could", "can", "would", "should", "perhaps", "possib", "potential", "probab", "likel", "unlikel", "suggest",
    "indicat", "impl", "appear", "seem", "believ", "think", "thought", "consider", "expect", "estimat", "assum", "link", "associat",
    "correlat", "relat", "attribut", "often", "sometimes", "some", "many", "most", "usual", "general", "large", "main", "part",
    "not", "no", "nearly", "almost", "about", "around", "approximat", "rough", "tend", "risk", "uncertain", "unclear", "unknown",
    "doubt", "if", "whether", "evidence", "few", "limit", "report", "contribut",
];

/// Mentions each word of caution among whose words none is cautious.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let hedged = review.evidence.claims.iter().filter(|claim| !claim.hedge.is_empty());
    let is_english = |claim: &OfReport<Part<Claim>>| {
        review.evidence.pages[review.evidence.reports[claim.report].page].language.is_english()
    };
    let hedged = hedged.filter(|claim| is_english(claim));
    let bold = hedged.filter(|claim| !is_cautious(&claim.hedge));
    bold.map(|claim| {
        let page = review.evidence.reports[claim.report].page;
        let field = FieldPath::key("claims").then(&claim.id).then("hedge");
        let message = format!("`{}` casts no doubt on anything", claim.hedge);
        Diagnostic::new(&rules::BOLD_HEDGE, review.on_page(page, field), message)
            .help("write the report's own word of caution, such as `may` or `suggests`; if it has none, take `hedge:` out")
    })
    .collect()
}

fn is_cautious(hedge: &str) -> bool {
    let hedge = hedge.to_lowercase();
    let mut words = hedge.split(|letter: char| !letter.is_alphanumeric());
    // Short words are words, longer ones stems.
    words.any(|word| CAUTIOUS.iter().any(|stem| word == *stem || stem.len() > 3 && word.starts_with(stem)))
}
