//! Coverage: which reports, which records, and whether what is told agrees with what was reported.

use super::Linker;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Trail, rules};
use crate::evidence::decode::not_a_quantity;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Coverage, Report, Statistic, Telling, Told};
use crate::graph::bound::difference;
use crate::graph::index::RecordRef;
use crate::graph::{TellingLink, TellingRef};

impl Linker<'_> {
    pub(super) fn coverage(&mut self) {
        let evidence = self.evidence;
        for (place, coverage) in evidence.coverage.iter().enumerate() {
            self.reports_on(place, coverage);
            self.credits(place, coverage);
            for (at, telling) in coverage.tells.iter().enumerate() {
                let link = self.telling(coverage, at, telling);
                if let Some(record) = link.record {
                    self.note_telling(record, TellingRef { coverage: place, telling: at });
                }
                self.graph.coverage[place].tellings.push(link);
            }
        }
    }

    fn reports_on(&mut self, place: usize, coverage: &Coverage) {
        for (at, id) in coverage.reports_on.iter().enumerate() {
            let all = Trail::key("reports_on");
            let field = if coverage.reports_on.len() == 1 { all } else { all.at(at) };
            let result = self.index.report(id);
            if let Some(report) = self.found(coverage.page, &field, "report", id, result) {
                self.graph.coverage[place].reports.push(report);
                self.graph.reports[report].coverage.push(place);
            }
        }
    }

    /// Whom coverage credits must be a publisher of what it is about, or a note says why not.
    fn credits(&mut self, place: usize, coverage: &Coverage) {
        let reports: Vec<&Report> =
            self.graph.coverage[place].reports.iter().map(|report| &self.evidence.reports[*report]).collect();
        let agrees = coverage.credits.is_empty()
            || reports.is_empty()
            || reports.iter().any(|report| is_credited(&coverage.credits, report));
        if agrees {
            return;
        }
        self.graph.coverage[place].credits_differ = true;
        if coverage.credits_note.is_empty() {
            let path = &self.evidence.pages[reports[0].page].path;
            let message = format!(
                "`{}` is credited here, and the report's publisher is `{}`",
                coverage.credits, reports[0].publisher
            );
            let diagnostic = Diagnostic::new(
                &rules::CREDIT_DIFFERS,
                self.place(coverage.page, FieldPath::key("credits")),
                message,
            )
            .label("whom the article names")
            .also(Place::value(path, FieldPath::key("publisher")), "who published it")
            .help("if the article is wrong, say so in `credits_note:`; if this record is, mend it");
            self.diagnostics.push(diagnostic);
        }
    }

    fn telling(&mut self, coverage: &Coverage, at: usize, telling: &Telling) -> TellingLink {
        let all = Trail::key("tells");
        let field = all.at(at);
        let explained = !telling.differs.is_empty();
        let record = match &telling.what {
            Told::Statistic(reference) => {
                let statistic = self.statistic(coverage.page, &field.then("statistic"), reference);
                self.figure(coverage.page, &field, telling, reference);
                if let Some(statistic) = statistic.filter(|_| !explained) {
                    self.compare(coverage.page, &field, telling, statistic);
                }
                statistic.map(RecordRef::Statistic)
            }
            Told::Claim(reference) => {
                self.told_as_kind(coverage.page, &field.then("claim"), reference, "claim")
            }
            Told::Recommendation(reference) => {
                self.told_as_kind(coverage.page, &field.then("recommendation"), reference, "recommendation")
            }
            Told::Quote(_) | Told::Remark(_) => None,
        };
        TellingLink { record, faithful: !explained }
    }

    /// A statistic is told as a quantity. Where something else is told, that alone is the mistake.
    fn figure(&mut self, page: usize, field: &Trail<'_>, telling: &Telling, reference: &str) {
        let record = self.index.record(&self.evidence.pages[page].id, reference);
        let is_words = matches!(record, Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)));
        if telling.told_as.is_empty() || is_words {
            return;
        }
        if let Err(error) = Quantity::parse(&telling.told_as) {
            let place = self.place(page, field.then("as").path());
            self.diagnostics.push(not_a_quantity(place, &error));
        }
    }

    fn told_as_kind(
        &mut self,
        page: usize,
        field: &Trail<'_>,
        reference: &str,
        wanted: &str,
    ) -> Option<RecordRef> {
        let record = self.record(page, field, wanted, reference)?;
        let found = match record {
            RecordRef::Statistic(_) => "statistic",
            RecordRef::Claim(_) => "claim",
            RecordRef::Recommendation(_) => "recommendation",
        };
        if found == wanted { Some(record) } else { self.wrong_kind(page, field, reference, found, wanted) }
    }

    /// A figure, a denominator or a population that is told otherwise needs a word about it.
    fn compare(&mut self, page: usize, field: &Trail<'_>, telling: &Telling, statistic: usize) {
        let record = &self.evidence.statistics[statistic];
        if let (Some(quantity), Some(value)) = (&telling.quantity, &record.value)
            && let Some(how) = difference(quantity, record, value)
        {
            self.differs(page, field.then("as").path(), record, "value", how);
        }
        let of = self.denominator(statistic);
        let told = [(&telling.of, of, "of"), (&telling.population, record.population.clone(), "population")];
        for (told, stated, name) in told {
            if !told.is_empty() && !stated.is_empty() && !same_words(told, &stated) {
                let how = format!("`{told}` is told here, but the statistic is about `{stated}`");
                self.differs(page, field.then(name).path(), record, name, how);
            }
        }
    }

    /// The denominator of a statistic in words: its own, or its measure's.
    fn denominator(&self, statistic: usize) -> String {
        let record = &self.evidence.statistics[statistic];
        if !record.of.is_empty() {
            return record.of.clone();
        }
        let measure = self.graph.statistics[statistic].measure;
        let of = measure.and_then(|measure| self.graph.measures[measure].of);
        of.map_or_else(String::new, |of| {
            let measure = &self.evidence.measures[of];
            if measure.population.is_empty() {
                self.evidence.pages[measure.page].title.text()
            } else {
                measure.population.clone()
            }
        })
    }

    fn differs(&mut self, page: usize, field: FieldPath, record: &Statistic, stated: &str, how: String) {
        let owner = &self.evidence.pages[self.evidence.owner_page(record.owner)].path;
        let diagnostic = Diagnostic::new(&rules::TELLING_DIFFERS, self.place(page, field), how)
            .label("told here")
            .also(Place::value(owner, record.field().then(stated)), "reported here")
            .help(
                "if the article tells it otherwise, say how in `differs:`; if this record is wrong, mend it",
            );
        self.diagnostics.push(diagnostic);
    }

    fn note_telling(&mut self, record: RecordRef, telling: TellingRef) {
        match record {
            RecordRef::Statistic(statistic) => self.graph.statistics[statistic].tellings.push(telling),
            RecordRef::Claim(claim) => self.graph.claims[claim].tellings.push(telling),
            RecordRef::Recommendation(recommendation) => {
                self.graph.recommendations[recommendation].push(telling);
            }
        }
    }
}

/// The publisher, or somebody who had a hand in the report.
fn is_credited(credits: &str, report: &Report) -> bool {
    let names = [&report.publisher, &report.secretariat].into_iter().chain(&report.authors);
    names.into_iter().any(|name| !name.is_empty() && same_words(credits, name))
}

/// Whether two names are the same but for case, an article in front and punctuation.
fn same_words(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    words
}
