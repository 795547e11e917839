//! A table without headings: nobody who hears its cells one by one knows what they are.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::NoteKind;

/// Reports every table, in Markdown or raw HTML, that names none of its columns.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        (*noted.kind == NoteKind::Headerless).then(|| {
            let message = "this table has no headings for its columns";
            Diagnostic::new(&rules::HEADERLESS_TABLE, noted.place(), message).help(
                "name each column in the first row: `| Area | Visits |`, or `<th scope=\"col\">` in raw HTML",
            )
        })
    })
}
