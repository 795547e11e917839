//! Ids and paths → places of records. Ids that stand twice are reported; what is told of an unknown one is in `unknown.rs`.

use super::files::Files;
use super::ids::Ids;
pub use super::unknown::Unknown;
pub use super::wanted::WantedRecords;
use crate::diagnostic::{Checked, Diagnostic, Names, Place, Spot, rules};
use crate::document::kind::DocumentKind;
use crate::evidence::Evidence;
use crate::path::SourcePath;
use compact_str::CompactString;
use rustc_hash::{FxBuildHasher, FxHashMap as HashMap, FxHashSet as HashSet};
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

/// A statistic, claim or recommendation, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordRef {
    /// A statistic or derived number.
    Statistic(usize),
    /// A claim.
    Claim(usize),
    /// A recommendation.
    Recommendation(usize),
}

impl RecordRef {
    /// The statistic that it is, if it is one.
    #[must_use]
    pub fn statistic(self) -> Option<usize> {
        match self {
            Self::Statistic(statistic) => Some(statistic),
            Self::Claim(_) | Self::Recommendation(_) => None,
        }
    }
}

/// What an id of a report, coverage or finding means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnerRef {
    /// A report.
    Report(usize),
    /// Coverage.
    Coverage(usize),
    /// A finding.
    Finding(usize),
}

/// Ids and paths of all records.
#[derive(Debug, Default)]
pub struct Index {
    /// Reports, coverage and findings, which share one space of ids.
    pub owners: Ids<OwnerRef>,
    /// The records of each owner, by the owner's id.
    pub records: Ids<OwnedRecords>,
    /// Topics by id.
    pub topics: Ids<usize>,
    /// Measures by id.
    pub measures: Ids<usize>,
    /// Terms by id.
    pub terms: Ids<usize>,
    /// Pages by source path.
    pub pages: HashMap<SourcePath, usize>,
    /// Ids of documents whose front matter is broken; references to them are let pass.
    pub broken: HashSet<String>,
    /// Pages whose id another page took first.
    pub doubled: HashSet<usize>,
    /// Records of such pages; references to them are let pass.
    pub doubled_records: HashSet<String>,
    /// Whether the glossary is broken, so that its terms are unknown.
    pub glossary_is_broken: bool,
    /// Ids and paths of drafts that were left out.
    pub drafts: HashSet<String>,
    /// What a wrong path can have meant; listed when the first one is met.
    pub(super) files: OnceLock<Files>,
    /// The ids of reports alone; listed when a wrong one is met.
    pub(super) reports: OnceLock<Names>,
}

impl Index {
    /// Lists all ids.
    #[must_use]
    pub fn build(evidence: &Evidence) -> Checked<Self> {
        let by_path =
            || evidence.pages.iter().enumerate().map(|(place, page)| (page.path.clone(), place)).collect();
        let (mut lister, pages) = rayon::join(|| Lister::of(evidence), by_path);
        lister.index.pages = pages;
        for draft in evidence.drafts.iter().flat_map(|drafts| &drafts.pages) {
            lister.index.drafts.insert(draft.id.clone());
            lister.index.drafts.insert(draft.path.as_str().to_owned());
        }
        Checked { value: lister.index, diagnostics: lister.diagnostics }
    }

    /// The record that `reference` means in a file whose own id is `own`. It may be another than is wanted; what is
    /// suggested where there is none is not.
    ///
    /// # Errors
    /// Why there is none.
    pub fn record(&self, own: &str, reference: &str, wanted: WantedRecords) -> Result<RecordRef, Unknown> {
        let (owner, id) = reference.split_once('.').unwrap_or((own, reference));
        self.record_of(owner, id).ok_or_else(|| self.unknown_record(own, reference, wanted))
    }

    /// The record `id` of an owner, if there is one.
    #[must_use]
    pub fn record_of(&self, owner: &str, id: &str) -> Option<RecordRef> {
        self.records.get(owner)?.find(id)
    }

