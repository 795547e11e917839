//! `new`: a record of one kind, with an id that is free and references that lead somewhere.

mod args;

use super::ask::{Ask, Question};
use super::terminal::{self, BOLD, PLAIN};
use super::{root, site, told};
use crate::diagnostic::nearest;
use crate::evidence::record::{RawFinding, RawMeasure, RawReport};
use crate::graph::index::{RecordRef, Unknown, WantedRecords};
use crate::output::fresh::{self, FreshOutcome, NewFile};
use crate::scaffold::kind::FileKind;
use crate::scaffold::name::{IdAndTitle, named};
use crate::scaffold::place::{self, known};
use crate::scaffold::{FileText, record};
use crate::site::{Options, Site};
use crate::source;
use args::{
    CommonArguments, CoverageArguments, FindingArguments, MeasureArguments, NewKind, ReportArguments,
    parse_date,
};
pub use args::{EXAMPLES, NewArguments};
use std::error::Error;
use std::path::PathBuf;

/// What is asked of reports and coverage.
const PUBLISHED: Question<'static> =
    Question { text: "Date of publication, such as 2019-01", check: parse_date };

/// Begins a record.
pub fn new(arguments: NewArguments) -> Result<bool, Box<dyn Error>> {
    match arguments.kind {
        NewKind::Report(arguments) => report(arguments),
        NewKind::Coverage(arguments) => coverage(arguments),
        NewKind::Finding(arguments) => finding(arguments),
        NewKind::Topic(arguments) => RecordBeginning::of(FileKind::Topic, &arguments)?.write(record::topic),
        NewKind::Measure(arguments) => measure(arguments),
        NewKind::Page(arguments) => RecordBeginning::of(FileKind::Page, &arguments)?.write(record::page),
    }
}

fn report(arguments: ReportArguments) -> Result<bool, Box<dyn Error>> {
    let begun = RecordBeginning::of(FileKind::Report, &arguments.common)?;
    begun.check(FileKind::Topic, &arguments.topics)?;
    begun.check(FileKind::Measure, &arguments.measures)?;
    let ask = begun.ask;
    let new = record::NewReport {
        kind: ask.one_of(arguments.kind, "Kind", &RawReport::SHAPE.words("kind"))?,
        publisher: ask.perhaps(arguments.publisher, &Question::open("Publisher"))?,
        published: ask.perhaps(arguments.published, &PUBLISHED)?,
        topics: begun.choose(FileKind::Topic, arguments.topics)?,
        measures: begun.choose(FileKind::Measure, arguments.measures)?,
    };
    begun.write(|title| record::report(title, &new))
}

fn coverage(arguments: CoverageArguments) -> Result<bool, Box<dyn Error>> {
    let begun = RecordBeginning::of(FileKind::Coverage, &arguments.common)?;
    begun.check(FileKind::Report, &arguments.reports)?;
    let mut reports = begun.choose(FileKind::Report, arguments.reports)?;
    let known = known(&begun.site, FileKind::Report);
    match &known[..] {
        [] => {
            return Err(
                "there is no report to cover yet; begin one with `cscare-site new report NAME`".into()
            );
        }
        [(only, _)] if reports.is_empty() => reports.push(only.clone()),
        _ if reports.is_empty() => {
            let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
            return Err(format!("name the report that it is about with --report: {}", listed(&ids)).into());
        }
        _ => {}
    }
    let new = record::NewCoverage {
        kind: arguments.kind,
        reports,
        outlet: begun.ask.perhaps(arguments.outlet, &Question::open("Where it appeared"))?,
        published: begun.ask.perhaps(arguments.published, &PUBLISHED)?,
    };
    begun.write(|title| record::coverage(title, &new))
}

fn finding(arguments: FindingArguments) -> Result<bool, Box<dyn Error>> {
    let begun = RecordBeginning::of(FileKind::Finding, &arguments.common)?;
    begun.check(FileKind::Topic, &arguments.topics)?;
    let evidence = place::evidence(&begun.site);
    for reference in &arguments.supports {
        check_reference(&begun.site, reference)?;
    }
    let new = record::NewFinding {
        certainty: begun.ask.one_of(
            arguments.certainty,
            "Certainty",
            &RawFinding::SHAPE.words("certainty"),
        )?,
        because: begun.ask.perhaps(arguments.because, &Question::open("Why that certainty"))?,
        topics: begun.choose(FileKind::Topic, arguments.topics)?,
        supports: begun.ask.some_of(arguments.supports, "What supports it", &evidence)?,
    };
    begun.write(|title| record::finding(title, &new))
}

