//! `verify`.

use super::args::VerifyArguments;
use super::{clock, root, site, terminal};
use crate::document::highlight::Highlighter;
use crate::evidence::lock;
use crate::output::replace;
use crate::report;
use crate::site::{Options, Site, has_errors};
use crate::source::{self, archive::Archive};
use std::error::Error;

/// Holds the site's statements against an archive and writes the lock; whether all of them are as the texts say.
///
/// Drafts are verified too, so that publishing one asks for no second run. The lock is written even when something
/// was not found, because it says so; a page that cannot be read keeps what the lock said of it. What is wrong with
/// the former lock is told and does not count: it is written anew.
pub fn verify(arguments: &VerifyArguments) -> Result<bool, Box<dyn Error>> {
    let root = root::find(arguments.root.as_deref())?;
    site::settle(&root)?;
    let archive = Archive::open(&arguments.archive)
        .ok_or_else(|| format!("there is no folder `{}`", arguments.archive.display()))?;
    let today = clock::today(arguments.date)?;
    let options = Options { drafts: true, today: Some(today), ..Options::default() };
    let site = Site::load(source::disk::read(&root), &options, &Highlighter::default());
    let verified = site.verify(&archive, today, arguments.renew);
    let is_of_lock = |file: &str| file == lock::PATH;
    let (of_lock, mut diagnostics): (Vec<_>, Vec<_>) =
        site.misread().into_iter().partition(|one| is_of_lock(one.primary.place.file.as_str()));
    diagnostics.extend(verified.diagnostics);
    let is_clean = !has_errors(&diagnostics);
    diagnostics.extend(of_lock);
    let is_written = match verified.lock.pages.is_empty() && site.lock.pages.is_empty() {
        true => false,
        false => replace::write(&root, lock::PATH, &lock::to_text(&verified.lock))?,
    };
    site::print(&report::locate(diagnostics, &site.sources), arguments.format)?;
    terminal::verified(&verified.tallies, is_written);
    Ok(is_clean)
}
