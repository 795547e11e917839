//! Fields that a template names and that do not exist. The engine tells of a missing
//! field that is printed; in a condition it would be nothing, and its part of the page would never show.
//!
//! What a name means is followed through `for`, `set` and `include`. Where that is not certain, nothing is said.

use super::comprehensions::{Comprehension, comprehension};
use super::elsewhere;
use super::tag_words::{NAMELESS, TagWord, begins_path, is_declared, is_keyword, is_text, unquoted, words};
use super::unknown::meant_or_some;
use super::values::filtered;
use crate::document::template_tags::tags;
use crate::render::contract::{Contract, FieldHolds, LOOP};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Filters that ask a field of each of a list.
const ASKING: [&str; 2] = ["sort", "group_by"];

/// Names, and what they hold.
pub(super) type Scope = BTreeMap<String, FieldHolds>;

/// A field that does not exist, or what is no text and yet printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FieldFault {
    /// The template that names it.
    pub template: String,
    /// Where.
    pub span: Span,
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// What may be absent: by template and where a path begins in it, the end of the part that need not be there.
pub(super) type Optional = BTreeMap<(String, usize), usize>;

/// By template, the names that it takes from the one that includes it, and what they hold.
pub type Received = BTreeMap<String, BTreeMap<String, BTreeSet<FieldHolds>>>;

/// What is wrong with the fields that templates name which pages are made with.
pub(super) fn faults(templates: &BTreeMap<&str, &str>, contract: &Contract) -> BTreeSet<FieldFault> {
    walked(templates, contract).found
}

/// Which of the paths that these templates name may be absent.
pub(super) fn optional(templates: &BTreeMap<&str, &str>, contract: &Contract) -> Optional {
    walked(templates, contract).optional
}

/// What each part is given by the templates that include it.
pub(super) fn received(templates: &BTreeMap<&str, &str>, contract: &Contract) -> Received {
    let mut received = walked(templates, contract).received;
    received.retain(|template, _| contract.seen_by(template).is_none());
    received
}

fn walked<'t>(templates: &'t BTreeMap<&'t str, &'t str>, contract: &'t Contract) -> FieldWalk<'t> {
    walked_so(templates, contract, false)
}

fn walked_so<'t>(
    templates: &'t BTreeMap<&'t str, &'t str>,
    contract: &'t Contract,
    is_strict: bool,
) -> FieldWalk<'t> {
    let (seen, found, optional, received) = Default::default();
    let mut walk = FieldWalk { templates, contract, seen, found, optional, received, is_strict };
    for name in templates.keys() {
        if let Some(seen) = contract.seen_by(name) {
            walk.template(name, &seen.into_iter().collect());
        }
    }
    walk
}

pub(super) struct FieldWalk<'t> {
    /// The text of each template.
    pub templates: &'t BTreeMap<&'t str, &'t str>,
    /// What they may name.
    pub contract: &'t Contract,
    /// Templates that were read, with what they saw.
    seen: BTreeSet<(&'t str, Scope)>,
    /// What is wrong.
    pub found: BTreeSet<FieldFault>,
    optional: Optional,
    received: Received,
    /// Whether a path that cannot be followed is at fault.
    is_strict: bool,
}

/// Where a path leads.
pub(super) struct Led {
    /// What it gives.
    pub holds: FieldHolds,
    /// The word behind it.
    pub next: usize,
    /// Where the first part of it ends that may be absent.
    absent: Option<usize>,
}

impl Led {
    fn somewhere(next: usize) -> Self {
        Self { holds: FieldHolds::Anything, next, absent: None }
    }
}

