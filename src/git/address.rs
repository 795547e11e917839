//! Whether a site is built for the address at which it will be shown.
//!
//! What to do about it is up to who asks: publishing may stop there, a check-up only says it.

use super::github::Repository;
use crate::config::BaseUrl;

/// Where a site will be shown, and whether it is built for that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteAddress {
    /// Where.
    pub expected: BaseUrl,
    /// Whether the site is built for it.
    pub fit: Fit,
}

/// How the address that a site is built for stands to the one at which it will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is the same.
    Same,
    /// It has no host.
    Hostless,
    /// It may be a domain that nothing here knows of: one that is set for a whole account, or given by GitHub to
    /// private pages.
    UnknownDomain,
    /// Its host is another; its links work all the same.
    OtherHost,
    /// Its path is another, so no link works.
    OtherPath,
}

impl RemoteAddress {
    /// Where a site will be shown: at the domain that its `CNAME` says, else where the repository's Pages are.
    /// `None` when neither is known.
    #[must_use]
    pub fn of(base: &BaseUrl, repository: Option<&Repository>, domain: Option<&str>) -> Option<Self> {
        let expected = match (domain, repository) {
            (Some(domain), _) => BaseUrl { origin: format!("https://{domain}"), path: "/".to_owned() },
            (None, Some(repository)) => repository.pages(),
            (None, None) => return None,
        };
        let fit = if same(&written(base), &written(&expected)) {
            Fit::Same
        } else if base.origin.is_empty() {
            Fit::Hostless
        } else if domain.is_none() && !is_github(base) {
            Fit::UnknownDomain
        } else if same(&base.path, &expected.path) {
            Fit::OtherHost
        } else {
            Fit::OtherPath
        };
        Some(Self { expected, fit })
    }
}

/// An address as it is typed.
#[must_use]
pub fn written(base: &BaseUrl) -> String {
    format!("{}{}", base.origin, base.path)
}

fn same(one: &str, other: &str) -> bool {
    let plain = |address: &str| address.to_ascii_lowercase().replacen("http://", "https://", 1);
    plain(one) == plain(other)
}

fn is_github(base: &BaseUrl) -> bool {
    let host = base.origin.split("://").last().unwrap_or_default().to_ascii_lowercase();
    host == "github.com" || host.ends_with(".github.io") && !host.ends_with(".pages.github.io")
}
