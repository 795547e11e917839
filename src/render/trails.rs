//! The ways from the home page down to the pages of each section, as items of a list. They are made once.

use super::urls::Urls;
use super::views::cards::link_to;
use super::words::Words;
use crate::document::escape::escape;
use crate::path::UrlPath;
use crate::plan::Section;

/// The ways that many pages have in common.
pub(super) struct Trails {
    home: String,
    sections: [String; Section::ALL.len()],
}

impl Trails {
    /// Those of a site.
    pub fn new(words: &Words, urls: Urls<'_>) -> Self {
        let home = step(words.get("section_home"), &UrlPath::new("/"), urls);
        let sections = Section::ALL.map(|section| {
            let word = format!("section_{}", section.key());
            [&*home, &step(words.get(&word), &section.address(), urls)].concat()
        });
        Self { home, sections }
    }

    /// The home page alone.
    pub fn home(&self) -> &str {
        &self.home
    }

    /// The home page, then the list of a section.
    pub fn to(&self, section: Section) -> &str {
        &self.sections[section as usize]
    }
}

/// One page on the way, given its title as text.
pub(super) fn step(title: &str, address: &UrlPath, urls: Urls<'_>) -> String {
    ["<li>", &link_to(&urls.href(address), &escape(title)), "</li>\n"].concat()
}
