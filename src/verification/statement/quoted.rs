//! Words in quotation marks that an author gives as an article's: in a remark, in notes, and in the page's title and text.
//!
//! Those of a remark stand where the remark says. All else may quote the report as well, of which `elsewhere` knows.

use super::{Sought, Statement, Subject};
use crate::diagnostic::{FieldPath, Spot};
use crate::document::prose::{NoteKind, Prose};
use crate::document::quoted::{Quoted, quoted};
use crate::document::quoted_in;
use crate::evidence::Evidence;
use crate::evidence::record::{Telling, Told};
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
        value_spot: Spot::Value(field.then(name)),
        at_field: field.then("at"),
    })
}

/// The words that the title, the description, the notes and the body of coverage quote.
pub(super) fn in_prose(evidence: &Evidence, coverage: usize) -> impl Iterator<Item = Statement<'_>> {
    let (record, page) = (&evidence.coverage[coverage], &evidence.pages[evidence.coverage[coverage].page]);
    let tells = record.tells.iter().enumerate();
    let in_fields = in_note(&page.title, FieldPath::key("title"))
        .chain(in_text(&page.description, FieldPath::key("description")))
        .chain(in_note(&record.credits_note, FieldPath::key("credits_note")))
        .chain(tells.flat_map(|(at, telling)| {
            let field = FieldPath::key("tells").at(at);
            in_text(&telling.differs, field.then("differs")).chain(in_note(&telling.note, field.then("note")))
        }));
    let noted = page.body.notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Quoted(quoted) => Some((quoted.clone(), note.spot.clone())),
        NoteKind::Number(_)
        | NoteKind::Time(_)
        | NoteKind::VagueLink(_)
        | NoteKind::NoAlt
        | NoteKind::HeadingJump { .. }
        | NoteKind::Headerless
        | NoteKind::Scheme(_)
        | NoteKind::Unread(_) => None,
    });
    in_fields.chain(noted).enumerate().map(move |(number, (quoted, value_spot))| Statement {
        subject: Subject::Prose(coverage, number),
        what: WHAT.to_owned(),
        value: Cow::Owned(quoted.words),
        at: "",
        sought: Sought::Words { quoted: true },
        among: "",
        around: Cow::Owned(quoted.around),
        value_spot,
        at_field: FieldPath::default(),
    })
}

fn in_text(text: &str, field: FieldPath) -> impl Iterator<Item = (Quoted, Spot)> {
    quoted(text).into_iter().map(move |range| (Quoted::of(text, range), Spot::Value(field.clone())))
}

fn in_note(note: &Prose, field: FieldPath) -> impl Iterator<Item = (Quoted, Spot)> {
    let words = if note.is_empty() { Vec::new() } else { quoted_in(note) };
    words.into_iter().map(move |words| (words, Spot::Value(field.clone())))
}
