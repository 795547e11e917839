//! What a document is known by, as numbers: while they stay the same, no other document needs to be looked at.

use super::{Records, ReportRecords};
use crate::evidence::record::Page;
use xxhash_rust::xxh3::Xxh3;

/// Hashes over a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentMarks {
    /// Over all that ids and references depend on: path, kind, id, and the ids of its records in order.
    pub names: u64,
    /// Over all that the plan depends on besides: aliases, tags, and data of the author's own, which may name files.
    pub addresses: u64,
    /// Over all that the order of lists depends on: the author's number, the title, and terms.
    pub order: u64,
}

impl DocumentMarks {
    pub(super) fn of(page: &Page, records: &Records) -> Self {
        Self { names: names(page, records), addresses: addresses(page), order: order(page, records) }
    }
}

fn names(page: &Page, records: &Records) -> u64 {
    let mut hash = Hash::default();
    hash.text(page.path.as_str());
    hash.text(&page.id);
    hash.byte(page.kind as u8);
    hash.byte(u8::from(page.broken));
    hash.byte(u8::from(page.draft));
    match records {
        Records::Report(ReportRecords { statistics, claims, recommendations, .. }) => {
            hash.list(1, statistics.iter().map(|record| record.id.as_str()));
            hash.list(2, claims.iter().map(|record| record.id.as_str()));
            hash.list(3, recommendations.iter().map(|record| record.id.as_str()));
        }
        Records::Coverage(_) => hash.byte(4),
        Records::Finding(_, derived) => hash.list(5, derived.iter().map(|record| record.id.as_str())),
        Records::Topic => hash.byte(6),
        Records::Measure(_) => hash.byte(7),
        Records::Glossary(terms) => hash.list(8, terms.iter().map(|term| term.id.as_str())),
        Records::None => hash.byte(9),
    }
    hash.0.digest()
}

fn addresses(page: &Page) -> u64 {
    let mut hash = Hash::default();
    hash.list(1, page.aliases.iter().map(|alias| alias.address.as_str()));
    for alias in &page.aliases {
        hash.number(alias.place);
    }
    hash.list(2, page.tags.iter().map(String::as_str));
    if !page.extra.is_null() {
        hash.text(&page.extra.to_string());
    }
    hash.0.digest()
}

fn order(page: &Page, records: &Records) -> u64 {
    let mut hash = Hash::default();
    hash.list(u8::from(page.order.is_some()), [page.sorted_by.as_str()].into_iter());
    hash.0.update(&page.order.unwrap_or_default().to_le_bytes());
    if let Records::Glossary(terms) = records {
        for term in terms.iter() {
            hash.text(&term.term.html);
        }
    }
    hash.0.digest()
}

/// A hash that texts go into with their lengths, so that no two lists run together.
#[derive(Default)]
struct Hash(Xxh3);

impl Hash {
    fn byte(&mut self, byte: u8) {
        self.0.update(&[byte]);
    }

    fn number(&mut self, number: usize) {
        self.0.update(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.update(text.as_bytes());
    }

    fn list<'t>(&mut self, name: u8, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.byte(name);
        self.number(texts.len());
        for text in texts {
            self.text(text);
        }
    }
}
