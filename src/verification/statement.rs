//! What a site says that an archived text can confirm: figures, quoted words, credits and places of pages that name a
//! snapshot. What is told in an author's own words is looked up by its place alone, because nothing can confirm its
//! wording; words that are quoted there have to stand at that place.

mod figures;
mod places;
mod quoted;

use crate::diagnostic::{FieldPath, Place, Spot};
use crate::evidence::record::{Coverage, SnapshotName, Statistic, Telling, Told};
use crate::evidence::{Evidence, Main};
use crate::graph::index::RecordRef;
use crate::graph::{Graph, TellingRef};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What stands between the kind of words and their speaker in the lock.
pub(super) const BY: &str = " by ";

/// Whose statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A statistic of a report, by its place.
    Statistic(usize),
    /// The words that a claim rests on, by the claim's place.
    Words(usize),
    /// The word of caution of a claim, by the claim's place.
    Hedge(usize),
    /// A telling: its coverage, and its place there.
    Telling(usize, usize),
    /// Whom coverage credits.
    Credit(usize),
    /// Words that a remark quotes: as a telling, and which of them.
    Remark(usize, usize, usize),
    /// Words that the text of a page quotes: the page, and which of them.
    Prose(usize, usize),
    /// Where something stands that is told in the author's own words: the page, and which of them.
    Passage(usize, usize),
}

impl Subject {
    /// Whether only a place is looked up.
    #[must_use]
    pub fn is_passage(self) -> bool {
        matches!(self, Self::Passage(..))
    }
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
    /// Not at all: there is only a place.
    Passage,
}

/// Something to be confirmed.
#[derive(Debug, Clone)]
pub struct Statement<'e> {
    /// Whose it is.
    pub subject: Subject,
    /// What it is called in the lock: `telling nao-2019.overspend`. Several may share a name.
    pub what: String,
    /// The text to be confirmed, as typed; empty where only a place is looked up.
    pub value: Cow<'e, str>,
    /// The locator, as typed; empty when there is none.
    pub at: &'e str,
    /// How it is looked for.
    pub sought: Sought,
    /// Words among which it has to stand, where they stand; empty for none.
    pub among: &'e str,
    /// What its author says of it in the same sentence; empty for nothing.
    pub around: Cow<'e, str>,
    /// Who says it, as its record names them; empty for nobody.
    pub speaker: &'e str,
    /// Where the text was typed.
    pub value_spot: Spot,
    /// The field of the locator.
    pub at_field: FieldPath,
}

impl Statement<'_> {
    /// Whether it is a word of caution that is not among the words of its claim, where these are recorded whole. That is said
    /// of the claim, whatever its source says.
    #[must_use]
    pub fn is_outside_its_words(&self) -> bool {
        !self.among.is_empty() && !super::has_gap(self.among) && !super::holds(self.among, &self.value)
    }
}

/// A page that names a snapshot, or one whose sources do, with everything on it that can be confirmed.
#[derive(Debug)]
pub struct StatedSource<'e> {
    /// Its place among the pages.
    pub page: usize,
    /// The snapshot: its own, or that of its first source.
    pub snapshot: &'e SnapshotName,
    /// What can be confirmed.
    pub statements: Vec<Statement<'e>>,
}

impl StatedSource<'_> {
    /// The place of a field in its front matter.
    #[must_use]
    pub fn place(&self, evidence: &Evidence, field: FieldPath) -> Place {
        Place::value(&evidence.pages[self.page].path, field)
    }

    /// Where a statement was typed.
    #[must_use]
    pub fn typed(&self, evidence: &Evidence, statement: &Statement<'_>) -> Place {
        Place { file: evidence.pages[self.page].path.clone(), spot: statement.value_spot.clone() }
    }

    /// How many statements have more than a place.
    #[must_use]
    pub fn printed(&self) -> usize {
        self.statements.iter().filter(|statement| !statement.subject.is_passage()).count()
    }
}

