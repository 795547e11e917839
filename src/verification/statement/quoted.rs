//! Words in quotation marks that an author gives as an article's: in a remark, and in the page's own text.
//!
//! Notes of tellings are left out, because they quote the report as often as the article.

use super::{Sought, Statement, Subject};
use crate::diagnostic::{FieldPath, Spot};
use crate::document::prose::NoteKind;
use crate::document::quoted::quoted;
use crate::evidence::Evidence;
use crate::evidence::record::{Telling, Told};
use std::borrow::Cow;

/// What a quotation is called in the lock, wherever it stands.
const WHAT: &str = "quotation";

/// The words that a remark quotes; they have to stand where the remark says.
pub(super) fn in_remark(
    coverage: usize,
    at: usize,
    telling: &Telling,
) -> impl Iterator<Item = Statement<'_>> {
    let remark = if let Told::Remark(remark) = &telling.what { remark.as_str() } else { "" };
    let field = FieldPath::key("tells").at(at);
    quoted(remark).into_iter().enumerate().map(move |(number, range)| Statement {
        subject: Subject::Remark(coverage, at, number),
        what: WHAT.to_owned(),
        value: Cow::Borrowed(&remark[range]),
        at: &telling.at,
        sought: Sought::Words { quoted: true },
        among: "",
        value_spot: Spot::Value(field.then("tells")),
        at_field: field.then("at"),
    })
}

/// The words that the description and the body of coverage quote.
pub(super) fn in_prose(evidence: &Evidence, coverage: usize) -> impl Iterator<Item = Statement<'_>> {
    let page = &evidence.pages[evidence.coverage[coverage].page];
    let description = FieldPath::key("description");
    let described = quoted(&page.description).into_iter();
    let described = described.map(move |range| (&page.description[range], Spot::Value(description.clone())));
    let noted = page.body.notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Quoted(words) => Some((words.as_str(), note.spot.clone())),
        NoteKind::Number(_)
        | NoteKind::Time(_)
        | NoteKind::VagueLink(_)
        | NoteKind::NoAlt
        | NoteKind::HeadingJump { .. }
        | NoteKind::Headerless
        | NoteKind::Scheme(_)
        | NoteKind::Unread(_) => None,
    });
    described.chain(noted).enumerate().map(move |(number, (words, value_spot))| Statement {
        subject: Subject::Prose(coverage, number),
        what: WHAT.to_owned(),
        value: Cow::Borrowed(words),
        at: "",
        sought: Sought::Words { quoted: true },
        among: "",
        value_spot,
        at_field: FieldPath::default(),
    })
}
