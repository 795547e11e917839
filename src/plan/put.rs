//! Who gets which output path: addresses that no disk can hold, and two items that want one place, are reported.

use super::links::published;
use super::names::{clashing, not_portable};
use super::{Item, Planner};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::portable::{folded, unportable};
use crate::path::{OutputPath, UrlPath, folders_above, unwritable};

impl Planner<'_> {
    /// Puts an item at an address. `origin` is what the author wrote to have it there, if anything.
    pub(super) fn put(&mut self, url: &UrlPath, item: Item, origin: Option<Place>) {
        let path = url.output();
        if let Some(reason) = unwritable(path.as_str()) {
            // What the program makes beside a document, such as its second page, is told at the document.
            self.diagnostics.extend(origin.map(|place| not_writable(place, url, reason)));
            return;
        }
        if let Some(first) = self.origins.get(path.as_str()) {
            let other = first.as_ref().filter(|_| origin.is_some()).map(|place| &place.file);
            let holder = other.map_or("what the program makes there".to_owned(), |file| format!("`{file}`"));
            let message = format!("`{url}` is already the address of {holder}");
            self.report_taken(origin, first.clone(), message);
            return;
        }
        if let Some(other) = self.in_the_way(&path) {
            let first = self.origins.get(other.as_str()).cloned().flatten();
            let message = format!(
                "`{path}` and `{other}` cannot both be: one needs a folder where the other is a file"
            );
            self.report_taken(origin, first, message);
            return;
        }
        self.check_fold(url, &path, &item, origin.as_ref());
        self.note_folders(&path);
        self.origins.insert(path.clone(), origin);
        self.items.push((path, item));
    }

    /// An item that is a file where `path` needs a folder, or the other way round.
    fn in_the_way(&self, path: &OutputPath) -> Option<OutputPath> {
        let inside = self.folders.get(path.as_str()).cloned();
        inside.or_else(|| {
            let file = folders_above(path.as_str()).find(|folder| self.origins.contains_key(*folder))?;
            Some(OutputPath::new(file))
        })
    }

    /// Tells of an address that another one has on a disk which minds neither capital letters nor the form of an accent,
    /// and of one that Windows cannot have.
    fn check_fold(&mut self, url: &UrlPath, path: &OutputPath, item: &Item, origin: Option<&Place>) {
        let fold = folded(path.as_str());
        let is_itself = *fold == *path.as_str();
        if let Some(other) = self.with_fold(&fold, is_itself) {
            let first = self.origins.get(other.as_str()).cloned().flatten();
            let message = format!(
                "`{url}` and `{}` are told apart by capital letters or the form of an accent alone",
                published(&other)
            );
            self.diagnostics.extend(
                origin.or(first.as_ref()).map(|place| {
                    clashing(place.clone(), first.clone().filter(|first| first != place), message)
                }),
            );
        } else if !is_itself {
            self.folded.insert(fold.into_owned(), path.clone());
        }
        let reason = unportable(path.as_str()).filter(|_| !matches!(item, Item::File(_)));
        if let (Some(reason), Some(place)) =
            (reason, origin.filter(|place| unportable(place.file.as_str()).is_none()))
        {
            self.diagnostics.push(not_portable(place.clone(), url.as_str(), reason));
        }
    }

    /// The path of an item that is a file of this fold, lies in a folder of it, or is a file where it needs a folder.
    fn with_fold(&self, fold: &str, is_itself: bool) -> Option<OutputPath> {
        let same = |fold: &str| {
            let plain = self.origins.get_key_value(fold).filter(|_| !is_itself).map(|(path, _)| path);
            plain.or_else(|| self.folded.get(fold)).cloned()
        };
        let inside = || self.folders.get(fold).filter(|_| !is_itself).cloned();
        let may_meet_others = !is_itself || !self.folded.is_empty();
        let above = || folders_above(fold).filter(|_| may_meet_others).find_map(same);
        same(fold).or_else(inside).or_else(above)
    }

    fn note_folders(&mut self, path: &OutputPath) {
        for folder in folders_above(path.as_str()) {
            if self.folders.contains_key(folder) {
                break;
            }
            self.folders.insert(folder.to_owned(), path.clone());
        }
    }

    fn report_taken(&mut self, origin: Option<Place>, first: Option<Place>, message: String) {
        let (place, other) = match (origin, first) {
            (Some(place), other) => (place, other),
            (None, Some(place)) => (place, None),
            // Items of the program never meet each other.
            (None, None) => return,
        };
        let diagnostic = Diagnostic::new(&rules::DUPLICATE_URL, place, message);
        let diagnostic = match other {
            Some(other) => diagnostic.also(other, "has this place too"),
            None => diagnostic.label("the program makes a file of its own there"),
        };
        self.diagnostics.push(diagnostic.help("rename one of the two, or give a page another `id:`"));
    }
}

fn not_writable(place: Place, url: &UrlPath, reason: &str) -> Diagnostic {
    let message = format!("`{}` cannot be published: its path {reason}", url.as_str().escape_debug());
    Diagnostic::new(&rules::INVALID_URL, place, message)
        .help("write an address of short plain names, such as `/old/page/`")
}
