//! From the address in a request to a path of the site, as plain web hosts do it.

use crate::path::unwritable;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What cannot stand in the path of an address as it is.
const IN_PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'\\');

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub enum AddressTarget {
    /// A path below the site's base path, decoded: empty, `topics/`, or `feed.xml`.
    Below(String),
    /// The root of the host, or the base path without its slash.
    Start,
    /// Outside the site.
    Outside,
    /// Below the base path, but nothing can ever stand there.
    Nowhere,
}

/// What the path of a request means for a site below `base`.
#[must_use]
pub fn target(path: &str, base: &str) -> AddressTarget {
    let (Some(path), Some(base)) = (decoded(path), decoded(base)) else { return AddressTarget::Nowhere };
    match path.strip_prefix(base.as_str()) {
        Some(below) if below.is_empty() || could_be(below) => AddressTarget::Below(below.to_owned()),
        Some(_) => AddressTarget::Nowhere,
        None if path == "/" || base.strip_suffix('/') == Some(path.as_str()) => AddressTarget::Start,
        None => AddressTarget::Outside,
    }
}

/// The address of a path inside the site, with its base path, as it stands in a link.
#[must_use]
pub fn link(base: &str, path: &str) -> String {
    let path = path.trim_start_matches('/');
    format!("{}{}", utf8_percent_encode(base, CONTROLS), utf8_percent_encode(path, IN_PATH))
}

fn decoded(path: &str) -> Option<String> {
    percent_decode_str(path).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Whether a build could write a page or file there.
fn could_be(below: &str) -> bool {
    let name = below.strip_suffix('/').unwrap_or(below);
    unwritable(name).is_none() && !name.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::{AddressTarget, link, target};

    fn below(path: &str) -> AddressTarget {
        AddressTarget::Below(path.to_owned())
    }

    #[test]
    fn addresses_below_the_base_path_are_decoded() {
        for (path, found) in [
            ("/repo/", below("")),
            ("/repo/topics/", below("topics/")),
            ("/repo/feed.xml", below("feed.xml")),
            ("/repo/caf%C3%A9%20au%20lait.pdf", below("café au lait.pdf")),
            ("/repo/100%25/", below("100%/")),
            ("/", AddressTarget::Start),
            ("/repo", AddressTarget::Start),
            ("/repository/", AddressTarget::Outside),
            ("/favicon.ico", AddressTarget::Outside),
        ] {
            assert_eq!(target(path, "/repo/"), found, "{path}");
        }
        assert_eq!(target("/a/b", "/"), below("a/b"));
        assert_eq!(target("/r%C3%A9po/x", "/répo/"), below("x"));
    }

    #[test]
    fn what_no_build_writes_leads_nowhere() {
        for path in [
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/a/./b",
            "//etc/passwd",
            "/a//b",
            "/a//",
            "/%2Fetc/passwd",
            "/a%00.html",
            "/a%0d%0ab",
            "/..%5c..%5cwindows",
            "/a\\b",
            "/%ff",
            "/.cscare-manifest",
        ] {
            assert_eq!(target(path, "/"), AddressTarget::Nowhere, "{path}");
        }
    }

    #[test]
    fn links_are_encoded() {
        assert_eq!(link("/repo/", "/what?/100%/"), "/repo/what%3F/100%25/");
        assert_eq!(link("/répo/", ""), "/r%C3%A9po/");
    }
}
