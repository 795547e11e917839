//! The articles that tell of a report: how much agrees with it, and what does not.

use crate::document::escape::escape_into;
use crate::graph::TellingRef;
use crate::graph::index::RecordRef;
use crate::render::Renderer;
use crate::render::table::tagged;

impl Renderer<'_> {
    /// The articles that tell of a report, as a list of cards; nothing without any.
    pub(in crate::render) fn coverage_cards(&self, report: usize) -> String {
        let coverage = &self.model.graph.reports[report].coverage;
        let mut html = String::new();
        if coverage.is_empty() {
            return html;
        }
        html.push_str("<ul class=\"cards list\">\n");
        for article in coverage {
            self.push_coverage_card(*article, report, &mut html);
        }
        html.push_str("</ul>");
        html
    }

    /// How many of an article's tellings agree with their record, out of how many; `is_of` says which count.
    pub(in crate::render) fn faithful(
        &self,
        article: usize,
        is_of: impl Fn(RecordRef) -> bool,
    ) -> (usize, usize) {
        let tellings = &self.model.graph.coverage[article].tellings;
        let counted = tellings.iter().filter(|telling| telling.record.is_some_and(&is_of));
        (counted.clone().filter(|telling| telling.faithful).count(), counted.count())
    }

    /// The same in a sentence; nothing where none counts.
    pub(in crate::render) fn faithful_words(&self, (faithful, told): (usize, usize)) -> String {
        if told == 0 {
            return String::new();
        }
        let blanks = [("faithful", &*faithful.to_string()), ("told", &*told.to_string())];
        self.words.fill("told_faithful", &blanks)
    }

    /// One article in a report's list: how much agrees, and what does not.
    fn push_coverage_card(&self, article: usize, report: usize, html: &mut String) {
        let coverage = &self.model.evidence.coverage[article];
        let links = &self.model.graph.coverage[article];
        html.push_str("<li class=\"card\">\n<h3 class=\"card-title\">");
        html.push_str(self.anchor(coverage.page));
        html.push_str("</h3>\n<p class=\"meta\">");
        escape_into(&coverage.kind, html);
        if coverage.published.is_some() {
            html.push_str(", ");
            escape_into(&self.date(coverage.published), html);
        }
        html.push_str("</p>\n");
        let is_of_report = |record| self.model.evidence.record_report(record) == Some(report);
        let sentence = self.faithful_words(self.faithful(article, is_of_report));
        if !sentence.is_empty() {
            html.push_str("<p>");
            escape_into(&sentence, html);
            html.push_str("</p>\n");
        }
        if links.credits_differ {
            html.push_str("<p class=\"sub\">");
            html.push_str(self.words.html("credits"));
            html.push(' ');
            escape_into(&coverage.credits, html);
            html.push(' ');
            tagged("span", "flag", self.words.html("credits_differ"), html);
            html.push_str("</p>\n");
        }
        let differing = links
            .tellings
            .iter()
            .enumerate()
            .filter(|(_, telling)| !telling.faithful && telling.record.is_some_and(is_of_report));
        self.push_differing(article, differing.map(|(telling, _)| telling), html);
        html.push_str("</li>\n");
    }

    /// The tellings that differ, each with the record that it is of.
    fn push_differing(&self, article: usize, tellings: impl Iterator<Item = usize>, html: &mut String) {
        let mut tellings = tellings.peekable();
        if tellings.peek().is_none() {
            return;
        }
        html.push_str("<ul class=\"tellings\">\n");
        for telling in tellings {
            let version = self.version(TellingRef { coverage: article, telling });
            html.push_str("<li>");
            if let Some(record) = version.record {
                self.push_target("<a class=\"target\" href=\"", record, html);
                html.push(' ');
            }
            self.push_pair(version, html);
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
    }
}
