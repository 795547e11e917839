//! What git says when a remote refuses, and what that means for somebody who is no friend of git.

use super::{DeployFailure, PublishTarget};
use crate::git;

/// Why a remote did not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It takes no commit that does not follow from the one that is there.
    ForceBarred,
    /// A rule or hook of its own protects the branch.
    Protected,
    /// Something else was published since it was asked.
    Moved,
    /// The branch is what is checked out there.
    CheckedOut,
    /// A file is too large for it.
    TooLarge,
    /// It does not know who is asking, or does not let them.
    NotLetIn,
    /// There is no repository at this address.
    NoRepository,
    /// It cannot be reached.
    Unreachable,
    /// A hook of the user's own repository said no.
    OwnHook,
    /// Something else.
    Other,
}

/// Words by which a trouble is known, in the order in which they are looked for: an answer can hold several.
const SIGNS: [(Trouble, &[&str]); 9] = [
    (
        Trouble::ForceBarred,
        &["[remote rejected] (non-fast-forward)", "denying non-fast-forward", "force-push", "force push"],
    ),
    (Trouble::TooLarge, &["GH001", "file size limit", "exceeds maximum allowed size"]),
    (Trouble::Protected, &["protected branch", "GH006", "GH013", "hook declined", "repository rule"]),
    (Trouble::CheckedOut, &["branch is currently checked out"]),
    (
        Trouble::Moved,
        &[
            "stale info",
            "fetch first",
            "non-fast-forward",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
            "reference already exists",
        ],
    ),
    (
        Trouble::NotLetIn,
        &[
            "uthentication failed",
            "could not read Username",
            "could not read Password",
            "terminal prompts disabled",
            "ermission denied",
            "Permission to ",
            "error: 401",
            "error: 403",
            "Access denied",
            "Host key verification failed",
        ],
    ),
    (
        Trouble::NoRepository,
        &["epository not found", "does not appear to be a git repository", "error: 404", "' not found"],
    ),
    (
        Trouble::Unreachable,
        &[
            "Could not resolve host",
            "ould not resolve hostname",
            "Connection refused",
            "timed out",
            "Failed to connect",
            "unreachable",
            "No route to host",
            "Connection reset",
            "hung up unexpectedly",
            "early EOF",
        ],
    ),
    (Trouble::OwnHook, &["failed to push some refs"]),
];

impl Trouble {
    fn of(said: &str) -> Self {
        let is_in = |(_, words): &&(Self, &[&str])| words.iter().any(|word| said.contains(word));
        SIGNS.iter().find(is_in).map_or(Self::Other, |(trouble, _)| *trouble)
    }
}

/// A remote's refusal in plain words.
pub(super) fn explain(failure: &git::GitFailure, target: &PublishTarget) -> DeployFailure {
    let git::GitFailure::Refused { command, said } = failure else {
        return match failure {
            git::GitFailure::NotInstalled => git::GitFailure::NotInstalled.into(),
            git::GitFailure::Unstartable(_) | git::GitFailure::Refused { .. } => {
                DeployFailure::new(failure.to_string())
            }
        };
    };
    let trouble = Trouble::of(said);
    let what = what(trouble, target).unwrap_or_else(|| format!("`{command}` failed"));
    next(trouble, target).into_iter().fold(DeployFailure::new(what).said(failure), DeployFailure::next)
}

/// Somebody published between the look at the branch and now.
pub(super) fn moved(target: &PublishTarget) -> DeployFailure {
    let what = what(Trouble::Moved, target).unwrap_or_default();
    next(Trouble::Moved, target).into_iter().fold(DeployFailure::new(what), DeployFailure::next)
}

fn what(trouble: Trouble, target: &PublishTarget) -> Option<String> {
    let PublishTarget { branch, shown, .. } = target;
    Some(match trouble {
        Trouble::ForceBarred => format!("{shown} does not let the history of `{branch}` be replaced"),
        Trouble::Protected => format!("{shown} protects `{branch}` and refused the push"),
        Trouble::Moved => format!("somebody else published to `{branch}` meanwhile, and was not overwritten"),
        Trouble::CheckedOut => format!("{shown} is a folder in which somebody works on `{branch}`"),
        Trouble::TooLarge => format!("{shown} refused a file that is too large"),
        Trouble::NotLetIn => format!("{shown} did not let you in"),
        Trouble::NoRepository => format!("there is no repository at {shown}, or none that you may see"),
        Trouble::Unreachable => format!("{shown} cannot be reached"),
        Trouble::OwnHook => "the push was refused by a pre-push hook of your own repository".to_owned(),
        Trouble::Other => return None,
    })
}

