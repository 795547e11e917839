//! Markdown as HTML with holes: what a document says, before anything is known of other documents.

use crate::diagnostic::Spot;
use crate::document::escape::plain_text;

/// HTML with holes where the address of another page belongs.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The HTML without what fills the holes.
    pub html: String,
    /// The holes, in order.
    pub holes: Vec<Hole>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Other anchors: ids in raw HTML.
    pub anchors: Vec<String>,
}

impl Prose {
    /// A text without any markup.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { html: super::escape::escape(text), ..Self::default() }
    }

    /// The words alone.
    #[must_use]
    pub fn text(&self) -> String {
        plain_text(&self.html)
    }

    /// Whether nothing is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// Adds `other` at the end.
    pub fn append(&mut self, other: Self) {
        let offset = self.html.len();
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.into_iter().map(|hole| Hole { at: hole.at + offset, ..hole }));
        self.headings.extend(other.headings);
        self.anchors.extend(other.anchors);
    }

    /// Opens a hole at the end.
    pub fn hole(&mut self, target: Target, spot: Spot) {
        self.holes.push(Hole { at: self.html.len(), target, spot });
    }
}

/// A place in the HTML that is filled once the graph is known.
#[derive(Debug, Clone)]
pub struct Hole {
    /// Byte offset in the HTML.
    pub at: usize,
    /// What belongs there.
    pub target: Target,
    /// Where the author wrote it.
    pub spot: Spot,
}

/// What an author pointed at, not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file named by a relative path, with an anchor or none.
    File {
        /// The path as typed, decoded.
        path: String,
        /// The anchor without its `#`.
        anchor: Option<String>,
    },
    /// An address on this site that begins with `/`.
    Address(String),
    /// An anchor on the same page.
    Anchor(String),
    /// A statistic, with the text that is bound to it.
    Statistic {
        /// `report.statistic`, or the second half in its own file.
        reference: String,
        /// The text of the link, markup left out.
        text: String,
    },
    /// A term of the glossary.
    Term(String),
    /// An image.
    Image(String),
    /// A word of the site's language, by key.
    Word(&'static str),
    /// A table of statistics.
    Table(Box<super::table::TableBlock>),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its inline HTML, links left out.
    pub html: String,
}

/// A term and what it means, from a definition list.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The id in `{#…}` after the term; empty when there is none.
    pub id: String,
    /// The term.
    pub term: Prose,
    /// What it means.
    pub meaning: Prose,
    /// Where it stands.
    pub spot: Spot,
}
