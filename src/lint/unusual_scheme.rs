//! A link with a scheme that runs a script or opens another program. Browsers follow such links as readily as any, and no
//! reader sees the difference.

use super::notes::sound_pages;
use super::{Review, notes};
use crate::address;
use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::document::prose::NoteKind;
use crate::document::schemes::refused;
use crate::evidence::Main;

/// Reports every link and every address of a record whose scheme the settings do not name.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let in_prose = notes::of(review, |noted| {
        let NoteKind::Scheme(scheme) = noted.kind else { return None };
        (!review.config.allows(scheme)).then(|| refused(noted.place(), scheme))
    });
    let in_records = sound_pages(review).flat_map(|page| of_records(review, page));
    in_prose.into_iter().chain(in_records).collect()
}

/// The addresses of publications and figures.
fn of_records(review: &Review<'_>, page: usize) -> Vec<Diagnostic> {
    let evidence = review.evidence;
    let held = &evidence.held[page];
    let own = match held.main {
        Main::Report(report) => evidence.reports[report].url.as_str(),
        Main::Coverage(coverage) => evidence.coverage[coverage].url.as_str(),
        Main::Finding(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => "",
    };
    let statistics = evidence.statistics[held.statistics.clone()].iter();
    let figures = statistics.map(|statistic| (statistic.url.as_str(), statistic));
    let figures = figures
        .filter(|(url, _)| !url.is_empty())
        .map(|(url, statistic)| (url, statistic.field().then("url")));
    let addresses = std::iter::once((own, FieldPath::key("url"))).chain(figures);
    addresses
        .filter_map(|(url, field)| {
            let scheme = address::scheme(url).filter(|scheme| !review.config.allows(scheme))?;
            Some(refused(Place::value(&evidence.pages[page].path, field), &scheme))
        })
        .collect()
}
