//! `build` and `check`.

use super::args::{BuildArguments, CheckArguments, Format, SiteArguments};
use super::{clock, explain, fix, root, stale, terminal};
use crate::document::highlight::Highlighter;
use crate::output::{self, cache};
use crate::report::{self, Located};
use crate::site::{Options, Read, Site, has_errors};
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
    settle(&root);
    // A site with errors must not leave half of another one standing.
    output::recover(&output)?;
    let progress = terminal::Progress::start(terminal::BUILDING);
    let site = load_and(&root, &arguments.site, |highlighter| remember(&root, highlighter))?;
    let built = site.build(&output)?;
    drop(progress);
    let clean = !has_errors(&built.diagnostics);
    let located = report::locate(built.diagnostics, &site.sources);
    print(&located, arguments.site.format)?;
    if built.written.is_some() && !site.config.base.is_whole() {
        terminal::note(
            "feed.xml and sitemap.xml are left out, since they need whole addresses: set `base_url` in site.toml, such as \
             `base_url = \"https://example.org/reviews/\"`",
        );
    }
    match built.written {
        Some(written) => terminal::summary(&site, Some((&written, &output)), &located, started.elapsed()),
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
    settle(&root);
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
        terminal::summary(&site, None, &located, started.elapsed());
    } else {
        terminal::verdict(&located, "the site would not be built");
    }
    std::mem::forget(site);
    Ok(clean)
}

/// Finishes or undoes what a killed run left, before anything else is done. Where that is not possible it is told, and left
/// to the command that cannot do without.
pub(super) fn settle(root: &Path) {
    output::sweep(root);
    let recovered = root::output(root, None).map(|output| output::recover(&output));
    if let Ok(Err(failure)) = recovered {
        terminal::note(format!("what a killed build left is still there: {failure}"));
    }
}

/// Understands the site at `root`.
pub(super) fn load(root: &Path, arguments: &SiteArguments) -> Result<Site, Box<dyn Error>> {
    load_and(root, arguments, |_| ())
}

/// The same; `after_reading` is given what highlighted its code.
fn load_and(
    root: &Path,
    arguments: &SiteArguments,
    after_reading: impl FnOnce(&Highlighter),
) -> Result<Site, Box<dyn Error>> {
    let today = clock::today(arguments.date)?;
    let options = Options {
        drafts: arguments.drafts,
        base: arguments.base_url.clone(),
        today: Some(today),
        deny: arguments.deny.clone(),
    };
    let (sources, highlighter) = rayon::join(|| source::disk::read(root), || highlighter(root));
    let read = Read::new(sources, &options, &highlighter);
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
        let _ = cache::write(root, HIGHLIGHTED, &text);
    }
}

pub(super) fn print(located: &[Located], format: Format) -> Result<(), Box<dyn Error>> {
    match format {
        Format::Human => {
            terminal::to_stderr(&report::human(located));
            terminal::to_stderr(&explain::more(located));
            Ok(())
        }
        Format::Short => terminal::to_stdout(&report::short(located)),
        Format::Json => terminal::to_stdout(&report::json(located)),
        Format::Github => terminal::to_stdout(&report::github(located)),
        Format::Sarif => terminal::to_stdout(&report::sarif(located)),
    }
}
