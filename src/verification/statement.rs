//! What a site says that an archived text can confirm: figures, quoted words and credits of pages that name a
//! snapshot. What is told in an author's own words is no statement here, because nothing can confirm its wording.

use crate::diagnostic::{FieldPath, Place};
use crate::evidence::record::{Coverage, SnapshotName, Statistic, Telling, Told};
use crate::evidence::{Evidence, Main};
use crate::graph::index::RecordRef;
use crate::graph::{Graph, TellingRef};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Whose statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A statistic of a report, by its place.
    Statistic(usize),
    /// The word of caution of a claim, by the claim's place.
    Claim(usize),
    /// A telling: its coverage, and its place there.
    Telling(usize, usize),
    /// Whom coverage credits.
    Credit(usize),
}

/// How it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// As a quantity, in any printed form.
    Quantity {
        /// Whether a fall may be printed without its sign.
        either_sign: bool,
    },
    /// Just as it is printed: a marker such as `[c]`.
    Printed,
    /// Word by word.
    Words {
        /// Whether it is a quotation, and not just words that are used.
        quoted: bool,
    },
}

/// Something to be confirmed.
#[derive(Debug, Clone)]
pub struct Statement<'e> {
    /// Whose it is.
    pub subject: Subject,
    /// What it is called in the lock: `telling nao-2019.overspend`. Several may share a name.
    pub what: String,
    /// The text to be confirmed, as typed.
    pub value: &'e str,
    /// The locator, as typed; empty when there is none.
    pub at: &'e str,
    /// How it is looked for.
    pub sought: Sought,
    /// The field in which the text was typed.
    pub value_field: FieldPath,
    /// The field of the locator.
    pub at_field: FieldPath,
}

/// A page that names a snapshot, with everything on it that can be confirmed.
#[derive(Debug)]
pub struct Source<'e> {
    /// Its place among the pages.
    pub page: usize,
    /// Its snapshot.
    pub snapshot: &'e SnapshotName,
    /// What can be confirmed.
    pub statements: Vec<Statement<'e>>,
    /// Locators of what is told in the author's own words, with their fields.
    pub other_places: Vec<(&'e str, FieldPath)>,
}

impl Source<'_> {
    /// The place of a field in its front matter.
    #[must_use]
    pub fn place(&self, evidence: &Evidence, field: FieldPath) -> Place {
        Place::value(&evidence.pages[self.page].path, field)
    }
}

/// Every page that names a snapshot.
#[must_use]
pub fn sources<'e>(evidence: &'e Evidence, graph: &Graph) -> Vec<Source<'e>> {
    let of_page = |(page, held): (usize, &crate::evidence::Held)| match held.main {
        Main::Report(report) => {
            evidence.reports[report].snapshot.as_ref().map(|snapshot| of_report(evidence, page, snapshot))
        }
        Main::Coverage(coverage) => {
            let snapshot = evidence.coverage[coverage].snapshot.as_ref();
            snapshot.map(|snapshot| of_coverage(evidence, graph, coverage, snapshot))
        }
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => None,
    };
    evidence.held.par_iter().enumerate().filter_map(of_page).collect()
}

fn of_report<'e>(evidence: &'e Evidence, page: usize, snapshot: &'e SnapshotName) -> Source<'e> {
    let held = &evidence.held[page];
    let statistics = held.statistics.clone().map(|at| statistic(evidence, at));
    let claims = held.claims.clone().map(|at| (at, &*evidence.claims[at]));
    let hedged = claims.clone().filter(|(_, claim)| !claim.hedge.is_empty()).map(|(at, claim)| {
        let field = FieldPath::key("claims").then(&claim.id);
        Statement {
            subject: Subject::Claim(at),
            what: format!("claim {}", claim.id),
            value: &claim.hedge,
            at: &claim.at,
            sought: Sought::Words { quoted: false },
            value_field: field.then("hedge"),
            at_field: field.then("at"),
        }
    });
    let plain = claims.filter(|(_, claim)| claim.hedge.is_empty());
    let plain =
        plain.map(|(_, claim)| (claim.at.as_str(), FieldPath::key("claims").then(&claim.id).then("at")));
    let asked = held.recommendations.clone().map(|at| &*evidence.recommendations[at]);
    let asked = asked
        .map(|record| (record.at.as_str(), FieldPath::key("recommendations").then(&record.id).then("at")));
    let other_places = plain.chain(asked).filter(|(at, _)| !at.is_empty()).collect();
    Source { page, snapshot, statements: statistics.chain(hedged).collect(), other_places }
}

