//! How two statistics stand to each other.

use super::meaning::one_of;
use super::{Reading, Record};
use crate::diagnostic::Trail;
use crate::document::prose::Prose;
use crate::schema::record;

record! {
    /// A typed relation to another statistic.
    "relation"
    pub struct RawRelation {
        /// The statistic that this one brings up to date.
        updates: Option<String> => "dfe-2016.in-care",
        /// The statistic that this one corrects.
        corrects: Option<String> => "dfe-2017.in-care",
        /// The statistic that this one repeats.
        same_as = "same-as": Option<String> => "nao-2019.in-care",
        /// The statistic that this one differs from.
        differs: Option<String> => "epi-2018.in-care",
        /// Why (inline Markdown).
        note: Option<String> => "The later one counts respite too.",
    }
}

/// How two statistics stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This one brings the other up to date.
    Updates,
    /// The other brings this one up to date.
    UpdatedBy,
    /// This one corrects the other.
    Corrects,
    /// The other corrects this one.
    CorrectedBy,
    /// Both say the same.
    SameAs,
    /// They say different things.
    Differs,
}

impl RelationKind {
    /// Key in templates and front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::UpdatedBy => "updated-by",
            Self::Corrects => "corrects",
            Self::CorrectedBy => "corrected-by",
            Self::SameAs => "same-as",
            Self::Differs => "differs",
        }
    }

    /// The same relation, seen from the other end.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Updates => Self::UpdatedBy,
            Self::UpdatedBy => Self::Updates,
            Self::Corrects => Self::CorrectedBy,
            Self::CorrectedBy => Self::Corrects,
            Self::SameAs => Self::SameAs,
            Self::Differs => Self::Differs,
        }
    }
}

/// A typed relation, its target still text.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Kind.
    pub kind: RelationKind,
    /// The other statistic.
    pub reference: String,
    /// Why.
    pub note: Prose,
}

impl Record for Relation {
    type Typed = RawRelation;

    fn read(reading: &mut Reading<'_>, trail: &Trail<'_>, typed: RawRelation) -> Option<Self> {
        let note = reading.optional_prose(&trail.then("note"), typed.note.as_deref());
        let kinds = [
            (RelationKind::Updates, typed.updates),
            (RelationKind::Corrects, typed.corrects),
            (RelationKind::SameAs, typed.same_as),
            (RelationKind::Differs, typed.differs),
        ];
        let named = kinds.into_iter().filter_map(|(kind, reference)| Some((kind, reference?)));
        let one = (
            "a relation names one other statistic",
            "write one of `updates`, `corrects`, `same-as` and `differs`, and perhaps a `note`",
        );
        let (kind, reference) = one_of(reading, trail, named, one)?;
        Some(Self { kind, reference, note })
    }

    fn proses<'r>(&'r self, found: &mut Vec<&'r Prose>) {
        found.push(&self.note);
    }
}
