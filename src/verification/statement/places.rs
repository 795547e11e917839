//! Places of what is told in an author's own words: nothing can confirm the wording, and a locator that was changed or
//! leads nowhere is noticed all the same.

use super::{Sought, Statement, Subject};
use crate::diagnostic::{FieldPath, Spot};
use crate::evidence::Evidence;
use crate::evidence::record::{Coverage, OnPage, Told};
use std::borrow::Cow;
use std::sync::Arc;

/// The places of claims and recommendations that have nothing else to be looked for.
pub(super) fn of_report(evidence: &Evidence, page: usize) -> Vec<Statement<'_>> {
    let held = &evidence.held[page];
    let claims = evidence.claims[held.claims.clone()].iter();
    let claims = claims.filter(|claim| claim.hedge.is_empty() && claim.words.is_empty());
    let claims = claims.map(|claim| ("claim", "claims", &claim.id, claim.at.as_str()));
    let asked = evidence.recommendations[held.recommendations.clone()].iter();
    let asked = asked.map(|record| ("recommendation", "recommendations", &record.id, record.at.as_str()));
    let all = claims.chain(asked).filter(|(_, _, _, at)| !at.is_empty()).enumerate();
    all.map(|(number, (kind, list, id, at))| {
        let what = format!("place of {kind} {id}");
        passage(Subject::Passage(page, number), what, at, &FieldPath::key(list).then(id))
    })
    .collect()
}

/// The places of tellings of which nothing else is looked for.
pub(super) fn of_coverage<'e>(
    coverage: &'e OnPage<Arc<Coverage>>,
    others: &[Statement<'_>],
) -> Vec<Statement<'e>> {
    let is_looked_for = |telling: usize| {
        others.iter().any(|one| match one.subject {
            Subject::Telling(_, at) | Subject::Remark(_, at, _) => at == telling,
            Subject::Statistic(_)
            | Subject::Words(_)
            | Subject::Hedge(_)
            | Subject::Credit(_)
            | Subject::Prose(..)
            | Subject::Passage(..) => false,
        })
    };
    let own_words = coverage.tells.iter().enumerate();
    let own_words = own_words.filter(|(at, telling)| !telling.at.is_empty() && !is_looked_for(*at));
    own_words
        .enumerate()
        .map(|(number, (at, telling))| {
            let what = match &telling.what {
                Told::Statistic(reference) | Told::Claim(reference) | Told::Recommendation(reference) => {
                    format!("place of telling {reference}")
                }
                Told::Quote(_) | Told::Remark(_) => "place of remark".to_owned(),
            };
            let field = FieldPath::key("tells").at(at);
            passage(Subject::Passage(coverage.page, number), what, &telling.at, &field)
        })
        .collect()
}

fn passage<'e>(subject: Subject, what: String, at: &'e str, record: &FieldPath) -> Statement<'e> {
    Statement {
        subject,
        what,
        value: Cow::Borrowed(""),
        at,
        sought: Sought::Passage,
        among: "",
        around: Cow::Borrowed(""),
        speaker: "",
        value_spot: Spot::Value(record.then("at")),
        at_field: record.then("at"),
    }
}
