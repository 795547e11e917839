//! Words in quotation marks that an author gives as a source's: in a remark about an article, in fields, and in the page's text.
//!
//! Those of a remark stand where the remark says. All else may quote another source as well, of which `elsewhere` knows.

use super::{Sought, Statement, Subject};
use crate::diagnostic::{FieldPath, Spot};
use crate::document::prose::{NoteKind, Prose};
use crate::document::quoted::{Quoted, quoted};
use crate::document::quoted_in;
use crate::evidence::record::{Telling, Told};
use crate::evidence::{Evidence, Main};
use std::borrow::Cow;

/// What a quotation is called in the lock, wherever it stands.
const WHAT: &str = "quotation";

/// The words that a remark quotes, and those that it says the article uses; they have to stand where the remark says.
pub(super) fn in_remark(
    coverage: usize,
    at: usize,
    telling: &Telling,
) -> impl Iterator<Item = Statement<'_>> {
    let remark = if let Told::Remark(remark) = &telling.what { remark.as_str() } else { "" };
    let words = quoted(remark).into_iter();
    let words = words.map(|range| (&remark[range.clone()], "tells", Some(Quoted::of(remark, range).around)));
    // What is told of a record is looked for as that, and of a quotation the page shows these words and no others.
    let has_own = matches!(telling.what, Told::Remark(_) | Told::Quote(_));
    let used = (has_own && !telling.told_as.is_empty()).then_some((telling.told_as.as_str(), "as", None));
    let field = FieldPath::key("tells").at(at);
    words.chain(used).enumerate().map(move |(number, (words, name, around))| Statement {
        subject: Subject::Remark(coverage, at, number),
        what: if around.is_some() { WHAT } else { "words used" }.to_owned(),
        value: Cow::Borrowed(words),
        at: &telling.at,
        sought: Sought::Words { quoted: around.is_some() },
        among: "",
        around: Cow::Owned(around.unwrap_or_else(|| remark.to_owned())),
        speaker: "",
        value_spot: Spot::Value(field.then(name)),
        at_field: field.then("at"),
    })
}

/// The words that the fields and the body of a page quote.
pub(super) fn in_prose(evidence: &Evidence, page: usize) -> impl Iterator<Item = Statement<'_>> {
    let noted = evidence.pages[page].body.notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Quoted(quoted) => Some((quoted.clone(), note.spot.clone())),
        NoteKind::Number(_)
        | NoteKind::Time(_)
        | NoteKind::VagueLink(_)
        | NoteKind::NoAlt
        | NoteKind::HeadingJump { .. }
        | NoteKind::Headerless
        | NoteKind::Scheme(_)
        | NoteKind::Aside(_)
        | NoteKind::Unread(_) => None,
    });
    let all = in_fields(evidence, page).into_iter().chain(noted).enumerate();
    all.map(move |(number, (quoted, value_spot))| Statement {
        subject: Subject::Prose(page, number),
        what: WHAT.to_owned(),
        value: Cow::Owned(quoted.words),
        at: "",
        sought: Sought::Words { quoted: true },
        among: "",
        around: Cow::Owned(quoted.around),
        speaker: "",
        value_spot,
        at_field: FieldPath::default(),
    })
}

/// What fields of a page quote. The title of a report is its name.
fn in_fields(evidence: &Evidence, page: usize) -> Vec<(Quoted, Spot)> {
    let record = &evidence.pages[page];
    let mut found = in_text(&record.description, &FieldPath::key("description"));
    let mut note = |note: &Prose, field: FieldPath| found.extend(in_note(note, &field));
    for statistic in &evidence.statistics[evidence.held[page].statistics.clone()] {
        note(&statistic.label, statistic.field().then("label"));
        note(&statistic.caveat, statistic.field().then("caveat"));
    }
    match evidence.held[page].main {
        Main::Coverage(coverage) => {
            let coverage = &evidence.coverage[coverage];
            note(&record.title, FieldPath::key("title"));
            note(&coverage.credits_note, FieldPath::key("credits_note"));
            for (at, telling) in coverage.tells.iter().enumerate() {
                note(&telling.note, FieldPath::key("tells").at(at).then("note"));
            }
            let differs = coverage.tells.iter().enumerate().map(|(at, telling)| (at, &telling.differs));
            let field = |at| FieldPath::key("tells").at(at).then("differs");
            found.extend(differs.flat_map(|(at, differs)| in_text(differs, &field(at))));
        }
        Main::Report(_) => {
            let held = &evidence.held[page];
            for claim in &evidence.claims[held.claims.clone()] {
                note(&claim.text, FieldPath::key("claims").then(&claim.id).then("text"));
                note(&claim.caveat, FieldPath::key("claims").then(&claim.id).then("caveat"));
            }
            for record in &evidence.recommendations[held.recommendations.clone()] {
                note(&record.text, FieldPath::key("recommendations").then(&record.id).then("text"));
                note(&record.note, FieldPath::key("recommendations").then(&record.id).then("note"));
            }
        }
        Main::Finding(finding) => {
            let finding = &evidence.findings[finding];
            note(&record.title, FieldPath::key("title"));
            note(&finding.statement, FieldPath::key("statement"));
            note(&finding.because, FieldPath::key("because"));
            for (at, piece) in finding.evidence.iter().enumerate() {
                note(&piece.note, FieldPath::key("evidence").at(at).then("note"));
            }
        }
        Main::Topic(_) | Main::Measure(_) | Main::Page => {}
    }
    found
}

fn in_text(text: &str, field: &FieldPath) -> Vec<(Quoted, Spot)> {
    let words = quoted(text).into_iter();
    words.map(|range| (Quoted::of(text, range), Spot::Value(field.clone()))).collect()
}

fn in_note(note: &Prose, field: &FieldPath) -> Vec<(Quoted, Spot)> {
    let words = if note.is_empty() { Vec::new() } else { quoted_in(note) };
    words.into_iter().map(|words| (words, Spot::Value(field.clone()))).collect()
}
