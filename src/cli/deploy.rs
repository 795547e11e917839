//! `deploy`: what is about to be published is shown first, then asked about, then pushed.

use super::args::SiteArguments;
use super::terminal::{BOLD, GREEN, PLAIN};
use super::{clock, proposal, root, site, terminal};
use crate::deploy::{
    self, BuiltSite, DeployFailure, Preflight, Publication, PublishTarget, Published, PublishedCommit, Tree,
    TypedTarget, short,
};
use crate::git::quoted;
use crate::output::listed::Listed;
use crate::output::{Purpose, Workroom};
use crate::path::{OutputPath, SourcePath};
use crate::report;
use crate::site::{Site, has_errors};
use clap::Args;
use std::error::Error;
use std::io::{IsTerminal, stdin};
use std::path::{Path, absolute};

pub(super) const EXAMPLES: &str = "It does one thing after another, and stops at the first that fails:
  1. everything in the site's folder has to be committed
  2. the site is checked and built, in a folder of its own
  3. address, size and the files that a web server needs are looked at
  4. pages and numbers are compared with what is published
  5. you are asked
  6. one commit without history is pushed to the branch, unless somebody else has published meanwhile

Your branches, index, files and settings stay as they are. Keys and tokens are git's business.
What others put on the branch is kept. When nothing is different, nothing is pushed.

Examples:
  cscare-site deploy --dry-run                 show what would be published
  cscare-site deploy                           … and publish it
  cscare-site deploy --yes --append            … without asking, keeping the history of the branch
  cscare-site deploy --remote ../site.git --branch live

Exit codes: 0 published, or nothing to publish; 1 the site has errors; 2 it could not be published.";

/// What `deploy` takes.
#[derive(Debug, Args)]
pub struct DeployArguments {
    /// The site and how it is read.
    #[command(flatten)]
    pub site: SiteArguments,
    /// Name, address or path of the repository to publish to [default: origin, or the only remote]
    #[arg(long, value_name = "REMOTE", allow_hyphen_values = true)]
    pub remote: Option<String>,
    /// Branch to publish to
    #[arg(long, value_name = "BRANCH", default_value = "gh-pages", allow_hyphen_values = true)]
    pub branch: String,
    /// Commit on top of what is published, where its history must not be replaced
    #[arg(long)]
    pub append: bool,
    /// Show what would be published, and push nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Publish without asking
    #[arg(long, short)]
    pub yes: bool,
}

/// Publishes the site; whether it was without errors.
pub fn deploy(arguments: &DeployArguments) -> Result<bool, Box<dyn Error>> {
    let root = absolute(root::find(arguments.site.root.as_deref())?)?;
    site::settle(&root)?;
    let again = typed();
    let (can_ask, time) = (stdin().is_terminal(), clock::epoch()?);
    if !(can_ask || arguments.yes || arguments.dry_run) {
        return Err(nobody_to_ask(&again).into());
    }
    let room = Workroom::take(&root, Purpose::Deploy)?;
    let source = PublishedCommit::open(&root, can_ask, &again)?;
    let place = TypedTarget {
        remote: arguments.remote.as_deref(),
        branch: &arguments.branch,
        append: arguments.append,
        again: &again,
    };
    let target = PublishTarget::find(&source.git, place)?;
    let Some(site) = build(&root, &room.path("site"), &arguments.site)? else { return Ok(false) };
    source.look_again(&site.sources, &|path| gets_out(&site, path), &again)?;
    let progress = terminal::Progress::start("asking what is published …");
    let published = Published::fetch(&source.git, &target)?;
    drop(progress);
    published.may_be_replaced(&source, &target)?;
    let paths: Vec<&str> = site.plan.items.keys().map(OutputPath::as_str).collect();
    let (folder, index) = (room.path("site"), room.path("index"));
    let listed = Listed::of_folder(&folder)?;
    let built = BuiltSite { folder: &folder, index: &index, paths: &paths, listed: &listed };
    let tree = deploy::write(&source.git, built, &published, &target)?;
    // It may take long until somebody answers, and what was built is not needed any more.
    drop(room);
    let publication =
        Publication { source: &source, target: &target, published: &published, tree: &tree, time };
    proposal::show(&publication, &site);
    preflight(&site, &target, &tree)?;
    finish(publication, arguments)?;
    Ok(true)
}

