//! The whole contract between the program and its templates: what one page may know.
//!
//! A template gets `site` and `t` (its words), which many pages share, and one `page`. The part of its kind has its own
//! name as well: `report` is `page.report`. Everything is spelled out, down to the rows of tables: numbers are the printed
//! text, URLs already carry the base path, names that end in `_html` are safe HTML, which templates print as it is. Nothing
//! here is computed by a template, and no template function reaches back into the site. No tag is written here: what
//! is safe HTML is inline prose of an author, or what a template printed.

mod card;
mod fact;
mod kinds;
mod others;
mod record;
mod statistic;
mod telling;

use super::contract::HTML;
pub use super::theme::SharedView;
use super::theme::safe;
pub use card::{Card, CardNumber, ContentsEntry, Crumb, Pager, PagerStep};
pub use fact::{AddressView, CreditsView, DateView, Fact, FactPiece, FactValue, FormulaView, QuoteView};
pub use kinds::{
    CiteView, CoverageView, EvidenceGroup, ExplainedRule, FindingView, GlossaryView, HomeView, KindView,
    ListView, MeasureView, MethodologyView, RecommendationGroup, RecommendationsView, RelatedFinding,
    ReportRef, ReportView, RuleFile, RulePart, RuleSection, RuleView, RulesView, SubjectView, TermView,
    TopicView, VerifiedRow, VerifiedView, WaiverView,
};
pub use others::{LoopView, RedirectView};
pub use record::SayingView;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
pub use statistic::{
    ColumnView, MeasureRef, NumberRef, NumberView, RelationView, StatisticRef, StatisticRow, TableView,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
pub use telling::{ArticleCard, TellingView};

/// Safe HTML: inline prose of an author, a body, or what a template printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html<'a>(pub Cow<'a, str>);

impl Html<'_> {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> From<&'a str> for Html<'a> {
    fn from(html: &'a str) -> Self {
        Self(Cow::Borrowed(html))
    }
}

impl Serialize for Html<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        safe(&self.0, serializer)
    }
}

impl JsonSchema for Html<'_> {
    fn schema_name() -> Cow<'static, str> {
        HTML.into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": HTML })
    }
}

/// What is shared is what it is to templates.
impl<T: JsonSchema> JsonSchema for SharedView<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A link to another page or to a record on one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LinkView<'a> {
    /// The target's title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Address with the base path.
    pub url: Cow<'a, str>,
}

/// What every page of the site shares; `site` in a template.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SiteView {
    /// Title of the site.
    pub title: String,
    /// The site in a sentence or two; may be empty.
    pub description: String,
    /// BCP 47 tag for the `lang` attribute.
    pub language: String,
    /// Address of the home page with the base path, ends in `/`.
    pub home: String,
    /// Where the site is, without a folder and without a slash at its end; empty when `base_url` is not set.
    pub origin: String,
    /// Who writes it.
    pub authors: Vec<String>,
    /// Licence of its own text, if it names one.
    pub licence: Option<Licence>,
    /// The main menu, in order.
    pub menu: Vec<MenuItem>,
    /// Pages named in the footer.
    pub footer: Vec<MenuItem>,
    /// How many records of each kind it has.
    pub counts: Counts,
    /// Address of the stylesheet.
    pub stylesheet: String,
    /// Address of the stylesheet for code.
    pub highlight_stylesheet: String,
    /// Address of the icon.
    pub icon: String,
    /// What every page loads after that, in order: the colours and fonts of `[theme]`, then the author's stylesheets.
    pub stylesheets: Vec<String>,
    /// Scripts that every page loads once it is read.
    pub scripts: Vec<String>,
    /// The picture in the header.
    pub logo: Option<LogoView>,
    /// Addresses of the files of `static/`, by name: `site.files["custom.css"]`. Empty in a site without templates of its own.
    pub files: BTreeMap<String, String>,
    /// Address of the feed, or empty when `base_url` is not set.
    pub feed: String,
    /// Address of all statistics as a table.
    pub statistics_csv: String,
    /// Address of all statistics as JSON.
    pub statistics_json: String,
    /// Address of all findings as JSON.
    pub findings_json: String,
    /// Name and version of the program.
    pub generator: String,
    /// What `parts/head.html` prints, once for all pages; empty in that template.
    pub head_html: Html<'static>,
    /// What `parts/header.html` prints, once for each section; empty in that template.
    pub header_html: Html<'static>,
    /// What `parts/footer.html` prints, once for all pages; empty in that template.
    pub footer_html: Html<'static>,
}

