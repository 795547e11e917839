//! The manifest: the list, inside the output folder, of every file this program wrote there.
//!
//! One version line, then one line per file, sorted by path: hash, length in bytes, path. It
//! says what was written last, not what is on disk now; comparing the two is done elsewhere.

use std::fs::Metadata;
use std::path::Path;
use std::time::Duration;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::own;
use crate::output::paths::PathMap;
use crate::source::mark::Stamp;

/// The manifest's name inside the output folder.
pub const FILE_NAME: &str = ".cscare-manifest";

const VERSION_LINE: &str = "cscare-manifest 1";

/// Room for a line, in bytes.
const LINE: usize = 96;

/// What tells one content from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentHash {
    /// The xxh3-128 hash of the bytes.
    pub hash: u128,
    /// The number of bytes.
    pub length: u64,
}

impl ContentHash {
    /// Measures `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: xxh3_128(bytes), length: bytes.len() as u64 }
    }
}

/// The files the former build wrote.
#[derive(Debug, Default)]
pub struct Manifest {
    files: PathMap<Box<str>, ContentHash>,
    stamp: u64,
    /// When it was put in its place, the last of all files, after 1970; none when it was read from no disk.
    placed: Option<Duration>,
}

impl Manifest {
    /// Reads the manifest of an output folder; empty when there is none.
    ///
    /// # Errors
    /// When it cannot be read or makes no sense, and when something that is not a file has
    /// its name.
    pub fn read(root: &Path) -> Result<Self, OutputFailure> {
        let path = root.join(FILE_NAME);
        let Some((bytes, metadata)) = own::read_with(&path)? else { return Ok(Self::default()) };
        let text = String::from_utf8(bytes)
            .map_err(|_| OutputFailure::Unreadable { path: path.clone(), line: 1 })?;
        let manifest = Self::parse(&text).map_err(|line| OutputFailure::Unreadable { path, line })?;
        Ok(Self { placed: Some(Stamp::of(&metadata).changed()), ..manifest })
    }

    /// Reads the text of a manifest.
    ///
    /// # Errors
    /// The number of the first bad line.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut lines = text.lines();
        if lines.next() != Some(VERSION_LINE) {
            return Err(1);
        }
        let mut files = PathMap::default();
        files.reserve(text.len() / 64);
        for (index, line) in lines.enumerate() {
            let (path, content) = parse_line(line).ok_or(index + 2)?;
            files.insert(path.into(), content);
        }
        Ok(Self { files, stamp: stamp(text), placed: None })
    }

    /// What was written at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<ContentHash> {
        self.files.get(path).copied()
    }

    /// Whether the former build wrote `path`.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a file was changed after the manifest was put in its place, and so by somebody else, whatever its length
    /// and the time that was given to it.
    #[must_use]
    pub fn is_older_than(&self, file: &Metadata) -> bool {
        self.placed.is_some_and(|placed| placed < Stamp::of(file).changed())
    }

    /// Whether there is a manifest, of that many files.
    #[must_use]
    pub fn lists_exactly(&self, files: usize) -> bool {
        self.stamp != 0 && self.files.len() == files
    }

    /// All paths, in no order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(AsRef::as_ref)
    }

    /// All paths with their lengths in bytes, in no order.
    pub fn lengths(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files.iter().map(|(path, content)| (path.as_ref(), content.length))
    }

    /// A mark of the manifest's text; 0 when there is no manifest.
    #[must_use]
    pub fn stamp(&self) -> u64 {
        self.stamp
    }
}

/// Writes out the text of a manifest for files sorted by path.
pub fn render<'a>(files: impl Iterator<Item = (&'a str, ContentHash)>) -> String {
    let mut text = String::with_capacity(files.size_hint().0 * LINE);
    text.extend([VERSION_LINE, "\n"]);
    for (path, ContentHash { hash, length }) in files {
        push_hash(hash, &mut text);
        text.extend([" ", &length.to_string(), " ", path, "\n"]);
    }
    text
}

/// Appends 32 digits. There are very many hashes, and a formatter takes its time.
fn push_hash(hash: u128, text: &mut String) {
    let digit = |half: u8| if half < 10 { b'0' + half } else { b'a' + half - 10 };
    let mut digits = [[0; 2]; 16];
    for (digits, byte) in digits.iter_mut().zip(hash.to_be_bytes()) {
        *digits = [digit(byte >> 4), digit(byte & 0xf)];
    }
    text.push_str(str::from_utf8(digits.as_flattened()).expect("digits are ASCII"));
}

/// The mark by which a manifest's text is recognised.
#[must_use]
pub fn stamp(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

fn parse_line(line: &str) -> Option<(&str, ContentHash)> {
    let (hash, rest) = line.split_once(' ')?;
    let (length, path) = rest.split_once(' ')?;
    disk::check_path(path).ok()?;
    let content = ContentHash { hash: u128::from_str_radix(hash, 16).ok()?, length: length.parse().ok()? };
    Some((path, content))
}
