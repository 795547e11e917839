//! Finds the line and column of every diagnostic, and sorts them by file and place.

use crate::config;
use crate::diagnostic::{Diagnostic, Place, Spot};
use crate::document::locate::locate as locate_in_document;
use crate::path::SourcePath;
use crate::source::SourceTree;
use crate::span::{LineColumn, Span, line_column};
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
    let mut finder = Finder { sources, texts: HashMap::new(), spots: HashMap::new() };
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

struct Finder<'a> {
    sources: &'a SourceTree,
    texts: HashMap<SourcePath, Rc<str>>,
    spots: HashMap<Place, Span>,
}

impl Finder<'_> {
    fn find(&mut self, place: &Place, label: &str) -> Where {
        let text = self.text(&place.file);
        let span = match self.spots.get(place) {
            Some(span) => *span,
            None => {
                let span = span_of(place, &text);
                self.spots.insert(place.clone(), span);
                span
            }
        };
        Where {
            file: place.file.clone(),
            span,
            start: line_column(&text, span.start),
            end: line_column(&text, span.end),
            text,
            label: label.to_owned(),
        }
    }

    fn text(&mut self, path: &SourcePath) -> Rc<str> {
        if let Some(text) = self.texts.get(path) {
            return Rc::clone(text);
        }
        let text: Rc<str> = self.sources.text(path).unwrap_or_default().into();
        self.texts.insert(path.clone(), Rc::clone(&text));
        text
    }
}

fn span_of(place: &Place, text: &str) -> Span {
    let in_settings = place.file.as_str() == "site.toml";
    let found = match (&place.spot, in_settings) {
        (Spot::Value(field), true) => config::tree(text).map(|node| node.value_span(field)),
        (Spot::Key(field), true) => config::tree(text).map(|node| node.key_span(field)),
        _ => None,
    };
    match found {
        Some(span) => span.clamped(text),
        None => locate_in_document(&place.file, text, &place.spot),
    }
}
