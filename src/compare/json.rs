//! A comparison for programs.

use super::changes::Comparison;
use serde::Serialize;

#[derive(Serialize)]
struct JsonReport<'a> {
    old: &'a str,
    new: &'a str,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

/// A comparison as a JSON object: what was compared, then the records. A kind that is not known on one side is null.
#[must_use]
pub fn json(old: &str, new: &str, comparison: &Comparison) -> String {
    let document = JsonReport { old, new, comparison };
    let mut text = serde_json::to_string_pretty(&document).expect("JSON holds texts and lists");
    text.push('\n');
    text
}
