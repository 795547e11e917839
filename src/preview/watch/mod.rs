//! What changed below the site's folder, one burst for each save.

use crate::path::SourcePath;
use std::collections::BTreeSet;

/// Changes that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Burst {
    /// Files that may have appeared, changed or vanished.
    pub files: BTreeSet<SourcePath>,
    /// Whether more may have happened than the files tell, so that the folders have to be listed again.
    pub relist: bool,
}
