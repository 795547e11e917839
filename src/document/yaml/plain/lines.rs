//! Lines that say something, and the characters that they may hold.

use memchr::memchr;

/// A line that is neither blank nor a comment.
#[derive(Debug, Clone, Copy)]
pub(super) struct YamlLine<'a> {
    /// Spaces before it.
    pub indent: usize,
    /// What stands there, spaces at both ends left out.
    pub text: &'a str,
}

impl<'a> YamlLine<'a> {
    /// What follows the dash of a list's item.
    pub fn item(self) -> Option<&'a str> {
        matches!(self.text.as_bytes(), [b'-'] | [b'-', b' ', ..]).then(|| &self.text[1..])
    }
}

/// The lines of a text, one at a time.
pub(super) struct YamlLines<'a> {
    rest: &'a str,
    here: Option<YamlLine<'a>>,
}

impl<'a> YamlLines<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut lines = Self { rest: text, here: None };
        lines.advance();
        lines
    }

    /// The line that comes next.
    pub fn here(&self) -> Option<YamlLine<'a>> {
        self.here
    }

    /// Goes on to the line after that.
    pub fn advance(&mut self) {
        self.here = None;
        while self.here.is_none() && !self.rest.is_empty() {
            let end = memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
            let line = &self.rest[..end];
            self.rest = self.rest.get(end + 1..).unwrap_or("");
            let text = without_spaces_before(line);
            if !matches!(text.as_bytes(), [] | [b'#', ..]) {
                let indent = line.len() - text.len();
                self.here = Some(YamlLine { indent, text: without_spaces_behind(text) });
            }
        }
    }

    /// Takes what follows a dash for a line of its own.
    pub fn open_item(&mut self, text: &'a str) {
        if let Some(line) = &mut self.here {
            let indent = line.indent + line.text.len() - text.len();
            *line = YamlLine { indent, text };
        }
    }
}

/// Whether nothing is left of a line but spaces and a comment.
pub(super) fn is_over(rest: &str) -> bool {
    let text = without_spaces_before(rest);
    text.is_empty() || text.len() < rest.len() && text.as_bytes()[0] == b'#'
}

/// A text without spaces at its start. Trimming by `char` takes longer, and there is some to trim at every value.
pub(super) fn without_spaces_before(text: &str) -> &str {
    let spaces = text.bytes().take_while(|byte| *byte == b' ').count();
    &text[spaces..]
}

/// A text without spaces at its end.
pub(super) fn without_spaces_behind(text: &str) -> &str {
    let spaces = text.bytes().rev().take_while(|byte| *byte == b' ').count();
    &text[..text.len() - spaces]
}

/// How many bytes are looked at together.
const STRIDE: usize = 64;

/// Whether a text has only characters that mean themselves everywhere: no controls but line feeds, no other kind
/// of line break, no byte-order mark.
pub(super) fn are_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.chunks(STRIDE).enumerate().all(|(place, some)| {
        // Without a branch for each byte, since nearly all of them are ASCII.
        let is_ascii = some.iter().fold(true, |all, byte| all & matches!(byte, b'\n' | b' '..=b'~'));
        let start = place * STRIDE;
        is_ascii || (start..start + some.len()).all(|at| is_usual(&bytes[at..]))
    })
}

/// Whether the first of some bytes does not begin an odd character.
fn is_usual(bytes: &[u8]) -> bool {
    match bytes {
        [b'\n' | b' '..=b'~', ..] | [] => true,
        [0xc2, next, ..] => *next >= 0xa0,
        [0xe2, 0x80, next, ..] => *next < 0xa8,
        [0xef, ..] => false,
        [first, ..] => *first >= 0x80,
    }
}
