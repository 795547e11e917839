//! Titles and addresses of pages, each made when it is first wanted: a page is linked to from very many others, and its
//! title and address lie far apart in memory.
//!
//! Which pages there are, and where, is up to the plan.

use super::Model;
use super::prose::without_links;
use super::urls::Urls;
use super::view::{Html, LinkView, SharedView};
use std::sync::OnceLock;

/// What links to the pages of a site are made of.
pub(super) struct Anchors {
    of_pages: Box<[OnceLock<Anchor>]>,
}

/// What a link to a page is made of.
pub(super) struct Anchor {
    /// The page's title as inline HTML without links.
    pub title: Box<str>,
    /// The page's address with the base path.
    pub url: Box<str>,
    /// Both, for templates.
    pub link: SharedView<LinkView<'static>>,
}

impl Anchors {
    /// Room for so many pages.
    pub fn new(pages: usize) -> Self {
        Self { of_pages: (0..pages).map(|_| OnceLock::new()).collect() }
    }

    /// What a link to a page is made of.
    pub fn to(&self, page: usize, model: Model<'_>) -> &Anchor {
        self.of_pages[page].get_or_init(|| {
            let title = without_links(&model.evidence.pages[page].title);
            let url = Urls::new(&model.config.base).href(&model.plan.addresses[page]);
            let link =
                SharedView::of(&LinkView { title_html: Html(title.clone()), url: url.as_str().into() });
            Anchor { title: title.into(), url: url.into(), link }
        })
    }
}