    /// The report with this id.
    ///
    /// # Errors
    /// Why there is none.
    pub fn report(&self, id: &str) -> Result<usize, Unknown> {
        match self.owners.get(id) {
            Some(OwnerRef::Report(report)) => Ok(*report),
            _ if self.broken.contains(id) => Err(Unknown::Forgiven),
            Some(OwnerRef::Coverage(_)) => {
                Err(Unknown::missing(format!("`{id}` is coverage; name the report it is about")))
            }
            Some(OwnerRef::Finding(_)) => {
                Err(Unknown::missing(format!("`{id}` is a finding; name a report")))
            }
            None => Err(Unknown::Missing { help: self.report_help(id), meant: self.meant_report(id) }),
        }
    }

    /// The coverage with this id.
    ///
    /// # Errors
    /// Why there is none.
    pub fn article(&self, id: &str) -> Result<usize, Unknown> {
        match self.owners.get(id) {
            Some(OwnerRef::Coverage(article)) => Ok(*article),
            _ if self.broken.contains(id) => Err(Unknown::Forgiven),
            Some(OwnerRef::Report(_) | OwnerRef::Finding(_)) => {
                Err(Unknown::missing(format!("`{id}` is no coverage; name the page of an article")))
            }
            None => Err(self.unknown_article(id)),
        }
    }

    /// The term with this id.
    ///
    /// # Errors
    /// Why there is none.
    pub fn term(&self, id: &str) -> Result<usize, Unknown> {
        match self.lookup(&self.terms, id) {
            Err(Unknown::Missing { .. }) if self.glossary_is_broken => Err(Unknown::Forgiven),
            found => found,
        }
    }

    /// The record of a table of ids.
    ///
    /// # Errors
    /// Why there is none.
    pub fn lookup(&self, table: &Ids<usize>, id: &str) -> Result<usize, Unknown> {
        if let Some(found) = table.get(id) {
            return Ok(*found);
        }
        Err(self.unknown_id(table, id))
    }
}

/// Names, by what is wanted.
type ByWanted = [OnceLock<Names>; 5];

/// The records of one report or finding, which share one space of ids.
#[derive(Debug, Default)]
pub struct OwnedRecords {
    /// In order of ids.
    meant: Vec<(CompactString, RecordRef)>,
    names: OnceLock<Box<ByWanted>>,
}

impl OwnedRecords {
    /// Every id and its record, in order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, RecordRef)> {
        self.meant.iter().map(|(id, record)| (id.as_str(), *record))
    }

    /// The ids of those that are wanted, as names.
    pub(super) fn names(&self, wanted: WantedRecords) -> &Names {
        self.names.get_or_init(Box::default)[wanted as usize].get_or_init(|| {
            let records = self.iter().filter(|(_, record)| wanted.takes(*record));
            Names::of(records.map(|(id, _)| id))
        })
    }

    fn find(&self, id: &str) -> Option<RecordRef> {
        let at = self.meant.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        Some(self.meant[at].1)
    }
}

