//! Front matter → records: what the sources say, in types.
//!
//! Each document is read on its own ([`decode::document`], in parallel); [`Evidence::collect`] puts all of
//! them side by side. References stay text until the graph.

pub mod date;
pub mod decode;
pub mod describe;
pub(crate) mod directed;
pub mod formula;
pub mod interval;
pub mod marker;
pub(crate) mod number_words;
pub mod period;
pub mod quantity;
pub(crate) mod reader;
pub mod record;
pub mod unit;

use crate::path::SourcePath;
use decode::Decoded;
use record::{Claim, Coverage, Finding, Measure, Owner, Page, Recommendation, Report, Statistic, Term};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use unit::Unit;

/// Every record of a site. A place in one of these lists is the record's number everywhere else.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Every document as a page, by source path.
    pub pages: Vec<Page>,
    /// Primary publications.
    pub reports: Vec<Report>,
    /// Figures of reports, then derived numbers; those of one owner stand together.
    pub statistics: Vec<Statistic>,
    /// Qualitative statements.
    pub claims: Vec<Claim>,
    /// Recommendations.
    pub recommendations: Vec<Recommendation>,
    /// How the press told it.
    pub coverage: Vec<Coverage>,
    /// What is measured.
    pub measures: Vec<Measure>,
    /// Findings.
    pub findings: Vec<Finding>,
    /// Pages of topics, by place in `pages`.
    pub topics: Vec<usize>,
    /// Terms of the glossary.
    pub terms: Vec<Term>,
    /// Drafts that were left out: source and id.
    pub drafts: Vec<(SourcePath, String)>,
}

impl Evidence {
    /// Puts the records of all documents side by side. Drafts are left out unless `drafts`.
    #[must_use]
    pub fn collect(documents: Vec<Decoded>, drafts: bool) -> Self {
        let mut all = Self::with_room_for(&documents);
        for document in documents {
            if document.page.draft && !drafts {
                all.drafts.push((document.page.path, document.page.id));
                continue;
            }
            let page = all.pages.len();
            all.pages.push(document.page);
            match document.records {
                decode::Records::Report(records) => all.add_report(page, *records),
                decode::Records::Coverage(coverage) => all.coverage.push(Coverage { page, ..*coverage }),
                decode::Records::Finding(finding, derived) => all.add_finding(page, *finding, derived),
                decode::Records::Topic => all.topics.push(page),
                decode::Records::Measure(measure) => all.measures.push(Measure { page, ..*measure }),
                decode::Records::Glossary(terms) => {
                    all.terms.extend(terms.into_iter().map(|term| Term { page, ..term }));
                }
                decode::Records::None => {}
            }
        }
        all.rounded()
    }

    /// Gives figures the rounding of their measure. An author's own precision goes before it, and what is
    /// printed in another unit than the rounding, such as a share among counts, stays as it is.
    fn rounded(mut self) -> Self {
        let roundings: BTreeMap<&str, (Unit, Decimal)> = self
            .measures
            .iter()
            .filter_map(|measure| {
                let rounding = measure.rounding.as_ref()?;
                Some((self.pages[measure.page].id.as_str(), (rounding.unit, rounding.central?)))
            })
            .collect();
        for statistic in &mut self.statistics {
            let is_published = matches!(statistic.owner, Owner::Report(_)) && !statistic.has_precision;
            let Some((unit, step)) = roundings.get(statistic.measure.as_str()).filter(|_| is_published)
            else {
                continue;
            };
            if let Some(value) = statistic.value.take_if(|value| value.unit == *unit) {
                statistic.value = Some(value.with_rounding(*step));
            }
        }
        self
    }

    /// Room for everything, so that no list is copied while it grows.
    fn with_room_for(documents: &[Decoded]) -> Self {
        let (mut statistics, mut claims) = (0, 0);
        for document in documents {
            match &document.records {
                decode::Records::Report(records) => {
                    statistics += records.statistics.len();
                    claims += records.claims.len();
                }
                decode::Records::Finding(_, derived) => statistics += derived.len(),
                decode::Records::Coverage(_)
                | decode::Records::Topic
                | decode::Records::Measure(_)
                | decode::Records::Glossary(_)
                | decode::Records::None => {}
            }
        }
        Self {
            pages: Vec::with_capacity(documents.len()),
            statistics: Vec::with_capacity(statistics),
            claims: Vec::with_capacity(claims),
            ..Self::default()
        }
    }

    fn add_report(&mut self, page: usize, records: decode::ReportRecords) {
        let report = self.reports.len();
        self.reports.push(Report { page, ..records.report });
        let owner = Owner::Report(report);
        self.statistics
            .extend(records.statistics.into_iter().map(|statistic| Statistic { owner, ..statistic }));
        self.claims.extend(records.claims.into_iter().map(|claim| Claim { report, ..claim }));
        let recommendations = records.recommendations.into_iter();
        self.recommendations
            .extend(recommendations.map(|recommendation| Recommendation { report, ..recommendation }));
    }

    fn add_finding(&mut self, page: usize, finding: Finding, derived: Vec<Statistic>) {
        let owner = Owner::Finding(self.findings.len());
        self.findings.push(Finding { page, ..finding });
        self.statistics.extend(derived.into_iter().map(|statistic| Statistic { owner, ..statistic }));
    }

    /// The page of a statistic's report or finding.
    #[must_use]
    pub fn owner_page(&self, owner: Owner) -> usize {
        match owner {
            Owner::Report(report) => self.reports[report].page,
            Owner::Finding(finding) => self.findings[finding].page,
        }
    }

    /// `report.statistic`.
    #[must_use]
    pub fn reference(&self, statistic: &Statistic) -> String {
        [self.pages[self.owner_page(statistic.owner)].id.as_str(), ".", &statistic.id].concat()
    }
}
