//! Files that are published as they are. Stylesheets, scripts and what pages name of the content get a name with a part of
//! their hash, so that a browser may keep them for ever.

use super::named::NamedFiles;
use super::stylesheets::Addresses;
use super::{Item, Planner};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::highlight;
use crate::graph::Graph;
use crate::path::{SourcePath, UrlPath};
use crate::source::SourceTree;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use xxhash_rust::xxh3::xxh3_64;

impl Planner<'_> {
    pub(super) fn assets(&mut self, graph: &Graph) {
        let mut named = NamedFiles::of(self.resolver, self.config, graph);
        self.diagnostics.append(&mut named.diagnostics);
        let in_static = self.sources.below("static");
        let in_content = self.sources.below("content").filter(|path| named.is_named(path));
        let (stylesheets, others): (Vec<&SourcePath>, Vec<&SourcePath>) =
            in_static.chain(in_content).partition(|path| named.stylesheets.contains_key(*path));
        let sources = self.sources;
        let keeps_name = |path: &SourcePath| named.is_by_template(path);
        let planned: Vec<_> =
            others.into_par_iter().map(|path| (path, address(sources, path, keeps_name(path)))).collect();
        for (path, address) in planned {
            self.put_file(path, address);
        }
        let mut addresses = Addresses::default();
        for path in stylesheets {
            let address = self.stylesheet_address(path, &named, &mut addresses);
            self.put_file(path, address);
        }
        self.keep_rewritten(named.stylesheets);
        let css = highlight::stylesheet(&self.config.highlight);
        let url = UrlPath::new(&fingerprinted("highlight.css", css.as_bytes()));
        self.put(&url, Item::HighlightStylesheet, None);
        self.plan.highlight_stylesheet = Some(url);
    }

    fn put_file(&mut self, path: &SourcePath, address: Result<UrlPath, Diagnostic>) {
        match address {
            Ok(url) => {
                self.put(&url, Item::File(path.clone()), Some(Place::file(path)));
                self.plan.files.insert(path.clone(), url);
            }
            Err(unreadable) => self.diagnostics.push(unreadable),
        }
    }
}

fn address(sources: &SourceTree, path: &SourcePath, keeps_name: bool) -> Result<UrlPath, Diagnostic> {
    let name = below(path);
    let is_hashed = path.as_str().starts_with("content/") && !keeps_name || is_kept_for_ever(path);
    Ok(UrlPath::new(&if is_hashed { fingerprinted(name, &sources.bytes(path)?) } else { name.to_owned() }))
}

/// The path of a file below `content/` or `static/`.
pub(super) fn below(path: &SourcePath) -> &str {
    path.as_str().split_once('/').map_or(path.as_str(), |(_, name)| name)
}

/// Whether a file has a part of its hash in its name wherever it lies.
pub(super) fn is_kept_for_ever(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "css" | "js")
}

/// `style.css` → `style.0123abcd.css`.
pub(super) fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash = format!("{:016x}", xxh3_64(bytes));
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.ends_with('/') => format!("{stem}.{}.{extension}", &hash[..8]),
        _ => format!("{name}.{}", &hash[..8]),
    }
}
