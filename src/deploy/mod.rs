//! A built site → a branch that a web server shows, by git's own means.
//!
//! The commit is put together from objects, with an index of its own: the user's branch, index, work tree and settings
//! stay as they are. Who may push, and with which key or token, is left to git and its helpers. Nothing here builds a
//! site, asks a person or prints.

mod changes;
mod committed;
mod failure;
mod preflight;
mod published;
mod push;
mod source;
mod target;
mod tree;
mod trouble;

pub use changes::FileChanges;
pub use failure::DeployFailure;
pub use preflight::{Preflight, PreflightRemark};
pub use published::Published;
pub use push::{Publication, push, short};
pub use source::PublishedCommit;
pub use target::{PublishTarget, TypedTarget};
pub use tree::{BuiltSite, Tree, write};
