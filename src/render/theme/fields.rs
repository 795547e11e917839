//! Fields that a template names and that do not exist. The engine tells of one that is printed; in a condition it would be
//! nothing, and its part of the page would never show.
//!
//! What a name means is followed through `for`, `set` and `include`. Where that is not certain, nothing is said.

use super::tags::{Tag, tags};
use crate::diagnostic::did_you_mean;
use crate::render::contract::{Contract, Holds};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Filters that give a list of what they were given a list of.
const KEEPING: [&str; 6] = ["sort", "filter", "reverse", "slice", "unique", "concat"];

/// Names, and what they hold.
type Scope = BTreeMap<String, Holds>;

/// A field that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UnknownField {
    /// The template that names it.
    pub template: String,
    /// Where.
    pub span: Span,
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// Every unknown field of templates that pages are made with.
pub(super) fn unknown(templates: &BTreeMap<&str, String>, contract: &Contract) -> BTreeSet<UnknownField> {
    let mut walk = Walk { templates, contract, seen: BTreeSet::new(), found: BTreeSet::new() };
    for name in templates.keys() {
        if let Some(seen) = contract.seen_by(name) {
            walk.template(name, &seen.into_iter().collect());
        }
    }
    walk.found
}

struct Walk<'t> {
    templates: &'t BTreeMap<&'t str, String>,
    contract: &'t Contract,
    /// Templates that were read, with what they saw.
    seen: BTreeSet<(&'t str, Scope)>,
    found: BTreeSet<UnknownField>,
}

