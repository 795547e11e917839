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

/// HTML without references such as `&#1;` to what [`allowed`] takes out. One to U+FFFD stands in the place of each.
#[must_use]
pub fn without_forbidden_references(html: &str) -> Cow<'_, str> {
    if !html.contains("&#") {
        return Cow::Borrowed(html);
    }
    let mut parts = html.split("&#");
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let forbidden = reference(part).filter(|(letter, _)| matches!(allowed(letter), Cow::Owned(_)));
        match forbidden {
            Some((_, rest)) => clean.extend(["&#xfffd;", rest]),
            None => clean.extend(["&#", part]),
        }
    }
    Cow::Owned(clean)
}

/// The character that a reference stands for, and what is behind it. `text` begins behind `&#`.
fn reference(text: &str) -> Option<(String, &str)> {
    let (digits, radix) = text.strip_prefix(['x', 'X']).map_or((text, 10), |digits| (digits, 16));
    let end = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
    let letter = char::from_u32(u32::from_str_radix(&digits[..end], radix).ok()?)?;
    let rest = &digits[end..];
    Some((letter.to_string(), rest.strip_prefix(';').unwrap_or(rest)))
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

/// The text of inline HTML as a reader without marks takes it: the one way from HTML to a title, a description, a label or an
/// anchor. Entities are put back, words for images take their place, a line that breaks is a space, and what is struck
/// out or only refers to a note is left out. A raised or lowered number stays apart from the one before it: `10^2`.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let tag = &rest[open + 1..];
        let (tag, behind) = tag.split_once('>').unwrap_or((tag, ""));
        rest = at_tag(tag, behind, &mut text);
    }
    text.push_str(rest);
    if text.contains('&') {
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
    text
}

/// Appends what a reader takes of a tag, and gives the HTML behind what is left out with it.
fn at_tag<'h>(tag: &str, behind: &'h str, text: &mut String) -> &'h str {
    let name = &tag[..tag.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let is_raised = text.ends_with(|before: char| before.is_ascii_digit())
        && behind.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '-' | '−'));
    match name {
        "sup" if tag.contains("footnote-ref") => return past(behind, "</sup>"),
        "del" | "s" | "strike" => return past(behind, ["</", name, ">"].concat().as_str()),
        "sup" if is_raised => text.push('^'),
        "sub" if is_raised => text.push('_'),
        "br" => text.push(' '),
        "img" => {
            let alt = tag.split_once(" alt=\"").and_then(|(_, rest)| rest.split_once('"'));
            text.push_str(alt.map_or("", |(alt, _)| alt));
        }
        _ => {}
    }
    behind
}

fn past<'h>(html: &'h str, end: &str) -> &'h str {
    html.split_once(end).map_or("", |(_, behind)| behind)
}

#[cfg(test)]
mod tests {
    use super::{escape, is_special, plain_text, without_forbidden_references};

    #[test]
    fn no_figure_changes_on_the_way_to_plain_text() {
        for (html, text) in [
            ("398,100<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup> of", "398,100 of"),
            (
                "10<sup>2</sup>, 10<sup>−3</sup>, the 1<sup>st</sup>, CO<sub>2</sub>",
                "10^2, 10^−3, the 1st, CO2",
            ),
            ("<del>64%</del> 65%", " 65%"),
            ("64%<br>\n12", "64% \n12"),
            ("a <img src=\"i.png\" alt=\"12 &amp; 13\" loading=\"lazy\"> b", "a 12 & 13 b"),
            ("<strong>6</strong>4%", "64%"),
        ] {
            assert_eq!(plain_text(html), text, "{html}");
        }
    }

    #[test]
    fn exactly_the_special_characters_are_replaced_wherever_they_stand() {
        for byte in 0..=0x7f_u8 {
            for before in [0, 1, 5, 9, 20] {
                let text = format!("{}{}£", "a".repeat(before), char::from(byte));
                let is_forbidden = byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
                assert_eq!(escape(&text) != text, is_special(byte) || is_forbidden, "{byte} behind {before}");
            }
        }
        for (html, clean) in [
            ("a &#1; &#x1F;b &#xfffE", "a &#xfffd; &#xfffd;b &#xfffd;"),
            ("&#9; &#65; &#x; &# &#xd800; &#99999999999;", "&#9; &#65; &#x; &# &#xd800; &#99999999999;"),
        ] {
            assert_eq!(without_forbidden_references(html), clean);
        }
        assert_eq!(escape("<a title=\"x & y\">\0"), "&lt;a title=&quot;x &amp; y&quot;&gt;\u{fffd}");
        assert_eq!(escape("\u{fffe}é\u{fffd}\u{ffff}\u{feff}"), "\u{fffd}é\u{fffd}\u{fffd}\u{feff}");
    }
}
