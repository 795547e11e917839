//! Topics in the site's settings, and measures.

use super::Linker;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Trail, rules};
use crate::graph::index::Unknown;
use crate::path::SourcePath;

impl Linker<'_> {
    /// Topics that `site.toml` puts in order must exist.
    pub(super) fn topic_order(&mut self, order: &[String]) {
        for (place, id) in order.iter().enumerate() {
            if let Err(Unknown::Missing { help }) = self.index.lookup(&self.index.topics, id) {
                let field = FieldPath::key("topics").at(place);
                let place = Place::value(&SourcePath::new("site.toml"), field);
                let message = format!("there is no topic `{id}`");
                self.diagnostics.push(Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message).help(help));
            }
        }
    }

    pub(super) fn measures(&mut self) {
        let evidence = self.evidence;
        for (place, measure) in evidence.measures.iter().enumerate() {
            let topics =
                self.ids(measure.page, &Trail::key("topics"), "topic", &self.index.topics, &measure.topics);
            for topic in &topics {
                self.graph.topics[*topic].measures.push(place);
            }
            self.graph.measures[place].topics = topics;
            if !measure.of.is_empty() {
                let result = self.index.lookup(&self.index.measures, &measure.of);
                self.graph.measures[place].of =
                    self.found(measure.page, &Trail::key("of"), "measure", &measure.of, result);
            }
        }
    }
}
