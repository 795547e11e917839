//! The bundled theme as files of the author's: templates, words and the stylesheet.

use crate::output::fresh::NewFile;
use crate::path::SourcePath;
use crate::source::SourceTree;

/// Every file of it that can be changed in an editor.
#[must_use]
pub fn files() -> Vec<NewFile> {
    let bundled = SourceTree::in_memory([]);
    let stylesheet = SourcePath::new("static/style.css");
    let paths = bundled.below("templates").chain([&stylesheet]);
    paths.filter_map(|path| Some(NewFile::new(path.as_str(), bundled.text(path).ok()?))).collect()
}
