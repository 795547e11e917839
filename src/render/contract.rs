//! The contract between the program and its templates, read from the types in [`view`](super::view): every field that a
//! template may name, what it holds, and what it means. Nothing is listed by hand, so nothing can be left out.

use super::view::{KindView, LoopView, PageView, RedirectView, SiteView, TableView};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;
use std::collections::BTreeMap;

/// How the schema of safe HTML is told from that of a text.
pub(super) const HTML: &str = "html";

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldHolds {
    /// A text, which is escaped where it is printed.
    Text,
    /// HTML that is printed as it is.
    Html,
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// A list.
    List(Box<Self>),
    /// Values by name.
    Map(Box<Self>),
    /// A record of this name.
    Record(String),
    /// Whatever an author gave.
    Anything,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractField {
    /// What it holds.
    pub holds: FieldHolds,
    /// Whether it may be absent.
    pub may_be_absent: bool,
    /// What it means.
    pub doc: String,
}

/// A kind of record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContractRecord {
    /// What it is.
    pub doc: String,
    /// Its fields, by name, in the order in which they are declared.
    pub fields: Vec<(String, ContractField)>,
}

impl ContractRecord {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&ContractField> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, field)| field)
    }
}

/// Every record that a template may see.
#[derive(Debug)]
pub struct Contract {
    records: BTreeMap<String, ContractRecord>,
    /// The part of each kind of page, by the name that it has in templates.
    kinds: Vec<(String, ContractField)>,
}

/// The name of the record that `site` is.
pub const SITE: &str = "SiteView";
/// The name of the record that `loop` is.
pub(super) const LOOP: &str = "LoopView";
/// The name of the record that `page` is.
pub const PAGE: &str = "PageView";

impl Contract {
    /// Reads the contract.
    #[must_use]
    pub fn read() -> Self {
        let mut generator = SchemaGenerator::default();
        for add in [
            add::<SiteView>,
            add::<PageView<'_>>,
            add::<KindView<'_>>,
            add::<TableView<'_>>,
            add::<RedirectView>,
            add::<LoopView>,
        ] {
            add(&mut generator);
        }
        let records = generator.definitions().iter();
        let mut records: BTreeMap<String, ContractRecord> =
            records.map(|(name, schema)| (name.clone(), record(schema))).collect();
        let kinds = records.remove("KindView").unwrap_or_default().fields;
        // A page has the part of its kind, whatever kind that is.
        if let Some(page) = records.get_mut(PAGE) {
            page.fields.extend(kinds.iter().cloned());
        }
        Self { records, kinds }
    }

    /// A record by its name.
    #[must_use]
    pub fn record(&self, name: &str) -> Option<&ContractRecord> {
        self.records.get(name)
    }

    /// Every record, by name.
    pub fn records(&self) -> impl Iterator<Item = (&str, &ContractRecord)> {
        self.records.iter().map(|(name, record)| (name.as_str(), record))
    }

    /// What a template of this name sees: variables, and what each holds. `None` for a part, which sees what the template
    /// sees that includes it.
    #[must_use]
    pub fn seen_by(&self, template: &str) -> Option<Vec<(String, FieldHolds)>> {
        let record = |name: &str| FieldHolds::Record(name.to_owned());
        let words = FieldHolds::Map(Box::new(FieldHolds::Text));
        let mut seen = vec![("site".to_owned(), record(SITE)), ("t".to_owned(), words)];
        match template {
            "parts/head.html" | "parts/footer.html" => {}
            "parts/header.html" => seen.push(("section".to_owned(), FieldHolds::Text)),
            "parts/table.html" => seen.push(("table".to_owned(), record("TableView"))),
            "redirect.html" => seen.push(("page".to_owned(), record("RedirectView"))),
            _ => {
                let kind =
                    template.strip_suffix(".html").filter(|kind| !kind.contains('/') && *kind != "base")?;
                seen.push(("page".to_owned(), record(PAGE)));
                let part = self.kinds.iter().find(|(name, _)| name == kind);
                seen.extend(part.map(|(name, field)| (name.clone(), field.holds.clone())));
            }
        }
        Some(seen)
    }
}

fn add<T: JsonSchema>(generator: &mut SchemaGenerator) {
    let _ = generator.subschema_for::<T>();
}

/// The record that a schema describes. Of a value that is one of several, each is a field that may be absent.
fn record(schema: &Value) -> ContractRecord {
    let doc = doc(schema);
    let choices = ["oneOf", "anyOf"].into_iter().find_map(|key| schema[key].as_array());
    let choices = choices.into_iter().flatten().map(|choice| (choice, true));
    let mut fields = Vec::new();
    for (part, is_choice) in [(schema, false)].into_iter().chain(choices) {
        for (name, field) in part["properties"].as_object().into_iter().flatten() {
            let (holds, is_optional) = holds(field);
            // Where a value is one of several, what is said of it is said of the choice.
            let said = if is_choice && field["description"].is_null() { part } else { field };
            let may_be_absent = is_optional || is_choice;
            fields.push((name.clone(), ContractField { holds, may_be_absent, doc: self::doc(said) }));
        }
    }
    ContractRecord { doc, fields }
}

fn doc(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a schema says that a field holds, and whether it may be absent.
fn holds(schema: &Value) -> (FieldHolds, bool) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return (FieldHolds::Record(name.to_owned()), false);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let some = choices.iter().find(|choice| choice["type"] != "null");
        return (some.map_or(FieldHolds::Anything, |some| holds(some).0), true);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(only) => vec![only],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is_optional = types.contains(&"null");
    let holds = match types.into_iter().find(|kind| *kind != "null") {
        Some("string") if schema["format"] == HTML => FieldHolds::Html,
        Some("string") => FieldHolds::Text,
        Some("integer" | "number") => FieldHolds::Number,
        Some("boolean") => FieldHolds::Flag,
        Some("array") => FieldHolds::List(Box::new(holds(&schema["items"]).0)),
        Some("object") => FieldHolds::Map(Box::new(holds(&schema["additionalProperties"]).0)),
        _ => FieldHolds::Anything,
    };
    (holds, is_optional)
}