impl FieldWalk<'_> {
    fn template(&mut self, name: &str, scope: &Scope) {
        let Some((name, text)) = self.templates.get_key_value(name) else { return };
        if !self.seen.insert((name, scope.clone())) {
            return;
        }
        // What a template gives names to lies above what it was given.
        let mut scopes = vec![scope.clone(), Scope::new()];
        for tag in tags(text) {
            let words: Vec<TagWord<'_>> = words(tag).collect();
            self.paths(name, &words, &scopes, tag.prints);
            if tag.prints {
                self.printed(name, &words, &scopes);
            }
            self.open_or_close(name, &words, &mut scopes);
        }
    }

    /// Notes what a template takes from the one that includes it.
    fn receive(&mut self, template: &str, name: &str, scopes: &[Scope]) {
        let Some((given, own)) = scopes.split_first() else { return };
        if let (Some(holds), false) = (given.get(name), own.iter().any(|scope| scope.contains_key(name))) {
            let names = self.received.entry(template.to_owned()).or_default();
            names.entry(name.to_owned()).or_default().insert(holds.clone());
        }
    }

    /// Looks at every path of a tag: names, and what is asked of them.
    fn paths(&mut self, template: &str, words: &[TagWord<'_>], scopes: &[Scope], is_printed: bool) {
        let mut lists: Vec<(Comprehension, Scope)> = Vec::new();
        for at in 0..words.len() {
            let inner = lists.iter().filter(|(list, _)| list.names_are_known_at(at));
            let scopes: Vec<Scope> = scopes.iter().chain(inner.map(|(_, scope)| scope)).cloned().collect();
            lists.extend(comprehension(words, at).map(|list| {
                let scope = self.of_comprehension(words, &list, &scopes);
                (list, scope)
            }));
            let mut faults: Vec<FieldFault> = Vec::new();
            if begins_path(words, at) && !is_declared(words, at) {
                self.receive(template, words[at].text, &scopes);
                match self.follow(words, at, &scopes) {
                    Ok(Led { absent: Some(end), .. }) => {
                        self.optional.insert((template.to_owned(), words[at].span.start), end);
                    }
                    Ok(_) => {}
                    Err(fault) => faults.push(fault),
                }
            }
            faults.extend(self.follow_group(words, at, &scopes).and_then(Result::err));
            faults.extend(self.asked(words, at, &scopes));
            faults.extend(self.cut(words, at, &scopes, is_printed));
            self.found.extend(
                faults.into_iter().map(|fault| FieldFault { template: template.to_owned(), ..fault }),
            );
        }
    }

    /// A field that a filter behind a value asks of each of it, and that they do not have.
    fn asked(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> Option<FieldFault> {
        let (mut holds, mut at) = self.base(words, at, scopes)?;
        while let Some((filtered, next)) = filtered(&holds, words, at) {
            let text = |ahead: usize| words.get(at + ahead).map_or("", |word| word.text);
            let is_asked = ASKING.contains(&text(1)) && (text(3), text(4)) == ("attribute", "=");
            if let FieldHolds::List(of) = &holds
                && is_asked
                && is_text(text(5))
            {
                let mut of = (**of).clone();
                for name in unquoted(text(5)).split('.') {
                    match self.field(&of, name, words[at + 5].span) {
                        Ok((next, _)) => of = next,
                        Err(fault) => return Some(fault),
                    }
                }
            }
            (holds, at) = (filtered, next);
        }
        None
    }

    /// Where a path leads.
    pub fn follow(&self, words: &[TagWord<'_>], at: usize, scopes: &[Scope]) -> Result<Led, FieldFault> {
        let known = scopes.iter().rev().find_map(|scope| scope.get(words[at].text));
        if self.is_strict
            && known.is_none()
            && !NAMELESS.contains(&words[at].text)
            && !is_keyword(words[at].text)
        {
            return Err(not_known(words[at]));
        }
        // Often a loop puts something else in the place of the text or number that a name began with.
        let known = known.filter(|holds| {
            let is_asked = words.get(at + 1).is_some_and(|word| matches!(word.text, "." | "?"));
            !is_asked || !matches!(holds, FieldHolds::Text | FieldHolds::Number | FieldHolds::Flag)
        });
        let begin = Led { holds: known.cloned().unwrap_or(FieldHolds::Anything), ..Led::somewhere(at + 1) };
        self.follow_on(begin, words)
    }

    /// Where a path leads that begins with what stands in brackets: `(report.statistics | first)["value"]`.
    pub fn follow_group(
        &self,
        words: &[TagWord<'_>],
        at: usize,
        scopes: &[Scope],
    ) -> Option<Result<Led, FieldFault>> {
        let is_call =
            at > 0 && words[at - 1].text.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '_');
        let is_group = words[at].text == "(" && (!is_call || is_keyword(words[at - 1].text));
        let (holds, next) = is_group.then(|| self.kept(words, at + 1, scopes))?;
        let is_closed = words.get(next).is_some_and(|word| word.text == ")");
        is_closed.then(|| self.follow_on(Led { holds, ..Led::somewhere(next + 1) }, words))
    }

    /// Where a path leads from somewhere on.
    fn follow_on(&self, mut led: Led, words: &[TagWord<'_>]) -> Result<Led, FieldFault> {
        loop {
            let at = led.next;
            let text = |ahead: usize| words.get(at + ahead).map_or("", |word| word.text);
            match (text(0), text(1), text(2)) {
                ("?", ".", _) => led.next += 1,
                (".", name, _) if !name.is_empty() => self.step(&mut led, name, words[at + 1].span, 2)?,
                ("[", name, "]") if is_text(name) && matches!(led.holds, FieldHolds::Record(_)) => {
                    self.step(&mut led, unquoted(name), words[at + 1].span, 3)?;
                }
                ("[", ..) => {
                    let close = words[at..].iter().position(|word| word.text == "]");
                    let Some(close) = close else { return Ok(Led::somewhere(words.len())) };
                    let is_part = words[at..at + close].iter().any(|word| word.text == ":");
                    led.holds = match led.holds {
                        list @ FieldHolds::List(_) if is_part => list,
                        FieldHolds::List(of) | FieldHolds::Map(of) => *of,
                        FieldHolds::Text
                        | FieldHolds::Html
                        | FieldHolds::Number
                        | FieldHolds::Flag
                        | FieldHolds::Record(_)
                        | FieldHolds::Anything => FieldHolds::Anything,
                    };
                    led.next += close + 1;
                }
                _ => return Ok(led),
            }
        }
    }

    /// Goes on to a field, whose name and signs are so many words.
    fn step(&self, led: &mut Led, name: &str, span: Span, words: usize) -> Result<(), FieldFault> {
        let (holds, may_be_absent) = self.field(&led.holds, name, span)?;
        led.holds = holds;
        led.next += words;
        led.absent = led.absent.or(may_be_absent.then_some(span.end));
        Ok(())
    }

    /// What a field holds, and whether it may be absent.
    fn field(&self, of: &FieldHolds, name: &str, span: Span) -> Result<(FieldHolds, bool), FieldFault> {
        let record = match of {
            FieldHolds::Record(record) => record,
            FieldHolds::Map(of) => return Ok(((**of).clone(), false)),
            FieldHolds::List(of) if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Ok(((**of).clone(), false));
            }
            FieldHolds::Text => return Err(no_field(name, span, "a text")),
            FieldHolds::Html => return Err(no_field(name, span, "HTML")),
            FieldHolds::Number => return Err(no_field(name, span, "a number")),
            FieldHolds::Flag => return Err(no_field(name, span, "true or false")),
            FieldHolds::List(_) | FieldHolds::Anything => {
                let word = TagWord { text: name, span };
                return if self.is_strict { Err(not_known(word)) } else { Ok((FieldHolds::Anything, false)) };
            }
        };
        let Some(known) = self.contract.record(record) else { return Ok((FieldHolds::Anything, false)) };
        known.field(name).map(|field| (field.holds.clone(), field.may_be_absent)).ok_or_else(|| {
            let help = elsewhere::field(record, name).map(str::to_owned);
            let help = help
                .unwrap_or_else(|| meant_or_some(name, known.fields.iter().map(|(name, _)| name.as_str())));
            let message = format!("there is no field `{name}` in {}", with_article(&named(record)));
            FieldFault { template: String::new(), span, message, help }
        })
    }

    /// What a tag gives a name to, and where that ends.
    fn open_or_close(&mut self, template: &str, words: &[TagWord<'_>], scopes: &mut Vec<Scope>) {
        let text = |at: usize| words.get(at).map_or("", |word| word.text);
        match text(0) {
            "for" => scopes.push(self.of_loop(words, scopes)),
            "component" => {
                scopes.push(
                    words[1..].iter().map(|word| (word.text.to_owned(), FieldHolds::Anything)).collect(),
                );
            }
            "endfor" | "endcomponent" if scopes.len() > 2 => drop(scopes.pop()),
            "set" | "set_global" => {
                let given = (text(2) == "=").then(|| self.given(words, 3, scopes));
                let scope = scopes.last_mut().expect("there is always a scope");
                scope.insert(text(1).to_owned(), given.unwrap_or(FieldHolds::Anything));
            }
            "include" | "extends" => {
                let seen =
                    scopes.iter().flatten().map(|(name, holds)| (name.clone(), holds.clone())).collect();
                for name in words[1..].iter().filter(|word| is_text(word.text)) {
                    self.template(unquoted(name.text), &seen);
                    let received = self.received.get(unquoted(name.text)).into_iter();
                    let names: Vec<String> = received.flat_map(BTreeMap::keys).cloned().collect();
                    for name in &names {
                        self.receive(template, name, scopes);
                    }
                }
            }
            _ => {}
        }
    }

    /// `for one in list`, `for key, value in map`.
    fn of_loop(&self, words: &[TagWord<'_>], scopes: &[Scope]) -> Scope {
        let Some(place) = words.iter().position(|word| word.text == "in") else { return Scope::new() };
        let names = words[1..place].iter().map(|word| word.text).filter(|text| *text != ",").collect();
        let mut scope = of_each(names, self.given(words, place + 1, scopes));
        scope.insert("loop".to_owned(), FieldHolds::Record(LOOP.to_owned()));
        scope
    }

    /// What the names of a comprehension hold.
    pub fn of_comprehension(&self, words: &[TagWord<'_>], list: &Comprehension, scopes: &[Scope]) -> Scope {
        let names = words[list.names.clone()].iter().map(|word| word.text).filter(|text| *text != ",");
        of_each(names.collect(), self.given(&words[..list.target.end], list.target.start, scopes))
    }
}

/// What the names hold that stand for each of a list, or for each entry of a map.
fn of_each(names: Vec<&str>, holds: FieldHolds) -> Scope {
    match (names[..].len(), holds) {
        (1, FieldHolds::List(of) | FieldHolds::Map(of)) => [(names[0].to_owned(), *of)].into(),
        (2, FieldHolds::Map(of)) => {
            [(names[0].to_owned(), FieldHolds::Text), (names[1].to_owned(), *of)].into()
        }
        _ => names.into_iter().map(|name| (name.to_owned(), FieldHolds::Anything)).collect(),
    }
}

/// What is said of a field that is asked of what is no record.
fn no_field(name: &str, span: Span, what: &str) -> FieldFault {
    let message = format!("there is no field `{name}` here, since what stands before it is {what}");
    let help = format!("print it as it is, without `.{name}`");
    FieldFault { template: String::new(), span, message, help }
}

fn not_known(word: TagWord<'_>) -> FieldFault {
    let message = format!("nobody knows what `{}` is", word.text);
    FieldFault { template: String::new(), span: word.span, message, help: String::new() }
}

/// `a page`, `an article card`.
fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// What a kind of record is called: `StatisticRow` is a statistic row.
pub(super) fn named(record: &str) -> String {
    let mut name = String::new();
    for letter in record.strip_suffix("View").unwrap_or(record).chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, BTreeSet, faults, walked_so};
    use crate::render::contract::Contract;
    use crate::source::{SourceTree, is_template};

    /// What is unknown when this is the template of reports, as `field` and the first words of the help.
    fn found(report: &str) -> Vec<String> {
        let templates = BTreeMap::from([("report.html", report), ("parts/row.html", "{{ row.valeu }}")]);
        let found = faults(&templates, &Contract::read());
        found.into_iter().map(|one| format!("{}: {}", one.message, one.help)).collect()
    }

    #[test]
    fn fields_that_do_not_exist_are_found_wherever_they_are_named() {
        for (template, wanted) in [
            ("{% if page.titel %}", "there is no field `titel` in a page: did you mean `title`?"),
            ("{{ site['tilte'] }}", "there is no field `tilte` in a site: did you mean `title`?"),
            (
                "{% for s in report.statistics %}{% if s.valeu %}",
                "there is no field `valeu` in a statistic row: did you mean `value`?",
            ),
            (
                "{% for s in report.statistics | sort(attribute=\"value\") | reverse %}{{ s.valeu }}",
                "did you mean `value`?",
            ),
            ("{% set all = report.statistics %}{% for s in all %}{{ s.valeu }}", "did you mean `value`?"),
            ("{% for row in report.statistics %}{% include 'parts/row.html' %}", "did you mean `value`?"),
            ("{{ report.statistics[0].valeu }}{# #}", "did you mean `value`?"),
            ("{% set s = report.statistics | first %}{{ s.valeu }}", "did you mean `value`?"),
            ("{% if (report.statistics | first)[\"valeu\"] %}", "did you mean `value`?"),
            (
                "{{ ((report.statistics | sort(attribute=\"value\")) | last)[\"measure\"][\"titel_html\"] }}",
                "did you mean `title_html`?",
            ),
            (
                "{% for s in [report.statistics[0], report.statistics[1]] %}{{ s.valeu }}",
                "did you mean `value`?",
            ),
            (
                "{% set rows = [report.statistics | first] %}{% for r in rows %}{{ r.valeu }}",
                "did you mean `value`?",
            ),
            (
                "{% for group in [report.statistics] %}{% for s in group %}{{ s.valeu }}",
                "did you mean `value`?",
            ),
            ("{% for s in (report.statistics | reverse) %}{{ s.valeu }}", "did you mean `value`?"),
            ("{{ page.report.publsher | upper }}", "did you mean `publisher`?"),
            (
                "{{ [s for s in report.statistics if s.directon == \"down\"] | length }}",
                "there is no field `directon` in a statistic row: did you mean `direction`?",
            ),
            ("{{ [s.valeu for s in report.statistics] | join(sep=\", \") }}", "did you mean `value`?"),
            (
                "{% for r in [{\"v\": s.valeu} for s in report.statistics] %}{{ r.v }}",
                "did you mean `value`?",
            ),
            (
                "{% set rows = [r for r in report.statistics if r.mesure] %}{% for r in rows %}{{ r.value }}",
                "did you mean `measure`?",
            ),
            ("{% for s in [r for r in report.statistics] %}{% if s.valeu %}", "did you mean `value`?"),
            (
                "{% for m in [r.measure for r in report.statistics] %}{{ m.titel_html }}",
                "did you mean `title_html`?",
            ),
            (
                "{{ [[x.valeu for y in page.tags if y] for x in report.statistics] | length }}",
                "did you mean `value`?",
            ),
            (
                "{% for k, v in report.statistics | group_by(attribute=\"period\") %}{% for s in v %}{{ s.valeu }}",
                "did you mean `value`?",
            ),
            ("{% for s in report.statistics | sort(attribute=\"amout\") %}", "did you mean `amount`?"),
            (
                "{% for s in report.statistics | group_by(attribute=\"measure.knd\") %}",
                "did you mean `kind`?",
            ),
            (
                "{{ [s for s in report.statistics] | sort(attribute=\"amout\") | length }}",
                "did you mean `amount`?",
            ),
        ] {
            let found = found(template);
            assert!(matches!(&found[..], [one] if one.contains(wanted)), "{template}: {found:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_printed_as_a_whole() {
        for (template, wanted) in [
            ("{{ report }}", "`report` is a whole report, and only texts and numbers can be printed"),
            ("{{ report }}", "there are `kind`, "),
            ("{% for s in report.statistics %}{{ s }}", "such as `{{ s.value }}`"),
            ("{{- report.statistics[0] -}}", "a whole statistic row"),
            ("{{ report.statistics | sort(attribute=\"amount\") | first }}", "a whole statistic row"),
            ("{{ page.updated or page.title }}", "a whole date"),
            ("{{ 'a' ~ page.tags }}", "`{% for one in page.tags %}"),
            ("{{ page.title if page.draft else page.tags }}", "a whole list"),
            ("{{ site.authors }}", "`{{ site.authors | join(sep=\", \") }}`"),
            ("{{ t }}", "`{{ t[\"name\"] }}`"),
            ("{{ report.statistics | first }}", "`{{ (report.statistics | first)[\"value\"] }}`"),
            ("{{ (report.statistics | first) }}", "`{{ (report.statistics | first)[\"value\"] }}`"),
            ("{{ report.statistics | join(sep=\", \") }}", "`{% for one in report.statistics %}"),
            ("{{ report | str }}", "a whole report"),
            ("{{ [report, report] }}", "a whole list"),
            ("{% for s in [report.statistics[0]] %}{{ s }}", "a whole statistic row"),
            (
                "{{ [s for s in report.statistics] | join }}",
                "`{% for one in [s for s in report.statistics] %}",
            ),
            (
                "{{ [s for s in report.statistics][0].value ~ page.tags | str }}",
                "`page.tags` is a whole list",
            ),
            (
                "{% for k in report.statistics | group_by(attribute=\"period\") %}{{ k }}",
                "`{% for one in k %}",
            ),
            (
                "{% set s = report.statistics | group_by(attribute=\"period\") %}{{ s.anything }}",
                "a whole list",
            ),
        ] {
            let found = found(template);
            assert!(matches!(&found[..], [one] if one.contains(wanted)), "{template}: {found:?}");
        }
        for template in [
            "{{ 'x' if page.tags else 'y' }}{{ page.tags | length }}{{ page.extra }}{{ t.home }}",
            "{% if page.updated %}{% set d = page.updated %}{{ d.text }}{% endif %}{{ 1 if page.tags and report }}",
            "{{ (report.statistics | first)[\"value\"] | upper }}{{ (page.title or page.tags) }}{{ (1 + 2) * 3 }}",
            "{{ report.statistics[0].value }}{{ site.authors | first }}{{ (page.tags | first)[\"title_html\"] }}",
            "{{ [s.value for s in report.statistics if page.tags or s.period] | join(sep=\", \") }}",
            "{{ 'x' if page.title or page.tags else 'y' }}{{ page.title | str }}{{ site.authors | join }}",
            "{{ [s for s in report.statistics if s.measure.kind] | length }}{% for k, v in page.extra %}{{ v }}",
        ] {
            assert_eq!(found(template), [""; 0], "{template}");
        }
    }

    #[test]
    fn a_text_has_no_fields() {
        for template in
            ["{{ page.title.text }}", "{% if page.draft.is %}", "{% set s = page.title %}{{ page.title.x }}"]
        {
            let found = found(template);
            let is_told = matches!(&found[..], [one] if one.contains("since what stands before it is"));
            assert!(is_told, "{template}: {found:?}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_told() {
        for template in [
            "{{ page.extra.anything.at.all }}{{ t.anything }}{{ loop.index }}{{ nothing.at.all }}",
            "{% set s = report.statistics | group_by(attribute=\"period\") %}{{ s.anything | length }}",
            "{{ [s for s in page.extra.list if s.anything] | length }}{% for s in [1, 2] %}{{ s.x }}{% endfor %}",
            "{% for s in [report.statistics[0], page] %}{{ s.anything }}{% endfor %}{% for s in [...report.statistics] %}{{ s.x }}",
            "{% for x in [\"a\", 1, {\"b\": 1.5}] %}{{ x }}{% endfor %}{% set n = 1.5 %}{{ n }}{{ {\"a\": page.title}[\"a\"] }}",
            "{% component a(page: map) %}{{ page.anything }}{% endcomponent a %}",
            "{% for page in report.statistics %}{{ page.value }}{% endfor %}{{ page.title }}",
            "{% set s = '' %}{% for r in report.statistics %}{% set_global s = r %}{% endfor %}{{ s.value }}",
            "{{ report.statistics | length }}{{ 'page.titel' }}{% set page = 1 %}{{ page.titel }}",
        ] {
            assert_eq!(found(template), [""; 0], "{template}");
        }
    }

    #[test]
    fn the_contract_names_all_that_bundled_templates_name() {
        let sources = SourceTree::in_memory([]);
        let paths = sources.below("templates").filter(|path| is_template(path));
        let named: BTreeMap<&str, String> = paths
            .map(|path| {
                (path.as_str().trim_start_matches("templates/"), sources.text(path).expect("it is bundled"))
            })
            .collect();
        let named = named.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let contract = Contract::read();
        let walk = walked_so(&named, &contract, true);
        assert!(walk.found.is_empty(), "{:#?}", walk.found);
        // Every template was followed, none is left out because nothing includes it.
        let followed: BTreeSet<&str> = walk.seen.iter().map(|(name, _)| *name).collect();
        assert_eq!(followed, named.keys().copied().collect());
        let unknown = named.iter().map(|(name, text)| (*name, text.replace("row.value", "rwo.value")));
        let unknown: BTreeMap<&str, String> = unknown.collect();
        let unknown = unknown.iter().map(|(name, text)| (*name, text.as_str())).collect();
        assert!(!walked_so(&unknown, &contract, true).found.is_empty(), "it can fail");
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
                    declared.holds == super::FieldHolds::Html,
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
