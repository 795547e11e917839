//! Diagnostics in one line each, as editors and `grep` like them.

use super::Located;
use std::fmt::Write as _;

/// `path:line:column: level[CODE] message`, one line for each diagnostic.
#[must_use]
pub fn short(located: &[Located]) -> String {
    let mut text = String::new();
    for one in located {
        let (place, diagnostic) = (&one.primary, &one.diagnostic);
        let (level, code) = (diagnostic.level.name(), diagnostic.rule.code);
        let message = diagnostic.message.replace(['\n', '\r'], " ");
        writeln!(
            text,
            "{}:{}:{}: {level}[{code}] {message}",
            place.file, place.start.line, place.start.column
        )
        .expect("writing to a string does not fail");
    }
    text
}
