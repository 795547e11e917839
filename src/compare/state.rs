//! What a review holds at one moment: its statistics and findings, as its data files say them.

use crate::plan::DataFile;
use crate::render::DataRecords;
use crate::site::Site;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// Where a published site has its statistics.
pub const STATISTICS: &str = DataFile::StatisticsJson.path();

/// Where a published site has its findings.
pub const FINDINGS: &str = DataFile::FindingsJson.path();

/// A statistic: its cells by column.
pub(super) type StatisticState = BTreeMap<String, String>;

/// A finding.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct FindingState {
    pub(super) id: String,
    #[serde(default)]
    pub(super) statement: String,
    #[serde(default)]
    pub(super) certainty: String,
    #[serde(default)]
    pub(super) because: String,
    #[serde(default)]
    pub(super) topics: Vec<String>,
    #[serde(default)]
    pub(super) evidence: Vec<EvidenceState>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct EvidenceState {
    pub(super) relation: String,
    pub(super) record: String,
    #[serde(default)]
    pub(super) note: String,
}

/// A review at one moment. What is `None` is not known, and not compared.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub(super) statistics: Option<BTreeMap<String, StatisticState>>,
    pub(super) findings: Option<BTreeMap<String, FindingState>>,
}

impl State {
    /// The state of a site that has been understood. Records that are broken are not in it.
    #[must_use]
    pub fn of_site(site: &Site) -> Self {
        let records = DataRecords::of(site.model());
        let state = Self::read(
            Some(&records.bytes(DataFile::StatisticsJson)),
            Some(&records.bytes(DataFile::FindingsJson)),
        );
        state.expect("data files are in the form that is read here")
    }

    /// The state that data files hold.
    ///
    /// # Errors
    /// When a file is in another form.
    pub fn read(statistics: Option<&[u8]>, findings: Option<&[u8]>) -> Result<Self, Unreadable> {
        let id = |statistic: &StatisticState| statistic.get("id").cloned().unwrap_or_default();
        Ok(Self {
            statistics: statistics.map(|bytes| by_id(bytes, STATISTICS, id)).transpose()?,
            findings: findings
                .map(|bytes| by_id(bytes, FINDINGS, |finding: &FindingState| finding.id.clone()))
                .transpose()?,
        })
    }

    /// What is not known of it: the files that were not there.
    pub fn unknown(&self) -> impl Iterator<Item = &'static str> {
        let files = [(self.statistics.is_none(), STATISTICS), (self.findings.is_none(), FINDINGS)];
        files.into_iter().filter(|(is_unknown, _)| *is_unknown).map(|(_, file)| file)
    }
}

fn by_id<'d, T: Deserialize<'d>>(
    bytes: &'d [u8],
    file: &'static str,
    id: impl Fn(&T) -> String,
) -> Result<BTreeMap<String, T>, Unreadable> {
    let rows: Vec<T> =
        serde_json::from_slice(bytes).map_err(|error| Unreadable { file, why: error.to_string() })?;
    Ok(rows.into_iter().map(|row| (id(&row), row)).collect())
}

/// A data file in a form that this program does not write.
#[derive(Debug)]
pub struct Unreadable {
    file: &'static str,
    why: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.file.trim_start_matches("data/");
        write!(formatter, "its `{name}` is not in the form that this program publishes: {}", self.why)
    }
}

impl Error for Unreadable {}
