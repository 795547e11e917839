//! Finds the line and column of every diagnostic, and sorts them by file and place.

use crate::config;
use crate::diagnostic::{Diagnostic, Place, Spot};
use crate::document::locate::{front_tree, locate as locate_in_text};
use crate::path::SourcePath;
use crate::schema::Node;
use crate::source::SourceTree;
use crate::span::{LineColumn, Span, line_column};
use std::cell::OnceCell;
use std::collections::HashMap;
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
}

/// Finds all places. Files are read once, and only those that are named.
#[must_use]
pub fn locate(diagnostics: Vec<Diagnostic>, sources: &SourceTree) -> Vec<Located> {
    let mut finder = Finder { sources, files: HashMap::new() };
    let mut located: Vec<Located> = diagnostics
        .into_iter()
        .map(|diagnostic| Located {
            primary: finder.find(&diagnostic.primary.place, &diagnostic.primary.text),
            related: diagnostic.related.iter().map(|label| finder.find(&label.place, &label.text)).collect(),
            diagnostic,
        })
        .collect();
    located.sort_by(|one, other| key(one).cmp(&key(other)));
    located
}

fn key(located: &Located) -> (&SourcePath, Span, &str, &str) {
    (&located.primary.file, located.primary.span, located.diagnostic.rule.code, &located.diagnostic.message)
}

/// A file that is named, read once.
struct File {
    text: Rc<str>,
    /// The tree of its fields and its offset; made when a field is looked for, because few files need it.
    tree: OnceCell<Option<(Node, usize)>>,
}

struct Finder<'a> {
    sources: &'a SourceTree,
    files: HashMap<SourcePath, File>,
}

impl Finder<'_> {
    fn find(&mut self, place: &Place, label: &str) -> Where {
        let sources = self.sources;
        let file = self
            .files
            .entry(place.file.clone())
            .or_insert_with(|| File { text: sources.shown_text(&place.file).into(), tree: OnceCell::new() });
        let span = file.span_of(place);
        Where {
            file: place.file.clone(),
            span,
            start: line_column(&file.text, span.start),
            end: line_column(&file.text, span.end),
            text: Rc::clone(&file.text),
            label: label.to_owned(),
        }
    }
}

impl File {
    fn span_of(&self, place: &Place) -> Span {
        let tree = match &place.spot {
            Spot::File | Spot::Span(_) => None,
            Spot::Value(_) | Spot::Key(_) => self.tree.get_or_init(|| tree(&place.file, &self.text)).as_ref(),
        };
        locate_in_text(&self.text, tree, &place.spot)
    }
}

fn tree(path: &SourcePath, text: &str) -> Option<(Node, usize)> {
    match path.as_str() {
        "site.toml" => config::tree(text).map(|node| (node, 0)),
        _ => front_tree(path, text),
    }
}
