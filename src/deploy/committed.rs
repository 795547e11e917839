//! Whether the files that were built hold what the commit holds.
//!
//! `git status` does not look at a file that it was told not to look at (`assume-unchanged`, `skip-worktree`), nor at one
//! that seems untouched by length and time. So each is hashed.

use crate::git::{self, Git, TreeListing};
use crate::path::SourcePath;
use crate::source::disk;

/// The sources that hold something else than the commit `tree`, or that it alone has. A file that no commit holds is no
/// such: git says itself that it is new, or ignored. `prefix` is the site's folder in the repository; `built` is in order.
///
/// # Errors
/// When git cannot tell.
pub(super) fn unlike(
    git: &Git,
    tree: &str,
    prefix: &str,
    built: &[&str],
) -> Result<Vec<String>, git::GitFailure> {
    let whole = RepositoryPart { git: git.clone(), tree, prefix, below: String::new() };
    let mut unlike = whole.unlike(built)?;
    unlike.sort_unstable();
    Ok(unlike)
}

/// Sources of the site in one repository: its own, or that of a submodule.
struct RepositoryPart<'a> {
    git: Git,
    /// The commit that holds them.
    tree: &'a str,
    /// The folder of the site or submodule in that commit.
    prefix: &'a str,
    /// The folder of the submodule in the site, with a slash at its end; empty for the site itself.
    below: String,
}

impl RepositoryPart<'_> {
    fn unlike(&self, built: &[&str]) -> Result<Vec<String>, git::GitFailure> {
        let folder = format!("{}:{}", self.tree, self.prefix.trim_end_matches('/'));
        let committed = TreeListing::of(&self.git, &folder)?;
        let here: Vec<&str> = built.iter().filter_map(|path| path.strip_prefix(&self.below)).collect();
        let mut found = self.changed(&here, &committed)?;
        for (path, entry) in &committed.files {
            let shown = format!("{}{path}", self.below);
            if entry.is_submodule() && here.iter().any(|file| is_below(file, path)) {
                let below = format!("{shown}/");
                let part = RepositoryPart { git: self.git.below(path), tree: &entry.id, prefix: "", below };
                found.extend(part.unlike(built)?);
            } else if entry.is_file() && disk::is_source(&SourcePath::new(&shown)) {
                let is_missing = here.binary_search(&path.as_str()).is_err();
                found.extend(is_missing.then_some(shown));
            }
        }
        Ok(found)
    }

    /// The files that hold something else than the commit.
    fn changed(&self, here: &[&str], committed: &TreeListing) -> Result<Vec<String>, git::GitFailure> {
        let both = here.iter().copied().filter(|path| committed.files.contains_key(*path));
        let unlike = self.hashed(both.collect(), &[], committed)?;
        // One that was committed with other line ends than git would make of it today is the same all the same.
        let unlike = self.hashed(unlike, &["--no-filters"], committed)?;
        Ok(unlike.into_iter().map(|path| format!("{}{path}", self.below)).collect())
    }

    /// Those of which git gives another id than the commit has.
    fn hashed<'p>(
        &self,
        paths: Vec<&'p str>,
        how: &[&str],
        committed: &TreeListing,
    ) -> Result<Vec<&'p str>, git::GitFailure> {
        if paths.is_empty() {
            return Ok(paths);
        }
        let names: String = paths.iter().map(|path| quoted(&format!("{}{path}", self.prefix))).collect();
        let hash = ["hash-object", "--stdin-paths"].iter().chain(how);
        let ids = self.git.call(hash).input(names).text()?;
        let pairs = paths.into_iter().zip(ids.lines());
        let is_other =
            |(path, id): &(&str, &str)| committed.files.get(*path).is_some_and(|entry| entry.id != *id);
        Ok(pairs.filter(is_other).map(|(path, _)| path).collect())
    }
}

/// A path on a line, as git reads it whatever is in its name.
fn quoted(path: &str) -> String {
    let escaped = path.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"\n")
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
