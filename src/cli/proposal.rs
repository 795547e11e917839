//! What is about to be published, told before it is: from where, to where, and which pages and numbers differ.

use super::terminal::{self, BOLD, PLAIN};
use crate::compare::{self, Comparison, State};
use crate::deploy::{FileChanges, Publication, short};
use crate::site::Site;

/// Pages and files named before the rest is only counted.
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
    for path in &source.ignored {
        terminal::note(format!("`{path}` is published, though git ignores it: no commit holds it"));
    }
    if let Some(path) = target.repository.as_ref().and_then(|_| source.workflow()) {
        terminal::note(format!(
            "`{path}` publishes to GitHub Pages too, which shows either what it publishes or a branch"
        ));
    }
    let Some(commit) = &published.commit else {
        terminal::to_stderr(&format!("{BOLD}now{PLAIN}   nothing: this is the first time\n"));
        return;
    };
    let made_from = published
        .source
        .as_deref()
        .map_or_else(String::new, |source| format!(", from commit {}", short(source)));
    terminal::to_stderr(&format!("{BOLD}now{PLAIN}   {}{made_from}\n", short(commit)));
    let (pages, others) = FileChanges::of(&published.files, &tree.files);
    terminal::to_stderr(&format!("{}{}", files_text("pages", &pages), files_text("other files", &others)));
    if published.state.unknown().next().is_some() {
        terminal::note("numbers cannot be compared: what is published has no data files of a review");
    }
    let comparison = Comparison::of(&published.state, &State::of_site(site));
    terminal::to_stderr(&cut(&compare::text(&comparison)));
}

fn files_text(noun: &str, changes: &FileChanges) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let kinds = [
        ('+', &changes.added, "added"),
        ('~', &changes.changed, "changed"),
        ('-', &changes.removed, "removed"),
    ];
    let counts: Vec<String> = kinds
        .iter()
        .filter(|(_, paths, _)| !paths.is_empty())
        .map(|(_, paths, how)| format!("{} {how}", terminal::grouped(paths.len())))
        .collect();
    let paths =
        kinds.iter().flat_map(|(mark, paths, _)| paths.iter().map(move |path| format!("  {mark} {path}\n")));
    let named = paths.take(NAMED).collect::<Vec<_>>().concat();
    let more = match changes.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("  … and {} more\n", terminal::grouped(more)),
    };
    format!("{noun}: {}\n{named}{more}", counts.join(", "))
}

fn cut(text: &str) -> String {
    let more = text.lines().count().saturating_sub(LINES);
    if more == 0 {
        return text.to_owned();
    }
    let shown = text.lines().take(LINES).collect::<Vec<_>>().join("\n");
    format!("{shown}\n  … and {more} lines more, which `cscare-site diff` shows\n")
}
