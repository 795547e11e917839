//! Markdown as HTML with holes: what a document says, before anything is known of other documents.

use crate::diagnostic::Spot;
use crate::document::escape::plain_text;
use crate::document::quoted::Quoted;
use crate::swar;
use std::borrow::Cow;
use std::ops::{Deref, DerefMut};

/// HTML with holes where the address of another page belongs. Most texts are a few words without any mark, and
/// there are very many of them: marks have a place of their own once there are some.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The HTML without what fills the holes.
    pub html: String,
    marks: Option<Box<Marks>>,
}

/// What stands in the HTML of a text; a [`Prose`] gives it as its own.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// The holes, in order.
    pub holes: Vec<Hole>,
    /// Where words of the site's language belong, in order.
    pub words: Vec<ThemeWord>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Other anchors: ids in raw HTML.
    pub anchors: Vec<String>,
    /// What rules may have something to say about, in order.
    pub notes: Vec<Note>,
}

/// The marks of a text without any.
static NO_MARKS: Marks = Marks {
    holes: Vec::new(),
    words: Vec::new(),
    headings: Vec::new(),
    anchors: Vec::new(),
    notes: Vec::new(),
};

impl Deref for Prose {
    type Target = Marks;

    fn deref(&self) -> &Marks {
        self.marks.as_deref().unwrap_or(&NO_MARKS)
    }
}

impl DerefMut for Prose {
    fn deref_mut(&mut self) -> &mut Marks {
        self.marks.get_or_insert_default()
    }
}

impl Prose {
    /// An empty text with room for so many bytes.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), marks: None }
    }

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

    /// The same, copied only where there is mark-up to leave out.
    #[must_use]
    pub fn as_text(&self) -> Cow<'_, str> {
        let mark_up = |bytes| swar::equal(bytes, b'<') | swar::equal(bytes, b'&');
        let is_plain = !swar::any(self.html.as_bytes(), mark_up);
        if is_plain { Cow::Borrowed(&self.html) } else { Cow::Owned(self.text()) }
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
        if let Some(marks) = other.marks {
            self.holes.extend(marks.holes.into_iter().map(|hole| Hole { at: hole.at + offset, ..hole }));
            self.words.extend(marks.words.into_iter().map(|word| ThemeWord { at: word.at + offset, ..word }));
            self.headings.extend(marks.headings);
            self.anchors.extend(marks.anchors);
            self.notes.extend(marks.notes);
        }
    }

    /// Cuts the HTML off at a byte, with what would have been filled in behind it.
    pub fn truncate(&mut self, length: usize) {
        self.html.truncate(length);
        if let Some(marks) = &mut self.marks {
            marks.holes.retain(|hole| hole.at <= length);
            marks.words.retain(|word| word.at <= length);
        }
    }

    /// A copy without the room that it was grown by, since it stays in memory until it is rendered. An allocator
    /// seldom gives back the end of what it gave, so shrinking in place would do little.
    #[must_use]
    pub fn fitted(self) -> Self {
        let marks = self.marks.filter(|marks| !marks.is_empty()).map(|mut marks| {
            marks.holes = fitted(marks.holes);
            marks.words = fitted(marks.words);
            marks.headings = fitted(marks.headings);
            marks.anchors = fitted(marks.anchors);
            marks.notes = fitted(marks.notes);
            marks
        });
        Self { html: self.html.as_str().to_owned(), marks }
    }

    /// Opens a hole at the end.
    pub fn hole(&mut self, target: Target, spot: Spot) {
        let at = self.html.len();
        self.holes.push(Hole { at, target, spot });
    }

    /// Puts a word of the site's language at the end, by its key.
    pub fn word(&mut self, key: &'static str) {
        let at = self.html.len();
        self.words.push(ThemeWord { at, key });
    }
}

fn fitted<T>(list: Vec<T>) -> Vec<T> {
    if list.len() == list.capacity() {
        return list;
    }
    let mut fitted = Vec::with_capacity(list.len());
    fitted.extend(list);
    fitted
}

