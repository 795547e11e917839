//! The sections that have a list, and how many pages a list needs.

use super::{Item, Planner, View, list_page};
use crate::graph::Graph;
use crate::path::UrlPath;

/// A kind of record with a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListSection {
    /// Findings.
    Findings,
    /// Reports.
    Reports,
    /// Coverage.
    Coverage,
    /// Topics.
    Topics,
    /// Measures.
    Measures,
}

impl ListSection {
    /// Every section, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Findings, Self::Reports, Self::Coverage, Self::Topics, Self::Measures];

    /// Key in addresses and in the table of words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Reports => "reports",
            Self::Coverage => "coverage",
            Self::Topics => "topics",
            Self::Measures => "measures",
        }
    }

    /// The address of its list.
    #[must_use]
    pub fn address(self) -> UrlPath {
        UrlPath::new(&["/", self.key(), "/"].concat())
    }

    /// Its records in order.
    #[must_use]
    pub fn records(self, graph: &Graph) -> &[usize] {
        match self {
            Self::Findings => &graph.orders.findings,
            Self::Reports => &graph.orders.reports,
            Self::Coverage => &graph.orders.coverage,
            Self::Topics => &graph.orders.topics,
            Self::Measures => &graph.orders.measures,
        }
    }
}

/// How many pages `entries` need when `size` stand on each. Nothing needs no page.
#[must_use]
pub fn pages_needed(entries: usize, size: usize) -> usize {
    entries.div_ceil(size.max(1))
}

impl Planner<'_> {
    /// Recommendations stand together by report.
    pub(super) fn recommendations(&mut self) {
        let held = self.evidence.held.iter().filter(|held| !held.recommendations.is_empty());
        for number in 1..=pages_needed(held.count(), self.config.page_size) {
            let url = list_page(&UrlPath::new("/recommendations/"), number);
            self.put(&url, Item::Page(View::Recommendations(number)), None);
        }
    }
}
