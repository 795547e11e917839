//! What a web server would make of the site, asked before anybody sees it. Links inside the site were checked by the
//! build.

use super::Tree;
use crate::config::BaseUrl;
use crate::git::github::Repository;
use crate::git::{Fit, RemoteAddress, written};

/// The largest site that GitHub Pages shows, in bytes.
const LARGEST_SITE: u64 = 1024 * 1024 * 1024;

/// The largest file that GitHub takes, in bytes.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// Files without which a site does not open, or says nothing kind about an address that is not there.
const AT_THE_ROOT: [&str; 2] = ["index.html", "404.html"];

/// Something that is wrong with how the site would be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreflightRemark {
    /// Whether it must not be published so.
    pub blocks: bool,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// A site that is about to be published.
#[derive(Debug, Clone, Copy)]
pub struct Preflight<'a> {
    /// The address that it was built for.
    pub base: &'a BaseUrl,
    /// The repository on GitHub that shows it, if one does.
    pub repository: Option<&'a Repository>,
    /// Its files.
    pub tree: &'a Tree,
}

impl Preflight<'_> {
    /// Everything that is wrong.
    #[must_use]
    pub fn remarks(&self) -> Vec<PreflightRemark> {
        let missing = AT_THE_ROOT.iter().filter(|name| !self.tree.files.files.contains_key(**name));
        let missing = missing.map(|name| PreflightRemark {
            blocks: true,
            what: format!("there is no `{name}` at the root of the site"),
            help: "put it into `static/`, or write the page that makes it".to_owned(),
        });
        missing.chain(self.sizes()).chain(self.address()).collect()
    }

    /// Other servers have other limits, so only GitHub's own block.
    fn sizes(&self) -> Vec<PreflightRemark> {
        let blocks = self.repository.is_some();
        let mebibytes = |bytes: u64| bytes / 1024 / 1024;
        let files = self.tree.files.files.iter().filter(|(_, entry)| entry.size > LARGEST_FILE);
        let files = files.map(|(path, entry)| PreflightRemark {
            blocks,
            what: format!("`{path}` has {} MiB; GitHub takes files up to 100", mebibytes(entry.size)),
            help: "publish the file elsewhere and link to it".to_owned(),
        });
        let size = self.tree.files.size();
        let whole = (size > LARGEST_SITE).then(|| PreflightRemark {
            blocks,
            what: format!("the site has {} MiB; GitHub Pages shows sites up to 1024", mebibytes(size)),
            help: "move large files out of `static/` and link to them".to_owned(),
        });
        files.chain(whole).collect()
    }

    /// Pages are linked with the path of the address that the site was built for. Under another one no link works.
    fn address(&self) -> Option<PreflightRemark> {
        let domain = self.tree.domain.as_deref();
        let Some(RemoteAddress { expected, fit }) = RemoteAddress::of(self.base, self.repository, domain)
        else {
            return self.base.origin.is_empty().then(nowhere);
        };
        let expected = written(&expected);
        let built_for = match fit {
            Fit::Same => return None,
            Fit::Hostless => "the site was built without the address at which it will be".to_owned(),
            Fit::UnknownDomain | Fit::OtherHost | Fit::OtherPath => {
                format!("the site was built for `{}`", written(self.base))
            }
        };
        let because = match domain {
            Some(_) => "the file CNAME says that it will be at",
            None => "GitHub Pages will show it at",
        };
        let help = match fit {
            Fit::UnknownDomain => {
                let host = self.base.origin.split("://").last().unwrap_or_default();
                format!("if `{host}` is the domain of these pages, put it into the file `static/CNAME`")
            }
            Fit::Same | Fit::Hostless | Fit::OtherHost | Fit::OtherPath => {
                format!("write `base_url = \"{expected}\"` into site.toml, or pass it with --base-url")
            }
        };
        let blocks = matches!(fit, Fit::Hostless | Fit::OtherPath);
        Some(PreflightRemark { blocks, what: format!("{built_for}; {because} `{expected}`"), help })
    }
}