/// How many stretches of words the accounts of coverage quote, whether or not their texts are archived, and other pages whose
/// sources are. Those of a body are noted where they are.
#[must_use]
pub fn all_quoted_words(evidence: &Evidence, graph: &Graph) -> usize {
    let of_coverage = (0..evidence.coverage.len()).map(|coverage| quoted_words(evidence, coverage));
    let of_page = |(page, held): (usize, &crate::evidence::Held)| match held.main {
        Main::Report(report) if evidence.reports[report].snapshot.is_some() => {
            quoted::in_prose(evidence, page).count()
        }
        Main::Report(_) | Main::Coverage(_) => 0,
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => {
            of_others(evidence, graph, page).map_or(0, |source| source.statements.len())
        }
    };
    of_coverage.sum::<usize>() + evidence.held.iter().enumerate().map(of_page).sum::<usize>()
}

/// How many stretches of words an account of coverage quotes.
fn quoted_words(evidence: &Evidence, coverage: usize) -> usize {
    let tells = evidence.coverage[coverage].tells.iter().enumerate();
    let in_remarks = tells.flat_map(|(at, telling)| quoted::in_remark(coverage, at, telling)).count();
    in_remarks + quoted::in_prose(evidence, evidence.coverage[coverage].page).count()
}

/// Every page that names a snapshot.
#[must_use]
pub fn sources<'e>(evidence: &'e Evidence, graph: &Graph) -> Vec<StatedSource<'e>> {
    let of_page = |(page, held): (usize, &crate::evidence::Held)| match held.main {
        Main::Report(report) => {
            evidence.reports[report].snapshot.as_ref().map(|snapshot| of_report(evidence, page, snapshot))
        }
        Main::Coverage(coverage) => {
            let snapshot = evidence.coverage[coverage].snapshot.as_ref();
            snapshot.map(|snapshot| of_coverage(evidence, graph, coverage, snapshot))
        }
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => of_others(evidence, graph, page),
    };
    evidence.held.par_iter().enumerate().filter_map(of_page).collect()
}

fn of_report<'e>(evidence: &'e Evidence, page: usize, snapshot: &'e SnapshotName) -> StatedSource<'e> {
    let held = &evidence.held[page];
    let mut statements: Vec<Statement<'e>> =
        held.statistics.clone().map(|at| statistic(evidence, at)).collect();
    statements.extend(held.claims.clone().flat_map(|at| claim(evidence, at)));
    statements.extend(places::of_report(evidence, page));
    statements.extend(quoted::in_prose(evidence, page));
    StatedSource { page, snapshot, statements }
}

/// What a finding or a page that is about no source of its own quotes, held against the first of the sources that it names and
/// then the others, where all of them are archived. Where one is not, nobody can say that words stand in none.
fn of_others<'e>(evidence: &'e Evidence, graph: &Graph, page: usize) -> Option<StatedSource<'e>> {
    let archived = |page: &usize| match evidence.held[*page].main {
        Main::Report(report) => evidence.reports[report].snapshot.as_ref(),
        Main::Coverage(coverage) => evidence.coverage[coverage].snapshot.as_ref(),
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => None,
    };
    let named = named(evidence, graph, page);
    let texts: Option<Vec<&SnapshotName>> = named.iter().map(archived).collect();
    let snapshot = *texts?.first()?;
    let statements: Vec<Statement<'e>> = quoted::in_prose(evidence, page).collect();
    (!statements.is_empty()).then_some(StatedSource { page, snapshot, statements })
}

/// The reports and articles that a page names: those that its text links to or binds, and of a finding those of its evidence.
pub(super) fn named(evidence: &Evidence, graph: &Graph, page: usize) -> BTreeSet<usize> {
    let is_source = |page: &usize| matches!(evidence.held[*page].main, Main::Report(_) | Main::Coverage(_));
    let linked = graph.pages[page].targets.mentions.iter().copied().filter(is_source).collect();
    let Main::Finding(finding) = evidence.held[page].main else { return linked };
    let records = graph.findings[finding].evidence.iter().copied().flatten();
    let reports = records.filter_map(|record| evidence.record_report(record));
    &linked | &reports.map(|report| evidence.reports[report].page).collect()
}

