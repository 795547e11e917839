//! What came of rendering a site: mistakes of templates, each told once, and the pages as they are to be read again.

use super::{Site, at_levels};
use crate::diagnostic::{Diagnostic, Level, Place, Spot, rules};
use crate::proof::{PrintedSite, Proof};
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
    pub(super) fn as_printed(&self) -> PrintedSite<'_> {
        PrintedSite {
            sources: &self.sources,
            config: &self.config,
            evidence: &self.evidence,
            plan: &self.plan,
        }
    }
}

/// What pages have failed on, and what is known of their templates without one. Where both tell of one place, the template is
/// understood better, and the page is named.
pub(super) fn with_known(mut failed: Vec<Diagnostic>, known: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (met, others): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|one| failed.iter().any(|other| meet(one, other)));
    for one in &mut failed {
        if let Some(known) = met.iter().find(|known| meet(one, known)) {
            one.message.clone_from(&known.message);
            one.help.clone_from(&known.help);
        }
    }
    let mut told = once_per_place(failed);
    told.extend(others);
    told
}

/// Takes out on what pages failed that a broken document may have left without a value: it is told once the document is
/// mended. What is `known` of templates without a page stays.
pub(super) fn without_consequences(failed: &mut Vec<Diagnostic>, known: &[Diagnostic], read: &[Diagnostic]) {
    let is_broken = read
        .iter()
        .any(|one| one.level == Level::Error && one.primary.place.file.as_str().starts_with("content/"));
    let may_follow = |one: &Diagnostic| one.rule == &rules::TEMPLATE_RENDER && one.page.is_some();
    if is_broken {
        failed.retain(|one| !may_follow(one) || known.iter().any(|known| meet(one, known)));
    }
}

/// Whether two things were said of one place in a template; a point may stand between a name and its field.
fn meet(one: &Diagnostic, other: &Diagnostic) -> bool {
    let line = |one: &Diagnostic| match one.primary.place.spot {
        Spot::Span(span) => Some(span),
        Spot::File | Spot::Value(_) | Spot::Key(_) => None,
    };
    one.rule == other.rule
        && one.primary.place.file == other.primary.place.file
        && line(one)
            .zip(line(other))
            .is_some_and(|(one, other)| one.start <= other.end + 1 && other.start <= one.end + 1)
}

/// One mistake in a template fails on every page: it is told once, with the number of pages.
fn once_per_place(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
