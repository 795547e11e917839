//! Where the archived text of a publication is. The text itself is no part of a site.

/// Which file of an archive holds the text of a report or an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotName {
    /// A plain file name.
    pub file: String,
    /// The first words of the headline, where something else stands before it; empty when the text begins at once.
    pub begins: String,
}
