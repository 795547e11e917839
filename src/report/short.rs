//! Diagnostics in one line each, as editors and `grep` like them.

use super::{Located, shown};
use std::fmt::Write as _;

/// `path:line:column: level[CODE] message`, one line for each diagnostic.
#[must_use]
pub fn short(located: &[Located]) -> String {
    let mut text = String::new();
    for one in located {
        let (place, diagnostic) = (&one.primary, &one.diagnostic);
        let (level, code) = (diagnostic.level.name(), diagnostic.rule.code);
        writeln!(
            text,
            "{}:{}:{}: {level}[{code}] {}",
            shown(place.file.as_str()),
            place.start.line,
            place.start.column,
            diagnostic.message
        )
        .expect("writing to a string does not fail");
    }
    text
}