/// The words that a claim rests on, and its word of caution, which has to stand among them.
fn claim<'e>(evidence: &'e Evidence, place: usize) -> impl Iterator<Item = Statement<'e>> {
    let claim = &*evidence.claims[place];
    let field = FieldPath::key("claims").then(&claim.id);
    let statement = |subject, what: &str, name, value: &'e str, sought| Statement {
        subject,
        what: format!("{what} {}", claim.id),
        value: Cow::Borrowed(value),
        at: &claim.at,
        sought,
        among: "",
        around: Cow::Borrowed(""),
        speaker: "",
        value_spot: Spot::Value(field.then(name)),
        at_field: field.then("at"),
    };
    let words = Subject::Words(place);
    let words = statement(words, "words of claim", "words", &claim.words, Sought::Words { quoted: true });
    let what = said_by(&words.what, &claim.speaker);
    let words = Statement { around: claim.text.as_text(), speaker: &claim.speaker, what, ..words };
    let hedge = Subject::Hedge(place);
    let hedge = statement(hedge, "claim", "hedge", &claim.hedge, Sought::Words { quoted: false });
    let hedge = Statement { among: &claim.words, ..hedge };
    [words, hedge].into_iter().filter(|statement| !statement.value.is_empty())
}

fn statistic(evidence: &Evidence, place: usize) -> Statement<'_> {
    let record = &evidence.statistics[place];
    let field = record.field();
    Statement {
        subject: Subject::Statistic(place),
        what: format!("statistic {}", record.id),
        value: Cow::Borrowed(&record.printed),
        at: &record.at,
        sought: figure(record),
        among: "",
        around: Cow::Borrowed(""),
        speaker: "",
        value_spot: Spot::Value(field.then("value")),
        at_field: field.then("at"),
    }
}

/// A statistic without a number, such as `[c]`, is looked for as it is printed.
fn figure(statistic: &Statistic) -> Sought {
    let is_number =
        statistic.value.as_ref().is_some_and(|value| value.markers.is_empty() || value.low().is_some());
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
) -> StatedSource<'e> {
    let coverage = &evidence.coverage[place];
    let mut statements = Vec::new();
    if !coverage.credits.is_empty() {
        statements.push(credit(place, coverage));
    }
    for (at, telling) in coverage.tells.iter().enumerate() {
        let record = graph.coverage[place].tellings[at].record;
        statements.extend(telling_statement(
            evidence,
            TellingRef { coverage: place, telling: at },
            telling,
            record,
        ));
        let before = statements.len();
        statements.extend(quoted::in_remark(place, at, telling));
        statements.extend(figures::in_remark(place, at, telling, statements.len() - before));
    }
    statements.extend(places::of_coverage(coverage, &statements));
    statements.extend(quoted::in_prose(evidence, coverage.page));
    StatedSource { page: coverage.page, snapshot, statements }
}

fn credit(place: usize, coverage: &Coverage) -> Statement<'_> {
    Statement {
        subject: Subject::Credit(place),
        what: "credit".to_owned(),
        value: Cow::Borrowed(&coverage.credits),
        at: "",
        sought: Sought::Words { quoted: false },
        among: "",
        around: Cow::Borrowed(""),
        speaker: "",
        value_spot: Spot::Value(FieldPath::key("credits")),
        at_field: FieldPath::key("credits"),
    }
}

/// What words are called in the lock, with whom their record gives them to.
fn said_by(what: &str, speaker: &str) -> String {
    if speaker.is_empty() { what.to_owned() } else { [what, BY, speaker].concat() }
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
        Told::Quote(quote) => (said_by("quotation", &telling.speaker), quote.as_str(), "quote"),
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
        value: Cow::Borrowed(value),
        at: &telling.at,
        sought: if is_figure { Sought::Quantity { either_sign } } else { Sought::Words { quoted: is_quote } },
        among: "",
        around: Cow::Owned(format!("{} {}", telling.differs, telling.note.as_text())),
        speaker: &telling.speaker,
        value_spot: Spot::Value(field.then(name)),
        at_field: field.then("at"),
    })
}
