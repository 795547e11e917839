//! The front matter of every kind of document, as typed: texts and lists, not yet judged.
//!
//! The doc comment of a field is what an author is told about it.

use super::kind::DocumentKind;
use super::yaml::{self, SyntaxError};
use super::{table, traps};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::schema::{Entries, Extra, RecordShape, Texts, check, record};
use serde::de::DeserializeOwned;

/// Fields that every kind of page has.
#[derive(Debug, Clone, Default)]
pub struct PageFields {
    /// Title, inline Markdown.
    pub title: String,
    /// One or two plain sentences.
    pub description: Option<String>,
    /// Id instead of the file's name.
    pub id: Option<String>,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// Whether the page is only built with `--drafts`.
    pub draft: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Place in lists.
    pub order: Option<i64>,
    /// Date of the last revision.
    pub updated: Option<String>,
    /// Waived rules, with reasons.
    pub allow: Vec<(String, String)>,
    /// Free-form data.
    pub extra: serde_json::Value,
}

/// Declares the front matter of one kind of page: the fields of every page, and its own.
macro_rules! page_record {
    ($(#[doc = $doc:literal])* $noun:literal pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident $(= $key:literal)? : $type:ty,)*
    }) => {
        record! {
            $(#[doc = $doc])*
            $noun
            pub struct $name {
                /// Title (inline Markdown).
                title: String,
                /// One or two plain sentences for search engines and link previews.
                description: Option<String>,
                /// Id, if it is not to be the file's name.
                id: Option<String>,
                /// Old addresses of this page, such as `/old/page/`; each becomes a redirect.
                aliases: Option<Texts>,
                /// `true` leaves the page out unless `--drafts` is given.
                draft: Option<bool>,
                /// Tags.
                tags: Option<Texts>,
                /// Place in lists, a whole number; pages without one follow, by title.
                order: Option<i64>,
                /// ISO date of the last revision.
                updated: Option<String>,
                /// Waived rules: code and reason.
                allow: Option<Entries<String>>,
                /// Data of your own, for your own templates.
                extra: Option<Extra>,
                $($(#[doc = $field_doc])* $field $(= $key)? : $type,)*
            }
        }

        impl $name {
            /// Takes out what every page has.
            pub fn take_page(&mut self) -> PageFields {
                PageFields {
                    title: std::mem::take(&mut self.title),
                    description: self.description.take(),
                    id: self.id.take(),
                    aliases: self.aliases.take().unwrap_or_default().0,
                    draft: self.draft.unwrap_or(false),
                    tags: self.tags.take().unwrap_or_default().0,
                    order: self.order.take(),
                    updated: self.updated.take(),
                    allow: self.allow.take().unwrap_or_default().0,
                    extra: self.extra.take().unwrap_or_default().0,
                }
            }
        }
    };
}

page_record! {
    /// A plain page, the glossary, the methodology, the home page or a list's introduction.
    "page"
    pub struct RawPage {}
}

page_record! {
    /// A topic.
    "topic"
    pub struct RawTopic {}
}

page_record! {
    /// A primary publication.
    "report"
    pub struct RawReport {
        /// Another name that readers know it by.
        known_as: Option<String>,
        /// review, inquiry, audit, official statistics, committee report, survey or research.
        kind: String,
        /// Who published it.
        publisher: String,
        /// Who wrote it.
        authors: Option<Texts>,
        /// The body that supported the inquiry.
        secretariat: Option<String>,
        /// Whom it is about, where that is a body.
        subject: Option<String>,
        /// Date of publication, such as `2019-01`.
        published: String,
        /// The area its figures are about.
        geography: Option<String>,
        /// Address of the original.
        url: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// Figures by id.
        statistics: Option<Entries<RawStatistic>>,
        /// Qualitative statements by id.
        claims: Option<Entries<RawClaim>>,
        /// Recommendations by id.
        recommendations: Option<Entries<RawRecommendation>>,
    }
}

record! {
    /// A figure of a report.
    "statistic"
    pub struct RawStatistic {
        /// What is counted or measured (inline Markdown).
        label: String,
        /// Id of the measure.
        measure: Option<String>,
        /// The value as printed, such as `£4.2 billion` or `over 29%`.
        value: String,
        /// When, such as `2017-18`, `at 2017-03-31` or `2010-11..2017-18`.
        period: Option<String>,
        /// Where in the original.
        at: Option<String>,
        /// The two ends of a change: statistics or periods.
        change: Option<RawChange>,
        /// What a ratio or multiple is relative to.
        relative_to: Option<String>,
        /// The record behind this one, where the report only passes it on.
        origin: Option<String>,
        /// Who or what is counted.
        population: Option<String>,
        /// The denominator of a share.
        of: Option<String>,
        /// Number of cases behind the figure.
        n: Option<String>,
        /// The category of a share, such as `neglect`.
        category: Option<String>,
        /// What an extreme is the end of, such as `local authorities`.
        across: Option<String>,
        /// up or down.
        direction: Option<String>,
        /// Another precision than the printed form has, such as `10` or `exact`.
        precision: Option<String>,
        /// Official-statistics marker, such as `[r]`.
        marker: Option<String>,
        /// What a reader has to know before using the figure (inline Markdown).
        caveat: Option<String>,
        /// Relations to other statistics.
        relations: Option<Vec<RawRelation>>,
        /// The statistic that revised this one.
        revised_by: Option<String>,
        /// The area, if it is not the report's.
        geography: Option<String>,
        /// Address where the figure was checked.
        url: Option<String>,
        /// Waived rules: code and reason.
        allow: Option<Entries<String>>,
    }
}

record! {
    /// The two ends of a change.
    "change"
    pub struct RawChange {
        /// Where it starts: a statistic of this report, or a period.
        from: String,
        /// Where it ends: a statistic of this report, or a period.
        to: String,
    }
}

record! {
    /// A typed relation to another statistic.
    "relation"
    pub struct RawRelation {
        /// The statistic that this one brings up to date.
        updates: Option<String>,
        /// The statistic that this one corrects.
        corrects: Option<String>,
        /// The statistic that this one repeats.
        same_as = "same-as": Option<String>,
        /// The statistic that this one differs from.
        differs: Option<String>,
        /// Why (inline Markdown).
        note: Option<String>,
    }
}

record! {
    /// A qualitative statement of a report.
    "claim"
    pub struct RawClaim {
        /// The statement in your own words (inline Markdown).
        text: String,
        /// The word of caution that the report uses, such as `may`.
        hedge: Option<String>,
        /// Who says it, if not the report as a whole.
        speaker: Option<String>,
        /// Where in the original.
        at: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// What a reader has to know (inline Markdown).
        caveat: Option<String>,
        /// The record behind this one.
        origin: Option<String>,
        /// Waived rules: code and reason.
        allow: Option<Entries<String>>,
    }
}

record! {
    /// A recommendation of a report.
    "recommendation"
    pub struct RawRecommendation {
        /// The recommendation in your own words (inline Markdown).
        text: String,
        /// Whom it is addressed to.
        to: Option<String>,
        /// Where in the original.
        at: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// Who makes it, if not the report as a whole.
        speaker: Option<String>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}

page_record! {
    /// How somebody told one or more reports.
    "coverage"
    pub struct RawCoverage {
        /// What it is, such as `news article`.
        kind: String,
        /// Ids of the reports it is about.
        reports_on: Texts,
        /// Whom it names as the publisher.
        credits: Option<String>,
        /// Why the credit differs from the report's publisher (inline Markdown).
        credits_note: Option<String>,
        /// Who wrote it.
        author: Option<String>,
        /// Where it appeared.
        outlet: Option<String>,
        /// Date of publication.
        published: Option<String>,
        /// Its address.
        url: Option<String>,
        /// What it said.
        tells: Option<Vec<RawTelling>>,
    }
}

record! {
    /// One thing that an article says.
    "telling"
    pub struct RawTelling {
        /// The statistic it tells.
        statistic: Option<String>,
        /// The claim it tells.
        claim: Option<String>,
        /// The recommendation it tells.
        recommendation: Option<String>,
        /// Words it quotes.
        quote: Option<String>,
        /// Something it says that no report record holds.
        tells: Option<String>,
        /// The words or figure it uses.
        told_as = "as": Option<String>,
        /// Where in the article.
        at: Option<String>,
        /// The denominator it gives.
        of: Option<String>,
        /// The population it gives.
        population: Option<String>,
        /// Whom it names as the speaker of a quotation.
        speaker: Option<String>,
        /// In two or three words how it differs from the report.
        differs: Option<String>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}

page_record! {
    /// What is measured, and how.
    "measure"
    pub struct RawMeasure {
        /// stock, flow, rate, share, money or index.
        kind: String,
        /// Unit, such as `%` or `children`.
        unit: String,
        /// Id of the measure that is the denominator.
        of: Option<String>,
        /// What `2016-17` means here: financial, academic or calendar.
        year: Option<String>,
        /// Who or what is counted.
        population: Option<String>,
        /// Whether the categories of a share are complete.
        categories: Option<RawCategories>,
        /// What published values are rounded to, such as `10`.
        rounded: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
    }
}

record! {
    /// The categories of a share.
    "categories"
    pub struct RawCategories {
        /// Whether they make up the whole.
        complete: Option<bool>,
    }
}

page_record! {
    /// A finding and its evidence.
    "finding"
    pub struct RawFinding {
        /// high, moderate, low or very low.
        certainty: String,
        /// Why that certainty (inline Markdown).
        because: String,
        /// Ids of topics.
        topics: Option<Texts>,
        /// `true` shows it on the home page.
        lead: Option<bool>,
        /// The finding in one sentence, if the title is not it (inline Markdown).
        statement: Option<String>,
        /// What it rests on.
        evidence: Option<Vec<RawEvidence>>,
        /// Numbers of our own, computed from others.
        derived: Option<Entries<RawDerived>>,
    }
}

record! {
    /// One piece of evidence.
    "piece of evidence"
    pub struct RawEvidence {
        /// A statistic or claim that supports the finding.
        supports: Option<String>,
        /// A statistic or claim that speaks against it.
        disputes: Option<String>,
        /// A statistic or claim that limits it.
        qualifies: Option<String>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}

record! {
    /// A number computed from statistics.
    "derived number"
    pub struct RawDerived {
        /// What it is (inline Markdown).
        label: String,
        /// The value as printed.
        value: String,
        /// How it is computed, such as `a.x - a.y`.
        formula: String,
        /// Unit, for readers of the source; the value's own unit is what counts.
        unit: Option<String>,
        /// When it holds.
        period: Option<String>,
        /// Id of the measure.
        measure: Option<String>,
        /// A remark (inline Markdown).
        caveat: Option<String>,
    }
}

/// The front matter of a document.
#[derive(Debug, Clone)]
pub enum FrontMatter {
    /// Of a report.
    Report(Box<RawReport>),
    /// Of coverage.
    Coverage(Box<RawCoverage>),
    /// Of a finding.
    Finding(Box<RawFinding>),
    /// Of a topic.
    Topic(Box<RawTopic>),
    /// Of a measure.
    Measure(Box<RawMeasure>),
    /// Of anything else.
    Page(Box<RawPage>),
}

/// Reads front matter that starts at `offset` of its file.
#[must_use]
pub fn decode(
    path: &SourcePath,
    kind: DocumentKind,
    text: &str,
    offset: usize,
) -> Checked<Option<FrontMatter>> {
    match kind {
        DocumentKind::Report => decode_as(path, text, offset, &RawReport::SHAPE, FrontMatter::Report),
        DocumentKind::Coverage => decode_as(path, text, offset, &RawCoverage::SHAPE, FrontMatter::Coverage),
        DocumentKind::Finding => decode_as(path, text, offset, &RawFinding::SHAPE, FrontMatter::Finding),
        DocumentKind::Topic => decode_as(path, text, offset, &RawTopic::SHAPE, FrontMatter::Topic),
        DocumentKind::Measure => decode_as(path, text, offset, &RawMeasure::SHAPE, FrontMatter::Measure),
        DocumentKind::Glossary
        | DocumentKind::Methodology
        | DocumentKind::Home
        | DocumentKind::Introduction
        | DocumentKind::Page => decode_as(path, text, offset, &RawPage::SHAPE, FrontMatter::Page),
    }
}

/// Decodes at once; only when that fails, every field is looked at to say all that is wrong.
fn decode_as<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    offset: usize,
    shape: &'static RecordShape,
    wrap: impl FnOnce(Box<T>) -> FrontMatter,
) -> Checked<Option<FrontMatter>> {
    match yaml::decode::<T>(text) {
        Ok(raw) => Checked::clean(Some(wrap(Box::new(raw)))),
        Err(error) => Checked { value: None, diagnostics: explain(path, text, offset, shape, &error) },
    }
}

fn explain(
    path: &SourcePath,
    text: &str,
    offset: usize,
    shape: &'static RecordShape,
    error: &SyntaxError,
) -> Vec<Diagnostic> {
    match yaml::tree(text) {
        Err(syntax) => vec![traps::explain(path, text, offset, &syntax)],
        Ok(mut node) => {
            table::shift(&mut node, offset);
            let found = check(path, &node, shape);
            if found.is_empty() { vec![undecodable(path, offset, error)] } else { found }
        }
    }
}

/// The two YAML parsers disagree; what the decoder says is then all there is.
fn undecodable(path: &SourcePath, offset: usize, error: &SyntaxError) -> Diagnostic {
    let place = Place::span(path, error.span.shifted(offset));
    Diagnostic::new(
        &rules::INVALID_YAML,
        place,
        format!("the front matter cannot be read: {}", error.message),
    )
    .help("put values with special characters in quotation marks")
}
