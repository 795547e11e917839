//! Statistics as they are shown everywhere.

use crate::document::escape::escape_into;
use crate::evidence::describe;
use crate::evidence::formula::Token;
use crate::evidence::record::{Direction, Owner, RelationKind, Statistic};
use crate::graph::index::RecordRef;
use crate::graph::{Origin, RelationLink};
use crate::render::Renderer;
use crate::render::prose::without_links;
use crate::render::view::{
    ChangeView, Link, MarkerView, MeasureRef, RelationView, StatisticRef, StatisticView,
};

impl Renderer<'_> {
    /// The permalink of a statistic.
    pub(in crate::render) fn statistic_url(&self, statistic: usize) -> String {
        self.record_url(RecordRef::Statistic(statistic))
    }

    /// The permalink of a record.
    pub(super) fn record_url(&self, record: RecordRef) -> String {
        let evidence = self.model.evidence;
        let url = &self.model.plan.addresses[evidence.record_page(record)];
        self.urls.anchored(url, &evidence.record_anchor(record))
    }

    /// Everything about a statistic.
    pub(in crate::render) fn statistic(&self, place: usize) -> StatisticView {
        let evidence = self.model.evidence;
        let statistic = &evidence.statistics[place];
        let links = &self.model.graph.statistics[place];
        let page = evidence.owner_page(statistic.owner);
        let (publisher, published) = self.publisher(statistic.owner);
        StatisticView {
            id: statistic.id.clone(),
            reference: evidence.reference(statistic),
            anchor: evidence.record_anchor(RecordRef::Statistic(place)),
            url: self.statistic_url(place),
            label_html: without_links(&statistic.label),
            value: shown_value(statistic),
            role: role(statistic),
            direction: direction(statistic).to_owned(),
            period: self.period(statistic),
            relative_to: statistic.relative_to.clone(),
            population: statistic.population.clone(),
            of: self.denominator(place),
            n: statistic.n.clone(),
            category: statistic.category.clone(),
            across: statistic.across.clone(),
            geography: statistic.geography.clone(),
            at: statistic.at.clone(),
            checked_url: self.checked_url(statistic),
            caveat_html: self.inline(page, &statistic.caveat),
            marker: self.marker(statistic),
            measure: links.measure.map(|measure| self.measure_ref(measure)),
            source: self.link(page),
            publisher,
            published,
            origin: links.origin.map(|origin| self.origin(origin)),
            change: links.change.map(|(from, to)| ChangeView { from: self.statistic_ref(from), to: self.statistic_ref(to) }),
            formula_html: self.formula(page, statistic),
            computed: self.computed(place),
            relations: links.relations.iter().map(|relation| self.relation(*relation)).collect(),
            revised_by: links.revised_by.map(|other| self.statistic_ref(other)),
            tellings: links.tellings.iter().map(|telling| self.telling(*telling)).collect(),
            findings: self.finding_links(&links.findings),
        }
    }

    /// A statistic in short.
    pub(super) fn statistic_ref(&self, place: usize) -> StatisticRef {
        let statistic = &self.model.evidence.statistics[place];
        StatisticRef {
            label_html: without_links(&statistic.label),
            value: shown_value(statistic),
            period: self.period(statistic),
            url: self.statistic_url(place),
            source: self.link(self.model.evidence.owner_page(statistic.owner)),
        }
    }

    pub(super) fn period(&self, statistic: &Statistic) -> String {
        statistic.period.as_ref().map_or_else(String::new, |period| period.label(&self.period_words))
    }

    fn publisher(&self, owner: Owner) -> (String, String) {
        match owner {
            Owner::Report(report) => {
                let report = &self.model.evidence.reports[report];
                (report.publisher.clone(), self.date(report.published))
            }
            Owner::Finding(_) => (String::new(), String::new()),
        }
    }

    /// The denominator in words: the statistic's own, or the title of its measure's.
    fn denominator(&self, place: usize) -> String {
        let statistic = &self.model.evidence.statistics[place];
        if !statistic.of.is_empty() {
            return statistic.of.clone();
        }
        let measure = self.model.graph.statistics[place].measure;
        let of = measure.and_then(|measure| self.model.graph.measures[measure].of);
        of.map_or_else(String::new, |of| self.model.evidence.pages[self.model.evidence.measures[of].page].title.text())
    }

    /// Where the figure was checked, unless that is the report's own address.
    fn checked_url(&self, statistic: &Statistic) -> String {
        match statistic.owner {
            Owner::Report(report) if self.model.evidence.reports[report].url == statistic.url => String::new(),
            Owner::Report(_) | Owner::Finding(_) => statistic.url.clone(),
        }
    }

    fn marker(&self, statistic: &Statistic) -> Option<MarkerView> {
        let marker = statistic.marker?;
        let meaning = self.words.get(marker.meaning_key()).to_owned();
        Some(MarkerView { code: marker.printed().to_owned(), meaning })
    }

    fn measure_ref(&self, measure: usize) -> MeasureRef {
        let record = &self.model.evidence.measures[measure];
        let Link { title_html, url } = self.link(record.page);
        let kind = record.kind.key();
        MeasureRef { title_html, url, kind, kind_label: self.words.get(&format!("kind_{kind}")).to_owned() }
    }

    pub(super) fn origin(&self, origin: Origin) -> Link {
        match origin {
            Origin::Report(report) => self.report_link(report),
            Origin::Record(record) => {
                let page = self.model.evidence.record_page(record);
                Link { title_html: self.titles[page].clone(), url: self.record_url(record) }
            }
        }
    }

    pub(super) fn relation(&self, link: RelationLink) -> RelationView {
        let (declarer, at) = link.declared;
        let declared = &self.model.evidence.statistics[declarer];
        let page = self.model.evidence.owner_page(declared.owner);
        RelationView {
            relation: link.kind.key(),
            label: self.relation_label(link.kind).to_owned(),
            statistic: self.statistic_ref(link.other),
            note_html: self.inline(page, &declared.relations[at].note),
        }
    }

    pub(super) fn relation_label(&self, kind: RelationKind) -> &str {
        self.words.get(match kind {
            RelationKind::Updates => "relation_updates",
            RelationKind::UpdatedBy => "relation_updated_by",
            RelationKind::Corrects => "relation_corrects",
            RelationKind::CorrectedBy => "relation_corrected_by",
            RelationKind::SameAs => "relation_same_as",
            RelationKind::Differs => "relation_differs",
        })
    }

    /// The formula of a derived number with each reference linked.
    fn formula(&self, page: usize, statistic: &Statistic) -> String {
        let Some(formula) = &statistic.formula else { return String::new() };
        let own = &self.model.evidence.pages[page].id;
        let mut html = String::new();
        for token in formula.tokens() {
            if !html.is_empty() {
                html.push(' ');
            }
            match token {
                Token::Reference(reference) => match self.model.index.record(own, reference) {
                    Ok(RecordRef::Statistic(other)) => {
                        let other_url = self.statistic_url(other);
                        let value = shown_value(&self.model.evidence.statistics[other]);
                        html.push_str(&format!("<a href=\"{}\">{}</a>", Self::safe(&other_url), Self::safe(&value)));
                    }
                    _ => escape_into(reference, &mut html),
                },
                Token::Number(_) | Token::Operator(_) => escape_into(&token.to_string(), &mut html),
            }
        }
        html.replace("( ", "(").replace(" )", ")")
    }

    /// What the formula gives, as an interval in words.
    fn computed(&self, place: usize) -> String {
        let statistic = &self.model.evidence.statistics[place];
        let (Some(computed), Some(value)) = (self.model.graph.statistics[place].computed, &statistic.value) else {
            return String::new();
        };
        match describe::ends(&computed, value.unit) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => self.words.fill("between_and", &[("low", &low), ("high", &high)]),
            (low, high) => low.or(high).unwrap_or_default(),
        }
    }
}

/// The value as typed, without a marker behind it.
pub(super) fn shown_value(statistic: &Statistic) -> String {
    let printed = statistic.printed.trim();
    match printed.rfind('[') {
        Some(open) if open > 0 && printed.ends_with(']') => printed[..open].trim_end().to_owned(),
        _ => printed.to_owned(),
    }
}

fn role(statistic: &Statistic) -> &'static str {
    if statistic.formula.is_some() {
        "derived"
    } else if statistic.change.is_some() || statistic.direction.is_some() {
        "change"
    } else {
        "level"
    }
}

fn direction(statistic: &Statistic) -> &'static str {
    match statistic.direction {
        Some(Direction::Up) => "up",
        Some(Direction::Down) => "down",
        None => "",
    }
}
