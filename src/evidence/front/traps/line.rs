//! Traps in one line of front matter.

use super::{Trap, braces};
use crate::evidence::front::is_field;

/// What is treacherous in a line.
pub(super) fn trap(line: &str) -> Option<Trap> {
    if braces::is_record(line) {
        return braces::trap(line);
    }
    if let Some(trap) = without_blank(line) {
        return Some(trap);
    }
    let colon = line.find(": ")?;
    let value_at = colon + 1 + line[colon + 1..].len() - line[colon + 1..].trim_start().len();
    let value = line[value_at..].trim_end();
    let message = treacherous(value)?;
    Some(Trap { range: value_at..value_at + value.len(), message, help: quoted(value) })
}

fn quoted(value: &str) -> String {
    format!("put the whole value in quotation marks: {}", in_marks(value))
}

/// A value in quotation marks that it does not hold, as it is to be typed.
pub(super) fn in_marks(value: &str) -> String {
    let inner = value.trim_matches(['"', '\'']);
    if inner.contains('"') && !inner.contains('\'') {
        format!("`'{inner}'`")
    } else {
        format!("`\"{}\"`", inner.replace('"', "'"))
    }
}

/// `label:Beds`, and a colon of another script.
fn without_blank(line: &str) -> Option<Trap> {
    let start = line.len() - line.trim_start_matches([' ', '-']).len();
    let length = line[start..].find(|letter: char| !(letter.is_ascii_lowercase() || letter == '_'))?;
    let (name, rest) = line[start..].split_at(length);
    if !is_field(name) {
        return None;
    }
    let rest = rest.trim_start();
    let (message, colon) = match rest.chars().next()? {
        ':' if rest.len() > 1 && !rest[1..].starts_with([' ', '\t']) => {
            ("a blank is missing behind the colon", 1)
        }
        colon @ ('：' | '﹕' | '∶' | 'ː') => {
            ("this is no colon, though it looks like one", colon.len_utf8())
        }
        '=' => ("a field is written with a colon, not with `=`", 1),
        _ => return None,
    };
    let help = format!("write `{name}: {}`", rest[colon..].trim());
    Some(Trap { range: start..line.trim_end().len(), message: message.to_owned(), help })
}

/// What is treacherous in a value, wherever it stands.
pub(super) fn treacherous(value: &str) -> Option<String> {
    let first = value.chars().next()?;
    Some(match first {
        '%' | '@' | '`' => format!("a value must not begin with `{first}` unless it is quoted"),
        '>' | '|' if !is_block_header(value) => {
            format!("`{first}` at the start of a value begins a block of text")
        }
        '"' | '\'' if closes_early(value, first) => {
            "the quotation marks end before the value does".to_owned()
        }
        '[' | '{' if !braces::is_list(value) && value.contains([']', '}']) => {
            format!(
                "`{first}` at the start of a value begins a list or record, and the value goes on behind it"
            )
        }
        '-' if value.starts_with("- ") => "`- ` at the start of a value begins a list".to_owned(),
        '*' | '&' | '!' => format!("`{first}` at the start of a value has a meaning of its own in YAML"),
        _ if !matches!(first, '{' | '[' | '"' | '\'') && value.contains(": ") => {
            "a colon and a space inside a value look like a second field".to_owned()
        }
        _ => return None,
    })
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