fn measure(arguments: MeasureArguments) -> Result<bool, Box<dyn Error>> {
    let begun = RecordBeginning::of(FileKind::Measure, &arguments.common)?;
    begun.check(FileKind::Topic, &arguments.topics)?;
    begun.check(FileKind::Measure, arguments.of.as_slice())?;
    let new = record::NewMeasure {
        kind: begun.ask.one_of(arguments.kind, "Kind", &RawMeasure::SHAPE.words("kind"))?,
        unit: begun.ask.perhaps(arguments.unit, &Question::open("Unit, such as % or children"))?,
        of: arguments.of,
        topics: begun.choose(FileKind::Topic, arguments.topics)?,
    };
    begun.write(|title| record::measure(title, &new))
}

/// A record about to be written: the site that it will stand in, and its place there.
struct RecordBeginning {
    root: PathBuf,
    site: Site,
    path: String,
    title: String,
    ask: Ask,
}

impl RecordBeginning {
    fn of(kind: FileKind, arguments: &CommonArguments) -> Result<Self, Box<dyn Error>> {
        let IdAndTitle { id, title } = named(&arguments.name)?;
        let root = root::find(arguments.root.as_deref())?;
        site::settle(&root)?;
        let options = Options { drafts: true, ..Options::default() };
        let site = Site::load(source::disk::read(&root), &options, &site::highlighter(&root));
        let path = place::place(&site, kind, &id)?;
        let ask = Ask::unless(arguments.yes);
        let title = ask.text(arguments.title.clone(), &Question::open("Title"), &title)?;
        Ok(Self { root, site, path, title, ask })
    }

    /// Refuses an id that no record of the site has.
    fn check(&self, kind: FileKind, ids: &[String]) -> Result<(), String> {
        check(kind.word(), ids, &known(&self.site, kind))
    }

    fn choose(&self, kind: FileKind, given: Vec<String>) -> Result<Vec<String>, Box<dyn Error>> {
        let question = match kind {
            FileKind::Report => "Reports that it is about",
            FileKind::Measure => "Measures that it has a figure of",
            FileKind::Topic | FileKind::Coverage | FileKind::Finding | FileKind::Page | FileKind::Site => {
                "Topics"
            }
        };
        self.ask.some_of(given, question, &known(&self.site, kind))
    }

    fn write(&self, text: impl FnOnce(&str) -> FileText) -> Result<bool, Box<dyn Error>> {
        let FileText { text, missing } = text(&self.title);
        let files = [NewFile::new(&*self.path, text)];
        let outcomes = fresh::write(&self.root, &files)?;
        told::files(&files, &outcomes);
        if outcomes[0] == FreshOutcome::Written && !missing.is_empty() {
            let fields: Vec<String> = missing.iter().map(|field| format!("`{field}`")).collect();
            terminal::to_stderr(&format!(
                "{BOLD}draft{PLAIN} until you mend {} and delete the line `draft: true`; `serve --drafts` shows it\n",
                fields.join(", ")
            ));
        }
        Ok(true)
    }
}

/// Refuses a reference to anything but a figure or claim.
fn check_reference(site: &Site, reference: &str) -> Result<(), String> {
    if !reference.contains('.') {
        return Err(format!("`{reference}` names no figure or claim; write it as `report.figure`"));
    }
    match site.index.record("", reference, WantedRecords::Evidence) {
        Ok(RecordRef::Recommendation(_)) => {
            Err(format!("`{reference}` is a recommendation, found where a figure or claim belongs"))
        }
        Ok(RecordRef::Statistic(_) | RecordRef::Claim(_)) | Err(Unknown::Forgiven) => Ok(()),
        Err(Unknown::Missing { help, .. }) => {
            Err(format!("there is no figure or claim `{reference}`; {help}"))
        }
    }
}

/// Refuses an id that is not among those that are known.
fn check(noun: &str, ids: &[String], known: &[(String, String)]) -> Result<(), String> {
    let known: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
    match ids.iter().find(|id| !known.contains(&id.as_str())) {
        Some(wrong) => Err(unknown(noun, wrong, &known)),
        None => Ok(()),
    }
}

fn unknown(noun: &str, wrong: &str, known: &[&str]) -> String {
    let help = match nearest(wrong, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => {
            format!("the site has none yet; `cscare-site new --help` says how to begin a {noun}")
        }
        None => format!("there are: {}", listed(known)),
    };
    format!("there is no {noun} `{wrong}`; {help}")
}

/// How many names are listed before the rest is counted.
const LISTED: usize = 12;

fn listed(names: &[&str]) -> String {
    let shown = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
