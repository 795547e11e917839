//! How somebody told reports.

use super::declare::kind;
use super::meaning::{Day, Filled, Inline, Many, Maybe, Needed, NeededTexts, Plain, one_of};
use super::page::page_kind;
use super::reading::without_marks;
use super::snapshot::{SnapshotFile, SnapshotName};
use super::{Reading, Record};
use crate::diagnostic::Trail;
use crate::document::prose::Prose;
use crate::evidence::quantity::Quantity;
use crate::schema::record;

page_kind! {
    /// How somebody told one or more reports.
    "coverage"
    pub struct Coverage typed RawCoverage {
        /// What it is, such as `news article`.
        kind: Needed<Filled> => "news article",
        /// Ids of the reports it is about.
        reports_on: NeededTexts => "[nao-2019]",
        /// Whom it names as the publisher.
        credits: Maybe<Plain> => "Education Policy Institute",
        /// Why the credit differs from the report's publisher (inline Markdown).
        credits_note: Maybe<Inline> => "It names the funder.",
        /// Who wrote it.
        author: Maybe<Plain> => "a reporter",
        /// Where it appeared.
        outlet: Maybe<Plain> => "Local Government Chronicle",
        /// Date of publication.
        published: Maybe<Day> => "2018-01-26",
        /// Its address.
        url: Maybe<Plain> => "https://example.org/article",
        /// The file in your archive that holds its text, such as `article.txt`, for `verify`.
        snapshot: Maybe<SnapshotFile> => "article.txt",
        /// The first words of the headline there, where the text of a website stands before it.
        snapshot_begins: Maybe<Plain> => "Care costs",
        /// What it said.
        tells: Many<Telling> => "[{statistic: nao-2019.care-growth, as: 7.3%, at: headline}]",
    }
    then begin
}

fn begin(coverage: &mut Coverage, _: &mut Reading<'_>, _: &Trail<'_>) {
    SnapshotName::begin(&mut coverage.snapshot, &mut coverage.snapshot_begins);
}

record! {
    /// One thing that an article says.
    "telling"
    pub struct RawTelling {
        /// The statistic it tells.
        statistic: Option<String> => "nao-2019.care-growth",
        /// The claim it tells.
        claim: Option<String> => "nao-2019.not-fully-understood",
        /// The recommendation it tells.
        recommendation: Option<String> => "appg-2017.review-resourcing",
        /// Words it quotes.
        quote: Option<String> => "a crisis nationwide",
        /// Something it says that no report record holds.
        tells: Option<String> => "It names a council.",
        /// The words or figure it uses.
        told_as = "as": Option<String> => "7.3%",
        /// Where in the article, such as `headline` or `paragraph 3`.
        at: Option<String> => "paragraph 3",
        /// The denominator it gives.
        of: Option<String> => "children in care",
        /// What it says that a ratio or multiple is relative to.
        relative_to: Option<String> => "the growth of the population",
        /// The population it gives.
        population: Option<String> => "children in England",
        /// Whom it names as the speaker of a quotation.
        speaker: Option<String> => "the Department",
        /// Whether the speaker said it to the article, and not in the report.
        interviewed: Option<bool> => "true",
        /// In two or three words how it differs from the report.
        differs: Option<String> => "leaves the period out",
        /// A remark (inline Markdown).
        note: Option<String> => "The report has it in its summary.",
    }
}

/// What a telling tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A statistic, by reference.
    Statistic(String),
    /// A claim, by reference.
    Claim(String),
    /// A recommendation, by reference.
    Recommendation(String),
    /// Quoted words.
    Quote(String),
    /// Something that no report record holds.
    Remark(String),
}

/// One thing an article says.
#[derive(Debug, Clone)]
pub struct Telling {
    /// What.
    pub what: Told,
    /// Its figure or words, as printed.
    pub told_as: String,
    /// The figure as understood, when `told_as` is one.
    pub quantity: Option<Quantity>,
    /// Where in the article.
    pub at: String,
    /// The denominator it gives.
    pub of: String,
    /// What it says that a ratio is relative to.
    pub relative_to: String,
    /// The population it gives.
    pub population: String,
    /// Whom it names as speaker.
    pub speaker: String,
    /// Whether the speaker said it to the article.
    pub interviewed: bool,
    /// How it differs.
    pub differs: String,
    /// A remark.
    pub note: Prose,
}

impl Record for Telling {
    type Typed = RawTelling;

    fn read(reading: &mut Reading<'_>, trail: &Trail<'_>, typed: RawTelling) -> Option<Self> {
        let note = reading.optional_prose(&trail.then("note"), typed.note.as_deref());
        let told = [
            typed.statistic.map(Told::Statistic),
            typed.claim.map(Told::Claim),
            typed.recommendation.map(Told::Recommendation),
            typed.quote.as_deref().map(without_marks).map(Told::Quote),
            typed.tells.map(Told::Remark),
        ];
        let one = (
            "a telling is about one thing",
            "write one of `statistic`, `claim`, `recommendation`, `quote` and `tells`",
        );
        let what = one_of(reading, trail, told.into_iter().flatten(), one)?;
        let told_as = typed.told_as.unwrap_or_default();
        let is_figure = matches!(what, Told::Statistic(_)) && !told_as.is_empty();
        // What is no quantity is reported once it is known that a statistic is told.
        let quantity =
            if is_figure { Quantity::parse_in(&told_as, reading.options.language).ok() } else { None };
        Some(Self {
            what,
            told_as,
            quantity,
            at: typed.at.unwrap_or_default(),
            of: typed.of.unwrap_or_default(),
            relative_to: typed.relative_to.unwrap_or_default(),
            population: typed.population.unwrap_or_default(),
            speaker: typed.speaker.unwrap_or_default(),
            interviewed: typed.interviewed.unwrap_or(false),
            differs: typed.differs.unwrap_or_default(),
            note,
        })
    }

    fn proses<'r>(&'r self, found: &mut Vec<&'r Prose>) {
        found.push(&self.note);
    }
}
