//! Files that are published as they are. Stylesheets, scripts and images among the content get a name
//! with a part of their hash, so that a browser may keep them for ever.

use super::{Item, Planner};
use crate::diagnostic::Place;
use crate::document::highlight;
use crate::path::{SourcePath, UrlPath};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use xxhash_rust::xxh3::xxh3_64;

impl Planner<'_> {
    pub(super) fn assets(&mut self) {
        let in_static = self.sources.below("static");
        let in_content = self.sources.below("content").filter(|path| path.extension() != "md");
        let paths: Vec<&SourcePath> = in_static.chain(in_content).collect();
        let sources = self.sources;
        let planned: Vec<_> = paths.into_par_iter().map(|path| (path, address(sources, path))).collect();
        for (path, address) in planned {
            match address {
                Ok(url) => {
                    self.put(&url, Item::File(path.clone()), Some(Place::file(path)));
                    self.plan.files.insert(path.clone(), url);
                }
                Err(unreadable) => self.diagnostics.push(unreadable),
            }
        }
        let css = highlight::stylesheet(&self.config.light_theme, &self.config.dark_theme);
        let url = UrlPath::new(&fingerprinted("highlight.css", css.as_bytes()));
        self.put(&url, Item::HighlightStylesheet, None);
        self.plan.highlight_stylesheet = Some(url);
    }
}

fn address(
    sources: &crate::source::SourceTree,
    path: &SourcePath,
) -> Result<UrlPath, crate::diagnostic::Diagnostic> {
    let (folder, name) = path.as_str().split_once('/').unwrap_or(("", path.as_str()));
    if folder == "content" || matches!(path.extension().as_str(), "css" | "js") {
        return Ok(UrlPath::new(&fingerprinted(name, &sources.bytes(path)?)));
    }
    Ok(UrlPath::new(name))
}

/// `style.css` → `style.0123abcd.css`.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash = format!("{:016x}", xxh3_64(bytes));
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.ends_with('/') => format!("{stem}.{}.{extension}", &hash[..8]),
        _ => format!("{name}.{}", &hash[..8]),
    }
}
