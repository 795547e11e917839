//! The files of a built site as a tree in git's store, byte for byte.
//!
//! Files are stored one by one, named by the plan. So no attribute or setting of the user's changes a line's end, nothing
//! is left out because git ignores it, and nothing else that lies in the folder is published.

use super::{Failure, Published};
use crate::git::{Git, Listing};
use std::path::Path;

/// A custom domain, which GitHub writes on the published branch when it is set.
pub(super) const DOMAIN: &str = "CNAME";

/// The files that are going to be published.
#[derive(Debug)]
pub struct Tree {
    /// Id of the tree.
    pub id: String,
    /// The files.
    pub files: Listing,
    /// The custom domain.
    pub domain: Option<String>,
}

/// Stores the files `paths` of the folder `site` as a tree. A custom domain that is published is kept, unless the site
/// has its own. Both paths have to be absolute; `index` is a file that is not there yet.
///
/// # Errors
/// When git cannot store them.
pub fn write(
    git: &Git,
    (site, index): (&Path, &Path),
    paths: &[&str],
    published: &Published,
) -> Result<Tree, Failure> {
    let names: Vec<Vec<u8>> = paths.iter().map(|path| on_disk(site, path)).collect();
    let store = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    let ids = git.call(store).input(names.concat()).text()?;
    let mut lines: Vec<String> = paths.iter().zip(ids.lines()).map(|(path, id)| line(id, path)).collect();
    if let Some(kept) = published.files.files.get(DOMAIN).filter(|_| !paths.contains(&DOMAIN)) {
        lines.push(line(&kept.id, DOMAIN));
    }
    let own_index = ["-c", "core.splitIndex=false", "-c", "core.fsmonitor=false"];
    let fill = own_index.into_iter().chain(["update-index", "-z", "--index-info"]);
    git.call(fill).with("GIT_INDEX_FILE", index).input(lines.concat()).bytes()?;
    let id = git.call(own_index.into_iter().chain(["write-tree"])).with("GIT_INDEX_FILE", index).text()?;
    let files = Listing::of(git, &id)?;
    let domain = files.read(git, [DOMAIN])?.pop();
    let domain = domain.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_ascii_lowercase());
    Ok(Tree { id, files, domain: domain.filter(|domain| !domain.is_empty()) })
}

/// An entry of an index, as git reads it.
fn line(id: &str, path: &str) -> String {
    format!("100644 {id}\t{path}\0")
}

/// The whole path, on a line: git reads lines from wherever its work tree begins.
fn on_disk(site: &Path, path: &str) -> Vec<u8> {
    [site.join(path).as_os_str().as_encoded_bytes(), b"\n"].concat()
}
