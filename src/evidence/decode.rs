//! One document → its records. Nothing here looks at another document.

mod marks;

use super::front::{self, FrontMatter};
use super::period::Period;
use super::record::{
    Claim, Coverage, Derived, Finding, Measure, Page, RawReport, Reading, Recommendation, Record, Report,
    Statistic, Term, entries,
};
use crate::config::{Language, MarkdownOptions};
use crate::diagnostic::{Checked, Diagnostic, Trail};
use crate::document::front as parts;
use crate::document::highlight::Highlighter;
use crate::document::kind::DocumentKind;
use crate::document::prose::{Definition, Prose};
use crate::document::{markdown, note_quoted};
use crate::path::SourcePath;
pub use marks::DocumentMarks;
use std::sync::Arc;

/// One Markdown file, read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where it stands.
    pub path: SourcePath,
    /// What its folder makes of it.
    pub kind: DocumentKind,
    /// The language that it is in.
    pub language: Language,
    /// Its front matter; `None` when that is broken and reported.
    pub front: Option<FrontMatter>,
    /// Its body.
    pub body: Prose,
    /// Definition-list entries of the glossary.
    pub definitions: Vec<Definition>,
}

/// Reads one Markdown file.
#[must_use]
pub fn parse(
    path: &SourcePath,
    text: &str,
    options: MarkdownOptions,
    highlighter: &Highlighter,
) -> Checked<Document> {
    let kind = DocumentKind::of(path);
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let parts = parts::split(path, text).take(&mut diagnostics);
    let front =
        parts.yaml.and_then(|(yaml, offset)| front::decode(path, kind, yaml, offset).take(&mut diagnostics));
    let options = options.in_language(front.as_ref().and_then(FrontMatter::lang));
    let (text, offset) = parts.body;
    let (mut body, definitions) =
        markdown::body(path, text, offset, kind, options, highlighter).take(&mut diagnostics);
    if front.as_ref().is_some_and(may_be_held) {
        note_quoted(text, offset, &mut body);
    }
    Checked {
        value: Document { path: path.clone(), kind, language: options.language, front, body, definitions },
        diagnostics,
    }
}

/// Whether what a page quotes can be held against a text: that of its own source, or those of the sources that it
/// names.
fn may_be_held(front: &FrontMatter) -> bool {
    match front {
        FrontMatter::Report(raw) => raw.snapshot.is_some(),
        FrontMatter::Coverage(raw) => raw.snapshot.is_some(),
        FrontMatter::Finding(_) | FrontMatter::Topic(_) | FrontMatter::Measure(_) | FrontMatter::Page(_) => {
            true
        }
    }
}

/// A document's page and records, shared with whatever is made of them: a copy costs next to nothing.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The page.
    pub page: Arc<Page>,
    /// What it holds.
    pub records: Records,
    /// What other documents can refer to, and what decides where pages stand.
    pub marks: DocumentMarks,
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
        let marks = DocumentMarks::of(&page, &records);
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
    let Document { path, kind: _, language, front, body, definitions } = document;
    let options = MarkdownOptions { language, ..options };
    let mut reading = Reading { path: &path, options, diagnostics: Vec::new() };
    let Some(front) = front else {
        return Checked::clean(Decoded::new(Page::broken(path, body), Records::None));
    };
    let Some((page, records)) = records(&mut reading, front, definitions) else {
        return Checked {
            value: Decoded::new(Page::broken(path.clone(), body), Records::None),
            diagnostics: reading.diagnostics,
        };
    };
    Checked { value: Decoded::new(Page { body, ..page }, records), diagnostics: reading.diagnostics }
}

/// A document that cannot be read at all, so that what leads to it is let pass.
#[must_use]
pub fn unreadable(path: &SourcePath) -> Decoded {
    Decoded::new(Page::broken(path.clone(), Prose::default()), Records::None)
}

