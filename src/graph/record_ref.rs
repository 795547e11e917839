//! A record of any kind: what it is called, where it stands, and whose it is.

use super::index::RecordRef;
use crate::diagnostic::FieldPath;
use crate::document::kind::DocumentKind;
use crate::evidence::Evidence;
use crate::evidence::record::Owner;
use compact_str::CompactString;

impl Evidence {
    /// The way to a record's fields in the front matter of its owner.
    #[must_use]
    pub fn record_field(&self, record: RecordRef) -> FieldPath {
        match record {
            RecordRef::Statistic(at) => self.statistics[at].field(),
            RecordRef::Claim(at) => FieldPath::key("claims").then(&self.claims[at].id),
            RecordRef::Recommendation(at) => {
                FieldPath::key("recommendations").then(&self.recommendations[at].id)
            }
        }
    }

    /// The id of a record within its owner.
    #[must_use]
    pub fn record_id(&self, record: RecordRef) -> &CompactString {
        match record {
            RecordRef::Statistic(at) => &self.statistics[at].id,
            RecordRef::Claim(at) => &self.claims[at].id,
            RecordRef::Recommendation(at) => &self.recommendations[at].id,
        }
    }

    /// The ids of the articles from which alone a record is known.
    #[must_use]
    pub fn via(&self, record: RecordRef) -> &[String] {
        match record {
            RecordRef::Statistic(at) => &self.statistics[at].via,
            RecordRef::Claim(at) => &self.claims[at].via,
            RecordRef::Recommendation(at) => &self.recommendations[at].via,
        }
    }

    /// The page on which a record stands.
    #[must_use]
    pub fn record_page(&self, record: RecordRef) -> usize {
        match record {
            RecordRef::Statistic(at) => self.owner_page(self.statistics[at].owner),
            RecordRef::Claim(at) => self.reports[self.claims[at].report].page,
            RecordRef::Recommendation(at) => self.reports[self.recommendations[at].report].page,
        }
    }

    /// The anchor of a record on its page.
    #[must_use]
    pub fn record_anchor(&self, record: RecordRef) -> String {
        self.anchor_parts(record).concat()
    }

    /// The two halves of [`Evidence::record_anchor`]: the kind of record, and its id.
    #[must_use]
    pub fn anchor_parts(&self, record: RecordRef) -> [&str; 2] {
        let kind = match record {
            RecordRef::Statistic(_) => "stat-",
            RecordRef::Claim(_) => "claim-",
            RecordRef::Recommendation(_) => "recommendation-",
        };
        [kind, self.record_id(record)]
    }

    /// The report whose record it is; `None` for derived numbers.
    #[must_use]
    pub fn record_report(&self, record: RecordRef) -> Option<usize> {
        match record {
            RecordRef::Statistic(at) => match self.statistics[at].owner {
                Owner::Report(report) => Some(report),
                Owner::Finding(_) => None,
            },
            RecordRef::Claim(at) => Some(self.claims[at].report),
            RecordRef::Recommendation(at) => Some(self.recommendations[at].report),
        }
    }

    /// Whether the page is one of those that exist once.
    #[must_use]
    pub fn page_of_kind(&self, kind: DocumentKind) -> Option<usize> {
        self.pages.iter().position(|page| page.kind == kind)
    }
}
