//! What rules may have something to say about is noted while it is written: words, headings, tables.

use super::Writer;
use crate::document::escape::plain_text;
use crate::document::markdown::in_field;
use crate::document::prose::{Note, NoteKind};
use crate::document::raw_html;
use crate::document::wording::{self, Passage};
use pulldown_cmark::Tag;
use std::ops::Range;

/// How much of the text and the HTML before a number is looked at for words, in bytes.
const NEAR: usize = 128;

impl Writer<'_> {
    /// Notes where a paragraph, cell or heading begins.
    pub(super) fn begin_block(&mut self, tag: &Tag<'_>, start: usize) {
        if !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ) {
            self.end_beside();
        }
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => self.block = start,
            Tag::BlockQuote(_) => self.quoted.push(!is_callout(&self.around.text[start..])),
            _ => {}
        }
    }

    pub(super) fn note(&mut self, kind: NoteKind, range: &Range<usize>) {
        let spot = self.around.spot(range);
        self.top().notes.push(Note { kind, spot });
    }

    /// Notes numbers and times among words that are not bound, quoted or code.
    pub(super) fn note_words(&mut self, range: &Range<usize>) {
        let heed = self.around.options.heed;
        let is_heeded = heed.numbers || heed.times && heed.english;
        if !is_heeded || self.quoted.contains(&true) || self.links.iter().any(|link| link.is_bound) {
            return;
        }
        let source = self.around.text;
        let seen = std::mem::take(&mut self.seen);
        let passage = match self.around.field {
            Some(field) => in_field(field, source, self.block, &seen),
            None => Passage {
                source,
                block: self.block,
                is_heading: self.heading.is_some(),
                defines: self.around.defines,
                seen: &seen,
            },
        };
        let words = range.start;
        wording::scan(passage, range.clone(), heed, |found, range| {
            let before = self.shown_before(source.get(words..range.start).unwrap_or(""));
            self.note(found.noted(&source[range.clone()], &before), &range);
        });
        self.seen = seen;
    }

    /// Notes numbers and times in the text of a block of raw HTML, as it stands in the source.
    pub(super) fn note_html(&mut self, range: &Range<usize>) {
        if !self.around.options.raw_html {
            return;
        }
        self.note_labels(range);
        let source = self.around.text;
        self.block = range.start;
        for text in raw_html::texts(&source[range.clone()]) {
            self.note_words(&(range.start + text.start..range.start + text.end));
        }
    }

    /// Notes the words in attributes of raw HTML.
    pub(super) fn note_labels(&mut self, range: &Range<usize>) {
        let html = &self.around.text[range.clone()];
        if self.around.options.raw_html && html.contains('=') {
            for words in raw_html::figures::worded(html) {
                let text = plain_text(&html[words.clone()]);
                self.note_aside(&text, &(range.start + words.start..range.start + words.end));
            }
        }
    }

    /// Notes words that stand beside the text, if numbers are looked for.
    pub(super) fn note_aside(&mut self, words: &str, range: &Range<usize>) {
        if self.around.options.heed.numbers && !words.trim().is_empty() {
            self.note(NoteKind::Aside(words.to_owned()), range);
        }
    }

    /// The end of what a reader sees up to here, and then `words`; these alone when there are many.
    fn shown_before(&mut self, words: &str) -> String {
        if words.len() > NEAR {
            return end_of(words, NEAR).to_owned();
        }
        plain_text(end_of_html(&self.top().html, NEAR)) + words
    }

    /// Notes a heading that skips a level.
    pub(super) fn note_level(&mut self, level: u8, range: &Range<usize>) {
        let from = std::mem::replace(&mut self.level, level);
        if level > from + 1 {
            self.note(NoteKind::HeadingJump { from, to: level }, range);
        }
    }
}

/// Whether a block with `>` is the author's own: one that opens with bold words or a mark such as `[!NOTE]`, or that binds
/// a number. Any other is what somebody else says.
fn is_callout(source: &str) -> bool {
    let block = source.split("\n\n").next().unwrap_or_default();
    let first = block.trim_start_matches(['>', ' ']);
    first.starts_with("**") || first.starts_with("[!") || block.contains("](stat:")
}

/// The last bytes of HTML, from behind the tag in which they may begin.
pub(super) fn end_of_html(html: &str, bytes: usize) -> &str {
    let near = end_of(html, bytes);
    match (near.find('>'), near.find('<')) {
        (Some(close), open) if near.len() < html.len() && open.is_none_or(|open| close < open) => {
            &near[close + 1..]
        }
        (Some(_) | None, _) => near,
    }
}

/// The last bytes of a text.
fn end_of(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
