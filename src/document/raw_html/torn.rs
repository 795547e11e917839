//! Remarks and tags that are begun and never ended. They take in what stands behind them, up to the next sign that would end
//! them, or all of it.

use html5gum::Error;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::ops::Range;

/// What begins a remark.
const REMARK: &str = "<!--";

/// What is never ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Torn {
    /// `<!--` without `-->`.
    Remark,
    /// A tag without its `>`, or with a quotation mark that opens and does not close.
    Tag,
}

/// Finds what is torn while a text is read.
#[derive(Debug, Default)]
pub struct Tears {
    /// The byte behind what was read last.
    read: usize,
    /// What was found, and where it begins.
    pub found: Vec<(Torn, Range<usize>)>,
}

/// What is torn in a text.
#[must_use]
pub fn of(html: &str) -> Vec<(Torn, Range<usize>)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut tears = Tears::default();
    for token in Tokenizer::new_with_emitter(html.to_reader(), emitter) {
        let Ok(token) = token;
        tears.take(&token, html);
    }
    tears.found
}

impl Tears {
    /// The next token.
    pub fn take(&mut self, token: &Token<usize>, html: &str) {
        let (torn, span) = match token {
            Token::StartTag(tag) => (is_torn(tag).then_some(Torn::Tag), tag.span.start..tag.span.end),
            Token::EndTag(tag) => {
                let inner = html.get(tag.span.start + 1..tag.span.end).unwrap_or_default();
                (inner.contains('<').then_some(Torn::Tag), tag.span.start..tag.span.end)
            }
            Token::Comment(remark) => {
                let text = String::from_utf8_lossy(&remark.value);
                (text.contains(REMARK).then_some(Torn::Remark), remark.span.start..remark.span.end)
            }
            Token::Error(error) => return self.end(error.value, html),
            Token::String(_) | Token::Doctype(_) => return,
        };
        self.found.extend(torn.map(|torn| (torn, begin(html, span.start))));
        self.read = span.end;
    }

    /// What the end of the text leaves open.
    fn end(&mut self, error: Error, html: &str) {
        let rest = html.get(self.read..).unwrap_or_default();
        let (torn, at) = match error {
            Error::EofInComment => (Torn::Remark, rest.find(REMARK)),
            Error::EofInTag => {
                (Torn::Tag, rest.match_indices('<').map(|(at, _)| at).find(|at| opens(&rest[*at..])))
            }
            _ => return,
        };
        self.found.extend(at.map(|at| (torn, begin(html, self.read + at))));
    }
}

/// Whether a tag begins so.
fn opens(text: &str) -> bool {
    let name = text[1..].trim_start_matches('/');
    name.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// Whether a name in a tag has a sign that only a mark that was forgotten leaves there.
fn is_torn(tag: &StartTag<usize>) -> bool {
    let has = |name: &[u8]| name.iter().any(|byte| matches!(byte, b'<' | b'"' | b'\''));
    has(&tag.name) || tag.attributes.keys().any(|name| has(name))
}

/// The first line of what begins there.
fn begin(html: &str, at: usize) -> Range<usize> {
    let rest = html.get(at..).unwrap_or_default();
    at..at + rest.find(['\n', '\r']).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_is_never_ended_is_found_and_nothing_else() {
        for (html, wanted) in [
            ("<p>a <!-- my box\n<p>b", vec!["<!-- my box"]),
            ("<p>a <!-- my box\n<p>b <!-- c --> d", vec!["<!-- my box"]),
            ("a <p title=\"Beta>b\nc</p>", vec!["<p title=\"Beta>b"]),
            ("<p title=\"Beta>b</p><a href=\"x\">c</a>", vec!["<p title=\"Beta>b</p><a href=\"x\">c</a>"]),
            ("<p>x</p </main>", vec!["</p </main>"]),
            ("<p>x</p\n<b>y</b>", vec!["</p"]),
            ("1 < 2 <p>x</p", vec!["</p"]),
            ("<a href=\"x\" <b>y</b>", vec!["<a href=\"x\" <b>y</b>"]),
            ("<!-- a -- > b --><p title='a > \"b\" <c>' class=   >x</p><br/><a href=a'b>", vec![]),
            ("<script>'<!--'</script><style>/* <p */</style><textarea><!-- </textarea> 1 < 2 & <", vec![]),
        ] {
            let found: Vec<&str> = of(html).into_iter().map(|(_, span)| &html[span]).collect();
            assert_eq!(found, wanted, "{html}");
        }
    }
}
