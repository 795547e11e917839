//! A report with its statistics, claims and recommendations; derived numbers are linked in the same way.

use super::Linker;
use crate::diagnostic::{Diagnostic, Trail, rules};
use crate::evidence::period::Period;
use crate::evidence::record::OwnedStatistic;
use crate::graph::links::{MeasuredStatistic, StatisticTargets};
use crate::graph::{FigureOrigin, RelationLink};

impl Linker<'_> {
    pub(super) fn report(&mut self, report: usize) {
        let evidence = self.evidence;
        self.targets.topics = self.topics(&Trail::key("topics"), &evidence.reports[report].topics);
        self.statistics();
        let statistics = &self.targets.statistics;
        let behind: Vec<Option<FigureOrigin>> = statistics.iter().map(|targets| targets.origin).collect();
        self.claims();
        self.recommendations();
        let origins = behind.into_iter().chain(self.targets.claims.clone()).flatten();
        self.targets.origins = origins
            .filter_map(|origin| self.report_behind(origin))
            .filter(|behind| *behind != report)
            .collect();
    }

    /// The report that a figure comes from.
    fn report_behind(&self, origin: FigureOrigin) -> Option<usize> {
        match origin {
            FigureOrigin::Report(report) => Some(report),
            FigureOrigin::Record(record) => self.evidence.record_report(record),
        }
    }

    /// The statistics of the page.
    pub(super) fn statistics(&mut self) {
        let evidence = self.evidence;
        let own = evidence.held[self.page].statistics.clone();
        self.targets.statistics.reserve_exact(own.len());
        for place in own {
            let targets = self.statistic_targets(place, &evidence.statistics[place]);
            self.targets.statistics.push(targets);
        }
    }

    fn statistic_targets(&mut self, place: usize, statistic: &OwnedStatistic) -> StatisticTargets {
        let all = Trail::key(statistic.collection());
        let field = all.then(&statistic.id);
        let mut targets = StatisticTargets::default();
        if !statistic.measure.is_empty() {
            let result = self.index.lookup(&self.index.measures, &statistic.measure);
            targets.measure = self.found(&field.then("measure"), "measure", &statistic.measure, result);
        }
        if let Some(measure) = targets.measure {
            let time = statistic.period.as_ref().map(Period::sort_key);
            self.targets.measured.push(MeasuredStatistic::new(measure, time, place));
        }
        targets.origin = self.origin(&field.then("origin"), &statistic.origin);
        self.via(&field.then("via"), &statistic.via);
        if !statistic.revised_by.is_empty() {
            targets.revised_by = self.statistic(&field.then("revised_by"), &statistic.revised_by);
        }
        targets.change = self.change(&field, statistic);
        if statistic.details.is_some() {
            self.compared(&field, statistic);
        }
        self.relations(&field, place, statistic);
        targets
    }

    /// The ends of a change are two statistics or two periods.
    fn change(&mut self, own: &Trail<'_>, statistic: &OwnedStatistic) -> Option<(usize, usize)> {
        let ends = statistic.change.as_ref()?;
        let field = own.then("change");
        let from = self.end_of_change(&field.then("from"), &ends.from);
        let to = self.end_of_change(&field.then("to"), &ends.to);
        from.zip(to)
    }

    fn end_of_change(&mut self, field: &Trail<'_>, text: &str) -> Option<usize> {
        let own = &self.evidence.pages[self.page].id;
        let id = text.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix('.')).unwrap_or(text);
        if self.index.record_of(own, id).is_some() {
            return self.statistic(field, text);
        }
        if is_period(text) {
            return None;
        }
        if let Some((report, _)) = text.split_once('.').filter(|(report, _)| report != own) {
            self.end_elsewhere(field, text, report);
            return None;
        }
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return self.statistic(field, text);
        }
        let place = self.place(field.path());
        let message = format!("`{text}` is neither a statistic nor a period");
        self.diagnostics.push(
            Diagnostic::new(&rules::INVALID_PERIOD, place, message)
                .help("name a statistic of this report, or write a period such as `2010-11`"),
        );
        None
    }

    /// A change with an end in another report is a number of the review's own.
    fn end_elsewhere(&mut self, field: &Trail<'_>, text: &str, report: &str) {
        let place = self.place(field.path());
        let message = format!("`{text}` is in `{report}`, and both ends of a change are in its own report");
        self.diagnostics.push(Diagnostic::new(&rules::WRONG_KIND, place, message).help(
            "if the report prints the change itself, write the period of this end; if the review computes it, make it a \
             number derived in a finding, with a formula such as `(two.b - one.a) / one.a * 100`",
        ));
    }

    /// What a total is made up of, and what an extreme is the end of, must be statistics.
    fn compared(&mut self, own: &Trail<'_>, statistic: &OwnedStatistic) {
        let total = own.then("total");
        let (of, minus) =
            statistic.total.as_ref().map_or((&[][..], &[][..]), |total| (&total.of, &total.minus));
        let lists = [
            (total.then("of"), of),
            (total.then("minus"), minus),
            (own.then("highest_of"), &statistic.highest_of),
            (own.then("lowest_of"), &statistic.lowest_of),
        ];
        for (field, references) in lists {
            for (at, reference) in references.iter().enumerate() {
                let field = if references.len() == 1 { field } else { field.at(at) };
                self.statistic(&field, reference);
            }
        }
    }

    fn relations(&mut self, own: &Trail<'_>, place: usize, statistic: &OwnedStatistic) {
        for (at, relation) in statistic.relations.iter().enumerate() {
            let relations = own.then("relations");
            let one = relations.at(at);
            let field = one.then(relation.kind.key());
            if let Some(other) = self.statistic(&field, &relation.reference) {
                let declared = (place, at);
                self.targets.relations.push(RelationLink { kind: relation.kind, other, declared });
            }
        }
    }

    fn claims(&mut self) {
        let evidence = self.evidence;
        for claim in &evidence.claims[evidence.held[self.page].claims.clone()] {
            let all = Trail::key("claims");
            let field = all.then(&claim.id);
            self.topics(&field.then("topics"), &claim.topics);
            let origin = self.origin(&field.then("origin"), &claim.origin);
            self.via(&field.then("via"), &claim.via);
            self.targets.claims.push(origin);
        }
    }

    fn recommendations(&mut self) {
        let evidence = self.evidence;
        for recommendation in &evidence.recommendations[evidence.held[self.page].recommendations.clone()] {
            let all = Trail::key("recommendations");
            let field = all.then(&recommendation.id);
            self.topics(&field.then("topics"), &recommendation.topics);
            self.via(&field.then("via"), &recommendation.via);
        }
    }
}

/// Whether a text is a period; few ids have a digit as every period has.
fn is_period(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && Period::parse(text).is_ok()
}
