//! The one step that others see: a commit of the tree, pushed if nobody has published meanwhile.

use super::{DeployFailure, PublishTarget, Published, PublishedCommit, Tree, trouble};
use crate::git;

/// Who makes the commit where git does not know who the user is.
const OWN_NAME: &str = "cscare-site";
const OWN_ADDRESS: &str = "cscare-site@localhost";

/// How much of an id a person is shown.
const SHORT: usize = 10;

/// All that a publication is made of.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// The commit of the sources.
    pub source: &'a PublishedCommit,
    /// Where to.
    pub target: &'a PublishTarget,
    /// What is there now.
    pub published: &'a Published,
    /// What shall be there.
    pub tree: &'a Tree,
    /// The time of the commit, in seconds since 1970; without one, that of the sources' commit.
    pub time: Option<i64>,
}

impl Publication<'_> {
    /// Whether the same is published already.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published.commit.is_some() && self.published.files == self.tree.files
    }

    /// Makes the commit. The same sources and the same author give the same one.
    fn commit(&self) -> Result<String, git::GitFailure> {
        let revision = &self.source.revision;
        let message = format!(
            "Publish {}\n\nSource: {revision}\nBuilt-by: cscare-site {}\n",
            short(revision),
            env!("CARGO_PKG_VERSION")
        );
        let former = self.published.commit.as_deref().filter(|_| self.target.append);
        let parent = former.map_or_else(Vec::new, |former| vec!["-p", former]);
        let arguments = ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-F", "-"];
        let arguments = arguments.into_iter().chain(parent).chain([self.tree.id.as_str()]);
        let date = format!("@{} +0000", self.time.unwrap_or(self.source.time));
        let mut call = self.source.git.call(arguments).input(message);
        for variable in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] {
            call = call.with(variable, &date);
        }
        if !self.source.has_author {
            for role in ["AUTHOR", "COMMITTER"] {
                call = call.with(&format!("GIT_{role}_NAME"), OWN_NAME);
                call = call.with(&format!("GIT_{role}_EMAIL"), OWN_ADDRESS);
            }
        }
        call.text()
    }
}

/// Publishes, and gives the id of the commit. Either all of it is published or nothing.
///
/// # Errors
/// When the remote refuses; the failure says what is published then.
pub fn push(publication: Publication<'_>) -> Result<String, DeployFailure> {
    let Publication { source, target, published, .. } = publication;
    let commit = publication.commit()?;
    let reference = target.reference();
    let mut arguments: Vec<String> =
        ["push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"].map(str::to_owned).into();
    if !target.append {
        // Without a former commit the lease says that there must not be a branch.
        let former = published.commit.as_deref().unwrap_or_default();
        arguments.push(format!("--force-with-lease={reference}:{former}"));
    }
    arguments.extend([target.remote.clone(), format!("{commit}:{reference}")]);
    match source.git.call(arguments).bytes() {
        Ok(_) => Ok(commit),
        Err(failure) => after_refusal(&failure, &commit, publication),
    }
}

/// A push can fail after it arrived, when the answer is lost. So the remote is asked what it has.
fn after_refusal(
    failure: &git::GitFailure,
    commit: &str,
    publication: Publication<'_>,
) -> Result<String, DeployFailure> {
    let Publication { source, target, published, .. } = publication;
    let state = match target.tip(&source.git) {
        Ok(Some(tip)) if tip == commit => return Ok(tip),
        Ok(tip) if tip == published.commit => unchanged(target, tip.as_deref()),
        Ok(Some(tip)) => {
            format!("`{}` now shows what somebody else published: {}", target.branch, short(&tip))
        }
        Ok(None) => format!("somebody removed `{}`; nothing is published", target.branch),
        Err(_) => "it cannot be told whether the push arrived; trying again does no harm".to_owned(),
    };
    Err(trouble::explain(failure, target).state(state))
}

fn unchanged(target: &PublishTarget, tip: Option<&str>) -> String {
    match tip {
        Some(tip) => format!("nothing was published: `{}` still shows {}", target.branch, short(tip)),
        None => format!("nothing was published: there is no `{}` yet", target.branch),
    }
}

/// Enough of an id to be told from others.
#[must_use]
pub fn short(id: &str) -> &str {
    id.get(..SHORT).unwrap_or(id)
}
