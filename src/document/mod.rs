//! One Markdown file → one [`Document`]: its front matter typed, its body as HTML with holes where links go.
//!
//! Each file is read on its own: nothing here knows another document, so a link is only text until the
//! graph resolves it. Templates, numbers and pages are later stages.

pub mod css;
pub mod escape;
pub mod fields;
pub mod front;
pub mod highlight;
mod html;
pub mod kind;
pub mod locate;
mod lost;
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
mod traps;
mod wording;
pub mod yaml;

use crate::config::MarkdownOptions;
use crate::diagnostic::{Checked, Diagnostic, Spot};
use crate::path::SourcePath;
use crate::span::Span;
use fields::FrontMatter;
use highlight::Highlighter;
use kind::DocumentKind;
use prose::{Note, NoteKind, Prose};
use quoted::Quoted;

/// One Markdown file, read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where it stands.
    pub path: SourcePath,
    /// What its folder makes of it.
    pub kind: DocumentKind,
    /// Its front matter; `None` when that is broken and reported.
    pub front: Option<FrontMatter>,
    /// Its body.
    pub body: Prose,
    /// Definition-list entries of the glossary.
    pub definitions: Vec<prose::Definition>,
}

/// Reads one Markdown file.
#[must_use]
pub fn parse(
    path: &SourcePath,
    text: &str,
    options: MarkdownOptions,
    highlighter: &Highlighter,
) -> Checked<Document> {
    let kind = DocumentKind::of(path);
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let parts = front::split(path, text).take(&mut diagnostics);
    let front =
        parts.yaml.and_then(|(yaml, offset)| fields::decode(path, kind, yaml, offset).take(&mut diagnostics));
    let (text, offset) = parts.body;
    let (mut body, definitions) =
        markdown::body(path, text, offset, kind, options, highlighter).take(&mut diagnostics);
    if front.as_ref().is_some_and(may_be_held) && quoted::may_quote(text) {
        note_quoted(text, offset, &mut body);
    }
    Checked { value: Document { path: path.clone(), kind, front, body, definitions }, diagnostics }
}

/// Whether what a page quotes can be held against a text: that of its own source, or those of the sources that it
/// names.
fn may_be_held(front: &FrontMatter) -> bool {
    match front {
        FrontMatter::Report(raw) => raw.snapshot.is_some(),
        FrontMatter::Coverage(raw) => raw.snapshot.is_some(),
        FrontMatter::Finding(_) | FrontMatter::Topic(_) | FrontMatter::Measure(_) | FrontMatter::Page(_) => {
            true
        }
    }
}

/// Notes what is quoted in a body, so that it can be looked for in the archived text of its source.
fn note_quoted(text: &str, offset: usize, body: &mut Prose) {
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