impl Marks {
    fn is_empty(&self) -> bool {
        let Self { holes, words, headings, anchors, notes } = self;
        holes.is_empty() && words.is_empty() && headings.is_empty() && anchors.is_empty() && notes.is_empty()
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

/// A place in the HTML for a word of the site's language, which only the theme knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeWord {
    /// Byte offset in the HTML.
    pub at: usize,
    /// Its key in the table of words.
    pub key: &'static str,
}

/// Something that a rule may have something to say about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// Where the author wrote it.
    pub spot: Spot,
}

/// What a rule may have something to say about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// A number that is not bound to a statistic.
    Number(LooseNumber),
    /// A time that is relative to the day of reading, as typed.
    Time(String),
    /// A link whose text says nothing of what is behind it.
    VagueLink(String),
    /// An image without words.
    NoAlt,
    /// A heading whose level is not the one below the level before it.
    HeadingJump {
        /// Level of the heading before; the title of the page is 1.
        from: u8,
        /// Its own level.
        to: u8,
    },
    /// A table without headings.
    Headerless,
    /// A link or a file whose address has an unusual scheme, in lower case.
    Scheme(String),
    /// Words in quotation marks, where they can be looked for.
    Quoted(Quoted),
    /// Words that stand beside the text, such as the title of a link or a label in raw HTML.
    Aside(String),
    /// Raw HTML that makes something which is not checked.
    Unread(Unread),
}

/// Raw HTML that makes something which is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Another address from which the links of the page start.
    Base,
    /// A page within an attribute.
    Srcdoc,
    /// The end of an element of text within an attribute.
    End,
    /// A stylesheet within a line of text.
    Style,
    /// A remark that never ends.
    Remark,
    /// An element of text, or with something hidden in it, where it depends on the elements around how it is read.
    Drawn,
    /// An element that never ends, and hides what follows.
    Unclosed(&'static str),
}

/// A number that is not bound to a statistic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseNumber {
    /// As typed.
    pub typed: String,
    /// The words right before it, as a reader sees them, so that it can be found among its like.
    pub before: String,
    /// The link to a page in whose text it stands, if it stands in one.
    pub link: Option<LinkText>,
}

/// A link to a page, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkText {
    /// Where it leads.
    pub target: Target,
    /// Its text.
    pub text: String,
}

/// What an author pointed at, not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file named by a relative path, with an anchor or none.
    File {
        /// The path as typed, decoded.
        path: Box<str>,
        /// The query with its `?`, as typed; empty without one.
        query: Box<str>,
        /// The anchor without its `#`.
        anchor: Option<Box<str>>,
    },
    /// An address on this site that begins with `/`.
    Address(Box<str>),
    /// An anchor on the same page.
    Anchor(Box<str>),
    /// A statistic, with the text that is bound to it.
    Statistic {
        /// `report.statistic`, or the second half in its own file.
        reference: Box<str>,
        /// The text of the link, markup left out.
        text: Box<str>,
        /// What stands right beside it, where that may be a part of the number.
        beside: Option<Box<Beside>>,
    },
    /// A term of the glossary.
    Term(Box<str>),
    /// An image or another file that a page shows or loads, by its address as typed.
    Image(Box<str>),
    /// A table of statistics.
    Table(Box<super::table::TableBlock>),
}

/// What a reader sees right before and right behind a bound text, in the same block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Before it, with a [`BOUND_MARK`] at each end of other bound texts.
    pub before: Box<str>,
    /// Behind it, likewise.
    pub after: Box<str>,
}

/// Stands where another bound text begins or ends.
pub const BOUND_MARK: char = '\u{1}';

impl Target {
    /// A statistic, not bound to any text yet.
    #[must_use]
    pub fn statistic(reference: &str) -> Self {
        Self::Statistic { reference: reference.into(), text: Box::default(), beside: None }
    }

    /// The anchor on the page of another file.
    #[must_use]
    pub fn anchor(&self) -> Option<&str> {
        if let Self::File { anchor, .. } = self { anchor.as_deref() } else { None }
    }

    /// The query behind the path of another file, with its `?`; empty without one.
    #[must_use]
    pub fn query(&self) -> &str {
        if let Self::File { query, .. } = self { query } else { "" }
    }
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
