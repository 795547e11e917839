//! What is on a page: links to the headings of its body and to the program's own sections below it.

use crate::document::escape::escape_into;
use crate::document::prose::Heading;
use crate::render::Renderer;

/// Headings down to this level are in the table of contents.
const DEEPEST: u8 = 3;

/// With fewer entries a page needs no table of contents.
const FEWEST: usize = 3;

/// Room for an entry, in bytes.
const ENTRY: usize = 80;

/// A section of the program's own: its id, and its title as text.
pub(super) type OwnSection<'s> = (&'s str, &'s str);

impl Renderer<'_> {
    /// The table of contents of a document's page as items of a list; nothing when there is too little.
    pub(super) fn contents(&self, document: Option<usize>, sections: &[OwnSection<'_>]) -> String {
        let headings = document.map_or(&[][..], |page| &self.model.evidence.pages[page].body.headings);
        let headings = || headings.iter().filter(|heading| heading.level <= DEEPEST);
        let entries = headings().count() + sections.len();
        let mut html = String::new();
        if entries >= FEWEST {
            html.reserve(entries * ENTRY);
            headings().for_each(|heading| heading_item(heading, &mut html));
            for section in sections {
                section_item(*section, &mut html);
            }
        }
        html
    }
}

/// Links to sections as items of a list; nothing when there is but one.
pub(super) fn jumps(sections: &[OwnSection<'_>]) -> String {
    let mut html = String::new();
    if sections.len() > 1 {
        html.reserve(sections.len() * ENTRY);
        for section in sections {
            section_item(*section, &mut html);
        }
    }
    html
}

fn heading_item(heading: &Heading, html: &mut String) {
    html.push_str("<li");
    if heading.level > 2 {
        html.push_str(" class=\"level-");
        html.push(char::from(b'0' + heading.level));
        html.push('"');
    }
    html.push_str("><a href=\"#");
    escape_into(&heading.id, html);
    html.push_str("\">");
    html.push_str(&heading.html);
    html.push_str("</a></li>\n");
}

fn section_item((id, title): OwnSection<'_>, html: &mut String) {
    html.push_str("<li><a href=\"#");
    escape_into(id, html);
    html.push_str("\">");
    escape_into(title, html);
    html.push_str("</a></li>\n");
}
