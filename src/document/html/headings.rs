//! Headings: each has an anchor of its own.

use super::Writer;
use crate::diagnostic::{Place, rules};
use crate::document::escape::{escape, escape_into};
use crate::document::prose::{Heading, Prose};
use pulldown_cmark::HeadingLevel;
use rustc_hash::FxHashMap as HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

/// The anchors of a page.
#[derive(Default)]
pub(super) struct HeadingAnchors {
    /// By anchor: where the heading that has it stands.
    taken: HashMap<String, Range<usize>>,
    /// The number tried last behind a heading's words, so that a thousand equal headings are no burden.
    next: HashMap<String, usize>,
}

impl HeadingAnchors {
    /// An anchor that nothing else has: the words, with a number if they are taken.
    fn free(&mut self, mut words: String, range: &Range<usize>) -> String {
        if words.is_empty() {
            words.push_str("section");
        }
        if self.take(&words, range).is_none() {
            return words;
        }
        let next = self.next.entry(words.clone()).or_default();
        loop {
            *next += 1;
            let id = format!("{words}-{next}");
            if let Entry::Vacant(free) = self.taken.entry(id.clone()) {
                free.insert(range.clone());
                return id;
            }
        }
    }

    /// Takes an anchor, or says where the heading stands that has it.
    fn take(&mut self, id: &str, range: &Range<usize>) -> Option<Range<usize>> {
        match self.taken.entry(id.to_owned()) {
            Entry::Occupied(taken) => Some(taken.get().clone()),
            Entry::Vacant(free) => {
                free.insert(range.clone());
                None
            }
        }
    }
}

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        // Level 1 is the page's own title.
        self.heading = Some(((level as u8).max(2), id.map(str::to_owned), range));
        self.stack.push(Prose::with_room(64));
    }

    pub(super) fn end_heading(&mut self) {
        let inner = self.pop();
        let Some((level, own, range)) = self.heading.take() else { return };
        self.note_level(level, &range);
        let id = match own {
            Some(id) => self.own_anchor(id, &range),
            None => self.anchors.free(slug::slugify(inner.as_text()), &range),
        };
        let tag = ["h2", "h3", "h4", "h5", "h6"][usize::from(level) - 2];
        let html = without_links(&inner);
        let top = self.top();
        top.html.extend(["<", tag, " id=\""]);
        escape_into(&id, &mut top.html);
        top.html.push_str("\">");
        top.append(inner);
        top.html.extend(["</", tag, ">\n"]);
        top.headings.push(Heading { level, id, html });
    }

    /// The anchor that an author wrote.
    fn own_anchor(&mut self, id: String, range: &Range<usize>) -> String {
        if let Some(first) = self.anchors.take(&id, range) {
            let message = format!("the anchor `{id}` is already taken on this page");
            let help = "give this heading another `{#id}`".into();
            self.report(&rules::DUPLICATE_ANCHOR, range, message, help);
            let first = Place { file: self.around.path.clone(), spot: self.around.spot(&first) };
            let told = self.diagnostics.pop().map(|told| told.also(first, "has it already"));
            self.diagnostics.extend(told);
        }
        id
    }
}

/// A heading for the table of contents: links inside links are no HTML.
fn without_links(prose: &Prose) -> String {
    if prose.html.contains('<') { escape(&prose.text()) } else { prose.html.clone() }
}
