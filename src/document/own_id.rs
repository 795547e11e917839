//! The id that a document with broken front matter gives itself, so that what refers to it is not reported too.

use super::{front, yaml};
use crate::path::SourcePath;
use crate::schema::Value;

/// The value of `id:`, if it can still be found.
#[must_use]
pub fn own_id(path: &SourcePath, text: &str) -> Option<String> {
    let (yaml, _) = front::split(path, text).value.yaml?;
    let Ok(tree) = yaml::tree(yaml) else { return line_of_id(yaml) };
    let Value::Map { entries, .. } = tree.value else { return None };
    entries.into_iter().find(|(key, _)| key.text == "id").and_then(|(_, node)| match node.value {
        Value::Scalar { text, .. } => Some(text).filter(|text| !text.is_empty()),
        Value::List(_) | Value::Map { .. } => None,
    })
}

/// What stands after `id:` in a text that is no YAML.
fn line_of_id(yaml: &str) -> Option<String> {
    let value = yaml.lines().find_map(|line| line.strip_prefix("id:"))?;
    let value = value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']);
    Some(value.to_owned()).filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::own_id;
    use crate::path::SourcePath;

    #[test]
    fn an_id_is_found_in_what_is_broken() {
        for text in ["id: a", "colour: red\nid: 'a' # note", "kind: @x\nid: \"a\" # note"] {
            let text = format!("---\n{text}\n---\n");
            assert_eq!(own_id(&SourcePath::new("x.md"), &text).as_deref(), Some("a"), "{text}");
        }
        for text in ["", "title: a", "id:", "id: [a]"] {
            let text = format!("---\n{text}\n---\n");
            assert_eq!(own_id(&SourcePath::new("x.md"), &text), None, "{text}");
        }
    }
}
