//! `site.toml` → [`SiteConfig`]: the settings of a site, valid or reported.

mod base_url;
mod colours;
mod language;
mod levels;
mod raw;
mod theme;
mod width;

use crate::address::{USUAL_SCHEMES, is_scheme, scheme};
use crate::diagnostic::{Checked, Diagnostic, FieldPath, Level, Place, Rule, rules};
use crate::path::SourcePath;
use crate::schema::{Node, RecordShape};
use crate::source::SourceTree;
pub use base_url::BaseUrl;
use colours::GROUNDS;
pub use language::{Language, Numerals, TONGUES, Tongue, check_language};
pub use levels::{Deny, Levels};
use raw::{RawConfig, RawHighlight, RawLicence};
pub use theme::{Logo, PICTURES, SCRIPTS, STYLESHEETS, ThemeSettings, ends_in};

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
    /// The language that texts are read in.
    pub language: Language,
}

impl MarkdownOptions {
    /// The same for a page that says by its tag which language it is in.
    #[must_use]
    pub fn in_language(self, tag: Option<&str>) -> Self {
        let Some(tag) = tag.filter(|tag| check_language(tag).is_ok()) else { return self };
        let language = Language::of(tag);
        Self { language, heed: Heed { english: language.is_english(), ..self.heed }, ..self }
    }
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
    /// Schemes that links may have beside the usual ones, in lower case.
    pub schemes: Vec<String>,
    /// Names of the highlighting themes.
    pub highlight: HighlightThemes,
    /// How the site looks.
    pub theme: ThemeSettings,
    /// Levels of rules that differ from the rules' own, by code.
    pub levels: Levels,
}

/// Names of the highlighting themes; the plan checks that they exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HighlightThemes {
    /// Where a reader's system is light.
    pub light: String,
    /// Where it is dark.
    pub dark: String,
    /// On paper, which is white.
    pub print: String,
    /// Whether code stands on a dark panel, where the system is light and where it is dark.
    pub are_dark: [bool; 2],
}

impl HighlightThemes {
    /// Those that are named, or else the usual one of a ground as it will be seen.
    fn of(typed: RawHighlight, are_dark: [bool; 2]) -> Self {
        let usual = |is_dark: bool| if is_dark { "base16-ocean.dark" } else { "InspiredGitHub" };
        let [light, dark] = are_dark.map(usual);
        Self {
            print: typed.light.clone().unwrap_or_else(|| usual(false).to_owned()),
            light: typed.light.unwrap_or_else(|| light.to_owned()),
            dark: typed.dark.unwrap_or_else(|| dark.to_owned()),
            are_dark,
        }
    }
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
    let mut reader = SettingsReader { path: &path, diagnostics: &mut diagnostics };
    let value = reader.config(raw);
    Checked { value, diagnostics }
}

/// Whether a text can be the title of a site.
///
/// # Errors
/// A sentence that says why not.
pub fn check_title(text: &str) -> Result<(), String> {
    match text.trim() {
        "" => Err("the site's title is empty".to_owned()),
        _ => Ok(()),
    }
}

impl SiteConfig {
    /// Whether links may have this scheme.
    #[must_use]
    pub fn allows(&self, scheme: &str) -> bool {
        USUAL_SCHEMES.contains(&scheme) || self.schemes.iter().any(|allowed| allowed == scheme)
    }

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
    let english = Language::of(language).is_english();
    Heed { numbers: is_on(&rules::UNBOUND_NUMBER), times: is_on(&rules::RELATIVE_TIME), english }
}

