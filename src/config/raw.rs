//! `site.toml` as typed, and its tree with spans. A mistake in one setting leaves the others as they are.

use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::schema::{Entries, Key, Node, RecordShape, Shape, Texts, Value, check, record};
use crate::span::Span;
use toml::Table;
use toml::de::{DeTable, DeValue};

record! {
    /// The settings of a site as typed.
    "site"
    pub struct RawConfig {
        /// Title of the site.
        title: String,
        /// One or two plain sentences about the site.
        description: Option<String>,
        /// Language of the site, such as `en-GB`.
        language: Option<String>,
        /// Address at which the site will be published.
        base_url: Option<String>,
        /// Who is behind the site.
        authors: Option<Texts>,
        /// Licence of the site's own text.
        licence: Option<RawLicence>,
        /// Ids of topics, in the order in which they are listed.
        topics: Option<Texts>,
        /// Entries on one page of a list.
        page_size: Option<i64>,
        /// How Markdown is read.
        markdown: Option<RawMarkdown>,
        /// Highlighting of code.
        highlight: Option<RawHighlight>,
        /// How the site looks.
        theme: Option<RawTheme>,
        /// Levels of rules: code or name, and error, warn, note or off.
        rules: Option<Entries<String>>,
    }
}

record! {
    /// A licence as typed.
    "licence"
    pub struct RawLicence {
        /// Its name.
        name: String,
        /// Its address.
        url: String,
    }
}

record! {
    /// Settings of Markdown as typed.
    "markdown section"
    pub struct RawMarkdown {
        /// Typographic quotation marks, dashes and ellipses.
        smart_punctuation: Option<bool>,
        /// Whether raw HTML is passed on.
        raw_html: Option<bool>,
        /// Schemes that links may have beside http, https, mailto and tel.
        schemes: Option<Texts>,
    }
}

record! {
    /// Settings of highlighting as typed.
    "highlight section"
    pub struct RawHighlight {
        /// Theme on a light ground.
        light: Option<String>,
        /// Theme on a dark ground.
        dark: Option<String>,
    }
}

record! {
    /// The look of a site as typed.
    "theme section"
    pub struct RawTheme {
        /// Colours on a light ground.
        light: Option<RawColours>,
        /// Colours on a dark ground, for readers whose system is dark.
        dark: Option<RawColours>,
        /// Families of fonts.
        fonts: Option<RawFonts>,
        /// How wide a page becomes, such as `74rem`.
        width: Option<String>,
        /// A picture in the header.
        logo: Option<RawLogo>,
        /// Stylesheets of static/ that every page loads after the bundled one.
        stylesheets: Option<Texts>,
        /// Scripts of static/ that every page loads.
        scripts: Option<Texts>,
    }
}

record! {
    /// Colours as typed.
    "list of colours"
    pub struct RawColours {
        /// What everything stands on.
        background: Option<String>,
        /// The ground of boxes, code and the footer.
        panel: Option<String>,
        /// Running text and headings.
        text: Option<String>,
        /// What is said in passing: dates, sources, captions.
        muted: Option<String>,
        /// Lines between things; no text.
        line: Option<String>,
        /// What stands out: figures, marks of certainty.
        accent: Option<String>,
        /// The ground of what a link led to.
        highlight: Option<String>,
        /// Links; the accent unless it is set.
        link: Option<String>,
    }
}

record! {
    /// Fonts as typed.
    "list of fonts"
    pub struct RawFonts {
        /// Headings and running text.
        text: Option<String>,
        /// Menus, tables and notes.
        interface: Option<String>,
        /// Code.
        code: Option<String>,
    }
}

record! {
    /// A logo as typed.
    "logo"
    pub struct RawLogo {
        /// A file of static/.
        file: String,
        /// What it says, for those who cannot see it; empty when the title is to stand beside it.
        alt: String,
    }
}

