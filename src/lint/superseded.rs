//! Figures that a later release revised, used as if they still stood.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::document::prose::{Hole, Target};
use crate::evidence::record::RelationKind;
use crate::graph::index::RecordRef;
use crate::graph::prose;
use std::collections::BTreeMap;

/// Reports every use of a revised figure in a finding or a text that does not say so: that has no note about it, and
/// neither shows the newer figure nor names where it stands.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let newer = revised(review);
    if newer.is_empty() {
        return Vec::new();
    }
    let pages = 0..review.evidence.pages.len();
    let mut found = in_findings(review, &newer);
    found.extend(pages.flat_map(|page| on_page(review, page, &newer)));
    found
}

/// What revised a statistic, by statistic.
type Newer = BTreeMap<usize, usize>;

fn revised(review: &Review<'_>) -> Newer {
    let all = 0..review.evidence.statistics.len();
    all.filter_map(|at| {
        let links = review.graph.statistic(at);
        let mut updates = links.relations.iter().filter(|link| link.kind == RelationKind::UpdatedBy);
        Some((at, links.revised_by.or_else(|| updates.next().map(|link| link.other))?))
    })
    .collect()
}

fn in_findings(review: &Review<'_>, newer: &Newer) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (finding, links) in review.evidence.findings.iter().zip(&review.graph.findings) {
        for (place, (piece, record)) in finding.evidence.iter().zip(&links.evidence).enumerate() {
            if let Some(RecordRef::Statistic(old)) = record
                && let Some(new) = newer.get(old)
                && piece.note.is_empty()
                && !links.evidence.contains(&Some(RecordRef::Statistic(*new)))
            {
                let field = FieldPath::key("evidence").at(place).then(piece.bearing.key());
                found.push(superseded(review, review.on_page(finding.page, field), *old, *new));
            }
        }
    }
    found
}

/// The first use of each revised figure in the texts of a page. Its own report shows beside it what revised it.
fn on_page(review: &Review<'_>, page: usize, newer: &Newer) -> Vec<Diagnostic> {
    let (targets, evidence) = (&review.graph.pages[page].targets, review.evidence);
    let home = |statistic: usize| evidence.owner_page(review.statistic(statistic).owner);
    let stale = targets.shown.iter().filter_map(|old| Some((*old, *newer.get(old)?))).filter(|(old, new)| {
        let is_linked = home(*new) != home(*old) && targets.mentions.contains(&home(*new));
        let is_told = is_linked || targets.shown.contains(new);
        page != home(*old) && page != home(*new) && !is_told
    });
    stale.filter_map(|(old, new)| Some(superseded(review, place(review, page, old)?, old, new))).collect()
}

/// Where a page shows a statistic first.
fn place(review: &Review<'_>, page: usize, statistic: usize) -> Option<Place> {
    let shows = |hole: &&Hole| match &hole.target {
        Target::Statistic { reference, .. } => review.named_on(page, reference) == Some(statistic),
        Target::Table(table) => table.rows.iter().any(|row| review.named_on(page, row) == Some(statistic)),
        Target::File { .. } | Target::Address(_) | Target::Anchor(_) | Target::Term(_) | Target::Image(_) => {
            false
        }
    };
    let texts = prose::of_page(review.evidence, page);
    let hole = texts.iter().flat_map(|text| &text.holes).find(shows)?;
    Some(Place { file: review.evidence.pages[page].path.clone(), spot: hole.spot.clone() })
}

fn superseded(review: &Review<'_>, place: Place, old: usize, new: usize) -> Diagnostic {
    let (printed, revised) = (&review.statistic(old).printed, &review.statistic(new).printed);
    let name = review.name(new);
    Diagnostic::new(&rules::SUPERSEDED, place, format!("`{printed}` is used here, and `{name}` revised it to `{revised}`"))
        .label("the older figure")
        .also(review.field(new, "value"), "what replaced it")
        .help(format!("use `[{revised}](stat:{name})`, or say here that the figure was revised, with a link to the newer one"))
}
