//! `doctor`: looks at everything that a site needs in order to be written and published, one line for each.

use super::terminal::{self, BOLD, GREEN, PLAIN, RED};
use super::{git, root, site};
use crate::git::github::Repository;
use crate::output::fresh::NewFile;
use crate::preview::watch;
use crate::scaffold::checkup::{self, CheckupRow, Health};
use crate::scaffold::kind::FileKind;
use crate::scaffold::{editor, workflow};
use crate::site::{Options, Site, has_errors};
use crate::source;
use clap::Args;
use std::error::Error;
use std::path::{Path, PathBuf, absolute};

/// What `doctor` takes.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// Says how everything is; whether nothing fails.
pub fn doctor(arguments: &DoctorArguments) -> Result<bool, Box<dyn Error>> {
    let mut rows = vec![CheckupRow::ok("program", format!("cscare-site {}", env!("CARGO_PKG_VERSION")))];
    match root::find(arguments.root.as_deref()) {
        Ok(root) => {
            let root = absolute(root)?;
            site::settle(&root)?;
            rows.extend(site_rows(&root));
        }
        Err(why) => {
            rows.push(CheckupRow::fail(
                "site",
                why,
                "go into a site's folder, or begin one with `cscare-site init`",
            ));
            rows.push(git_row());
        }
    }
    let text: String = rows.iter().map(line).collect();
    terminal::to_stdout(&text)?;
    Ok(rows.iter().all(|row| row.health != Health::Fail))
}

fn site_rows(root: &Path) -> Vec<CheckupRow> {
    let site = Site::load(source::disk::read(root), &Options::default(), &site::highlighter(root));
    let mut rows = vec![content(&site), watching(root), git_row()];
    let repository = repository_rows(root, &mut rows);
    let domain = source::disk::cache(&root.join("static/CNAME"));
    let domain = domain.as_deref().map(str::trim).filter(|domain| !domain.is_empty());
    rows.push(checkup::address(&site.config.base, repository.as_ref(), domain));
    let top = git::work_tree(root).unwrap_or_else(|| root.to_owned());
    rows.push(file("workflow", &top, &workflow::file(), "cscare-site init --add workflow"));
    rows.push(schemas(root));
    rows
}

fn content(site: &Site) -> CheckupRow {
    let diagnostics = site.check();
    match has_errors(&diagnostics) {
        true => CheckupRow::fail(
            "site",
            "it has errors, so it would not be built",
            "`cscare-site check` lists them",
        ),
        false => CheckupRow::ok("site", format!("{}, without errors", site.config.title)),
    }
}

fn watching(root: &Path) -> CheckupRow {
    match watch::tells(root) {
        Ok(true) => CheckupRow::ok("watching", "the system tells of changed files"),
        Ok(false) => CheckupRow::warn(
            "watching",
            "it cannot be found out whether the system tells of changed files",
            "see that you may write into the site's folder",
        ),
        Err(remark) => CheckupRow::warn(
            "watching",
            remark.to_string(),
            "`serve` looks by itself; nothing has to be done",
        ),
    }
}

fn git_row() -> CheckupRow {
    let remedy = "install a newer one; `deploy` needs 2.29";
    match (git::ask(Path::new("."), &["--version"]), git::is_too_old()) {
        (Some(version), true) => CheckupRow::warn("git", format!("{version}, which is too old"), remedy),
        (Some(version), false) => CheckupRow::ok("git", version),
        (None, _) => CheckupRow::warn("git", "it is not there", "install git, which `deploy` publishes with"),
    }
}

fn repository_rows(root: &Path, rows: &mut Vec<CheckupRow>) -> Option<Repository> {
    // Without git nothing can be said; that it is not there is told already.
    git::ask(root, &["--version"])?;
    let Some(top) = git::work_tree(root) else {
        rows.push(CheckupRow::warn(
            "repository",
            "this folder is in no git repository",
            "run `git init`, then commit",
        ));
        return None;
    };
    rows.push(CheckupRow::ok("repository", top.display().to_string()));
    let ignored = git::ask(root, &["check-ignore", "--quiet", "public/index.html"]).is_some();
    rows.push(match ignored {
        true => CheckupRow::ok("ignored", "git leaves public/ alone"),
        false => {
            CheckupRow::warn("ignored", "git does not ignore public/", "add a line `/public/` to .gitignore")
        }
    });
    let Some((name, address)) = git::remote(root) else {
        let add = "run `git remote add origin git@github.com:OWNER/REPOSITORY.git`";
        rows.push(CheckupRow::warn("remote", "there is no remote to publish to", add));
        return None;
    };
    let repository = Repository::of_remote(&address);
    rows.push(match &repository {
        Some(repository) => CheckupRow::ok("remote", format!("{name}: {repository} on GitHub")),
        None => CheckupRow::ok("remote", format!("{name}: not on GitHub")),
    });
    repository
}

fn file(subject: &'static str, folder: &Path, file: &NewFile, command: &str) -> CheckupRow {
    checkup::written(subject, file, source::disk::cache(&folder.join(&file.path)).as_deref(), command)
}

/// The first schema that is not as it should be speaks for all.
fn schemas(root: &Path) -> CheckupRow {
    let mut rows = FileKind::ALL
        .map(|kind| file("schemas", root, &editor::schema(kind), "cscare-site init --add editor"));
    rows.sort_by_key(|row| row.health == Health::Ok);
    let [first, ..] = rows;
    match first.health {
        Health::Ok => CheckupRow::ok("schemas", ".vscode/schemas"),
        Health::Warn | Health::Fail => first,
    }
}

fn line(row: &CheckupRow) -> String {
    let (colour, word) = match row.health {
        Health::Ok => (GREEN, "ok  "),
        Health::Warn => (BOLD, "warn"),
        Health::Fail => (RED, "fail"),
    };
    let remedy = match row.remedy.is_empty() {
        true => String::new(),
        false => format!("                  = help: {}\n", row.remedy),
    };
    format!("{colour}{word}{PLAIN}  {:<11} {}\n{remedy}", row.subject, row.found)
}
