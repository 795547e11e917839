//! What can be typed.

use crate::config::BaseUrl;
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
  cscare-site check                      say all that is wrong, and write nothing
  cscare-site check --format github      … as annotations on a pull request

Exit codes: 0 no error, 1 the site has errors, 2 the program could not run.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the site and write it as HTML
    #[command(display_name = "cscare-site", after_help = BUILD_EXAMPLES)]
    Build(BuildArguments),
    /// Do all that `build` does, and write nothing
    #[command(display_name = "cscare-site", after_help = CHECK_EXAMPLES)]
    Check(SiteArguments),
}

const BUILD_EXAMPLES: &str = "Examples:
  cscare-site build
  cscare-site build --root reviews/housing --out /tmp/housing
  cscare-site build --base-url https://example.org/reviews/";

const CHECK_EXAMPLES: &str = "Examples:
  cscare-site check
  cscare-site check --drafts --format json > problems.json";

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
    /// How problems are reported
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs, on standard output
    Json,
    /// For annotations in GitHub Actions, on standard output
    Github,
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
