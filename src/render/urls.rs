//! The one function that turns an address of the site into what stands in a link.

use crate::config::BaseUrl;
use crate::path::UrlPath;

/// Addresses as a reader's browser needs them.
#[derive(Debug, Clone)]
pub struct Urls {
    base: BaseUrl,
}

impl Urls {
    /// Addresses of a site at `base`.
    #[must_use]
    pub fn new(base: &BaseUrl) -> Self {
        Self { base: base.clone() }
    }

    /// The address with the base path.
    #[must_use]
    pub fn href(&self, url: &UrlPath) -> String {
        let mut href = String::with_capacity(self.base.path.len() + url.as_str().len());
        href.push_str(&self.base.path);
        href.push_str(url.as_str().trim_start_matches('/'));
        href
    }

    /// The address with the base path and an anchor.
    #[must_use]
    pub fn anchored(&self, url: &UrlPath, anchor: &str) -> String {
        let mut href = self.href(url);
        href.push('#');
        href.push_str(anchor);
        href
    }

    /// The whole address; empty when the site has none yet.
    #[must_use]
    pub fn absolute(&self, url: &UrlPath) -> String {
        if self.base.origin.is_empty() {
            String::new()
        } else {
            format!("{}{}", self.base.origin, self.href(url))
        }
    }

    /// The whole address where there is one, else the one with the base path.
    #[must_use]
    pub fn best(&self, url: &UrlPath) -> String {
        format!("{}{}", self.base.origin, self.href(url))
    }

    /// Scheme and host; empty when the site has none yet.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.base.origin
    }
}
