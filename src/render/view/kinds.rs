//! What each kind of page shows beyond its frame.

use super::card::{Card, ContentsEntry};
use super::record::SayingView;
use super::statistic::{NumberRef, RelationView, StatisticRow};
use super::telling::{ArticleCard, TellingView};
use super::{Counts, Html, LinkView, SharedView};
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// The part of a page's kind. Its name is the kind's, in `page` and by itself.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KindView<'a> {
    /// Of the home page.
    Home(HomeView<'a>),
    /// Of a report.
    Report(ReportView<'a>),
    /// Of an article about reports.
    Coverage(CoverageView<'a>),
    /// Of a finding.
    Finding(FindingView<'a>),
    /// Of a topic.
    Topic(TopicView<'a>),
    /// Of a measure.
    Measure(MeasureView<'a>),
    /// Of the glossary.
    Glossary(GlossaryView<'a>),
    /// Of the methodology.
    Methodology(MethodologyView<'a>),
    /// Of the page that explains every check.
    Rules(RulesView),
    /// Of the page of all recommendations.
    Recommendations(RecommendationsView<'a>),
    /// Of a list.
    List(ListView<'a>),
}

/// The home page.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct HomeView<'a> {
    /// The findings that lead, with number and certainty.
    pub leading: Vec<SharedView<Card<'a>>>,
    /// The first reports.
    pub reports: Vec<SharedView<Card<'a>>>,
    /// All topics.
    pub topics: Vec<SharedView<Card<'a>>>,
}

/// A report, its statistics and what others made of it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ReportView<'a> {
    /// What it is, such as `statistics` or `inquiry`.
    pub kind: &'a str,
    /// Its short name; may be empty.
    pub known_as: &'a str,
    /// Who published it.
    pub publisher: &'a str,
    /// Who wrote it.
    pub authors: &'a [String],
    /// Who did the work for the authors; may be empty.
    pub secretariat: &'a str,
    /// Whom it is about; empty when that is no body.
    pub subject: &'a str,
    /// Publication date in words; may be empty.
    pub published: String,
    /// Publication date for machines; may be empty.
    pub published_iso: String,
    /// The area that it covers; may be empty.
    pub geography: &'a str,
    /// Where the original is; may be empty.
    pub address: Cow<'a, str>,
    /// The sections of the page; empty when there is but one.
    pub jumps: Vec<ContentsEntry<'a>>,
    /// Its figures, in the author's order.
    pub statistics: Vec<StatisticRow<'a>>,
    /// What it says without a figure.
    pub claims: Vec<SayingView<'a>>,
    /// What it asks for.
    pub recommendations: Vec<SayingView<'a>>,
    /// Findings that rest on it.
    pub findings: Vec<SharedView<Card<'a>>>,
    /// How the press told it, article by article.
    pub coverage: Vec<ArticleCard<'a>>,
}

/// An article about reports.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CoverageView<'a> {
    /// What it is, such as `news`.
    pub kind: &'a str,
    /// Who wrote it; may be empty.
    pub author: &'a str,
    /// Where it appeared; may be empty.
    pub outlet: &'a str,
    /// The day in words; may be empty.
    pub published: String,
    /// The day for machines; may be empty.
    pub published_iso: String,
    /// Where the original is; may be empty.
    pub address: Cow<'a, str>,
    /// Whom it credits; may be empty.
    pub credits: &'a str,
    /// How many of its tellings agree with the reports, in a sentence; empty where none can.
    pub agreement: String,
    /// All that it tells.
    pub tellings: Vec<TellingView<'a>>,
}

/// A report as others name it, or a finding with a number of its own.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ReportRef<'a> {
    /// Its title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Its page.
    pub url: Cow<'a, str>,
    /// Who published it; empty for a finding.
    pub publisher: &'a str,
    /// Publication date in words; may be empty.
    pub published: String,
}

/// A finding: what is found, how sure, on which evidence.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct FindingView<'a> {
    /// What is found, as inline prose; the title, where nothing else is said.
    pub statement_html: Html<'a>,
    /// `high`, `moderate`, `low` or `very-low`.
    pub certainty: &'static str,
    /// The level in words.
    pub certainty_label: &'a str,
    /// Why it is so certain and no more, as inline prose.
    pub because_html: Html<'a>,
    /// Why one source is held to be enough for this certainty; empty where nothing was waived.
    pub waived: String,
    /// The number that stands for it: its first evidence, if that is a statistic.
    pub number: Option<NumberRef<'a>>,
    /// Evidence by how it bears on the finding: supports, qualifies, disputes. Empty groups are left out.
    pub evidence: Vec<EvidenceGroup<'a>>,
    /// The numbers that it computes.
    pub derived: Vec<StatisticRow<'a>>,
    /// Findings that share a statistic, a measure or a topic with it.
    pub related: Vec<RelatedFinding<'a>>,
    /// Evidence whose statistic disagrees with another one.
    pub disagreements: Vec<RelationView<'a>>,
    /// How to cite it.
    pub cite: CiteView,
}

/// A finding that shares something with another one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RelatedFinding<'a> {
    /// Its title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Its page.
    pub url: Cow<'a, str>,
    /// What the two share, in a sentence with inline prose in it.
    pub why_html: Html<'a>,
}

/// How to cite a page.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CiteView {
    /// One plain line.
    pub text: String,
}

/// All pieces of evidence that bear on a finding in the same way.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct EvidenceGroup<'a> {
    /// `supports`, `qualifies` or `disputes`.
    pub relation: &'static str,
    /// The same as a heading.
    pub heading: &'a str,
    /// Its statistics, each with why it counts.
    pub statistics: Vec<StatisticRow<'a>>,
    /// Its claims, each with why it counts.
    pub claims: Vec<SayingView<'a>>,
}

/// A topic and what stands under it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TopicView<'a> {
    /// Findings.
    pub findings: Vec<SharedView<Card<'a>>>,
    /// Reports.
    pub reports: Vec<SharedView<Card<'a>>>,
    /// Measures.
    pub measures: Vec<SharedView<Card<'a>>>,
}

