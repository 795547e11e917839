//! One run of git: what it is given, what it gives back, and how it fails.

use super::without_secrets;
use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

/// What a hook that started us, or a shell, may have set. It would lead git elsewhere than to the folder.
const OTHER_PLACES: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

/// Git, asked in a folder.
#[derive(Debug, Clone)]
pub struct Git {
    folder: PathBuf,
    may_ask: bool,
}

impl Git {
    /// Git in this folder. `may_ask`: whether somebody sits there whom it can ask for a name or a password.
    #[must_use]
    pub fn at(folder: &Path, may_ask: bool) -> Self {
        Self { folder: folder.to_owned(), may_ask }
    }

    /// The same in a folder below.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        Self { folder: self.folder.join(folder), may_ask: self.may_ask }
    }

    /// A run that waits to be started.
    #[must_use]
    pub fn call<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Call {
        let mut command = Command::new("git");
        // No lock is taken only to note what was looked at, so that the user's index stays as it is.
        command.arg("--no-optional-locks").args(arguments).current_dir(&self.folder);
        for variable in OTHER_PLACES {
            command.env_remove(variable);
        }
        // Its messages are understood, so they have to be the ones that are known.
        command.env("LC_ALL", "C");
        if !self.may_ask {
            command.env("GIT_TERMINAL_PROMPT", "0");
        }
        Call { command, input: Vec::new() }
    }
}

/// A run of git that waits to be started.
pub struct Call {
    command: Command,
    input: Vec<u8>,
}

impl Call {
    /// Sets a variable of its environment.
    #[must_use]
    pub fn with(mut self, variable: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(variable, value);
        self
    }

    /// What it reads.
    #[must_use]
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// What it printed.
    ///
    /// # Errors
    /// When it cannot be started, or says that it failed.
    pub fn bytes(mut self) -> Result<Vec<u8>, GitFailure> {
        let output = self.output().map_err(GitFailure::starting)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = [output.stderr, output.stdout].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Err(GitFailure::Refused { command: self.shown(), said: without_secrets(said.concat().trim()) })
    }

    /// What it printed, as text without the end of its last line.
    ///
    /// # Errors
    /// As [`Call::bytes`].
    pub fn text(self) -> Result<String, GitFailure> {
        let bytes = self.bytes()?;
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned())
    }

    /// Input is written beside the reading, so that neither side waits for the other with a full pipe.
    fn output(&mut self) -> io::Result<Output> {
        let stdin = if self.input.is_empty() { Stdio::null() } else { Stdio::piped() };
        self.command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn()?;
        let (pipe, input) = (child.stdin.take(), std::mem::take(&mut self.input));
        thread::scope(|scope| {
            // A git that ends early says why itself.
            scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(&input)));
            child.wait_with_output()
        })
    }

    /// The command as somebody would type it, for messages.
    fn shown(&self) -> String {
        let arguments = self.command.get_args().skip(1).map(|argument| argument.to_string_lossy());
        let words: Vec<String> = std::iter::once("git".into()).chain(arguments.map(String::from)).collect();
        without_secrets(&words.join(" "))
    }
}

/// Why git could not do something.
#[derive(Debug)]
pub enum GitFailure {
    /// There is no git.
    NotInstalled,
    /// It could not be started.
    Unstartable(io::Error),
    /// It did not do it.
    Refused {
        /// What was asked of it.
        command: String,
        /// What it said.
        said: String,
    },
}

impl GitFailure {
    fn starting(error: io::Error) -> Self {
        if error.kind() == ErrorKind::NotFound { Self::NotInstalled } else { Self::Unstartable(error) }
    }

    /// What git said; empty when it could not be started.
    #[must_use]
    pub fn said(&self) -> &str {
        match self {
            Self::Refused { said, .. } => said,
            Self::NotInstalled | Self::Unstartable(_) => "",
        }
    }
}

impl fmt::Display for GitFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => formatter.write_str(
                "git is not installed, or not on the PATH\n  next: install it from https://git-scm.com/downloads",
            ),
            Self::Unstartable(error) => write!(formatter, "git could not be started: {error}"),
            Self::Refused { command, said } => {
                write!(formatter, "`{command}` failed")?;
                said.lines().try_for_each(|line| write!(formatter, "\n  git: {line}"))
            }
        }
    }
}

impl Error for GitFailure {}
