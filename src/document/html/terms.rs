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
    let Some(open) = end.rfind("{#").filter(|_| end.ends_with('}')) else { return String::new() };
    let inner = |text: &str| text.rfind("{#").map(|open| text[open + 2..].trim_end_matches('}').to_owned());
    let id = inner(typed.trim_end()).or_else(|| inner(end)).unwrap_or_default();
    term.truncate(term.html[..open].trim_end().len());
    id
}
