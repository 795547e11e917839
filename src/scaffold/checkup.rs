//! What `doctor` says: whether what a site needs in order to be written and published is there, and what to do if not.
//!
//! Judgements only; what is judged is gathered in `cli`.

use crate::config::BaseUrl;
use crate::git::github::Repository;
use crate::git::{Fit, RemoteAddress, written as written_address};
use crate::output::fresh::NewFile;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Ok,
    /// Worth a look.
    Warn,
    /// Something will not work.
    Fail,
}

/// One line of the check-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckupRow {
    /// How it is.
    pub health: Health,
    /// What was looked at.
    pub subject: &'static str,
    /// What was found.
    pub found: String,
    /// What to do; empty when nothing is to be done.
    pub remedy: String,
}

impl CheckupRow {
    /// All is well.
    pub fn ok(subject: &'static str, found: impl Into<String>) -> Self {
        Self { health: Health::Ok, subject, found: found.into(), remedy: String::new() }
    }

    /// Worth a look.
    pub fn warn(subject: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { health: Health::Warn, subject, found: found.into(), remedy: remedy.into() }
    }

    /// Something will not work.
    pub fn fail(subject: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { health: Health::Fail, subject, found: found.into(), remedy: remedy.into() }
    }
}

const ADDRESS: &str = "address";

/// Whether the site's address is where GitHub Pages will publish it. `domain` is what the site's `CNAME` says.
#[must_use]
pub fn address(base: &BaseUrl, repository: Option<&Repository>, domain: Option<&str>) -> CheckupRow {
    let typed = written_address(base);
    let Some(RemoteAddress { expected, fit }) = RemoteAddress::of(base, repository, domain) else {
        return match base.origin.as_str() {
            "" => CheckupRow::warn(
                ADDRESS,
                "site.toml gives no `base_url`",
                "write the address of the site, once it has one",
            ),
            _ => CheckupRow::ok(ADDRESS, format!("{typed} (nothing here to compare it with)")),
        };
    };
    let expected = written_address(&expected);
    let remedy = format!("write `base_url = \"{expected}\"` into site.toml");
    let found = format!("`base_url` is {typed}, and GitHub Pages will publish at {expected}");
    match fit {
        Fit::Same => CheckupRow::ok(ADDRESS, typed),
        Fit::Hostless => CheckupRow::warn(ADDRESS, "site.toml gives no whole `base_url`", remedy),
        Fit::UnknownDomain => CheckupRow::warn(
            ADDRESS,
            found,
            format!(
                "if the domain is yours, name it in static/CNAME or in the repository's settings; if not, {remedy}"
            ),
        ),
        Fit::OtherHost | Fit::OtherPath => CheckupRow::fail(ADDRESS, found, remedy),
    }
}

/// Whether a file that `init --add` writes is there, and is what this version writes.
#[must_use]
pub fn written(subject: &'static str, file: &NewFile, found: Option<&str>, command: &str) -> CheckupRow {
    match found {
        None => CheckupRow::warn(subject, format!("there is no {}", file.path), format!("run `{command}`")),
        Some(text) if text.replace("\r\n", "\n") == file.text => CheckupRow::ok(subject, file.path.clone()),
        Some(_) => CheckupRow::warn(
            subject,
            format!("{} is not what this version writes", file.path),
            format!("if you did not change it yourself, delete it and run `{command}`"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Health, address, written};
    use crate::config::BaseUrl;
    use crate::git::github::Repository;
    use crate::output::fresh::NewFile;

    #[test]
    fn an_address_is_held_against_what_pages_will_do() {
        let repository = Repository::of_remote("git@github.com:ann/trees.git");
        let judge = |base: &str, repository: Option<&Repository>, domain: Option<&str>| {
            address(&BaseUrl::parse(base).expect(base), repository, domain).health
        };
        let ann = repository.as_ref();
        assert_eq!(judge("https://ann.github.io/trees/", ann, None), Health::Ok);
        assert_eq!(judge("https://ann.github.io/", ann, None), Health::Fail);
        assert_eq!(judge("https://trees.example/", ann, None), Health::Warn);
        assert_eq!(judge("https://trees.example/", ann, Some("trees.example")), Health::Ok);
        assert_eq!(judge("https://ann.github.io/trees/", ann, Some("trees.example")), Health::Fail);
        assert_eq!(judge("/trees/", ann, None), Health::Warn);
        assert_eq!(judge("/", None, None), Health::Warn);
        assert_eq!(judge("https://trees.example/", None, None), Health::Ok);
    }

    #[test]
    fn a_file_is_there_missing_or_another() {
        let file = NewFile::new("a.yml", "a\nb\n");
        let judge = |found| written("file", &file, found, "x").health;
        assert_eq!([judge(Some("a\nb\n")), judge(Some("a\r\nb\r\n"))], [Health::Ok; 2]);
        assert_eq!([judge(None), judge(Some("a"))], [Health::Warn; 2]);
    }
}
