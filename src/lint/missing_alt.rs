//! An image without words is not there for those who cannot see it.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::NoteKind;

/// Reports every image without an alternative text.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        (*noted.kind == NoteKind::NoAlt).then(|| {
            let message = "this image has no words for those who cannot see it";
            Diagnostic::new(&rules::MISSING_ALT, noted.place(), message).help(
                "say in the brackets what it shows: `![Visits fell from 2019 to 2023](visits.png)`; one that only \
                 decorates is written `<img src=\"…\" alt=\"\">`",
            )
        })
    })
}
