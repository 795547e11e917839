//! Text made safe for HTML.

use crate::swar;
use std::borrow::Cow;

/// The text without what XML 1.0 forbids, and HTML with it: control characters but tab and the ends of lines, and the two that
/// are no characters. U+FFFD stands in the place of each.
#[must_use]
pub fn allowed(text: &str) -> Cow<'_, str> {
    let seems_odd = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || *byte == 0xef;
    // Without a way out of the middle, many bytes are looked at together.
    let is_odd = text.as_bytes().iter().fold(false, |found, byte| found | seems_odd(byte));
    let is_forbidden = |letter: char| {
        letter < ' ' && !matches!(letter, '\t' | '\n' | '\r') || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    match is_odd && text.contains(is_forbidden) {
        true => Cow::Owned(text.replace(is_forbidden, "\u{fffd}")),
        false => Cow::Borrowed(text),
    }
}

/// Whether a text stands in HTML as it is. Of a few it says no without need.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let is_safe = |byte: &u8| *byte >= b' ' && *byte != 0xef && !is_special(*byte);
    // Without a way out of the middle, many bytes are looked at together.
    text.as_bytes().iter().fold(true, |plain, byte| plain & is_safe(byte))
}

/// Appends `text` with the five characters that mean something in HTML replaced.
pub fn escape_into(text: &str, html: &mut String) {
    let text = &*allowed(text);
    // Most texts have none of them.
    if !swar::any(text.as_bytes(), special) {
        html.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_special) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Marks what [`is_special`]: `"` and `&` differ in one bit, and so do `<` and `>`.
fn special(bytes: u64) -> u64 {
    let one_of = |bit: u8, higher: u8| swar::equal(bytes | swar::eight(bit), higher);
    one_of(b'"' ^ b'&', b'&') | one_of(b'<' ^ b'>', b'>')
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"')
}

/// `text` with the characters that mean something in HTML replaced.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(text, &mut html);
    html
}

/// The text of inline HTML, tags left out and entities put back.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = rest[open..].find('>').map_or("", |close| &rest[open + close + 1..]);
    }
    text.push_str(rest);
    if text.contains('&') {
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{escape, is_special};

    #[test]
    fn exactly_the_special_characters_are_replaced_wherever_they_stand() {
        for byte in 0..=0x7f_u8 {
            for before in [0, 1, 5, 9, 20] {
                let text = format!("{}{}£", "a".repeat(before), char::from(byte));
                let is_forbidden = byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
                assert_eq!(escape(&text) != text, is_special(byte) || is_forbidden, "{byte} behind {before}");
            }
        }
        assert_eq!(escape("<a title=\"x & y\">\0"), "&lt;a title=&quot;x &amp; y&quot;&gt;\u{fffd}");
        assert_eq!(escape("\u{fffe}é\u{fffd}\u{ffff}\u{feff}"), "\u{fffd}é\u{fffd}\u{fffd}\u{feff}");
    }
}
