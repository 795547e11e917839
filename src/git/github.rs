//! What GitHub Pages makes of a remote: the address of the site, and of its settings.

use crate::config::BaseUrl;
use std::fmt;

/// A repository on github.com.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The person or organisation.
    pub owner: String,
    /// Its name.
    pub name: String,
}

/// How addresses of github.com begin, without scheme and user.
const HOSTS: [&str; 3] = ["github.com", "www.github.com", "ssh.github.com"];

impl Repository {
    /// Reads a remote's address: `https://github.com/owner/repo.git`, `git@github.com:owner/repo`, `ssh://…`.
    #[must_use]
    pub fn of_remote(address: &str) -> Option<Self> {
        let address = address.trim();
        let (host, path) = match address.split_once("://") {
            Some((_, rest)) => rest.split_once('/')?,
            None => address.split_once(':')?,
        };
        let host = host.rsplit('@').next().unwrap_or(host);
        let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
        let (owner, name) = path.trim_matches('/').split_once('/')?;
        let name = name.strip_suffix(".git").unwrap_or(name);
        (HOSTS.contains(&host.as_str()) && is_name(owner) && is_name(name))
            .then(|| Self { owner: owner.to_owned(), name: name.to_owned() })
    }

    /// Where Pages shows the site, unless it has a domain of its own.
    #[must_use]
    pub fn pages(&self) -> BaseUrl {
        let host = format!("{}.github.io", self.owner.to_ascii_lowercase());
        let path =
            if self.name.eq_ignore_ascii_case(&host) { "/".to_owned() } else { format!("/{}/", self.name) };
        BaseUrl { origin: format!("https://{host}"), path }
    }

    /// The address that [`Repository::pages`] is, written out.
    #[must_use]
    pub fn pages_address(&self) -> String {
        super::written(&self.pages())
    }

    /// The page on which Pages is switched on.
    #[must_use]
    pub fn settings(&self) -> String {
        format!("https://github.com/{self}/settings/pages")
    }
}

impl fmt::Display for Repository {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.owner, self.name)
    }
}

/// What GitHub allows in names; nothing of it means anything to a shell, in TOML or in an address.
fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !text.is_empty() && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::Repository;

    #[test]
    fn remotes_lead_to_pages() {
        for (remote, pages) in [
            ("https://github.com/Owner/Repo.git", "https://owner.github.io/Repo/"),
            ("https://token@github.com/owner/repo/", "https://owner.github.io/repo/"),
            ("git@github.com:owner/repo.git", "https://owner.github.io/repo/"),
            ("ssh://git@ssh.github.com:443/owner/repo.git", "https://owner.github.io/repo/"),
            ("github.com:owner/repo", "https://owner.github.io/repo/"),
            ("https://github.com/owner/owner.github.io", "https://owner.github.io/"),
        ] {
            assert_eq!(Repository::of_remote(remote).expect(remote).pages_address(), pages);
        }
        for remote in [
            "",
            "https://gitlab.com/o/r",
            "../site.git",
            "/srv/github.com/o/r",
            "git@github.com:o",
            "git@notgithub.com:o/r.git",
            "https://github.com/o/r/s",
            "https://github.com/o/r\"s",
            "C:\\r",
        ] {
            assert_eq!(Repository::of_remote(remote), None, "{remote}");
        }
    }
}
