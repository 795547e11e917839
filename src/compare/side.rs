//! One side of a comparison, as somebody typed it: where its records are, and what they are.
//!
//! What exists on disk goes before a git revision of the same name.

use super::state::{FINDINGS, STATISTICS, State};
use crate::diagnostic::{Checked, Level, did_you_mean};
use crate::document::highlight::Highlighter;
use crate::git::{self, Git, TreeListing};
use crate::path::SourcePath;
use crate::site::{Options, Site};
use crate::source::{SourceTree, disk};
use std::error::Error;
use std::path::{Path, PathBuf};

/// Where the records of a side are.
#[derive(Debug)]
pub enum Side {
    /// A site's sources, in a folder.
    Sources(PathBuf),
    /// The data files of a published site.
    Published {
        /// Its statistics.
        statistics: PathBuf,
        /// Its findings.
        findings: PathBuf,
    },
    /// A commit.
    Revision {
        /// Asked in the site's folder.
        git: Git,
        /// Id of the commit.
        id: String,
    },
}

/// The state of a side, and what a reader has to know about it.
#[derive(Debug)]
pub struct SideState {
    /// What it holds.
    pub state: State,
    /// What could not be taken into account, in sentences that go on after the name of the side.
    pub remarks: Vec<String>,
}

impl Side {
    /// Finds out what `typed` means. A revision is looked for in the repository around `site`.
    ///
    /// # Errors
    /// When it is nothing that has records.
    pub fn find(typed: &str, site: &Path) -> Result<Self, Box<dyn Error>> {
        let path = Path::new(typed);
        match disk::typed(path) {
            disk::TypedPath::Folder => folder(path),
            disk::TypedPath::File => data_file(path),
            disk::TypedPath::Nothing => revision(typed, site),
        }
    }

    /// Reads and understands it, without changing anything.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn understand(&self, options: &Options) -> Result<SideState, Box<dyn Error>> {
        match self {
            Self::Sources(folder) => Ok(sources(disk::read(folder), options, Vec::new())),
            Self::Published { statistics, findings } => {
                let (statistics, findings) = (disk::data_file(statistics)?, disk::data_file(findings)?);
                Ok(published(State::read(statistics.as_deref(), findings.as_deref())?))
            }
            Self::Revision { git, id } => commit(git, id, options),
        }
    }
}

fn folder(path: &Path) -> Result<Side, Box<dyn Error>> {
    if disk::typed(&path.join("site.toml")) == disk::TypedPath::File {
        return Ok(Side::Sources(path.to_owned()));
    }
    let (statistics, findings) = (path.join(STATISTICS), path.join(FINDINGS));
    if [&statistics, &findings].into_iter().any(|file| disk::typed(file) == disk::TypedPath::File) {
        return Ok(Side::Published { statistics, findings });
    }
    Err(format!(
        "`{}` is neither a site nor a built one: it has no site.toml and no {STATISTICS}",
        path.display()
    )
    .into())
}

fn data_file(path: &Path) -> Result<Side, Box<dyn Error>> {
    let name = path.file_name().unwrap_or_default();
    let names = [STATISTICS, FINDINGS].map(|file| file.trim_start_matches("data/"));
    if names.iter().any(|known| name == *known) {
        let [statistics, findings] = names.map(|name| path.with_file_name(name));
        return Ok(Side::Published { statistics, findings });
    }
    Err(format!(
        "`{}` is no data file of a published site: these are called {} and {}",
        path.display(),
        names[0],
        names[1]
    )
    .into())
}

fn revision(typed: &str, site: &Path) -> Result<Side, Box<dyn Error>> {
    let git = Git::at(site, false);
    if typed.starts_with('-') {
        return Err(unknown(typed, &git).into());
    }
    let commit = format!("{typed}^{{commit}}");
    match git.call(["rev-parse", "--verify", "--quiet", &commit]).text() {
        Ok(id) => Ok(Side::Revision { git, id }),
        Err(git::GitFailure::Refused { .. }) => Err(unknown(typed, &git).into()),
        Err(failure) => Err(failure.into()),
    }
}

fn unknown(typed: &str, git: &Git) -> String {
    let refs = git.call(["for-each-ref", "--format=%(refname:short)"]).text();
    let what = format!("`{typed}` is no folder and no data file");
    match refs {
        Ok(refs) => {
            let hint = did_you_mean(typed, refs.lines()).map_or_else(String::new, |hint| format!("; {hint}"));
            format!("{what}, and git knows no such revision{hint}")
        }
        Err(_) => format!("{what}, and there is no git repository here in which it could be a revision"),
    }
}

fn commit(git: &Git, id: &str, options: &Options) -> Result<SideState, Box<dyn Error>> {
    let files = TreeListing::of(git, id)?;
    let prefix = git.call(["rev-parse", "--show-prefix"]).text()?;
    if files.files.contains_key(&format!("{prefix}site.toml")) {
        return Ok(sources_of_commit(git, &files, &prefix, options)?);
    }
    let data: Vec<&str> =
        [STATISTICS, FINDINGS].into_iter().filter(|file| files.files.contains_key(*file)).collect();
    if data.is_empty() {
        let folder = if prefix.is_empty() { "its root" } else { &prefix };
        return Err(format!(
            "the revision has no site: there is no site.toml in {folder}, and no {STATISTICS} as in a published one"
        )
        .into());
    }
    let bytes = files.read(git, data.iter().copied())?;
    let of = |file| data.iter().position(|name| *name == file).map(|at| bytes[at].as_slice());
    Ok(published(State::read(of(STATISTICS), of(FINDINGS))?))
}

fn sources_of_commit(
    git: &Git,
    files: &TreeListing,
    prefix: &str,
    options: &Options,
) -> Result<SideState, git::GitFailure> {
    let below = files.files.iter().filter_map(|(path, entry)| {
        let source = SourcePath::new(path.strip_prefix(prefix)?);
        disk::is_source(&source).then_some((path.as_str(), source, entry))
    });
    let (ordinary, other): (Vec<_>, Vec<_>) = below.partition(|(.., entry)| entry.is_file());
    let bytes = files.read(git, ordinary.iter().map(|(path, ..)| *path))?;
    let tree = SourceTree::of_files(ordinary.into_iter().map(|(_, source, _)| source).zip(bytes));
    let remarks = other.iter().map(|(_, source, _)| {
        format!("has a symbolic link or submodule at `{source}`, which is not followed")
    });
    Ok(sources(Checked::clean(tree), options, remarks.collect()))
}

fn sources(tree: Checked<SourceTree>, options: &Options, mut remarks: Vec<String>) -> SideState {
    let site = Site::load(tree, options, &Highlighter::default());
    let errors = site.diagnostics().iter().filter(|one| one.level == Level::Error).count();
    if errors > 0 {
        let plural = if errors == 1 { "" } else { "s" };
        remarks.push(format!("has {errors} error{plural}; what could not be understood is missing here"));
    }
    SideState { state: State::of_site(&site), remarks }
}

fn published(state: State) -> SideState {
    let remarks = state.unknown().map(|file| format!("has no {file}: what stands there is not compared"));
    SideState { remarks: remarks.collect(), state }
}
