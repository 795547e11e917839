//! What of a review nothing checks, counted for whoever is about to publish it. Waivers and lowered rules hide none of it.

use super::{Review, notes, unbound_number};

/// How much nothing checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unchecked {
    /// Numbers in prose that are bound to no statistic; `None` where the site's rules do not look for them.
    pub numbers: Option<usize>,
    /// Statistics without a place, an address or an article from which they are known.
    pub statistics: usize,
    /// Statements that name an archived text and were never held against it, or were changed since.
    pub statements: usize,
}

impl Review<'_> {
    /// Counts it.
    #[must_use]
    pub fn unchecked(&self) -> Unchecked {
        let on_page = |page| unbound_number::on_page(self, page).len();
        let is_looked_for = self.config.markdown.heed.numbers;
        let is_nowhere = |at: &usize| {
            let record = self.statistic(*at);
            let has_place = [&record.at, &record.url, &record.origin].iter().any(|text| !text.is_empty());
            !has_place && record.via.is_empty() && record.change.is_none()
        };
        Unchecked {
            numbers: is_looked_for.then(|| notes::sound_pages(self).map(on_page).sum()),
            statistics: self.reported().filter(is_nowhere).count(),
            statements: self.standing.unverified,
        }
    }
}
