//! What was noted in prose while it was read, with the page in whose file it stands.

use super::Review;
use crate::diagnostic::{Place, Spot};
use crate::document::prose::{Note, NoteKind};
use crate::graph::prose::of_page;
use crate::path::SourcePath;
use std::sync::OnceLock;

/// Every note of a review, in the order of pages and texts. They are gathered once, by the first rule that asks.
#[derive(Debug, Default)]
pub struct Notes<'s>(OnceLock<Vec<Noted<'s>>>);

/// Something noted.
#[derive(Debug)]
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

/// What `wanted` gives for the notes of a review, in their order.
pub(super) fn of<'r, T>(review: &'r Review<'_>, wanted: impl Fn(&'r Noted<'r>) -> Option<T>) -> Vec<T> {
    let notes =
        review.notes.0.get_or_init(|| sound_pages(review).flat_map(|page| on_page(review, page)).collect());
    notes.iter().filter_map(wanted).collect()
}

/// Everything noted in the file of a page.
fn on_page<'s>(review: &Review<'s>, page: usize) -> impl Iterator<Item = Noted<'s>> + use<'s> {
    let evidence = review.evidence;
    let path = &evidence.pages[page].path;
    let notes = of_page(evidence, page).into_iter().flat_map(|prose| prose.notes.iter());
    notes.map(move |Note { kind, spot }| Noted { page, kind, path, spot })
}
