//! The front matter of every kind of document, as typed: texts and lists, not yet judged. And what YAML makes of it that
//! its author did not mean.

mod lost;
mod misplaced;
mod traps;

use super::record::{RawCoverage, RawFinding, RawMeasure, RawPage, RawReport, RawTopic};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::document::kind::DocumentKind;
use crate::document::yaml::{self, SyntaxError};
use crate::path::SourcePath;
use crate::schema::{RecordShape, check};
use serde::de::DeserializeOwned;

/// The front matter of a document.
#[derive(Debug, Clone)]
pub enum FrontMatter {
    /// Of a report.
    Report(Box<RawReport>),
    /// Of coverage.
    Coverage(Box<RawCoverage>),
    /// Of a finding.
    Finding(Box<RawFinding>),
    /// Of a topic.
    Topic(Box<RawTopic>),
    /// Of a measure.
    Measure(Box<RawMeasure>),
    /// Of anything else.
    Page(Box<RawPage>),
}

impl FrontMatter {
    /// The tag of the language that a page says it is in.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        match self {
            Self::Report(raw) => raw.lang.as_deref(),
            Self::Coverage(raw) => raw.lang.as_deref(),
            Self::Finding(raw) => raw.lang.as_deref(),
            Self::Topic(raw) => raw.lang.as_deref(),
            Self::Measure(raw) => raw.lang.as_deref(),
            Self::Page(raw) => raw.lang.as_deref(),
        }
    }
}

/// The shapes of all kinds of front matter.
pub const SHAPES: [&RecordShape; 6] = [
    &RawReport::SHAPE,
    &RawCoverage::SHAPE,
    &RawFinding::SHAPE,
    &RawTopic::SHAPE,
    &RawMeasure::SHAPE,
    &RawPage::SHAPE,
];

/// Whether any record of front matter has a field of this name.
fn is_field(name: &str) -> bool {
    SHAPES.iter().any(|shape| shape.has(name))
}

/// Whether a line begins with such a field, or with an item of a list.
fn begins_field(line: &str) -> bool {
    let line = line.trim_start();
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    line.starts_with("- ")
        || line.split_once(':').is_some_and(|(name, rest)| is_name(name) && !rest.starts_with("//"))
}

/// Reads front matter that starts at `offset` of its file.
#[must_use]
pub fn decode(
    path: &SourcePath,
    kind: DocumentKind,
    text: &str,
    offset: usize,
) -> Checked<Option<FrontMatter>> {
    match kind {
        DocumentKind::Report => decode_as(path, text, offset, &RawReport::SHAPE, FrontMatter::Report),
        DocumentKind::Coverage => decode_as(path, text, offset, &RawCoverage::SHAPE, FrontMatter::Coverage),
        DocumentKind::Finding => decode_as(path, text, offset, &RawFinding::SHAPE, FrontMatter::Finding),
        DocumentKind::Topic => decode_as(path, text, offset, &RawTopic::SHAPE, FrontMatter::Topic),
        DocumentKind::Measure => decode_as(path, text, offset, &RawMeasure::SHAPE, FrontMatter::Measure),
        DocumentKind::Glossary
        | DocumentKind::Methodology
        | DocumentKind::Home
        | DocumentKind::Introduction
        | DocumentKind::Page => decode_as(path, text, offset, &RawPage::SHAPE, FrontMatter::Page),
    }
}

/// Decodes at once; only when that fails, every field is looked at to say all that is wrong.
fn decode_as<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    offset: usize,
    shape: &'static RecordShape,
    wrap: impl FnOnce(Box<T>) -> FrontMatter,
) -> Checked<Option<FrontMatter>> {
    let mut diagnostics = lost::comments(path, text, offset);
    let value = match yaml::decode::<T>(text) {
        Ok(raw) => Some(wrap(Box::new(raw))),
        Err(error) => {
            diagnostics.extend(explain(path, text, offset, shape, &error));
            None
        }
    };
    Checked { value, diagnostics }
}

fn explain(
    path: &SourcePath,
    text: &str,
    offset: usize,
    shape: &'static RecordShape,
    error: &SyntaxError,
) -> Vec<Diagnostic> {
    match yaml::tree(text) {
        Err(syntax) => vec![traps::explain(path, text, offset, &syntax)],
        Ok(mut node) => {
            node.move_spans(&|span| span.shifted(offset));
            let found = match shape.noun == RawPage::SHAPE.noun {
                true => misplaced::told(path, &node, shape, check(path, &node, shape)),
                false => check(path, &node, shape),
            };
            if found.is_empty() { vec![undecodable(path, offset, error)] } else { found }
        }
    }
}

