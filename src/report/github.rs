//! Diagnostics as annotations that GitHub Actions puts beside the changed lines.

use super::{Located, shown};
use crate::diagnostic::Level;
use std::fmt::Write as _;

/// One workflow command for each diagnostic.
#[must_use]
pub fn github(located: &[Located]) -> String {
    let mut text = String::new();
    for one in located {
        let diagnostic = &one.diagnostic;
        let command = match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note | Level::Off => "notice",
        };
        let mut message = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            message.push_str("\nhelp: ");
            message.push_str(help);
        }
        writeln!(
            text,
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(&shown(one.primary.file.as_str())),
            one.primary.start.line,
            one.primary.start.column,
            one.primary.end.line,
            one.primary.end.column,
            property(&format!("{} {}", diagnostic.rule.code, diagnostic.rule.name)),
            data(&message),
        )
        .expect("writing to a string does not fail");
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