/// Reads the text. What is wrong in it is reported, and the rest is read all the same.
pub(super) fn parse(path: &SourcePath, text: &str) -> Checked<RawConfig> {
    let node = match tree(text) {
        Ok(node) => node,
        Err((message, span)) => {
            let diagnostics = vec![not_toml(path, &message, span)];
            return Checked { value: RawConfig::default(), diagnostics };
        }
    };
    let diagnostics = check(path, &node, &RawConfig::SHAPE);
    match toml::from_str(text) {
        Ok(raw) => Checked { value: raw, diagnostics },
        Err(_) if !diagnostics.is_empty() => Checked { value: usable(text), diagnostics },
        Err(error) => {
            let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
            Checked { value: usable(text), diagnostics: vec![not_toml(path, error.message(), span)] }
        }
    }
}

/// What can be used of settings in which something is wrong.
fn usable(text: &str) -> RawConfig {
    let mut table: Table = toml::from_str(text).unwrap_or_default();
    keep_sound(&mut table, &RawConfig::SHAPE);
    table.entry("title").or_insert_with(|| toml::Value::String(String::new()));
    table.try_into().unwrap_or_default()
}

/// Takes out every field that the record does not have, or not like this.
fn keep_sound(table: &mut Table, record: &RecordShape) {
    table.retain(|key, value| record.field(key).is_some_and(|field| is_sound(value, field.shape)));
}

fn is_sound(value: &mut toml::Value, shape: Shape) -> bool {
    match (shape, value) {
        (Shape::Any, _) => true,
        (Shape::Text | Shape::Texts, value) if value.is_str() => true,
        (Shape::Texts, toml::Value::Array(items)) => items.iter().all(toml::Value::is_str),
        (Shape::Flag, value) => value.is_bool(),
        (Shape::Number, value) => value.is_integer(),
        (Shape::TextMap, toml::Value::Table(table)) => {
            table.retain(|_, value| value.is_str());
            true
        }
        (Shape::Record(record), toml::Value::Table(table)) => {
            keep_sound(table, record);
            record.fields.iter().all(|field| !field.required || table.contains_key(field.name))
        }
        (
            Shape::Text
            | Shape::Texts
            | Shape::TextMap
            | Shape::Record(_)
            | Shape::Entries(_)
            | Shape::List(_),
            _,
        ) => false,
    }
}

fn not_toml(path: &SourcePath, message: &str, span: Span) -> Diagnostic {
    let message = message.lines().next().unwrap_or("it cannot be read");
    Diagnostic::new(
        &rules::INVALID_TOML,
        Place::span(path, span),
        format!("the settings are not TOML here: {message}"),
    )
    .help("texts stand in quotation marks, lists in brackets, and each setting on a line of its own")
}

/// The tree of the text.
pub(super) fn tree(text: &str) -> Result<Node, (String, Span)> {
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
        (error.message().to_owned(), span)
    })?;
    let span = table.span();
    Ok(map(table.get_ref(), Span::new(span.start, span.end)))
}

fn map(table: &DeTable<'_>, span: Span) -> Node {
    let entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let at = key.span();
            let key = Key { text: key.get_ref().to_string(), span: Span::new(at.start, at.end) };
            (key, node(value.get_ref(), Span::new(value.span().start, value.span().end)))
        })
        .collect();
    Node { span, value: Value::Map { entries: entries.into(), flow: false } }
}

fn node(value: &DeValue<'_>, span: Span) -> Node {
    let value = match value {
        DeValue::String(text) => Value::Scalar { text: text.to_string(), quoted: true },
        DeValue::Boolean(flag) => Value::Scalar { text: flag.to_string(), quoted: false },
        DeValue::Integer(number) => Value::Scalar { text: number.to_string(), quoted: false },
        DeValue::Float(number) => Value::Scalar { text: number.to_string(), quoted: false },
        DeValue::Datetime(date) => Value::Scalar { text: date.to_string(), quoted: false },
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| node(item.get_ref(), Span::new(item.span().start, item.span().end)))
                .collect(),
        ),
        DeValue::Table(table) => return map(table, span),
    };
    Node { span, value }
}
