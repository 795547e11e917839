//! What a manifest says to somebody who does not write into its folder: which files a build wrote, and whether they are
//! as it wrote them.

use super::OutputFailure;
use super::manifest::{self, ContentHash, Manifest};
use std::path::Path;

/// The name of the manifest.
pub const MANIFEST: &str = manifest::FILE_NAME;

/// The files that a build wrote.
#[derive(Debug, Default)]
pub struct Listed(Manifest);

impl Listed {
    /// Reads the text of a manifest; `None` when it is none.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        std::str::from_utf8(text).ok().and_then(|text| Manifest::parse(text).ok()).map(Self)
    }

    /// Reads the manifest of an output folder.
    ///
    /// # Errors
    /// When it cannot be read, or makes no sense.
    pub fn of_folder(output: &Path) -> Result<Self, OutputFailure> {
        Manifest::read(output).map(Self)
    }

    /// Whether the build wrote `path`.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether the build wrote these bytes there.
    #[must_use]
    pub fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path) == Some(ContentHash::of(bytes))
    }

    /// The text of a manifest that says no more than which files there are.
    #[must_use]
    pub fn text(&self) -> String {
        let mut paths: Vec<&str> = self.0.paths().collect();
        paths.sort_unstable();
        manifest::render(paths.into_iter().filter_map(|path| Some((path, self.0.get(path)?))))
    }
}
