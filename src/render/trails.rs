//! The ways from the home page down to the pages of each section. They are made once.

use super::urls::Urls;
use super::view::{Crumb, SharedView};
use super::words::Words;
use crate::path::UrlPath;
use crate::plan::ListSection;

/// The ways that many pages have in common.
pub(super) struct Trails {
    home: SharedView<Crumb>,
    sections: [SharedView<Crumb>; ListSection::ALL.len()],
}

impl Trails {
    /// Those of a site.
    pub fn new(words: &Words, urls: Urls<'_>) -> Self {
        let home = crumb(words.get("section_home"), &UrlPath::new("/"), urls);
        let sections = ListSection::ALL.map(|section| {
            let word = format!("section_{}", section.key());
            crumb(words.get(&word), &section.address(), urls)
        });
        Self { home, sections }
    }

    /// The home page alone.
    pub fn home(&self) -> Vec<SharedView<Crumb>> {
        vec![self.home.clone()]
    }

    /// The home page, then the list of a section.
    pub fn to(&self, section: ListSection) -> Vec<SharedView<Crumb>> {
        vec![self.home.clone(), self.sections[section as usize].clone()]
    }
}

/// One page on the way.
pub(super) fn crumb(title: &str, address: &UrlPath, urls: Urls<'_>) -> SharedView<Crumb> {
    SharedView::of(&Crumb { title: title.to_owned(), url: urls.href(address) })
}