/// The page of a document, and what else its front matter holds.
fn records(
    reading: &mut Reading<'_>,
    front: FrontMatter,
    definitions: Vec<Definition>,
) -> Option<(Page, Records)> {
    Some(match front {
        FrontMatter::Report(mut raw) => {
            let page: Page = whole(reading, raw.take_page())?;
            let records = report(reading, *raw, &page.id)?;
            (page, Records::Report(records))
        }
        FrontMatter::Coverage(mut raw) => {
            (whole(reading, raw.take_page())?, Records::Coverage(Arc::new(whole(reading, *raw)?)))
        }
        FrontMatter::Finding(mut raw) => {
            let page: Page = whole(reading, raw.take_page())?;
            let derived = entries::<Derived>(reading, "derived", raw.derived.take());
            let derived = derived.into_iter().map(Statistic::from).collect();
            (page, Records::Finding(Arc::new(whole(reading, *raw)?), derived))
        }
        FrontMatter::Topic(mut raw) => (whole(reading, raw.take_page())?, Records::Topic),
        FrontMatter::Measure(mut raw) => {
            (whole(reading, raw.take_page())?, Records::Measure(Arc::new(whole(reading, *raw)?)))
        }
        FrontMatter::Page(raw) => {
            let page: Page = whole(reading, *raw)?;
            let records = terms(reading, page.kind, definitions);
            (page, records)
        }
    })
}

/// The record that a document as a whole is.
fn whole<R: Record>(reading: &mut Reading<'_>, typed: R::Typed) -> Option<R> {
    R::read(reading, &Trail::root(), typed)
}

/// A report and what it states. A figure is of the report's area, unless it says otherwise.
fn report(reading: &mut Reading<'_>, mut raw: RawReport, own: &str) -> Option<ReportRecords> {
    let mut statistics: Vec<Statistic> = entries(reading, "statistics", raw.statistics.take());
    let claims: Vec<Claim> = entries(reading, "claims", raw.claims.take());
    let recommendations: Vec<Recommendation> =
        entries(reading, "recommendations", raw.recommendations.take());
    let report: Report = whole(reading, raw)?;
    for statistic in statistics.iter_mut().filter(|statistic| statistic.geography.is_empty()) {
        statistic.geography = report.geography.as_str().into();
    }
    date_changes(&mut statistics, own);
    Some(ReportRecords {
        report: Arc::new(report),
        statistics: statistics.into(),
        claims: claims.into(),
        recommendations: recommendations.into(),
    })
}

/// A change between two dated ends is itself dated, unless its author dates it otherwise.
fn date_changes(statistics: &mut [Statistic], own: &str) {
    let dated: Vec<Option<Period>> =
        statistics.iter().map(|change| period_of_change(change, statistics, own)).collect();
    for (statistic, period) in statistics.iter_mut().zip(dated) {
        statistic.period = statistic.period.take().or(period);
    }
}

fn period_of_change(statistic: &Statistic, siblings: &[Statistic], own: &str) -> Option<Period> {
    let ends = statistic.change.as_ref()?;
    let date_of = |end| date_of(end, siblings, own);
    Period::parse(&[date_of(&ends.from)?, "..", date_of(&ends.to)?].concat()).ok()
}

/// When the end of a change was: it is a statistic of the report, whatever else its name may mean, or a period itself. One of
/// another report is refused where it is linked (`graph/link/reports.rs`).
fn date_of<'s>(end: &'s str, siblings: &'s [Statistic], own: &str) -> Option<&'s str> {
    let id = end.strip_prefix(own).and_then(|rest| rest.strip_prefix('.')).unwrap_or(end);
    match siblings.iter().find(|sibling| sibling.id == id) {
        Some(sibling) => sibling.period.as_ref().map(|period| period.printed.as_str()),
        None => Some(end),
    }
}

fn terms(reading: &mut Reading<'_>, kind: DocumentKind, definitions: Vec<Definition>) -> Records {
    if kind != DocumentKind::Glossary {
        return Records::None;
    }
    Records::Glossary(definitions.into_iter().map(|definition| Term::read(reading, definition)).collect())
}
