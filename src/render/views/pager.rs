//! The page numbers of a long list.

use crate::path::UrlPath;
use crate::plan::list_page;
use crate::render::Renderer;
use crate::render::view::{Pager, PagerStep};

/// How many page numbers stand on either side of the current one.
const NEAR: usize = 2;

impl Renderer<'_> {
    /// The pages of a list; nothing when one is enough.
    pub(super) fn pager(&self, first: &UrlPath, current: usize, total: usize) -> Option<Pager> {
        if total < 2 {
            return None;
        }
        let blanks = [("current", &*current.to_string()), ("total", &*total.to_string())];
        let address = |number: usize| match (1..=total).contains(&number) {
            true => self.urls.href(&list_page(first, number)),
            false => String::new(),
        };
        Some(Pager {
            sentence: self.words.fill("page_of", &blanks),
            previous: address(current - 1),
            next: address(current + 1),
            steps: self.steps(first, current, total),
        })
    }

    /// The first and the last page and those around the current one, with gaps between.
    fn steps(&self, first: &UrlPath, current: usize, total: usize) -> Vec<PagerStep> {
        let is_shown = |number: usize| number.abs_diff(current) <= NEAR || number == 1 || number == total;
        let step = |number: usize| match is_shown(number) {
            true => Some(PagerStep {
                number,
                label: self.words.fill("page_number", &[("number", &number.to_string())]),
                url: self.urls.href(&list_page(first, number)),
                is_current: number == current,
            }),
            false => is_shown(number - 1).then(PagerStep::gap),
        };
        (1..=total).filter_map(step).collect()
    }
}

impl PagerStep {
    fn gap() -> Self {
        Self { number: 0, label: String::new(), url: String::new(), is_current: false }
    }
}
