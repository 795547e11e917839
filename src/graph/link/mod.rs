//! The references of one page, resolved. Nothing here looks at what another page refers to.

mod coverage;
mod findings;
mod reports;

use super::ids::Ids;
use super::index::{Index, RecordRef, Unknown, WantedRecords};
use super::links::{Meant, PageLinks, Targets};
use super::resolve::Resolver;
use super::{FigureOrigin, addresses, anchors, derived, prose};
use crate::diagnostic::{Diagnostic, Edit, FieldPath, Place, Trail, rules};
use crate::evidence::{Evidence, Main};

/// Resolves everything that stands in the file of `page`.
#[must_use]
pub fn page(resolver: Resolver<'_>, page: usize) -> PageLinks {
    let mut linker = Linker::new(&resolver, page);
    match resolver.evidence.held[page].main {
        Main::Report(report) => linker.report(report),
        Main::Coverage(coverage) => linker.coverage(coverage),
        Main::Finding(finding) => linker.finding(finding),
        Main::Measure(measure) => linker.measure(measure),
        Main::Topic(_) | Main::Page => {}
    }
    prose::link(&mut linker);
    addresses::link(&mut linker);
    anchors::check(&mut linker);
    derived::compute(&mut linker);
    linker.done()
}

/// What is being linked.
pub(super) struct Linker<'a> {
    pub resolver: &'a Resolver<'a>,
    pub evidence: &'a Evidence,
    pub index: &'a Index,
    /// The page in whose file all of it stands.
    pub page: usize,
    pub targets: Targets,
    looked_at: Vec<usize>,
    /// What the holes of the body mean, in order.
    pub body: Vec<Meant>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Linker<'a> {
    fn new(resolver: &'a Resolver<'a>, page: usize) -> Self {
        Self {
            resolver,
            evidence: resolver.evidence,
            index: resolver.index,
            page,
            targets: Targets::default(),
            looked_at: Vec::new(),
            body: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    fn done(mut self) -> PageLinks {
        for list in [
            &mut self.targets.mentions,
            &mut self.targets.shown,
            &mut self.targets.terms,
            &mut self.targets.origins,
            &mut self.looked_at,
        ] {
            list.sort_unstable();
            list.dedup();
            list.shrink_to_fit();
        }
        self.targets.files.sort_unstable();
        self.targets.files.dedup();
        PageLinks {
            targets: self.targets,
            looked_at: self.looked_at,
            body: self.body,
            diagnostics: self.diagnostics,
        }
    }

    /// Notes that what stands on another page decides something here.
    pub fn look_at(&mut self, page: usize) {
        if page != self.page && self.looked_at.last() != Some(&page) {
            self.looked_at.push(page);
        }
    }

    fn place(&self, field: FieldPath) -> Place {
        Place::value(&self.evidence.pages[self.page].path, field)
    }

    /// The record that was found; a reference that leads nowhere is reported once.
    fn found<T>(
        &mut self,
        field: &Trail<'_>,
        what: &str,
        reference: &str,
        result: Result<T, Unknown>,
    ) -> Option<T> {
        self.targets.links_checked += 1;
        match result {
            Ok(found) => Some(found),
            Err(Unknown::Forgiven) => None,
            Err(Unknown::Missing { help, meant }) => {
                let message = format!("there is no {what} `{reference}`");
                let place = self.place(field.path());
                let edit = meant.and_then(|meant| Edit::new(place.clone(), reference, meant));
                let diagnostic = Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message);
                self.diagnostics.push(diagnostic.help(help).fixed_by(edit));
                None
            }
        }
    }

    /// The record that `reference`, written in `field`, means.
    fn record(&mut self, field: &Trail<'_>, wanted: WantedRecords, reference: &str) -> Option<RecordRef> {
        let result = self.index.record(&self.evidence.pages[self.page].id, reference, wanted);
        self.found(field, wanted.noun(), reference, result)
    }

    /// As `record`, but only a statistic will do.
    fn statistic(&mut self, field: &Trail<'_>, reference: &str) -> Option<usize> {
        match self.record(field, WantedRecords::Statistic, reference)? {
            RecordRef::Statistic(statistic) => Some(statistic),
            RecordRef::Claim(_) => self.wrong_kind(field, reference, "claim", WantedRecords::Statistic),
            RecordRef::Recommendation(_) => {
                self.wrong_kind(field, reference, "recommendation", WantedRecords::Statistic)
            }
        }
    }

    fn wrong_kind<T>(
        &mut self,
        field: &Trail<'_>,
        reference: &str,
        found: &str,
        wanted: WantedRecords,
    ) -> Option<T> {
        let wanted = wanted.noun();
        let message = format!("`{reference}` is a {found}, and a {wanted} belongs here");
        let place = self.place(field.path());
        self.diagnostics
            .push(Diagnostic::new(&rules::WRONG_KIND, place, message).help(format!("name a {wanted}")));
        None
    }

    /// Several ids of one kind.
    fn ids(&mut self, field: &Trail<'_>, what: &str, table: &Ids<usize>, ids: &[String]) -> Vec<usize> {
        let mut found = Vec::with_capacity(ids.len());
        for (place, id) in ids.iter().enumerate() {
            let field = if ids.len() == 1 { *field } else { field.at(place) };
            let result = self.index.lookup(table, id);
            if let Some(record) = self.found(&field, what, id, result)
                && !found.contains(&record)
            {
                found.push(record);
            }
        }
        found
    }

    fn topics(&mut self, field: &Trail<'_>, ids: &[String]) -> Vec<usize> {
        self.ids(field, "topic", &self.index.topics, ids)
    }

    /// A report, or one record of it, that stands behind a figure.
    fn origin(&mut self, field: &Trail<'_>, reference: &str) -> Option<FigureOrigin> {
        if reference.is_empty() {
            return None;
        }
        if reference.contains('.') {
            return self.record(field, WantedRecords::Record, reference).map(FigureOrigin::Record);
        }
        let result = self.index.report(reference);
        self.found(field, "report", reference, result).map(FigureOrigin::Report)
    }

    /// The articles from which a record is known.
    fn via(&mut self, field: &Trail<'_>, ids: &[String]) {
        for (place, id) in ids.iter().enumerate() {
            let field = if ids.len() == 1 { *field } else { field.at(place) };
            let result = self.index.article(id);
            self.found(&field, "article", id, result);
        }
    }

    fn measure(&mut self, measure: usize) {
        let evidence = self.evidence;
        let record = &evidence.measures[measure];
        self.targets.topics = self.topics(&Trail::key("topics"), &record.topics);
        if !record.of.is_empty() {
            let result = self.index.lookup(&self.index.measures, &record.of);
            self.targets.of = self.found(&Trail::key("of"), "measure", &record.of, result);
        }
        self.ids(
            &Trail::key("compare_with_care"),
            "measure",
            &self.index.measures,
            &record.compare_with_care,
        );
    }

    /// The measure of a statistic that may stand on another page.
    fn measure_of(&mut self, statistic: usize) -> Option<usize> {
        let record = &self.evidence.statistics[statistic];
        self.look_at(self.evidence.owner_page(record.owner));
        self.index.measures.get(record.measure.as_str()).copied()
    }
}
