//! A review in a git repository with a bare remote beside it, and what the program makes of it. Holds no tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A report with three statistics, and a claim.
pub const REPORT: &str = "\
---
title: The count
kind: survey
publisher: Tarnbridge Council
published: 2020
statistics:
  visits: {label: Visits, value: \"735,470\", period: 2019-20}
  share: {label: Members among residents, value: 20%, population: residents}
  budget: {label: Budget, value: £872m}
claims:
  quieter: {text: Branches may have become quieter}
---
Body.
";

/// A finding that rests on two of its records.
pub const FINDING: &str = "\
---
title: Fewer people visit
certainty: moderate
because: one count of one year
evidence:
  - {supports: count.visits}
  - {supports: count.share}
---
Body.
";

/// What git is told about the person who runs it.
pub const SETTINGS: &str = "\
[user]
	name = Test
	email = test@tarnbridge.example
[init]
	defaultBranch = main
[protocol \"file\"]
	allow = always
";

/// What a run printed.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Fails unless it ended with this code and said these things, in this order.
    #[track_caller]
    pub fn expect(&self, code: i32, words: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        let mut rest = self.stderr.as_str();
        for word in words {
            let at = rest.find(word);
            let at = at.unwrap_or_else(|| panic!("`{word}` was not said, or not then:\n{}", self.stderr));
            rest = &rest[at + word.len()..];
        }
        self
    }
}

/// Files of the user's by path.
#[derive(PartialEq, Eq)]
pub struct Own(BTreeMap<String, Vec<u8>>);

/// Only names: the bytes of an index say nothing to a reader.
impl std::fmt::Debug for Own {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told =
            self.0.iter().map(|(path, bytes)| format!("{path}: {} bytes, sum {}", bytes.len(), sum(bytes)));
        formatter.debug_list().entries(told).finish()
    }
}

fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte)))
}

/// A folder with a home, a site in a repository, and a bare repository that is its `origin`.
pub struct Review {
    folder: TempDir,
    variables: BTreeMap<String, String>,
}

impl Review {
    /// A review that is committed, and not published.
    pub fn new() -> Self {
        let review = Self::uncommitted();
        review.commit("First version");
        review
    }

    /// A review in a repository without a commit.
    pub fn uncommitted() -> Self {
        let review = Self::without_repository();
        review.git_at(review.path(""), &["init", "--quiet", "--bare", "site.git"]);
        review.git(&["init", "--quiet"]);
        review.git(&["remote", "add", "origin", &review.remote().to_string_lossy()]);
        review
    }

    /// A review in a folder that is no repository.
    pub fn without_repository() -> Self {
        let review = Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
            variables: BTreeMap::new(),
        };
        review.put("home/.gitconfig", SETTINGS);
        review.write("site.toml", "title = \"Libraries\"\nbase_url = \"https://tarnbridge.example/\"\n");
        review.write("content/reports/count.md", REPORT);
        review.write("content/findings/fewer.md", FINDING);
        review
    }

    /// Sets a variable of the environment for the program and for git.
    pub fn with(mut self, variable: &str, value: impl Into<String>) -> Self {
        self.variables.insert(variable.to_owned(), value.into());
        self
    }

    /// A path in the folder around everything.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The site's folder.
    pub fn root(&self) -> PathBuf {
        self.path("site")
    }

    /// The bare repository.
    pub fn remote(&self) -> PathBuf {
        self.path("site.git")
    }

    /// Writes a file of the site.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        self.put(&format!("site/{path}"), text);
    }

    /// Writes a file anywhere in the folder.
    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Writes a program that can be started.
    #[cfg(unix)]
    pub fn script(&self, path: &str, text: &str) {
        use std::os::unix::fs::PermissionsExt;
        self.put(path, text);
        fs::set_permissions(self.path(path), fs::Permissions::from_mode(0o755)).expect("it can be set");
    }

    /// Replaces a text in a file of the site.
    #[track_caller]
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root().join(path)).expect("the file is there");
        assert!(text.contains(old), "{path} does not hold `{old}`");
        self.write(path, text.replace(old, new));
    }

    /// Commits everything and gives the id of the commit.
    pub fn commit(&self, subject: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "-m", subject]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Runs git in the site's folder.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        self.git_at(self.root(), arguments)
    }

    /// Runs git in the bare repository.
    #[track_caller]
    pub fn git_remote(&self, arguments: &[&str]) -> String {
        self.git_at(self.remote(), arguments)
    }

    /// Runs git, which has to succeed, and gives what it printed.
    #[track_caller]
    pub fn git_at(&self, folder: PathBuf, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(folder);
        let run = self.finish(command);
        assert_eq!(run.code, Some(0), "git {arguments:?}: {}", run.stderr);
        run.stdout.trim_end_matches('\n').to_owned()
    }

    /// Runs the program in the site's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_at(&self.root(), arguments)
    }

    /// Runs the program in a folder.
    pub fn run_at(&self, folder: &Path, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cscare-site"));
        command.args(arguments).current_dir(folder);
        self.finish(command)
    }

    /// `deploy --yes` and these.
    pub fn deploy(&self, arguments: &[&str]) -> Run {
        self.run(&[&["deploy", "--yes"], arguments].concat())
    }

    fn finish(&self, mut command: Command) -> Run {
        let output = command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.path("home"))
            .env("GIT_CONFIG_GLOBAL", self.path("home/.gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CEILING_DIRECTORIES", self.path(""))
            .envs(&self.variables)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
        Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The commit that is published.
    pub fn published(&self) -> Option<String> {
        let refs = self.git_remote(&["for-each-ref", "--format=%(objectname) %(refname)"]);
        let mut lines = refs.lines().filter_map(|line| line.split_once(' '));
        lines.find(|(_, name)| *name == "refs/heads/gh-pages").map(|(id, _)| id.to_owned())
    }

    /// The published files by path.
    pub fn published_files(&self) -> BTreeMap<String, Vec<u8>> {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (into, tree) = (folder.path(), "gh-pages");
        let work_tree = format!("--work-tree={}", into.display());
        let index = Command::new("git")
            .args([&work_tree, "checkout", "--quiet", "--force", tree, "--", "."])
            .current_dir(self.remote())
            .env("GIT_INDEX_FILE", self.path("index"))
            .env("GIT_CONFIG_GLOBAL", self.path("home/none"))
            .status();
        assert!(index.expect("git starts").success());
        files(into)
    }

    /// Everything of the user's that publishing must not change. Where the remote's branches were last seen is git's
    /// own note.
    pub fn own(&self) -> Own {
        let mut own = files(&self.root());
        own.retain(|path, _| {
            let is_passed_over =
                [".git/objects/", ".git/refs/remotes/", ".git/logs/refs/remotes/", ".cscare/"];
            !is_passed_over.iter().any(|folder| path.starts_with(folder))
        });
        Own(own)
    }

    /// What is left in `.cscare/`, apart from the line that hides it and caches.
    pub fn leftovers(&self) -> Vec<String> {
        let left = files(&self.root().join(".cscare")).into_keys();
        let kept = [".gitignore", "highlighted.txt", "built.json"];
        left.filter(|path| !kept.contains(&path.as_str())).collect()
    }
}

/// The files below a folder, by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name =
                    path.strip_prefix(folder).expect("it is below").to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    found
}
