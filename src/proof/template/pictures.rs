//! Pictures in a template that have no words for those who cannot see them.

use super::{Attribute, FaultPart, attributes};
use crate::span::Span;

/// What a picture begins with.
const OPEN: &str = "<img";

/// The addresses of pictures without `alt`, each with the place of its tag.
pub(super) fn without_words(template: usize, text: &str) -> Vec<Attribute> {
    let tags = text.match_indices(OPEN).filter_map(|(begin, _)| tag(text, begin));
    let wordless = tags.filter(|span| !has_alt(&text[span.start..span.end]));
    wordless.map(|span| address(template, text, span)).collect()
}

/// From where a picture begins to the sign that closes it; expressions may have such signs.
fn tag(text: &str, begin: usize) -> Option<Span> {
    let mut at = begin + OPEN.len();
    text[at..].starts_with(|next: char| next.is_whitespace() || next == '/').then_some(())?;
    loop {
        let rest = text.get(at..)?;
        let closing = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
        match closing.into_iter().find(|(open, _)| rest.starts_with(open)) {
            Some((_, close)) => at += rest.find(close)? + close.len(),
            None if rest.starts_with('>') => return Some(Span::new(begin, at + 1)),
            None => at += rest.chars().next()?.len_utf8(),
        }
    }
}

fn has_alt(tag: &str) -> bool {
    let ends = |rest: &str| {
        rest.starts_with(|next: char| next.is_whitespace() || matches!(next, '=' | '>' | '/' | '{'))
    };
    tag.match_indices("alt").any(|(at, name)| {
        tag[..at].ends_with(|before: char| before.is_whitespace() || matches!(before, '"' | '\'' | '}'))
            && ends(&tag[at + name.len()..])
    })
}

/// The address of the picture, at the place of its tag; nothing is known of it where it has no quotation marks.
fn address(template: usize, text: &str, span: Span) -> Attribute {
    let tag = &text[span.start..span.end];
    let typed = attributes(template, tag)
        .into_iter()
        .find(|one| tag[..one.span.start].trim_end_matches(['"', '\'']).ends_with("src="));
    let literals = typed.map_or_else(|| vec![String::new(), String::new()], |typed| typed.literals);
    Attribute { template, part: FaultPart::Picture, span, literals }
}

#[cfg(test)]
mod tests {
    use super::without_words;

    #[test]
    fn pictures_without_alt_are_found_with_their_addresses() {
        let text = "<img src=\"{{ a > b }}x.png\"><img alt=\"\" src='y'>\n<img src='z' {% if a %}alt{% endif %}/><image><img\nsrc=c>";
        let found: Vec<_> = without_words(0, text)
            .into_iter()
            .map(|one| (text[one.span.start..one.span.end].to_owned(), one.literals.join("*")))
            .collect();
        let wanted = [("<img src=\"{{ a > b }}x.png\">", "*x.png"), ("<img\nsrc=c>", "*")];
        assert_eq!(found, wanted.map(|(tag, address)| (tag.to_owned(), address.to_owned())));
    }
}
