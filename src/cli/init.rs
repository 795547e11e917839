//! `init`: an empty folder becomes a site that can be built; `init --add` gives a site what it does without.

use super::ask::{Ask, Question};
use super::terminal::{self, BOLD, PLAIN};
use super::{git, root, told};
use crate::config::{BaseUrl, check_language, check_title};
use crate::output::fresh::{self, FreshOutcome, NewFile};
use crate::scaffold::begin::{self, SETTINGS, SiteBeginning};
use crate::scaffold::{editor, theme, workflow};
use clap::{Args, ValueEnum};
use std::error::Error;
use std::path::{Path, PathBuf};

/// What `init` takes.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// Folder of the new site
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Title of the site [default: the folder's name]
    #[arg(long, value_name = "TEXT", value_parser = parse_title)]
    pub title: Option<String>,
    /// Language of the site, as a BCP 47 tag [default: en]
    #[arg(long, value_name = "TAG", value_parser = parse_language)]
    pub language: Option<String>,
    /// Address at which the site will be published [default: GitHub Pages' for the git remote]
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    pub base_url: Option<String>,
    /// Ask nothing
    #[arg(long, short)]
    pub yes: bool,
    /// Write only this, into a site that is there already
    #[arg(long, value_enum, value_name = "WHAT", conflicts_with_all = ["title", "language", "base_url"])]
    pub add: Vec<Addition>,
}

/// What a site can be given later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Addition {
    /// The workflow that publishes the site on GitHub Pages
    Workflow,
    /// Schemas and settings for VS Code
    Editor,
    /// The bundled templates, words and stylesheet, to be changed
    Theme,
}

pub const EXAMPLES: &str = "Examples:
  cscare-site init trees                 a new site in the folder trees/
  cscare-site init --yes --title Trees   … here, without a question
  cscare-site init --add workflow        the workflow alone, for a site that lacks it
  cscare-site init --add theme           templates, words and stylesheet, to be changed

Nothing is ever overwritten.";

fn parse_language(text: &str) -> Result<String, String> {
    check_language(text).map(|()| text.to_owned())
}

fn parse_title(text: &str) -> Result<String, String> {
    check_title(text).map(|()| text.to_owned())
}

fn parse_address(text: &str) -> Result<String, String> {
    BaseUrl::parse(text).map(|_| text.to_owned())
}

/// Makes a site, or adds to one.
pub fn init(arguments: &InitArguments) -> Result<bool, Box<dyn Error>> {
    let folder = &arguments.folder;
    if !arguments.add.is_empty() {
        return add(
            &root::find(Some(folder).filter(|folder| *folder != Path::new(".")).map(PathBuf::as_path))?,
            &arguments.add,
        );
    }
    if folder.join(SETTINGS).is_file() {
        terminal::to_stderr(&format!(
            "nothing to do: `{}` is a site already; `init --add` with `workflow`, `editor` or `theme` adds to it\n",
            folder.display()
        ));
        return Ok(true);
    }
    let beginning = beginning(arguments)?;
    let files = begin::files(&beginning);
    let outcomes = fresh::write(folder, &files)?;
    told::files(&files, &outcomes);
    remark_ignored(&files, &outcomes);
    remark_workflow(folder, &files, &outcomes);
    remark_language(&beginning.language);
    next_commands(folder);
    Ok(true)
}

fn beginning(arguments: &InitArguments) -> Result<SiteBeginning, Box<dyn Error>> {
    let ask = Ask::unless(arguments.yes);
    let name = root::here()?.join(&arguments.folder);
    let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let guess = git::github(&arguments.folder).map(|repository| repository.pages_address());
    let title = Question { text: "Title of the site", check: parse_title };
    let title = ask.text(arguments.title.clone(), &title, &begin::title_from(&name))?;
    let language = Question { text: "Language, as a tag such as en-GB", check: parse_language };
    let address = Question { text: "Address at which it will be published", check: parse_address };
    let language = ask.text(arguments.language.clone(), &language, "en")?;
    let base_url = match (&arguments.base_url, guess) {
        (None, Some(guess)) => Some(ask.text(None, &address, &guess)?),
        (given, None) => ask.perhaps(given.clone(), &address)?,
        (Some(given), _) => Some(given.clone()),
    };
    Ok(SiteBeginning { title, language, base_url })
}

fn add(root: &Path, additions: &[Addition]) -> Result<bool, Box<dyn Error>> {
    let mut files = Vec::new();
    if additions.contains(&Addition::Workflow) {
        files.push(workflow::file());
    }
    if additions.contains(&Addition::Editor) {
        files.extend(editor::files());
    }
    if additions.contains(&Addition::Theme) {
        files.extend(theme::files());
    }
    let outcomes = fresh::write(root, &files)?;
    told::files(&files, &outcomes);
    remark_workflow(root, &files, &outcomes);
    remark_theme(&files, &outcomes);
    Ok(true)
}

/// A copy of a template stays as it is when the program gets a better one.
fn remark_theme(files: &[NewFile], outcomes: &[FreshOutcome]) {
    let mut both = files.iter().zip(outcomes);
    if both.any(|(file, outcome)| file.path.starts_with("templates/") && *outcome == FreshOutcome::Written) {
        told::note(
            "remove every file again that you leave as it is: the bundled one takes its place, and gets better with the program",
        );
    }
}

/// A list of ignored files that was there already may lack what is built.
fn remark_ignored(files: &[NewFile], outcomes: &[FreshOutcome]) {
    let mut both = files.iter().zip(outcomes);
    if both.any(|(file, outcome)| file.path == ".gitignore" && *outcome == FreshOutcome::Kept) {
        told::note("see that your .gitignore has a line `/public/`, so that what is built is not committed");
    }
}

/// The theme speaks English until somebody translates it.
fn remark_language(language: &str) {
    if !language.to_ascii_lowercase().starts_with("en") {
        told::note(&format!(
            "menus and headings stay English until there is a templates/words.{language}.toml; the README says how"
        ));
    }
}

/// What else a new workflow needs.
fn remark_workflow(folder: &Path, files: &[NewFile], outcomes: &[FreshOutcome]) {
    let mut both = files.iter().zip(outcomes);
    if both.any(|(file, outcome)| file.path == workflow::PATH && *outcome == FreshOutcome::Written) {
        let path = workflow::PATH;
        told::note(&format!(
            "GitHub has to be told once where cscare-site comes from: see the top of {path}"
        ));
        remark_place(folder);
    }
}

/// GitHub reads workflows at the root of a repository alone.
fn remark_place(folder: &Path) {
    let (Some(top), Ok(folder)) = (git::work_tree(folder), folder.canonicalize()) else { return };
    let Ok(below) = folder.strip_prefix(&top) else { return };
    if !below.as_os_str().is_empty() {
        told::note(&format!(
            "this site is a folder of the repository `{}`: GitHub reads workflows at its root alone, so move {} there, \
             and set the variable CSCARE_SITE_ROOT to `{}`",
            top.display(),
            workflow::PATH,
            below.display()
        ));
    }
}

fn next_commands(folder: &Path) {
    let enter = match folder == Path::new(".") {
        true => String::new(),
        false => format!("  cd {}\n", shell_word(folder)),
    };
    terminal::to_stderr(&format!(
        "\n{BOLD}Next:{PLAIN}\n{enter}  cscare-site serve --open    see the site, and every change as you save it\n  \
         cscare-site build           write it into public/\n  \
         cscare-site deploy          publish it\n"
    ));
}

/// A path as it can be typed.
fn shell_word(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_');
    match text.chars().all(is_plain) && !text.starts_with('-') {
        true => text,
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}