fn next(trouble: Trouble, target: &PublishTarget) -> Vec<String> {
    let PublishTarget { branch, remote, again, .. } = target;
    let appending = || format!("{again} --append   publishes on top of what is there");
    let reference = format!("HEAD:refs/heads/{branch}");
    let by_hand = format!("git push --dry-run {} {}", git::quoted(remote), git::quoted(&reference));
    match trouble {
        Trouble::ForceBarred => vec![appending()],
        Trouble::Protected if target.append => vec![
            format!("let your account push to `{branch}` in the rules of the repository"),
            format!("{again} --branch …   publishes to another branch"),
        ],
        Trouble::Protected => vec![
            appending(),
            format!(
                "if that is refused too: let your account push to `{branch}` in the rules of the repository"
            ),
        ],
        Trouble::Moved => {
            vec![format!("{}   shows what would be different from theirs", looking(again))]
        }
        Trouble::CheckedOut => vec!["publish to a bare repository: git init --bare site.git".to_owned()],
        Trouble::TooLarge => {
            vec!["publish the file elsewhere and link to it, then:".to_owned(), again.clone()]
        }
        Trouble::NotLetIn => vec![
            format!("{by_hand}   has to work first; for GitHub over https, `gh auth login` sets that up"),
            again.clone(),
        ],
        Trouble::NoRepository => vec!["git remote -v   shows the addresses".to_owned(), again.clone()],
        Trouble::Unreachable => vec![again.clone()],
        Trouble::OwnHook => {
            vec!["git rev-parse --git-path hooks/pre-push   says where it is".to_owned(), again.clone()]
        }
        Trouble::Other => vec![by_hand, again.clone()],
    }
}

/// The command as typed, so that it publishes nothing.
fn looking(again: &str) -> String {
    let words = again.split(' ').filter(|word| !matches!(*word, "--yes" | "-y" | "--dry-run"));
    words.chain(["--dry-run"]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Trouble, looking};

    #[test]
    fn looking_publishes_nothing() {
        assert_eq!(looking("cscare-site deploy --yes --append"), "cscare-site deploy --append --dry-run");
        assert_eq!(looking("cscare-site deploy -y"), "cscare-site deploy --dry-run");
    }

    #[test]
    fn answers_of_servers_are_understood() {
        for (said, trouble) in [
            ("! a:refs/heads/gh-pages [rejected] (stale info)", Trouble::Moved),
            ("! a:b [remote rejected] (non-fast-forward)", Trouble::ForceBarred),
            ("! a:b [rejected] (non-fast-forward)", Trouble::Moved),
            (
                "remote: error: GH006: Protected branch update failed for refs/heads/gh-pages.\n\
                 remote: error: Cannot force-push to this branch\n! [remote rejected] (protected branch hook declined)",
                Trouble::ForceBarred,
            ),
            (
                "remote: error: GH006: Protected branch update failed\n! [remote rejected] (protected branch hook declined)",
                Trouble::Protected,
            ),
            ("! a:b [remote rejected] (pre-receive hook declined)", Trouble::Protected),
            ("remote: error: GH001: Large files detected.\n! (pre-receive hook declined)", Trouble::TooLarge),
            (
                "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
                Trouble::NotLetIn,
            ),
            (
                "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote",
                Trouble::NotLetIn,
            ),
            ("remote: Permission to o/r.git denied to me.\nfatal: ... error: 403", Trouble::NotLetIn),
            (
                "remote: Repository not found.\nfatal: repository 'https://x/' not found",
                Trouble::NoRepository,
            ),
            ("fatal: '/nowhere' does not appear to be a git repository", Trouble::NoRepository),
            ("fatal: unable to access 'https://x/': Could not resolve host: x", Trouble::Unreachable),
            ("no!\nerror: failed to push some refs to '../site.git'", Trouble::OwnHook),
            ("fatal: something new", Trouble::Other),
        ] {
            assert_eq!(Trouble::of(said), trouble, "{said}");
        }
    }
}
