//! Code as HTML with classes, and the two stylesheets that colour it.
//!
//! Highlighting one block costs as much as a whole page, so the syntaxes are loaded when the first block
//! is met and every block is remembered by its content; [`Highlighter::remembered`] can be kept on disk.

use crate::document::escape::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use syntect::highlighting::ThemeSet;
use syntect::html::{ClassStyle, ClassedHTMLGenerator, css_for_theme_with_class_style};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Prefix of every class, so that a theme's `string` is not an author's.
const CLASSES: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "s-" };

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
static THEMES: LazyLock<ThemeSet> = LazyLock::new(ThemeSet::load_defaults);

/// Highlights code and remembers what it has done.
#[derive(Debug, Default)]
pub struct Highlighter {
    /// Blocks of an earlier run.
    known: BTreeMap<String, String>,
    /// Blocks of this run: those that are known by their key alone.
    used: Mutex<BTreeMap<String, Option<String>>>,
}

impl Highlighter {
    /// A highlighter that already knows the blocks of an earlier run.
    #[must_use]
    pub fn with_memory(known: BTreeMap<String, String>) -> Self {
        Self { known, used: Mutex::default() }
    }

    /// The HTML inside `<code>`; `None` when the language is unknown.
    pub fn html(&self, language: &str, code: &str) -> Option<String> {
        let key = key(language, code);
        if let Some(html) = self.known.get(&key) {
            self.used().insert(key, None);
            return Some(html.clone());
        }
        if let Some(Some(html)) = self.used().get(&key) {
            return Some(html.clone());
        }
        let html = classed(syntax(language)?, code);
        self.used().insert(key, Some(html.clone()));
        Some(html)
    }

    fn used(&self) -> MutexGuard<'_, BTreeMap<String, Option<String>>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every block of this run by the hash of its language and text; `None` when the earlier run knew exactly the same.
    pub fn remembered(&self) -> Option<BTreeMap<String, String>> {
        let used = self.used();
        if used.len() == self.known.len() && used.values().all(Option::is_none) {
            return None;
        }
        let html = |key: &String, new: &Option<String>| new.clone().or_else(|| self.known.get(key).cloned());
        Some(used.iter().filter_map(|(key, new)| Some((key.clone(), html(key, new)?))).collect())
    }
}

fn key(language: &str, code: &str) -> String {
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    for part in [env!("CARGO_PKG_VERSION"), language, code] {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    format!("{:032x}", hash.digest128())
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    SYNTAXES.find_syntax_by_token(language)
}

fn classed(syntax: &SyntaxReference, code: &str) -> String {
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, CLASSES);
    for line in LinesWithEndings::from(code) {
        if generator.parse_html_for_line_which_includes_newline(line).is_err() {
            return escape(code);
        }
    }
    generator.finalize()
}

/// Names of languages that can be highlighted, for a suggestion.
pub fn languages() -> impl Iterator<Item = &'static str> {
    SYNTAXES.syntaxes().iter().flat_map(|syntax| syntax.file_extensions.iter().map(String::as_str))
}

/// Names of the themes that can be chosen.
pub fn themes() -> impl Iterator<Item = &'static str> {
    THEMES.themes.keys().map(String::as_str)
}

/// One stylesheet for two themes; the dark one applies when the reader prefers dark.
#[must_use]
pub fn stylesheet(light: &str, dark: &str) -> String {
    let mut css = String::new();
    for (theme, condition) in [(light, ""), (dark, "@media screen and (prefers-color-scheme: dark)")] {
        let rules =
            THEMES.themes.get(theme).and_then(|theme| css_for_theme_with_class_style(theme, CLASSES).ok());
        let rules = rules.unwrap_or_default();
        let written = if condition.is_empty() {
            writeln!(css, "{rules}")
        } else {
            writeln!(css, "{condition} {{\n{rules}\n}}")
        };
        written.expect("writing to a string does not fail");
    }
    css
}

#[cfg(test)]
mod tests {
    use super::{Highlighter, stylesheet, themes};

    #[test]
    fn code_is_classed_and_remembered() {
        let highlighter = Highlighter::default();
        let html = highlighter.html("rust", "let a = \"<\";\n").expect("Rust is known");
        assert!(html.contains("s-string") && html.contains("&lt;"), "{html}");
        assert_eq!(highlighter.html("nonsense", "x"), None);
        let memory = highlighter.remembered().expect("a block was added");
        let again = Highlighter::with_memory(memory);
        assert_eq!(again.html("rust", "let a = \"<\";\n").as_deref(), Some(html.as_str()));
        assert_eq!(again.remembered(), None);
    }

    #[test]
    fn both_themes_are_in_the_stylesheet() {
        let names: Vec<_> = themes().collect();
        let css = stylesheet(names[0], names[1]);
        assert!(css.contains(".s-") && css.contains("prefers-color-scheme: dark"));
    }
}
