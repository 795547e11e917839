//! Traps in how lines stand below each other.

use super::{FrontLine, Trap};

/// What is wrong between the last line and those above it.
pub(super) fn trap(lines: &[FrontLine<'_>]) -> Option<Trap> {
    let lines: Vec<FrontLine<'_>> = lines.iter().copied().filter(|line| !is_empty(*line)).collect();
    let (last, above) = lines.split_last()?;
    mixed(*last, above).or_else(|| shifted(*last, above))
}

fn is_empty(line: FrontLine<'_>) -> bool {
    line.content().is_empty() || line.content().starts_with('#')
}

fn is_item(line: FrontLine<'_>) -> bool {
    line.content() == "-" || line.content().starts_with("- ")
}

fn trap_at(line: FrontLine<'_>, message: &str, help: &str) -> Trap {
    let start = line.start + line.indentation();
    Trap {
        range: start..line.start + line.text.trim_end().len(),
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

/// A `- ` beside fields, or a field beside lines with `- `.
fn mixed(last: FrontLine<'_>, above: &[FrontLine<'_>]) -> Option<Trap> {
    let beside = above.iter().rev().take_while(|line| line.indentation() >= last.indentation());
    let beside = beside.copied().find(|line| line.indentation() == last.indentation())?;
    match (is_item(beside), is_item(last)) {
        (false, true) => Some(trap_at(
            last,
            "`- ` begins an item of a list, and the lines beside it are fields with a name",
            "take the `- ` away and give the record a name, such as `name: {…}`, as the others have",
        )),
        (true, false) => Some(trap_at(
            beside,
            "`- ` begins an item of a list, and a field with a name stands beside it",
            "give each record a name in place of the `- `, such as `name: {…}`; or begin each with `- `",
        )),
        _ => None,
    }
}

/// A line that begins further left or right than those that it belongs to.
fn shifted(last: FrontLine<'_>, above: &[FrontLine<'_>]) -> Option<Trap> {
    let before = above.last()?;
    let (own, other) = (last.indentation(), before.indentation());
    let open = || above.iter().rev().any(|line| line.indentation() == own);
    let has_value = before.content().split_once(": ").is_some_and(|(_, value)| !value.trim().is_empty());
    let is_off = own < other && !open() || own > other && has_value;
    let message = format!("this line begins behind {own} blanks, and the one above it behind {other}");
    is_off.then(|| {
        trap_at(
            last,
            &message,
            "let fields of one record begin at the same place, and their own fields two blanks further right",
        )
    })
}
