//! The commit that is published: the folder has to be as it is committed, so that the commit says what was built.

use super::failure::{listed, named};
use super::{DeployFailure, committed};
use crate::git::{self, Git};
use crate::path::SourcePath;
use crate::source::{SourceTree, disk};
use std::path::Path;

/// The commit from which a site is published.
#[derive(Debug)]
pub struct PublishedCommit {
    /// Asked in the site's folder.
    pub git: Git,
    /// Id of the commit.
    pub revision: String,
    /// When it was made, in seconds since 1970.
    pub time: i64,
    /// The branch that is checked out; `None` when none is.
    pub branch: Option<String>,
    /// Whether git knows whose name to put on a commit.
    pub has_author: bool,
    /// The site's folder in the repository.
    prefix: String,
}

impl PublishedCommit {
    /// Looks at the repository around the site.
    ///
    /// # Errors
    /// When there is none, or nothing is committed, or something is not.
    pub fn open(site: &Path, may_ask: bool, again: &str) -> Result<Self, DeployFailure> {
        let git = Git::at(site, may_ask);
        if let Some(version) = git.too_old()? {
            return Err(too_old(&version, again));
        }
        let prefix = git.call(["rev-parse", "--show-prefix"]).text();
        let prefix = prefix.map_err(|failure| no_repository(failure, site, again))?;
        let revision =
            git.call(["rev-parse", "--verify", "HEAD^{commit}"]).text().map_err(|_| uncommitted(again))?;
        git.call(["cat-file", "-e", "HEAD:./site.toml"]).text().map_err(|failure| foreign(failure, again))?;
        // Which of the ignored ones would get out is known when the site is understood.
        as_committed(&git, &prefix, &|_| false, again)?;
        let time = git.call(["show", "--no-patch", "--format=%ct", &revision]).text()?;
        let branch = git.call(["symbolic-ref", "--quiet", "--short", "HEAD"]).text().ok();
        let is_known = |variable: &str| git.call(["var", variable]).bytes().is_ok();
        let has_author = is_known("GIT_AUTHOR_IDENT") && is_known("GIT_COMMITTER_IDENT");
        let time = time.parse().unwrap_or_default();
        Ok(Self { git, revision, time, branch, has_author, prefix })
    }

    /// The workflow that publishes to GitHub Pages too, if the commit has one.
    #[must_use]
    pub fn workflow(&self) -> Option<String> {
        let search = ["grep", "-l", "--full-name", "--fixed-strings", "-e", "actions/deploy-pages"];
        let found = search.into_iter().chain([self.revision.as_str(), "--", ":/.github/workflows"]);
        let found = self.git.call(found).text().ok()?;
        found.lines().next()?.split_once(':').map(|(_, path)| path.to_owned())
    }

    /// Looks again when the site has been built: what was saved meanwhile may be in it, and is in no commit. Now each file
    /// is looked into, as git may have been told to pass one over.
    ///
    /// # Errors
    /// When something is not as committed, or something else is committed.
    pub fn look_again(
        &self,
        built: &SourceTree,
        is_published: &dyn Fn(&SourcePath) -> bool,
        again: &str,
    ) -> Result<(), DeployFailure> {
        as_committed(&self.git, &self.prefix, is_published, again)?;
        if self.git.call(["rev-parse", "HEAD"]).text()? != self.revision {
            return Err(
                DeployFailure::new("something else was committed while the site was built").next(again)
            );
        }
        let built: Vec<&str> = built.on_disk().map(SourcePath::as_str).collect();
        let unlike = committed::unlike(&self.git, &self.revision, &self.prefix, &built)?;
        if unlike.is_empty() { Ok(()) } else { Err(passed_over(&unlike, again)) }
    }
}

/// Whether every source is as committed. What git ignores is in no commit, and was perhaps meant for nobody.
fn as_committed(
    git: &Git,
    prefix: &str,
    is_published: &dyn Fn(&SourcePath) -> bool,
    again: &str,
) -> Result<(), DeployFailure> {
    let (mut ignored, open) = status(git, prefix)?;
    if !open.is_empty() {
        return Err(dirty(&open, again));
    }
    ignored.retain(|path| is_published(&SourcePath::new(path)));
    if ignored.is_empty() { Ok(()) } else { Err(kept_back(&ignored, again)) }
}

