//! Findings and their evidence.

use super::Linker;
use crate::diagnostic::Trail;
use crate::graph::index::RecordRef;

impl Linker<'_> {
    pub(super) fn findings(&mut self) {
        let evidence = self.evidence;
        for (place, finding) in evidence.findings.iter().enumerate() {
            let topics =
                self.ids(finding.page, &Trail::key("topics"), "topic", &self.index.topics, &finding.topics);
            for topic in &topics {
                self.graph.topics[*topic].findings.push(place);
            }
            self.graph.findings[place].topics = topics;
            for (at, piece) in finding.evidence.iter().enumerate() {
                let all = Trail::key("evidence");
                let one = all.at(at);
                let field = one.then(piece.bearing.key());
                let record = self.record(finding.page, &field, "statistic or claim", &piece.reference);
                let record = match record {
                    Some(RecordRef::Recommendation(_)) => self.wrong_kind(
                        finding.page,
                        &field,
                        &piece.reference,
                        "recommendation",
                        "statistic or claim",
                    ),
                    record => record,
                };
                self.graph.findings[place].evidence.push(record);
                if let Some(record) = record {
                    self.note_evidence(place, record);
                }
            }
        }
    }

    fn note_evidence(&mut self, finding: usize, record: RecordRef) {
        match record {
            RecordRef::Statistic(statistic) => {
                self.graph.statistics[statistic].findings.push(finding);
                if let Some(measure) = self.graph.statistics[statistic].measure {
                    self.graph.measures[measure].findings.push(finding);
                    let measures = &mut self.graph.findings[finding].measures;
                    if !measures.contains(&measure) {
                        measures.push(measure);
                    }
                }
            }
            RecordRef::Claim(claim) => self.graph.claims[claim].findings.push(finding),
            RecordRef::Recommendation(_) => {}
        }
        if let Some(report) = self.evidence.record_report(record) {
            self.graph.reports[report].findings.push(finding);
        }
    }
}
