//! A finding and its evidence.

use super::Linker;
use crate::diagnostic::Trail;
use crate::evidence::record::EvidencePiece;
use crate::graph::FindingLinks;
use crate::graph::index::{RecordRef, WantedRecords};
use std::sync::Arc;

impl Linker<'_> {
    pub(super) fn finding(&mut self, finding: usize) {
        let evidence = self.evidence;
        let record = &evidence.findings[finding];
        let topics = self.topics(&Trail::key("topics"), &record.topics);
        let pieces = record.evidence.iter().enumerate();
        let found: Vec<Option<RecordRef>> = pieces.map(|(at, piece)| self.piece(at, piece)).collect();
        let mut measures = Vec::new();
        for piece in found.iter().flatten() {
            if let RecordRef::Statistic(statistic) = piece
                && let Some(measure) = self.measure_of(*statistic)
                && !measures.contains(&measure)
            {
                measures.push(measure);
            }
        }
        let derived = evidence.held[self.page].statistics.clone();
        self.statistics();
        self.targets.topics.clone_from(&topics);
        self.targets.finding = Some(Arc::new(FindingLinks { topics, evidence: found, derived, measures }));
    }

    fn piece(&mut self, at: usize, piece: &EvidencePiece) -> Option<RecordRef> {
        let (wanted, all) = (WantedRecords::Evidence, Trail::key("evidence"));
        let one = all.at(at);
        let field = one.then(piece.bearing.key());
        match self.record(&field, wanted, &piece.reference) {
            Some(RecordRef::Recommendation(_)) => {
                self.wrong_kind(&field, &piece.reference, "recommendation", wanted)
            }
            record => record,
        }
    }
}