/// Git was told to ignore these, and a build would publish them.
fn kept_back(ignored: &[String], again: &str) -> DeployFailure {
    DeployFailure::new(format!("git ignores these files, and they would be published: {}", named(ignored)))
        .next("if they are private: move them out of content/, templates/ and static/, and take out what names them")
        .next("if not: take the line out of .gitignore that keeps them back, then: git add --all && git commit -m \"…\"")
        .next("git check-ignore --verbose PATH   says which line that is")
        .next(again)
}

/// The files among the sources that git ignores, and what is not as committed, each with how.
fn status(git: &Git, prefix: &str) -> Result<(Vec<String>, Vec<String>), git::GitFailure> {
    let arguments = [
        "status",
        "--porcelain",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--ignored=matching",
        "--ignore-submodules=none",
        "--",
        ".",
    ];
    let listed = git.call(arguments).text()?;
    let entries = listed.split('\0').filter_map(|entry| entry.split_at_checked(3));
    let (ignored, open): (Vec<_>, Vec<_>) = entries.partition(|(how, _)| how.starts_with("!!"));
    let below = |path: &str| path.strip_prefix(prefix).unwrap_or(path).trim_end_matches('/').to_owned();
    let ignored = ignored.into_iter().map(|(_, path)| below(path));
    let ignored = ignored.filter(|path| disk::is_source(&SourcePath::new(path))).collect();
    let open = open.into_iter().map(|(how, path)| format!("`{}` {}", below(path), meaning(how))).collect();
    Ok((ignored, open))
}

fn meaning(how: &str) -> &'static str {
    if how.starts_with("??") {
        "is new"
    } else if how.contains('U') {
        "is in a merge"
    } else if how.contains('D') {
        "was removed"
    } else if how.starts_with('A') {
        "is new, and only staged"
    } else {
        "was changed"
    }
}

fn dirty(open: &[String], again: &str) -> DeployFailure {
    let failure = DeployFailure::new(format!("not everything is committed: {}", listed(open)))
        .next("git add --all && git commit -m \"…\"   or move what is not to be published out of the site's folder")
        .next(again);
    if open.iter().any(|one| one.starts_with("`public/")) {
        return failure
            .next("public/ is made by `build`; it is left out with the line `/public` in .gitignore");
    }
    failure
}

/// Git does not see that these are not as committed.
fn passed_over(unlike: &[String], again: &str) -> DeployFailure {
    let paths: Vec<String> = unlike.iter().map(|path| git::quoted(path)).collect();
    let what = format!("git does not look at these files, and they are not as committed: {}", named(unlike));
    // Git heeds one of the two at a time.
    let look_again = |flag: &str| format!("git update-index --no-{flag} -- {}", paths.join(" "));
    DeployFailure::new(what)
        .next(look_again("assume-unchanged"))
        .next(look_again("skip-worktree") + "   lets it look again")
        .next("git status   shows then what has to be committed or undone")
        .next(again)
}

fn too_old(version: &str, again: &str) -> DeployFailure {
    let (major, minor) = git::OLDEST;
    DeployFailure::new(format!("git {version} is older than {major}.{minor}, which `deploy` needs"))
        .next("install a newer one from https://git-scm.com/downloads")
        .next(again)
}

fn no_repository(failure: git::GitFailure, site: &Path, again: &str) -> DeployFailure {
    let site = site.display();
    let said = failure.said();
    if said.contains("dubious ownership") {
        DeployFailure::new(format!("git does not trust `{site}`, because it belongs to somebody else"))
            .said(&failure)
            .next(again)
    } else if said.contains("not a git repository") {
        DeployFailure::new(format!("`{site}` is in no git repository"))
            .next("git init && git add --all && git commit -m \"First version\"")
            .next("git remote add origin https://github.com/OWNER/REPOSITORY.git")
            .next(again)
    } else {
        failure.into()
    }
}

fn uncommitted(again: &str) -> DeployFailure {
    DeployFailure::new("nothing is committed yet, so no commit could say what was published")
        .next("git add --all && git commit -m \"First version\"")
        .next(again)
}

fn foreign(failure: git::GitFailure, again: &str) -> DeployFailure {
    match failure {
        git::GitFailure::Refused { .. } => {
            DeployFailure::new("the site's `site.toml` is not in the last commit")
                .next("git add --force site.toml content && git commit -m \"Add the site\"")
                .next(again)
        }
        git::GitFailure::NotInstalled | git::GitFailure::Unstartable(_) => failure.into(),
    }
}
