//! What can go wrong while writing the output folder, and how it is told to a person.
//!
//! Holds the one error type of the writer. It does not decide what to do about an error.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// How many foreign files a message names before it only counts the rest.
const NAMED_IN_MESSAGE: usize = 10;

/// Why the output folder could not be written.
#[derive(Debug)]
pub enum OutputFailure {
    /// The operating system refused an action on a path.
    Io {
        /// The file or folder concerned.
        path: PathBuf,
        /// The verb that completes "could not … `path`".
        action: &'static str,
        /// What the operating system said.
        source: io::Error,
    },
    /// These exist in the output folder, are in the way, and were not written by this program.
    /// Sorted; nothing of the site was changed.
    Foreign(Vec<PathBuf>),
    /// This program wrote these, and somebody changed them since. Sorted; nothing of the site was changed.
    Edited(Vec<PathBuf>),
    /// Something else stands where the program keeps a file or folder of its own, and was not followed.
    NotOwn {
        /// Where.
        path: PathBuf,
        /// What stands there.
        found: &'static str,
        /// What the program keeps there: `file` or `folder`.
        wanted: &'static str,
    },
    /// Another build holds the lock of this output folder.
    Busy(PathBuf),
    /// Another run of the command holds what only one can have.
    Occupied {
        /// The command.
        by: &'static str,
        /// The site's folder.
        site: PathBuf,
    },
    /// A path of the site cannot be a file in the output folder.
    BadPath {
        /// The path as it was given.
        path: String,
        /// What is wrong with it, completing "`path` …".
        reason: &'static str,
    },
    /// The same path was staged twice in one build.
    Twice(String),
    /// A manifest or journal is not in the form this program writes.
    Unreadable {
        /// The manifest or journal.
        path: PathBuf,
        /// The first line that makes no sense, counted from 1.
        line: usize,
    },
    /// A file could not be staged earlier in this build, so the site must not be published.
    Incomplete(PathBuf),
    /// Publishing failed, and so did putting the former site back; the next build tries again.
    Unsettled {
        /// Why publishing failed.
        cause: Box<OutputFailure>,
        /// Why the former site could not be put back.
        undo: Box<OutputFailure>,
    },
}

impl OutputFailure {
    /// Returns the wrapper for `map_err` that says which action failed on which path.
    pub fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_path_buf(), action, source }
    }
}

impl fmt::Display for OutputFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, action, source } => {
                write!(f, "could not {action} `{}`: {}", path.display(), PlainIoError(source))
            }
            Self::Foreign(paths) => {
                f.write_str("refused to replace what this program did not write:")?;
                write_paths(f, paths)
            }
            Self::Edited(paths) => {
                f.write_str("refused to replace or remove what somebody changed since it was written:")?;
                write_paths(f, paths)?;
                f.write_str(
                    "\n  next: move what is to be kept out of the folder (in `static/` it is published), delete the \
                     rest, and run the command again",
                )
            }
            Self::NotOwn { path, found, wanted } => write!(
                f,
                "`{}` is {found}, where this program keeps a {wanted} of its own; it was neither followed nor \
                 changed\n  next: remove it, or give it another name, and run the command again",
                path.display()
            ),
            Self::Busy(path) => write!(f, "another build is writing to `{}`", path.display()),
            Self::Occupied { by, site } => {
                write!(f, "another {by} is running in `{}`; wait until it has ended", site.display())
            }
            Self::BadPath { path, reason } => write!(f, "output path `{path}` {reason}"),
            Self::Twice(path) => write!(f, "output path `{path}` is written twice in this build"),
            Self::Unreadable { path, line } => write!(
                f,
                "could not read `{}`: line {line} is not in a form this version knows",
                path.display()
            ),
            Self::Incomplete(path) => {
                write!(f, "could not publish `{}`: a file of this build could not be staged", path.display())
            }
            Self::Unsettled { cause, undo } => write!(
                f,
                "{cause}; putting the former site back failed too: {undo}; \
                 the next build will try again"
            ),
        }
    }
}

impl Error for OutputFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unsettled { cause, .. } => Some(cause.as_ref()),
            _ => None,
        }
    }
}

fn write_paths(f: &mut fmt::Formatter<'_>, paths: &[PathBuf]) -> fmt::Result {
    for (index, path) in paths.iter().take(NAMED_IN_MESSAGE).enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(f, "{comma} `{}`", path.display())?;
    }
    match paths.len().saturating_sub(NAMED_IN_MESSAGE) {
        0 => Ok(()),
        rest => write!(f, ", and {rest} more"),
    }
}

/// An I/O error in lower case and without its number.
struct PlainIoError<'a>(&'a io::Error);

impl fmt::Display for PlainIoError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let text = text.split(" (os error").next().unwrap_or(&text);
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            write!(f, "{}", first.to_lowercase())?;
        }
        f.write_str(letters.as_str())
    }
}