/// A measure and every value reported of it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct MeasureView<'a> {
    /// `stock`, `flow`, `rate`, `share`, `money` or `index`.
    pub kind: &'static str,
    /// The same in words.
    pub kind_label: &'a str,
    /// What that means, in a sentence or two.
    pub kind_explained: &'a str,
    /// In what it is counted; may be empty.
    pub unit: &'a str,
    /// Its year, in words; empty when it does not say.
    pub year_label: &'a str,
    /// Who or what is counted; may be empty.
    pub population: &'a str,
    /// To what its counts are rounded; may be empty.
    pub rounded: &'a str,
    /// Every value, in time order.
    pub values: Vec<StatisticRow<'a>>,
}

/// All terms.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct GlossaryView<'a> {
    /// The terms, in alphabetical order.
    pub terms: Vec<TermView<'a>>,
}

/// A term and its definition.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TermView<'a> {
    /// Its id on the page.
    pub id: &'a str,
    /// The term, as inline prose.
    pub term_html: Html<'a>,
    /// What it means here, as inline prose.
    pub definition_html: Html<'a>,
    /// Pages that use it; of very many the first.
    pub used_by: Vec<SharedView<LinkView<'a>>>,
}

/// What the methodology page adds to its author's text.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct MethodologyView<'a> {
    /// Every check that was waived.
    pub waivers: Vec<WaiverView<'a>>,
    /// How many records of each kind the site has.
    pub counts: Counts,
    /// What was held against archived texts; absent where no page names one.
    pub verified: Option<VerifiedView>,
    /// Every check that the program applies.
    pub rules: Vec<RuleView>,
}

/// How much was held against archived texts.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct VerifiedView {
    /// All of it, in a sentence.
    pub lead: String,
    /// The same by kind of statement.
    pub rows: Vec<VerifiedRow>,
}

/// One kind of statement, and how many of how many.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct VerifiedRow {
    /// Its name.
    pub name: String,
    /// How many of how many, in words.
    pub number: String,
}

/// A waived check and the author's reason.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct WaiverView<'a> {
    /// The rule's code.
    pub code: String,
    /// What the rule holds.
    pub rule: &'static str,
    /// Where the rule is explained.
    pub url: String,
    /// The author's reason.
    pub reason: &'a str,
    /// The page or record that it was waived for.
    pub page: LinkView<'a>,
}

/// A check in one line.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RuleView {
    /// Its code, such as `N001`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// `error` or `warning`, unless a site says otherwise.
    pub level: &'static str,
    /// What it holds.
    pub summary: &'static str,
    /// Where it is explained.
    pub url: String,
}

/// Every rule, explained, by subject.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RulesView {
    /// The subjects, in order.
    pub subjects: Vec<SubjectView>,
}

/// The rules of one subject.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SubjectView {
    /// The id of its section.
    pub id: String,
    /// Its heading.
    pub title: &'static str,
    /// Its rules.
    pub rules: Vec<ExplainedRule>,
}

/// A rule with its page. Its code is its anchor.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ExplainedRule {
    /// Its code, such as `N001`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// `error` or `warning`, unless a site says otherwise.
    pub level: &'static str,
    /// Whether a site may set another level, or waive it.
    pub can_be_lowered: bool,
    /// What is said of it.
    pub sections: Vec<RuleSection>,
}

/// A section of a rule's page.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RuleSection {
    /// Its heading; the first section has none.
    pub heading: &'static str,
    /// Its text, and the files that it shows.
    pub parts: Vec<RulePart>,
}

/// A piece of text, or a file that is shown. It has exactly one field: `part.body` or `part.file`.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RulePart {
    /// Markdown as HTML.
    Body(Html<'static>),
    /// A file.
    File(RuleFile),
}

/// A file that the page of a rule shows.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RuleFile {
    /// Its path; empty where that does not matter.
    pub path: &'static str,
    /// What it holds.
    pub code: &'static str,
}

/// A page of all recommendations, by report.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RecommendationsView<'a> {
    /// The reports that ask for something.
    pub groups: Vec<RecommendationGroup<'a>>,
}

/// The recommendations of one report.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RecommendationGroup<'a> {
    /// The report.
    pub report: SharedView<ReportRef<'a>>,
    /// What it asks for.
    pub recommendations: Vec<SayingView<'a>>,
}

/// A list of pages: reports, coverage, findings, topics, measures, tags, or one tag.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ListView<'a> {
    /// What it lists: `findings`, `reports`, `coverage`, `topics`, `measures`, `tags`, `tag` or `pages`.
    pub of: &'static str,
    /// The pages of the list that stand here.
    pub cards: Vec<SharedView<Card<'a>>>,
    /// How many there are on all pages together.
    pub total: usize,
}
