//! Where a site is published: a branch of a remote.

use super::DeployFailure;
use super::trouble;
use crate::diagnostic::did_you_mean;
use crate::git::github::Repository;
use crate::git::{self, Git, is_branch_name, quoted, without_secrets};
use crate::source::disk;
use std::path::{Path, absolute};

/// The remote that is meant when none is named.
const USUAL: &str = "origin";

/// What somebody typed about where to publish.
#[derive(Debug, Clone, Copy)]
pub struct TypedTarget<'a> {
    /// The name, address or path of a remote.
    pub remote: Option<&'a str>,
    /// The branch.
    pub branch: &'a str,
    /// Whether to publish on top of what is there, instead of in its place.
    pub append: bool,
    /// The command as it was typed, to be typed again.
    pub again: &'a str,
}

/// Where a site is published.
#[derive(Debug)]
pub struct PublishTarget {
    /// As git is told.
    pub remote: String,
    /// As a person is told.
    pub shown: String,
    /// Whether it is the usual remote of the repository, which holds the sources too.
    pub is_usual: bool,
    /// The branch.
    pub branch: String,
    /// Whether to publish on top of what is there.
    pub append: bool,
    /// The command as it was typed.
    pub again: String,
    /// What the remote is on GitHub.
    pub repository: Option<Repository>,
}

impl PublishTarget {
    /// Finds the remote.
    ///
    /// # Errors
    /// When there is none of this name, or a name is none.
    pub fn find(git: &Git, place: TypedTarget<'_>) -> Result<Self, DeployFailure> {
        if !is_branch_name(place.branch) {
            return Err(DeployFailure::new(format!("`{}` cannot be the name of a branch", place.branch))
                .next("write the name alone, such as `gh-pages`"));
        }
        let names = git.call(["remote"]).text()?;
        let names: Vec<&str> = names.lines().collect();
        let FoundRemote { remote, typed, address } = match place.remote {
            None => named(git, usual(&names, place.again)?)?,
            Some(name) if names.contains(&name) => named(git, name)?,
            Some(typed) => addressed(typed, &names)?,
        };
        let (typed, shown) = (without_secrets(&typed), without_secrets(&address));
        Ok(Self {
            repository: Repository::of_remote(&address),
            is_usual: place.remote.is_none(),
            remote,
            shown: if typed == shown { format!("`{typed}`") } else { format!("`{typed}` ({shown})") },
            branch: place.branch.to_owned(),
            append: place.append,
            again: place.again.to_owned(),
        })
    }

    /// The whole name of the branch.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("refs/heads/{}", self.branch)
    }

    /// The commit that the branch is at now; `None` when there is no such branch.
    ///
    /// # Errors
    /// When the remote cannot be asked.
    pub fn tip(&self, git: &Git) -> Result<Option<String>, DeployFailure> {
        let reference = self.reference();
        let listed = git
            .call(["ls-remote", "--quiet", &self.remote, &reference])
            .text()
            .map_err(|failure| trouble::explain(&failure, self))?;
        let mut lines = listed.lines().filter_map(|line| line.split_once('\t'));
        Ok(lines.find(|(_, name)| *name == reference).map(|(id, _)| id.to_owned()))
    }
}

fn usual<'n>(names: &[&'n str], again: &str) -> Result<&'n str, DeployFailure> {
    match names {
        [] => Err(DeployFailure::new("the repository has no remote to publish to")
            .next("git remote add origin https://github.com/OWNER/REPOSITORY.git")
            .next(again)),
        [only] => Ok(only),
        _ => names.iter().find(|name| **name == USUAL).copied().ok_or_else(|| {
            DeployFailure::new(format!("the repository has several remotes: {}", names.join(", ")))
                .next(format!("{again} --remote {}", quoted(names[0])))
        }),
    }
}

/// A remote that was found.
struct FoundRemote {
    /// As git is told.
    remote: String,
    /// As it was typed.
    typed: String,
    /// Where it is.
    address: String,
}

/// Where a remote is read from and written to at different addresses, the latter is where a site is published.
fn named(git: &Git, name: &str) -> Result<FoundRemote, git::GitFailure> {
    let read = git.call(["remote", "get-url", "--", name]).text()?;
    let written = git.call(["remote", "get-url", "--push", "--", name]).text()?;
    let remote = if read == written { name.to_owned() } else { written.clone() };
    Ok(FoundRemote { remote, typed: name.to_owned(), address: written })
}

fn addressed(typed: &str, names: &[&str]) -> Result<FoundRemote, DeployFailure> {
    let is_folder = disk::typed(Path::new(typed)) == disk::TypedPath::Folder;
    let is_address =
        typed.contains("://") || typed.split('/').next().is_some_and(|first| first.contains(':'));
    // `fd::17` is what another program has open under a number: here nobody would ever answer.
    if typed.starts_with('-') || typed.starts_with("fd::") || !(is_folder || is_address) {
        let hint = did_you_mean(typed, names.iter().copied());
        let hint = hint.unwrap_or_else(|| "git remote -v   shows the remotes that there are".to_owned());
        let what = format!("`{}` is no remote, no address and no folder", without_secrets(typed));
        return Err(DeployFailure::new(what).next(hint));
    }
    let remote = match absolute(typed) {
        // Git is asked in the site's folder, which need not be the one where the path was typed.
        Ok(path) if is_folder => path.to_string_lossy().into_owned(),
        _ => typed.to_owned(),
    };
    Ok(FoundRemote { remote, typed: typed.to_owned(), address: typed.to_owned() })
}
