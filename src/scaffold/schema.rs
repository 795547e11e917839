//! Shapes of records → JSON Schema, for editors.
//!
//! Everything comes from the one declaration of a record. A schema sees
//! one file, and of that only its form: whether a reference leads anywhere or a number agrees is for `check` to say.

use crate::schema::{Field, RecordShape, Shape, Takes};
use serde_json::{Map, Value, json};

/// Draft 7 is the newest that every editor's YAML support knows.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// What ids are made of.
const ID: &str = "^[a-z0-9-]+$";

/// `2019`, `2019-01` or `2019-01-23`.
const DATE: &str = r"^\s*\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\s*$";

/// In what a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// `2019` is read as a number and `no` as a truth value; the program keeps what was typed.
    Yaml,
    /// A text stands in quotation marks.
    Toml,
}

/// The schema of one record, as a text that ends with a line break.
#[must_use]
pub fn json_schema(record: &RecordShape, notation: Notation) -> String {
    let mut schema = json!({ "$schema": DRAFT, "title": format!("A {} of cscare-site", record.noun) });
    if let (Value::Object(schema), Value::Object(object)) = (&mut schema, notation.object(record)) {
        schema.extend(object);
    }
    format!("{schema:#}\n")
}

impl Notation {
    fn object(self, record: &RecordShape) -> Value {
        let properties: Map<String, Value> =
            record.fields.iter().map(|field| (field.name.to_owned(), self.property(field))).collect();
        let required: Vec<&str> =
            record.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut object = json!({ "type": "object", "additionalProperties": false, "properties": properties });
        if !required.is_empty() {
            object["required"] = json!(required);
        }
        object
    }

    fn property(self, field: &Field) -> Value {
        let mut property = match field.shape {
            Shape::Any => json!({}),
            Shape::Text => self.text(field.takes),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Number => json!({ "type": "integer" }),
            Shape::Texts => json!({ "anyOf": [self.scalar(), { "type": "array", "items": self.scalar() }] }),
            Shape::TextMap => json!({ "type": "object", "additionalProperties": self.scalar() }),
            Shape::Record(inner) => self.object(inner),
            Shape::List(inner) => json!({ "type": "array", "items": self.object(inner) }),
            Shape::Entries(inner) => json!({
                "type": "object",
                "propertyNames": { "pattern": ID },
                "additionalProperties": self.object(inner),
            }),
        };
        if !field.required && self == Self::Yaml {
            property = or_nothing(property);
        }
        property["description"] = json!(field.doc.trim());
        property
    }

    fn scalar(self) -> Value {
        match self {
            Self::Yaml => json!({ "type": ["string", "number", "boolean"] }),
            Self::Toml => json!({ "type": "string" }),
        }
    }

    fn text(self, takes: Takes) -> Value {
        match takes {
            // Whether it is one is judged by more than its form.
            Takes::Free
            | Takes::Markdown
            | Takes::Quantity
            | Takes::Period
            | Takes::Formula
            | Takes::Markers => self.scalar(),
            Takes::Choice(words) => json!({ "enum": words() }),
            Takes::Id => json!({ "type": ["string", "number"], "pattern": ID }),
            Takes::Date => json!({ "type": ["string", "integer"], "pattern": DATE }),
        }
    }
}

/// A field that may be left out may also stand there without a value.
fn or_nothing(mut property: Value) -> Value {
    if let Some(words) = property.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
        return property;
    }
    match property.get_mut("type") {
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => *one = json!([one.clone(), "null"]),
        None => {
            if let Some(any) = property.get_mut("anyOf").and_then(Value::as_array_mut) {
                any.push(json!({ "type": "null" }));
            }
        }
    }
    property
}

#[cfg(test)]
mod tests {
    use super::{Notation, json_schema};
    use crate::evidence::record::{RawFinding, RawReport};
    use serde_json::Value;

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).expect("it is JSON")
    }

    #[test]
    fn a_schema_says_what_the_declaration_says() {
        let schema = parsed(&json_schema(&RawFinding::SHAPE, Notation::Yaml));
        assert_eq!(schema["required"], serde_json::json!(["title", "certainty", "because"]));
        assert_eq!(schema["additionalProperties"], false);
        let certainty = &schema["properties"]["certainty"];
        assert_eq!(certainty["enum"], serde_json::json!(["high", "moderate", "low", "very low"]));
        assert_eq!(schema["properties"]["lead"]["type"], serde_json::json!(["boolean", "null"]));
        assert!(schema["properties"]["because"]["description"].is_string());
    }

    #[test]
    fn records_in_records_are_described_to_their_ends() {
        let schema = parsed(&json_schema(&RawReport::SHAPE, Notation::Yaml));
        let statistic = &schema["properties"]["statistics"]["additionalProperties"];
        assert_eq!(statistic["properties"]["change"]["required"], serde_json::json!(["from", "to"]));
        assert_eq!(
            statistic["properties"]["direction"]["enum"],
            serde_json::json!(["up", "down", Value::Null])
        );
        let relation = &statistic["properties"]["relations"]["items"]["properties"];
        assert!(relation["same-as"].is_object(), "{relation}");
    }
}
