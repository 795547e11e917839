//! What can be typed after `new`.

use crate::evidence::date::PartialDate;
use crate::evidence::record::{RawFinding, RawMeasure, RawReport};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
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
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::from(RawReport::SHAPE.words("kind")))]
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
    #[arg(long, value_name = "WORD", value_parser = PossibleValuesParser::from(RawFinding::SHAPE.words("certainty")))]
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
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::from(RawMeasure::SHAPE.words("kind")))]
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

/// A date as front matter has it.
pub(super) fn parse_date(text: &str) -> Result<String, String> {
    PartialDate::parse(text)
        .map(|_| text.to_owned())
        .ok_or_else(|| format!("`{text}` is no date; write `2019`, `2019-01` or `2019-01-23`"))
}
