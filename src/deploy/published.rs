//! What is published now, and whether it may be replaced.

use super::{Failure, Source, Target, trouble};
use crate::compare::{FINDINGS, STATISTICS, State};
use crate::git::{Git, Listing};

/// A file that marks a folder as the sources of a site.
const SOURCES: &str = "site.toml";

/// What may stand on a branch that nobody has published to: GitHub makes such branches.
const BLANK: [&str; 5] = ["CNAME", ".nojekyll", "README.md", "LICENSE", ".gitignore"];

/// What is published now.
#[derive(Debug, Default)]
pub struct Published {
    /// The commit; `None` when there is no such branch.
    pub commit: Option<String>,
    /// Its files.
    pub files: Listing,
    /// The commit of the sources, when its message names one.
    pub source: Option<String>,
    /// Its statistics and findings, as far as they are known.
    pub state: State,
}

impl Published {
    /// Fetches what is published. No branch, no remote-tracking branch and no other reference is changed.
    ///
    /// # Errors
    /// When the remote cannot be asked.
    pub fn fetch(git: &Git, target: &Target) -> Result<Self, Failure> {
        let Some(commit) = target.tip(git)? else { return Ok(Self::default()) };
        let fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance"];
        let nothing_else = ["--no-prune", "--no-recurse-submodules", "--refmap=", &target.remote];
        git.call(fetch.into_iter().chain(nothing_else).chain([target.reference().as_str()]))
            .bytes()
            .map_err(|failure| trouble::explain(&failure, target))?;
        if git.call(["cat-file", "-e", &commit]).bytes().is_err() {
            return Err(trouble::moved(target));
        }
        let files = Listing::of(git, &commit)?;
        let trailers = "--format=%(trailers:key=Source,valueonly)";
        let source = git.call(["show", "--no-patch", trailers, &commit]).text()?;
        Ok(Self {
            state: state(git, &files)?,
            source: Some(source).filter(|source| !source.is_empty()),
            commit: Some(commit),
            files,
        })
    }

    /// Holds against publishing what would destroy somebody's work.
    ///
    /// # Errors
    /// When the branch holds sources, or what this program did not publish and could not be had back.
    pub fn may_be_replaced(&self, source: &Source, target: &Target) -> Result<(), Failure> {
        let (branch, shown) = (&target.branch, &target.shown);
        let elsewhere = "publish to a branch of its own, such as `--branch gh-pages`";
        if target.is_usual && source.branch.as_ref() == Some(branch) {
            return Err(Failure::new(format!("`{branch}` is the branch that you work on")).next(elsewhere));
        }
        if self.files.files.contains_key(SOURCES) {
            let what =
                format!("`{branch}` on {shown} holds the sources of a site, which would be removed from it");
            return Err(Failure::new(what).next(elsewhere));
        }
        let is_ours = self.files.files.contains_key(STATISTICS);
        let is_blank = self.files.files.keys().all(|path| BLANK.contains(&path.as_str()));
        if is_ours || is_blank || target.append {
            return Ok(());
        }
        let what = format!("`{branch}` on {shown} holds something else than a review, which would be lost");
        Err(Failure::new(what)
            .next(format!("{} --append   publishes on top of it and keeps its history", target.again))
            .next(elsewhere))
    }
}

/// Data files in another form are not known; they are replaced anyway.
fn state(git: &Git, files: &Listing) -> Result<State, Failure> {
    let data: Vec<&str> =
        [STATISTICS, FINDINGS].into_iter().filter(|file| files.files.contains_key(*file)).collect();
    let bytes = files.read(git, data.iter().copied())?;
    let of = |file| data.iter().position(|name| *name == file).map(|at| bytes[at].as_slice());
    Ok(State::read(of(STATISTICS), of(FINDINGS)).unwrap_or_default())
}
