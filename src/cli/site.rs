//! `build` and `check`.

use super::args::{BuildArguments, Format, SiteArguments};
use super::{clock, root, terminal};
use crate::document::highlight::Highlighter;
use crate::output::cache;
use crate::report::{self, Located};
use crate::site::{Options, Site, has_errors};
use crate::source;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// Where highlighted code is remembered, below the site's folder.
pub(super) const CACHE: &str = ".cscare";
const HIGHLIGHTED: &str = "highlighted.json";

/// Builds the site; whether it was without errors.
pub fn build(arguments: &BuildArguments) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let root = root::find(arguments.site.root.as_deref())?;
    let output = root::output(&root, arguments.out.as_deref())?;
    let progress = terminal::Progress::start(terminal::BUILDING);
    let highlighter = highlighter(&root);
    let site = load(&root, &arguments.site, &highlighter)?;
    let built = site.build(&output)?;
    drop(progress);
    remember(&root, &highlighter);
    let clean = !has_errors(&built.diagnostics);
    let located = report::locate(built.diagnostics, &site.sources);
    print(&located, arguments.site.format);
    match built.written {
        Some(written) => terminal::summary(&site, Some((&written, &output)), &located, started.elapsed()),
        None => terminal::verdict(&located, "nothing was written"),
    }
    // The process ends here: taking a large site apart piece by piece would only cost time.
    std::mem::forget(site);
    Ok(clean)
}

/// Checks the site; whether it is without errors.
pub fn check(arguments: &SiteArguments) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let root = root::find(arguments.root.as_deref())?;
    let progress = terminal::Progress::start(terminal::BUILDING);
    let highlighter = highlighter(&root);
    let site = load(&root, arguments, &highlighter)?;
    let diagnostics = site.check();
    drop(progress);
    let clean = !has_errors(&diagnostics);
    let located = report::locate(diagnostics, &site.sources);
    print(&located, arguments.format);
    if clean {
        terminal::summary(&site, None, &located, started.elapsed());
    } else {
        terminal::verdict(&located, "the site would not be built");
    }
    std::mem::forget(site);
    Ok(clean)
}

pub(super) fn load(
    root: &Path,
    arguments: &SiteArguments,
    highlighter: &Highlighter,
) -> Result<Site, Box<dyn Error>> {
    let today = clock::today(arguments.date)?;
    let options = Options { drafts: arguments.drafts, base: arguments.base_url.clone(), today: Some(today) };
    Ok(Site::load(source::disk::read(root), &options, highlighter))
}

pub(super) fn highlighter(root: &Path) -> Highlighter {
    let text = source::disk::cache(&root.join(CACHE).join(HIGHLIGHTED)).unwrap_or_default();
    Highlighter::with_memory(serde_json::from_str(&text).unwrap_or_default())
}

/// A cache that cannot be written costs time and nothing else.
pub(super) fn remember(root: &Path, highlighter: &Highlighter) {
    let text = highlighter.remembered().and_then(|memory| serde_json::to_string(&memory).ok());
    if let Some(text) = text {
        let _ = cache::write(&root.join(CACHE), HIGHLIGHTED, &text);
    }
}

pub(super) fn print(located: &[Located], format: Format) {
    match format {
        Format::Human => terminal::to_stderr(&report::human(located)),
        Format::Json => terminal::to_stdout(&report::json(located)),
        Format::Github => terminal::to_stdout(&report::github(located)),
    }
}
