//! A primary publication.

use super::Reading;
use super::claim::RawClaim;
use super::declare::kind;
use super::meaning::{Day, Filled, Maybe, Needed, OneOf, Plain, SomeTexts, TextMeaning};
use super::page::page_kind;
use super::recommendation::RawRecommendation;
use super::snapshot::{SnapshotFile, SnapshotName};
use super::statistic::RawStatistic;
use crate::diagnostic::Trail;
use crate::evidence::period::YearKind;
use crate::schema::{Entries, Takes};
use compact_str::CompactString;

page_kind! {
    /// A primary publication.
    "report"
    pub struct Report typed RawReport {
        /// Another name that readers know it by.
        known_as: Maybe<Plain> => "the Pressures report",
        /// review, inquiry, audit, official statistics, committee report, survey or research.
        kind: Needed<ReportKind> => "audit",
        /// Who published it.
        publisher: Needed<Filled> => "National Audit Office",
        /// Who wrote it.
        authors: SomeTexts => "[A. Author, B. Author]",
        /// The body that supported the inquiry.
        secretariat: Maybe<Plain> => "National Children's Bureau",
        /// Whom it is about, where that is a body.
        subject: Maybe<Plain> => "Department for Education",
        /// Date of publication, such as `2019-01`.
        published: Needed<Day> => "2019-01",
        /// The area its figures are about.
        geography: Maybe<Plain> => "England",
        /// What `2016-17` means in it where no measure says so: financial, academic or calendar.
        year: Maybe<OneOf<YearKind>> => "financial",
        /// Address of the original.
        url: Maybe<Plain> => "https://example.org/report",
        /// The file in your archive that holds its text, such as `article.txt`, for `verify`.
        snapshot: Maybe<SnapshotFile> => "report.txt",
        /// The first words of the headline there, where the text of a website stands before it.
        snapshot_begins: Maybe<Plain> => "Pressures on",
        /// Ids of topics.
        topics: SomeTexts => "[children-in-care]",
    }
    apart {
        /// Figures by id.
        statistics: Entries<RawStatistic> => "{in-care: {label: Children in care, value: \"75,420\", period: at 2018-03-31}}",
        /// Qualitative statements by id.
        claims: Entries<RawClaim> => "{scope: {text: It looks at councils.}}",
        /// Recommendations by id.
        recommendations: Entries<RawRecommendation> => "{count: {text: Count every bed.}}",
    }
    then begin
}

fn begin(report: &mut Report, _: &mut Reading<'_>, _: &Trail<'_>) {
    SnapshotName::begin(&mut report.snapshot, &mut report.snapshot_begins);
}

/// The kinds of report.
pub struct ReportKind;

const KINDS: [(&str, &str); 7] = [
    ("review", "review"),
    ("inquiry", "inquiry"),
    ("audit", "audit"),
    ("official statistics", "official statistics"),
    ("committee report", "committee report"),
    ("survey", "survey"),
    ("research", "research"),
];

impl TextMeaning for ReportKind {
    type Typed = CompactString;
    type Read = String;
    type Maybe = String;
    const TAKES: Takes = Takes::Choice(|| KINDS.iter().map(|(word, _)| *word).collect());

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: CompactString) -> String {
        reading.choice(field, &typed, &KINDS).unwrap_or(KINDS[0].0).to_owned()
    }

    fn maybe(read: Option<String>) -> String {
        read.unwrap_or_default()
    }
}
