//! One Markdown file, read: where its front matter stands, and its body as HTML with holes where links go.
//!
//! Each file is read on its own: nothing here knows another document, so a link is only text until the
//! graph resolves it. Templates, numbers and pages are later stages.

pub mod css;
pub mod escape;
pub mod front;
pub mod highlight;
mod html;
pub mod kind;
pub mod locate;
pub mod markdown;
pub mod origin;
pub mod own_id;
pub mod prose;
pub mod quoted;
pub mod raw_html;
pub mod schemes;
pub mod sections;
pub mod sentence_ends;
pub mod table;
pub mod template_tags;
mod wording;
pub mod yaml;

use crate::diagnostic::Spot;
use crate::span::Span;
use prose::{Note, NoteKind, Prose};
use quoted::Quoted;

/// Notes what is quoted in a body, so that it can be looked for in the archived text of its source.
pub fn note_quoted(text: &str, offset: usize, body: &mut Prose) {
    if !quoted::may_quote(text) {
        return;
    }
    let blocks = markdown::shown(text);
    for (at, range) in quoted::in_blocks(&blocks) {
        let block = &blocks[at];
        let (start, end) = (block.place(range.start), block.place(range.end));
        let span = Span::new(start, end.max(start)).shifted(offset);
        let mut quoted = Quoted::of(&block.text, range);
        // A line of its own below a block quote names whose words they are.
        if let Some(next) =
            blocks.get(at + 1).filter(|next| next.text.trim_start().starts_with(['—', '–', '―']))
        {
            quoted.around.extend(["\n", next.text.trim()]);
        }
        let kind = NoteKind::Quoted(quoted);
        body.notes.push(Note { kind, spot: Spot::Span(span) });
    }
}

/// The words that a field of front matter quotes.
#[must_use]
pub fn quoted_in(field: &Prose) -> Vec<Quoted> {
    let blocks = markdown::shown_of(field);
    quoted::in_blocks(&blocks).into_iter().map(|(at, range)| Quoted::of(&blocks[at].text, range)).collect()
}
