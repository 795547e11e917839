//! How the numbers of a page stand, for whoever writes it: not bound, or bound to a statistic that is in dispute or
//! that was found in its source.
//!
//! A statistic counts as found when it was itself held against the text of its report. That an article tells it so was
//! found in the article, and proves nothing of the report. Nothing here is a mistake, and nothing is reported.

use super::bare_extreme::bound;
use super::{Review, unbound_number};
use crate::document::prose::LooseNumber;
use crate::evidence::record::{Bearing, RelationKind};
use crate::graph::index::RecordRef;
use crate::verification::statement::Subject;
use std::collections::BTreeSet;

/// The numbers of a page.
#[derive(Debug, Clone, Default)]
pub struct NumberStates<'s> {
    /// Those that are not bound, in the order of its texts.
    pub unbound: Vec<&'s LooseNumber>,
    /// Statistics that its prose binds or its file records, and that are in dispute: a finding has them as evidence
    /// against itself, they were corrected, or another statistic differs from them.
    pub disputed: BTreeSet<usize>,
    /// Those of the others that were found in the archived texts of their reports, and not changed since.
    pub verified: BTreeSet<usize>,
}

impl Review<'_> {
    /// How the numbers of a page stand.
    #[must_use]
    pub fn numbers(&self, page: usize) -> NumberStates<'_> {
        let own = self.evidence.held[page].statistics.clone();
        let shown = bound(self, page).into_iter().map(|(statistic, _)| statistic).chain(own);
        let (disputed, others): (BTreeSet<_>, BTreeSet<_>) =
            shown.partition(|statistic| self.is_disputed(*statistic));
        let is_verified = |statistic: &usize| self.standing.date(Subject::Statistic(*statistic)).is_some();
        let verified = others.into_iter().filter(is_verified).collect();
        NumberStates { unbound: unbound_number::on_page(self, page), disputed, verified }
    }

    fn is_disputed(&self, statistic: usize) -> bool {
        let links = self.graph.statistic(statistic);
        let differs = links
            .relations
            .iter()
            .any(|relation| matches!(relation.kind, RelationKind::Differs | RelationKind::CorrectedBy));
        differs
            || links.findings.iter().any(|finding| {
                let pieces = self.evidence.findings[*finding].evidence.iter();
                let records = &self.graph.findings[*finding].evidence;
                pieces.zip(records).any(|(piece, record)| {
                    piece.bearing == Bearing::Disputes && *record == Some(RecordRef::Statistic(statistic))
                })
            })
    }
}
