//! A quotation mark that never closes: the parser notices it only where the next one stands.

use super::{FrontLine, Trap};
use crate::evidence::front::begins_field;

/// A value that is opened by a mark, is not closed in its line, and is followed by another field or by nothing.
pub(super) fn never_closed(text: &str, lines: &[FrontLine<'_>]) -> Option<Trap> {
    lines.iter().find_map(|line| {
        let open = opened(line.text)?;
        let end = line.start + line.text.len();
        let next = text[end..].lines().map(str::trim).find(|next| !next.is_empty());
        if next.is_some_and(|next| !begins_field(next)) {
            return None;
        }
        let mark = &line.text[open..=open];
        Some(Trap {
            range: line.start + open..end,
            message: format!("the quotation mark `{mark}` is opened here and never closed"),
            help: format!("put another `{mark}` where the value ends"),
        })
    })
}

/// Where a value of a line is opened by a mark that the line does not close.
fn opened(line: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(next) = line[at..].find(['"', '\'', '#']).map(|next| at + next) {
        let rest = &line[next..];
        let is_comment = rest.starts_with('#') && line[..next].ends_with(' ');
        if is_comment {
            return None;
        }
        let opens = !rest.starts_with('#') && is_beginning(&line[..next]);
        match if opens { closed(rest) } else { Some(1) } {
            Some(length) => at = next + length,
            None => return Some(next),
        }
    }
    None
}

/// Behind the mark that closes the one at the start of a text: `\"` and `''` do not.
fn closed(text: &str) -> Option<usize> {
    let (opening, inner) = text.split_at_checked(1)?;
    let mut marks = inner.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        let is_escaping = opening == "\"" && mark == '\\';
        let is_doubled = opening == "'" && mark == '\'' && inner[at + 1..].starts_with('\'');
        if is_escaping || is_doubled {
            marks.next();
        } else if opening.starts_with(mark) {
            return Some(at + 2);
        }
    }
    None
}

/// Whether a value begins behind this.
fn is_beginning(before: &str) -> bool {
    before.trim_end().is_empty()
        || before.trim_end().ends_with(['{', '[', ','])
        || before.ends_with([' ', '\t']) && before.trim_end().ends_with([':', '-'])
}
