//! What GitHub Pages makes of a remote: the address of the site, and of its settings.

use crate::config::BaseUrl;

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
        let (host, path) = match address.split_once("://") {
            Some((_, rest)) => rest.split_once('/')?,
            None => address.split_once(':')?,
        };
        let host = host.rsplit('@').next().unwrap_or(host);
        let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
        let (owner, name) = path.trim_matches('/').split_once('/')?;
        let name = name.strip_suffix(".git").unwrap_or(name);
        let is_whole = !owner.is_empty() && !name.is_empty() && !name.contains('/');
        (HOSTS.contains(&host.as_str()) && is_whole)
            .then(|| Self { owner: owner.to_owned(), name: name.to_owned() })
    }

    /// Where Pages shows the site, unless a custom domain is set.
    #[must_use]
    pub fn pages(&self) -> BaseUrl {
        let host = format!("{}.github.io", self.owner.to_ascii_lowercase());
        let path =
            if self.name.eq_ignore_ascii_case(&host) { "/".to_owned() } else { format!("/{}/", self.name) };
        BaseUrl { origin: format!("https://{host}"), path }
    }

    /// The page on which Pages is switched on.
    #[must_use]
    pub fn settings(&self) -> String {
        format!("https://github.com/{}/{}/settings/pages", self.owner, self.name)
    }
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
            ("https://github.com/owner/owner.github.io", "https://owner.github.io/"),
        ] {
            let base = Repository::of_remote(remote).expect(remote).pages();
            assert_eq!(format!("{}{}", base.origin, base.path), pages);
        }
        for remote in
            ["https://gitlab.com/o/r", "../site.git", "/srv/github.com/o/r", "git@github.com:o", "C:\\r"]
        {
            assert_eq!(Repository::of_remote(remote), None, "{remote}");
        }
    }
}