impl Walk<'_> {
    fn template(&mut self, name: &str, scope: &Scope) {
        let Some((name, text)) = self.templates.get_key_value(name) else { return };
        if !self.seen.insert((name, scope.clone())) {
            return;
        }
        let mut scopes = vec![scope.clone()];
        for tag in tags(text) {
            let words: Vec<Word<'_>> = words(tag).collect();
            self.paths(name, &words, &scopes);
            self.open_or_close(&words, &mut scopes);
        }
    }

    /// Looks at every path of a tag: names, and what is asked of them.
    fn paths(&mut self, template: &str, words: &[Word<'_>], scopes: &[Scope]) {
        for at in 0..words.len() {
            if begins_path(words, at) {
                let Err(unknown) = self.follow(words, at, scopes) else { continue };
                self.found.insert(UnknownField { template: template.to_owned(), ..unknown });
            }
        }
    }

    /// What a path holds, and the word behind it.
    fn follow(
        &self,
        words: &[Word<'_>],
        at: usize,
        scopes: &[Scope],
    ) -> Result<(Holds, usize), UnknownField> {
        let known = scopes.iter().rev().find_map(|scope| scope.get(words[at].text));
        let mut holds = known.cloned().unwrap_or(Holds::Anything);
        let mut at = at + 1;
        loop {
            let text = |ahead: usize| words.get(at + ahead).map_or("", |word| word.text);
            match (text(0), text(1), text(2)) {
                ("?", ".", _) => at += 1,
                (".", name, _) if !name.is_empty() => {
                    holds = self.field(&holds, name, words[at + 1].span)?;
                    at += 2;
                }
                ("[", name, "]") if is_text(name) && matches!(holds, Holds::Record(_)) => {
                    holds = self.field(&holds, unquoted(name), words[at + 1].span)?;
                    at += 3;
                }
                ("[", ..) => {
                    let close = words[at..].iter().position(|word| word.text == "]");
                    let Some(close) = close else { return Ok((Holds::Anything, words.len())) };
                    let is_part = words[at..at + close].iter().any(|word| word.text == ":");
                    holds = match holds {
                        list @ Holds::List(_) if is_part => list,
                        Holds::List(of) | Holds::Map(of) => *of,
                        _ => Holds::Anything,
                    };
                    at += close + 1;
                }
                _ => return Ok((holds, at)),
            }
        }
    }

    fn field(&self, of: &Holds, name: &str, span: Span) -> Result<Holds, UnknownField> {
        let record = match of {
            Holds::Record(record) => record,
            Holds::Map(of) => return Ok((**of).clone()),
            Holds::List(of) if name.bytes().all(|byte| byte.is_ascii_digit()) => return Ok((**of).clone()),
            Holds::List(_) => return Ok(Holds::Anything),
            Holds::Text | Holds::Html | Holds::Number | Holds::Flag | Holds::Anything => {
                return Ok(Holds::Anything);
            }
        };
        let Some(known) = self.contract.record(record) else { return Ok(Holds::Anything) };
        known.field(name).map(|field| field.holds.clone()).ok_or_else(|| {
            let names = || known.fields.iter().map(|(name, _)| name.as_str());
            let help = did_you_mean(name, names()).unwrap_or_else(|| {
                format!(
                    "there are: {}; `cscare-site explain templates` says what each is",
                    names().collect::<Vec<_>>().join(", ")
                )
            });
            let what = record.strip_suffix("View").unwrap_or(record).to_lowercase();
            let message = format!("there is no field `{name}` in a {what}");
            UnknownField { template: String::new(), span, message, help }
        })
    }

    /// What a tag gives a name to, and where that ends.
    fn open_or_close(&mut self, words: &[Word<'_>], scopes: &mut Vec<Scope>) {
        let text = |at: usize| words.get(at).map_or("", |word| word.text);
        match text(0) {
            "for" => scopes.push(self.of_loop(words, scopes)),
            "component" => {
                scopes.push(words[1..].iter().map(|word| (word.text.to_owned(), Holds::Anything)).collect());
            }
            "endfor" | "endcomponent" if scopes.len() > 1 => drop(scopes.pop()),
            "set" | "set_global" => {
                let given = (text(2) == "=").then(|| self.given(words, 3, scopes));
                let scope = scopes.last_mut().expect("there is always a scope");
                scope.insert(text(1).to_owned(), given.unwrap_or(Holds::Anything));
            }
            "include" | "extends" => {
                let seen =
                    scopes.iter().flatten().map(|(name, holds)| (name.clone(), holds.clone())).collect();
                for name in words[1..].iter().filter(|word| is_text(word.text)) {
                    self.template(unquoted(name.text), &seen);
                }
            }
            _ => {}
        }
    }

    /// `for one in list`, `for key, value in map`.
    fn of_loop(&self, words: &[Word<'_>], scopes: &[Scope]) -> Scope {
        let Some(place) = words.iter().position(|word| word.text == "in") else { return Scope::new() };
        let holds = self.given(words, place + 1, scopes);
        let names: Vec<&str> =
            words[1..place].iter().map(|word| word.text).filter(|text| *text != ",").collect();
        match (names[..].len(), holds) {
            (1, Holds::List(of)) => [(names[0].to_owned(), *of)].into(),
            (2, Holds::Map(of)) => [(names[0].to_owned(), Holds::Text), (names[1].to_owned(), *of)].into(),
            _ => names.into_iter().map(|name| (name.to_owned(), Holds::Anything)).collect(),
        }
    }

    /// What an expression gives: a path alone, or a list behind filters that leave it one.
    fn given(&self, words: &[Word<'_>], at: usize, scopes: &[Scope]) -> Holds {
        if !begins_path(words, at) {
            return Holds::Anything;
        }
        let Ok((holds, mut at)) = self.follow(words, at, scopes) else { return Holds::Anything };
        while let Some(word) = words.get(at) {
            let is_kept =
                word.text == "|" && words.get(at + 1).is_some_and(|name| KEEPING.contains(&name.text));
            if !is_kept {
                return Holds::Anything;
            }
            at += 2;
            if words.get(at).is_some_and(|word| word.text == "(") {
                let close = words[at..].iter().position(|word| word.text == ")");
                at += close.map_or(words.len(), |close| close + 1);
            }
        }
        holds
    }
}

/// A word and where it stands in its template.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    span: Span,
}

fn words(tag: Tag<'_>) -> impl Iterator<Item = Word<'_>> {
    let mut words = tag.words();
    std::iter::from_fn(move || {
        let text = words.next()?;
        let end = tag.begin + words.at();
        Some(Word { text, span: Span::new(end - text.len(), end) })
    })
}

/// Whether a name stands there that is no field, filter, argument or function.
fn begins_path(words: &[Word<'_>], at: usize) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let before = if at == 0 { "" } else { text(at - 1) };
    let is_argument = text(at + 1) == "=" && text(at + 2) != "=" && before != "=";
    text(at).starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && !matches!(before, "." | "|" | "is")
        && !is_argument
        && text(at + 1) != "("
}

fn is_text(word: &str) -> bool {
    word.starts_with(['"', '\'', '`'])
}

fn unquoted(word: &str) -> &str {
    word.trim_matches(['"', '\'', '`'])
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, unknown};
    use crate::render::contract::Contract;
    use crate::source::{SourceTree, is_template};

    /// What is unknown when this is the template of reports, as `field` and the first words of the help.
    fn found(report: &str) -> Vec<String> {
        let templates = BTreeMap::from([
            ("report.html", report.to_owned()),
            ("parts/row.html", "{{ row.valeu }}".to_owned()),
        ]);
        let found = unknown(&templates, &Contract::read());
        found.into_iter().map(|one| format!("{}: {}", one.message, one.help)).collect()
    }

    #[test]
    fn fields_that_do_not_exist_are_found_wherever_they_are_named() {
        for (template, wanted) in [
            ("{% if page.titel %}", "there is no field `titel` in a page: did you mean `title`?"),
            ("{{ site['tilte'] }}", "there is no field `tilte` in a site: did you mean `title`?"),
            (
                "{% for s in report.statistics %}{% if s.valeu %}",
                "there is no field `valeu` in a statisticrow: did you mean `value`?",
            ),
            (
                "{% for s in report.statistics | sort(attribute=\"value\") | reverse %}{{ s.valeu }}",
                "did you mean `value`?",
            ),
            ("{% set all = report.statistics %}{% for s in all %}{{ s.valeu }}", "did you mean `value`?"),
            ("{% for row in report.statistics %}{% include 'parts/row.html' %}", "did you mean `value`?"),
            ("{{ report.statistics[0].valeu }}{# #}", "did you mean `value`?"),
            ("{{ page.report.publsher | upper }}", "did you mean `publisher`?"),
        ] {
            let found = found(template);
            assert!(matches!(&found[..], [one] if one.contains(wanted)), "{template}: {found:?}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_told() {
        for template in [
            "{{ page.extra.anything.at.all }}{{ t.anything }}{{ loop.index }}{{ nothing.at.all }}",
            "{% set s = report.statistics | first %}{{ s.anything }}",
            "{% component a(page: map) %}{{ page.anything }}{% endcomponent a %}",
            "{% for page in report.statistics %}{{ page.value }}{% endfor %}{{ page.title }}",
            "{{ report.statistics | length }}{{ 'page.titel' }}{% set page = 1 %}{{ page.titel }}",
        ] {
            assert_eq!(found(template), [""; 0], "{template}");
        }
    }

    #[test]
    fn the_contract_names_every_field_that_a_bundled_template_prints() {
        let sources = SourceTree::in_memory([]);
        let paths = sources.below("templates").filter(|path| is_template(path));
        let named = paths.map(|path| {
            (path.as_str().trim_start_matches("templates/"), sources.text(path).expect("it is bundled"))
        });
        let unknown = unknown(&named.collect(), &Contract::read());
        assert!(unknown.is_empty(), "{unknown:#?}");
    }

    #[test]
    fn every_field_of_the_contract_says_what_it_is() {
        let contract = Contract::read();
        for (name, record) in contract.records() {
            assert!(!record.doc.is_empty() && !record.fields.is_empty(), "{name}");
            for (field, declared) in &record.fields {
                assert!(!declared.doc.is_empty(), "{name}.{field}");
                assert_eq!(
                    field.ends_with("_html") || field == "body" || field == "html",
                    declared.holds == super::Holds::Html,
                    "{name}.{field}"
                );
            }
        }
        for template in ["report.html", "home.html", "page.html", "parts/header.html"] {
            assert!(contract.seen_by(template).is_some(), "{template}");
        }
        assert!(contract.seen_by("parts/card.html").is_none() && contract.seen_by("base.html").is_none());
    }
}
