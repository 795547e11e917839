//! What each kind of page shows beyond its frame.

use super::{Counts, Link};
use crate::render::theme::html;
use serde::Serialize;

/// The home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// Lists of pages, ready-made; empty without any. Leading findings come with number and certainty.
    #[serde(serialize_with = "html")]
    pub leading_html: String,
    #[serde(serialize_with = "html")]
    pub reports_html: String,
    #[serde(serialize_with = "html")]
    pub topics_html: String,
}

/// A report, its statistics and what others made of it.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    pub kind: String,
    /// What is known of it, as entries of a `<dl>`; empty when nothing is.
    #[serde(serialize_with = "html")]
    pub facts_html: String,
    pub known_as: String,
    pub publisher: String,
    pub authors: Vec<String>,
    pub secretariat: String,
    /// Whom it is about; empty when that is no body.
    pub subject: String,
    /// Publication date in words, and in ISO form.
    pub published: String,
    pub published_iso: String,
    pub geography: String,
    pub address: String,
    /// Links to the sections of the page, as items of a list; empty when there is but one.
    #[serde(serialize_with = "html")]
    pub jumps_html: String,
    /// Its figures as a table, each row with its permalink and all there is to say; empty without any.
    #[serde(serialize_with = "html")]
    pub statistics_html: String,
    /// Its claims and its recommendations as lists, each with its permalink; empty without any.
    #[serde(serialize_with = "html")]
    pub claims_html: String,
    #[serde(serialize_with = "html")]
    pub recommendations_html: String,
    /// Findings that rest on it, as a list.
    #[serde(serialize_with = "html")]
    pub findings_html: String,
    /// How the press told it, one entry an article; empty without any.
    #[serde(serialize_with = "html")]
    pub coverage_html: String,
}

/// An article about reports.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageView {
    pub kind: String,
    /// What is known of it, as entries of a `<dl>`; empty when nothing is.
    #[serde(serialize_with = "html")]
    pub facts_html: String,
    pub author: String,
    pub outlet: String,
    pub published: String,
    pub published_iso: String,
    pub address: String,
    pub credits: String,
    /// How many of its tellings agree with the reports, in a sentence; empty where none can.
    pub agreement: String,
    /// All that it tells as a table; empty without anything.
    #[serde(serialize_with = "html")]
    pub tellings_html: String,
}

/// A report with its publisher, above its recommendations.
#[derive(Debug, Clone, Serialize)]
pub struct ReportRef {
    #[serde(serialize_with = "html")]
    pub title_html: String,
    pub url: String,
    pub publisher: String,
    pub published: String,
}

/// A finding: what is found, how sure, on which evidence.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    #[serde(serialize_with = "html")]
    pub statement_html: String,
    /// `high`, `moderate`, `low` or `very-low`.
    pub certainty: &'static str,
    /// The level in words.
    pub certainty_label: String,
    #[serde(serialize_with = "html")]
    pub because_html: String,
    /// Why one source is held to be enough for this certainty; empty where nothing was waived.
    pub waived: String,
    /// Its topics, as a list of links; empty without any.
    #[serde(serialize_with = "html")]
    pub topics_html: String,
    /// Evidence by relation: supports, qualifies, disputes; empty groups are left out.
    pub groups: Vec<EvidenceGroup>,
    /// Its derived numbers as a table; empty without any.
    #[serde(serialize_with = "html")]
    pub derived_html: String,
    /// The number that stands for it: its first evidence, if that is a statistic.
    pub number: Option<NumberView>,
    /// Findings that share a statistic, measure or topic, with what they share, as a list; empty without any.
    #[serde(serialize_with = "html")]
    pub related_html: String,
    /// Evidence whose statistic disagrees with another one, as a list; empty without any.
    #[serde(serialize_with = "html")]
    pub disagreements_html: String,
    pub cite: CiteView,
}

/// A number that stands for a page: as printed, and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    pub value: String,
    pub url: String,
}

/// How to cite a page.
#[derive(Debug, Clone, Serialize)]
pub struct CiteView {
    /// One plain line.
    pub text: String,
}

/// All pieces of evidence that bear on a finding in the same way.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceGroup {
    /// `supports`, `qualifies` or `disputes`.
    pub relation: &'static str,
    pub heading: String,
    /// Its statistics as a table; empty without any.
    #[serde(serialize_with = "html")]
    pub statistics_html: String,
    /// Its claims as a list, each with why it counts; empty without any.
    #[serde(serialize_with = "html")]
    pub claims_html: String,
}

