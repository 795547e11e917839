//! The default theme, carried inside the program.

use super::{SourceBytes, SourceTree};
use crate::path::SourcePath;
use rust_embed::RustEmbed;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct BundledTemplates;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Static;

/// What the bundled theme has at this path.
pub(super) fn file(path: &SourcePath) -> Option<Cow<'static, [u8]>> {
    let (folder, name) = path.as_str().split_once('/')?;
    let file = match folder {
        "templates" => BundledTemplates::get(name),
        "static" => Static::get(name),
        _ => None,
    };
    file.map(|file| file.data)
}

/// A tree that holds the bundled theme and nothing else.
pub(super) fn theme() -> SourceTree {
    let mut tree = SourceTree::default();
    let templates =
        BundledTemplates::iter().map(|name| (format!("templates/{name}"), BundledTemplates::get(&name)));
    let files = Static::iter().map(|name| (format!("static/{name}"), Static::get(&name)));
    for (path, file) in templates.chain(files) {
        if let Some(file) = file {
            tree.files.insert(SourcePath::new(&path), SourceBytes::Bundled(file.data));
        }
    }
    tree
}
