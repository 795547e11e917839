//! What is wrong with a template, from what the engine says of it: the template, the place, and what to do.

use super::{idioms, lacking, printed, unknown};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::source::is_template;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use tera::ErrorKind;

/// One mistake in a template.
pub(super) struct TemplateFault {
    /// The template that is at fault.
    pub template: String,
    /// What it names and the engine does not know; empty when it is something else.
    pub unknown: String,
    pub diagnostic: Diagnostic,
}

impl TemplateFault {
    /// What is said of it, in a template of the site's own where that is at fault.
    pub fn of_own(&self, templates: &BTreeMap<String, String>, own: &BTreeSet<String>) -> Diagnostic {
        let is_of_own = own.contains(&self.template);
        let lacking = || unknown::lacks_block(&self.diagnostic.message, &self.template, templates, own);
        match (!is_of_own).then(lacking).flatten() {
            Some((frame, span, (message, help))) => diagnostic(frame, span, &message, None).help(help),
            None => self.diagnostic.clone(),
        }
    }

    /// Whether it only names what one of the templates that were left out is or defines. Each of these is its
    /// name, then its text.
    pub fn follows_from(&self, left_out: &[String]) -> bool {
        let component = format!("component {}", self.unknown);
        !self.unknown.is_empty()
            && left_out.iter().any(|template| {
                template.lines().next() == Some(&self.unknown) || template.contains(&component)
            })
    }
}

/// What is wrong, once for each place.
pub(super) fn explain(
    error: &tera::Error,
    templates: &BTreeMap<String, String>,
    page: Option<&str>,
) -> Vec<TemplateFault> {
    let text = |name: &str| templates.get(name).map_or("", String::as_str);
    let fault = |name: &str, span: Span, message: &str, unknown: &str| TemplateFault {
        template: name.to_owned(),
        unknown: unknown.to_owned(),
        diagnostic: {
            let span = unknown::place_of_list(message, text(name), span).unwrap_or(span);
            let said = unknown::when_read(message, name, templates)
                .or_else(|| lacking::said(message, text(name), span))
                .or_else(|| idioms::said(message, text(name), span))
                .or_else(|| unknown::behind_value(message, text(name), span))
                .or_else(|| unknown::place_by_point(message, text(name), span))
                .or_else(|| unknown::when_made(message, name, span, templates));
            match said {
                Some((message, help)) => diagnostic(name, span, &message, page).help(help),
                None => diagnostic(name, span, message, page),
            }
        },
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            vec![fault(report.filename(), Span::new(range.start, range.end), report.message(), "")]
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("it extends `{parent}`, which does not exist");
            let mut found = fault(current, find(text(current), parent), &message, parent);
            found.diagnostic.help =
                Some(unknown::meant_or_some(parent, templates.keys().map(String::as_str)));
            vec![found]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let message = "templates that extend or include each other in a circle";
            vec![fault(tpl, Span::default(), message, "")]
        }
        ErrorKind::TemplateNotFound(name) => {
            vec![fault(name, Span::default(), &format!("there is no template `{name}`"), "")]
        }
        other => {
            let whole = other.to_string();
            let printed = printed::read(&whole);
            if printed.is_empty() {
                let (name, message) = named_in_message(&whole);
                return vec![fault(name, component(text(name), message), message, "")];
            }
            let faults = printed.iter().map(|one| {
                let unknown = one.message.strip_prefix("Unknown ").and_then(|rest| rest.split('`').nth(1));
                fault(&one.template, one.span(text(&one.template)), &one.message, unknown.unwrap_or(""))
            });
            faults.collect()
        }
    }
}

/// What is said of a place in a template.
pub(super) fn diagnostic(name: &str, span: Span, message: &str, page: Option<&str>) -> Diagnostic {
    let rule = if page.is_some() { &rules::TEMPLATE_RENDER } else { &rules::TEMPLATE_SYNTAX };
    let path = SourcePath::new(&format!("templates/{name}"));
    let mut sentence = message.trim_end_matches('.').to_owned();
    if let Some(first) = sentence.get(..1).map(str::to_lowercase) {
        sentence.replace_range(..1, &first);
    }
    let help = "templates are Tera 2: check the name, the end of the block, and what the page offers";
    let diagnostic = Diagnostic::new(rule, Place::span(&path, span), sentence).help(help);
    match page {
        Some(page) => diagnostic.on_page(page),
        None => diagnostic,
    }
}

/// Where a name stands in a template for the first time; its first byte when it does not.
fn find(text: &str, name: &str) -> Span {
    text.find(name).map_or(Span::default(), |at| Span::new(at, at + name.len()))
}

/// Where the component that a message names first is defined.
fn component(text: &str, message: &str) -> Span {
    message.split('`').nth(1).map_or(Span::default(), |name| find(text, &format!("component {name}")))
}

/// The template that a message without a place names last, and its first line.
fn named_in_message(message: &str) -> (&str, &str) {
    let message = message.lines().next().unwrap_or(message);
    let named = message.split('`').rfind(|word| is_template(&SourcePath::new(word)));
    (named.unwrap_or("base.html"), message)
}
