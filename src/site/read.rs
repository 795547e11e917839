//! Settings and documents, read from the sources: the stages that touch the disk.

use super::{FEW, Options};
use crate::config::{self, SiteConfig};
use crate::diagnostic::Checked;
use crate::document::highlight::Highlighter;
use crate::document::own_id;
use crate::evidence::decode::{self, Decoded};
use crate::evidence::lock::{self, Lock};
use crate::path::SourcePath;
use crate::source::SourceTree;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Reads the settings.
pub(super) fn settings(sources: &SourceTree, options: &Options) -> Checked<SiteConfig> {
    let mut config = config::read(sources);
    if let Some(base) = &options.base {
        config.value.base = base.clone();
    }
    config.value.deny(&options.deny);
    config
}

/// Reads what `verify` found; nothing when there is no lock. It may be larger than other texts.
pub(super) fn lock(sources: &SourceTree) -> Checked<Lock> {
    let path = SourcePath::new(lock::PATH);
    if !sources.contains(&path) {
        return Checked::default();
    }
    match sources.large_text(&path) {
        Ok(text) => lock::read(&path, &text),
        Err(diagnostic) => Checked { value: Lock::default(), diagnostics: vec![diagnostic] },
    }
}

/// The Markdown files among the content, in order.
pub(super) fn document_paths(sources: &SourceTree) -> impl Iterator<Item = &SourcePath> {
    sources.below("content").filter(|path| path.extension() == "md")
}

/// Reads every Markdown file, in parallel.
pub(super) fn documents(
    sources: &SourceTree,
    config: &SiteConfig,
    highlighter: &Highlighter,
) -> Checked<Vec<Decoded>> {
    let paths: Vec<&SourcePath> = document_paths(sources).collect();
    let read: Vec<Checked<Decoded>> =
        paths.par_iter().with_max_len(FEW).map(|path| document(sources, path, config, highlighter)).collect();
    let mut diagnostics = Vec::new();
    let documents = read.into_iter().map(|one| one.take(&mut diagnostics)).collect();
    Checked { value: documents, diagnostics }
}

/// Reads one Markdown file. A broken one stays known by its path and id, so that it is reported once.
pub(super) fn document(
    sources: &SourceTree,
    path: &SourcePath,
    config: &SiteConfig,
    highlighter: &Highlighter,
) -> Checked<Decoded> {
    let text = match sources.text(path) {
        Ok(text) => text,
        Err(diagnostic) => {
            return Checked { value: decode::unreadable(path), diagnostics: vec![diagnostic] };
        }
    };
    let mut diagnostics = Vec::new();
    let document = decode::parse(path, &text, config.markdown, highlighter).take(&mut diagnostics);
    let mut decoded = decode::document(document, config.markdown).take(&mut diagnostics);
    if decoded.page.broken
        && let Some(id) = own_id::own_id(path, &text)
    {
        decoded = decoded.with_id(id);
    }
    Checked { value: decoded, diagnostics }
}
