//! One document → its records. Nothing here looks at another document.

mod coverage;
mod finding;
mod marks;
mod measure;
mod reading;
mod report;
mod words;

use super::record::{Claim, Coverage, Finding, Measure, Page, Recommendation, Report, Statistic, Term};
use crate::config::MarkdownOptions;
use crate::diagnostic::{Checked, Diagnostic, Place, Trail, rules};
use crate::document::Document;
use crate::document::fields::{FrontMatter, PageFields};
use crate::document::kind::DocumentKind;
use crate::document::prose::{Definition, Prose};
use crate::path::SourcePath;
pub use marks::Marks;
use reading::Reading;
pub use reading::{is_id, not_a_quantity};
use std::sync::Arc;
pub use words::{TextKind, text_kind};

/// A document's page and records, shared with whatever is made of them: a copy costs next to nothing.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The page.
    pub page: Arc<Page>,
    /// What it holds.
    pub records: Records,
    /// What other documents can refer to, and what decides where pages stand.
    pub marks: Marks,
}

/// The records of one document.
#[derive(Debug, Clone)]
pub enum Records {
    /// A report with its records.
    Report(ReportRecords),
    /// Coverage.
    Coverage(Arc<Coverage>),
    /// A finding with its derived numbers.
    Finding(Arc<Finding>, Arc<[Statistic]>),
    /// A topic, which is its page.
    Topic,
    /// A measure.
    Measure(Arc<Measure>),
    /// Terms.
    Glossary(Arc<[Term]>),
    /// Nothing but a page.
    None,
}

/// What a report states.
#[derive(Debug, Clone)]
pub struct ReportRecords {
    /// The report itself.
    pub report: Arc<Report>,
    /// Its figures.
    pub statistics: Arc<[Statistic]>,
    /// Its claims.
    pub claims: Arc<[Claim]>,
    /// Its recommendations.
    pub recommendations: Arc<[Recommendation]>,
}

impl Decoded {
    fn new(page: Page, records: Records) -> Self {
        let marks = Marks::of(&page, &records);
        Self { page: Arc::new(page), records, marks }
    }

    /// The same document under another id.
    #[must_use]
    pub fn with_id(self, id: String) -> Self {
        Self::new(Page { id, ..Arc::unwrap_or_clone(self.page) }, self.records)
    }
}

/// Reads the records of a document.
#[must_use]
pub fn document(document: Document, options: MarkdownOptions) -> Checked<Decoded> {
    let Document { path, kind, front, body, definitions } = document;
    let mut reading = Reading { path: &path, options, diagnostics: Vec::new() };
    let Some(front) = front else {
        return Checked::clean(Decoded::new(broken(path, kind, body), Records::None));
    };
    let (fields, records) = match front {
        FrontMatter::Report(mut raw) => {
            let fields = raw.take_page();
            let own = fields.id.clone().unwrap_or_else(|| path.stem().to_owned());
            (fields, report::read(&mut reading, *raw, &own))
        }
        FrontMatter::Coverage(mut raw) => (raw.take_page(), coverage::read(&mut reading, *raw)),
        FrontMatter::Finding(mut raw) => (raw.take_page(), finding::read(&mut reading, *raw)),
        FrontMatter::Topic(mut raw) => (raw.take_page(), Records::Topic),
        FrontMatter::Measure(mut raw) => (raw.take_page(), measure::read(&mut reading, *raw)),
        FrontMatter::Page(mut raw) => (raw.take_page(), terms(&mut reading, kind, definitions)),
    };
    let page = page(&mut reading, kind, fields, body);
    Checked { value: Decoded::new(page, records), diagnostics: reading.diagnostics }
}

/// A document that cannot be read at all, so that what leads to it is let pass.
#[must_use]
pub fn unreadable(path: &SourcePath) -> Decoded {
    Decoded::new(broken(path.clone(), DocumentKind::of(path), Prose::default()), Records::None)
}

/// A page of which only the file is known, and perhaps the body.
fn broken(path: SourcePath, kind: DocumentKind, body: Prose) -> Page {
    Page {
        id: path.stem().to_owned(),
        title: Prose::plain(path.stem()),
        sorted_by: path.stem().to_lowercase(),
        path,
        kind,
        broken: true,
        description: String::new(),
        aliases: Vec::new(),
        draft: false,
        tags: Vec::new(),
        order: None,
        updated: None,
        review_by: None,
        allow: Vec::new(),
        extra: serde_json::Value::Null,
        body,
    }
}

fn page(reading: &mut Reading<'_>, kind: DocumentKind, fields: PageFields, body: Prose) -> Page {
    let is_record = matches!(
        kind,
        DocumentKind::Report
            | DocumentKind::Coverage
            | DocumentKind::Finding
            | DocumentKind::Topic
            | DocumentKind::Measure
    );
    let id = reading.own_id(fields.id, is_record);
    let title = reading.required_prose(&Trail::key("title"), &fields.title);
    Page {
        path: reading.path.clone(),
        kind,
        id,
        broken: false,
        sorted_by: title.text().to_lowercase(),
        title,
        description: fields.description.unwrap_or_default(),
        aliases: reading.aliases(fields.aliases),
        draft: fields.draft,
        tags: fields.tags,
        order: fields.order,
        updated: reading.optional_date("updated", fields.updated.as_deref()),
        review_by: reading.optional_date("review_by", fields.review_by.as_deref()),
        allow: reading.waivers(&Trail::key("allow"), fields.allow),
        extra: fields.extra,
        body,
    }
}

/// A list of its own for so many items at most. Collecting them would keep the larger list of what was read.
fn fitted<T>(most: usize, items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(most);
    list.extend(items);
    list
}

fn terms(reading: &mut Reading<'_>, kind: DocumentKind, definitions: Vec<Definition>) -> Records {
    if kind != DocumentKind::Glossary {
        return Records::None;
    }
    let terms = definitions.into_iter().map(|definition| term(reading, definition)).collect();
    Records::Glossary(terms)
}

fn term(reading: &mut Reading<'_>, definition: Definition) -> Term {
    let id = if definition.id.is_empty() { slug::slugify(definition.term.text()) } else { definition.id };
    if !is_id(&id) {
        let place = Place { file: reading.path.clone(), spot: definition.spot.clone() };
        reading.diagnostics.push(
            Diagnostic::new(&rules::INVALID_ID, place, format!("`{id}` is no id"))
                .help("an id is made of lower-case letters, digits and hyphens, such as `{#child-in-need}`"),
        );
    }
    Term { id, term: definition.term, meaning: definition.meaning, spot: definition.spot }
}
