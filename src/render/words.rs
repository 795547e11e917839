//! The words of the site's language: one flat table, laid over the English one.

use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::document::escape::escape;
use crate::evidence::period::PeriodWords;
use crate::path::SourcePath;
use crate::render::view::FactPiece;
use crate::source::SourceTree;
use crate::span::Span;
use memchr::memchr;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The language that every other one falls back on, word by word.
const FALLBACK: &str = "en";

/// Words by key.
#[derive(Debug, Clone)]
pub struct Words {
    table: FxHashMap<String, TableWord>,
    periods: PeriodWords,
}

/// A word as text and as HTML, since pages are full of them.
#[derive(Debug, Clone)]
struct TableWord {
    text: String,
    html: String,
}

/// Loads the English table, and over it those of the language, without and with its region; of each the bundled one first,
/// and over that the author's. So there is always some word.
#[must_use]
pub fn load(sources: &SourceTree, language: &str) -> Checked<Words> {
    let mut words: FxHashMap<String, String> = FxHashMap::default();
    let mut diagnostics = Vec::new();
    for path in tables(sources, language) {
        words.extend(table(sources, &path).take(&mut diagnostics));
    }
    let periods = period_words(&words);
    let table = words.into_iter().map(|(key, text)| (key, TableWord { html: escape(&text), text })).collect();
    Checked { value: Words { table, periods }, diagnostics }
}

/// The tables of a site, the one that covers the others last. Where an author has one of a name, the bundled one of that name
/// stands beside it.
fn tables(sources: &SourceTree, language: &str) -> Vec<SourcePath> {
    let names = languages(language)
        .into_iter()
        .flat_map(|name| [format!("builtin/words.{name}"), format!("words.{name}")]);
    let paths = names.map(|name| SourcePath::new(&format!("templates/{name}.toml")));
    paths.filter(|path| sources.contains(path)).collect()
}

/// The languages whose tables are read, the one that covers the others last.
fn languages(language: &str) -> Vec<&str> {
    let primary = language.split('-').next().unwrap_or(language);
    let mut names = vec![FALLBACK, primary, language];
    names.dedup();
    names
}

/// Whether a file of `templates/` is a table that is read for this language.
#[must_use]
pub fn is_read(file: &str, language: &str) -> bool {
    let name = file.strip_prefix("words.").and_then(|name| name.strip_suffix(".toml"));
    name.is_some_and(|name| languages(language).contains(&name))
}

/// Every key that the program and the bundled templates ask for.
#[must_use]
pub fn bundled_keys() -> BTreeSet<String> {
    bundled().into_keys().collect()
}

/// The words of the program, by key.
#[must_use]
pub fn bundled() -> BTreeMap<String, String> {
    let path = SourcePath::new(&format!("templates/words.{FALLBACK}.toml"));
    table(&SourceTree::in_memory([]), &path).value
}

/// All words of a site by key, as they were typed; of a table that cannot be read it is told elsewhere.
#[must_use]
pub fn sentences(sources: &SourceTree, language: &str) -> BTreeMap<String, String> {
    let mut sentences = bundled();
    for path in tables(sources, language) {
        sentences.extend(table(sources, &path).value);
    }
    sentences
}

/// The names in braces of a sentence, in order.
#[must_use]
pub fn blanks(sentence: &str) -> Vec<&str> {
    let mut rest = sentence;
    let blanks = std::iter::from_fn(|| {
        let (_, blank, after) = next_blank(rest)?;
        rest = after;
        Some(blank)
    });
    blanks.collect()
}

fn table(sources: &SourceTree, path: &SourcePath) -> Checked<BTreeMap<String, String>> {
    let read = sources.text(path).and_then(|text| {
        toml::from_str(&text).map_err(|error: toml::de::Error| {
            let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
            let message = format!("this table of words cannot be read: {}", error.message());
            Diagnostic::new(&rules::INVALID_TOML, Place::span(path, span), message)
                .help("each line is a key, `=`, and a text in quotation marks")
        })
    });
    match read {
        Ok(table) => Checked::clean(table),
        Err(diagnostic) => Checked { value: BTreeMap::new(), diagnostics: vec![diagnostic] },
    }
}

impl Words {
    /// The whole table, for templates.
    #[must_use]
    pub fn table(&self) -> BTreeMap<&str, &str> {
        self.table.iter().map(|(key, word)| (key.as_str(), word.text.as_str())).collect()
    }

    /// The word for a key; the key itself when the table lacks it.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.table.get(key).map_or(key, |word| &word.text)
    }

    /// The same as HTML.
    #[must_use]
    pub fn html<'a>(&'a self, key: &'a str) -> &'a str {
        self.table.get(key).map_or(key, |word| &word.html)
    }

    /// A sentence with its blanks filled.
    #[must_use]
    pub fn fill(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        filled(self.get(key), blanks)
    }

    /// The same as HTML; the values are HTML too.
    #[must_use]
    pub fn fill_html(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        filled(self.html(key), blanks)
    }

    /// A sentence in pieces: what `fill` makes of each blank, and the words between.
    #[must_use]
    pub fn pieces<'p>(
        &'p self,
        key: &'static str,
        mut fill: impl FnMut(&str) -> Vec<FactPiece<'p>>,
    ) -> Vec<FactPiece<'p>> {
        let mut pieces = Vec::new();
        let mut rest = self.get(key);
        while let Some((before, blank, after)) = next_blank(rest) {
            pieces.push(FactPiece::Text(before.into()));
            pieces.extend(fill(blank));
            rest = after;
        }
        pieces.push(FactPiece::Text(rest.into()));
        pieces
    }

    /// What periods are named with.
    #[must_use]
    pub fn periods(&self) -> &PeriodWords {
        &self.periods
    }
}

/// A sentence with its blanks filled.
fn filled(sentence: &str, blanks: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, blank, after)) = next_blank(rest) {
        filled.push_str(before);
        filled.push_str(blanks.iter().find(|(name, _)| *name == blank).map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// What stands before the next blank of a sentence, the blank's name, and what stands behind it.
fn next_blank(sentence: &str) -> Option<(&str, &str, &str)> {
    let open = memchr(b'{', sentence.as_bytes())?;
    let begun = &sentence[open + 1..];
    let close = memchr(b'}', begun.as_bytes()).unwrap_or(begun.len());
    Some((&sentence[..open], &begun[..close], begun.get(close + 1..).unwrap_or("")))
}

/// A point in time is its date alone.
fn period_words(table: &FxHashMap<String, String>) -> PeriodWords {
    let word = |key: &str| table.get(key).map_or(key, String::as_str).to_owned();
    PeriodWords {
        months: std::array::from_fn(|month| word(&format!("month_{}", month + 1))),
        to: word("period_to"),
        until: word("period_until"),
        since: word("period_since"),
        at: String::new(),
        week: word("period_week"),
        financial: word("period_financial"),
        academic: word("period_academic"),
        tax: word("period_tax"),
    }
}
