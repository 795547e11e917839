//! A site in a temporary folder, and what the program makes of it: through the library, or through the
//! real binary. Holds no tests.

use cscare_site::config::BaseUrl;
use cscare_site::diagnostic::Level;
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::date::PartialDate;
use cscare_site::output::WrittenFiles;
use cscare_site::path::{OutputPath, SourcePath};
use cscare_site::render::Press;
use cscare_site::report::{self, Located};
use cscare_site::site::{Options, Site};
use cscare_site::source::{self, SourceTree};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The file in which the program notes what it wrote.
pub const MANIFEST: &str = ".cscare-manifest";

/// Files by path; a folder without a file has a `/` at its end, a symbolic link says where it leads.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A plain page with this body.
pub fn page(body: &str) -> String {
    format!("---\ntitle: A page\n---\n{body}")
}

/// A report with two statistics, a claim and a recommendation, for other records to lean on.
pub const REPORT: &str = "\
---
title: The count
kind: survey
publisher: Tarnbridge Council
published: 2020
year: financial
statistics:
  visits: {label: Visits, value: \"735,470\", period: 2019-20}
  share: {label: Members among residents, value: 20%, population: residents}
  budget: {label: Budget, value: £872m}
claims:
  quieter: {text: Branches may have become quieter}
recommendations:
  longer: {text: Open longer}
---
Of [visits](stat:visits),
of [members](stat:share),
and of [money](stat:budget).
";

/// A finding that rests on the report `count`, unless `more`, further lines of its front matter, say otherwise.
pub fn finding(more: &str) -> String {
    let usual = "evidence: [{supports: count.quieter}]\n";
    let usual = if more.contains("evidence:") { "" } else { usual };
    format!("---\ntitle: A finding\ncertainty: low\nbecause: one source\n{more}{usual}---\nBody.\n")
}

/// Coverage of the report `count`: `more` are further lines of its front matter.
pub fn coverage(more: &str) -> String {
    format!("---\ntitle: An article\nkind: news article\nreports_on: count\n{more}---\nBody.\n")
}

/// A site in a folder of its own, which is removed with it.
pub struct TestSite {
    folder: TempDir,
    options: Options,
}

impl TestSite {
    /// A site with a title and nothing else.
    pub fn new() -> Self {
        Self::empty().file("site.toml", "title = \"Libraries\"\n")
    }

    /// A folder without even settings.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("site")).expect("the folder is new");
        Self { folder, options: Options::default() }
    }

    /// A site with the report `count`.
    pub fn with_report() -> Self {
        Self::new().file("content/reports/count.md", REPORT)
    }

    /// A copy of `tests/golden/<name>/sources`.
    pub fn golden(name: &str) -> Self {
        let sources = golden_folder(name).join("sources");
        let files = tree(&sources);
        assert!(!files.is_empty(), "{} holds no sources", sources.display());
        files.into_iter().fold(Self::empty(), |site, (path, bytes)| site.file(&path, bytes))
    }

    /// Puts a file in the site, with its folders.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.write(path, bytes);
        self
    }

    /// Puts a file in a site that is in use already.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let whole = self.root().join(path);
        let folder = whole.parent().expect("a file has a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&whole, bytes).expect("the file can be written");
    }

    /// Publishes at another address, such as `/repo/`.
    pub fn base(mut self, address: &str) -> Self {
        self.options.base = Some(BaseUrl::parse(address).expect("the address is valid"));
        self
    }

    /// Judges dates as on this day.
    pub fn on(mut self, day: &str) -> Self {
        self.options.today = Some(PartialDate::parse(day).expect("the day is valid"));
        self
    }

    /// Builds drafts too.
    pub fn drafts(mut self) -> Self {
        self.options.drafts = true;
        self
    }

    /// The folder of the site.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The folder around the site, where nothing may change.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that is built into.
    pub fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    /// All that is wrong, through the library.
    pub fn check(&self) -> Found {
        let site = self.load();
        Found(report::locate(site.check(), &site.sources))
    }

    /// Builds into `public/`, through the library.
    pub fn build(&self) -> Built {
        let site = self.load();
        let built = site.build(&self.public()).expect("the folder can be written");
        let found = Found(report::locate(built.diagnostics, &site.sources));
        Built { found, written: built.written, files: tree(&self.public()) }
    }

    /// The site, through the library.
    pub fn load(&self) -> Site {
        Site::load(source::disk::read(&self.root()), &self.options, &Highlighter::default())
    }

    /// Runs the binary in the site's folder, with nothing in the environment.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// As [`Self::run`], with variables of the environment.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
            .args(arguments)
            .current_dir(self.root())
            .env_clear()
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// What the binary did.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// What a build came to.
pub struct Built {
    pub found: Found,
    pub written: Option<WrittenFiles>,
    pub files: Tree,
}

