//! The site at one moment, with all that is needed to make its files.

use super::numbers::PageNumbers;
use super::served::Answer;
use crate::diagnostic::{Diagnostic, nearest};
use crate::path::{OutputPath, SourcePath, UrlPath};
use crate::plan::Item;
use crate::render::{Press, Worn};
use crate::site::Site;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What an unknown address is answered with.
const NOT_FOUND: &str = "404.html";

/// A site that never changes, and what its pages are printed with.
pub struct SiteSnapshot {
    /// Counts the sites that stood before.
    pub generation: u64,
    /// The site.
    pub site: Arc<Site>,
    /// Templates, words and page furniture; the last that could be read.
    pub press: Press,
    /// What changed since the site before.
    pub changed: BTreeSet<SourcePath>,
    /// Whether any page may look otherwise than before, and not only those of the documents that changed.
    is_remade: bool,
}

impl SiteSnapshot {
    /// A site that was read as a whole.
    pub fn first(site: Arc<Site>, generation: u64) -> Self {
        Self { generation, press: Press::new(site.model()), site, changed: BTreeSet::new(), is_remade: true }
    }

    /// The site after these files changed.
    pub fn next(&self, site: Arc<Site>, changed: BTreeSet<SourcePath>, generation: u64) -> Self {
        let worn = Worn { theme: changed.iter().any(is_template), words: changed.iter().any(is_words) };
        let press = self.press.renewed(site.model(), worn);
        let is_remade = !changed.iter().all(is_content);
        Self { generation, site, press, changed, is_remade }
    }

    /// The file at an output path, as a build would write it.
    pub fn file(&self, path: &OutputPath) -> Answer {
        match self.make(path) {
            Ok(Some(bytes)) => Answer::File(bytes),
            Ok(None) => {
                Answer::Missing(self.make(&OutputPath::new(NOT_FOUND)).ok().flatten().unwrap_or_default())
            }
            Err(why) => Answer::Failed(why),
        }
    }

    /// How the numbers of the page at an output path stand.
    pub fn numbers(&self, path: &OutputPath) -> PageNumbers {
        let renderer = self.press.renderer(self.site.model());
        renderer.map_or_else(PageNumbers::default, |renderer| PageNumbers::of(&self.site, &renderer, path))
    }

    fn make(&self, path: &OutputPath) -> Result<Option<Vec<u8>>, String> {
        let Some(renderer) = self.press.renderer(self.site.model()) else {
            return Err("the templates cannot be read".to_owned());
        };
        match renderer.artifact(path) {
            Ok(bytes) => Ok(bytes.map(std::borrow::Cow::into_owned)),
            Err(diagnostic) => Err(diagnostic.message),
        }
    }

    /// The page whose address is most like one that leads nowhere.
    pub fn near(&self, address: &str) -> Vec<UrlPath> {
        let addresses = self.site.plan.addresses.iter().map(UrlPath::as_str);
        nearest(address, addresses).map(UrlPath::new).into_iter().collect()
    }

    /// What goes wrong when files are made: `everything`, or the pages of the documents that changed. `is_wanted` says
    /// whether anybody still asks.
    pub fn faults(&self, everything: bool, is_wanted: &(dyn Fn() -> bool + Sync)) -> Vec<Diagnostic> {
        let pages = (!everything && !self.is_remade).then(|| self.pages_of(&self.changed));
        self.site.faults(&self.press, &|path, item| {
            is_made_from_a_template(item)
                && pages.as_ref().is_none_or(|pages| pages.contains(path))
                && is_wanted()
        })
    }

    /// The pages that documents are.
    fn pages_of(&self, documents: &BTreeSet<SourcePath>) -> BTreeSet<OutputPath> {
        let places = documents.iter().filter_map(|path| self.site.index.pages.get(path));
        places.map(|page| self.site.plan.addresses[*page].output()).collect()
    }
}

fn is_made_from_a_template(item: &Item) -> bool {
    matches!(item, Item::Page(_) | Item::Redirect(_))
}

/// Whether a browser can take in a change of this file without loading the page anew.
pub fn can_be_patched(path: &SourcePath) -> bool {
    is_content(path) || path.extension() == "css"
}

fn is_content(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/")
}

fn is_template(path: &SourcePath) -> bool {
    path.as_str().starts_with("templates/") && path.extension() != "toml"
}

/// A table of words, or the settings, which name the language.
fn is_words(path: &SourcePath) -> bool {
    path.as_str() == "site.toml" || path.as_str().starts_with("templates/") && path.extension() == "toml"
}
