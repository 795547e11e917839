//! The only writer: of the output folder, of caches, of the files that a site begins with, and of those that
//! `check --fix` mends ([`replace`]).
//!
//! A build stages its files with [`Staging::stage`] and publishes them all with
//! [`Staging::commit`], or none of them: a build that fails, or is killed at any instant, leaves
//! the former site as it was, or for [`recover`] to finish or undo. Files this program did
//! not write are never touched, and nothing is followed that stands in the place of its own. What the files hold, and which there are, is not decided here;
//! and a loss of power, unlike a killed process, is not guarded against.

#![expect(clippy::disallowed_methods, reason = "the one place that writes files")]

pub mod cache;
pub mod cached;
pub mod clean;
mod disk;
mod failure;
pub mod fresh;
pub mod journal;
mod kept;
pub mod listed;
mod lock;
pub mod manifest;
mod own;
mod paths;
mod plan;
pub mod replace;
mod settle;
mod sharded;
mod stage;
mod staging;
mod standing;
pub mod unchanged;
mod workroom;
mod written;

pub use failure::OutputFailure;
pub use settle::recover;
pub use staging::Staging;
pub use workroom::{Purpose, Workroom, sweep};

/// How a staged file differs from the former site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// The former site did not have it.
    New,
    /// The former site had it, with another content or not on disk any more.
    Changed,
    /// It is on disk already and was not written again.
    Unchanged,
}

/// What a commit did, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrittenFiles {
    /// Files the former site did not have.
    pub new: usize,
    /// Files written over those of the former site.
    pub changed: usize,
    /// Files left as they are.
    pub unchanged: usize,
    /// Files of the former site that the new one lacks.
    pub removed: usize,
    /// The length of all new and changed files, in bytes.
    pub bytes: u64,
}
