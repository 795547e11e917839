//! Records that their author says are known from an article (`via:`) which does not tell them, or tells them otherwise.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::quantity::Quantity;
use crate::evidence::record::Telling;
use crate::graph::index::RecordRef;
use crate::verification::holds;

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
    let named = review.evidence.via(record).iter();
    let named = named.filter_map(|id| Some((id, review.index.article(id).ok()?)));
    let wrong = named.filter_map(|(id, article)| match fault(review, record, article)? {
        SourceFault::Untold => Some(told(review, record, id, article)),
        SourceFault::Otherwise(said) => Some(told_otherwise(review, record, (id, article), &said)),
    });
    wrong.collect()
}

/// What is wrong with an article from which something is said to be known.
enum SourceFault {
    /// It does not tell it.
    Untold,
    /// It tells it as something else.
    Otherwise(String),
}

fn fault(review: &Review<'_>, record: RecordRef, article: usize) -> Option<SourceFault> {
    let coverage = &review.evidence.coverage[article];
    let links = &review.graph.coverage[article].tellings;
    let tells: Vec<&Telling> = coverage
        .tells
        .iter()
        .zip(links)
        .filter(|(_, link)| link.record == Some(record))
        .map(|(telling, _)| telling)
        .collect();
    let first = tells.first().map(|telling| telling.told_as.clone());
    match first {
        None => Some(SourceFault::Untold),
        Some(said) => (!tells.iter().any(|telling| gives(review, record, telling)))
            .then_some(SourceFault::Otherwise(said)),
    }
}

/// Whether a telling gives a record as it is recorded: its value, in no other precision, or the words that it rests on.
fn gives(review: &Review<'_>, record: RecordRef, telling: &Telling) -> bool {
    match record {
        RecordRef::Statistic(at) => {
            let same = |told: &Quantity| review.value(at).is_some_and(|value| value.is_form_of(told));
            telling.told_as.is_empty() || telling.quantity.as_ref().is_none_or(same)
        }
        RecordRef::Claim(at) => {
            let words = &review.evidence.claims[at].words;
            words.is_empty() || holds(&telling.told_as, words)
        }
        RecordRef::Recommendation(_) => true,
    }
}

fn told_otherwise(
    review: &Review<'_>,
    record: RecordRef,
    (id, article): (&str, usize),
    said: &str,
) -> Diagnostic {
    let evidence = review.evidence;
    let (own, what) = match record {
        RecordRef::Statistic(at) => (&*evidence.statistics[at].printed, "value"),
        RecordRef::Claim(at) => (evidence.claims[at].words.as_str(), "words"),
        RecordRef::Recommendation(_) => ("", "text"),
    };
    let place = review.on_page(evidence.record_page(record), evidence.record_field(record).then(what));
    let message = match said {
        "" => format!("`{own}` is said to be known from `{id}` alone, which tells it in no words of its own"),
        said => format!("`{own}` is said to be known from `{id}` alone, which tells it as `{said}`"),
    };
    Diagnostic::new(&rules::UNTOLD_SOURCE, place, message)
        .label("recorded here")
        .also(review.on_page(evidence.coverage[article].page, FieldPath::key("title")), "the article")
        .help("record what the article says; if it was read in the report, take `via:` out and say where (`at:`)")
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
