//! Finds the line and column of every diagnostic, and sorts them by file and place.

use super::shown;
use crate::config;
use crate::diagnostic::{Diagnostic, Edit, Place, Spot};
use crate::document::locate::{front_tree, locate as locate_in_text, whole};
use crate::path::SourcePath;
use crate::schema::Node;
use crate::source::SourceTree;
use crate::span::{LineColumn, Lines, Span};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::iter;
use std::rc::Rc;

/// A place with its text.
#[derive(Debug, Clone)]
pub struct Where {
    /// The file.
    pub file: SourcePath,
    /// The text of the file; empty when it cannot be shown.
    pub text: Rc<str>,
    /// The bytes that are meant.
    pub span: Span,
    /// Where they start.
    pub start: LineColumn,
    /// Where they end.
    pub end: LineColumn,
    /// A word about them.
    pub label: String,
}

/// A diagnostic with its places found.
#[derive(Debug, Clone)]
pub struct Located {
    /// The diagnostic.
    pub diagnostic: Diagnostic,
    /// Its main place.
    pub primary: Where,
    /// Its other places.
    pub related: Vec<Where>,
    /// What mends it, all of it or nothing; empty when that is not known for certain.
    pub fix: Vec<LocatedEdit>,
}

/// An edit whose text was found.
#[derive(Debug, Clone)]
pub struct LocatedEdit {
    /// The text.
    pub place: Where,
    /// What belongs there.
    pub replacement: String,
}

/// Finds all places. Files are read once, and only those that are named.
#[must_use]
pub fn locate(diagnostics: Vec<Diagnostic>, sources: &SourceTree) -> Vec<Located> {
    let mut finder = Finder { sources, files: HashMap::new() };
    let mut located: Vec<Located> = diagnostics
        .into_iter()
        .map(in_sight)
        .map(|diagnostic| Located {
            primary: finder.find(&diagnostic.primary.place, &diagnostic.primary.text),
            fix: finder.fix(&diagnostic.fix),
            related: diagnostic.related.iter().map(|label| finder.find(&label.place, &label.text)).collect(),
            diagnostic,
        })
        .collect();
    located.sort_by(|one, other| key(one).cmp(&key(other)));
    located
}

/// The diagnostic with its sentences as they may be shown; names and quoted words in them may hold anything.
fn in_sight(mut diagnostic: Diagnostic) -> Diagnostic {
    let texts = [Some(&mut diagnostic.message), diagnostic.help.as_mut(), diagnostic.page.as_mut()];
    let labels =
        iter::once(&mut diagnostic.primary).chain(&mut diagnostic.related).map(|label| &mut label.text);
    for text in texts.into_iter().flatten().chain(labels) {
        if let Cow::Owned(written) = shown(text) {
            *text = written;
        }
    }
    diagnostic
}

fn key(located: &Located) -> (&SourcePath, Span, &str, &str) {
    (&located.primary.file, located.primary.span, located.diagnostic.rule.code, &located.diagnostic.message)
}

/// A file that is named, read once.
struct NamedFile {
    text: Rc<str>,
    lines: Lines,
    /// The tree of its fields and its offset; made when a field is looked for, because few files need it.
    tree: OnceCell<Option<(Node, usize)>>,
}

struct Finder<'a> {
    sources: &'a SourceTree,
    files: HashMap<SourcePath, NamedFile>,
}

/// Whether the program reads files of this kind. Of others nothing is shown: a picture has no lines, and the notes that
/// lie beside a page may be private.
fn is_read(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "md" | "toml" | "html" | "css" | "lock")
}

impl Finder<'_> {
    fn file(&mut self, path: &SourcePath) -> &NamedFile {
        let sources = self.sources;
        self.files.entry(path.clone()).or_insert_with(|| {
            let text = if is_read(path) { sources.shown_text(path) } else { String::new() };
            NamedFile { lines: Lines::of(&text), text: text.into(), tree: OnceCell::new() }
        })
    }

    fn find(&mut self, place: &Place, label: &str) -> Where {
        let file = self.file(&place.file);
        file.place(&place.file, locate_in_text(&file.text, file.tree_for(place), &place.spot), label)
    }

    /// All edits; none when the text of one is not found.
    fn fix(&mut self, edits: &[Edit]) -> Vec<LocatedEdit> {
        let found: Option<Vec<LocatedEdit>> = edits.iter().map(|edit| self.edit(edit)).collect();
        found.unwrap_or_default()
    }

    fn edit(&mut self, edit: &Edit) -> Option<LocatedEdit> {
        let file = self.file(&edit.place.file);
        let within = whole(&file.text, file.tree_for(&edit.place), &edit.place.spot)?;
        let span = edit.find(&file.text, within)?;
        let place = file.place(&edit.place.file, span, "");
        Some(LocatedEdit { place, replacement: edit.replacement.clone() })
    }
}

impl NamedFile {
    /// The tree of the fields, if it takes one to find the place.
    fn tree_for(&self, place: &Place) -> Option<&(Node, usize)> {
        match &place.spot {
            Spot::File | Spot::Span(_) => None,
            Spot::Value(_) | Spot::Key(_) => self.tree.get_or_init(|| tree(&place.file, &self.text)).as_ref(),
        }
    }

    fn place(&self, path: &SourcePath, span: Span, label: &str) -> Where {
        Where {
            file: path.clone(),
            span,
            start: self.lines.line_column(&self.text, span.start),
            end: self.lines.line_column(&self.text, span.end),
            text: Rc::clone(&self.text),
            label: label.to_owned(),
        }
    }
}

fn tree(path: &SourcePath, text: &str) -> Option<(Node, usize)> {
    match path.as_str() {
        "site.toml" => config::tree(text).map(|node| (node, 0)),
        _ => front_tree(path, text),
    }
}
