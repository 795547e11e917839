//! The glossary.

use crate::document::kind::DocumentKind;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::view::{GlossaryView, PageView, TermView};

impl Renderer<'_> {
    pub(super) fn glossary_page(&self) -> (&'static str, PageView, Option<usize>) {
        let document = self.model.evidence.page_of_kind(DocumentKind::Glossary);
        let frame = match document {
            Some(page) => self.document_frame("glossary", page, self.trails.home(), (None, None)),
            None => self.made_frame("glossary", UrlPath::new("/glossary/"), "glossary"),
        };
        let mut page = self.frame(frame);
        let terms = self.model.graph.orders.terms.iter();
        page.glossary = Some(GlossaryView { terms: terms.map(|term| self.term(*term)).collect() });
        page.mentioned_by_html.clear();
        ("glossary.html", page, document)
    }

    fn term(&self, place: usize) -> TermView {
        /// A term that every page uses would otherwise list the whole site.
        const MOST: usize = 24;
        let term = &self.model.evidence.terms[place];
        let users = self.model.graph.terms[place].iter().filter(|page| **page != term.page);
        TermView {
            id: term.id.clone(),
            term_html: self.inline(term.page, &term.term).into_owned(),
            definition_html: self.inline(term.page, &term.meaning).into_owned(),
            used_by: users.take(MOST).map(|page| self.link(*page)).collect(),
        }
    }
}
