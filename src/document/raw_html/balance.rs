//! Elements that are begun and never ended, and end tags of nothing. Elements that HTML ends by itself, such as a paragraph,
//! are passed over.

use html5gum::emitters::default::{DefaultEmitter, EndTag, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::ops::Range;

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose end tag may be left out, or whose start tag.
const ENDED_BY_THEMSELVES: [&str; 20] = [
    "html", "head", "body", "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th", "frame",
];

/// A tag without its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoneTag {
    /// The name of its element.
    pub name: String,
    /// Whether it begins the element.
    pub begins: bool,
    /// Where it stands.
    pub span: Range<usize>,
}

/// The elements that are open, and what was found of lone tags.
#[derive(Debug, Default)]
pub struct Balance {
    open: Vec<LoneTag>,
    lone: Vec<LoneTag>,
}

/// The lone tags of a text.
#[must_use]
pub fn of(html: &str) -> Vec<LoneTag> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut balance = Balance::default();
    for token in Tokenizer::new_with_emitter(html.to_reader(), emitter) {
        match token {
            Ok(Token::StartTag(tag)) => balance.start(&tag),
            Ok(Token::EndTag(tag)) => balance.end(&tag),
            Ok(_) | Err(_) => {}
        }
    }
    balance.lone_tags()
}

impl Balance {
    /// A start tag.
    pub fn start(&mut self, tag: &StartTag<usize>) {
        let Some(name) = counted(&tag.name) else { return };
        // A slash ends what is part of a drawing, and nothing else.
        if !tag.self_closing || !(self.is_in_drawing() || matches!(name, "svg" | "math")) {
            self.open.push(LoneTag {
                name: name.to_owned(),
                begins: true,
                span: tag.span.start..tag.span.end,
            });
        }
    }

    /// An end tag. What was begun within the element was not ended.
    pub fn end(&mut self, tag: &EndTag<usize>) {
        let Some(name) = counted(&tag.name) else { return };
        match self.open.iter().rposition(|one| one.name == name) {
            Some(at) => self.lone.extend(self.open.drain(at..).skip(1)),
            None => {
                let span = tag.span.start..tag.span.end;
                self.lone.push(LoneTag { name: name.to_owned(), begins: false, span });
            }
        }
    }

    /// What has no counterpart, now that all tags were seen.
    #[must_use]
    pub fn lone_tags(self) -> Vec<LoneTag> {
        let mut lone = self.lone;
        lone.extend(self.open);
        lone
    }

    fn is_in_drawing(&self) -> bool {
        self.open.iter().any(|one| matches!(&*one.name, "svg" | "math"))
    }
}

/// The name of an element that has to be ended.
fn counted(name: &[u8]) -> Option<&str> {
    let name = std::str::from_utf8(name).ok()?;
    (!VOID.contains(&name) && !ENDED_BY_THEMSELVES.contains(&name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn lone_tags_are_found_and_what_html_ends_by_itself_is_not() {
        for (html, wanted) in [
            ("<section><div></section>", vec!["<div>"]),
            ("<div><p>a<p>b<ul><li>c<li>d</ul><br><img src=x></div>", vec![]),
            ("<div><div></div>", vec!["<div>"]),
            ("<p></div></p><main></main>", vec!["</div>"]),
            ("<svg><path d=''/><g></g></svg><svg/><div/>", vec!["<div/>"]),
            ("<script>'<div>'</script><!-- <div> --><textarea><div></textarea>", vec![]),
            ("<table><tr><td>a<tr><td><b>b</table>", vec!["<b>"]),
            ("<title>a <p>b", vec!["<title>"]),
        ] {
            let found: Vec<&str> = of(html).into_iter().map(|one| &html[one.span]).collect();
            assert_eq!(found, wanted, "{html}");
        }
    }
}
