//! Figures and quotations, held against archived texts of their sources.
//!
//! [`statement`] lists what a site says that a text can confirm. [`run`] looks for it there, which needs the archive
//! and gives a new lock; [`hold()`] compares it with the lock, which needs nothing but the site. The texts themselves
//! are cut into passages by `outline`. Nothing here reads or writes a file.

mod bracket;
mod broken;
mod credited;
mod elsewhere;
mod fair;
mod figures;
pub mod hold;
pub mod locator;
mod message;
mod nearest;
pub mod outline;
mod parted;
mod quotation;
pub mod run;
mod search;
mod sentence;
mod speaker;
mod speech;
pub mod statement;
mod swallowed;
mod text;
mod turn;
mod words;

pub use hold::{LockStatus, hold};
pub use run::{PageTally, Verified, VerifyRun};

/// Whether a text holds these words, one after the other as a quotation has them.
#[must_use]
pub fn holds(text: &str, quotation: &str) -> bool {
    search::Worded::of(text).holds(quotation)
}

/// Whether a quotation leaves something out or replaces it between its words.
#[must_use]
pub fn has_gap(quotation: &str) -> bool {
    quotation::Quotation::of(quotation).has_gap()
}
