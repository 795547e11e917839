//! What is on a page: the headings of its body and the program's own sections below it.

use crate::document::escape::escape;
use crate::document::prose::Heading;
use crate::document::sections::PageSection;
use crate::render::Renderer;
use crate::render::view::{ContentsEntry, Html};
use std::borrow::Cow;

/// Headings down to this level are in the table of contents.
const DEEPEST: u8 = 3;

/// With fewer entries a page needs no table of contents.
const FEWEST: usize = 3;

impl Renderer<'_> {
    /// The table of contents of a document's page; nothing when there is too little.
    pub(super) fn contents<'c>(
        &'c self,
        document: Option<usize>,
        sections: Vec<ContentsEntry<'c>>,
    ) -> Vec<ContentsEntry<'c>> {
        let headings = document.map_or(&[][..], |page| &self.model.evidence.pages[page].body.headings);
        let headings = headings.iter().filter(|heading| heading.level <= DEEPEST).map(entry);
        let entries: Vec<ContentsEntry<'c>> = headings.chain(sections).collect();
        if entries.len() < FEWEST { Vec::new() } else { entries }
    }

    /// Those of the program's own sections that a page has.
    pub(super) fn sections<const COUNT: usize>(
        &self,
        sections: [(&PageSection, bool); COUNT],
    ) -> Vec<ContentsEntry<'_>> {
        let present = sections.into_iter().filter(|(_, is_there)| *is_there);
        present.map(|(of, _)| section(of.id, self.words.get(of.word))).collect()
    }
}

fn entry(heading: &Heading) -> ContentsEntry<'_> {
    ContentsEntry {
        id: Cow::Borrowed(&heading.id),
        level: heading.level,
        title_html: Html::from(heading.html.as_str()),
    }
}

/// A section: its id, and its title as text.
pub(super) fn section<'s>(id: impl Into<Cow<'s, str>>, title: &str) -> ContentsEntry<'s> {
    ContentsEntry { id: id.into(), level: 2, title_html: Html(escape(title).into()) }
}
