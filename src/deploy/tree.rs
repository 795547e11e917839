//! The files of a built site as a tree in git's store, byte for byte, beside what others put on the branch.
//!
//! Files are stored one by one, named by the plan. So no attribute or setting of the user's changes a line's end, nothing
//! is left out because git ignores it, and nothing else that lies in the folder is published. The list of them is
//! published too: by it the next publication knows what is this program's to remove.

use super::failure::named;
use super::published::DOMAIN;
use super::{DeployFailure, PublishTarget, Published};
use crate::git::{self, Git, TreeListing};
use crate::output::listed::{Listed, MANIFEST};
use crate::path::folders_above;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Files that are the site's as soon as it has them, whoever put one on the branch.
const TAKEN_OVER: [&str; 2] = [DOMAIN, ".nojekyll"];

/// The files that are going to be published.
#[derive(Debug)]
pub struct Tree {
    /// Id of the tree.
    pub id: String,
    /// The files.
    pub files: TreeListing,
    /// Those among them that were on the branch and that no publication wrote.
    pub kept: Vec<String>,
    /// The custom domain.
    pub domain: Option<String>,
}

/// A site that was built to be published.
#[derive(Debug, Clone, Copy)]
pub struct BuiltSite<'a> {
    /// Its folder, as an absolute path.
    pub folder: &'a Path,
    /// The file of an index that is not there yet, as an absolute path.
    pub index: &'a Path,
    /// Its files.
    pub paths: &'a [&'a str],
    /// The same as its manifest tells them.
    pub listed: &'a Listed,
}

/// Stores a site as a tree, in the place of what was published before. What somebody else put on the branch is kept.
///
/// # Errors
/// When git cannot store it, or a file would take the place of somebody else's.
pub fn write(
    git: &Git,
    site: BuiltSite<'_>,
    published: &Published,
    target: &PublishTarget,
) -> Result<Tree, DeployFailure> {
    let ids = store(git, site)?;
    refuse_clashes(&ids, published, target)?;
    let own_index = ["-c", "core.splitIndex=false", "-c", "core.fsmonitor=false"];
    let with_index = |arguments: &[&str]| {
        git.call(own_index.into_iter().chain(arguments.iter().copied())).with("GIT_INDEX_FILE", site.index)
    };
    if let Some(commit) = &published.commit {
        with_index(&["read-tree", commit]).bytes()?;
    }
    with_index(&["update-index", "-z", "--index-info"]).input(lines(&ids, published)).bytes()?;
    let id = with_index(&["write-tree"]).text()?;
    let files = TreeListing::of(git, &id)?;
    let domain = files.read(git, [DOMAIN])?.pop();
    let domain = domain.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_ascii_lowercase());
    let kept = files.files.keys().filter(|path| !ids.contains_key(path.as_str())).cloned().collect();
    Ok(Tree { id, files, kept, domain: domain.filter(|domain| !domain.is_empty()) })
}

/// The ids of the site's files and of their list, by path.
type BlobIds<'a> = BTreeMap<&'a str, String>;

fn store<'a>(git: &Git, site: BuiltSite<'a>) -> Result<BlobIds<'a>, git::GitFailure> {
    let names: Vec<Vec<u8>> = site.paths.iter().map(|path| on_disk(site.folder, path)).collect();
    let hash = ["hash-object", "-w", "--no-filters"];
    let ids = git.call(hash.into_iter().chain(["--stdin-paths"])).input(names.concat()).text()?;
    let list = git.call(hash.into_iter().chain(["--stdin"])).input(site.listed.text()).text()?;
    let ids = site.paths.iter().copied().zip(ids.lines().map(str::to_owned));
    Ok(ids.chain([(MANIFEST, list)]).collect())
}

/// Refuses a site whose files would take the place of what no publication wrote. A branch of another program that is
/// published on top of has its history to go back to.
fn refuse_clashes(
    ids: &BlobIds<'_>,
    published: &Published,
    target: &PublishTarget,
) -> Result<(), DeployFailure> {
    if !published.is_ours() {
        return Ok(());
    }
    let folders: BTreeSet<&str> = ids.keys().flat_map(|path| folders_above(path)).collect();
    let others = published.files.files.iter().filter(|(path, _)| !published.wrote(path));
    let is_in_the_way = |(path, entry): &(&String, &git::TreeEntry)| {
        let is_other = ids.get(path.as_str()).is_some_and(|id| *id != entry.id);
        (is_other && !TAKEN_OVER.contains(&path.as_str()))
            || folders.contains(path.as_str())
            || folders_above(path).any(|folder| ids.contains_key(folder))
    };
    let clashes: Vec<String> = others.filter(is_in_the_way).map(|(path, _)| path.clone()).collect();
    if clashes.is_empty() {
        return Ok(());
    }
    let what = format!(
        "the site would take the place of what somebody else put on `{}`: {}",
        target.branch,
        named(&clashes)
    );
    Err(DeployFailure::new(what)
        .next("remove it from the branch, or give the file of the site another name")
        .next(&target.again))
}

/// Entries of an index, as git reads them: what was published before goes, and the site comes.
fn lines(ids: &BlobIds<'_>, published: &Published) -> String {
    let nothing = "0".repeat(ids.values().next().map_or(40, String::len));
    let former = published.files.files.keys().filter(|path| published.wrote(path));
    let gone = former.map(|path| format!("0 {nothing}\t{path}\0"));
    gone.chain(ids.iter().map(|(path, id)| format!("100644 {id}\t{path}\0"))).collect()
}

/// The whole path, on a line: git reads lines from wherever its work tree begins.
fn on_disk(site: &Path, path: &str) -> Vec<u8> {
    [site.join(path).as_os_str().as_encoded_bytes(), b"\n"].concat()
}
