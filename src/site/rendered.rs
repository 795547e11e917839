//! What came of rendering a site: mistakes of templates, each told once, and the pages as they are to be read again.

use super::{Site, at_levels};
use crate::diagnostic::{Diagnostic, Place, Spot};
use crate::proof::{Printed, Proof};
use std::collections::BTreeMap;

/// What came of rendering: what went wrong, and the pages as they are to be read again.
#[derive(Default)]
pub(super) struct Rendered<'s> {
    pub diagnostics: Vec<Diagnostic>,
    pub proof: Option<Proof<'s>>,
}

impl Site {
    /// What went wrong in rendering, and what is wrong with what was rendered. It takes what the content was told of, so
    /// nothing that is asked for [`Site::diagnostics`] may wait for it.
    pub(super) fn read_again(&self, rendered: Rendered<'_>) -> Vec<Diagnostic> {
        let Rendered { mut diagnostics, proof } = rendered;
        let proof = proof.map(|proof| proof.finish(self.diagnostics()));
        diagnostics.extend(at_levels(proof.unwrap_or_default(), &self.config.levels));
        diagnostics
    }

    /// What its printed pages are held against.
    pub(super) fn as_printed(&self) -> Printed<'_> {
        Printed { sources: &self.sources, config: &self.config, evidence: &self.evidence, plan: &self.plan }
    }
}

/// Takes out what a page has failed on where that is known of the template already, which says more.
pub(super) fn without_known(failed: Vec<Diagnostic>, checked: &[Diagnostic]) -> Vec<Diagnostic> {
    let line = |one: &Diagnostic| match one.primary.place.spot {
        Spot::Span(span) => Some(span),
        Spot::File | Spot::Value(_) | Spot::Key(_) => None,
    };
    let meets = |one: &Diagnostic, other: &Diagnostic| {
        one.rule == other.rule
            && one.primary.place.file == other.primary.place.file
            && line(one)
                .zip(line(other))
                .is_some_and(|(one, other)| one.start <= other.end && other.start <= one.end)
    };
    failed.into_iter().filter(|one| !checked.iter().any(|other| meets(one, other))).collect()
}

/// One mistake in a template fails on every page: it is told once, with the number of pages.
pub(super) fn once_per_place(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(Place, String), usize> = BTreeMap::new();
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for diagnostic in diagnostics {
        let key = (diagnostic.primary.place.clone(), diagnostic.message.clone());
        match seen.get(&key) {
            Some(first) => kept[*first].1 += 1,
            None => {
                seen.insert(key, kept.len());
                kept.push((diagnostic, 0));
            }
        }
    }
    kept.into_iter()
        .map(|(diagnostic, more)| match (&diagnostic.page, more) {
            (Some(page), 1..) => {
                let page = format!("{page} and {more} more");
                diagnostic.on_page(page)
            }
            _ => diagnostic,
        })
        .collect()
}
