//! The one door to git: its command line, asked with arguments as a list and never through a shell.
//!
//! Nothing here knows what a review is. Passwords and tokens are git's and its helpers' business; no address is
//! shown with them in it.

mod address;
mod call;
pub mod github;
mod listing;
mod safe;
mod version;

pub use address::{Fit, RemoteAddress, written};
pub use call::{Call, Git, GitFailure};
pub use listing::{TreeEntry, TreeListing};
pub use safe::{is_branch_name, quoted, without_secrets};
pub use version::OLDEST;
