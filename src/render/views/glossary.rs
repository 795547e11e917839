//! The glossary.

use super::page::RenderedPage;
use crate::document::kind::DocumentKind;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::view::{GlossaryView, KindView, TermView};

impl Renderer<'_> {
    pub(super) fn glossary_page(&self) -> RenderedPage<'_> {
        let document = self.model.evidence.page_of_kind(DocumentKind::Glossary);
        let frame = match document {
            Some(page) => self.document_frame(page, self.trails.home(), (None, None)),
            None => self.made_frame(UrlPath::new("/glossary/"), "glossary"),
        };
        let mut page = self.frame(frame);
        let terms = self.model.graph.orders.terms.iter();
        let view = GlossaryView { terms: terms.map(|term| self.term(*term)).collect() };
        page.view.mentioned_by.clear();
        page.with(KindView::Glossary(view))
    }

    fn term(&self, place: usize) -> TermView<'_> {
        /// A term that every page uses would otherwise list the whole site.
        const MOST: usize = 24;
        let term = &self.model.evidence.terms[place];
        let users = self.model.graph.terms[place].iter().filter(|page| **page != term.page);
        TermView {
            id: &term.id,
            term_html: self.prose(term.page, &term.term),
            definition_html: self.prose(term.page, &term.meaning),
            used_by: users.take(MOST).map(|page| self.link(*page)).collect(),
        }
    }
}
