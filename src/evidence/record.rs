//! The records of a review: what reports state, how coverage tells it, what we find.
//!
//! References between records are still text here; the graph resolves them.

use super::date::PartialDate;
use super::formula::Formula;
use super::marker::Marker;
use super::period::Period;
use super::quantity::Quantity;
use crate::diagnostic::FieldPath;
use crate::document::kind::DocumentKind;
use crate::document::prose::Prose;
use crate::path::SourcePath;

/// A document as a page: what every kind has.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its source.
    pub path: SourcePath,
    /// Its kind.
    pub kind: DocumentKind,
    /// Its id: the file's name, unless the author gives another.
    pub id: String,
    /// Whether its front matter could be read. A broken page has no records, and references to it are let pass.
    pub broken: bool,
    /// Title.
    pub title: Prose,
    /// Plain description; empty when none is given.
    pub description: String,
    /// Old addresses.
    pub aliases: Vec<Alias>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Place in lists.
    pub order: Option<i64>,
    /// Date of the last revision.
    pub updated: Option<PartialDate>,
    /// Waived rules with reasons.
    pub allow: Vec<(String, String)>,
    /// Free-form data.
    pub extra: serde_json::Value,
    /// The body.
    pub body: Prose,
}

/// An old address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The address as typed.
    pub address: String,
    /// Its place in the list of aliases.
    pub place: usize,
}

/// A primary publication.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its page, by place in [`super::Evidence::pages`].
    pub page: usize,
    /// Another name for it.
    pub known_as: String,
    /// Kind, such as `audit`.
    pub kind: String,
    /// Who published it.
    pub publisher: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who supported the inquiry.
    pub secretariat: String,
    /// Whom it is about.
    pub subject: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Area of its figures.
    pub geography: String,
    /// Address of the original.
    pub url: String,
    /// Ids of topics.
    pub topics: Vec<String>,
}

/// Whose record a statistic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A report's, by its place.
    Report(usize),
    /// A finding's: a derived number.
    Finding(usize),
}

/// Which way a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A figure of a report, or one derived by a finding.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// Whose it is.
    pub owner: Owner,
    /// Its id within its owner.
    pub id: String,
    /// What is counted.
    pub label: Prose,
    /// Id of the measure; empty when none.
    pub measure: String,
    /// The value as typed.
    pub printed: String,
    /// The value as understood; `None` when it is broken and reported.
    pub value: Option<Quantity>,
    /// When.
    pub period: Option<Period>,
    /// Where in the original.
    pub at: String,
    /// The ends of a change as typed.
    pub change: Option<(String, String)>,
    /// What a ratio is relative to.
    pub relative_to: String,
    /// Reference to the record behind it.
    pub origin: String,
    /// Who or what is counted.
    pub population: String,
    /// Denominator in words.
    pub of: String,
    /// Number of cases.
    pub n: String,
    /// Category of a share.
    pub category: String,
    /// What an extreme is the end of.
    pub across: String,
    /// Which way it changes.
    pub direction: Option<Direction>,
    /// Marker of official statistics.
    pub marker: Option<Marker>,
    /// What to know before using it.
    pub caveat: Prose,
    /// Relations to other statistics.
    pub relations: Vec<Relation>,
    /// Reference to the statistic that revised it.
    pub revised_by: String,
    /// Area.
    pub geography: String,
    /// Where the figure was checked.
    pub url: String,
    /// Waived rules with reasons.
    pub allow: Vec<(String, String)>,
    /// How a derived number is computed.
    pub formula: Option<Formula>,
}

impl Statistic {
    /// The front-matter field of its owner in which it stands.
    #[must_use]
    pub fn collection(&self) -> &'static str {
        match self.owner {
            Owner::Report(_) => "statistics",
            Owner::Finding(_) => "derived",
        }
    }

    /// The way to its fields in the front matter of its owner.
    #[must_use]
    pub fn field(&self) -> FieldPath {
        FieldPath::key(self.collection()).then(&self.id)
    }
}

/// How two statistics stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This one brings the other up to date.
    Updates,
    /// The other brings this one up to date.
    UpdatedBy,
    /// This one corrects the other.
    Corrects,
    /// The other corrects this one.
    CorrectedBy,
    /// Both say the same.
    SameAs,
    /// They say different things.
    Differs,
}

impl RelationKind {
    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::UpdatedBy => "updated-by",
            Self::Corrects => "corrects",
            Self::CorrectedBy => "corrected-by",
            Self::SameAs => "same-as",
            Self::Differs => "differs",
        }
    }

    /// The same relation, seen from the other end.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Updates => Self::UpdatedBy,
            Self::UpdatedBy => Self::Updates,
            Self::Corrects => Self::CorrectedBy,
            Self::CorrectedBy => Self::Corrects,
            Self::SameAs => Self::SameAs,
            Self::Differs => Self::Differs,
        }
    }
}

