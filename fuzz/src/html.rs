//! The HTML that Markdown becomes: holes in it, and what it may not hold where raw HTML is off.

use cscare_site::document::prose::Prose;

/// Tags that nothing but raw HTML can bring.
const FOREIGN: [&str; 14] = [
    "script", "iframe", "style", "form", "object", "embed", "svg", "math", "link", "meta", "base", "video",
    "audio", "button",
];

/// Tags that have no end.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// Fails unless holes and words stand in order and between characters.
pub fn expect_holes(prose: &Prose) {
    let holes = prose.holes.iter().map(|hole| hole.at);
    let words = prose.words.iter().map(|word| word.at);
    for places in [holes.collect::<Vec<_>>(), words.collect()] {
        assert!(places.is_sorted(), "{places:?}");
        assert!(places.iter().all(|at| prose.html.is_char_boundary(*at)), "{places:?} in {}", prose.html);
    }
}

/// Fails unless the HTML holds only what Markdown can say, and every tag is closed where it was opened.
pub fn expect_harmless(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let end = end_of_tag(tag).unwrap_or_else(|| panic!("a tag never ends: {html}"));
        see(&tag[..end], &mut open, html);
        rest = &tag[end + 1..];
    }
    assert!(open.is_empty(), "{open:?} are never closed: {html}");
}

/// Takes in the inside of a tag.
fn see<'h>(tag: &'h str, open: &mut Vec<&'h str>, html: &str) {
    if let Some(name) = tag.strip_prefix('/') {
        assert_eq!(open.pop(), Some(name), "`{name}` is closed: {html}");
        return;
    }
    let name = tag.split([' ', '/']).next().unwrap_or(tag);
    assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "`{name}`: {html}");
    assert!(!FOREIGN.contains(&name), "`{name}`: {html}");
    for attribute in tag.split('"').step_by(2) {
        assert!(!attribute.trim_start().to_ascii_lowercase().starts_with("on"), "`{attribute}`: {html}");
    }
    if !VOID.contains(&name) {
        open.push(name);
    }
}

/// The byte of the `>` that ends a tag; values stand in double quotation marks.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut is_quoted = false;
    tag.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    })
}