/// A topic and what stands under it.
#[derive(Debug, Clone, Serialize)]
pub struct TopicView {
    /// Lists of pages, ready-made; empty without any.
    #[serde(serialize_with = "html")]
    pub findings_html: String,
    #[serde(serialize_with = "html")]
    pub reports_html: String,
    #[serde(serialize_with = "html")]
    pub measures_html: String,
    /// Links to the pages of the list of findings; empty when one is enough.
    #[serde(serialize_with = "html")]
    pub pager_html: String,
}

/// A measure and every value reported of it.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureView {
    pub kind: &'static str,
    pub kind_label: String,
    pub kind_explained: String,
    /// What is known of it, as entries of a `<dl>`; empty when nothing is.
    #[serde(serialize_with = "html")]
    pub facts_html: String,
    pub unit: String,
    pub year_label: String,
    pub population: String,
    pub rounded: String,
    /// Every value in time order, as a table; empty without any.
    #[serde(serialize_with = "html")]
    pub values_html: String,
    #[serde(serialize_with = "html")]
    pub pager_html: String,
}

/// All terms.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryView {
    pub terms: Vec<TermView>,
}

/// A term and its definition.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    pub id: String,
    #[serde(serialize_with = "html")]
    pub term_html: String,
    #[serde(serialize_with = "html")]
    pub definition_html: String,
    pub used_by: Vec<Link>,
}

/// What the methodology page adds to its author's text.
#[derive(Debug, Clone, Serialize)]
pub struct MethodologyView {
    pub waivers: Vec<WaiverView>,
    pub counts: Counts,
    /// Absent where no page names an archived text.
    pub verified: Option<VerifiedView>,
    /// Every check the program applies.
    pub rules: Vec<RuleView>,
}

/// How much was held against archived texts.
#[derive(Debug, Clone, Serialize)]
pub struct VerifiedView {
    /// All of it, in a sentence.
    pub lead: String,
    pub rows: Vec<VerifiedRow>,
}

/// One kind of statement, and how many of how many.
#[derive(Debug, Clone, Serialize)]
pub struct VerifiedRow {
    pub name: String,
    pub number: String,
}

/// A waived check and the author's reason.
#[derive(Debug, Clone, Serialize)]
pub struct WaiverView {
    pub code: String,
    pub rule: String,
    /// Where the rule is explained.
    pub url: String,
    pub reason: String,
    pub page: Link,
}

/// A check in one line.
#[derive(Debug, Clone, Serialize)]
pub struct RuleView {
    pub code: &'static str,
    pub name: &'static str,
    pub level: &'static str,
    pub summary: &'static str,
    /// Where it is explained.
    pub url: String,
}

/// Every rule, explained, by subject.
#[derive(Debug, Clone, Serialize)]
pub struct RulesView {
    pub subjects: Vec<SubjectView>,
}

/// The rules of one subject.
#[derive(Debug, Clone, Serialize)]
pub struct SubjectView {
    pub id: String,
    pub title: &'static str,
    pub rules: Vec<ExplainedRule>,
}

/// A rule with its page. Its code is its anchor.
#[derive(Debug, Clone, Serialize)]
pub struct ExplainedRule {
    pub code: &'static str,
    pub name: &'static str,
    pub level: &'static str,
    /// Whether a site may set another level, or waive it.
    pub can_be_lowered: bool,
    pub sections: Vec<RuleSection>,
}

/// A section of a rule's page; the first has no heading.
#[derive(Debug, Clone, Serialize)]
pub struct RuleSection {
    pub heading: &'static str,
    #[serde(serialize_with = "html")]
    pub html: String,
}

/// A page of all recommendations, by report.
#[derive(Debug, Clone, Serialize)]
pub struct RecommendationsView {
    pub groups: Vec<RecommendationGroup>,
    #[serde(serialize_with = "html")]
    pub pager_html: String,
}

/// The recommendations of one report.
#[derive(Debug, Clone, Serialize)]
pub struct RecommendationGroup {
    pub report: ReportRef,
    /// The list, ready-made.
    #[serde(serialize_with = "html")]
    pub items_html: String,
}

/// A list of pages: reports, coverage, findings, topics, measures, tags, or one tag.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// The list, ready-made.
    #[serde(serialize_with = "html")]
    pub items_html: String,
    #[serde(serialize_with = "html")]
    pub pager_html: String,
    /// How many items there are on all pages together.
    pub total: usize,
}
