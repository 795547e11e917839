//! What is published now, which of it this program wrote, and whether it may be replaced.

use super::failure::named;
use super::{DeployFailure, PublishTarget, PublishedCommit, trouble};
use crate::compare::{FINDINGS, STATISTICS, State};
use crate::git::{self, Git, TreeListing};
use crate::output::listed::{Listed, MANIFEST};

/// A file that marks a folder as the sources of a site.
const SOURCES: &str = "site.toml";

/// A custom domain, which GitHub writes on the published branch when it is set.
pub(super) const DOMAIN: &str = "CNAME";

/// What may stand on a branch that nobody has published to: GitHub makes such branches.
const BLANK: [&str; 5] = [DOMAIN, ".nojekyll", "README.md", "LICENSE", ".gitignore"];

/// What is published now.
#[derive(Debug, Default)]
pub struct Published {
    /// The commit; `None` when there is no such branch.
    pub commit: Option<String>,
    /// Its files.
    pub files: TreeListing,
    /// The commit of the sources, when its message names one.
    pub source: Option<String>,
    /// Its statistics and findings, as far as they are known.
    pub state: State,
    /// How many commits the branch has.
    pub commits: usize,
    written: WrittenBefore,
    /// Files that this program wrote and somebody changed by hand.
    edited: Vec<String>,
}

/// Which of the published files this program wrote.
#[derive(Debug, Default)]
enum WrittenBefore {
    /// Those of its manifest.
    Listed(Listed),
    /// All, as the commit is one of a version that published no manifest and nothing else.
    All,
    /// None, or none that is known.
    #[default]
    Nothing,
}

impl Published {
    /// Fetches what is published. No branch, no remote-tracking branch and no other reference is changed.
    ///
    /// # Errors
    /// When the remote cannot be asked.
    pub fn fetch(git: &Git, target: &PublishTarget) -> Result<Self, DeployFailure> {
        let Some(commit) = target.tip(git)? else { return Ok(Self::default()) };
        let fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance"];
        let nothing_else = ["--no-prune", "--no-recurse-submodules", "--refmap=", &target.remote];
        git.call(fetch.into_iter().chain(nothing_else).chain([target.reference().as_str()]))
            .bytes()
            .map_err(|failure| trouble::explain(&failure, target))?;
        if git.call(["cat-file", "-e", &commit]).bytes().is_err() {
            return Err(trouble::moved(target));
        }
        Ok(Self::of(git, commit)?)
    }

    fn of(git: &Git, commit: String) -> Result<Self, git::GitFailure> {
        let files = TreeListing::of(git, &commit)?;
        let (source, builder) = (trailer(git, &commit, "Source")?, trailer(git, &commit, "Built-by")?);
        let manifest = files.read(git, [MANIFEST])?.pop();
        let written = match manifest.and_then(|text| Listed::read(&text)) {
            Some(listed) => WrittenBefore::Listed(listed),
            None if builder.is_some() && !files.files.contains_key(MANIFEST) => WrittenBefore::All,
            None => WrittenBefore::Nothing,
        };
        let edited = match &written {
            // What this program committed last is as it wrote it.
            WrittenBefore::Listed(listed) if builder.is_none() => edited(git, &files, listed)?,
            WrittenBefore::Listed(_) | WrittenBefore::All | WrittenBefore::Nothing => Vec::new(),
        };
        let commits = git.call(["rev-list", "--count", &commit]).text()?.parse().unwrap_or(1);
        Ok(Self { state: state(git, &files)?, source, commit: Some(commit), files, commits, written, edited })
    }

    /// Whether this program wrote the file that is published at `path`.
    #[must_use]
    pub fn wrote(&self, path: &str) -> bool {
        match &self.written {
            WrittenBefore::Listed(listed) => listed.contains(path) || path == MANIFEST,
            WrittenBefore::All => path != DOMAIN,
            WrittenBefore::Nothing => false,
        }
    }

    /// Whether this program published what is on the branch.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        !matches!(self.written, WrittenBefore::Nothing)
    }

    /// Holds against publishing what would destroy somebody's work.
    ///
    /// # Errors
    /// When the branch holds sources, or what this program did not publish and could not be had back.
    pub fn may_be_replaced(
        &self,
        source: &PublishedCommit,
        target: &PublishTarget,
    ) -> Result<(), DeployFailure> {
        let (branch, shown) = (&target.branch, &target.shown);
        let elsewhere = "publish to a branch of its own, such as `--branch gh-pages`";
        if target.is_usual && source.branch.as_ref() == Some(branch) {
            return Err(
                DeployFailure::new(format!("`{branch}` is the branch that you work on")).next(elsewhere)
            );
        }
        if self.files.files.contains_key(SOURCES) {
            let what =
                format!("`{branch}` on {shown} holds the sources of a site, which would be removed from it");
            return Err(DeployFailure::new(what).next(elsewhere));
        }
        let is_blank = self.files.files.keys().all(|path| BLANK.contains(&path.as_str()));
        if target.append || is_blank {
            return Ok(());
        }
        let appending = format!("{} --append   publishes on top of it and keeps its history", target.again);
        if !self.is_ours() {
            let what =
                format!("`{branch}` on {shown} holds something else than a review, which would be lost");
            return Err(DeployFailure::new(what).next(appending).next(elsewhere));
        }
        if self.edited.is_empty() {
            return Ok(());
        }
        let what =
            format!("on `{branch}` somebody changed by hand what was published: {}", named(&self.edited));
        Err(DeployFailure::new(what)
            .next("make the same change in the site's sources, as it is lost from the pages otherwise")
            .next(appending))
    }
}

/// What the message of a commit says under a name.
fn trailer(git: &Git, commit: &str, name: &str) -> Result<Option<String>, git::GitFailure> {
    let format = format!("--format=%(trailers:key={name},valueonly)");
    let value = git.call(["show", "--no-patch", &format, commit]).text()?;
    Ok(Some(value).filter(|value| !value.is_empty()))
}

/// The listed files that hold something else than was written.
fn edited(git: &Git, files: &TreeListing, listed: &Listed) -> Result<Vec<String>, git::GitFailure> {
    let paths: Vec<&str> =
        files.files.keys().map(String::as_str).filter(|path| listed.contains(path)).collect();
    let bytes = files.read(git, paths.iter().copied())?;
    let pairs = paths.into_iter().zip(bytes);
    Ok(pairs.filter(|(path, bytes)| !listed.holds(path, bytes)).map(|(path, _)| path.to_owned()).collect())
}

/// Data files in another form are not known; they are replaced anyway.
fn state(git: &Git, files: &TreeListing) -> Result<State, git::GitFailure> {
    let data: Vec<&str> =
        [STATISTICS, FINDINGS].into_iter().filter(|file| files.files.contains_key(*file)).collect();
    let bytes = files.read(git, data.iter().copied())?;
    let of = |file| data.iter().position(|name| *name == file).map(|at| bytes[at].as_slice());
    Ok(State::read(of(STATISTICS), of(FINDINGS)).unwrap_or_default())
}
