//! The classic traps of YAML, each told in an author's words instead of a parser's.

use super::yaml::SyntaxError;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::span::Span;

/// A diagnostic for a text that is no YAML.
#[must_use]
pub(super) fn explain(path: &SourcePath, text: &str, offset: usize, error: &SyntaxError) -> Diagnostic {
    let (line_start, line) = lines_until(text, error.span.start)
        .into_iter()
        .rev()
        .take(3)
        .find(|(_, line)| trap(line).is_some())
        .unwrap_or_else(|| line_at(text, error.span.start));
    match trap(line) {
        Some((value_at, message, help)) => {
            let span = Span::new(line_start + value_at, line_start + line.trim_end().len()).shifted(offset);
            Diagnostic::new(&rules::INVALID_YAML, Place::span(path, span), message).help(help)
        }
        None => {
            let span = error.span.clamped(text).shifted(offset);
            let message = format!("the front matter is not YAML here: {}", error.message);
            Diagnostic::new(&rules::INVALID_YAML, Place::span(path, span), message)
                .help("look at this line and the one above: indentation, a missing `:`, a quotation mark that never closes")
        }
    }
}

/// The lines from the first one to the one that holds `byte`, each with its offset.
fn lines_until(text: &str, byte: usize) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        if start > byte {
            break;
        }
        lines.push((start, line.trim_end_matches(['\n', '\r'])));
        start += line.len();
    }
    lines
}

fn line_at(text: &str, byte: usize) -> (usize, &str) {
    lines_until(text, byte).pop().unwrap_or((0, ""))
}

/// What is treacherous in a line: where the value starts, what is wrong, what to do.
fn trap(line: &str) -> Option<(usize, String, String)> {
    let colon = line.find(": ")?;
    let value_at = colon + 1 + line[colon + 1..].len() - line[colon + 1..].trim_start().len();
    let value = line[value_at..].trim_end();
    let quoted = format!("put the whole value in quotation marks: `\"{}\"`", value.replace('"', "'"));
    let first = value.chars().next()?;
    let message = match first {
        '%' | '@' | '`' => format!("a value must not begin with `{first}` unless it is quoted"),
        '>' | '|' if !is_block_header(value) => {
            format!("`{first}` at the start of a value begins a block of text")
        }
        '"' | '\'' if closes_early(value, first) => {
            "the quotation marks end before the value does".to_owned()
        }
        '*' | '&' | '!' => format!("`{first}` at the start of a value has a meaning of its own in YAML"),
        _ if !matches!(first, '{' | '[' | '"' | '\'') && value.contains(": ") => {
            "a colon and a space inside a value look like a second field".to_owned()
        }
        _ => return None,
    };
    Some((value_at, message, quoted))
}

/// `>`, `|`, with the signs that YAML allows after them, and nothing more.
fn is_block_header(value: &str) -> bool {
    value[1..].trim().chars().all(|character| "+-123456789".contains(character))
        || value[1..].trim_start().starts_with('#')
}

fn closes_early(value: &str, quote: char) -> bool {
    let rest = &value[1..];
    rest.find(quote).is_some_and(|close| {
        let after = rest[close + 1..].trim_start();
        !after.is_empty() && !after.starts_with(['#', ',', '}', ']'])
    })
}

#[cfg(test)]
mod tests {
    use crate::document::{fields, kind::DocumentKind};
    use crate::path::SourcePath;

    fn messages(yaml: &str) -> Vec<String> {
        let read = fields::decode(&SourcePath::new("a.md"), DocumentKind::Page, yaml, 0);
        read.diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn each_trap_has_words_of_its_own() {
        for (yaml, part) in [
            ("title: %64 of areas\n", "begin with `%`"),
            ("title: \"No Good Options\": the report\n", "end before the value does"),
            ("title: a: b\n", "second field"),
            ("title: >90%\n", "block of text"),
            ("title: [c]\n", "a list stands here"),
        ] {
            let found = messages(yaml);
            assert!(found.iter().any(|message| message.contains(part)), "{yaml}: {found:?}");
        }
    }
}
