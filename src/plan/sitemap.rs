//! How a long sitemap is split: its protocol lets a file list 50,000 addresses, and another file list such files.

use super::{Item, Planner, View};
use crate::path::UrlPath;

/// The most addresses of a file.
pub const MOST: usize = 50_000;

/// Whether a sitemap lists this.
#[must_use]
pub fn is_listed(item: &Item) -> bool {
    matches!(item, Item::Page(view) if *view != View::NotFound)
}

/// How many parts there are of so many pages; none when one file is enough.
#[must_use]
pub fn parts_needed(pages: usize) -> usize {
    if pages > MOST { pages.div_ceil(MOST) } else { 0 }
}

/// Where a part is.
#[must_use]
pub fn part_address(number: usize) -> UrlPath {
    UrlPath::new(&format!("/sitemap-{number}.xml"))
}

impl Planner<'_> {
    /// The parts of a sitemap that is too long for one file.
    pub(super) fn sitemaps(&mut self) {
        let pages = self.items.iter().filter(|(_, item)| is_listed(item)).count();
        // Without whole addresses there is no sitemap.
        let parts = if self.config.base.is_whole() { parts_needed(pages) } else { 0 };
        for number in 1..=parts {
            self.put(&part_address(number), Item::SitemapPart(number), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, parts_needed};

    #[test]
    fn a_sitemap_is_split_when_it_is_too_long() {
        assert_eq!([0, 1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1].map(parts_needed), [0, 0, 0, 2, 2, 3]);
    }
}
