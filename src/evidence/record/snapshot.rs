//! Where the archived text of a publication is. The text itself is no part of a site.

use super::Reading;
use super::meaning::TextMeaning;
use crate::diagnostic::Trail;

/// Which file of an archive holds the text of a report or an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotName {
    /// A plain file name.
    pub file: String,
    /// The first words of the headline, where something else stands before it; empty when the text begins at once.
    pub begins: String,
}

impl SnapshotName {
    /// Says where the text begins in the file, if there is one.
    pub(super) fn begin(snapshot: &mut Option<Self>, begins: &mut String) {
        if let Some(snapshot) = snapshot {
            snapshot.begins = std::mem::take(begins);
        }
    }
}

/// The file of the archive that holds a text.
pub struct SnapshotFile;

impl TextMeaning for SnapshotFile {
    type Typed = String;
    type Read = Option<SnapshotName>;
    type Maybe = Option<SnapshotName>;

    fn read(reading: &mut Reading<'_>, field: &Trail<'_>, typed: String) -> Option<SnapshotName> {
        reading.snapshot(field, typed)
    }

    fn maybe(read: Option<Option<SnapshotName>>) -> Option<SnapshotName> {
        read.flatten()
    }
}
