//! Records that their author says are known from an article (`via:`) which does not tell them.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::graph::index::RecordRef;

/// Reports each article that is named so in vain. One that does not exist was reported before.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let evidence = review.evidence;
    let statistics = (0..evidence.statistics.len()).map(RecordRef::Statistic);
    let claims = (0..evidence.claims.len()).map(RecordRef::Claim);
    let recommendations = (0..evidence.recommendations.len()).map(RecordRef::Recommendation);
    let all = statistics.chain(claims).chain(recommendations);
    all.flat_map(|record| of_record(review, record)).collect()
}

fn of_record(review: &Review<'_>, record: RecordRef) -> Vec<Diagnostic> {
    let tells = |article: &usize| {
        review.graph.coverage[*article].tellings.iter().any(|telling| telling.record == Some(record))
    };
    let named = review.evidence.via(record).iter();
    let named = named.filter_map(|id| Some((id, review.index.article(id).ok()?)));
    named
        .filter(|(_, article)| !tells(article))
        .map(|(id, article)| told(review, record, id, article))
        .collect()
}

fn told(review: &Review<'_>, record: RecordRef, id: &str, article: usize) -> Diagnostic {
    let evidence = review.evidence;
    let kind = match record {
        RecordRef::Statistic(_) => "statistic",
        RecordRef::Claim(_) => "claim",
        RecordRef::Recommendation(_) => "recommendation",
    };
    let (page, own) = (evidence.record_page(record), evidence.record_id(record));
    let field = evidence.record_field(record).then("via");
    let reference = [evidence.pages[page].id.as_str(), ".", own].concat();
    let message = format!("`{id}` does not tell this, which is said to be known from there alone");
    Diagnostic::new(&rules::UNTOLD_SOURCE, review.on_page(page, field), message)
        .label("named here")
        .also(review.on_page(evidence.coverage[article].page, FieldPath::key("title")), "the article")
        .help(format!(
            "put it under `tells:` there, as `{kind}: {reference}`; if the article does not say it, take `via:` out"
        ))
}
