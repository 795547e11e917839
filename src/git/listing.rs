//! The files of a commit or tree, without any of them being checked out.

use super::{Git, GitFailure};
use std::collections::BTreeMap;

/// A file of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeEntry {
    /// As git says it: `100644` for a file, `120000` for a symbolic link, `160000` for a submodule.
    pub mode: String,
    /// Id of what it holds.
    pub id: String,
    /// In bytes; 0 for a submodule.
    pub size: u64,
}

impl TreeEntry {
    /// Whether it is an ordinary file.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.mode.starts_with("100")
    }

    /// Whether it is a submodule, whose id is a commit's.
    #[must_use]
    pub fn is_submodule(&self) -> bool {
        self.mode == "160000"
    }
}

/// The files of a tree by path, with `/` between the parts. Those whose names are not UTF-8 are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TreeListing {
    /// By path.
    pub files: BTreeMap<String, TreeEntry>,
}

impl TreeListing {
    /// Everything in the tree or commit `tree`, which must be an id, or an id and a folder behind a colon.
    ///
    /// # Errors
    /// When git cannot list it.
    pub fn of(git: &Git, tree: &str) -> Result<Self, GitFailure> {
        let listed = git.call(["ls-tree", "-r", "-z", "-l", "--full-tree", tree]).bytes()?;
        let lines = listed.split(|byte| *byte == 0).filter_map(|line| std::str::from_utf8(line).ok());
        Ok(Self { files: lines.filter_map(entry).collect() })
    }

    /// The bytes of files that are in it, in the order in which they are asked for.
    ///
    /// # Errors
    /// When git cannot give one of them.
    pub fn read<'a>(
        &self,
        git: &Git,
        paths: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<Vec<u8>>, GitFailure> {
        let ids: Vec<&str> = paths
            .into_iter()
            .filter_map(|path| self.files.get(path))
            .map(|entry| entry.id.as_str())
            .collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let batch = git.call(["cat-file", "--batch"]).input(ids.join("\n") + "\n").bytes()?;
        let mut rest = batch.as_slice();
        ids.iter().map(|id| next_blob(&mut rest).ok_or_else(|| missing(id))).collect()
    }

    /// The size of all files, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.files.values().map(|entry| entry.size).sum()
    }
}

/// `100644 blob 8ab… 42<tab>path`.
fn entry(line: &str) -> Option<(String, TreeEntry)> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split_ascii_whitespace();
    let (mode, _kind, id) = (facts.next()?, facts.next()?, facts.next()?);
    let size = facts.next()?.parse().unwrap_or(0);
    Some((path.to_owned(), TreeEntry { mode: mode.to_owned(), id: id.to_owned(), size }))
}

/// `8ab… blob 42`, a line's end, 42 bytes, a line's end.
fn next_blob(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let size: usize = std::str::from_utf8(&rest[..end]).ok()?.rsplit(' ').next()?.parse().ok()?;
    let blob = rest.get(end + 1..end + 1 + size)?.to_vec();
    *rest = rest.get(end + size + 2..)?;
    Some(blob)
}

fn missing(id: &str) -> GitFailure {
    let said = format!("the object {id} is not there; the repository may be incomplete");
    GitFailure::Refused { command: "git cat-file --batch".to_owned(), said }
}
