//! Code as HTML with classes, and the two stylesheets that colour it.
//!
//! Highlighting one block costs as much as a whole page, so the syntaxes are loaded when the first block
//! is met and every block is remembered by its content; [`Highlighter::remembered`] can be kept on disk.

use crate::config::HighlightThemes;
use crate::document::escape::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
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
    known: KnownBlocks,
    /// Whether it only tells which languages are known, and leaves code as it is.
    is_plain: bool,
    /// Blocks of this run: those that are known by their key alone.
    used: Mutex<BTreeMap<String, Option<String>>>,
}

/// Blocks of an earlier run, in the text that it left behind: before each block a line with its key and its length.
#[derive(Debug, Default)]
struct KnownBlocks {
    text: String,
    blocks: BTreeMap<String, Range<usize>>,
}

impl KnownBlocks {
    /// The blocks in a text that [`Highlighter::remembered`] gave; none when it is any other.
    fn read(text: String) -> Self {
        blocks(&text).map(|blocks| Self { text, blocks }).unwrap_or_default()
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.blocks.get(key).map(|block| &self.text[block.clone()])
    }
}

fn blocks(text: &str) -> Option<BTreeMap<String, Range<usize>>> {
    let mut blocks = BTreeMap::new();
    let mut at = 0;
    while at < text.len() {
        let (head, rest) = text[at..].split_once('\n')?;
        let (key, length) = head.split_once(' ')?;
        let length: usize = length.parse().ok()?;
        rest.get(..length)?;
        let start = at + head.len() + 1;
        at = start + length;
        blocks.insert(key.to_owned(), start..at);
    }
    Some(blocks)
}

impl Highlighter {
    /// A highlighter that already knows the blocks of an earlier run, as that run [remembered](Self::remembered) them.
    #[must_use]
    pub fn with_memory(text: String) -> Self {
        Self { known: KnownBlocks::read(text), ..Self::default() }
    }

    /// One that only tells which languages are known: nobody looks at code that is checked and thrown away.
    #[must_use]
    pub fn of_languages() -> Self {
        Self { is_plain: true, ..Self::default() }
    }

    /// The HTML inside `<code>`; `None` when the language is unknown.
    pub fn html(&self, language: &str, code: &str) -> Option<String> {
        if self.is_plain {
            return syntax(language).map(|_| escape(code));
        }
        let key = key(language, code);
        if let Some(html) = self.known.get(&key) {
            self.used().insert(key, None);
            return Some(html.to_owned());
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

    /// Every block of this run, for the next one; `None` when the earlier run knew exactly the same.
    pub fn remembered(&self) -> Option<String> {
        let used = self.used();
        if used.len() == self.known.blocks.len() && used.values().all(Option::is_none) {
            return None;
        }
        let mut text = String::new();
        for (key, new) in &*used {
            let html = new.as_deref().or_else(|| self.known.get(key)).unwrap_or_default();
            writeln!(text, "{key} {}", html.len()).expect("writing to a string does not fail");
            text.push_str(html);
        }
        Some(text)
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

/// The longest word of code that is highlighted, in bytes. Syntaxes look again and again at longer ones, in a time that
/// grows with the square, and they are data rather than code.
const LONGEST_WORD: usize = 200;

fn has_long_word(code: &str) -> bool {
    let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.split(|letter| !is_in_word(letter)).any(|word| word.len() > LONGEST_WORD)
}

fn classed(syntax: &SyntaxReference, code: &str) -> String {
    if has_long_word(code) {
        return escape(code);
    }
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

/// Whether a theme's colours are for a dark ground.
#[must_use]
pub fn is_dark(theme: &str) -> bool {
    let ground = THEMES.themes.get(theme).and_then(|theme| theme.settings.background);
    // Grounds are nearly white or nearly black.
    ground.is_some_and(|ground| u16::from(ground.r) + u16::from(ground.g) + u16::from(ground.b) < 3 * 128)
}

/// One stylesheet for all themes; the dark one applies when the reader prefers dark.
#[must_use]
pub fn stylesheet(themes: &HighlightThemes) -> String {
    let HighlightThemes { light, dark, print, are_dark: _ } = themes;
    let mut css = String::new();
    let is_one = light == print;
    if !is_one {
        write_theme(&mut css, print, "@media print");
    }
    write_theme(&mut css, light, if is_one { "" } else { "@media screen" });
    write_theme(&mut css, dark, "@media screen and (prefers-color-scheme: dark)");
    css
}

fn write_theme(css: &mut String, theme: &str, condition: &str) {
    let rules =
        THEMES.themes.get(theme).and_then(|theme| css_for_theme_with_class_style(theme, CLASSES).ok());
    let rules = rules.unwrap_or_default();
    let written = match condition {
        "" => writeln!(css, "{rules}"),
        _ => writeln!(css, "{condition} {{\n{rules}\n}}"),
    };
    written.expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::{HighlightThemes, Highlighter, stylesheet, themes};

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

    /// Found by random inputs: twenty such lines of C# took two seconds.
    #[test]
    fn code_with_a_long_word_is_left_as_it_is() {
        let code = |length| format!("{} = 1;\n", "u".repeat(length));
        let html = |length| Highlighter::default().html("cs", &code(length)).expect("C# is known");
        assert!(html(200).contains("s-"), "{}", html(200));
        assert_eq!(html(201), code(201));
    }

    #[test]
    fn a_memory_that_broke_is_none() {
        let highlighter = Highlighter::default();
        highlighter.html("rust", "let a = \"é\";\n").expect("Rust is known");
        highlighter.html("rust", "let b = 2;\n").expect("Rust is known");
        let memory = highlighter.remembered().expect("blocks were added");
        assert_eq!(Highlighter::with_memory(memory.clone()).known.blocks.len(), 2);
        for cut in (1..memory.len()).filter(|cut| memory.is_char_boundary(*cut)) {
            let known = Highlighter::with_memory(memory[..cut].to_owned()).known;
            assert!(known.blocks.values().all(|block| known.text.get(block.clone()).is_some()));
            assert!(known.blocks.len() < 2, "{cut}");
        }
        for broken in ["{}", "key", "key 5\nabc", "key 1\né", "key -1\n", "\n\n"] {
            assert!(Highlighter::with_memory(broken.to_owned()).known.blocks.is_empty(), "{broken}");
        }
    }

    #[test]
    fn both_themes_are_in_the_stylesheet() {
        let names: Vec<_> = themes().collect();
        let named = |place: usize| names[place].to_owned();
        let mut themes =
            HighlightThemes { light: named(0), dark: named(1), print: named(0), are_dark: [false, true] };
        let css = stylesheet(&themes);
        assert!(css.contains(".s-") && css.contains("prefers-color-scheme: dark") && !css.contains("print"));
        themes.print = named(2);
        assert!(stylesheet(&themes).contains("@media print"));
    }
}
