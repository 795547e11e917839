//! The order in which records are listed, and the neighbours that follow from it.

use crate::evidence::Evidence;

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
    let sorted = |pages: Vec<usize>| {
        let mut places: Vec<usize> = (0..pages.len()).collect();
        places.sort_by_cached_key(|place| page_key(evidence, pages[*place]));
        places
    };
    let mut topics = sorted(evidence.topics.clone());
    topics.sort_by_key(|topic| {
        let id = &evidence.pages[evidence.topics[*topic]].id;
        topic_order.iter().position(|wanted| wanted == id).unwrap_or(usize::MAX)
    });
    let mut terms: Vec<usize> = (0..evidence.terms.len()).collect();
    terms.sort_by_cached_key(|term| evidence.terms[*term].term.text().to_lowercase());
    Orders {
        reports: sorted(evidence.reports.iter().map(|report| report.page).collect()),
        coverage: sorted(evidence.coverage.iter().map(|coverage| coverage.page).collect()),
        findings: sorted(evidence.findings.iter().map(|finding| finding.page).collect()),
        measures: sorted(evidence.measures.iter().map(|measure| measure.page).collect()),
        topics,
        terms,
    }
}

/// What pages are sorted by.
fn page_key(evidence: &Evidence, page: usize) -> (i64, String, String) {
    let page = &evidence.pages[page];
    (page.order.unwrap_or(i64::MAX), page.title.text().to_lowercase(), page.id.clone())
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
