//! Waivers: `allow:` takes back what a rule has against the page or the record that gives a reason for it.
//!
//! Only judgements can be waived; a waiver of anything else is reported where it is read.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Spot, Step, rules};
use crate::evidence::Evidence;
use crate::path::SourcePath;
use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeMap;

/// One waived rule.
struct Waiver {
    rule: &'static Rule,
    /// The code or name as typed.
    typed: String,
    /// The record in whose `allow:` it stands; empty for the page as a whole.
    record: FieldPath,
}

/// The diagnostics that no waiver takes back, and one for each waiver that took nothing back.
#[must_use]
pub fn apply(evidence: &Evidence, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let waivers = collect(evidence);
    let used = take_back(&waivers, &mut diagnostics);
    for (path, own) in &waivers {
        let unused = own.iter().zip(&used[path]).filter(|(_, used)| !**used);
        diagnostics.extend(unused.map(|(waiver, _)| not_used(path, waiver)));
    }
    diagnostics
}

/// The diagnostics that no waiver takes back, where not everything was looked at that a waiver may be for.
#[must_use]
pub fn without_waived(evidence: &Evidence, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    take_back(&collect(evidence), &mut diagnostics);
    diagnostics
}

/// Takes out what is waived; by file, which waivers did so.
fn take_back<'e>(
    waivers: &BTreeMap<&'e SourcePath, Vec<Waiver>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'e SourcePath, Vec<bool>> {
    let mut used: BTreeMap<&SourcePath, Vec<bool>> =
        waivers.iter().map(|(path, own)| (*path, vec![false; own.len()])).collect();
    let places: BTreeMap<&SourcePath, WaiverPlaces<'_>> =
        waivers.iter().map(|(path, own)| (*path, places(own))).collect();
    diagnostics.retain(|diagnostic| {
        let place = &diagnostic.primary.place;
        let (Some(own), Some(used)) = (places.get(&place.file), used.get_mut(&place.file)) else {
            return true;
        };
        let mut is_kept = true;
        for record in records_around(&place.spot) {
            for waiver in own.get(&(diagnostic.rule.code, record)).into_iter().flatten() {
                used[*waiver] = true;
                is_kept = false;
            }
        }
        is_kept
    });
    used
}

/// Every valid waiver, by file.
fn collect(evidence: &Evidence) -> BTreeMap<&SourcePath, Vec<Waiver>> {
    let pages = evidence.pages.iter().enumerate().map(|(at, page)| (at, FieldPath::default(), &page.allow));
    // Few records waive anything, and where each stands takes time to say.
    let statistics = evidence.statistics.iter().filter(|one| !one.allow.is_empty());
    let statistics = statistics.map(|one| (evidence.owner_page(one.owner), one.field(), &one.allow));
    let claims = evidence.claims.iter().filter(|claim| !claim.allow.is_empty()).map(|claim| {
        let field = FieldPath::key("claims").then(&claim.id);
        (evidence.reports[claim.report].page, field, &claim.allow)
    });
    let mut found: BTreeMap<&SourcePath, Vec<Waiver>> = BTreeMap::default();
    for (page, record, allow) in pages.chain(statistics).chain(claims) {
        for (typed, _) in allow {
            if let Some(rule) = rules::find(typed).filter(|rule| rule.can_be_lowered) {
                let waiver = Waiver { rule, typed: typed.to_string(), record: record.clone() };
                found.entry(&evidence.pages[page].path).or_default().push(waiver);
            }
        }
    }
    found
}

/// The waivers of a file, by code and record.
type WaiverPlaces<'w> = HashMap<(&'static str, &'w [Step]), Vec<usize>>;

fn places(own: &[Waiver]) -> WaiverPlaces<'_> {
    let mut places = WaiverPlaces::default();
    for (at, waiver) in own.iter().enumerate() {
        places.entry((waiver.rule.code, &waiver.record.0)).or_default().push(at);
    }
    places
}

/// The ways to all records that a place may lie in. The body of a file belongs to the page alone.
fn records_around(spot: &Spot) -> impl Iterator<Item = &[Step]> {
    let field: &[Step] = match spot {
        Spot::Value(field) | Spot::Key(field) => &field.0,
        Spot::File | Spot::Span(_) => &[],
    };
    (0..=field.len()).map(|length| &field[..length])
}

fn not_used(path: &SourcePath, waiver: &Waiver) -> Diagnostic {
    let place =
        Place { file: path.clone(), spot: Spot::Key(waiver.record.then("allow").then(&waiver.typed)) };
    let message = format!("nothing here breaks `{}`, so there is nothing to waive", waiver.typed);
    Diagnostic::new(&rules::UNUSED_WAIVER, place, message).help("remove the waiver")
}