/// Whether a source, or a folder with one, gets out in some form: as it is, or as what pages are made of.
fn gets_out(site: &Site, path: &SourcePath) -> bool {
    let folder = [path.as_str(), "/"].concat();
    let is_meant = |taken: &SourcePath| taken == path || taken.as_str().starts_with(&folder);
    let is_published = |taken: &SourcePath| {
        let is_file = taken.as_str().starts_with("content/") && taken.extension() != "md";
        !is_file || site.plan.files.contains_key(taken)
    };
    site.sources.on_disk().any(|taken| is_meant(taken) && is_published(taken))
}

/// The command as it was typed, without the name of the program's file.
fn typed() -> String {
    let words = std::env::args_os().skip(1).map(|word| quoted(&word.to_string_lossy()));
    let words: Vec<String> = std::iter::once("cscare-site".to_owned()).chain(words).collect();
    words.join(" ")
}

fn nobody_to_ask(again: &str) -> DeployFailure {
    DeployFailure::new("publishing has to be confirmed, and there is no terminal on which to ask")
        .next(format!("{again} --dry-run   shows what would be published"))
        .next(format!("{again} --yes   publishes without asking"))
}

/// The site, built into `output`; `None` when it has errors, which have been told then.
fn build(root: &Path, output: &Path, arguments: &SiteArguments) -> Result<Option<Site>, Box<dyn Error>> {
    let progress = terminal::Progress::start(terminal::BUILDING);
    let site = site::load(root, arguments)?;
    let built = site.build(output)?;
    drop(progress);
    let clean = !has_errors(&built.diagnostics);
    let located = report::locate(built.diagnostics, &site.sources);
    site::print(&located, arguments.format)?;
    if !clean {
        terminal::verdict(&located, "nothing was published");
    }
    Ok(clean.then_some(site))
}

fn preflight(site: &Site, target: &PublishTarget, tree: &Tree) -> Result<(), DeployFailure> {
    let preflight = Preflight { base: &site.config.base, repository: target.repository.as_ref(), tree };
    let (blocking, other): (Vec<_>, Vec<_>) =
        preflight.remarks().into_iter().partition(|remark| remark.blocks);
    for remark in other {
        terminal::note(format!("{}\n  {}", remark.what, remark.help));
    }
    if blocking.is_empty() {
        return Ok(());
    }
    let what: Vec<String> = blocking.iter().map(|remark| remark.what.clone()).collect();
    let helps = blocking.into_iter().map(|remark| remark.help);
    Err(helps.chain([target.again.clone()]).fold(DeployFailure::new(what.join("\n")), DeployFailure::next))
}

/// Pushes, unless there is nothing to push or somebody says no.
fn finish(publication: Publication<'_>, arguments: &DeployArguments) -> Result<(), Box<dyn Error>> {
    let Publication { target, published, tree, .. } = publication;
    if publication.is_published() {
        terminal::to_stderr(&format!("{GREEN}nothing to publish{PLAIN}: the same is published already\n"));
        return Ok(());
    }
    if arguments.dry_run {
        terminal::to_stderr(&format!("{GREEN}nothing was pushed{PLAIN}: this was a dry run\n"));
        return Ok(());
    }
    if !(arguments.yes || confirmed(&target.branch)?) {
        terminal::to_stderr("nothing was pushed\n");
        return Ok(());
    }
    if !publication.source.has_author {
        terminal::note("git knows no name and address of yours, so the commit is made as `cscare-site`");
    }
    let progress = terminal::Progress::start("pushing …");
    let commit = deploy::push(publication)?;
    drop(progress);
    terminal::to_stderr(&format!("{GREEN}published{PLAIN} {}\n", short(&commit)));
    if let Some(address) = address(target, tree) {
        terminal::to_stderr(&format!("  {address} shows it in about a minute\n"));
    }
    if let (None, Some(repository)) = (&published.commit, &target.repository) {
        terminal::to_stderr(&format!(
            "  once: under {} choose “Deploy from a branch”, `{}`, `/ (root)`\n",
            repository.settings(),
            target.branch
        ));
    }
    Ok(())
}

/// Where GitHub Pages shows the site.
fn address(target: &PublishTarget, tree: &Tree) -> Option<String> {
    let pages = target.repository.as_ref()?.pages();
    Some(match &tree.domain {
        Some(domain) => format!("https://{domain}/"),
        None => format!("{}{}", pages.origin, pages.path),
    })
}

fn confirmed(branch: &str) -> Result<bool, Box<dyn Error>> {
    terminal::to_stderr(&format!("{BOLD}publish this to `{branch}`?{PLAIN} [y/N] "));
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
