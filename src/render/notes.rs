//! All there is to say about a statistic, below its row: caveat, ends of a change, origin, relations to other
//! figures, how articles told it, and the findings that rest on it.

use super::Renderer;
use super::facts::framed;
use super::table::{shown_value, tagged, text};
use crate::document::escape::escape_into;
use crate::evidence::formula::Token;
use crate::evidence::record::OwnedStatistic;
use crate::graph::RelationLink;
use crate::graph::index::{RecordRef, Wanted};

impl Renderer<'_> {
    /// A second row across the table; nothing when there is nothing to say.
    pub(super) fn notes(&self, place: usize, columns: usize, html: &mut String) {
        let columns = columns.to_string();
        let open = ["<tr class=\"notes\"><td colspan=\"", &columns, "\"><dl class=\"facts inline\">"];
        framed(&open, "</dl></td></tr>", html, |html| self.facts(place, html));
    }

    fn facts(&self, place: usize, html: &mut String) {
        let statistic = &self.model.evidence.statistics[place];
        let links = self.model.graph.statistic(place);
        let page = self.model.evidence.owner_page(statistic.owner);
        self.fact("stat_caveat", &self.inline(page, &statistic.caveat), html);
        if let Some((from, to)) = links.change {
            self.fact_written("stat_change", html, |html| self.change(page, from, to, html));
        }
        self.fact("stat_total", &self.total(statistic), html);
        self.fact("stat_highest", &self.extreme(statistic, &statistic.highest_of), html);
        self.fact("stat_lowest", &self.extreme(statistic, &statistic.lowest_of), html);
        if statistic.formula.is_some() {
            let mut formula = self.formula(statistic);
            text(
                "span",
                "sub",
                &format!("{} {}", self.words.get("computed"), self.computed(place)),
                &mut formula,
            );
            self.fact("formula", &formula, html);
        }
        self.fact_origin(links.origin, html);
        let page = self.model.evidence.owner_page(statistic.owner);
        self.fact_address("stat_checked", page, self.checked_url(statistic), html);
        if let Some(other) = links.revised_by {
            self.fact_written("stat_revised_to", html, |html| self.in_a_line(other, html));
        }
        let labelled = |relation: &RelationLink| (*relation, self.relation_label(relation.kind));
        self.fact("stat_relations", &self.relations(links.relations.iter().map(labelled)), html);
        self.fact("stat_tellings", &self.tellings(links.tellings), html);
        self.fact_findings(links.findings, html);
    }

    /// Relations to other statistics, each with its label, as a list; nothing without any.
    pub(super) fn relations<L: AsRef<str>>(
        &self,
        relations: impl Iterator<Item = (RelationLink, L)>,
    ) -> String {
        let mut html = String::new();
        for (relation, label) in relations {
            html.push_str(if html.is_empty() { "<ul class=\"relations\">\n" } else { "" });
            self.relation_item(relation, label.as_ref(), &mut html);
        }
        html.push_str(if html.is_empty() { "" } else { "</ul>" });
        html
    }

    fn relation_item(&self, relation: RelationLink, label: &str, html: &mut String) {
        html.push_str("<li class=\"relation-");
        html.push_str(relation.kind.key());
        html.push_str("\">");
        text("span", "flag quiet", label, html);
        html.push(' ');
        self.in_a_line(relation.other, html);
        tagged("span", "sub", &self.relation_note(relation), html);
        html.push_str("</li>\n");
    }

    /// Value, label, period, and where it stands.
    fn in_a_line(&self, place: usize, html: &mut String) {
        let statistic = &self.model.evidence.statistics[place];
        html.push_str("<a class=\"num\" href=\"");
        self.push_statistic_url(place, html);
        html.push_str("\">");
        escape_into(shown_value(statistic), html);
        html.push_str("</a> ");
        self.push_label(statistic, html);
        html.push_str(" <cite>");
        html.push_str(self.anchor(self.model.evidence.owner_page(statistic.owner)));
        html.push_str("</cite>");
    }

    /// From which value to which, each with its period.
    fn change(&self, page: usize, from: usize, to: usize, html: &mut String) {
        self.words.write("stat_change_from_to", html, |blank, html| {
            let place = if blank == "from" { from } else { to };
            let statistic = &self.model.evidence.statistics[place];
            self.push_value_on(page, place, html);
            let period = self.period(statistic);
            if !period.is_empty() {
                html.push_str(" (");
                escape_into(&period, html);
                html.push(')');
            }
        });
    }

    /// The formula of a derived number with each reference linked.
    pub(super) fn formula(&self, statistic: &OwnedStatistic) -> String {
        let Some(formula) = &statistic.formula else { return String::new() };
        let page = self.model.evidence.owner_page(statistic.owner);
        let own = &self.model.evidence.pages[page].id;
        let mut html = String::new();
        for token in formula.tokens() {
            if !html.is_empty() {
                html.push(' ');
            }
            match token {
                Token::Reference(reference) => {
                    match self.model.index.record(own, reference, Wanted::Statistic) {
                        Ok(RecordRef::Statistic(other)) => {
                            html.push_str("<a href=\"");
                            self.push_statistic_url_on(page, other, &mut html);
                            html.push_str("\">");
                            escape_into(shown_value(&self.model.evidence.statistics[other]), &mut html);
                            html.push_str("</a>");
                        }
                        _ => escape_into(reference, &mut html),
                    }
                }
                Token::Number(_) | Token::Operator(_) => escape_into(&token.to_string(), &mut html),
            }
        }
        html.replace("( ", "(").replace(" )", ")")
    }
}
