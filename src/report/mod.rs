//! Diagnostics → what a person or a program reads. Each format is a file; none decides anything.

mod github;
mod human;
mod json;
mod locate;
mod most;
mod sarif;
mod short;
mod shown;

pub use github::github;
pub use human::{human, snippet};
pub use json::json;
pub use locate::{Located, LocatedEdit, Where, locate};
pub use sarif::sarif;
pub use short::short;
pub use shown::shown;
