//! Pages as they stand in lists, and the links from a page to those around it.

use super::Html;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// A page in a list of pages.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Card<'a> {
    /// The page's title, as inline prose without links.
    pub title_html: Html<'a>,
    /// Its address with the base path.
    pub url: Cow<'a, str>,
    /// One plain sentence; may be empty.
    pub summary: &'a str,
    /// A short line such as publisher and date, certainty, or kind; may be empty.
    pub meta: Cow<'a, str>,
    /// `high`, `moderate`, `low` or `very-low`; empty when it is no finding.
    pub certainty: &'static str,
    /// The number that stands for a finding, if one does.
    pub number: Option<CardNumber<'a>>,
}

/// The number that stands for a finding in a list.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CardNumber<'a> {
    /// The value as printed.
    pub value: &'a str,
    /// Whether it takes so much room that it is set smaller.
    pub is_long: bool,
    /// Its permalink.
    pub url: String,
    /// What is counted, as inline prose without links.
    pub label_html: Html<'a>,
    /// The period in words; may be empty.
    pub period: String,
    /// The title of the report that prints it, or of the finding that computes it.
    pub source_html: Html<'a>,
}

/// A page on the way from the home page to another one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Crumb {
    /// Its title.
    pub title: String,
    /// Its address with the base path.
    pub url: String,
}

/// A heading of a page, to be linked to.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ContentsEntry<'a> {
    /// Its id on the page.
    pub id: Cow<'a, str>,
    /// Its level, from 2.
    pub level: u8,
    /// Its words, as inline prose.
    pub title_html: Html<'a>,
}

/// The pages of a long list.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Pager {
    /// Which page this is, in a sentence.
    pub sentence: String,
    /// Address of the page before this one; empty on the first.
    pub previous: String,
    /// Address of the page after this one; empty on the last.
    pub next: String,
    /// The first and the last page, those around this one, and the gaps between.
    pub steps: Vec<PagerStep>,
}

/// A page of a long list, or a gap between two.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct PagerStep {
    /// Its number; 0 for a gap.
    pub number: usize,
    /// The same in a sentence.
    pub label: String,
    /// Its address.
    pub url: String,
    /// Whether it is this page.
    pub is_current: bool,
}
