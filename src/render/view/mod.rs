//! The whole contract between the program and its templates: what one page may know.
//!
//! A template gets `site` and `t` (its words), which many pages share, and one `page`. The part of its kind has its own
//! name as well: `report` is `page.report`. Everything is spelled out: numbers are the printed text, URLs already carry
//! the base path, names that end in `_html` are safe HTML, which templates print as it is. Nothing here is computed by a
//! template, and no template function reaches back into the site.
//!
//! Tables, lists and bodies are *ready-made*: they go in while the page is written, and a template sees a short mark in
//! place of each. So only ever print them, and ask whether they are there; they are empty when there is nothing.

#![expect(missing_docs, reason = "the fields are named as the templates name them")]

mod kinds;

use super::theme::html;
pub use kinds::{
    CiteView, CoverageView, EvidenceGroup, ExplainedRule, FindingView, GlossaryView, HomeView, ListView,
    MeasureView, MethodologyView, NumberView, RecommendationGroup, RecommendationsView, ReportRef,
    ReportView, RuleSection, RuleView, RulesView, SubjectView, TermView, TopicView, VerifiedRow,
    VerifiedView, WaiverView,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A link to another page or to a record on one.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Link {
    /// Inline HTML of the target's title.
    #[serde(serialize_with = "html")]
    pub title_html: String,
    /// Address with the base path.
    pub url: String,
}

/// What every page of the site shares; `site` in a template.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    pub title: String,
    pub description: String,
    /// BCP 47 tag for the `lang` attribute.
    pub language: String,
    /// Address of the home page with the base path, ends in `/`.
    pub home: String,
    /// Absolute address of the site, or empty when `base_url` is not set.
    pub origin: String,
    pub authors: Vec<String>,
    pub licence: Option<Licence>,
    /// The main menu, in order.
    pub menu: Vec<MenuItem>,
    /// Pages named in the footer.
    pub footer: Vec<MenuItem>,
    pub counts: Counts,
    pub stylesheet: String,
    pub highlight_stylesheet: String,
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
    /// Addresses of the data files.
    pub statistics_csv: String,
    pub statistics_json: String,
    pub findings_json: String,
    /// Name and version of the program.
    pub generator: String,
    /// What all pages of a section have in common, made once; empty in the templates that make it.
    #[serde(serialize_with = "html")]
    pub head_html: String,
    #[serde(serialize_with = "html")]
    pub header_html: String,
    #[serde(serialize_with = "html")]
    pub footer_html: String,
}

/// The picture in the header.
#[derive(Debug, Clone, Serialize)]
pub struct LogoView {
    pub url: String,
    /// What it says; empty when the title stands beside it.
    pub alt: String,
}

/// Licence of the site's own text.
#[derive(Debug, Clone, Serialize)]
pub struct Licence {
    pub name: String,
    pub url: String,
}

/// One entry of a menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Section it stands for, such as `findings`; compare with `page.section`.
    pub section: String,
    pub label: String,
    pub url: String,
}

/// How many records of each kind are published.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Counts {
    pub reports: usize,
    pub coverage: usize,
    pub statistics: usize,
    pub derived: usize,
    pub tellings: usize,
    pub findings: usize,
    pub topics: usize,
    pub measures: usize,
    pub terms: usize,
    pub recommendations: usize,
    pub claims: usize,
    /// Numbers in prose that are bound to a statistic.
    pub bound_numbers: usize,
}

/// One page; `page` in a template. Exactly one of the kind-specific parts is present.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home`, `report`, `coverage`, `finding`, `topic`, `measure`, `glossary`, `methodology`,
    /// `rules`, `recommendations`, `list`, `page` or `not_found`.
    pub kind: &'static str,
    /// First segment of the address (`findings`), for the menu; empty on the home page.
    pub section: String,
    /// Title as plain text.
    pub title: String,
    /// The same with the site's title after it where there is room, for `<title>`.
    pub full_title: String,
    /// The elements of the head that tell search engines and link previews of the page, but for its title.
    #[serde(serialize_with = "html")]
    pub meta_html: String,
    /// Title as inline HTML, for the heading.
    #[serde(serialize_with = "html")]
    pub title_html: String,
    /// One or two plain sentences, for search engines and link previews.
    pub description: String,
    /// Address with the base path.
    pub url: String,
    /// Absolute address, or empty when `base_url` is not set.
    pub canonical: String,
    /// Links from the home page down to the parent of this page, as items of a list; empty without any.
    #[serde(serialize_with = "html")]
    pub breadcrumbs_html: String,
    /// Links to the headings of the body and the sections below it, as items of a list. Empty where they are too few,
    /// and on kinds of page that show none.
    #[serde(serialize_with = "html")]
    pub toc_html: String,
    /// Links to the pages before and after this one, ready to print; empty without any.
    #[serde(serialize_with = "html")]
    pub neighbours_html: String,
    pub tags: Vec<Link>,
    /// Date of the last revision in words, if the author gives one, and in ISO form.
    pub updated: String,
    pub updated_iso: String,
    pub draft: bool,
    /// The Markdown body as HTML, and a ready-made text too; empty when there is none.
    #[serde(serialize_with = "html")]
    pub body: String,
    /// Whether there is a body to be made.
    #[serde(skip)]
    pub has_body: bool,
    /// What the author put under `extra:`, for templates of their own.
    pub extra: serde_json::Value,
    /// Pages whose prose links here or binds one of this page's numbers, as a list; empty without any.
    #[serde(serialize_with = "html")]
    pub mentioned_by_html: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<HomeView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<CoverageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub glossary: Option<GlossaryView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub methodology: Option<MethodologyView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<RulesView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommendations: Option<RecommendationsView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<ListView>,
}

impl PageView {
    /// The tables and lists of the page.
    pub(super) fn ready_made(&mut self) -> Vec<&mut String> {
        let mut texts = vec![&mut self.mentioned_by_html];
        if let Some(report) = &mut self.report {
            texts.extend([
                &mut report.facts_html,
                &mut report.statistics_html,
                &mut report.claims_html,
                &mut report.recommendations_html,
                &mut report.coverage_html,
                &mut report.findings_html,
            ]);
        }
        if let Some(coverage) = &mut self.coverage {
            texts.extend([&mut coverage.facts_html, &mut coverage.tellings_html]);
        }
        if let Some(finding) = &mut self.finding {
            texts.extend(
                finding
                    .groups
                    .iter_mut()
                    .flat_map(|group| [&mut group.statistics_html, &mut group.claims_html]),
            );
            texts.extend([
                &mut finding.derived_html,
                &mut finding.disagreements_html,
                &mut finding.related_html,
            ]);
        }
        if let Some(measure) = &mut self.measure {
            texts.extend([&mut measure.facts_html, &mut measure.values_html]);
        }
        if let Some(topic) = &mut self.topic {
            texts.extend([&mut topic.findings_html, &mut topic.reports_html, &mut topic.measures_html]);
        }
        if let Some(list) = &mut self.list {
            texts.push(&mut list.items_html);
        }
        texts
    }
}
