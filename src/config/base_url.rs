//! Where a site will be published: an origin and a path.

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
    /// Reads an address such as `https://example.org/repo/`; a path alone (`/repo/`) is an address without an origin.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, String> {
        if typed.contains(['?', '#', ' ', '"', '<', '>', '\\']) {
            return Err(format!("`{typed}` has characters that a site's address cannot have"));
        }
        if typed.starts_with('/') && !typed.starts_with("//") {
            return Ok(Self { origin: String::new(), path: with_slashes(typed) });
        }
        let Some((scheme, rest)) = typed.split_once("://") else {
            return Err(format!("`{typed}` is no address of a site"));
        };
        if !matches!(scheme, "http" | "https") {
            return Err(format!("`{typed}` begins with `{scheme}`, found where `https` or `http` belongs"));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() {
            return Err(format!("`{typed}` names no host"));
        }
        Ok(Self { origin: format!("{scheme}://{host}"), path: with_slashes(path) })
    }
}

fn with_slashes(path: &str) -> String {
    let inner: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if inner.is_empty() { "/".to_owned() } else { format!("/{}/", inner.join("/")) }
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
        ] {
            let base = BaseUrl::parse(typed).expect(typed);
            assert_eq!((base.origin.as_str(), base.path.as_str()), (origin, path));
        }
        for typed in ["example.org", "ftp://example.org", "https:///a", "https://e.org/?a"] {
            assert!(BaseUrl::parse(typed).is_err(), "{typed}");
        }
    }
}
