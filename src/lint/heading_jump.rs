//! A heading that skips a level: who moves from heading to heading takes it for the child of one that is not there.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::NoteKind;

/// Reports every heading that is more than one level below the heading before it.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        let NoteKind::HeadingJump { from, to } = noted.kind else { return None };
        let before = match from {
            1 => "the title of the page".to_owned(),
            level => format!("a heading of level {level}"),
        };
        let message = format!("a heading of level {to} follows {before}");
        let marks = "#".repeat(usize::from(from + 1));
        Some(
            Diagnostic::new(&rules::HEADING_JUMP, noted.place(), message)
                .help(format!("write `{marks}` here")),
        )
    })
}
