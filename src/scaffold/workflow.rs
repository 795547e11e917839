//! The GitHub workflow that publishes a site. This program's own repository publishes its site with the same file,
//! byte for byte; a test holds it to that.

use crate::output::fresh::NewFile;

/// Where GitHub looks for it, from the root of a repository.
pub const PATH: &str = ".github/workflows/pages.yml";

/// The file.
#[must_use]
pub fn file() -> NewFile {
    NewFile::new(PATH, include_str!("site/pages.yml"))
}
