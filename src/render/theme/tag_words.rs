//! The words of a template's tags: where each stands, and which of them name a value.

use crate::document::template_tags::TemplateTag;
use crate::span::Span;

/// A word and where it stands in its template.
#[derive(Debug, Clone, Copy)]
pub(super) struct TagWord<'t> {
    /// What it says.
    pub text: &'t str,
    /// Where.
    pub span: Span,
}

/// The words of a tag.
pub(super) fn words(tag: TemplateTag<'_>) -> impl Iterator<Item = TagWord<'_>> {
    let mut words = tag.words();
    std::iter::from_fn(move || {
        let text = words.next()?;
        let end = tag.begin + words.at();
        Some(TagWord { text, span: Span::new(end - text.len(), end) })
    })
}

/// Whether a name stands there that is no field, filter, argument or function.
pub(super) fn begins_path(words: &[TagWord<'_>], at: usize) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let before = if at == 0 { "" } else { text(at - 1) };
    let is_argument = text(at + 1) == "=" && text(at + 2) != "=" && before != "=";
    text(at).starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && !matches!(before, "." | "|" | "is")
        && !is_argument
        && text(at + 1) != "("
}

/// Whether a word joins expressions and names nothing.
pub(super) fn is_keyword(word: &str) -> bool {
    matches!(word, "in" | "if" | "elif" | "else" | "or" | "and" | "not" | "is" | "for")
}

/// Words that are values and no names.
pub(super) const NAMELESS: [&str; 7] = ["true", "false", "none", "True", "False", "None", "null"];

/// Whether a word names a tag or what a tag gives a name to, and asks for no value.
pub(super) fn is_declared(words: &[TagWord<'_>], at: usize) -> bool {
    match words[0].text {
        "for" => words.iter().position(|word| word.text == "in").is_none_or(|place| at < place),
        "set" | "set_global" => at < 2,
        "block" | "endblock" | "component" | "endcomponent" | "include" | "extends" => true,
        "else" | "endif" | "endfor" | "endset" | "if" | "elif" => at == 0,
        _ => false,
    }
}

/// Whether a word is a text in quotation marks.
pub(super) fn is_text(word: &str) -> bool {
    word.starts_with(['"', '\'', '`'])
}

/// What stands between quotation marks.
pub(super) fn unquoted(word: &str) -> &str {
    word.trim_matches(['"', '\'', '`'])
}
