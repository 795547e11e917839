//! `new`: a record of one kind, with an id that is free and references that lead somewhere.

use super::ask::{Ask, Question};
use super::terminal::{self, BOLD, PLAIN};
use super::{root, site, told};
use crate::diagnostic::nearest;
use crate::evidence::date::PartialDate;
use crate::evidence::decode::{TextKind, text_kind};
use crate::graph::index::{RecordRef, Unknown};
use crate::output::fresh::{self, NewFile, Outcome};
use crate::scaffold::kind::Kind;
use crate::scaffold::name::{Named, named};
use crate::scaffold::place::{self, known};
use crate::scaffold::{Text, record};
use crate::site::{Options, Site};
use crate::source;
use clap::{Args, Subcommand};
use std::error::Error;
use std::path::PathBuf;

pub const EXAMPLES: &str = "Examples:
  cscare-site new report \"NAO report 2019\" --kind audit --published 2019-01
  cscare-site new finding \"Plans rose\" --topic demand --supports nao-2019.plans-growth
  cscare-site new topic Demand

What is not given is asked for on a terminal. What stays unknown makes the file a draft.";

/// What `new` takes.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// What is begun.
    #[command(subcommand)]
    pub kind: NewKind,
}

/// The kinds of record.
#[derive(Debug, Subcommand)]
pub enum NewKind {
    /// A primary publication: review, inquiry, audit, statistics
    #[command(display_name = "cscare-site")]
    Report(ReportArguments),
    /// How somebody told a report
    #[command(display_name = "cscare-site")]
    Coverage(CoverageArguments),
    /// What you find, and what it rests on
    #[command(display_name = "cscare-site")]
    Finding(FindingArguments),
    /// What findings and reports are about
    #[command(display_name = "cscare-site")]
    Topic(CommonArguments),
    /// What is counted, and how
    #[command(display_name = "cscare-site")]
    Measure(MeasureArguments),
    /// A page without records
    #[command(display_name = "cscare-site")]
    Page(CommonArguments),
}

/// What every kind takes.
#[derive(Debug, Args)]
pub struct CommonArguments {
    /// Name in a few words, of which the id is made
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Title, as inline Markdown [default: the name]
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Ask nothing
    #[arg(long, short)]
    pub yes: bool,
}

/// What a report takes.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// Name, title and site.
    #[command(flatten)]
    pub common: CommonArguments,
    /// Kind, such as `audit`
    #[arg(long, value_name = "KIND", value_parser = word("report", "kind"))]
    pub kind: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,
    /// Date of publication, such as `2019-01`
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub published: Option<String>,
    /// Id of a topic
    #[arg(long = "topic", value_name = "ID")]
    pub topics: Vec<String>,
    /// Id of a measure that it has a figure of
    #[arg(long = "measure", value_name = "ID")]
    pub measures: Vec<String>,
}

/// What coverage takes.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    /// Name, title and site.
    #[command(flatten)]
    pub common: CommonArguments,
    /// Id of a report that it is about
    #[arg(long = "report", value_name = "ID")]
    pub reports: Vec<String>,
    /// What it is
    #[arg(long, value_name = "TEXT", default_value = "news article")]
    pub kind: String,
    /// Where it appeared
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Date of publication, such as `2019-01-23`
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub published: Option<String>,
}

/// What a finding takes.
#[derive(Debug, Args)]
pub struct FindingArguments {
    /// Name, title and site.
    #[command(flatten)]
    pub common: CommonArguments,
    /// How certain it is
    #[arg(long, value_name = "WORD", value_parser = word("finding", "certainty"))]
    pub certainty: Option<String>,
    /// Why it is that certain, as inline Markdown
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// Id of a topic
    #[arg(long = "topic", value_name = "ID")]
    pub topics: Vec<String>,
    /// Figure or claim that supports it, such as `nao-2019.plans-growth`
    #[arg(long, value_name = "REFERENCE")]
    pub supports: Vec<String>,
}

/// What a measure takes.
#[derive(Debug, Args)]
pub struct MeasureArguments {
    /// Name, title and site.
    #[command(flatten)]
    pub common: CommonArguments,
    /// Kind, such as `share`
    #[arg(long, value_name = "KIND", value_parser = word("measure", "kind"))]
    pub kind: Option<String>,
    /// Unit, such as `%` or `children`
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
    /// Id of the measure that is its denominator
    #[arg(long, value_name = "ID")]
    pub of: Option<String>,
    /// Id of a topic
    #[arg(long = "topic", value_name = "ID")]
    pub topics: Vec<String>,
}

fn words(record: &str, field: &str) -> Vec<&'static str> {
    match text_kind(record, field) {
        TextKind::Choice(words) => words,
        TextKind::Date | TextKind::Id | TextKind::Free => Vec::new(),
    }
}

fn word(record: &str, field: &str) -> clap::builder::PossibleValuesParser {
    words(record, field).into()
}

fn parse_date(text: &str) -> Result<String, String> {
    PartialDate::parse(text)
        .map(|_| text.to_owned())
        .ok_or_else(|| format!("`{text}` is no date; write `2019`, `2019-01` or `2019-01-23`"))
}