impl Built {
    /// Fails unless the build was without any message.
    #[track_caller]
    pub fn expect_clean(self) -> Self {
        self.found.assert_silent();
        assert!(self.written.is_some(), "nothing was written");
        self
    }

    /// Fails unless the site was built, whatever was remarked about it.
    #[track_caller]
    pub fn expect_built(self) -> Self {
        assert!(self.written.is_some(), "nothing was written:\n{}", self.found.lines().join("\n"));
        self
    }

    /// The text of a built file.
    #[track_caller]
    pub fn text(&self, path: &str) -> &str {
        let bytes =
            self.files.get(path).unwrap_or_else(|| panic!("{path} was not built: {:?}", self.files.keys()));
        std::str::from_utf8(bytes).expect("the file is UTF-8")
    }
}

/// Everything that was reported, in order.
pub struct Found(pub Vec<Located>);

impl Found {
    /// The codes, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.0.iter().map(|one| one.diagnostic.rule.code).collect()
    }

    /// Fails unless nothing was reported.
    #[track_caller]
    pub fn assert_silent(&self) {
        assert!(self.0.is_empty(), "nothing is wrong here, but:\n{}", self.lines().join("\n"));
    }

    /// Fails unless just these were reported, in this order.
    #[track_caller]
    pub fn assert_codes(&self, codes: &[&str]) {
        assert_eq!(self.codes(), codes, "\n{}", self.lines().join("\n"));
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|one| one.diagnostic.level == Level::Error)
    }

    /// `file:line:column CODE message (help)`, one line for each.
    pub fn lines(&self) -> Vec<String> {
        self.0.iter().map(line).collect()
    }
}

fn line(one: &Located) -> String {
    let (place, diagnostic) = (&one.primary, &one.diagnostic);
    let help = diagnostic.help.as_deref().unwrap_or("no help");
    let page = diagnostic.page.as_deref().map(|page| format!(" [{page}]")).unwrap_or_default();
    let (code, message) = (diagnostic.rule.code, &diagnostic.message);
    format!("{}:{}:{} {code} {message} ({help}){page}", place.file, place.start.line, place.start.column)
}

/// All that is wrong with a site in memory, and the site.
pub fn check_in_memory<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Found, Site) {
    let sources = cscare_site::diagnostic::Checked::clean(SourceTree::in_memory(files));
    let site = Site::load(sources, &Options::default(), &Highlighter::default());
    let diagnostics = site.check();
    (Found(report::locate(diagnostics, &site.sources)), site)
}

/// A file of a site as text, made with this press.
#[track_caller]
pub fn printed(press: &Press, site: &Site, path: &str) -> String {
    let renderer = press.renderer(site.model()).expect("there is a theme");
    let bytes = renderer.artifact(&OutputPath::new(path)).expect("it renders").expect("it is planned");
    String::from_utf8(bytes.into_owned()).expect("pages are UTF-8")
}

/// The text of a source file, as messages count it; empty when it cannot be read.
pub fn source_text(site: &Site, path: &SourcePath) -> String {
    site.sources.text(path).unwrap_or_default()
}

/// `tests/golden/<name>`.
pub fn golden_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// Whether stored expectations are to be rewritten.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1")
}

/// Whether the name of a built file ends so; the program writes endings in lower case.
pub fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// Everything below `folder`; nothing when there is no such folder.
pub fn tree(folder: &Path) -> Tree {
    let mut found = Tree::new();
    if folder.is_dir() {
        walk(folder, folder, &mut found);
    }
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Tree) {
    let before = found.len();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the entry can be read").path();
        let name = path.strip_prefix(root).expect("it is below the root").to_string_lossy().into_owned();
        if path.is_symlink() {
            let target = fs::read_link(&path).expect("the link can be read");
            found.insert(name, format!("link to {}", target.display()).into_bytes());
        } else if path.is_dir() {
            walk(root, &path, found);
        } else if path.is_file() {
            found.insert(name, fs::read(&path).expect("the file can be read"));
        } else {
            found.insert(name, b"no ordinary file".to_vec());
        }
    }
    if found.len() == before && folder != root {
        let name = folder.strip_prefix(root).expect("it is below the root").to_string_lossy();
        found.insert(format!("{name}/"), Vec::new());
    }
}
