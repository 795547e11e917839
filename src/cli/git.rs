//! What git says about a folder. Nothing is changed, and nothing is asked over the network.

use crate::git::Git;
use crate::git::github::Repository;
use std::path::{Path, PathBuf};

/// What a git command prints; `None` when git is not there, or refuses.
pub fn ask(folder: &Path, arguments: &[&str]) -> Option<String> {
    // A folder that is yet to be made has no say; the one around it has.
    let mut around = folder.ancestors().filter(|part| !part.as_os_str().is_empty());
    let there = around.find(|part| part.is_dir()).unwrap_or(Path::new("."));
    Git::at(there, false).call(arguments).text().ok()
}

/// Whether the git that is there is too old to publish with.
pub fn is_too_old() -> bool {
    Git::at(Path::new("."), false).too_old().is_ok_and(|version| version.is_some())
}

/// The top folder of the work tree around a folder.
pub fn work_tree(folder: &Path) -> Option<PathBuf> {
    ask(folder, &["rev-parse", "--show-toplevel"]).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The name and address of the remote that is published to: `origin`, or the only one.
pub fn remote(folder: &Path) -> Option<(String, String)> {
    let names = ask(folder, &["remote"])?;
    let names: Vec<&str> = names.lines().collect();
    let name = match names[..] {
        [only] => only,
        _ => *names.iter().find(|name| **name == "origin")?,
    };
    Some((name.to_owned(), ask(folder, &["remote", "get-url", name])?))
}

/// The repository on GitHub that a folder's remote means.
pub fn github(folder: &Path) -> Option<Repository> {
    remote(folder).and_then(|(_, address)| Repository::of_remote(&address))
}
