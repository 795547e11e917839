//! The three kinds of path, so that none is taken for another: where an author's file stands, where a
//! reader finds a page, and where a file of the output goes.
//!
//! No path here is ever absolute on disk, and none may contain `..` after it is made.

pub mod portable;

use memchr::memrchr;
use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A source file, relative to the site's root, with `/` between its parts: `content/reports/nao.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Makes a path from its text.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder, without a slash at its end; empty at the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        folder(&self.0).unwrap_or("")
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        last_slash(&self.0).map_or(&self.0, |slash| &self.0[slash + 1..])
    }

    /// The file's name without its last extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The last extension in lower case; empty when there is none.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
    }

    /// The path that `relative` means when it is written in this file; `None` when it leaves the site.
    #[must_use]
    pub fn join(&self, relative: &str) -> Option<Self> {
        self.joined(relative).map(|whole| Self(whole.into()))
    }

    /// The text of [`SourcePath::join`], for who only looks the path up.
    #[must_use]
    pub fn joined(&self, relative: &str) -> Option<String> {
        let mut whole = String::with_capacity(self.0.len() + relative.len());
        whole.push_str(self.folder());
        for part in parts(relative) {
            match part {
                "" | "." => {}
                ".." if whole.is_empty() => return None,
                ".." => whole.truncate(last_slash(&whole).unwrap_or(0)),
                name => {
                    if !whole.is_empty() {
                        whole.push('/');
                    }
                    whole.push_str(name);
                }
            }
        }
        Some(whole)
    }

    /// The path that means `other` when it is written in this file.
    #[must_use]
    pub fn relative(&self, other: &Self) -> String {
        let own: Vec<&str> = self.0.split('/').collect();
        let wanted: Vec<&str> = other.0.split('/').collect();
        let folders = own.len().min(wanted.len()) - 1;
        let shared = (0..folders).take_while(|at| own[*at] == wanted[*at]).count();
        let up = own.len() - 1 - shared;
        let parts: Vec<&str> = vec![".."; up].into_iter().chain(wanted[shared..].iter().copied()).collect();
        parts.join("/")
    }
}

/// The folder that a path is in; none at the top.
#[must_use]
pub fn folder(path: &str) -> Option<&str> {
    last_slash(path).map(|slash| &path[..slash])
}

/// All folders above a path, the nearest first.
pub fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(folder(path), |above| folder(above))
}

fn last_slash(path: &str) -> Option<usize> {
    memrchr(b'/', path.as_bytes())
}

/// What stands between the slashes of a path.
fn parts(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let path = rest?;
        // Parts are short: looking at each byte is done sooner than looking for one in many.
        let slash = path.bytes().position(|byte| byte == b'/');
        rest = slash.map(|slash| &path[slash + 1..]);
        Some(&path[..slash.unwrap_or(path.len())])
    })
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The address of a page inside the site, without the base path: `/reports/nao-2019/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// Makes an address from its text; a missing slash at the start is added.
    #[must_use]
    pub fn new(path: &str) -> Self {
        if path.starts_with('/') { Self(path.into()) } else { Self(format!("/{path}").into()) }
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first part, such as `reports`; empty for the home page.
    #[must_use]
    pub fn section(&self) -> &str {
        self.0.trim_start_matches('/').split('/').next().unwrap_or("")
    }

    /// The file that a plain web server gives for this address.
    #[must_use]
    pub fn output(&self) -> OutputPath {
        let slashes = self.0.bytes().take_while(|byte| *byte == b'/').count();
        let path = &self.0[slashes..];
        if path.is_empty() || path.ends_with('/') {
            OutputPath::new(&[path, "index.html"].concat())
        } else {
            OutputPath::new(path)
        }
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A file of the built site, relative to the output folder: `reports/nao-2019/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Makes a path from its text.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the names of the writer's own files in the output folder begin with.
pub const RESERVED_PREFIX: &str = ".cscare-";

/// The longest file name that the usual file systems take, in bytes.
const LONGEST_NAME: usize = 255;

/// The longest path that leaves room for the folder of the site on the usual systems, in bytes.
const LONGEST_PATH: usize = 900;

/// Why no file of the output can have this path; `None` when one can. The rest of a sentence that begins
/// with the path.
#[must_use]
pub fn unwritable(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        Some("is empty")
    } else if path.starts_with('/') {
        Some("is absolute")
    } else if path.bytes().any(|byte| byte.is_ascii_control()) {
        Some("holds a control character")
    } else if cfg!(windows) && path.contains(['\\', ':']) {
        Some("holds a character that is not allowed in file names")
    } else if path.starts_with(RESERVED_PREFIX) {
        Some("begins with a name reserved for the build itself")
    } else if path.len() > LONGEST_PATH {
        Some("has more than 900 bytes")
    } else {
        parts(path).find_map(unwritable_name)
    }
}

fn unwritable_name(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("has an empty component"),
        "." | ".." => Some("has a `.` or `..` component"),
        _ if name.eq_ignore_ascii_case(".git") => Some("has a component that git keeps for itself"),
        _ if name.len() > LONGEST_NAME => Some("has a component of more than 255 bytes"),
        _ => None,
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{SourcePath, UrlPath};

    #[test]
    fn relative_paths_stay_inside_the_site() {
        let file = SourcePath::new("content/findings/a.md");
        assert_eq!(file.join("../topics/demand.md"), Some(SourcePath::new("content/topics/demand.md")));
        assert_eq!(file.join("../../../etc/passwd"), None);
    }

    #[test]
    fn a_relative_path_leads_back_to_its_file() {
        let file = SourcePath::new("content/findings/a.md");
        for (other, relative) in [
            ("content/findings/b.md", "b.md"),
            ("content/topics/demand.md", "../topics/demand.md"),
            ("content/about.md", "../about.md"),
            ("content/findings/more/b.md", "more/b.md"),
            ("static/visits.csv", "../../static/visits.csv"),
        ] {
            let other = SourcePath::new(other);
            assert_eq!(file.relative(&other), relative);
            assert_eq!(file.join(relative), Some(other));
        }
    }

    #[test]
    fn addresses_become_files() {
        assert_eq!(UrlPath::new("/").output().as_str(), "index.html");
        assert_eq!(UrlPath::new("/a/b/").output().as_str(), "a/b/index.html");
        assert_eq!(UrlPath::new("feed.xml").output().as_str(), "feed.xml");
    }
}
