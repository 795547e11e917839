//! Why a site was not published: what happened, what state things are in, and what to do next.

use crate::git;
use std::error::Error;
use std::fmt;

/// The state before anything was pushed.
const UNTOUCHED: &str = "nothing was pushed; your files and what is published are as they were";

/// How many files a message names before it only counts the rest.
const NAMED: usize = 10;

/// Some files, each by its name.
pub(super) fn named(paths: &[String]) -> String {
    let names: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
    listed(&names)
}

/// The first of some things that are told, and how many more there are.
pub(super) fn listed(told: &[String]) -> String {
    let first = told[..told.len().min(NAMED)].join(", ");
    match told.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first}, and {more} more"),
    }
}

/// Why a site was not published.
#[derive(Debug)]
pub struct DeployFailure {
    what: String,
    said: String,
    state: String,
    next: Vec<String>,
}

impl DeployFailure {
    /// A failure before anything was pushed.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), said: String::new(), state: UNTOUCHED.to_owned(), next: Vec::new() }
    }

    /// Tells what git said.
    #[must_use]
    pub fn said(mut self, failure: &git::GitFailure) -> Self {
        failure.said().clone_into(&mut self.said);
        self
    }

    /// Says what state things are in.
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = state.into();
        self
    }

    /// Adds what to do next: a command as it is typed, or a sentence.
    #[must_use]
    pub fn next(mut self, step: impl Into<String>) -> Self {
        self.next.push(step.into());
        self
    }
}

/// Git failed where nobody expects it to.
impl From<git::GitFailure> for DeployFailure {
    fn from(failure: git::GitFailure) -> Self {
        match &failure {
            git::GitFailure::NotInstalled => Self::new("git is not installed, or not on the PATH")
                .next("install it from https://git-scm.com/downloads"),
            git::GitFailure::Unstartable(_) => Self::new(failure.to_string()),
            git::GitFailure::Refused { command, .. } => {
                Self::new(format!("`{command}` failed")).said(&failure)
            }
        }
    }
}

impl fmt::Display for DeployFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)?;
        for line in self.said.lines().filter(|line| !line.trim().is_empty()) {
            write!(formatter, "\n  git:   {}", line.trim_end())?;
        }
        write!(formatter, "\n  state: {}", self.state)?;
        self.next.iter().try_for_each(|step| write!(formatter, "\n  next:  {step}"))
    }
}

impl Error for DeployFailure {}
