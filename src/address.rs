//! Addresses as people type them and as browsers read them: the scheme, the path, and what stands behind it.
//!
//! Nothing here knows whether an address leads anywhere.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// Schemes that every site may link to.
pub const USUAL_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What a path is encoded by: all but what needs no encoding in any attribute, stylesheet or feed.
const IN_PATHS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What is encoded of an anchor or a query as typed: what would end the address where it is printed.
const BEHIND_PATHS: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'(')
    .add(b')')
    .add(b'\\');

/// A path as it stands in an address.
pub fn encoded(path: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(path, IN_PATHS)
}

/// An anchor or a query as it stands in an address.
pub fn encoded_rest(rest: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(rest, BEHIND_PATHS)
}

/// A part of an address, decoded; as it is where that is no text.
#[must_use]
pub fn decoded(typed: &str) -> Cow<'_, str> {
    if typed.as_bytes().contains(&b'%') {
        percent_decode_str(typed).decode_utf8_lossy()
    } else {
        Cow::Borrowed(typed)
    }
}

/// The path, decoded, and the query and the anchor behind it, as typed.
#[must_use]
pub fn parts(typed: &str) -> (Cow<'_, str>, &str) {
    let end = typed.find(['?', '#']).unwrap_or(typed.len());
    (decoded(&typed[..end]), &typed[end..])
}

/// An address as a browser takes it: without the space before it, and without the line ends and tabs in it.
#[must_use]
pub fn as_followed(typed: &str) -> Cow<'_, str> {
    let typed = typed.trim_matches(|letter: char| letter <= ' ');
    if typed.contains(['\t', '\n', '\r']) {
        Cow::Owned(typed.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(typed)
    }
}

/// The address without a space in it, which ends an address in a feed, in a message and for many readers.
#[must_use]
pub fn without_spaces(typed: &str) -> Cow<'_, str> {
    let followed = as_followed(typed);
    if followed.contains(' ') { Cow::Owned(followed.replace(' ', "%20")) } else { Cow::Borrowed(typed) }
}

/// The scheme of an address, in lower case; none when it has none.
#[must_use]
pub fn scheme(typed: &str) -> Option<String> {
    let followed = as_followed(typed);
    let (scheme, _) = followed.split_once(':')?;
    is_scheme(scheme).then(|| scheme.to_ascii_lowercase())
}

/// Whether a text can be a scheme.
#[must_use]
pub fn is_scheme(text: &str) -> bool {
    let is_in_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-');
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && text.bytes().all(is_in_scheme)
}

/// Whether an address has a scheme or names a host.
#[must_use]
pub fn is_external(typed: &str) -> bool {
    names_host(typed) || scheme(typed).is_some()
}

/// Whether an address names a host and no scheme. For browsers a slash is one whichever way it leans.
#[must_use]
pub fn names_host(typed: &str) -> bool {
    let followed = as_followed(typed);
    followed.len() > 1 && followed.bytes().take(2).all(|byte| matches!(byte, b'/' | b'\\'))
}

/// Whether an address holds a picture, a sound or a typeface itself, and so leads nowhere.
#[must_use]
pub fn is_embedded(typed: &str) -> bool {
    let followed = as_followed(typed).to_ascii_lowercase();
    ["image/", "font/", "audio/", "video/", "application/font", "application/x-font"]
        .iter()
        .any(|media| followed.strip_prefix("data:").is_some_and(|rest| rest.starts_with(media)))
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_embedded, is_external, parts, scheme};

    #[test]
    fn a_scheme_is_read_as_browsers_read_it() {
        for (typed, found) in [
            ("https://example.org", Some("https")),
            ("java\nscript:alert(1)", Some("javascript")),
            (" \u{1}JavaScript:alert(1)", Some("javascript")),
            ("C:\\notes.txt", Some("c")),
            ("notes/a:b", None),
            ("../a.md", None),
            ("1:2", None),
        ] {
            assert_eq!(scheme(typed).as_deref(), found, "{typed:?}");
        }
        assert!(is_external("//example.org/a") && is_external("tel:1") && !is_external("/a"));
        for typed in ["/\t/e.org", "/\\e.org", "\\\\e.org", " //e.org", "/\n/e.org"] {
            assert!(is_external(typed), "{typed:?}");
        }
        assert!(is_embedded("data:image/png;base64,AA") && !is_embedded("data:text/html,x"));
    }

    #[test]
    fn a_path_is_encoded_and_decoded() {
        assert_eq!(encoded("/a b/c#?%é'.png").collect::<String>(), "/a%20b/c%23%3F%25%C3%A9%27.png");
        assert_eq!(parts("/a%20b.pdf?x#p"), ("/a b.pdf".into(), "?x#p"));
        assert_eq!(parts("100%.png"), ("100%.png".into(), ""));
    }
}
