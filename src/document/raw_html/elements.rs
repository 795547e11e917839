//! What a browser makes of the tags of raw HTML, as far as that decides which of them it sees: elements whose content is
//! text for it, and those that hide what stands in them until they end.
//!
//! A page's raw HTML comes in pieces, with Markdown between, so what is open is kept from one to the next. Where it depends
//! on the elements around whether a browser reads text or tags, such as in a drawing, tags are read and what would be
//! hidden from one of both readings is told.

use crate::diagnostic::Spot;
use crate::document::prose::{Note, NoteKind, Unread};
use html5gum::State;
use std::ops::Range;

/// Elements whose content is text, whatever it looks like.
pub(super) const OF_TEXT: [(&str, State); 9] = [
    ("iframe", State::RawText),
    ("noembed", State::RawText),
    ("noframes", State::RawText),
    ("plaintext", State::PlainText),
    ("script", State::ScriptData),
    ("style", State::RawText),
    ("textarea", State::RcData),
    ("title", State::RcData),
    ("xmp", State::RawText),
];

/// Other elements of which nothing may be seen, or only where their contents are of use; they last until they are ended.
const HOLDERS: [&str; 12] = [
    "audio", "canvas", "datalist", "details", "dialog", "math", "noscript", "object", "select", "svg",
    "template", "video",
];

/// Holders within which the name of an element does not say whether its content is text.
const UNCLEAR: [&str; 4] = ["math", "noscript", "select", "svg"];

/// Parts of drawings and formulas within which HTML goes on.
const HTML_WITHIN: [&str; 9] =
    ["annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title"];

/// The elements that are open.
#[derive(Default)]
pub struct Elements {
    /// The one whose content is text.
    text: Option<(&'static str, Spot)>,
    holders: Vec<(&'static str, Spot)>,
    /// One whose content is text or not, depending on the elements around.
    unclear: Option<(&'static str, Spot)>,
    /// A part of a drawing within which HTML goes on.
    within: Option<&'static str>,
    /// Whether nobody can say in which elements what follows stands.
    mixed: bool,
}

impl Elements {
    /// How much of a piece belongs to an element of text that was begun before: up to its end tag.
    pub(super) fn rest_of_text(&mut self, html: &str) -> usize {
        let Some((name, _)) = self.text else { return 0 };
        let end = end_of_text(html, name);
        if end.is_some() {
            self.text = None;
        }
        end.unwrap_or(html.len())
    }

    /// Whether a stylesheet goes on from an earlier piece.
    pub(super) fn is_in_style(&self) -> bool {
        self.text.as_ref().is_some_and(|(name, _)| *name == "style")
    }

    /// A start tag: how the content of its element is read, and what cannot be told of it.
    pub(super) fn start(
        &mut self,
        tag: &[u8],
        self_closing: bool,
        spot: &Spot,
    ) -> (Option<State>, Option<Unread>) {
        let hidden = self.unclear.as_ref().map(|_| Unread::Drawn);
        self.mixed |= self.within.is_some();
        if self.is_unclear() {
            self.within = named(tag, HTML_WITHIN).or(self.within);
        }
        if let Some(name) = named(tag, HOLDERS).filter(|_| !self_closing || !is_foreign(tag)) {
            self.holders.push((name, spot.clone()));
        }
        let Some((name, state)) = OF_TEXT.into_iter().find(|(name, _)| name.as_bytes() == tag) else {
            return (None, hidden);
        };
        if self.is_unclear() {
            self.unclear = Some((name, spot.clone()));
            return (None, hidden);
        }
        self.text = Some((name, spot.clone()));
        (Some(state), hidden)
    }

    /// An end tag, and what cannot be told of it.
    pub(super) fn end(&mut self, tag: &[u8]) -> Option<Unread> {
        self.text.take_if(|(name, _)| name.as_bytes() == tag);
        self.within.take_if(|name| name.as_bytes() == tag);
        if let Some(at) = self.holders.iter().rposition(|(name, _)| name.as_bytes() == tag) {
            let last = at + 1 == self.holders.len();
            self.mixed |= !last && self.is_unclear();
            self.holders.remove(at);
        }
        if self.unclear.take_if(|(name, _)| name.as_bytes() == tag).is_some() {
            return None;
        }
        self.unclear.as_ref().map(|_| Unread::Drawn)
    }

    /// A remark, at its place in a piece, and what cannot be told of it.
    pub(super) fn remark(&self, html: &str, place: &Range<usize>) -> Option<Unread> {
        let remark = html.get(place.clone()).unwrap_or_default();
        let section = html[place.start.min(html.len())..].strip_prefix("<![CDATA[");
        if let Some(section) = section {
            let section = section.split("]]>").next().unwrap_or(section);
            return section.contains('<').then_some(Unread::Drawn);
        }
        let ends_script = self.holders.iter().any(|(name, _)| *name == "noscript")
            && remark.to_ascii_lowercase().contains("</noscript");
        let is_open = place.end >= html.len() && !remark.ends_with('>');
        let hidden = self.unclear.as_ref().map(|_| Unread::Drawn);
        is_open.then_some(Unread::Remark).or(ends_script.then_some(Unread::End)).or(hidden)
    }

    /// What is still open at the end of a page.
    pub fn unclosed(self) -> impl Iterator<Item = Note> {
        let open = self.text.into_iter().chain(self.unclear).chain(self.holders);
        open.map(|(name, spot)| Note { kind: NoteKind::Unread(Unread::Unclosed(name)), spot })
    }

    fn is_unclear(&self) -> bool {
        self.mixed || self.holders.iter().any(|(name, _)| UNCLEAR.contains(name))
    }
}

/// Where the element of text with this name ends: its end tag, as a browser knows it.
pub(super) fn end_of_text(html: &str, name: &str) -> Option<usize> {
    html.match_indices("</").map(|(at, _)| at).find(|at| {
        let behind = &html[at + 2..];
        behind.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
            && behind[name.len()..].starts_with([' ', '\t', '\n', '\r', '\u{c}', '/', '>'])
    })
}

fn is_foreign(tag: &[u8]) -> bool {
    matches!(tag, b"svg" | b"math")
}

fn named<const N: usize>(tag: &[u8], names: [&'static str; N]) -> Option<&'static str> {
    names.into_iter().find(|name| name.as_bytes() == tag)
}
