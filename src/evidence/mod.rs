//! Front matter → records: what the sources say, in types.
//!
//! Each document is read on its own ([`decode::document`], in parallel); [`rounding`] gives figures what their
//! measures say; [`Evidence::collect`] puts all of them side by side. References stay text until the graph.

pub mod currency;
pub mod date;
pub mod decode;
pub mod describe;
pub(crate) mod directed;
pub mod direction_words;
pub mod formula;
pub mod front;
pub mod interval;
pub mod language;
pub mod lock;
pub mod marker;
pub mod names;
pub(crate) mod number_words;
pub mod period;
pub mod quantity;
pub(crate) mod reader;
pub mod record;
pub mod rounding;
pub mod unit;
pub mod years;

use crate::diagnostic::Names;
use decode::{Decoded, Records, ReportRecords};
use record::{
    Claim, Coverage, Finding, Measure, OfReport, OnPage, Owned, OwnedStatistic, Owner, Page, Part,
    Recommendation, Report, Statistic, Term,
};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Every record of a site, shared with the documents. A place in one of these lists is the record's number
/// everywhere else.
#[derive(Debug, Default)]
pub struct Evidence {
    /// Every document as a page, by source path.
    pub pages: Vec<Arc<Page>>,
    /// By page: the records that stand in its file.
    pub held: Vec<Held>,
    /// Primary publications.
    pub reports: Vec<OnPage<Arc<Report>>>,
    /// Figures of reports and derived numbers; those of one owner stand together.
    pub statistics: Vec<OwnedStatistic>,
    /// Qualitative statements.
    pub claims: Vec<OfReport<Part<Claim>>>,
    /// Recommendations.
    pub recommendations: Vec<OfReport<Part<Recommendation>>>,
    /// How the press told it.
    pub coverage: Vec<OnPage<Arc<Coverage>>>,
    /// What is measured.
    pub measures: Vec<OnPage<Arc<Measure>>>,
    /// Findings.
    pub findings: Vec<OnPage<Arc<Finding>>>,
    /// Pages of topics, by place in `pages`.
    pub topics: Vec<usize>,
    /// Terms of the glossary.
    pub terms: Vec<OnPage<Part<Term>>>,
    /// Drafts that were left out.
    pub drafts: Option<Box<Evidence>>,
    /// By page: its anchors, where many or wrong ones were asked for.
    anchors: OnceLock<Box<[OnceLock<Names>]>>,
}

/// The records of one file, by their places.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// What the page is.
    pub main: Main,
    /// Its statistics or derived numbers.
    pub statistics: Range<usize>,
    /// Its claims.
    pub claims: Range<usize>,
    /// Its recommendations.
    pub recommendations: Range<usize>,
    /// Its terms.
    pub terms: Range<usize>,
}

/// The record that a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Main {
    /// A report.
    Report(usize),
    /// Coverage.
    Coverage(usize),
    /// A finding.
    Finding(usize),
    /// A topic.
    Topic(usize),
    /// A measure.
    Measure(usize),
    /// None.
    #[default]
    Page,
}

impl Evidence {
    /// Puts the records of all documents side by side. Drafts are left out unless `drafts`.
    #[must_use]
    pub fn collect<'d, D>(documents: D, drafts: bool) -> Self
    where
        D: IntoIterator<Item = &'d Decoded>,
        D::IntoIter: Clone,
    {
        let documents = documents.into_iter();
        let mut all = Self::with_room_for(documents.clone());
        for document in documents {
            if document.page.draft && !drafts {
                all.drafts.get_or_insert_default().add(document);
            } else {
                all.add(document);
            }
        }
        all
    }