/// A site that does not know its address, for a place that nothing is known of.
fn nowhere() -> PreflightRemark {
    PreflightRemark {
        blocks: true,
        what: "the site has no address, which its feed, its sitemap and search engines need".to_owned(),
        help: "write `base_url = \"https://…/\"` into site.toml, or pass it with --base-url".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_FILE, LARGEST_SITE, Preflight};
    use crate::config::BaseUrl;
    use crate::deploy::Tree;
    use crate::git::github::Repository;
    use crate::git::{TreeEntry, TreeListing};

    fn tree(files: &[(&str, u64)], domain: Option<&str>) -> Tree {
        let entry = |size| TreeEntry { mode: "100644".to_owned(), id: String::new(), size };
        let files = files.iter().map(|(path, size)| ((*path).to_owned(), entry(*size))).collect();
        Tree {
            id: String::new(),
            files: TreeListing { files },
            kept: Vec::new(),
            domain: domain.map(str::to_owned),
        }
    }

    /// What is remarked: `!` before what blocks.
    fn remarks(base: &str, remote: &str, tree: &Tree) -> Vec<String> {
        let base = BaseUrl::parse(base).expect("it is an address");
        let repository = Repository::of_remote(remote);
        let preflight = Preflight { base: &base, repository: repository.as_ref(), tree };
        let mark = |blocks| if blocks { "! " } else { "" };
        preflight.remarks().iter().map(|one| format!("{}{}", mark(one.blocks), one.what)).collect()
    }

    const ROOT: [(&str, u64); 2] = [("index.html", 1), ("404.html", 1)];
    const GITHUB: &str = "https://github.com/Owner/repo.git";

    #[test]
    fn an_address_that_pages_would_not_have_is_held_against_the_site() {
        let plain = tree(&ROOT, None);
        let own = tree(&ROOT, Some("review.example"));
        for (base, remote, tree, remark) in [
            ("https://owner.github.io/repo/", GITHUB, &plain, None),
            ("http://Owner.github.io/repo", GITHUB, &plain, None),
            ("/", GITHUB, &plain, Some("! the site was built without")),
            ("/repo/", GITHUB, &plain, Some("! the site was built without")),
            ("https://owner.github.io/", GITHUB, &plain, Some("! the site was built for")),
            ("https://other.github.io/repo/", GITHUB, &plain, Some("the site was built for")),
            ("https://github.com/owner/repo/", GITHUB, &plain, Some("! the site was built for")),
            ("https://review.example/", GITHUB, &plain, Some("the site was built for")),
            ("https://abc.pages.github.io/", GITHUB, &plain, Some("the site was built for")),
            ("https://review.example/", GITHUB, &own, None),
            ("https://owner.github.io/repo/", GITHUB, &own, Some("! the site was built for")),
            ("https://review.example/", "/srv/site.git", &plain, None),
            ("/", "/srv/site.git", &plain, Some("! the site has no address")),
            ("/reviews/", "/srv/site.git", &plain, Some("! the site has no address")),
            ("/", "/srv/site.git", &own, Some("! the site was built without")),
        ] {
            let found = remarks(base, remote, tree);
            match remark {
                None => assert!(found.is_empty(), "{base} {remote}: {found:?}"),
                Some(begin) => assert!(found.len() == 1 && found[0].starts_with(begin), "{base}: {found:?}"),
            }
        }
    }

    #[test]
    fn what_is_missing_or_too_large_is_named() {
        let base = "https://owner.github.io/repo/";
        assert_eq!(
            remarks(base, GITHUB, &tree(&[("a/index.html", 1)], None)),
            [
                "! there is no `index.html` at the root of the site",
                "! there is no `404.html` at the root of the site"
            ]
        );
        let large = tree(&[ROOT[0], ROOT[1], ("a.csv", LARGEST_FILE + 1), ("b.csv", LARGEST_SITE)], None);
        assert_eq!(
            remarks(base, GITHUB, &large),
            [
                "! `a.csv` has 100 MiB; GitHub takes files up to 100",
                "! `b.csv` has 1024 MiB; GitHub takes files up to 100",
                "! the site has 1124 MiB; GitHub Pages shows sites up to 1024"
            ]
        );
        assert!(remarks(base, "/srv/site.git", &large).iter().all(|remark| !remark.starts_with('!')));
    }
}
