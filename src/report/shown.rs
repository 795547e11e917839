//! Names and words as they may be shown on a line: what would begin another line, change a terminal or turn the order of
//! letters is written out.

use std::borrow::Cow;

/// The text with what cannot be seen written as in `\n` or `\u{202e}`.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let written = |letter: char| match is_unseen(letter) {
        true => letter.escape_default().to_string(),
        false => letter.to_string(),
    };
    Cow::Owned(text.chars().map(written).collect())
}

/// JSON in which the same stands as escapes, which every reader takes for what it was.
#[must_use]
pub fn shown_json(json: String) -> String {
    let is_odd = |letter: char| is_unseen(letter) && letter != '\n';
    if !json.contains(is_odd) {
        return json;
    }
    let written = |letter: char| match is_odd(letter) {
        true => format!("\\u{:04x}", u32::from(letter)),
        false => letter.to_string(),
    };
    json.chars().map(written).collect()
}

/// Control characters, ends of lines, and what sets the direction of writing.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{shown, shown_json};

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        assert_eq!(shown("content/é b.md"), "content/é b.md");
        assert_eq!(
            shown("a\n::error::x\r\u{1b}[31m\u{202e}\u{2028}"),
            "a\\n::error::x\\r\\u{1b}[31m\\u{202e}\\u{2028}"
        );
        assert_eq!(shown_json("\"a\u{202e}\u{7f}\"\n".to_owned()), "\"a\\u202e\\u007f\"\n");
    }
}
