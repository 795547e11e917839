//! Byte ranges in a source file, and the way from a byte to a line and column.
//!
//! Nothing here knows which file a span belongs to; a [`crate::diagnostic::Place`] does.

/// A half-open range of bytes, `start..end`, counted from the first byte of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start is moved up to it.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The same range, `offset` bytes further on.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The range moved inside `text`, to whole characters, so that slicing with it cannot fail.
    #[must_use]
    pub fn clamped(self, text: &str) -> Self {
        let start = floor_char(text, self.start);
        Self { start, end: floor_char(text, self.end).max(start) }
    }
}

/// The last character boundary at or before `byte`.
fn floor_char(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text start, so that many places in it can be told quickly.
#[derive(Debug, Clone)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Looks through the text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let after_newlines =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(after_newlines).collect())
    }

    /// The line and column of a byte offset in the same text.
    #[must_use]
    pub fn line_column(&self, text: &str, byte: usize) -> LineColumn {
        let at = floor_char(text, byte);
        let line = self.0.partition_point(|start| *start <= at);
        LineColumn { line, column: text[self.0[line - 1]..at].chars().count() + 1 }
    }
}

/// The line and column of a byte offset.
#[must_use]
pub fn line_column(text: &str, byte: usize) -> LineColumn {
    Lines::of(text).line_column(text, byte)
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, Span, line_column};

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a\n£872m x";
        assert_eq!(line_column(text, 8), LineColumn { line: 2, column: 6 });
        assert_eq!(line_column(text, 999), LineColumn { line: 2, column: 8 });
    }

    #[test]
    fn clamping_lands_on_characters() {
        let text = "£";
        assert_eq!(Span::new(1, 9).clamped(text), Span::new(0, 2));
    }
}
