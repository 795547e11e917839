//! What is about to be published, told before it is: from where, to where, and which pages and numbers differ.

use super::terminal::{self, BOLD, PLAIN};
use crate::compare::{self, Comparison, State};
use crate::deploy::{FileChanges, Publication, short};
use crate::lint::unchecked::Unchecked;
use crate::report::shown;
use crate::site::Site;

/// Changed pages and files named before the rest is only counted. Those that are removed or new are all named.
const NAMED: usize = 12;

/// Lines about records shown before the rest is left to `diff`.
const LINES: usize = 200;

/// What is about to be published, and how it differs from what is.
pub(super) fn show(publication: &Publication<'_>, site: &Site) {
    let Publication { source, target, published, tree, .. } = publication;
    let (files, size) = (tree.files.files.len(), terminal::size(tree.files.size()));
    let from = short(&source.revision);
    terminal::to_stderr(&format!(
        "{BOLD}to{PLAIN}    `{}` on {}\n{BOLD}from{PLAIN}  commit {from}, {} files, {size}\n",
        target.branch,
        target.shown,
        terminal::grouped(files)
    ));
    terminal::to_stderr(&unchecked_text(site.review().unchecked()));
    if let Some(path) = target.repository.as_ref().and_then(|_| source.workflow()) {
        terminal::note(format!(
            "`{path}` publishes to GitHub Pages too, which shows either what it publishes or a branch"
        ));
    }
    let (pages, others) = FileChanges::of(&published.files, &tree.files);
    let changes =
        [("pages", &pages), ("other files", &others)].map(|(noun, changes)| files_text(noun, changes));
    let changes = format!("{}{}", changes.concat(), kept_text(&tree.kept));
    let Some(commit) = &published.commit else {
        terminal::to_stderr(&format!("{BOLD}now{PLAIN}   nothing: this is the first time\n{changes}"));
        return;
    };
    let made_from = published
        .source
        .as_deref()
        .map_or_else(String::new, |source| format!(", from commit {}", short(source)));
    terminal::to_stderr(&format!("{BOLD}now{PLAIN}   {}{made_from}\n{changes}", short(commit)));
    if published.commits > 1 && !target.append && !publication.is_published() {
        terminal::note(format!(
            "the {} commits of `{}` become one, without what was in them earlier; `--append` keeps them",
            terminal::grouped(published.commits),
            target.branch
        ));
    }
    if published.state.unknown().next().is_some() {
        terminal::note("numbers cannot be compared: what is published has no data files of a review");
    }
    let comparison = Comparison::of(&published.state, &State::of_site(site));
    terminal::to_stderr(&cut(&compare::text(&comparison)));
}

/// What nothing checks; empty where everything is.
fn unchecked_text(unchecked: Unchecked) -> String {
    let Unchecked { numbers, statistics, statements } = unchecked;
    let counted = |count: usize, noun: &str, how: &str| {
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{} {noun}{plural} {how}", terminal::grouped(count)))
    };
    let is_not_looked_for = || Some("numbers that no link binds, which W001 would look for".to_owned());
    let numbers = match numbers {
        Some(count) => counted(count, "number", "in prose bound to no statistic"),
        None => is_not_looked_for(),
    };
    let lines = [
        numbers,
        counted(statistics, "statistic", "without a place, an address or an article (`at:`, `url:`, `via:`)"),
        counted(statements, "statement", "not held against the archived text it names (`verify`)"),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().map(|line| format!("  {line}\n")).collect();
    if lines.is_empty() { String::new() } else { format!("nothing checks:\n{}", lines.concat()) }
}

fn files_text(noun: &str, changes: &FileChanges) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let kinds = [
        ('-', &changes.removed, "removed", usize::MAX),
        ('+', &changes.added, "added", usize::MAX),
        ('~', &changes.changed, "changed", NAMED),
    ];
    let counts: Vec<String> = kinds
        .iter()
        .filter(|(_, paths, ..)| !paths.is_empty())
        .map(|(_, paths, how, _)| format!("{} {how}", terminal::grouped(paths.len())))
        .collect();
    let named = kinds.map(|(mark, paths, how, limit)| paths_text(mark, paths, how, limit));
    format!("{noun}: {}\n{}", counts.join(", "), named.concat())
}

/// One line for each path, up to a limit.
fn paths_text(mark: char, paths: &[String], how: &str, limit: usize) -> String {
    let named: Vec<String> =
        paths.iter().take(limit).map(|path| format!("  {mark} {}\n", shown(path))).collect();
    let mut text = named.concat();
    if let more @ 1.. = paths.len().saturating_sub(limit) {
        text.push_str(&format!("  … and {} more {how}\n", terminal::grouped(more)));
    }
    text
}

/// What stays on the branch though no publication wrote it.
fn kept_text(kept: &[String]) -> String {
    if kept.is_empty() {
        return String::new();
    }
    let heading = format!("kept, as this program did not put it there: {}\n", terminal::grouped(kept.len()));
    let paths: Vec<String> = kept.iter().map(|path| format!("/{path}")).collect();
    heading + &paths_text('=', &paths, "kept", usize::MAX)
}

fn cut(text: &str) -> String {
    let more = text.lines().count().saturating_sub(LINES);
    if more == 0 {
        return text.to_owned();
    }
    let shown = text.lines().take(LINES).collect::<Vec<_>>().join("\n");
    format!("{shown}\n  … and {more} lines more, which `cscare-site diff` shows\n")
}
