//! What articles made of records: each version stands beside the report's own, with a verdict. A report's list of
//! articles is made in `card`, an article's own table in `table`.

mod card;
mod table;

use super::Renderer;
use super::prose::without_links;
use super::table::{shown_value, tagged, text};
use crate::document::escape::escape_into;
use crate::document::quoted::quoted;
use crate::evidence::record::{Telling, Told};
use crate::graph::TellingRef;
use crate::graph::index::RecordRef;
use crate::verification::statement::Subject;

/// One article's version of something, and the record that it is of, if there is one.
#[derive(Clone, Copy)]
struct Version<'a> {
    place: TellingRef,
    /// The article's page.
    page: usize,
    telling: &'a Telling,
    record: Option<RecordRef>,
}

impl<'a> Renderer<'a> {
    /// Tellings of one record, a line an article; nothing without any.
    pub(super) fn tellings(&self, tellings: &[TellingRef]) -> String {
        let mut html = String::new();
        if tellings.is_empty() {
            return html;
        }
        html.push_str("<ul class=\"tellings\">\n");
        for telling in tellings {
            self.push_telling(self.version(*telling), &mut html);
        }
        html.push_str("</ul>");
        html
    }

    fn version(&self, place: TellingRef) -> Version<'a> {
        let coverage = &self.model.evidence.coverage[place.coverage];
        let record = self.model.graph.coverage[place.coverage].tellings[place.telling].record;
        Version { place, page: coverage.page, telling: &coverage.tells[place.telling], record }
    }

    /// An entry of a list: the version, its article, and what is noted about it.
    fn push_telling(&self, version: Version<'_>, html: &mut String) {
        html.push_str("<li>");
        self.push_pair(version, html);
        html.push_str("<span class=\"sub\"><cite>");
        html.push_str(self.anchor(version.page));
        html.push_str("</cite>");
        for detail in [&*version.telling.at, &self.checked_telling(version)] {
            if !detail.is_empty() {
                html.push_str(", ");
                escape_into(detail, html);
            }
        }
        html.push_str("</span>");
        self.push_note(version, html);
        html.push_str("</li>\n");
    }

    /// Both values side by side, then the verdict.
    fn push_pair(&self, version: Version<'_>, html: &mut String) {
        html.push_str("<span class=\"pair\">");
        let said = self.said(version);
        if !said.is_empty() {
            html.push_str("<span>");
            tagged("span", "kicker", self.words.html("report_says"), html);
            html.push(' ');
            text("b", "num", said, html);
            html.push_str("</span> ");
        }
        html.push_str("<span>");
        tagged("span", "kicker", self.words.html("told_as"), html);
        html.push(' ');
        self.push_told_as(version, html);
        html.push_str("</span></span> ");
        self.push_verdict(version, html);
    }

    /// The article's own version, and what it claims beside the figure.
    fn push_told_as(&self, version: Version<'_>, html: &mut String) {
        let telling = version.telling;
        if let Told::Remark(remark) = &telling.what {
            escape_into(remark, html);
        } else if !telling.told_as.is_empty() && self.said(version).is_empty() {
            escape_into(&telling.told_as, html);
        } else if !telling.told_as.is_empty() {
            text("b", "num", &telling.told_as, html);
        } else if let Told::Quote(quote) = &telling.what {
            html.push_str("<q>");
            escape_into(quote, html);
            html.push_str("</q>");
        } else {
            tagged("span", "same", self.words.html("told_unchanged"), html);
        }
        let claimed_of = if telling.of.is_empty() { &telling.population } else { &telling.of };
        for (word, blank, claimed) in
            [("claimed_of", "of", claimed_of), ("stat_relative_to", "what", &telling.relative_to)]
        {
            if !claimed.is_empty() {
                html.push(' ');
                text("span", "claimed-of", &self.words.fill(word, &[(blank, claimed)]), html);
            }
        }
        text("span", "sub", &telling.speaker, html);
    }

    /// Differs, and how; or agrees. A remark has no record to agree with.
    fn push_verdict(&self, version: Version<'_>, html: &mut String) {
        let telling = version.telling;
        if !telling.differs.is_empty() {
            html.push_str("<span class=\"verdict\">");
            tagged("span", "flag", self.words.html("differs"), html);
            html.push(' ');
            escape_into(&telling.differs, html);
            html.push_str("</span>");
            return;
        }
        let word = if matches!(telling.what, Told::Remark(_)) { "not_in_report" } else { "agrees" };
        tagged("span", "verdict agrees", self.words.html(word), html);
    }

    fn push_note(&self, version: Version<'_>, html: &mut String) {
        tagged("span", "sub", &self.inline(version.page, &version.telling.note), html);
    }

    /// A link to a record, after how its tag begins.
    fn push_target(&self, tag: &str, record: RecordRef, html: &mut String) {
        let evidence = self.model.evidence;
        let prose = match record {
            RecordRef::Statistic(at) => &evidence.statistics[at].label,
            RecordRef::Claim(at) => &evidence.claims[at].text,
            RecordRef::Recommendation(at) => &evidence.recommendations[at].text,
        };
        html.push_str(tag);
        escape_into(&self.record_url(record), html);
        html.push_str("\">");
        html.push_str(&without_links(prose));
        html.push_str("</a>");
    }

    /// What the report says, as printed; empty where there is no figure.
    fn said(&self, version: Version<'_>) -> &str {
        match version.record {
            Some(RecordRef::Statistic(at)) => shown_value(&self.model.evidence.statistics[at]),
            Some(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | None => "",
        }
    }

    /// When a version was found in its article; of a remark, the words that it quotes.
    fn checked_telling(&self, version: Version<'_>) -> String {
        let TellingRef { coverage, telling } = version.place;
        let Told::Remark(remark) = &version.telling.what else {
            return self.checked(Subject::Telling(coverage, telling));
        };
        let subject = |number| Subject::Remark(coverage, telling, number);
        let dates = (0..quoted(remark).len()).map(|number| self.model.standing.date(subject(number)));
        let first = dates.collect::<Option<Vec<_>>>().and_then(|dates| dates.into_iter().min());
        self.checked_on("checked_words_on", first)
    }
}
