//! What was noted in prose while it was read, with the page in whose file it stands.

use super::Review;
use crate::diagnostic::{Place, Spot};
use crate::document::prose::{Note, NoteKind};
use crate::graph::prose::of_page;
use crate::path::SourcePath;

/// Something noted.
pub(super) struct Noted<'s> {
    /// The page in whose file it stands.
    pub page: usize,
    /// What.
    pub kind: &'s NoteKind,
    path: &'s SourcePath,
    spot: &'s Spot,
}

impl Noted<'_> {
    /// Where.
    pub(super) fn place(&self) -> Place {
        Place { file: self.path.clone(), spot: self.spot.clone() }
    }
}

/// The pages whose front matter could be read; of the others everything was said already.
pub(super) fn sound_pages<'s>(review: &Review<'s>) -> impl Iterator<Item = usize> + use<'s> {
    let pages = &review.evidence.pages;
    (0..pages.len()).filter(|page| !pages[*page].broken)
}

/// Every note of a review that `wanted` gives something for, in the order of pages and texts.
pub(super) fn of<'s, T>(review: &Review<'s>, wanted: impl Fn(Noted<'s>) -> Option<T>) -> Vec<T> {
    let evidence = review.evidence;
    let mut found = Vec::new();
    for page in sound_pages(review) {
        let path = &evidence.pages[page].path;
        let notes = of_page(evidence, page).into_iter().flat_map(|prose| prose.notes.iter());
        found.extend(notes.filter_map(|Note { kind, spot }| wanted(Noted { page, kind, path, spot })));
    }
    found
}
