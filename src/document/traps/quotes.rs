//! A quotation mark that never closes: the parser notices it only where the next one stands.

use super::{Line, Trap};
use crate::document::fields::begins_field;

/// A value that is opened by a mark, is not closed in its line, and is followed by another field or by nothing.
pub(super) fn never_closed(text: &str, lines: &[Line<'_>]) -> Option<Trap> {
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
    let mut before = None;
    let mut open: Option<(usize, char)> = None;
    let mut marks = line.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        match open {
            Some((_, '"')) if mark == '\\' => _ = marks.next(),
            Some((_, '\'')) if mark == '\'' && marks.peek().is_some_and(|(_, next)| *next == '\'') => {
                _ = marks.next()
            }
            Some((_, opening)) if mark == opening => open = None,
            Some(_) => {}
            None if mark == '#' && before == Some(' ') => break,
            None if matches!(mark, '"' | '\'') && is_beginning(&line[..at]) => open = Some((at, mark)),
            None => {}
        }
        before = Some(mark);
    }
    open.map(|(at, _)| at)
}

/// Whether a value begins behind this.
fn is_beginning(before: &str) -> bool {
    before.trim_end().is_empty()
        || before.trim_end().ends_with(['{', '[', ','])
        || before.ends_with([' ', '\t']) && before.trim_end().ends_with([':', '-'])
}
