//! The order in which records are listed, and the neighbours that follow from it.

use crate::evidence::Evidence;
use crate::evidence::record::Page;

/// Lists of records, each in the order in which a reader meets them.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    /// Reports.
    pub reports: Vec<usize>,
    /// Coverage.
    pub coverage: Vec<usize>,
    /// Findings.
    pub findings: Vec<usize>,
    /// Topics.
    pub topics: Vec<usize>,
    /// Measures.
    pub measures: Vec<usize>,
    /// Terms.
    pub terms: Vec<usize>,
}

/// Orders everything: by the author's number, then by title.
#[must_use]
pub fn orders(evidence: &Evidence, topic_order: &[String]) -> Orders {
    let sorted = |pages: &mut dyn Iterator<Item = usize>| sorted(evidence, pages);
    let mut topics = sorted(&mut evidence.topics.iter().copied());
    topics.sort_by_key(|topic| {
        let id = &evidence.pages[evidence.topics[*topic]].id;
        topic_order.iter().position(|wanted| wanted == id).unwrap_or(usize::MAX)
    });
    let mut terms: Vec<usize> = (0..evidence.terms.len()).collect();
    terms.sort_by_cached_key(|term| evidence.terms[*term].term.text().to_lowercase());
    let (reports, (coverage, findings)) = rayon::join(
        || sorted(&mut evidence.reports.iter().map(|report| report.page)),
        || {
            rayon::join(
                || sorted(&mut evidence.coverage.iter().map(|coverage| coverage.page)),
                || sorted(&mut evidence.findings.iter().map(|finding| finding.page)),
            )
        },
    );
    let measures = sorted(&mut evidence.measures.iter().map(|measure| measure.page));
    Orders { reports, coverage, findings, topics, measures, terms }
}

/// Places in a list of pages, in the order of the pages.
fn sorted(evidence: &Evidence, pages: &mut dyn Iterator<Item = usize>) -> Vec<usize> {
    let mut keys: Vec<PageSortKey<'_>> =
        pages.enumerate().map(|(place, page)| key(&evidence.pages[page], place)).collect();
    keys.sort_unstable_by(|one, other| {
        let start = |key: &PageSortKey<'_>| (key.order, key.start);
        start(one).cmp(&start(other)).then_with(|| one.texts().cmp(&other.texts()))
    });
    keys.into_iter().map(|key| key.place).collect()
}

/// What a page is sorted by. Most titles differ in their first letters, which are compared as one number.
struct PageSortKey<'e> {
    order: i64,
    start: u128,
    page: &'e Page,
    place: usize,
}

impl<'e> PageSortKey<'e> {
    /// What decides when titles begin alike.
    fn texts(&self) -> (&'e str, &'e str, usize) {
        (&self.page.sorted_by, &self.page.id, self.place)
    }
}

fn key(page: &Page, place: usize) -> PageSortKey<'_> {
    let mut start = [0; 16];
    let length = page.sorted_by.len().min(start.len());
    start[..length].copy_from_slice(&page.sorted_by.as_bytes()[..length]);
    PageSortKey { order: page.order.unwrap_or(i64::MAX), start: u128::from_be_bytes(start), page, place }
}

/// For each record, its place in an order.
#[must_use]
pub fn ranks(order: &[usize]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, record) in order.iter().enumerate() {
        ranks[*record] = rank;
    }
    ranks
}

/// The records before and after `record`.
#[must_use]
pub fn neighbours(order: &[usize], rank: usize) -> (Option<usize>, Option<usize>) {
    let before = rank.checked_sub(1).and_then(|before| order.get(before)).copied();
    (before, order.get(rank + 1).copied())
}
