//! The one door to Tera: templates in, HTML out, and every error with its template and line.

use super::view::SiteView;
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::source::SourceTree;
use crate::span::Span;
use std::collections::BTreeMap;
use tera::{Context, ErrorKind, Tera};

/// Endings of templates.
const ENDINGS: [&str; 3] = ["html", "xml", "svg"];

/// The loaded templates.
pub struct Theme {
    tera: Tera,
    usable: bool,
}

/// Loads every template. Each broken one is reported once.
#[must_use]
pub fn load(sources: &SourceTree) -> Checked<Theme> {
    let mut diagnostics = Vec::new();
    let mut templates: BTreeMap<String, String> = BTreeMap::new();
    for path in sources.below("templates").filter(|path| ENDINGS.contains(&path.extension().as_str())) {
        match sources.text(path) {
            Ok(text) => {
                templates.insert(path.as_str().trim_start_matches("templates/").to_owned(), text);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    // Tera stops at the first broken template: without it, the next one shows.
    while let Err(error) = tera.add_raw_templates(templates.iter()) {
        let (name, diagnostic) = explain(&error, None);
        let known = templates.remove(&name).is_some();
        diagnostics.push(diagnostic);
        if !known || !matches!(error.kind(), ErrorKind::SyntaxError(_)) {
            break;
        }
    }
    let usable = diagnostics.is_empty();
    Checked { value: Theme { tera, usable }, diagnostics }
}

impl Theme {
    /// Whether all templates could be read.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    /// Gives all templates what they share.
    pub fn share(&mut self, site: &SiteView, words: &BTreeMap<&str, &str>) {
        self.tera.global_context().insert("site", site);
        self.tera.global_context().insert("t", words);
    }

    /// Gives all templates the footer.
    pub fn share_footer(&mut self, html: &str) {
        self.tera.global_context().insert("footer_html", html);
    }

    /// Fills a template with one value under `key`. `page` names the page that is being made.
    ///
    /// # Errors
    /// The template, the line and the page.
    pub fn render(
        &self,
        template: &str,
        key: &'static str,
        value: &impl serde::Serialize,
        page: &str,
    ) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        context.insert(key, value);
        self.tera.render(template, &context).map_err(|error| explain(&error, Some(page)).1)
    }
}

/// The template that is at fault, and a diagnostic.
fn explain(error: &tera::Error, page: Option<&str>) -> (String, Diagnostic) {
    let rule = if page.is_some() { &rules::TEMPLATE_RENDER } else { &rules::TEMPLATE_SYNTAX };
    let (name, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            (report.filename().to_owned(), Span::new(range.start, range.end), report.message().to_owned())
        }
        ErrorKind::MissingParent { current, parent } => {
            (current.clone(), Span::default(), format!("it extends `{parent}`, which does not exist"))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => (
            tpl.clone(),
            Span::default(),
            "templates that extend or include each other in a circle".to_owned(),
        ),
        ErrorKind::TemplateNotFound(name) => {
            (name.clone(), Span::default(), format!("there is no template `{name}`"))
        }
        other => named_in_report(&other.to_string()),
    };
    let path = SourcePath::new(&format!("templates/{name}"));
    let mut sentence = message.trim_end_matches('.').to_owned();
    if let Some(first) = sentence.get(..1).map(str::to_lowercase) {
        sentence.replace_range(..1, &first);
    }
    let mut diagnostic = Diagnostic::new(rule, Place::span(&path, span), sentence)
        .help("templates are Tera 2: check the name, the end of the block, and what the page offers");
    if let Some(page) = page {
        diagnostic = diagnostic.on_page(page);
    }
    (name, diagnostic)
}

/// Some of Tera's errors are a printed report only; its second line is `--> name:line:column`.
fn named_in_report(report: &str) -> (String, Span, String) {
    let message = report.lines().next().unwrap_or(report).trim_start_matches("error: ").to_owned();
    let place = report.lines().find_map(|line| line.trim().strip_prefix("--> "));
    let in_place = place.and_then(|place| place.rsplitn(3, ':').nth(2));
    let in_message = || message.split('`').rfind(|word| ENDINGS.iter().any(|ending| word.ends_with(ending)));
    let name = in_place.or_else(in_message).unwrap_or("base.html").to_owned();
    (name, Span::default(), message)
}
