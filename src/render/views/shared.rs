//! Small links that every view uses.

use crate::evidence::date::PartialDate;
use crate::graph::order::neighbours;
use crate::render::Renderer;
use crate::render::view::{LinkView, SharedView};

/// The pages before and after a page, where there are any.
pub(super) type Neighbours = (Option<usize>, Option<usize>);

impl Renderer<'_> {
    /// The title of a page as inline HTML without links.
    pub(in crate::render) fn title(&self, page: usize) -> &str {
        &self.anchors.to(page, self.model).title
    }

    /// A link to a document's page.
    pub(in crate::render) fn link<'l>(&self, page: usize) -> SharedView<LinkView<'l>> {
        self.anchors.to(page, self.model).link.clone()
    }

    pub(in crate::render) fn report_link<'l>(&self, report: usize) -> SharedView<LinkView<'l>> {
        self.link(self.model.evidence.reports[report].page)
    }

    /// A date in words: `31 January 2019`, `January 2019`, `2019`.
    pub(in crate::render) fn date(&self, date: Option<PartialDate>) -> String {
        self.with_date("", date)
    }

    /// A text and a date in words behind it, those that are there.
    pub(in crate::render) fn with_date(&self, text: &str, date: Option<PartialDate>) -> String {
        let Some(date) = date else { return text.to_owned() };
        let mut dated = String::with_capacity(text.len() + ", 30 September 2019".len());
        dated.extend([text, if text.is_empty() { "" } else { ", " }]);
        self.push_date(date, &mut dated);
        dated
    }

    fn push_date(&self, date: PartialDate, text: &mut String) {
        if let Some(day) = date.day {
            text.push_str(&day.to_string());
            text.push(' ');
        }
        let month = date.month.and_then(|month| usize::try_from(month).ok()?.checked_sub(1));
        if let Some(month) = month.and_then(|month| self.words.periods().months.get(month)) {
            text.push_str(month);
            text.push(' ');
        }
        text.push_str(&date.year.to_string());
    }

    /// The entries of page `number` of a list.
    pub(super) fn slice<'l, T>(&self, list: &'l [T], number: usize) -> &'l [T] {
        let size = self.model.config.page_size;
        let start = (number.saturating_sub(1) * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }
}

/// The pages of the records before and after one, given where they are.
pub(super) fn around(order: &[usize], rank: usize, page_of: impl Fn(usize) -> usize) -> Neighbours {
    let (before, after) = neighbours(order, rank);
    (before.map(&page_of), after.map(&page_of))
}
