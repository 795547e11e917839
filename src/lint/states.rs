//! How the numbers of a page stand, for whoever writes it: not bound, or bound to a statistic that is in dispute.
//!
//! Nothing here is a mistake, and nothing is reported.

use super::bare_extreme::bound;
use super::{Review, unbound_number};
use crate::document::prose::LooseNumber;
use crate::evidence::record::{Bearing, RelationKind};
use crate::graph::index::RecordRef;
use std::collections::BTreeMap;

/// How a statistic stands, when there is more to say than that it is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A finding has it as evidence against itself, it was corrected, or another statistic differs from it.
    Disputed,
}

/// The numbers of a page.
#[derive(Debug, Clone, Default)]
pub struct Numbers<'s> {
    /// Those that are not bound, in the order of its texts.
    pub unbound: Vec<&'s LooseNumber>,
    /// Statistics that its prose binds or its file records, with how they stand.
    pub states: BTreeMap<usize, State>,
}

impl Review<'_> {
    /// How the numbers of a page stand.
    #[must_use]
    pub fn numbers(&self, page: usize) -> Numbers<'_> {
        let own = self.evidence.held[page].statistics.clone();
        let shown = bound(self, page).into_iter().map(|(statistic, _)| statistic).chain(own);
        let states = shown.filter_map(|statistic| Some((statistic, self.state(statistic)?))).collect();
        Numbers { unbound: unbound_number::on_page(self, page), states }
    }

    fn state(&self, statistic: usize) -> Option<State> {
        let links = self.graph.statistic(statistic);
        let differs = links
            .relations
            .iter()
            .any(|relation| matches!(relation.kind, RelationKind::Differs | RelationKind::CorrectedBy));
        let is_disputed = links.findings.iter().any(|finding| {
            let pieces = self.evidence.findings[*finding].evidence.iter();
            let records = &self.graph.findings[*finding].evidence;
            pieces.zip(records).any(|(piece, record)| {
                piece.bearing == Bearing::Disputes && *record == Some(RecordRef::Statistic(statistic))
            })
        });
        (differs || is_disputed).then_some(State::Disputed)
    }
}
