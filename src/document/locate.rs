//! From the name of a front-matter field to the bytes where it stands; done only for what is reported.

use super::{front, yaml};
use crate::diagnostic::Spot;
use crate::path::SourcePath;
use crate::schema::Node;
use crate::span::Span;

/// The tree of a file's front matter and its offset; `None` when there is none that can be read.
#[must_use]
pub fn front_tree(path: &SourcePath, text: &str) -> Option<(Node, usize)> {
    let (yaml, offset) = front::split(path, text).value.yaml?;
    yaml::tree(yaml).ok().map(|node| (node, offset))
}

/// The bytes to show for `spot` in the file `text` with that tree: the first line of what it means, or of the file.
#[must_use]
pub fn locate(text: &str, tree: Option<&(Node, usize)>, spot: &Spot) -> Span {
    first_line(text, whole(text, tree, spot).unwrap_or_else(|| Span::new(0, text.len())).clamped(text))
}

/// All the bytes that `spot` means; `None` for a file, or when the front matter cannot be read.
#[must_use]
pub fn whole(text: &str, tree: Option<&(Node, usize)>, spot: &Spot) -> Option<Span> {
    match spot {
        Spot::File => None,
        Spot::Span(span) => Some(span.clamped(text)),
        Spot::Value(field) => tree.map(|(node, offset)| node.value_span(field).shifted(*offset)),
        Spot::Key(field) => tree.map(|(node, offset)| node.key_span(field).shifted(*offset)),
    }
}

/// A label under more than one line says less than one under the first.
fn first_line(text: &str, span: Span) -> Span {
    let line = text[span.start..span.end].find(['\n', '\r']).map_or(span.end, |newline| span.start + newline);
    Span::new(span.start, line)
}
