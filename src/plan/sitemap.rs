//! How a long sitemap is split: its protocol lets a file list 50,000 addresses, and another file list such files.

use super::{Item, View};
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

#[cfg(test)]
mod tests {
    use super::{MOST, parts_needed};

    #[test]
    fn a_sitemap_is_split_when_it_is_too_long() {
        assert_eq!([0, 1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1].map(parts_needed), [0, 0, 0, 2, 2, 3]);
    }
}
