//! What articles made of records: each version stands beside the report's own, with a verdict. And the articles that
//! tell of a report: how much agrees with it, and what does not.

use super::Renderer;
use super::facts::Facts;
use super::prose::without_links;
use super::rows::shown_value;
use super::view::{ArticleCard, FactValue, Html, LinkView, TellingView};
use crate::document::quoted::quoted;
use crate::evidence::record::{Telling, Told};
use crate::graph::TellingRef;
use crate::graph::index::RecordRef;
use crate::verification::statement::Subject;

impl Facts<'_> {
    /// How articles told a record, unless none did. With `via` it is known from them alone.
    pub fn tellings(&mut self, via: &[String], tellings: &[TellingRef]) {
        if !tellings.is_empty() {
            let renderer = self.renderer;
            let tellings = tellings.iter().map(|telling| renderer.telling(*telling)).collect();
            let key = if via.is_empty() { "stat_tellings" } else { "stat_only_tellings" };
            self.add(key, FactValue::Tellings(tellings));
        }
    }
}

impl Renderer<'_> {
    /// One article's version of something.
    pub(super) fn telling(&self, place: TellingRef) -> TellingView<'_> {
        let coverage = &self.model.evidence.coverage[place.coverage];
        let telling = &coverage.tells[place.telling];
        let record = self.model.graph.coverage[place.coverage].tellings[place.telling].record;
        let said = self.said(record);
        let (form, told_as) = told_as(telling, said);
        TellingView {
            article: self.link(coverage.page),
            record: record.map(|record| self.labelled(record)),
            what: self.words.get(what(&telling.what)),
            at: &telling.at,
            said,
            form,
            told_as,
            claims: self.claimed_beside(telling),
            speaker: &telling.speaker,
            differs: &telling.differs,
            is_remark: matches!(telling.what, Told::Remark(_)),
            note_html: self.prose(coverage.page, &telling.note),
            checked: self.checked_telling(place, telling),
        }
    }

    /// What a version claims beside its figure: out of whom, and relative to what.
    fn claimed_beside(&self, telling: &Telling) -> Vec<String> {
        let of = if telling.of.is_empty() { &telling.population } else { &telling.of };
        [("claimed_of", "of", of), ("stat_relative_to", "what", &telling.relative_to)]
            .into_iter()
            .filter(|(_, _, claimed)| !claimed.is_empty())
            .map(|(word, blank, claimed)| self.words.fill(word, &[(blank, claimed)]))
            .collect()
    }

    /// A link to a record, named by what it says.
    fn labelled(&self, record: RecordRef) -> LinkView<'_> {
        let evidence = self.model.evidence;
        let prose = match record {
            RecordRef::Statistic(at) => &evidence.statistics[at].label,
            RecordRef::Claim(at) => &evidence.claims[at].text,
            RecordRef::Recommendation(at) => &evidence.recommendations[at].text,
        };
        LinkView { title_html: Html(without_links(prose)), url: self.record_url(record).into() }
    }

    /// What the report says, as printed; empty where there is no figure.
    fn said(&self, record: Option<RecordRef>) -> &str {
        match record {
            Some(RecordRef::Statistic(at)) => shown_value(&self.model.evidence.statistics[at]),
            Some(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | None => "",
        }
    }

    /// When a version was found in its article; of a remark, the words that it quotes.
    fn checked_telling(&self, place: TellingRef, telling: &Telling) -> String {
        let TellingRef { coverage, telling: number } = place;
        let Told::Remark(remark) = &telling.what else {
            return self.checked(Subject::Telling(coverage, number));
        };
        let subject = |quotation| Subject::Remark(coverage, number, quotation);
        let dates = (0..quoted(remark).len()).map(|quotation| self.model.standing.date(subject(quotation)));
        let first = dates.collect::<Option<Vec<_>>>().and_then(|dates| dates.into_iter().min());
        self.checked_on("checked_words_on", first)
    }

    /// An article in the list of a report.
    pub(super) fn article_card(&self, article: usize, report: usize) -> ArticleCard<'_> {
        let coverage = &self.model.evidence.coverage[article];
        let links = &self.model.graph.coverage[article];
        let anchor = self.anchors.to(coverage.page, self.model);
        let is_of_report = |record| self.model.evidence.record_report(record) == Some(report);
        let tellings = links.tellings.iter().enumerate();
        let differing = tellings
            .filter(|(_, telling)| !telling.faithful && telling.record.is_some_and(is_of_report))
            .map(|(telling, _)| self.telling(TellingRef { coverage: article, telling }));
        ArticleCard {
            title_html: Html::from(&*anchor.title),
            url: &anchor.url,
            kind: &coverage.kind,
            published: self.date(coverage.published),
            agreement: self.agreement(article, is_of_report),
            credits: if links.credits_differ { &coverage.credits } else { "" },
            differing: differing.collect(),
        }
    }

    /// How many of an article's tellings agree with their record, in a sentence; `is_of` says which count. Empty where
    /// none does.
    pub(super) fn agreement(&self, article: usize, is_of: impl Fn(RecordRef) -> bool) -> String {
        let tellings = &self.model.graph.coverage[article].tellings;
        let counted = tellings.iter().filter(|telling| telling.record.is_some_and(&is_of));
        let (faithful, told) = (counted.clone().filter(|telling| telling.faithful).count(), counted.count());
        if told == 0 {
            return String::new();
        }
        let blanks = [("faithful", &*faithful.to_string()), ("told", &*told.to_string())];
        self.words.fill("told_faithful", &blanks)
    }
}

/// How a version is meant, and what it is. Where the report has no figure (`said`), neither has the article.
fn told_as<'t>(telling: &'t Telling, said: &str) -> (&'static str, &'t str) {
    match (&telling.what, telling.told_as.as_str()) {
        (Told::Remark(remark), _) => ("words", remark),
        (Told::Quote(quote), "") => ("quote", quote),
        (Told::Statistic(_) | Told::Claim(_) | Told::Recommendation(_), "") => ("unchanged", ""),
        (_, told_as) => (if said.is_empty() { "words" } else { "figure" }, told_as),
    }
}

/// The word for what is told.
fn what(told: &Told) -> &'static str {
    match told {
        Told::Statistic(_) => "what_statistic",
        Told::Claim(_) => "what_claim",
        Told::Recommendation(_) => "what_recommendation",
        Told::Quote(_) => "what_quote",
        Told::Remark(_) => "what_remark",
    }
}