/// The two YAML parsers disagree; what the decoder says is then all there is.
fn undecodable(path: &SourcePath, offset: usize, error: &SyntaxError) -> Diagnostic {
    let place = Place::span(path, error.span.shifted(offset));
    Diagnostic::new(
        &rules::INVALID_YAML,
        place,
        format!("the front matter cannot be read: {}", error.message),
    )
    .help("put values with special characters in quotation marks")
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, decode};
    use crate::config::{Heed, Language, MarkdownOptions, Numerals, Tongue};
    use crate::document::kind::DocumentKind;
    use crate::document::prose::Prose;
    use crate::evidence::decode::{Document, document};
    use crate::path::SourcePath;
    use crate::schema::{Field, RecordShape, Shape};

    const MARKDOWN: MarkdownOptions = MarkdownOptions {
        smart_punctuation: false,
        raw_html: true,
        heed: Heed { numbers: false, times: false, english: true },
        language: Language { tongue: Tongue::English, numerals: Numerals::Point },
    };

    /// A record with each field in turn, beside those that it needs, as items at some depth.
    fn samples(record: &RecordShape) -> Vec<String> {
        record.fields.iter().map(|field| sample(record, field)).collect()
    }

    fn sample(record: &RecordShape, field: &Field) -> String {
        assert!(!field.example.is_empty(), "{}.{} has no example", record.noun, field.name);
        let needed = record.fields.iter().filter(|one| one.required && one.name != field.name);
        let lines = needed.chain([field]).map(|one| format!("{}: {}", one.name, one.example));
        lines.collect::<Vec<_>>().join(", ")
    }

    fn found(yaml: &str, kind: DocumentKind, folder: &str) -> Vec<String> {
        let path = SourcePath::new(&format!("content/{folder}sample.md"));
        let front = decode(&path, kind, yaml, 0);
        let mut messages: Vec<String> = front.diagnostics.into_iter().map(|one| one.message).collect();
        let sample = Document {
            path,
            kind,
            language: MARKDOWN.language,
            front: front.value,
            body: Prose::default(),
            definitions: Vec::new(),
        };
        messages.extend(document(sample, MARKDOWN).diagnostics.into_iter().map(|one| one.message));
        // Of some fields a record is to have one, and there the others stand alone.
        messages.retain(|message| !message.contains("this one names 0"));
        messages
    }

    /// What the reference shows can be typed as it stands there.
    #[test]
    fn every_example_of_a_field_is_taken() {
        let kinds = [
            (DocumentKind::Report, "reports/"),
            (DocumentKind::Coverage, "coverage/"),
            (DocumentKind::Finding, "findings/"),
            (DocumentKind::Topic, "topics/"),
            (DocumentKind::Measure, "measures/"),
            (DocumentKind::Page, ""),
        ];
        for (shape, (kind, folder)) in SHAPES.into_iter().zip(kinds) {
            let needed: Vec<&Field> = shape.fields.iter().filter(|field| field.required).collect();
            for field in shape.fields {
                let others = needed.iter().filter(|one| one.name != field.name);
                let begun: Vec<String> =
                    others.map(|one| format!("{}: {}\n", one.name, one.example)).collect();
                let begun = begun.concat();
                let mut texts = vec![format!("{begun}{}: {}\n", field.name, field.example)];
                match field.shape {
                    Shape::Entries(inner) => texts.extend(
                        samples(inner)
                            .iter()
                            .map(|one| format!("{begun}{}:\n  one: {{{one}}}\n", field.name)),
                    ),
                    Shape::List(inner) => texts.extend(
                        samples(inner).iter().map(|one| format!("{begun}{}:\n  - {{{one}}}\n", field.name)),
                    ),
                    Shape::Record(inner) => texts.extend(
                        samples(inner).iter().map(|one| format!("{begun}{}: {{{one}}}\n", field.name)),
                    ),
                    Shape::Text
                    | Shape::Flag
                    | Shape::Number
                    | Shape::Texts
                    | Shape::TextMap
                    | Shape::Any => {}
                }
                for text in texts {
                    assert_eq!(found(&text, kind, folder), Vec::<String>::new(), "{text}");
                }
            }
        }
    }
}