    /// Room for everything, so that no list is copied while it grows.
    fn with_room_for<'d>(documents: impl Iterator<Item = &'d Decoded>) -> Self {
        let (mut pages, mut statistics, mut claims) = (0, 0, 0);
        for document in documents {
            pages += 1;
            match &document.records {
                Records::Report(records) => {
                    statistics += records.statistics.len();
                    claims += records.claims.len();
                }
                Records::Finding(_, derived) => statistics += derived.len(),
                Records::Coverage(_)
                | Records::Topic
                | Records::Measure(_)
                | Records::Glossary(_)
                | Records::None => {}
            }
        }
        Self {
            pages: Vec::with_capacity(pages),
            held: Vec::with_capacity(pages),
            statistics: Vec::with_capacity(statistics),
            claims: Vec::with_capacity(claims),
            ..Self::default()
        }
    }

    fn add(&mut self, document: &Decoded) {
        let page = self.pages.len();
        self.pages.push(Arc::clone(&document.page));
        let before = self.ends();
        let main = match &document.records {
            Records::Report(records) => self.add_report(page, records),
            Records::Coverage(coverage) => {
                self.coverage.push(OnPage { page, record: Arc::clone(coverage) });
                Main::Coverage(self.coverage.len() - 1)
            }
            Records::Finding(finding, derived) => self.add_finding(page, finding, derived),
            Records::Topic => {
                self.topics.push(page);
                Main::Topic(self.topics.len() - 1)
            }
            Records::Measure(measure) => {
                self.measures.push(OnPage { page, record: Arc::clone(measure) });
                Main::Measure(self.measures.len() - 1)
            }
            Records::Glossary(terms) => {
                self.terms.extend(Part::all(terms).map(|record| OnPage { page, record }));
                Main::Page
            }
            Records::None => Main::Page,
        };
        let after = self.ends();
        self.held.push(Held {
            main,
            statistics: before.statistics.start..after.statistics.start,
            claims: before.claims.start..after.claims.start,
            recommendations: before.recommendations.start..after.recommendations.start,
            terms: before.terms.start..after.terms.start,
        });
    }

    /// Where the next records will stand.
    fn ends(&self) -> Held {
        let at = |end: usize| end..end;
        Held {
            main: Main::Page,
            statistics: at(self.statistics.len()),
            claims: at(self.claims.len()),
            recommendations: at(self.recommendations.len()),
            terms: at(self.terms.len()),
        }
    }

    fn add_report(&mut self, page: usize, records: &ReportRecords) -> Main {
        let report = self.reports.len();
        self.reports.push(OnPage { page, record: Arc::clone(&records.report) });
        self.add_statistics(Owner::Report(report), &records.statistics);
        self.claims.extend(Part::all(&records.claims).map(|record| OfReport { report, record }));
        let recommendations = Part::all(&records.recommendations);
        self.recommendations.extend(recommendations.map(|record| OfReport { report, record }));
        Main::Report(report)
    }

    fn add_finding(&mut self, page: usize, finding: &Arc<Finding>, derived: &Arc<[Statistic]>) -> Main {
        let finding_place = self.findings.len();
        self.findings.push(OnPage { page, record: Arc::clone(finding) });
        self.add_statistics(Owner::Finding(finding_place), derived);
        Main::Finding(finding_place)
    }

    fn add_statistics(&mut self, owner: Owner, list: &Arc<[Statistic]>) {
        self.statistics.extend(Part::all(list).map(|record| Owned { owner, record }));
    }

    /// The page of a statistic's report or finding.
    #[must_use]
    pub fn owner_page(&self, owner: Owner) -> usize {
        match owner {
            Owner::Report(report) => self.reports[report].page,
            Owner::Finding(finding) => self.findings[finding].page,
        }
    }

    /// The anchors of a page as `list` lists them, which is asked once.
    pub fn anchors(&self, page: usize, list: impl FnOnce() -> Names) -> &Names {
        let none_yet = || self.pages.iter().map(|_| OnceLock::new()).collect();
        self.anchors.get_or_init(none_yet)[page].get_or_init(list)
    }

    /// `report.statistic`.
    #[must_use]
    pub fn reference(&self, statistic: &OwnedStatistic) -> String {
        [self.pages[self.owner_page(statistic.owner)].id.as_str(), ".", &statistic.id].concat()
    }
}