/// A typed relation, its target still text.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Kind.
    pub kind: RelationKind,
    /// The other statistic.
    pub reference: String,
    /// Why.
    pub note: Prose,
}

/// A qualitative statement.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Report, by its place.
    pub report: usize,
    /// Id within the report.
    pub id: String,
    /// The statement.
    pub text: Prose,
    /// The report's word of caution.
    pub hedge: String,
    /// Who says it.
    pub speaker: String,
    /// Where in the original.
    pub at: String,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// What to know.
    pub caveat: Prose,
    /// Reference to the record behind it.
    pub origin: String,
}

/// A recommendation.
#[derive(Debug, Clone)]
pub struct Recommendation {
    /// Report, by its place.
    pub report: usize,
    /// Id within the report.
    pub id: String,
    /// What is recommended.
    pub text: Prose,
    /// To whom.
    pub to: String,
    /// Where in the original.
    pub at: String,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Who makes it.
    pub speaker: String,
    /// A remark.
    pub note: Prose,
}

/// How somebody told reports.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Its page.
    pub page: usize,
    /// What it is.
    pub kind: String,
    /// Ids of the reports.
    pub reports_on: Vec<String>,
    /// Whom it credits.
    pub credits: String,
    /// Why that differs.
    pub credits_note: Prose,
    /// Who wrote it.
    pub author: String,
    /// Where it appeared.
    pub outlet: String,
    /// When.
    pub published: Option<PartialDate>,
    /// Its address.
    pub url: String,
    /// What it said.
    pub tells: Vec<Telling>,
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
    /// The population it gives.
    pub population: String,
    /// Whom it names as speaker.
    pub speaker: String,
    /// How it differs.
    pub differs: String,
    /// A remark.
    pub note: Prose,
}

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureKind {
    /// How many there are at one moment.
    Stock,
    /// How many there are during a span.
    Flow,
    /// So many per so many.
    Rate,
    /// A part of a whole.
    Share,
    /// An amount of money.
    Money,
    /// A number relative to a base.
    Index,
}

impl MeasureKind {
    /// Every kind with its key.
    pub const ALL: [(&'static str, Self); 6] = [
        ("stock", Self::Stock),
        ("flow", Self::Flow),
        ("rate", Self::Rate),
        ("share", Self::Share),
        ("money", Self::Money),
        ("index", Self::Index),
    ];

    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Flow => "flow",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Money => "money",
            Self::Index => "index",
        }
    }
}

/// What is measured, and how.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Its page.
    pub page: usize,
    /// What it counts.
    pub kind: MeasureKind,
    /// Unit.
    pub unit: String,
    /// Id of the denominator's measure.
    pub of: String,
    /// What a year is here.
    pub year: super::period::YearKind,
    /// Who or what is counted.
    pub population: String,
    /// What published values are rounded to.
    pub rounded: String,
    /// Ids of topics.
    pub topics: Vec<String>,
}

/// How sure a finding is, after GRADE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Further research is very unlikely to change it.
    High,
    /// Further research may change it.
    Moderate,
    /// Further research is likely to change it.
    Low,
    /// It is very uncertain.
    VeryLow,
}

impl Certainty {
    /// Every level with the words an author types.
    pub const ALL: [(&'static str, Self); 4] =
        [("high", Self::High), ("moderate", Self::Moderate), ("low", Self::Low), ("very low", Self::VeryLow)];

    /// Key in templates.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
            Self::VeryLow => "very-low",
        }
    }
}

/// How a piece of evidence bears on a finding, after `CiTO`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// Speaks for it.
    Supports,
    /// Limits it.
    Qualifies,
    /// Speaks against it.
    Disputes,
}

impl Bearing {
    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Qualifies => "qualifies",
            Self::Disputes => "disputes",
        }
    }
}

/// One piece of evidence, its target still text.
#[derive(Debug, Clone)]
pub struct EvidencePiece {
    /// How it bears on the finding.
    pub bearing: Bearing,
    /// The statistic or claim.
    pub reference: String,
    /// A remark.
    pub note: Prose,
}

/// A finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its page.
    pub page: usize,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub because: Prose,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Whether the home page shows it.
    pub lead: bool,
    /// The finding in one sentence; empty when the title is it.
    pub statement: Prose,
    /// What it rests on.
    pub evidence: Vec<EvidencePiece>,
}

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Page of the glossary.
    pub page: usize,
    /// Id.
    pub id: String,
    /// The term.
    pub term: Prose,
    /// What it means.
    pub meaning: Prose,
}
