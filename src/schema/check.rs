//! Holds a tree of nodes against the shape that its record should have, and reports everything at once.

use super::members::Members;
use super::{Field, Key, Node, RecordShape, Shape, Value};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, nearest, rules};
use crate::path::SourcePath;
use crate::span::Span;

/// Every unknown, missing, mistyped or duplicate field of `node`, taken as one `record`.
#[must_use]
pub fn check(file: &SourcePath, node: &Node, record: &'static RecordShape) -> Vec<Diagnostic> {
    let mut checker = ShapeChecker { file, found: Vec::new() };
    checker.record(node, node.span, record);
    checker.found
}

fn names(record: &'static RecordShape) -> impl Iterator<Item = &'static str> {
    record.fields.iter().map(|field| field.name)
}

struct ShapeChecker<'a> {
    file: &'a SourcePath,
    found: Vec<Diagnostic>,
}

impl ShapeChecker<'_> {
    fn report(
        &mut self,
        rule: &'static crate::diagnostic::Rule,
        span: Span,
        message: String,
    ) -> &mut Diagnostic {
        let at = self.found.len();
        self.found.push(Diagnostic::new(rule, Place::span(self.file, span), message));
        &mut self.found[at]
    }

    /// `named` is where the record's name stands, for what is missing in it.
    fn record(&mut self, node: &Node, named: Span, record: &'static RecordShape) {
        let Value::Map { entries, flow } = &node.value else {
            self.mistyped(node, named, &format!("a {} is made of fields", record.noun));
            return;
        };
        self.duplicates(entries);
        for (at, (key, value)) in entries.iter().enumerate() {
            match record.field(&key.text) {
                Some(field) => self.field(field, key, value),
                None => self.unknown(at, *flow, entries, record),
            }
        }
        // A misspelt field is not missing as well.
        let meant: Vec<&str> = entries
            .iter()
            .filter(|(key, _)| record.field(&key.text).is_none())
            .filter_map(|(key, _)| nearest(&key.text, names(record)))
            .collect();
        for field in record.fields.iter().filter(|field| field.required && !meant.contains(&field.name)) {
            if !entries.iter().any(|(key, value)| key.text == field.name && !value.is_absent()) {
                self.missing(field, named, record);
            }
        }
    }

    fn duplicates(&mut self, entries: &Members) {
        for (key, _) in entries.iter() {
            if let Some((first, _)) = entries.find(&key.text).filter(|(first, _)| first.span != key.span) {
                let place = Place::span(self.file, first.span);
                let message = format!("`{}` stands twice", key.text);
                let diagnostic =
                    Diagnostic::new(&rules::DUPLICATE_KEY, Place::span(self.file, key.span), message)
                        .label("stands here again")
                        .also(place, "first stands here")
                        .help("keep one of the two, or give one another name");
                self.found.push(diagnostic);
            }
        }
    }

    fn unknown(&mut self, at: usize, flow: bool, entries: &Members, record: &'static RecordShape) {
        let (key, value) = &entries[at];
        let is_rest = key.text.contains(' ') || key.text.starts_with(|first: char| first.is_ascii_digit());
        if flow && value.is_absent() && is_rest {
            self.comma_in_braces(key, at.checked_sub(1).map(|before| &entries[before]));
            return;
        }
        // What stands there already would stand twice.
        let free = names(record).filter(|name| entries.find(name).is_none());
        let help = did_you_mean(&key.text, free).unwrap_or_else(|| {
            let own = record.field("extra").map_or("", |_| "; your own data goes under `extra:`");
            format!("a {} may have: {}{own}", record.noun, names(record).collect::<Vec<_>>().join(", "))
        });
        let message = format!("a {} has no field `{}`", record.noun, key.text);
        self.report(&rules::UNKNOWN_FIELD, key.span, message).help = Some(help);
    }

    /// `{value: 735,470}` is `value: 735` and a stray key `470`, and so is `{at: page 1, line 2}`.
    fn comma_in_braces(&mut self, key: &Key, before: Option<&(Key, Node)>) {
        let (field, text) = match before {
            Some((Key { text: field, .. }, Node { value: Value::Scalar { text, .. }, .. })) => {
                (field.as_str(), text.as_str())
            }
            _ => ("value", ""),
        };
        let message =
            format!("inside braces a comma ends the value: `{}` became a field of its own", key.text);
        let (what, space) =
            match key.text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains(' ') {
                true => ("number", ""),
                false => ("text", " "),
            };
        let help = format!("put the {what} in quotation marks: `{field}: \"{text},{space}{}\"`", key.text);
        self.report(&rules::UNKNOWN_FIELD, key.span, message).help = Some(help);
    }

    /// How a field is begun in this file: settings are TOML, all else is YAML.
    fn written(&self, name: &str) -> String {
        if self.file.extension() == "toml" { format!("{name} = …") } else { format!("{name}:") }
    }

    fn missing(&mut self, field: &Field, named: Span, record: &RecordShape) {
        let message = format!("this {} has no `{}`", record.noun, field.name);
        let doc = field.doc.trim().trim_end_matches('.');
        let help = format!("add `{}` ({doc})", self.written(field.name));
        self.report(&rules::MISSING_FIELD, named, message).help = Some(help);
    }

    fn mistyped(&mut self, node: &Node, named: Span, wanted: &str) {
        let span =
            if matches!(node.value, Value::Scalar { .. }) && !node.is_absent() { node.span } else { named };
        let message = format!("{} stands here, but {wanted}", node.noun());
        let help = match &node.value {
            Value::List(_) => {
                "put it in quotation marks if the brackets belong to the text, such as `\"[c]\"`"
            }
            Value::Map { .. } => "put it in quotation marks if the braces or the colon belong to the text",
            Value::Scalar { .. } => {
                "write it in that form; `cscare-site explain fields` says what each field may hold"
            }
        };
        self.report(&rules::MISTYPED_FIELD, span, message).help = Some(help.to_owned());
    }

    fn field(&mut self, field: &'static Field, key: &Key, node: &Node) {
        if node.is_absent() {
            return;
        }
        let is_text = matches!(node.value, Value::Scalar { .. });
        match field.shape {
            Shape::Any => {}
            Shape::Text if is_text => {}
            Shape::Text => self.mistyped(node, key.span, &format!("`{}` is a text", field.name)),
            Shape::Flag => self.flag(field, key, node),
            Shape::Number => self.number(field, key, node),
            Shape::Texts => self.texts(field, key, node),
            Shape::TextMap => self.text_map(field, key, node),
            Shape::Record(record) => self.record(node, key.span, record),
            Shape::Entries(record) => self.entries(field, key, node, record),
            Shape::List(record) => self.list(field, key, node, record),
        }
    }

    fn flag(&mut self, field: &Field, key: &Key, node: &Node) {
        match &node.value {
            Value::Scalar { text, .. } if matches!(text.as_str(), "true" | "false") => {}
            _ => self.mistyped(node, key.span, &format!("`{}` is either `true` or `false`", field.name)),
        }
    }

    fn number(&mut self, field: &Field, key: &Key, node: &Node) {
        match &node.value {
            Value::Scalar { text, quoted: false } if text.parse::<i64>().is_ok() => {}
            _ => self.mistyped(node, key.span, &format!("`{}` is a whole number", field.name)),
        }
    }

    fn texts(&mut self, field: &Field, key: &Key, node: &Node) {
        match &node.value {
            Value::Scalar { .. } => {}
            Value::List(items) => {
                for item in items.iter().filter(|item| !matches!(item.value, Value::Scalar { .. })) {
                    self.mistyped(item, item.span, &format!("`{}` is a list of texts", field.name));
                }
            }
            Value::Map { .. } => {
                self.mistyped(node, key.span, &format!("`{}` is a list of texts", field.name));
            }
        }
    }

    fn text_map(&mut self, field: &Field, key: &Key, node: &Node) {
        let Value::Map { entries, .. } = &node.value else {
            self.mistyped(node, key.span, &format!("`{}` is made of keys and texts", field.name));
            return;
        };
        self.duplicates(entries);
        for (inner, value) in entries.iter().filter(|(_, value)| !matches!(value.value, Value::Scalar { .. }))
        {
            self.mistyped(value, inner.span, &format!("`{}` is a text", inner.text));
        }
    }

    fn entries(&mut self, field: &Field, key: &Key, node: &Node, record: &'static RecordShape) {
        let Value::Map { entries, .. } = &node.value else {
            let wanted =
                format!("`{}` holds {}s by id (`some-id:` and its fields below it)", field.name, record.noun);
            self.mistyped(node, key.span, &wanted);
            return;
        };
        self.duplicates(entries);
        for (id, value) in entries.iter() {
            self.record(value, id.span, record);
        }
    }

    fn list(&mut self, field: &Field, key: &Key, node: &Node, record: &'static RecordShape) {
        let Value::List(items) = &node.value else {
            self.mistyped(node, key.span, &format!("`{}` is a list; begin each entry with `- `", field.name));
            return;
        };
        for item in items {
            let first_key = match &item.value {
                Value::Map { entries, .. } => entries.first().map(|(first, _)| first.span),
                _ => None,
            };
            self.record(item, first_key.unwrap_or(item.span), record);
        }
    }
}
