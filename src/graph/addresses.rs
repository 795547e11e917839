//! Addresses in front matter: where a publication is to be had, and where a figure was checked. Most lead to other sites;
//! one that leads to this site is a link like any other.

use super::link::Linker;
use super::prose;
use crate::diagnostic::{FieldPath, Spot};
use crate::document::markdown::classify;
use crate::document::prose::Hole;
use crate::evidence::{Evidence, Main};

/// Every address in the front matter of a page, with its field.
pub fn of_page(evidence: &Evidence, page: usize) -> impl Iterator<Item = (&str, FieldPath)> {
    let held = &evidence.held[page];
    let own = match held.main {
        Main::Report(report) => evidence.reports[report].url.as_str(),
        Main::Coverage(coverage) => evidence.coverage[coverage].url.as_str(),
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => "",
    };
    let statistics = evidence.statistics[held.statistics.clone()].iter();
    let figures = statistics.filter(|statistic| !statistic.url.is_empty());
    let figures = figures.map(|statistic| (statistic.url.as_str(), statistic.field().then("url")));
    let claims = evidence.claims[held.claims.clone()].iter().filter(|claim| !claim.url.is_empty());
    let claims =
        claims.map(|claim| (claim.url.as_str(), FieldPath::key("claims").then(&claim.id).then("url")));
    let own = Some((own, FieldPath::key("url"))).filter(|(url, _)| !url.is_empty());
    own.into_iter().chain(figures).chain(claims)
}

/// Those that lead to this site, as links.
pub fn links(evidence: &Evidence, page: usize) -> impl Iterator<Item = Hole> {
    of_page(evidence, page).filter_map(|(typed, field)| {
        let target = classify(typed)?;
        Some(Hole { at: 0, target, spot: Spot::Value(field) })
    })
}

/// Resolves them.
pub(super) fn link(linker: &mut Linker<'_>) {
    for hole in links(linker.evidence, linker.page) {
        prose::resolve(linker, &hole);
    }
}
