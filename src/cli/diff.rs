//! `diff`: the comparison on standard output, remarks on standard error.

use super::{root, site, terminal};
use crate::compare::{self, Comparison, Side, SideState};
use crate::site::Options;
use clap::{Args, ValueEnum};
use std::error::Error;
use std::path::{Path, PathBuf};

pub(super) const EXAMPLES: &str = "Each side is one of these; what exists on disk goes first:
  a folder with a site.toml               the sources of a site
  a folder with data/statistics.json      a built site, such as public/
  statistics.json or findings.json        a published site's data file; the other beside it is read too
  anything else                           a git revision of the site's sources, or of a built site

A revision is read from the repository around the site's folder; nothing is checked out.

Examples:
  cscare-site diff HEAD                          what has changed since the last commit
  cscare-site diff v1.0 v1.1 --format markdown   … between two releases, for a changelog
  cscare-site diff origin/gh-pages HEAD          … since it was published
  cscare-site diff old/data/statistics.json public --format json

Exit codes: 0 compared, whether or not something is different; 2 the program could not run.";

/// What `diff` takes.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// A folder, a data file or a git revision
    pub old: String,
    /// Another [default: the folder of the site]
    pub new: Option<String>,
    /// Folder of the site whose revisions are meant [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Include records of pages that are marked as drafts
    #[arg(long)]
    pub drafts: bool,
    /// How the differences are told
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

/// How differences are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a changelog
    Markdown,
}

/// Compares two sides.
pub fn diff(arguments: &DiffArguments) -> Result<bool, Box<dyn Error>> {
    let site = folder(arguments)?;
    let new_side = arguments.new.clone().unwrap_or_else(|| site.display().to_string());
    let old = understood(&arguments.old, &site, arguments.drafts)?;
    let new = understood(&new_side, &site, arguments.drafts)?;
    let comparison = Comparison::of(&old.state, &new.state);
    terminal::to_stdout(&match arguments.format {
        DiffFormat::Text if comparison.is_empty() => "no difference in statistics and findings\n".to_owned(),
        DiffFormat::Text => compare::text(&comparison),
        DiffFormat::Json => compare::json(&arguments.old, &new_side, &comparison),
        DiffFormat::Markdown => compare::markdown(&comparison),
    })?;
    Ok(true)
}

/// The folder of the site; two folders can be compared outside of any.
fn folder(arguments: &DiffArguments) -> Result<PathBuf, Box<dyn Error>> {
    match root::find(arguments.root.as_deref()) {
        Err(_) if arguments.root.is_none() && arguments.new.is_some() => Ok(PathBuf::from(".")),
        found => {
            let root = found?;
            site::settle(&root)?;
            Ok(root)
        }
    }
}

fn understood(typed: &str, site: &Path, drafts: bool) -> Result<SideState, Box<dyn Error>> {
    let options = Options { drafts, ..Options::default() };
    let understood = Side::find(typed, site)?
        .understand(&options)
        .map_err(|failure| format!("`{typed}` cannot be compared: {failure}"))?;
    for remark in &understood.remarks {
        terminal::note(format!("`{typed}` {remark}"));
    }
    Ok(understood)
}
