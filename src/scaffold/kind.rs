//! The kinds of file that an author writes: their words, folders and shapes.

use super::schema::Notation;
use crate::config;
use crate::evidence::record::{RawCoverage, RawFinding, RawMeasure, RawPage, RawReport, RawTopic};
use crate::schema::RecordShape;

/// A kind of file that an author writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// A primary publication.
    Report,
    /// How somebody told reports.
    Coverage,
    /// A finding.
    Finding,
    /// A topic.
    Topic,
    /// A measure.
    Measure,
    /// A page without records.
    Page,
    /// The settings.
    Site,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Report, Self::Coverage, Self::Finding, Self::Topic, Self::Measure, Self::Page, Self::Site];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.shape().noun
    }

    /// What fields such a file has.
    #[must_use]
    pub fn shape(self) -> &'static RecordShape {
        match self {
            Self::Report => &RawReport::SHAPE,
            Self::Coverage => &RawCoverage::SHAPE,
            Self::Finding => &RawFinding::SHAPE,
            Self::Topic => &RawTopic::SHAPE,
            Self::Measure => &RawMeasure::SHAPE,
            Self::Page => &RawPage::SHAPE,
            Self::Site => config::shape(),
        }
    }

    /// In what its fields are written.
    #[must_use]
    pub fn notation(self) -> Notation {
        match self {
            Self::Site => Notation::Toml,
            Self::Report | Self::Coverage | Self::Finding | Self::Topic | Self::Measure | Self::Page => {
                Notation::Yaml
            }
        }
    }

    /// The folder of such files, below the site's.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Report => "content/reports",
            Self::Coverage => "content/coverage",
            Self::Finding => "content/findings",
            Self::Topic => "content/topics",
            Self::Measure => "content/measures",
            Self::Page => "content",
            Self::Site => "",
        }
    }
}
