//! What the pages of a site have in common, made once: `site`, the words, the head, the footer, and a header for each
//! section.

use super::Model;
use super::theme::{Theme, Values};
use super::view::{Html, SiteView};
use super::views::site::site_view;
use super::words::Words;
use crate::diagnostic::Checked;
use crate::plan::plain_pages;
use std::collections::BTreeMap;

/// Values for the templates of all pages.
pub struct Furniture {
    /// By section of the menu; the home page's are under the empty key.
    sections: BTreeMap<String, Values>,
    /// Those of a page outside all sections.
    plain: Values,
    /// All plain pages at the top of the site, by order and title.
    pub plain_pages: Vec<usize>,
}

/// Makes the furniture. A part whose template fails stays empty.
pub fn make(model: Model<'_>, theme: &Theme, words: &Words) -> Checked<Furniture> {
    let mut diagnostics = Vec::new();
    let plain_pages = plain_pages(model.evidence, model.plan);
    let mut site = site_view(model, words, &plain_pages);
    let bare = Values::default().with("site", &site).with("t", &words.table());
    let mut part = |template, section: &str| {
        let printed = theme.render(template, &bare.with("section", section), "/");
        let html = printed.map_err(|diagnostic| diagnostics.push(diagnostic)).unwrap_or_default();
        Html(String::from_utf8(html).expect("templates are texts").into())
    };
    site.head_html = part("parts/head.html", "");
    site.footer_html = part("parts/footer.html", "");
    let mut with_header = |section: &str| {
        let header_html = part("parts/header.html", section);
        bare.with("site", &SiteView { header_html, ..site.clone() })
    };
    let plain = with_header("-");
    let sections = site.menu.iter().map(|item| item.section.as_str()).chain([""]);
    let sections = sections.map(|section| (section.to_owned(), with_header(section))).collect();
    Checked { value: Furniture { sections, plain, plain_pages }, diagnostics }
}

impl Furniture {
    /// What a template sees beside its page, given the section of the page.
    pub fn of(&self, section: &str) -> &Values {
        self.sections.get(section).unwrap_or(&self.plain)
    }
}
