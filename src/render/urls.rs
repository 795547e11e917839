//! The one place that turns an address of the site into what stands in a link: with the base path, and encoded.

use crate::address::encoded;
use crate::config::BaseUrl;
use crate::path::UrlPath;

/// Addresses as a reader's browser needs them.
#[derive(Debug, Clone, Copy)]
pub struct Urls<'a> {
    base: &'a BaseUrl,
}

impl<'a> Urls<'a> {
    /// Addresses of a site at `base`.
    #[must_use]
    pub fn new(base: &'a BaseUrl) -> Self {
        Self { base }
    }

    /// The address with the base path.
    #[must_use]
    pub fn href(self, url: &UrlPath) -> String {
        let mut href = String::with_capacity(self.base.path.len() + url.as_str().len());
        self.push(url, &mut href);
        href
    }

    /// Appends the address with the base path.
    pub fn push(self, url: &UrlPath, text: &mut String) {
        text.push_str(&self.base.path);
        text.extend(encoded(url.as_str().trim_start_matches('/')));
    }

    /// The whole address; empty when the site has none yet.
    #[must_use]
    pub fn absolute(self, url: &UrlPath) -> String {
        if self.base.origin.is_empty() { String::new() } else { self.best(url) }
    }

    /// The whole address where there is one, else the one with the base path.
    #[must_use]
    pub fn best(self, url: &UrlPath) -> String {
        let mut best = String::with_capacity(self.origin().len() + self.base.path.len() + url.as_str().len());
        self.push_best(url, &mut best);
        best
    }

    /// Appends what [`Urls::best`] gives.
    pub fn push_best(self, url: &UrlPath, text: &mut String) {
        text.push_str(&self.base.origin);
        self.push(url, text);
    }

    /// Scheme and host; empty when the site has none yet.
    #[must_use]
    pub fn origin(self) -> &'a str {
        &self.base.origin
    }
}
