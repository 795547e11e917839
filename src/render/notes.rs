//! All there is to say about a statistic, below its row: caveat, ends of a change, origin, relations to other
//! figures, how articles told it, and the findings that rest on it.

use super::Renderer;
use super::facts::Facts;
use super::prose::without_links;
use super::rows::shown_value;
use super::view::{Fact, FactPiece, FactValue, FormulaView, Html, NumberView, RelationView, StatisticRef};
use crate::evidence::formula::FormulaToken;
use crate::graph::RelationLink;
use crate::graph::index::{RecordRef, WantedRecords};
use std::borrow::Cow;

impl Renderer<'_> {
    /// What stands below the row of a statistic; nothing when there is nothing to say.
    pub(super) fn notes(&self, place: usize) -> Vec<Fact<'_>> {
        let statistic = &self.model.evidence.statistics[place];
        let links = self.model.graph.statistic(place);
        let page = self.model.evidence.owner_page(statistic.owner);
        let mut facts = Facts::new(self);
        facts.prose("stat_caveat", self.prose(page, &statistic.caveat));
        if let Some((from, to)) = links.change {
            facts.add("stat_change", FactValue::Sentence(self.change(page, from, to)));
        }
        let made_of = [
            ("stat_total", self.total(statistic)),
            ("stat_highest", self.extreme(statistic, &statistic.highest_of)),
            ("stat_lowest", self.extreme(statistic, &statistic.lowest_of)),
        ];
        for (key, pieces) in made_of.into_iter().filter(|(_, pieces)| !pieces.is_empty()) {
            facts.add(key, FactValue::Sentence(pieces));
        }
        if let Some(formula) = self.formula(place) {
            facts.add("formula", FactValue::Formula(formula));
        }
        facts.origin(links.origin);
        facts.address("stat_checked", page, self.checked_url(statistic));
        if let Some(other) = links.revised_by {
            facts.add("stat_revised_to", FactValue::Statistic(self.in_a_line(other)));
        }
        let relations = links.relations.iter();
        let relations: Vec<RelationView<'_>> =
            relations.map(|link| self.relation(*link, self.relation_label(link.kind).into())).collect();
        if !relations.is_empty() {
            facts.add("stat_relations", FactValue::Relations(relations));
        }
        facts.tellings(&statistic.via, links.tellings);
        facts.findings(links.findings);
        facts.known
    }

    /// A relation to another statistic.
    pub(super) fn relation<'r>(&'r self, link: RelationLink, label: Cow<'r, str>) -> RelationView<'r> {
        RelationView {
            kind: link.kind.key(),
            label,
            statistic: self.in_a_line(link.other),
            note_html: self.relation_note(link),
        }
    }

    /// Value, label, period, and where it stands.
    fn in_a_line(&self, place: usize) -> StatisticRef<'_> {
        let statistic = &self.model.evidence.statistics[place];
        StatisticRef {
            value: shown_value(statistic),
            url: self.statistic_url(place),
            label_html: Html(without_links(&statistic.label)),
            period: self.period(statistic),
            source: self.link(self.model.evidence.owner_page(statistic.owner)),
        }
    }

    /// From which value to which, each with its period.
    fn change(&self, page: usize, from: usize, to: usize) -> Vec<FactPiece<'_>> {
        self.words.pieces("stat_change_from_to", |blank| {
            let place = if blank == "from" { from } else { to };
            let period = self.period(&self.model.evidence.statistics[place]);
            vec![FactPiece::Number(NumberView { period, ..self.number_on(page, place) })]
        })
    }

    /// The value of a statistic as seen from a page.
    pub(super) fn number_on(&self, page: usize, place: usize) -> NumberView<'_> {
        NumberView {
            value: shown_value(&self.model.evidence.statistics[place]),
            url: self.statistic_url_on(page, place),
            label_html: Html::default(),
            period: String::new(),
        }
    }

    /// The formula of a derived number with each reference linked, and what it gives.
    pub(super) fn formula(&self, place: usize) -> Option<FormulaView<'_>> {
        let statistic = &self.model.evidence.statistics[place];
        let formula = statistic.formula.as_ref()?;
        let page = self.model.evidence.owner_page(statistic.owner);
        let mut pieces = Vec::new();
        let mut before = String::from("(");
        for token in formula.tokens() {
            let printed = token.to_string();
            if before != "(" && printed != ")" {
                pieces.push(FactPiece::Text(" ".into()));
            }
            pieces.push(self.token(page, token));
            before = printed;
        }
        Some(FormulaView { pieces, gives: self.computed(place) })
    }

    fn token<'t>(&'t self, page: usize, token: &'t FormulaToken) -> FactPiece<'t> {
        let FormulaToken::Reference(reference) = token else {
            return FactPiece::Text(token.to_string().into());
        };
        let own = &self.model.evidence.pages[page].id;
        match self.model.index.record(own, reference, WantedRecords::Statistic) {
            Ok(RecordRef::Statistic(other)) => FactPiece::Number(self.number_on(page, other)),
            Ok(RecordRef::Claim(_) | RecordRef::Recommendation(_)) | Err(_) => {
                FactPiece::Text(reference.as_str().into())
            }
        }
    }
}