struct SettingsReader<'a> {
    path: &'a SourcePath,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl SettingsReader<'_> {
    fn invalid(&mut self, rule: &'static Rule, field: FieldPath, message: String, help: String) {
        self.diagnostics.push(Diagnostic::new(rule, Place::value(self.path, field), message).help(help));
    }

    fn config(&mut self, raw: RawConfig) -> SiteConfig {
        let markdown = raw.markdown.unwrap_or_default();
        let language = self.language(raw.language);
        let schemes = self.schemes(markdown.schemes.unwrap_or_default().0);
        self.title(&raw.title);
        let levels = self.levels(raw.rules.unwrap_or_default().0);
        let theme = self.theme(raw.theme.unwrap_or_default());
        let are_dark = [0, 1].map(|at| theme.grounds[at].is_dark(GROUNDS[at]));
        SiteConfig {
            base: self.base(raw.base_url.as_deref()),
            highlight: HighlightThemes::of(raw.highlight.unwrap_or_default(), are_dark),
            page_size: self.page_size(raw.page_size),
            title: raw.title,
            description: raw.description.unwrap_or_default(),
            authors: raw.authors.unwrap_or_default().0,
            licence: raw.licence.and_then(|licence| self.licence(licence, &schemes)),
            topics: raw.topics.unwrap_or_default().0,
            markdown: MarkdownOptions {
                smart_punctuation: markdown.smart_punctuation.unwrap_or(false),
                raw_html: markdown.raw_html.unwrap_or(true),
                heed: heed(&levels, &language),
                language: Language::of(&language),
            },
            theme,
            schemes,
            language,
            levels,
        }
    }

    fn language(&mut self, typed: Option<String>) -> String {
        let usual = || "en".to_owned();
        let language = typed.unwrap_or_else(usual);
        let Err(message) = check_language(&language) else { return language };
        let help = "the first part is the language, the others say of which country or script".to_owned();
        self.invalid(&rules::INVALID_VALUE, FieldPath::key("language"), message, help);
        usual()
    }

    /// A title that is missing altogether was told already.
    fn title(&mut self, typed: &str) {
        let others = [&rules::INVALID_VALUE, &rules::UNKNOWN_FIELD];
        let may_lack_one = self.diagnostics.iter().any(|told| !others.contains(&told.rule));
        if let Some(message) = check_title(typed).err().filter(|_| !may_lack_one) {
            let help = "write what the site is called, such as `title = \"Libraries\"`".to_owned();
            self.invalid(&rules::INVALID_VALUE, FieldPath::key("title"), message, help);
        }
    }

    fn schemes(&mut self, typed: Vec<String>) -> Vec<String> {
        for (place, scheme) in typed.iter().enumerate().filter(|(_, scheme)| !is_scheme(scheme)) {
            let field = FieldPath::key("markdown").then("schemes").at(place);
            let message = format!("`{}` is no scheme of an address", scheme.escape_debug());
            self.invalid(
                &rules::INVALID_VALUE,
                field,
                message,
                "write what stands before the colon, such as `sms`".to_owned(),
            );
        }
        typed.into_iter().map(|scheme| scheme.to_ascii_lowercase()).collect()
    }

    /// The licence, unless its address is none that a page may link to.
    fn licence(&mut self, typed: RawLicence, schemes: &[String]) -> Option<(String, String)> {
        let is_allowed =
            |scheme: &String| USUAL_SCHEMES.contains(&scheme.as_str()) || schemes.contains(scheme);
        if let Some(scheme) = scheme(&typed.url).filter(|scheme| !is_allowed(scheme)) {
            let field = FieldPath::key("licence").then("url");
            let message = format!("`{scheme}:` is no scheme that this site links to");
            self.invalid(
                &rules::UNUSUAL_SCHEME,
                field,
                message,
                "write an address that begins with `https://`".to_owned(),
            );
            return None;
        }
        if scheme(&typed.url).is_none() && !typed.url.starts_with("//") {
            let field = FieldPath::key("licence").then("url");
            let message = format!("`{}` is no whole address, and every page prints it", typed.url);
            let help = "write an address that begins with `https://`".to_owned();
            self.invalid(&rules::INVALID_VALUE, field, message, help);
            return None;
        }
        Some((typed.name, typed.url))
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
