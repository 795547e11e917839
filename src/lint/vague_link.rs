//! A link whose words say nothing: a screen reader lists the links of a page without what stands around them.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::NoteKind;

/// Reports every link such as "click here".
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        let NoteKind::VagueLink(text) = noted.kind else { return None };
        let message = match text.trim() {
            "" => "this link has no words".to_owned(),
            text => format!("`{text}` does not say where the link leads"),
        };
        let help =
            "let the words name what is behind it, such as `[the audit of 2019](../reports/audit-2019.md)`";
        Some(Diagnostic::new(&rules::VAGUE_LINK, noted.place(), message).help(help))
    })
}