/// What is asked of reports and coverage.
const PUBLISHED: Question<'static> =
    Question { text: "Date of publication, such as 2019-01", check: parse_date };

/// Begins a record.
pub fn new(arguments: NewArguments) -> Result<bool, Box<dyn Error>> {
    match arguments.kind {
        NewKind::Report(arguments) => report(arguments),
        NewKind::Coverage(arguments) => coverage(arguments),
        NewKind::Finding(arguments) => finding(arguments),
        NewKind::Topic(arguments) => Beginning::of(Kind::Topic, &arguments)?.write(record::topic),
        NewKind::Measure(arguments) => measure(arguments),
        NewKind::Page(arguments) => Beginning::of(Kind::Page, &arguments)?.write(record::page),
    }
}

fn report(arguments: ReportArguments) -> Result<bool, Box<dyn Error>> {
    let begun = Beginning::of(Kind::Report, &arguments.common)?;
    begun.check(Kind::Topic, &arguments.topics)?;
    begun.check(Kind::Measure, &arguments.measures)?;
    let ask = begun.ask;
    let new = record::NewReport {
        kind: ask.one_of(arguments.kind, "Kind", &words("report", "kind"))?,
        publisher: ask.perhaps(arguments.publisher, &Question::open("Publisher"))?,
        published: ask.perhaps(arguments.published, &PUBLISHED)?,
        topics: begun.choose(Kind::Topic, arguments.topics)?,
        measures: begun.choose(Kind::Measure, arguments.measures)?,
    };
    begun.write(|title| record::report(title, &new))
}

fn coverage(arguments: CoverageArguments) -> Result<bool, Box<dyn Error>> {
    let begun = Beginning::of(Kind::Coverage, &arguments.common)?;
    begun.check(Kind::Report, &arguments.reports)?;
    let mut reports = begun.choose(Kind::Report, arguments.reports)?;
    let known = known(&begun.site, Kind::Report);
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
    let begun = Beginning::of(Kind::Finding, &arguments.common)?;
    begun.check(Kind::Topic, &arguments.topics)?;
    let evidence = place::evidence(&begun.site);
    for reference in &arguments.supports {
        check_reference(&begun.site, reference)?;
    }
    let new = record::NewFinding {
        certainty: begun.ask.one_of(arguments.certainty, "Certainty", &words("finding", "certainty"))?,
        because: begun.ask.perhaps(arguments.because, &Question::open("Why that certainty"))?,
        topics: begun.choose(Kind::Topic, arguments.topics)?,
        supports: begun.ask.some_of(arguments.supports, "What supports it", &evidence)?,
    };
    begun.write(|title| record::finding(title, &new))
}

fn measure(arguments: MeasureArguments) -> Result<bool, Box<dyn Error>> {
    let begun = Beginning::of(Kind::Measure, &arguments.common)?;
    begun.check(Kind::Topic, &arguments.topics)?;
    begun.check(Kind::Measure, arguments.of.as_slice())?;
    let new = record::NewMeasure {
        kind: begun.ask.one_of(arguments.kind, "Kind", &words("measure", "kind"))?,
        unit: begun.ask.perhaps(arguments.unit, &Question::open("Unit, such as % or children"))?,
        of: arguments.of,
        topics: begun.choose(Kind::Topic, arguments.topics)?,
    };
    begun.write(|title| record::measure(title, &new))
}

/// A record about to be written: the site that it will stand in, and its place there.
struct Beginning {
    root: PathBuf,
    site: Site,
    path: String,
    title: String,
    ask: Ask,
}

impl Beginning {
    fn of(kind: Kind, arguments: &CommonArguments) -> Result<Self, Box<dyn Error>> {
        let Named { id, title } = named(&arguments.name)?;
        let root = root::find(arguments.root.as_deref())?;
        let options = Options { drafts: true, ..Options::default() };
        let site = Site::load(source::disk::read(&root), &options, &site::highlighter(&root));
        let path = place::place(&site, kind, &id)?;
        let ask = Ask::unless(arguments.yes);
        let title = ask.text(arguments.title.clone(), &Question::open("Title"), &title)?;
        Ok(Self { root, site, path, title, ask })
    }

    /// Refuses an id that no record of the site has.
    fn check(&self, kind: Kind, ids: &[String]) -> Result<(), String> {
        check(kind.word(), ids, &known(&self.site, kind))
    }

    fn choose(&self, kind: Kind, given: Vec<String>) -> Result<Vec<String>, Box<dyn Error>> {
        let question = match kind {
            Kind::Report => "Reports that it is about",
            Kind::Measure => "Measures that it has a figure of",
            Kind::Topic | Kind::Coverage | Kind::Finding | Kind::Page | Kind::Site => "Topics",
        };
        self.ask.some_of(given, question, &known(&self.site, kind))
    }

    fn write(&self, text: impl FnOnce(&str) -> Text) -> Result<bool, Box<dyn Error>> {
        let Text { text, missing } = text(&self.title);
        let files = [NewFile::new(&*self.path, text)];
        let outcomes = fresh::write(&self.root, &files)?;
        told::files(&files, &outcomes);
        if outcomes[0] == Outcome::Written && !missing.is_empty() {
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
    match site.index.record("", reference) {
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