fn statistic(evidence: &Evidence, place: usize) -> Statement<'_> {
    let record = &evidence.statistics[place];
    let field = record.field();
    Statement {
        subject: Subject::Statistic(place),
        what: format!("statistic {}", record.id),
        value: &record.printed,
        at: &record.at,
        sought: figure(record),
        value_field: field.then("value"),
        at_field: field.then("at"),
    }
}

/// A statistic without a number, such as `[c]`, is looked for as it is printed.
fn figure(statistic: &Statistic) -> Sought {
    let is_number =
        statistic.value.as_ref().is_some_and(|value| value.marker.is_none() || value.low().is_some());
    match is_number {
        true => Sought::Quantity { either_sign: statistic.change.is_some() || statistic.direction.is_some() },
        false => Sought::Printed,
    }
}

fn of_coverage<'e>(
    evidence: &'e Evidence,
    graph: &Graph,
    place: usize,
    snapshot: &'e SnapshotName,
) -> Source<'e> {
    let coverage: &Coverage = &evidence.coverage[place];
    let mut statements = Vec::new();
    let mut other_places = Vec::new();
    if !coverage.credits.is_empty() {
        statements.push(credit(place, coverage));
    }
    for (at, telling) in coverage.tells.iter().enumerate() {
        let field = FieldPath::key("tells").at(at);
        let record = graph.coverage[place].tellings[at].record;
        match telling_statement(evidence, TellingRef { coverage: place, telling: at }, telling, record) {
            Some(statement) => statements.push(statement),
            None if telling.at.is_empty() => {}
            None => other_places.push((telling.at.as_str(), field.then("at"))),
        }
    }
    Source { page: evidence.coverage[place].page, snapshot, statements, other_places }
}

fn credit(place: usize, coverage: &Coverage) -> Statement<'_> {
    Statement {
        subject: Subject::Credit(place),
        what: "credit".to_owned(),
        value: &coverage.credits,
        at: "",
        sought: Sought::Words { quoted: false },
        value_field: FieldPath::key("credits"),
        at_field: FieldPath::key("credits"),
    }
}

/// What a telling prints; `None` when it tells a record in the author's own words.
fn telling_statement<'e>(
    evidence: &'e Evidence,
    place: TellingRef,
    telling: &'e Telling,
    record: Option<RecordRef>,
) -> Option<Statement<'e>> {
    let (what, value, name) = match &telling.what {
        Told::Statistic(reference) if telling.told_as.is_empty() => {
            let Some(RecordRef::Statistic(statistic)) = record else { return None };
            (format!("telling {reference}"), evidence.statistics[statistic].printed.as_str(), "statistic")
        }
        Told::Statistic(reference) | Told::Claim(reference) | Told::Recommendation(reference) => {
            (format!("telling {reference}"), telling.told_as.as_str(), "as")
        }
        Told::Quote(quote) => ("quotation".to_owned(), quote.as_str(), "quote"),
        Told::Remark(_) => return None,
    };
    let is_figure = matches!(telling.what, Told::Statistic(_));
    let is_quote = matches!(telling.what, Told::Quote(_));
    let either_sign = match record {
        Some(RecordRef::Statistic(statistic)) => {
            figure(&evidence.statistics[statistic]) == Sought::Quantity { either_sign: true }
        }
        Some(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | None => false,
    };
    let field = FieldPath::key("tells").at(place.telling);
    (!value.is_empty()).then(|| Statement {
        subject: Subject::Telling(place.coverage, place.telling),
        what,
        value,
        at: &telling.at,
        sought: if is_figure { Sought::Quantity { either_sign } } else { Sought::Words { quoted: is_quote } },
        value_field: field.then(name),
        at_field: field.then("at"),
    })
}
