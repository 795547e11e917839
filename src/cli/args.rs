//! What can be typed.

use super::clean::CleanArguments;
use super::describe::{self, CompletionsArguments, ManArguments, SchemaArguments};
use super::doctor::DoctorArguments;
use super::init::{self, InitArguments};
use super::new::{self, NewArguments};
use super::read::{self, ReadArguments};
use super::{deploy, diff};
use crate::config::{BaseUrl, Deny};
use crate::evidence::date::PartialDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A static site generator for evidence reviews that refuses to publish a wrong number.
#[derive(Debug, Parser)]
#[command(name = "cscare-site", version, propagate_version = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Program {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "Examples:
  cscare-site build                      build the site around this folder into public/
  cscare-site build --drafts             … with its drafts
  cscare-site init                       begin a site in this folder
  cscare-site serve                      show the site while it is written
  cscare-site check                      say all that is wrong, and write nothing
  cscare-site check --format github      … as annotations on a pull request
  cscare-site explain R003               say what a rule is about
  cscare-site read 'over 29%'            say how a value or a period is understood
  cscare-site diff HEAD                  say which numbers and findings have changed
  cscare-site deploy                     publish the site to GitHub Pages
  cscare-site verify --archive ~/texts   hold figures against the texts of their sources

Exit codes: 0 no error, 1 the site has errors, 2 the program could not run.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the site and write it as HTML
    #[command(display_name = "cscare-site", after_help = BUILD_EXAMPLES)]
    Build(BuildArguments),
    /// Do all that `build` does, and write nothing
    #[command(display_name = "cscare-site", after_help = CHECK_EXAMPLES)]
    Check(CheckArguments),
    /// Hold figures and quotations against archived texts of their sources
    #[command(display_name = "cscare-site", after_help = VERIFY_EXAMPLES)]
    Verify(VerifyArguments),
    /// Show the site in a browser, and every change as soon as it is saved
    #[command(display_name = "cscare-site", after_help = SERVE_EXAMPLES)]
    Serve(ServeArguments),
    /// Say what a rule checks, why, and what to write instead; or list all rules, or what can be typed
    #[command(display_name = "cscare-site", after_help = EXPLAIN_EXAMPLES)]
    Explain {
        /// Codes or names of rules, as messages have them; or a field, such as `statistic.value`; or `fields`, `templates`, `periods`, `quantities`
        #[arg(value_name = "RULE")]
        rules: Vec<String>,
    },
    /// Say how a value or a period is understood
    #[command(display_name = "cscare-site", after_help = read::EXAMPLES)]
    Read(ReadArguments),
    /// Say which statistics and findings are different between two states of a review
    #[command(display_name = "cscare-site", after_help = diff::EXAMPLES)]
    Diff(diff::DiffArguments),
    /// Publish the site to a branch that a web server shows, such as GitHub Pages
    #[command(display_name = "cscare-site", after_help = deploy::EXAMPLES)]
    Deploy(deploy::DeployArguments),
    /// Begin a site
    #[command(display_name = "cscare-site", after_help = init::EXAMPLES)]
    Init(InitArguments),
    /// Begin a report, coverage, finding, topic, measure or page
    #[command(display_name = "cscare-site", after_help = new::EXAMPLES)]
    New(NewArguments),
    /// Remove what was built, and the caches
    #[command(display_name = "cscare-site")]
    Clean(CleanArguments),
    /// Look at all that a site needs in order to be written and published
    #[command(display_name = "cscare-site")]
    Doctor(DoctorArguments),
    /// Print the JSON Schema of a kind of record
    #[command(display_name = "cscare-site", after_help = describe::SCHEMA_EXAMPLES)]
    Schema(SchemaArguments),
    /// Print what a shell needs to complete commands
    #[command(display_name = "cscare-site", after_help = describe::COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArguments),
    /// Print the manual
    #[command(display_name = "cscare-site", after_help = describe::MAN_EXAMPLES)]
    Man(ManArguments),
}

const EXPLAIN_EXAMPLES: &str = "Examples:
  cscare-site explain
  cscare-site explain R003
  cscare-site explain bound-number-differs telling-differs
  cscare-site explain statistic.value
  cscare-site explain fields
  cscare-site explain templates
  cscare-site explain quantities
  cscare-site explain periods";

const BUILD_EXAMPLES: &str = "Examples:
  cscare-site build
  cscare-site build --root reviews/housing --out /tmp/housing
  cscare-site build --base-url https://example.org/reviews/";

