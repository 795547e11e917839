//! What the main menu and the footer name.

use super::{Item, ListSection, Plan, Planner, View, list_page, pages_needed};
use crate::document::kind::DocumentKind;
use crate::evidence::Evidence;
use crate::evidence::record::Page;
use crate::path::UrlPath;

/// Sections of the main menu that exist: key and address.
#[must_use]
pub fn sections(plan: &Plan) -> Vec<(&'static str, UrlPath)> {
    let lists = ListSection::ALL.into_iter().map(|section| (section.key(), section.address()));
    let more =
        ["recommendations", "glossary"].into_iter().map(|key| (key, UrlPath::new(&format!("/{key}/"))));
    lists.chain(more).filter(|(_, url)| plan.items.contains_key(&url.output())).collect()
}

/// The most plain pages that a footer names: more of them would be most of each page.
pub const MOST_IN_FOOTER: usize = 12;

/// Whether a footer names such a page, while there are not too many.
pub(super) fn is_for_the_footer(page: &Page) -> bool {
    page.kind == DocumentKind::Page && page.path.folder() == "content"
}

/// Plain pages at the top of the site, by order and title.
#[must_use]
pub fn plain_pages(evidence: &Evidence, plan: &Plan) -> Vec<usize> {
    let mut pages: Vec<usize> = (0..evidence.pages.len())
        .filter(|page| is_for_the_footer(&evidence.pages[*page]))
        .filter(|page| {
            plan.items.get(&plan.addresses[*page].output()) == Some(&Item::Page(View::Plain(*page)))
        })
        .collect();
    pages.sort_by_cached_key(|page| {
        let page = &evidence.pages[*page];
        (page.order.unwrap_or(i64::MAX), page.title.text().to_lowercase())
    });
    pages
}

impl Planner<'_> {
    /// The list of plain pages, when there are too many for a footer; it gives way to what an author has there.
    pub(super) fn plain_list(&mut self) {
        let pages = self.evidence.pages.iter().filter(|page| is_for_the_footer(page)).count();
        let is_free = |url: &&str| !self.folders.contains_key(url.trim_matches('/'));
        let address = ["/pages/", "/all-pages/"].into_iter().find(is_free);
        if let Some(first) = address.filter(|_| pages > MOST_IN_FOOTER).map(UrlPath::new) {
            for number in 1..=pages_needed(pages, self.config.page_size) {
                self.put(&list_page(&first, number), Item::Page(View::Pages(number)), None);
            }
            self.plan.plain_list = Some(first);
        }
    }
}
