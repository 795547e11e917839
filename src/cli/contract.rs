//! `explain templates`: every field that a template may name.

use super::terminal::{BOLD, PLAIN};
use crate::render::contract::{Contract, ContractField, ContractRecord, FieldHolds, PAGE, SITE};
use crate::render::offered::{FILTERS, FUNCTIONS, TESTS, arguments};
use crate::render::parts::received;
use crate::source::{SourceTree, is_template};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How wide a line becomes.
const WIDTH: usize = 100;

/// The whole contract as text: what each template sees, then what each value has.
pub fn text() -> String {
    let contract = Contract::read();
    let mut text = format!("{BOLD}What each template sees{PLAIN}\n\n");
    let bundled = SourceTree::in_memory([]);
    let templates = bundled.below("templates").filter(|path| is_template(path));
    let templates: Vec<&str> =
        templates.filter_map(|path| path.as_str().strip_prefix("templates/")).collect();
    for (template, seen) in templates.iter().filter_map(|name| Some((*name, contract.seen_by(name)?))) {
        let seen: Vec<String> = seen.into_iter().map(|(name, holds)| shown_variable(&name, &holds)).collect();
        let _ = writeln!(text, "  {template:<22}  {}", seen.join(", "));
    }
    let _ = writeln!(
        text,
        "\n{BOLD}What each part takes from the template that includes it, beside site and t{PLAIN}\n"
    );
    let received = received(&contract);
    for template in templates.into_iter().filter(|name| contract.seen_by(name).is_none()) {
        let names = received.get(template).into_iter().flatten();
        let taken: Vec<String> = names.map(|(name, holds)| shown_received(name, holds)).collect();
        let _ = writeln!(text, "  {template:<26}  {}", folded(&taken.join(", "), WIDTH - 30, 30));
    }
    text.push_str(
        "\n  `t` has the words of templates/words.en.toml by their keys. The part of a page's kind is there\n  \
         by its own name and in `page`: `report` is `page.report`. Inside a loop there is a `loop`.\n  \
         What has a `?` may be absent; HTML is printed as it is, and every other text is escaped.\n",
    );
    let offered = [("Filters", &FILTERS[..]), ("Tests", &TESTS), ("Functions", &FUNCTIONS)];
    for (what, names) in offered {
        let names: Vec<String> = names.iter().map(|name| shown_offered(name)).collect();
        let _ =
            writeln!(text, "\n{BOLD}{what}{PLAIN}: {}", folded(&names.join(", "), WIDTH - what.len() - 2, 2));
    }
    for name in [SITE, PAGE] {
        write_record(&mut text, name, &contract);
    }
    for (name, _) in contract.records().filter(|(name, _)| ![SITE, PAGE].contains(name)) {
        write_record(&mut text, name, &contract);
    }
    text
}

fn shown_variable(name: &str, holds: &FieldHolds) -> String {
    match holds {
        FieldHolds::Record(record) => format!("{name}: {record}"),
        FieldHolds::Text
        | FieldHolds::Html
        | FieldHolds::Number
        | FieldHolds::Flag
        | FieldHolds::List(_)
        | FieldHolds::Map(_)
        | FieldHolds::Anything => name.to_owned(),
    }
}

/// A filter, test or function, and the arguments that it takes.
fn shown_offered(name: &str) -> String {
    match arguments(name) {
        [] => name.to_owned(),
        taken => format!("{name}({}=…)", taken.join("=…, ")),
    }
}

/// A name that a part takes, and what it may hold.
fn shown_received(name: &str, holds: &BTreeSet<FieldHolds>) -> String {
    let shown: Vec<String> = holds.iter().map(shown).collect();
    format!("{name}: {}", shown.join(" or "))
}

fn write_record(text: &mut String, name: &str, contract: &Contract) {
    let Some(ContractRecord { doc, fields }) = contract.record(name) else { return };
    let _ = writeln!(text, "\n{BOLD}{name}{PLAIN}: {}", folded(doc, WIDTH - name.len() - 2, 2));
    let length = |(name, field): &(String, ContractField)| (name.len(), shown_type(field).len());
    let longest =
        fields.iter().map(length).fold((0, 0), |one, other| (one.0.max(other.0), one.1.max(other.1)));
    for (name, field) in fields {
        let begin = format!("  {name:<0$}  {1:<2$}  ", longest.0, shown_type(field), longest.1);
        let indent = begin.chars().count();
        let _ = writeln!(text, "{begin}{}", folded(&field.doc, WIDTH.saturating_sub(indent), indent));
    }
}

fn shown_type(field: &ContractField) -> String {
    let shown = shown(&field.holds);
    if field.may_be_absent { format!("{shown}?") } else { shown }
}

/// What a field holds, in a word or two. A question mark behind it says that it may be absent.
fn shown(holds: &FieldHolds) -> String {
    match holds {
        FieldHolds::Text => "text".to_owned(),
        FieldHolds::Html => "HTML".to_owned(),
        FieldHolds::Number => "number".to_owned(),
        FieldHolds::Flag => "true or false".to_owned(),
        FieldHolds::List(of) => format!("list of {}", shown(of)),
        FieldHolds::Map(of) => format!("{} by name", shown(of)),
        FieldHolds::Record(name) => name.clone(),
        FieldHolds::Anything => "anything".to_owned(),
    }
}

/// A sentence in lines, all but the first indented.
fn folded(sentence: &str, width: usize, indent: usize) -> String {
    let mut folded = String::new();
    let mut column = 0;
    for word in sentence.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width.max(20) {
            let _ = write!(folded, "\n{:indent$}", "");
            column = 0;
        }
        if column > 0 {
            folded.push(' ');
            column += 1;
        }
        folded.push_str(word);
        column += length;
    }
    folded
}
