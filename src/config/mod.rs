//! `site.toml` → [`SiteConfig`]: the settings of a site, valid or reported.

mod base_url;
mod levels;
mod raw;

use crate::diagnostic::{Checked, Diagnostic, FieldPath, Level, Place, Rule, rules};
use crate::path::SourcePath;
use crate::schema::{Node, RecordShape};
use crate::source::SourceTree;
pub use base_url::BaseUrl;
pub use levels::{Deny, Levels};
use raw::RawConfig;

/// How many entries stand on one page of a list unless the site says otherwise.
const PAGE_SIZE: i64 = 50;

/// How Markdown is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkdownOptions {
    /// Typographic quotation marks, dashes and ellipses.
    pub smart_punctuation: bool,
    /// Whether raw HTML is passed on.
    pub raw_html: bool,
    /// What is noted in prose on the way.
    pub heed: Heed,
}

/// What rules about wording want to be told of prose while it is read; a rule that is off wants nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heed {
    /// Numbers that are not bound.
    pub numbers: bool,
    /// Times that are relative to the day of reading.
    pub times: bool,
    /// Whether the words are English; of another language only digits are understood.
    pub english: bool,
}

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct SiteConfig {
    /// Title of the site.
    pub title: String,
    /// One or two plain sentences.
    pub description: String,
    /// BCP 47 tag of the language.
    pub language: String,
    /// Where the site will be published.
    pub base: BaseUrl,
    /// Who is behind the site.
    pub authors: Vec<String>,
    /// Name and address of the licence of the site's own text.
    pub licence: Option<(String, String)>,
    /// Ids of topics in the order in which they are listed; others follow by title.
    pub topics: Vec<String>,
    /// Entries on one page of a list.
    pub page_size: usize,
    /// How Markdown is read.
    pub markdown: MarkdownOptions,
    /// Name of the highlighting theme on a light ground; the plan checks that it exists.
    pub light_theme: String,
    /// Name of the highlighting theme on a dark ground.
    pub dark_theme: String,
    /// Levels of rules that differ from the rules' own, by code.
    pub levels: Levels,
}

/// Reads `site.toml`. What is wrong in it is reported, and a usual value stands in for it.
#[must_use]
pub fn read(sources: &SourceTree) -> Checked<SiteConfig> {
    let path = SourcePath::new("site.toml");
    let mut diagnostics = Vec::new();
    // Settings that cannot even be read are told once, and not for lacking a title too.
    let raw = match sources.text(&path) {
        Ok(text) => raw::parse(&path, &text).take(&mut diagnostics),
        Err(error) => {
            diagnostics.push(error);
            RawConfig::default()
        }
    };
    let mut reader = Reader { path: &path, diagnostics: &mut diagnostics };
    let value = reader.config(raw);
    Checked { value, diagnostics }
}

impl SiteConfig {
    /// Makes errors of what a run denies.
    pub fn deny(&mut self, denied: &[Deny]) {
        for deny in denied {
            deny.apply(&mut self.levels);
        }
        self.markdown.heed = heed(&self.levels, &self.language);
    }
}

fn heed(levels: &Levels, language: &str) -> Heed {
    let is_on = |rule: &Rule| levels.get(rule.code) != Some(&Level::Off);
    let english = language.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"));
    Heed { numbers: is_on(&rules::UNBOUND_NUMBER), times: english && is_on(&rules::RELATIVE_TIME), english }
}

struct Reader<'a> {
    path: &'a SourcePath,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn invalid(&mut self, rule: &'static Rule, field: FieldPath, message: String, help: String) {
        self.diagnostics.push(Diagnostic::new(rule, Place::value(self.path, field), message).help(help));
    }

    fn config(&mut self, raw: RawConfig) -> SiteConfig {
        let markdown = raw.markdown.unwrap_or_default();
        let language = raw.language.unwrap_or_else(|| "en".to_owned());
        let levels = self.levels(raw.rules.unwrap_or_default().0);
        let highlight = raw.highlight.unwrap_or_default();
        SiteConfig {
            base: self.base(raw.base_url.as_deref()),
            light_theme: highlight.light.unwrap_or_else(|| "InspiredGitHub".to_owned()),
            dark_theme: highlight.dark.unwrap_or_else(|| "base16-ocean.dark".to_owned()),
            page_size: self.page_size(raw.page_size),
            title: raw.title,
            description: raw.description.unwrap_or_default(),
            authors: raw.authors.unwrap_or_default().0,
            licence: raw.licence.map(|licence| (licence.name, licence.url)),
            topics: raw.topics.unwrap_or_default().0,
            markdown: MarkdownOptions {
                smart_punctuation: markdown.smart_punctuation.unwrap_or(false),
                raw_html: markdown.raw_html.unwrap_or(true),
                heed: heed(&levels, &language),
            },
            language,
            levels,
        }
    }

    fn base(&mut self, typed: Option<&str>) -> BaseUrl {
        let Some(typed) = typed else { return BaseUrl::default() };
        BaseUrl::parse(typed).unwrap_or_else(|message| {
            let help = "write the whole address, such as `https://example.org/repo/`".to_owned();
            self.invalid(&rules::INVALID_VALUE, FieldPath::key("base_url"), message, help);
            BaseUrl::default()
        })
    }

    fn page_size(&mut self, typed: Option<i64>) -> usize {
        let size = typed.unwrap_or(PAGE_SIZE);
        usize::try_from(size).ok().filter(|size| (1..=10_000).contains(size)).unwrap_or_else(|| {
            let message = format!("a list cannot have {size} entries on a page");
            self.invalid(
                &rules::INVALID_VALUE,
                FieldPath::key("page_size"),
                message,
                "write a number from 1 to 10000".to_owned(),
            );
            1
        })
    }
}

/// What fields `site.toml` has.
#[must_use]
pub fn shape() -> &'static RecordShape {
    &RawConfig::SHAPE
}

/// The tree of a settings file, for finding the place of a field in it.
#[must_use]
pub fn tree(text: &str) -> Option<Node> {
    raw::tree(text).ok()
}
