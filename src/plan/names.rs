//! Names that other systems than the author's cannot have, or take for one.

use super::Planner;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::path::portable::{folded, unportable};
use std::collections::BTreeMap;

impl Planner<'_> {
    /// Looks at the names of the author's files. What they become was looked at when it was planned.
    pub(super) fn check_names(&mut self) {
        let own = |path: &&SourcePath| !self.sources.is_bundled(path);
        let paths: Vec<&SourcePath> = self.sources.paths().filter(own).collect();
        let clashes = clashes(paths.iter().copied());
        // Files that are published under the names that clash were told of.
        let is_told = |path: &SourcePath| {
            let of_path =
                |told: &Diagnostic| told.rule == &rules::CASE_CLASH && told.primary.place.file == *path;
            self.diagnostics.iter().any(of_path)
        };
        let untold: Vec<Diagnostic> =
            clashes.into_iter().filter(|told| !is_told(&told.primary.place.file)).collect();
        self.diagnostics.extend(untold);
        self.diagnostics.extend(paths.into_iter().filter_map(unportable_file));
    }
}

/// Files that differ in nothing that every disk can tell.
fn clashes<'p>(paths: impl Iterator<Item = &'p SourcePath> + Clone) -> Vec<Diagnostic> {
    // Few paths have capital letters or accents, and only these can clash.
    let by_fold = |path: &'p SourcePath| {
        Some((folded(path.as_str()), path)).filter(|(fold, path)| **fold != *path.as_str())
    };
    let mut folds: BTreeMap<String, &SourcePath> = BTreeMap::new();
    let mut found = Vec::new();
    for (fold, path) in paths.clone().filter_map(by_fold) {
        match folds.get(&*fold) {
            Some(first) => found.push(clash(path, first)),
            None => {
                folds.insert(fold.into_owned(), path);
            }
        }
    }
    if !folds.is_empty() {
        let plain = paths.filter_map(|path| folds.get(path.as_str()).map(|other| clash(path, other)));
        found.extend(plain);
    }
    found
}

fn clash(path: &SourcePath, other: &SourcePath) -> Diagnostic {
    let message =
        format!("`{path}` and `{other}` are told apart by capital letters or the form of an accent alone");
    clashing(Place::file(path), Some(Place::file(other)), message)
}

/// That two names are one on some disks.
pub(super) fn clashing(place: Place, other: Option<Place>, message: String) -> Diagnostic {
    let diagnostic = Diagnostic::new(&rules::CASE_CLASH, place, message);
    let diagnostic = match other {
        Some(other) => diagnostic.also(other, "the other one"),
        None => diagnostic,
    };
    diagnostic.help("they are one file on macOS and Windows: give one of the two another name, or remove it")
}

fn unportable_file(path: &SourcePath) -> Option<Diagnostic> {
    unportable(path.as_str()).map(|reason| not_portable(Place::file(path), path.as_str(), reason))
}

/// That a name cannot be had everywhere.
pub(super) fn not_portable(place: Place, name: &str, reason: &str) -> Diagnostic {
    let message = format!("`{}` {reason}", name.escape_debug());
    Diagnostic::new(&rules::UNPORTABLE_NAME, place, message)
        .help("give it another name; nobody could check out or unpack the site there")
}
