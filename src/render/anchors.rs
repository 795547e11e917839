//! Links to pages as HTML, each made when it is first wanted: a page is linked to from very many others, and its
//! title and address lie far apart in memory.
//!
//! Which pages there are, and where, is up to the plan.

use super::Model;
use super::prose::without_links;
use super::urls::Urls;
use crate::document::escape::escape_into;
use std::sync::OnceLock;

/// The links to the pages of a site.
pub(super) struct Anchors {
    of_pages: Box<[OnceLock<Anchor>]>,
}

/// A link to a page: `<a href="/reports/a/">Title</a>`.
pub(super) struct Anchor {
    html: Box<str>,
    /// Where the title begins in it.
    title: usize,
}

/// What stands before the address, between it and the title, and behind that.
const BEGINNING: &str = "<a href=\"";
const MIDDLE: &str = "\">";
const END: &str = "</a>";

impl Anchors {
    /// Room for the links to so many pages.
    pub fn new(pages: usize) -> Self {
        Self { of_pages: (0..pages).map(|_| OnceLock::new()).collect() }
    }

    /// The link to a page.
    pub fn to(&self, page: usize, model: Model<'_>) -> &Anchor {
        self.of_pages[page].get_or_init(|| {
            let title = without_links(&model.evidence.pages[page].title);
            let url = Urls::new(&model.config.base).href(&model.plan.addresses[page]);
            Anchor::new(&url, &title)
        })
    }
}

impl Anchor {
    fn new(url: &str, title_html: &str) -> Self {
        let mut html = String::with_capacity(url.len() + title_html.len() + 16);
        html.push_str(BEGINNING);
        escape_into(url, &mut html);
        html.push_str(MIDDLE);
        let title = html.len();
        html.push_str(title_html);
        html.push_str(END);
        Self { html: html.into_boxed_str(), title }
    }

    /// The whole link.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The page's address as it stands in the link.
    pub fn href(&self) -> &str {
        &self.html[BEGINNING.len()..self.title - MIDDLE.len()]
    }

    /// The page's title as inline HTML without links.
    pub fn title(&self) -> &str {
        &self.html[self.title..self.html.len() - END.len()]
    }
}