/// The picture in the header.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LogoView {
    /// Its address with the base path.
    pub url: String,
    /// What it says; empty when the title stands beside it.
    pub alt: String,
}

/// Licence of the site's own text.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Where it can be read.
    pub url: String,
}

/// One entry of a menu.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct MenuItem {
    /// Section it stands for, such as `findings`; compare with `page.section`.
    pub section: String,
    /// Its words.
    pub label: String,
    /// Address with the base path.
    pub url: String,
}

/// How many records of each kind are published.
#[derive(Debug, Clone, Copy, Default, JsonSchema, Serialize)]
pub struct Counts {
    /// Reports.
    pub reports: usize,
    /// Articles about them.
    pub coverage: usize,
    /// Statistics of reports.
    pub statistics: usize,
    /// Numbers that findings compute.
    pub derived: usize,
    /// Tellings of articles.
    pub tellings: usize,
    /// Findings.
    pub findings: usize,
    /// Topics.
    pub topics: usize,
    /// Measures.
    pub measures: usize,
    /// Terms of the glossary.
    pub terms: usize,
    /// Recommendations.
    pub recommendations: usize,
    /// Claims without a figure.
    pub claims: usize,
    /// Numbers in prose that are bound to a statistic.
    pub bound_numbers: usize,
}

/// One page; `page` in a template. The part of its kind stands in it by its name, such as `page.report`.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct PageView<'a> {
    /// `home`, `report`, `coverage`, `finding`, `topic`, `measure`, `glossary`, `methodology`,
    /// `rules`, `recommendations`, `list`, `page` or `not_found`.
    pub kind: &'static str,
    /// First segment of the address (`findings`), for the menu; empty on the home page.
    pub section: String,
    /// Title as plain text.
    pub title: String,
    /// The same with the site's title after it where there is room, for `<title>`.
    pub full_title: String,
    /// Title as inline prose, for the heading.
    pub title_html: Html<'a>,
    /// One or two plain sentences, for search engines and link previews.
    pub description: String,
    /// BCP 47 tag of its language, where that is not the site's; otherwise empty.
    pub lang: &'a str,
    /// Address with the base path.
    pub url: String,
    /// Absolute address, or empty when `base_url` is not set.
    pub canonical: String,
    /// The pages from the home page down to the parent of this page.
    pub breadcrumbs: Vec<SharedView<Crumb>>,
    /// The headings of the body and the sections below it. Empty where they are too few, and on kinds of page that show none.
    pub contents: Vec<ContentsEntry<'a>>,
    /// The page before this one, if there is one.
    pub previous: Option<SharedView<LinkView<'a>>>,
    /// The page after this one, if there is one.
    pub next: Option<SharedView<LinkView<'a>>>,
    /// The pages of its list; absent when one is enough.
    pub pager: Option<Pager>,
    /// What is known of it.
    pub facts: Vec<Fact<'a>>,
    /// Its tags, with the page of each.
    pub tags: Vec<LinkView<'a>>,
    /// Date of the last revision, if the author gives one.
    pub updated: Option<DateView>,
    /// Whether it is a draft, which is never published.
    pub draft: bool,
    /// The Markdown body as HTML; empty when there is none.
    pub body: Html<'a>,
    /// What the author put under `extra:`, for templates of their own; without any, an empty table.
    pub extra: DataView<'a>,
    /// Pages whose prose links here or binds one of this page's numbers.
    pub mentioned_by: Vec<SharedView<LinkView<'a>>>,
}

/// What an author gave freely. A template may ask for any entry, so it is a table even where there is none.
#[derive(Debug, Clone, Copy)]
pub struct DataView<'a>(pub Option<&'a serde_json::Value>);

impl Serialize for DataView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.filter(|data| !data.is_null()) {
            Some(data) => data.serialize(serializer),
            None => serializer.collect_map(std::iter::empty::<(&str, &str)>()),
        }
    }
}

impl JsonSchema for DataView<'_> {
    fn schema_name() -> Cow<'static, str> {
        serde_json::Value::schema_name()
    }

    fn inline_schema() -> bool {
        serde_json::Value::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        serde_json::Value::json_schema(generator)
    }
}
