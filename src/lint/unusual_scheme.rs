//! A link with a scheme that runs a script or opens another program. Browsers follow such links as readily as any, and no
//! reader sees the difference.

use super::notes::sound_pages;
use super::{Review, notes};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::prose::NoteKind;
use crate::document::schemes;
use crate::graph::addresses;

/// Reports every link and every address of a record whose scheme the settings do not name.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let in_prose = notes::of(review, |noted| {
        let NoteKind::Scheme(scheme) = noted.kind else { return None };
        (!review.config.allows(scheme)).then(|| schemes::refused(noted.place(), scheme))
    });
    let in_records = sound_pages(review).flat_map(|page| of_records(review, page));
    in_prose.into_iter().chain(in_records).collect()
}

/// The addresses of publications and figures.
fn of_records(review: &Review<'_>, page: usize) -> Vec<Diagnostic> {
    let place = |field| Place::value(&review.evidence.pages[page].path, field);
    let found = addresses::of_page(review.evidence, page).filter_map(|(url, field)| {
        let scheme = schemes::unusual(url).filter(|scheme| !review.config.allows(scheme))?;
        Some(schemes::refused(place(field), &scheme))
    });
    found.collect()
}
