//! Where a site will be published: an origin and a path.

use crate::address::{decoded, encoded};
use std::net::Ipv6Addr;

/// The address of a site: `https://example.org` and `/repo/`. Without an address the origin is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end; empty when no address is given.
    pub origin: String,
    /// Path that begins and ends with a slash.
    pub path: String,
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self { origin: String::new(), path: "/".to_owned() }
    }
}

impl BaseUrl {
    /// Whether scheme and host are known, so that whole addresses can be printed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.origin.is_empty()
    }

    /// What stands behind the host of an address of this site, if it is one: below the folder that it is published in.
    #[must_use]
    pub fn own<'t>(&'t self, address: &'t str) -> Option<&'t str> {
        let (_, own) = self.origin.split_once("://")?;
        let (scheme, rest) = address.split_once("//")?;
        let host = rest.get(..own.len()).filter(|host| host.eq_ignore_ascii_case(own))?;
        let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "" | "http:" | "https:");
        let path = &rest[host.len()..];
        match path.strip_prefix(self.path.trim_end_matches('/')).filter(|_| is_web)?.as_bytes() {
            [] => Some(&self.path),
            [b'/', ..] => Some(path),
            _ => None,
        }
    }

    /// Reads an address such as `https://example.org/repo/`; a path alone (`/repo/`) is an address without an origin.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let shown = typed.escape_debug();
        let is_wrong =
            |letter: char| letter.is_control() || letter.is_whitespace() || "?#\"'<>\\^`{|}".contains(letter);
        if typed.contains(is_wrong) {
            return Err(format!("`{shown}` has characters that a site's address cannot have"));
        }
        if typed.starts_with('/') && !typed.starts_with("//") {
            return Ok(Self { origin: String::new(), path: path(typed)? });
        }
        let Some((scheme, rest)) = typed.split_once("://") else {
            return Err(format!("`{shown}` is no address of a site"));
        };
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") {
            return Err(format!("`{shown}` begins with `{scheme}`, found where `https` or `http` belongs"));
        }
        let (host, rest) = rest.split_once('/').unwrap_or((rest, ""));
        match host_fault(host) {
            Some(fault) => Err(format!("`{shown}` {fault}")),
            None => Ok(Self { origin: format!("{scheme}://{host}"), path: path(rest)? }),
        }
    }
}

/// What is wrong with the part of an address between `//` and the next slash.
fn host_fault(typed: &str) -> Option<&'static str> {
    if typed.contains('@') {
        return Some("names a user, and everybody would read it");
    }
    let behind_brackets = typed.rfind(']').map_or(0, |end| end + 1);
    let (host, port) = match typed[behind_brackets..].split_once(':') {
        Some((rest, port)) => (&typed[..behind_brackets + rest.len()], Some(port)),
        None => (typed, None),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    if host.is_empty() {
        Some("names no host")
    } else if !is_host(host) {
        Some("names a host that cannot be one")
    } else if port.is_some_and(|port| !is_port(port)) {
        Some("names a port that is no number from 1 to 65535")
    } else {
        None
    }
}

/// Whether a text is an address in brackets, or names of letters, digits and hyphens with dots between them.
fn is_host(host: &str) -> bool {
    let in_brackets = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_in_name =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_') || !letter.is_ascii();
    match in_brackets {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => host.trim_end_matches('.').split('.').all(|name| {
            let is_edged = name.starts_with('-') || name.ends_with('-');
            !name.is_empty() && !is_edged && name.chars().all(is_in_name)
        }),
    }
}

/// The path with a slash at both ends, encoded. A slash is one however it is typed.
fn path(typed: &str) -> Result<String, String> {
    let plain = decoded(typed);
    if plain.contains(char::is_control) {
        return Err(format!("`{typed}` has characters that a site's address cannot have"));
    }
    let parts: Vec<&str> = plain.split('/').filter(|part| !part.is_empty()).collect();
    if parts.iter().any(|part| matches!(*part, "." | "..")) {
        return Err(format!("`{typed}` holds `.` or `..`, which leads elsewhere"));
    }
    let path: String = parts.iter().flat_map(|part| ["/", *part]).collect();
    Ok(encoded(&path).chain(["/"]).collect())
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn addresses_are_split() {
        for (typed, origin, path) in [
            ("https://example.org", "https://example.org", "/"),
            ("https://example.org/repo", "https://example.org", "/repo/"),
            ("http://localhost:4000//a//b/", "http://localhost:4000", "/a/b/"),
            ("/repo", "", "/repo/"),
            ("HTTPS://[::1]:80/", "https://[::1]:80", "/"),
            ("https://müller.example/über", "https://müller.example", "/%C3%BCber/"),
            ("https://example.org/a%20b/~c", "https://example.org", "/a%20b/~c/"),
            ("/a%2Fb%2f/", "", "/a/b/"),
        ] {
            let base = BaseUrl::parse(typed).expect(typed);
            assert_eq!((base.origin.as_str(), base.path.as_str()), (origin, path));
        }
        for typed in [
            "example.org",
            "ftp://example.org",
            "https:///a",
            "https://e.org/?a",
            "https://e.org/a/../b",
            "https://e.org/%2e%2e/",
            "https://e.org:99999/",
            "https://e.org:/",
            "https://e.org:0/",
            "https://user:password@e.org/",
            "https://e.org/\u{7}",
            "https://e..org/",
            "https://-/",
            "https://-e.org/",
            "https://e.org/%00/",
            "https://e.org/a%0Ab/",
            "https://[::1",
            "https://e.org\u{a0}/",
            "/a/./b",
            "/a%2F..%2fb/",
        ] {
            assert!(BaseUrl::parse(typed).is_err(), "{typed}");
        }
    }
}
