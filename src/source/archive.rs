//! Texts of sources that an author keeps outside the site, to hold figures against. Only `verify` reads them.
//!
//! An archive is one folder that the command line names. A snapshot is an ordinary file directly in it: nothing
//! below it, beside it or behind a symbolic link is read.

use super::{LARGEST_TEXT, disk};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A folder of snapshots.
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
}

/// The text of a source as it once was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The text.
    pub text: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl Archive {
    /// The archive in this folder; `None` when there is no such folder.
    #[must_use]
    pub fn open(folder: &Path) -> Option<Self> {
        let folder = disk::resolved(folder);
        disk::is_folder(&folder).then_some(Self { folder })
    }

    /// Reads one snapshot.
    ///
    /// # Errors
    /// Why it cannot be had, as the end of a sentence about it.
    pub fn snapshot(&self, name: &str) -> Result<Snapshot, String> {
        if !is_plain_name(name) {
            return Err("is no plain file name".to_owned());
        }
        let bytes = disk::ordinary_bytes_within(&self.folder.join(name), LARGEST_TEXT)
            .map_err(|error| reason(&error))?
            .map_err(|length| format!("is too large for a text: it has {} MiB", length / 1024 / 1024))?;
        let sha256 = hexadecimal(&Sha256::digest(&bytes));
        let text = String::from_utf8(bytes).map_err(|_| "is not in UTF-8".to_owned())?;
        Ok(Snapshot { text, sha256 })
    }
}

/// Whether this names a file of a folder and nothing else: no path, nothing hidden.
#[must_use]
pub fn is_plain_name(name: &str) -> bool {
    let is_odd = |letter: char| matches!(letter, '/' | '\\' | ':') || letter.is_control();
    !name.is_empty() && !name.starts_with('.') && !name.contains(is_odd)
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "is not in the archive".to_owned(),
        std::io::ErrorKind::InvalidInput => "is no ordinary file (links are not followed)".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::is_plain_name;

    #[test]
    fn names_stay_inside_the_archive() {
        assert!(is_plain_name("nao 2019.txt") && is_plain_name("é.txt"));
        for name in ["", ".", "..", ".hidden", "a/b.txt", "../b.txt", "/etc/passwd", "a\\b", "C:b", "a\0"] {
            assert!(!is_plain_name(name), "{name}");
        }
    }
}
