//! The address of a git remote → where GitHub Pages will publish what is pushed there.

use std::fmt;

/// A repository on GitHub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GithubRepository {
    /// Whose it is.
    pub owner: String,
    /// Its name.
    pub name: String,
}

impl GithubRepository {
    /// The repository that a remote's address means; `None` when it is not on GitHub.
    #[must_use]
    pub fn of_remote(address: &str) -> Option<Self> {
        let address = address.trim();
        let path = match address.split_once("://") {
            Some((_, rest)) => {
                let (host, path) = rest.split_once('/')?;
                let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
                let host = host.split_once(':').map_or(host, |(host, _)| host);
                is_github(host).then_some(path)?
            }
            // The short form of SSH: `git@github.com:owner/name.git`.
            None => {
                let (host, path) = address.split_once(':')?;
                let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
                is_github(host).then_some(path)?
            }
        };
        let path = path.trim_matches('/');
        let (owner, name) = path.strip_suffix(".git").unwrap_or(path).split_once('/')?;
        let is_name = |text: &str| {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            !text.is_empty() && text.bytes().all(fits)
        };
        (is_name(owner) && is_name(name)).then(|| Self { owner: owner.to_owned(), name: name.to_owned() })
    }

    /// The address at which GitHub Pages publishes it, unless it has a domain of its own.
    #[must_use]
    pub fn pages_address(&self) -> String {
        let host = format!("{}.github.io", self.owner.to_lowercase());
        match self.name.eq_ignore_ascii_case(&host) {
            true => format!("https://{host}/"),
            false => format!("https://{host}/{}/", self.name),
        }
    }
}

impl fmt::Display for GithubRepository {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.owner, self.name)
    }
}

fn is_github(host: &str) -> bool {
    host.eq_ignore_ascii_case("github.com") || host.eq_ignore_ascii_case("ssh.github.com")
}

#[cfg(test)]
mod tests {
    use super::GithubRepository;

    #[test]
    fn remotes_become_addresses() {
        for (remote, address) in [
            ("https://github.com/Ann/trees.git", "https://ann.github.io/trees/"),
            ("https://github.com/ann/trees/", "https://ann.github.io/trees/"),
            ("https://token@github.com/ann/trees", "https://ann.github.io/trees/"),
            ("git@github.com:ann/trees.git", "https://ann.github.io/trees/"),
            ("github.com:ann/trees", "https://ann.github.io/trees/"),
            ("ssh://git@ssh.github.com:443/ann/trees.git", "https://ann.github.io/trees/"),
            ("git@github.com:Ann/ann.github.io.git", "https://ann.github.io/"),
        ] {
            let repository = GithubRepository::of_remote(remote).expect(remote);
            assert_eq!(repository.pages_address(), address, "{remote}");
        }
        for remote in [
            "",
            "/srv/git/trees.git",
            "../trees",
            "https://gitlab.com/ann/trees.git",
            "git@notgithub.com:ann/trees.git",
            "https://github.com/ann",
            "https://github.com/ann/a/b",
            "https://github.com/ann/tr\"ees",
        ] {
            assert_eq!(GithubRepository::of_remote(remote), None, "{remote}");
        }
    }
}
