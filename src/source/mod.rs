//! The author's files and the bundled theme under them, as one tree.
//!
//! A tree lists files and reads one when asked, so that ten thousand texts need not be in memory at once.
//! Only [`disk`] touches the file system. What `verify` holds figures against is no part of a tree: see [`archive`].

pub mod archive;
mod bundled;
pub mod disk;
mod leftovers;
pub mod mark;

use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::span::Span;
pub use leftovers::is_leftover;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::PathBuf;
use xxhash_rust::xxh3::xxh3_64;

/// The largest Markdown, template or settings file that is read, in bytes.
pub const LARGEST_TEXT: u64 = 8 * 1024 * 1024;

/// What a file begins with as long as Git LFS has not fetched its content.
const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
enum SourceBytes {
    Disk(PathBuf),
    Bundled(Cow<'static, [u8]>),
    Memory(Vec<u8>),
    /// Something else stands there: why it is not read.
    Refused(&'static str),
}

/// Every source file of a site, by path.
#[derive(Debug, Clone, Default)]
pub struct SourceTree {
    files: BTreeMap<SourcePath, SourceBytes>,
    /// Whether any template is the author's own; asked for each heading.
    has_own_templates: bool,
}

impl SourceTree {
    /// A tree of texts in memory over the bundled theme, for tests and embedding.
    #[must_use]
    pub fn in_memory<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files.into_iter();
        Self::of_files(files.map(|(path, text)| (SourcePath::new(path), text.as_bytes().to_vec())))
    }

    /// A tree of files in memory over the bundled theme, such as those of a commit.
    #[must_use]
    pub fn of_files(files: impl IntoIterator<Item = (SourcePath, Vec<u8>)>) -> Self {
        let mut tree = bundled::theme();
        for (path, bytes) in files {
            tree.add(&path, SourceBytes::Memory(bytes));
        }
        tree
    }

    /// Lays a file over the tree. Beside an author's, every bundled template and table of words is within reach as
    /// `builtin/…`, so that one of the same name can extend or include it; but not a template that defines components, which
    /// exist once.
    fn add(&mut self, path: &SourcePath, content: SourceBytes) {
        if path.as_str().starts_with("templates/") {
            if is_template(path) && !self.has_own_templates {
                self.has_own_templates = true;
                let bundled: Vec<SourcePath> = self.below("templates").cloned().collect();
                bundled.iter().filter(|path| is_template(path)).for_each(|path| self.keep(path));
            } else if !is_template(path) {
                self.keep(path);
            }
        }
        self.files.insert(path.clone(), content);
    }

    /// Keeps a bundled file of `templates/` as `builtin/…`.
    fn keep(&mut self, path: &SourcePath) {
        if let (Some(SourceBytes::Bundled(bytes)), Some(name)) =
            (self.files.get(path), path.as_str().strip_prefix("templates/"))
            && memchr::memmem::find(bytes, b"{% component ").is_none()
        {
            let path = SourcePath::new(&format!("templates/builtin/{name}"));
            self.files.insert(path, SourceBytes::Bundled(bytes.clone()));
        }
    }

    /// The paths below `folder` (without a slash at its end), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a SourcePath> {
        let is_below = move |path: &&SourcePath| {
            path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        let first = [folder, "/"].concat();
        let from = (Bound::Included(first.as_str()), Bound::Unbounded);
        self.files.range::<str, _>(from).map(|(path, _)| path).take_while(is_below)
    }

    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.files.keys()
    }

    /// The paths of the author's own files on disk, in order.
    pub fn on_disk(&self) -> impl Iterator<Item = &SourcePath> {
        let files = self.files.iter();
        files.filter(|(_, content)| matches!(content, SourceBytes::Disk(_))).map(|(path, _)| path)
    }

