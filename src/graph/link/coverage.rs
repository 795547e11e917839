//! Coverage: which reports, which records, and whether what is told agrees with what was reported.

use super::Linker;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Trail, rules};
use crate::evidence::names::same_words;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::not_a_quantity;
use crate::evidence::record::{Coverage, OwnedStatistic, Report, Telling, Told};
use crate::graph::bound::difference;
use crate::graph::index::{RecordRef, WantedRecords};
use crate::graph::{CoverageLinks, TellingLink};
use compact_str::CompactString;
use std::sync::Arc;

impl Linker<'_> {
    pub(super) fn coverage(&mut self, coverage: usize) {
        let evidence = self.evidence;
        let coverage: &Coverage = &evidence.coverage[coverage];
        let reports = self.reports_on(coverage);
        let credits_differ = self.credits_differ(coverage, &reports);
        let tells = coverage.tells.iter().enumerate();
        let tellings = tells.map(|(at, telling)| self.telling(at, telling)).collect();
        self.targets.coverage = Some(Arc::new(CoverageLinks { reports, tellings, credits_differ }));
    }

    fn reports_on(&mut self, coverage: &Coverage) -> Vec<usize> {
        let mut reports = Vec::new();
        for (at, id) in coverage.reports_on.iter().enumerate() {
            let all = Trail::key("reports_on");
            let field = if coverage.reports_on.len() == 1 { all } else { all.at(at) };
            let result = self.index.report(id);
            reports.extend(self.found(&field, "report", id, result));
        }
        reports
    }

    /// Whom coverage credits must be a publisher of what it is about, or a note says why not.
    fn credits_differ(&mut self, coverage: &Coverage, reports: &[usize]) -> bool {
        let evidence = self.evidence;
        // One that cannot be read may be the one that is credited.
        let is_whole = reports.len() == coverage.reports_on.len();
        let Some(first) = reports.first().filter(|_| is_whole && !coverage.credits.is_empty()) else {
            return false;
        };
        for report in reports {
            self.look_at(evidence.reports[*report].page);
        }
        if reports.iter().any(|report| is_credited(&coverage.credits, &evidence.reports[*report])) {
            return false;
        }
        if coverage.credits_note.is_empty() {
            let first = &evidence.reports[*first];
            let path = &evidence.pages[first.page].path;
            let message = format!(
                "`{}` is credited here, and the report's publisher is `{}`",
                coverage.credits, first.publisher
            );
            let place = self.place(FieldPath::key("credits"));
            let diagnostic = Diagnostic::new(&rules::CREDIT_DIFFERS, place, message)
                .label("whom the article names")
                .also(Place::value(path, FieldPath::key("publisher")), "who published it")
                .help("if the article is wrong, say so in `credits_note:`; if this record is, mend it");
            self.diagnostics.push(diagnostic);
        }
        true
    }

    fn telling(&mut self, at: usize, telling: &Telling) -> TellingLink {
        let all = Trail::key("tells");
        let field = all.at(at);
        let explained = !telling.differs.is_empty();
        let record = match &telling.what {
            Told::Statistic(reference) => {
                let statistic = self.statistic(&field.then("statistic"), reference);
                self.figure(&field, telling, reference);
                if let Some(statistic) = statistic.filter(|_| !explained) {
                    self.compare(&field, telling, statistic);
                }
                statistic.map(RecordRef::Statistic)
            }
            Told::Claim(reference) => {
                self.told_as_kind(&field.then("claim"), reference, WantedRecords::Claim)
            }
            Told::Recommendation(reference) => {
                self.told_as_kind(&field.then("recommendation"), reference, WantedRecords::Recommendation)
            }
            Told::Quote(_) | Told::Remark(_) => None,
        };
        TellingLink { record, faithful: !explained }
    }

    /// A statistic is told as a quantity. Where something else is told, that alone is the mistake.
    fn figure(&mut self, field: &Trail<'_>, telling: &Telling, reference: &str) {
        let record =
            self.index.record(&self.evidence.pages[self.page].id, reference, WantedRecords::Statistic);
        let is_words = matches!(record, Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)));
        if telling.told_as.is_empty() || is_words {
            return;
        }
        let language = self.evidence.pages[self.page].language;
        if let Err(error) = Quantity::parse_in(&telling.told_as, language) {
            let place = self.place(field.then("as").path());
            self.diagnostics.push(not_a_quantity(place, &error, language));
        }
    }

    fn told_as_kind(
        &mut self,
        field: &Trail<'_>,
        reference: &str,
        wanted: WantedRecords,
    ) -> Option<RecordRef> {
        let record = self.record(field, wanted, reference)?;
        let found = match record {
            RecordRef::Statistic(_) => "statistic",
            RecordRef::Claim(_) => "claim",
            RecordRef::Recommendation(_) => "recommendation",
        };
        if wanted.takes(record) { Some(record) } else { self.wrong_kind(field, reference, found, wanted) }
    }

    /// A figure, a denominator or a population that is told otherwise needs a word about it.
    fn compare(&mut self, field: &Trail<'_>, telling: &Telling, statistic: usize) {
        let record = &self.evidence.statistics[statistic];
        self.look_at(self.evidence.owner_page(record.owner));
        if let (Some(quantity), Some(value)) = (&telling.quantity, &record.value)
            && let Some(how) = difference(quantity, record, value)
        {
            self.differs(field.then("as").path(), record, "value", how);
        }
        let of = if telling.of.is_empty() { CompactString::default() } else { self.denominator(statistic) };
        let told = [(&telling.of, of, "of"), (&telling.population, record.population.clone(), "population")];
        for (told, stated, name) in told {
            if !told.is_empty() && !stated.is_empty() && !same_words(told, &stated) {
                let how = format!("`{told}` is told here, but the statistic is about `{stated}`");
                self.differs(field.then(name).path(), record, name, how);
            }
        }
    }

    /// The denominator of a statistic in words: its own, or its measure's.
    fn denominator(&mut self, statistic: usize) -> CompactString {
        let evidence = self.evidence;
        let record = &evidence.statistics[statistic];
        if !record.of.is_empty() {
            return record.of.clone();
        }
        let measure = self.measure_of(statistic).map(|measure| &evidence.measures[measure]);
        let of = measure.and_then(|measure| {
            self.look_at(measure.page);
            self.index.measures.get(&measure.of)
        });
        of.map_or_else(CompactString::default, |of| {
            let measure = &evidence.measures[*of];
            self.look_at(measure.page);
            if measure.population.is_empty() {
                evidence.pages[measure.page].title.text().into()
            } else {
                measure.population.as_str().into()
            }
        })
    }

    fn differs(&mut self, field: FieldPath, record: &OwnedStatistic, stated: &str, how: String) {
        let owner = &self.evidence.pages[self.evidence.owner_page(record.owner)].path;
        let diagnostic = Diagnostic::new(&rules::TELLING_DIFFERS, self.place(field), how)
            .label("told here")
            .also(Place::value(owner, record.field().then(stated)), "reported here")
            .help(
                "if the article tells it otherwise, say how in `differs:`; if this record is wrong, mend it",
            );
        self.diagnostics.push(diagnostic);
    }
}

/// The publisher, or somebody who had a hand in the report.
fn is_credited(credits: &str, report: &Report) -> bool {
    let names = [&report.publisher, &report.secretariat].into_iter().chain(&report.authors);
    names.into_iter().any(|name| !name.is_empty() && same_words(credits, name))
}
