//! Definition lists; in the glossary they are terms.

use super::Writer;
use crate::document::prose::{Definition, Prose};
use std::ops::Range;

impl Writer<'_> {
    pub(super) fn open_unless_glossary(&mut self, html: &str) {
        if !self.around.glossary {
            self.push(html);
        }
    }

    pub(super) fn start_term(&mut self, range: Range<usize>) {
        if self.around.glossary {
            let spot = self.around.spot(&range);
            let (term, meaning) = (Prose::default(), Prose::default());
            self.term = range;
            self.definitions.push(Definition { id: String::new(), term, meaning, spot });
            self.stack.push(Prose::default());
        } else {
            self.push("<dt>");
        }
    }

    pub(super) fn end_term(&mut self) {
        if !self.around.glossary {
            self.push("</dt>\n");
            return;
        }
        let mut term = self.pop();
        let typed = std::mem::take(&mut self.term);
        if let Some(definition) = self.definitions.last_mut() {
            definition.id = cut_id(&mut term, self.around.text.get(typed).unwrap_or(""));
            definition.term = term.fitted();
        }
    }

    pub(super) fn start_meaning(&mut self) {
        if self.around.glossary {
            self.stack.push(Prose::default());
        } else {
            self.push("<dd>");
        }
    }

    pub(super) fn end_meaning(&mut self) {
        if !self.around.glossary {
            self.push("</dd>\n");
            return;
        }
        let meaning = self.pop();
        if let Some(definition) = self.definitions.last_mut() {
            definition.meaning.append(meaning);
        }
    }
}

/// Takes `{#id}` off the end of a term. The id is what the author `typed`, so that a mark in it is seen as
/// such and not as its HTML; what would have filled holes in it goes with it.
fn cut_id(term: &mut Prose, typed: &str) -> String {
    let end = term.html.trim_end();
    let is_id = |open: &usize| end.ends_with('}') && !closes_more(&end[*open..]);
    let Some(open) = end.rfind("{#").filter(is_id) else { return String::new() };
    let inner = |text: &str| text.rfind("{#").map(|open| text[open + 2..].trim_end_matches('}').to_owned());
    let id = inner(typed.trim_end()).or_else(|| inner(end)).unwrap_or_default();
    term.truncate(term.html[..open].trim_end().len());
    id
}

/// Whether a piece of HTML closes a tag that it does not open.
fn closes_more(html: &str) -> bool {
    let name = |tag: &str| tag.split([' ', '/', '>']).next().unwrap_or("").to_owned();
    let mut open: Vec<String> = Vec::new();
    html.split('<').skip(1).any(|tag| {
        let Some(closed) = tag.strip_prefix('/').map(name) else {
            open.push(name(tag));
            return false;
        };
        let opened = open.iter().rposition(|one| *one == closed);
        open.truncate(opened.unwrap_or(0));
        opened.is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::cut_id;
    use crate::document::prose::Prose;

    fn cut(html: &str) -> (String, String) {
        let mut term = Prose::with_room(html.len());
        term.html.push_str(html);
        let id = cut_id(&mut term, html);
        (term.html, id)
    }

    /// Found by random inputs: code that began in a term and ended in its id was never closed.
    #[test]
    fn an_id_takes_no_half_of_a_tag_with_it() {
        for (html, term, id) in [
            ("a <em>b</em> {#c}", "a <em>b</em>", "c"),
            ("a {#<em>b</em>}", "a", "<em>b</em>"),
            ("a <code>b {#c</code> d}", "a <code>b {#c</code> d}", ""),
            ("<em>a {#<em>b</em></em>}", "<em>a {#<em>b</em></em>}", ""),
        ] {
            assert_eq!(cut(html), (term.to_owned(), id.to_owned()), "{html}");
        }
    }
}
