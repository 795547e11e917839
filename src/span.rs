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
    /// Column in UTF-16 units, from 1; a byte-order mark is no part of the text.
    pub unit: usize,
    /// The bytes of the line, without its end.
    pub whole: Span,
}

/// How many bytes of a text are counted at once.
const PIECE: usize = 1024;

/// Where the lines of a text start, and how many characters stand before each piece of it, so that many places can be
/// told quickly, also on a line that is the whole text.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
    before: Vec<Count>,
}

/// How much text there is.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    characters: usize,
    units: usize,
}

impl Count {
    /// Counts where characters begin; UTF-16 takes two units for one of four bytes.
    fn of(bytes: &[u8]) -> Self {
        let characters = bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count();
        Self { characters, units: characters + bytes.iter().filter(|byte| **byte >= 0xf0).count() }
    }

    fn and(self, other: Self) -> Self {
        Self { characters: self.characters + other.characters, units: self.units + other.units }
    }
}

impl Lines {
    /// Looks through the text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let after_newlines =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let mut before = vec![Count::default()];
        for piece in text.as_bytes().chunks(PIECE) {
            before.push(before[before.len() - 1].and(Count::of(piece)));
        }
        Self { starts: std::iter::once(0).chain(after_newlines).collect(), before }
    }

    /// The line and column of a byte offset in the same text.
    #[must_use]
    pub fn line_column(&self, text: &str, byte: usize) -> LineColumn {
        let at = floor_char(text, byte);
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let (here, there) = (self.before(text, at), self.before(text, start));
        let marks = text[start..at].chars().take_while(|letter| *letter == '\u{feff}').count();
        LineColumn {
            line,
            column: here.characters - there.characters + 1,
            unit: here.units - there.units - marks + 1,
            whole: Span::new(start, end),
        }
    }

    /// How much stands before a byte.
    fn before(&self, text: &str, byte: usize) -> Count {
        let piece = byte / PIECE;
        self.before[piece].and(Count::of(&text.as_bytes()[piece * PIECE..byte]))
    }
}

/// The line and column of a byte offset.
#[must_use]
pub fn line_column(text: &str, byte: usize) -> LineColumn {
    Lines::of(text).line_column(text, byte)
}

/// The place at or before `at` at which a letter of the text begins, or the end of the text.
#[must_use]
pub fn letter_before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The same at or behind `at`.
#[must_use]
pub fn letter_behind(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, Lines, PIECE, Span, line_column};

    fn place(text: &str, byte: usize) -> (usize, usize) {
        let LineColumn { line, column, .. } = line_column(text, byte);
        (line, column)
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a\n£872m x";
        assert_eq!(place(text, 8), (2, 6));
        assert_eq!(place(text, 999), (2, 8));
        assert_eq!(line_column(text, 8).whole, Span::new(2, text.len()));
        assert_eq!(line_column(text, 0).whole, Span::new(0, 1));
    }

    #[test]
    fn units_are_those_of_utf_16() {
        let text = "\u{feff}a😀b\n£c";
        let unit = |letter| line_column(text, text.find(letter).expect("it is there")).unit;
        assert_eq!((unit('b'), unit('c'), line_column(text, 0).unit), (4, 2, 1));
    }

    #[test]
    fn columns_of_a_long_line_are_those_of_counting_all_of_it() {
        let text = ["x", &"£😀a".repeat(PIECE), "\n", &"éb".repeat(PIECE)].concat();
        let lines = Lines::of(&text);
        for (byte, _) in text.char_indices().step_by(7) {
            let before = text[..byte].rsplit('\n').next().unwrap_or_default();
            let told = lines.line_column(&text, byte);
            assert_eq!(told.column, before.chars().count() + 1, "{byte}");
            assert_eq!(told.unit, before.encode_utf16().count() + 1, "{byte}");
            assert_eq!(told.whole.start, byte - before.len());
        }
    }

    #[test]
    fn clamping_lands_on_characters() {
        let text = "£";
        assert_eq!(Span::new(1, 9).clamped(text), Span::new(0, 2));
    }
}