    /// What a file holds, hashed, so that a change of it is known; `None` when it is not there or cannot be read.
    #[must_use]
    pub fn print(&self, path: &SourcePath) -> Option<u64> {
        match self.files.get(path)? {
            SourceBytes::Bundled(_) => Some(0),
            SourceBytes::Memory(bytes) => Some(xxh3_64(bytes)),
            SourceBytes::Disk(on_disk) => disk::print(on_disk).ok(),
            SourceBytes::Refused(_) => None,
        }
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn contains(&self, path: &SourcePath) -> bool {
        self.files.contains_key(path)
    }

    /// Whether there is a file below a folder of this name.
    #[must_use]
    pub fn is_folder(&self, path: &str) -> bool {
        !path.is_empty() && self.below(path).next().is_some()
    }

    /// The templates of the author's own, in order.
    pub fn own_templates(&self) -> impl Iterator<Item = &SourcePath> {
        self.below("templates").filter(|path| is_template(path) && !self.is_bundled(path))
    }

    /// Whether any template is the author's own.
    #[must_use]
    pub fn has_own_templates(&self) -> bool {
        self.has_own_templates
    }

    /// Whether a file is the bundled theme's.
    #[must_use]
    pub fn is_bundled(&self, path: &SourcePath) -> bool {
        matches!(self.files.get(path), Some(SourceBytes::Bundled(_)))
    }

    /// What the bundled theme has at this path, whether or not a file of the author's lies over it.
    #[must_use]
    pub fn bundled(path: &SourcePath) -> Option<Cow<'static, [u8]>> {
        bundled::file(path)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// A diagnostic when the file is not there or cannot be read.
    pub fn bytes(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, Diagnostic> {
        let bytes = match self.files.get(path) {
            Some(SourceBytes::Bundled(bytes)) => Cow::Borrowed(&**bytes),
            Some(SourceBytes::Memory(bytes)) => Cow::Borrowed(&**bytes),
            Some(SourceBytes::Disk(on_disk)) => {
                disk::bytes(on_disk).map(Cow::Owned).map_err(|error| unreadable(path, &error.to_string()))?
            }
            Some(SourceBytes::Refused(why)) => return Err(refused(path, why)),
            None => return Err(unreadable(path, "no such file")),
        };
        if bytes.starts_with(LFS_POINTER) { Err(not_fetched(path)) } else { Ok(bytes) }
    }

    /// The text of a file.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read, is too large for a text, or is not UTF-8.
    pub fn text(&self, path: &SourcePath) -> Result<String, Diagnostic> {
        let bytes = match self.files.get(path) {
            Some(SourceBytes::Disk(on_disk)) => disk::bytes_within(on_disk, LARGEST_TEXT)
                .map_err(|error| unreadable(path, &error.to_string()))?
                .map_err(|length| oversized(path, length))?,
            _ => self.bytes(path)?.into_owned(),
        };
        if bytes.starts_with(LFS_POINTER) {
            return Err(not_fetched(path));
        }
        String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))
    }

    /// The text of a file that may be of any size, because a program wrote it.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read, or is not UTF-8.
    pub fn large_text(&self, path: &SourcePath) -> Result<String, Diagnostic> {
        String::from_utf8(self.bytes(path)?.into_owned()).map_err(|error| not_utf8(path, &error))
    }

    /// What can be shown of a file: its text, or as much of it as is text; empty when there is none.
    #[must_use]
    pub fn shown_text(&self, path: &SourcePath) -> String {
        match self.text(path) {
            Ok(text) => text,
            Err(diagnostic) if diagnostic.rule == &rules::NOT_UTF8 => {
                let bytes = self.bytes(path).unwrap_or_default();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            Err(_) => String::new(),
        }
    }
}

/// Whether a file of `templates/` is a template, and no table of words.
#[must_use]
pub fn is_template(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "html" | "xml" | "svg")
}

fn unreadable(path: &SourcePath, why: &str) -> Diagnostic {
    Diagnostic::new(&rules::UNREADABLE_FILE, Place::file(path), format!("`{path}` cannot be read: {why}"))
        .help("check that the file exists and that you may read it")
}

fn not_fetched(path: &SourcePath) -> Diagnostic {
    let message = format!("`{path}` is only a pointer of Git LFS: its content was not fetched");
    Diagnostic::new(&rules::LFS_POINTER, Place::file(path), message)
        .help("run `git lfs pull`; in a workflow, let the checkout fetch such files too (`lfs: true`)")
}

fn refused(path: &SourcePath, why: &str) -> Diagnostic {
    unreadable(path, why).help(format!("put an ordinary file in the place of `{path}`"))
}

fn oversized(path: &SourcePath, length: u64) -> Diagnostic {
    // Rounded up, so that it is never the limit itself.
    let (size, limit) = (length.saturating_mul(10).div_ceil(1024 * 1024), LARGEST_TEXT / 1024 / 1024);
    let message = format!("`{path}` has {}.{} MiB; a text file may have {limit}", size / 10, size % 10);
    Diagnostic::new(&rules::OVERSIZED_TEXT, Place::file(path), message)
        .help("move data into `static/` and link to it, or split the page")
}

fn not_utf8(path: &SourcePath, error: &std::string::FromUtf8Error) -> Diagnostic {
    let good = error.utf8_error().valid_up_to();
    let line = error.as_bytes()[..good].split(|byte| *byte == b'\n').count();
    let message = format!("`{path}` is not UTF-8: line {line} holds bytes that are no text");
    let place = Place::span(path, Span::new(good, good + 1));
    Diagnostic::new(&rules::NOT_UTF8, place, message)
        .help("save the file as UTF-8 in your editor (“Save with encoding”)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_a_folder_lie_its_files_and_those_of_no_other() {
        let names =
            ["content/a-b/x.md", "content/a.md", "content/a/b/y.md", "content/a/x.md", "content/ab/x.md"];
        let tree = SourceTree::in_memory(names.map(|name| (name, "")));
        let below: Vec<&str> = tree.below("content/a").map(SourcePath::as_str).collect();
        assert_eq!(below, ["content/a/b/y.md", "content/a/x.md"]);
        assert_eq!(tree.below("content").count(), names.len());
        assert!(tree.is_folder("content/ab") && !tree.is_folder("content/a-"));
    }
}