struct Lister<'a> {
    evidence: &'a Evidence,
    index: Index,
    /// The page on which each id was first used, by the name of its space and the id.
    seen: HashMap<(&'static str, &'a str), usize>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Lister<'a> {
    /// Lists all ids; the paths of pages are listed beside it.
    fn of(evidence: &'a Evidence) -> Self {
        let seen = HashMap::with_capacity_and_hasher(evidence.pages.len(), FxBuildHasher);
        let mut lister = Self { evidence, index: Index::default(), seen, diagnostics: Vec::new() };
        lister.broken();
        lister.owners();
        lister.records();
        lister.others();
        lister
    }

    fn broken(&mut self) {
        for page in self.evidence.pages.iter().filter(|page| page.broken) {
            self.index.broken.insert(page.id.clone());
            self.index.glossary_is_broken |= page.kind == DocumentKind::Glossary;
        }
    }

    /// Notes the id of a page in its space; `false` when another page took it.
    fn is_first(&mut self, space: &'static str, page: usize) -> bool {
        let is_first = self.is_new(space, &self.evidence.pages[page].id, page);
        if !is_first {
            self.index.doubled.insert(page);
        }
        is_first
    }

    /// Notes an id that stands on a page in its space; `false` when it was taken.
    fn is_new(&mut self, space: &'static str, id: &'a str, page: usize) -> bool {
        let first = match self.seen.entry((space, id)) {
            Entry::Vacant(vacant) => {
                vacant.insert(page);
                return true;
            }
            Entry::Occupied(taken) => *taken.get(),
        };
        let message = format!("the id `{id}` is already taken");
        let diagnostic = Diagnostic::new(&rules::DUPLICATE_ID, self.page_place(page), message)
            .label("taken again here")
            .also(self.page_place(first), "first taken here")
            .help("give one of the two another id (`id:` in the front matter, or another file name)");
        self.diagnostics.push(diagnostic);
        false
    }

    fn page_place(&self, page: usize) -> Place {
        Place::file(&self.evidence.pages[page].path)
    }

    fn owners(&mut self) {
        let evidence = self.evidence;
        let reports =
            evidence.reports.iter().enumerate().map(|(at, report)| (report.page, OwnerRef::Report(at)));
        let coverage = evidence
            .coverage
            .iter()
            .enumerate()
            .map(|(at, coverage)| (coverage.page, OwnerRef::Coverage(at)));
        let findings =
            evidence.findings.iter().enumerate().map(|(at, finding)| (finding.page, OwnerRef::Finding(at)));
        self.index.owners.reserve(evidence.pages.len());
        for (page, owner) in reports.chain(coverage).chain(findings) {
            let id = &evidence.pages[page].id;
            if self.is_first("owner", page) {
                self.index.owners.insert(id.clone(), owner);
            }
        }
    }

    fn records(&mut self) {
        let evidence = self.evidence;
        self.index.records.reserve(evidence.reports.len() + evidence.findings.len());
        for (page, held) in evidence.held.iter().enumerate() {
            let statistics = held.statistics.clone().map(RecordRef::Statistic);
            let claims = held.claims.clone().map(RecordRef::Claim);
            let recommendations = held.recommendations.clone().map(RecordRef::Recommendation);
            let count = held.statistics.len() + held.claims.len() + held.recommendations.len();
            if count > 0 {
                let named = |record| (evidence.record_id(record).clone(), record);
                let mut records = Vec::with_capacity(count);
                records.extend(statistics.chain(claims).chain(recommendations).map(named));
                self.records_of(page, records);
            }
        }
    }

    /// Lists the records of a page by their ids; of those with the same, the first.
    fn records_of(&mut self, page: usize, mut named: Vec<(CompactString, RecordRef)>) {
        let owner = &self.evidence.pages[page].id;
        if self.index.doubled.contains(&page) {
            let whole = named.iter().map(|(id, _)| format!("{owner}.{id}"));
            return self.index.doubled_records.extend(whole);
        }
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        named.dedup_by(|(again, record), (id, first)| {
            let is_taken = again == id;
            if is_taken {
                self.diagnostics.push(taken(self.evidence, page, *first, *record));
            }
            is_taken
        });
        self.index.records.insert(owner.clone(), OwnedRecords { meant: named, names: OnceLock::new() });
    }

    fn others(&mut self) {
        let evidence = self.evidence;
        for (at, page) in evidence.topics.iter().enumerate() {
            let id = &evidence.pages[*page].id;
            if self.is_first("topic", *page) {
                self.index.topics.insert(id.clone(), at);
            }
        }
        for (at, measure) in evidence.measures.iter().enumerate() {
            let id = &evidence.pages[measure.page].id;
            if self.is_first("measure", measure.page) {
                self.index.measures.insert(id.clone(), at);
            }
        }
        for (at, term) in evidence.terms.iter().enumerate() {
            if self.is_new("term", &term.id, term.page) {
                self.index.terms.insert(term.id.clone(), at);
            }
        }
    }
}

/// A record whose id another one of the same file has.
fn taken(evidence: &Evidence, page: usize, first: RecordRef, again: RecordRef) -> Diagnostic {
    let key = |record| Spot::Key(evidence.record_field(record));
    let place = |record| Place { file: evidence.pages[page].path.clone(), spot: key(record) };
    let message = format!("the id `{}` is already taken in this file", evidence.record_id(again));
    Diagnostic::new(&rules::DUPLICATE_ID, place(again), message)
        .label("taken again here")
        .also(place(first), "first taken here")
        .help("statistics, claims and recommendations of a report share one space of ids")
}
