//! What can be typed.

use super::{deploy, diff};
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
  cscare-site serve                      show the site while it is written
  cscare-site check                      say all that is wrong, and write nothing
  cscare-site check --format github      … as annotations on a pull request
  cscare-site diff HEAD                  say which numbers and findings have changed
  cscare-site deploy                     publish the site to GitHub Pages

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
    /// Show the site in a browser, and every change as soon as it is saved
    #[command(display_name = "cscare-site", after_help = SERVE_EXAMPLES)]
    Serve(ServeArguments),
    /// Say which statistics and findings are different between two states of a review
    #[command(display_name = "cscare-site", after_help = diff::EXAMPLES)]
    Diff(diff::DiffArguments),
    /// Publish the site to a branch that a web server shows, such as GitHub Pages
    #[command(display_name = "cscare-site", after_help = deploy::EXAMPLES)]
    Deploy(deploy::DeployArguments),
}

const BUILD_EXAMPLES: &str = "Examples:
  cscare-site build
  cscare-site build --root reviews/housing --out /tmp/housing
  cscare-site build --base-url https://example.org/reviews/";

const CHECK_EXAMPLES: &str = "Examples:
  cscare-site check
  cscare-site check --drafts --format json > problems.json";

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