const CHECK_EXAMPLES: &str = "Examples:
  cscare-site check
  cscare-site check --fix                mend bound numbers, and slips in ids and links
  cscare-site check --deny warnings      take warnings for errors
  cscare-site check --drafts --format json > problems.json
  cscare-site check --stale              … and list what is to be looked at again, and when";

const VERIFY_EXAMPLES: &str = "Examples:
  cscare-site verify --archive ~/texts
  cscare-site verify --archive ~/texts --renew     … after a text was fetched anew

The archive is a folder of UTF-8 texts outside the site. A report or article names its own as
`snapshot: article.txt`; a statistic or telling says where in it with `at: paragraph 3`.
What was found is written to evidence.lock, which belongs into version control.";

const SERVE_EXAMPLES: &str = "Examples:
  cscare-site serve --open
  cscare-site serve --port 8080 --drafts
  cscare-site serve --base-path /             … as if it were published at the root of a host
  cscare-site serve --editor zed              links in messages open this editor

Nothing is written but a cache in .cscare/; Ctrl-C ends it.";

/// What `serve` takes.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct ServeArguments {
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Port to listen on; when it is taken, the next free one
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    pub port: u16,
    /// Address to listen on; any but this machine's own lets others in the network look at the site
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Include pages that are marked as drafts
    #[arg(long)]
    pub drafts: bool,
    /// Path below which the site is shown, instead of that of its address in site.toml
    #[arg(long, value_name = "PATH", value_parser = parse_base_path)]
    pub base_path: Option<BaseUrl>,
    /// Look at the files again and again instead of waiting for the system to tell
    #[arg(long)]
    pub poll: bool,
    /// Give up when the port is taken
    #[arg(long)]
    pub strict_port: bool,
    /// Editor that links in messages open: vscode, vscodium, cursor, zed, idea, sublime, none,
    /// or an address with {path}, {line} and {column}
    #[arg(long, value_name = "NAME", env = "CSCARE_SITE_EDITOR", default_value = "vscode")]
    pub editor: String,
}

/// What `build` takes.
#[derive(Debug, Args)]
pub struct BuildArguments {
    /// The site and how it is read.
    #[command(flatten)]
    pub site: SiteArguments,
    /// Folder to write to [default: public/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The site and how it is read.
    #[command(flatten)]
    pub site: SiteArguments,
    /// Mend what can be mended for certain, in your own files, and check what is left
    #[arg(long)]
    pub fix: bool,
    /// List every page that is to be looked at again, with its day
    #[arg(long)]
    pub stale: bool,
}

/// What `verify` takes.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// Folder of the texts
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Take over texts that are others than before
    #[arg(long)]
    pub renew: bool,
    /// The day that is noted.
    #[arg(long, help = "Note this day as that of the check [default: SOURCE_DATE_EPOCH, else today]", value_name = "DATE", value_parser = parse_date)]
    pub date: Option<PartialDate>,
    /// How problems are reported
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// What every command about a site takes.
#[derive(Debug, Args)]
pub struct SiteArguments {
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Address at which the site will be published, instead of the one in site.toml
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    pub base_url: Option<BaseUrl>,
    /// Include pages that are marked as drafts
    #[arg(long)]
    pub drafts: bool,
    /// The day on which dates are judged.
    #[arg(long, help = "Judge dates as on this day [default: SOURCE_DATE_EPOCH, else today]", value_name = "DATE", value_parser = parse_date)]
    pub date: Option<PartialDate>,
    /// Take for an error: `warnings`, or a rule or its subject, such as W001 or W
    #[arg(long, value_name = "WHAT", value_parser = Deny::parse)]
    pub deny: Vec<Deny>,
    /// How problems are reported
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// One line a problem, on standard output
    Short,
    /// For programs, on standard output
    Json,
    /// For annotations in GitHub Actions, on standard output
    Github,
    /// SARIF 2.1.0 for code hosts and editors, on standard output
    Sarif,
}

fn parse_base_path(text: &str) -> Result<BaseUrl, String> {
    match BaseUrl::parse(text) {
        Ok(base) if base.origin.is_empty() => Ok(base),
        Ok(_) => Err("write the path alone, such as `/repository/`".to_owned()),
        Err(why) => Err(why),
    }
}

fn parse_date(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse(text).ok_or_else(|| format!("`{text}` is no date; write it as `2026-11-22`"))
}

#[cfg(test)]
mod tests {
    use super::Program;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Program::command().debug_assert();
    }
}
