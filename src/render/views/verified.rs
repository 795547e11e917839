//! What was held against archived texts: beside a statement, and in sum.

use crate::evidence::date::PartialDate;
use crate::evidence::record::Told;
use crate::render::Renderer;
use crate::render::view::{VerifiedRow, VerifiedView};
use crate::verification::statement::{Subject, all_quoted_words};

impl Renderer<'_> {
    /// `checked against the source on 2 January 2026`; empty for what was not.
    pub(in crate::render) fn checked(&self, subject: Subject) -> String {
        self.checked_on("checked_on", self.model.standing.date(subject))
    }

    /// A word with the day in it; empty without one.
    pub(in crate::render) fn checked_on(&self, word: &str, date: Option<PartialDate>) -> String {
        date.map_or_else(String::new, |date| self.words.fill(word, &[("date", &self.date(Some(date)))]))
    }

    /// How many of how many; `None` where no page names an archived text.
    pub(super) fn verified(&self) -> Option<VerifiedView> {
        let standing = self.model.standing;
        let (first, last) = standing.dates()?;
        let date = |date: PartialDate| self.date(Some(date));
        let when = if first == last { "method_verified_once" } else { "method_verified_within" };
        let when = self.words.fill(when, &[("first", &date(first)), ("last", &date(last))]);
        let (found, all) = (standing.verified().to_string(), standing.statements.to_string());
        let blanks = [("when", &*when), ("found", &found), ("all", &all)];
        Some(VerifiedView {
            lead: self.words.fill("method_verified_lead", &blanks),
            rows: self.verified_rows(),
        })
    }

    /// One row for each kind of statement that there is, whether or not a text is archived.
    fn verified_rows(&self) -> Vec<VerifiedRow> {
        let (evidence, standing) = (self.model.evidence, self.model.standing);
        let tellings = evidence.coverage.iter().flat_map(|coverage| &coverage.tells);
        let prints = tellings.filter(|telling| match telling.what {
            Told::Statistic(_) | Told::Quote(_) => true,
            Told::Claim(_) | Told::Recommendation(_) => !telling.told_as.is_empty(),
            Told::Remark(_) => false,
        });
        let reported = evidence.statistics.iter().filter(|statistic| statistic.formula.is_none());
        let worded = evidence.claims.iter().filter(|claim| !claim.words.is_empty());
        let hedged = evidence.claims.iter().filter(|claim| !claim.hedge.is_empty());
        let quoted = all_quoted_words(evidence, self.model.graph);
        let crediting = evidence.coverage.iter().filter(|coverage| !coverage.credits.is_empty());
        let is = |kind: fn(&Subject) -> bool| standing.count(kind);
        [
            ("statistics", is(|subject| matches!(subject, Subject::Statistic(_))), reported.count()),
            ("words", is(|subject| matches!(subject, Subject::Words(_))), worded.count()),
            ("claims", is(|subject| matches!(subject, Subject::Hedge(_))), hedged.count()),
            ("tellings", is(|subject| matches!(subject, Subject::Telling(..))), prints.count()),
            ("quoted", is(|subject| matches!(subject, Subject::Remark(..) | Subject::Prose(..))), quoted),
            ("credits", is(|subject| matches!(subject, Subject::Credit(_))), crediting.count()),
        ]
        .into_iter()
        .filter(|(_, _, all)| *all > 0)
        .map(|(kind, number, all)| VerifiedRow {
            name: self.words.get(&format!("method_verified_{kind}")).to_owned(),
            number: self
                .words
                .fill("number_of", &[("number", &number.to_string()), ("all", &all.to_string())]),
        })
        .collect()
    }
}
