//! `build` and `check`.

use super::again::{self, BuildRun};
use super::args::{BuildArguments, CheckArguments, Format, SiteArguments};
use super::{clock, explain, fix, root, stale, terminal};
use crate::document::highlight::Highlighter;
use crate::output::{self, cache, cached};
use crate::report::{self, Located};
use crate::site::{Options, ReadSite, Site, has_errors};
use crate::source;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// Where highlighted code is remembered, in the program's own folder.
const HIGHLIGHTED: &str = "highlighted.txt";

/// Builds the site; whether it was without errors.
pub fn build(arguments: &BuildArguments) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let root = root::find(arguments.site.root.as_deref())?;
    let output = root::output(&root, arguments.out.as_deref())?;
    settle(&root)?;
    // A site with errors must not leave half of another one standing.
    output::recover(&output)?;
    let run = BuildRun::new(&root, &output, arguments, clock::today(arguments.site.date)?);
    if let Some((said, files)) = run.as_ref().and_then(|run| run.said_before(&root, &output)) {
        again::say(&said, files, &output, started)?;
        return Ok(true);
    }
    let run = run.filter(|run| run.can_be_remembered(&root));
    let progress = terminal::Progress::start(terminal::BUILDING);
    let highlighter = highlighter(&root);
    let site = load_and(&root, &arguments.site, highlighter, |highlighter| remember(&root, highlighter))?;
    let built = site.build(&output)?;
    drop(progress);
    let clean = !has_errors(&built.diagnostics);
    let located = report::locate(built.diagnostics, &site.sources);
    let mut printed = printed(&located, arguments.site.format);
    if built.written.is_some() && !site.config.base.is_whole() {
        printed[1].push_str(&terminal::noted(
            "feed.xml and sitemap.xml are left out, since they need whole addresses: set `base_url` in site.toml, such as \
             `base_url = \"https://example.org/reviews/\"`",
        ));
    }
    show(&printed)?;
    match built.written {
        Some(written) => {
            let (rows, counted) = (terminal::rows(&site), terminal::counted_if_any(&located));
            terminal::summary(rows.clone(), Some((&written, &output)), &counted, started.elapsed());
            match run {
                Some(run) => run.remember(&root, &output, printed, rows, counted),
                None => again::prepare(&root),
            }
        }
        None => terminal::verdict(&located, "nothing was written"),
    }
    // The process ends here: taking a large site apart piece by piece would only cost time.
    std::mem::forget(site);
    Ok(clean)
}

/// Checks the site; whether it is without errors.
pub fn check(arguments: &CheckArguments) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let CheckArguments { site: arguments, fix, stale } = arguments;
    let root = root::find(arguments.root.as_deref())?;
    settle(&root)?;
    let progress = terminal::Progress::start(terminal::BUILDING);
    if *fix {
        fix::fix(&root, arguments)?;
    }
    let site = load(&root, arguments)?;
    let diagnostics = site.check();
    drop(progress);
    let clean = !has_errors(&diagnostics);
    let located = report::locate(diagnostics, &site.sources);
    print(&located, arguments.format)?;
    if *stale {
        let list = stale::list(&site, clock::today(arguments.date)?);
        match arguments.format {
            Format::Human => terminal::to_stdout(&list)?,
            Format::Short | Format::Json | Format::Github | Format::Sarif => terminal::to_stderr(&list),
        }
    }
    if clean {
        let counted = terminal::counted_if_any(&located);
        terminal::summary(terminal::rows(&site), None, &counted, started.elapsed());
    } else {
        terminal::verdict(&located, "the site would not be built");
    }
    std::mem::forget(site);
    Ok(clean)
}

/// Finishes or undoes what a killed run left, before anything else is done. Where that is not possible it is told, and left
/// to the command that cannot do without. Where something else stands in place of `.cscare/`, no command goes on.
pub(super) fn settle(root: &Path) -> Result<(), output::OutputFailure> {
    output::sweep(root)?;
    let recovered = root::output(root, None).map(|output| output::recover(&output));
    if let Ok(Err(failure)) = recovered {
        terminal::note(format!("what a killed build left is still there: {failure}"));
    }
    Ok(())
}

/// Understands the site at `root`, to say what there is and what is wrong; its code is not highlighted.
pub(super) fn load(root: &Path, arguments: &SiteArguments) -> Result<Site, Box<dyn Error>> {
    load_and(root, arguments, Highlighter::of_languages(), |_| ())
}

/// The same; `after_reading` is given what highlighted its code.
fn load_and(
    root: &Path,
    arguments: &SiteArguments,
    highlighter: Highlighter,
    after_reading: impl FnOnce(&Highlighter),
) -> Result<Site, Box<dyn Error>> {
    let today = clock::today(arguments.date)?;
    let options = Options {
        drafts: arguments.drafts,
        base: arguments.base_url.clone(),
        today: Some(today),
        deny: arguments.deny.clone(),
    };
    let sources = source::disk::read(root);
    let read = ReadSite::new(sources, &options, &highlighter);
    after_reading(&highlighter);
    // No document is read any more, and it holds every block of code.
    drop(highlighter);
    Ok(read.understood())
}

pub(super) fn highlighter(root: &Path) -> Highlighter {
    let folder = root.join(cache::FOLDER);
    let text = Some(folder.join(HIGHLIGHTED)).filter(|_| source::disk::is_folder(&folder));
    let text = text.and_then(|path| source::disk::cache(&path)).unwrap_or_default();
    Highlighter::with_memory(text)
}

/// A cache that cannot be written costs time and nothing else.
pub(super) fn remember(root: &Path, highlighter: &Highlighter) {
    if let Some(text) = highlighter.remembered() {
        let _ = cached::write(root, HIGHLIGHTED, &text);
    }
}

pub(super) fn print(located: &[Located], format: Format) -> Result<(), Box<dyn Error>> {
    show(&printed(located, format))
}

/// What is said of problems, on standard output and on standard error.
fn printed(located: &[Located], format: Format) -> [String; 2] {
    let on_stdout = |text: String| [text, String::new()];
    match format {
        Format::Human => [String::new(), report::human(located) + &explain::more(located)],
        Format::Short => on_stdout(report::short(located)),
        Format::Json => on_stdout(report::json(located)),
        Format::Github => on_stdout(report::github(located)),
        Format::Sarif => on_stdout(report::sarif(located)),
    }
}

/// Shows what is said of problems.
pub(super) fn show([out, err]: &[String; 2]) -> Result<(), Box<dyn Error>> {
    if !err.is_empty() {
        terminal::messages(err)?;
    }
    if out.is_empty() { Ok(()) } else { terminal::to_stdout(out) }
}
