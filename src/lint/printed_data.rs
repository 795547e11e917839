//! Which of the data that authors put under `extra:` a reader sees: what a template of the site's own prints outside of tags and
//! of attributes that nobody reads. A name that is made of such data, by `set` or `for`, is followed.

use crate::diagnostic::FieldPath;
use crate::document::raw_html::figures;
use crate::document::template_tags::{TemplateTag, blanked, tags};
use crate::source::SourceTree;
use serde_json::Value;
use std::collections::BTreeSet;

/// The data that templates print, by its first keys.
#[derive(Debug, Default)]
pub(super) struct PrintedData {
    keys: BTreeSet<String>,
    /// Whether a template goes through all of it.
    is_whole: bool,
    /// Names of fields that are printed of anything.
    fields: BTreeSet<String>,
}

/// A tag that gives names to something.
struct Made<'t> {
    names: Vec<&'t str>,
    of: Vec<&'t str>,
}

impl PrintedData {
    /// What the templates of a site's own print.
    pub fn of(sources: &SourceTree) -> Self {
        let texts: Vec<String> = sources.own_templates().filter_map(|path| sources.text(path).ok()).collect();
        let mut data = Self::default();
        let (mut printed, mut made) = (BTreeSet::new(), Vec::new());
        for text in &texts {
            let seen = figures::seen(&blanked(text));
            for tag in tags(text) {
                if let Some(tag) = Made::of(tag) {
                    made.push(tag);
                } else if tag.prints && seen.iter().any(|range| range.contains(&tag.begin)) {
                    let words: Vec<&str> = tag.words().collect();
                    data.add(&words);
                    printed.extend(names(&words));
                }
            }
        }
        while let Some(at) = made.iter().position(|one| one.names.iter().any(|name| printed.contains(name))) {
            let Made { of, .. } = made.swap_remove(at);
            data.add(&of);
            printed.extend(names(&of));
        }
        data
    }

    /// Adds what an expression asks of the data.
    fn add(&mut self, words: &[&str]) {
        if words.windows(2).any(|two| two == ["|", "length"]) {
            return;
        }
        self.fields.extend(words.windows(2).filter(|two| two[0] == ".").map(|two| two[1].to_owned()));
        for (at, three) in words.windows(3).enumerate() {
            let is_asked =
                at > 0 && matches!(words[at - 1], "if" | "elif" | "not" | "and" | "in" | "=" | "<" | ">");
            if *three != ["page", ".", "extra"] || is_asked && words[0] != "set" {
                continue;
            }
            let rest = words[at + 3..].iter().filter(|word| **word != "?").copied().collect::<Vec<_>>();
            match rest[..] {
                ["." | "[", key, ..] => drop(self.keys.insert(key.trim_matches(['"', '\'', '`']).to_owned())),
                _ => self.is_whole = true,
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        self.is_whole || self.keys.contains(key)
    }
}

impl<'t> Made<'t> {
    fn of(tag: TemplateTag<'t>) -> Option<Self> {
        let words: Vec<&str> = tag.words().collect();
        let sign = match words.first()? {
            &"for" => "in",
            &"set" | &"set_global" => "=",
            _ => return None,
        };
        let place = words.iter().position(|word| *word == sign)?;
        Some(Self { names: words[1..place].to_vec(), of: words[place + 1..].to_vec() })
    }
}

/// The words of an expression that are no fields.
fn names<'w, 't>(words: &'w [&'t str]) -> impl Iterator<Item = &'t str> + 'w {
    let is_name = |at: &usize| *at == 0 || words[*at - 1] != ".";
    (0..words.len()).filter(is_name).map(|at| words[at])
}

/// The texts and numbers of an author's data that are printed, each behind its name, which says what a number may be: a version,
/// a volume.
pub(super) fn texts(extra: &Value, data: &PrintedData) -> Vec<(FieldPath, String)> {
    let mut texts = Vec::new();
    for (key, value) in extra.as_object().into_iter().flatten().filter(|(key, _)| data.has(key)) {
        gather(value, key, &FieldPath::key("extra").then(key), data, &mut texts);
    }
    texts
}

fn gather(
    value: &Value,
    name: &str,
    field: &FieldPath,
    data: &PrintedData,
    texts: &mut Vec<(FieldPath, String)>,
) {
    let name = name.replace(['_', '-'], " ");
    match value {
        Value::String(text) => texts.push((field.clone(), format!("{name} {text}"))),
        Value::Number(number) => texts.push((field.clone(), format!("{name} {number}"))),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                gather(item, &name, &field.at(at), data, texts);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries.iter().filter(|(key, _)| data.fields.contains(*key) || data.is_whole)
            {
                gather(entry, key, &field.then(key), data, texts);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}
