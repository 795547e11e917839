//! A time that holds only on the day on which it was written.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::NoteKind;

/// Reports every such time in a sentence that carries no date.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        let NoteKind::Time(typed) = noted.kind else { return None };
        let message = format!("`{typed}` is right only on the day on which it was written");
        Some(Diagnostic::new(&rules::RELATIVE_TIME, noted.place(), message).help(
            "say when: `on 31 March 2017`, `in 2017-18`, `in the eight years to 2018`; words of somebody else belong \
             in quotation marks",
        ))
    })
}
