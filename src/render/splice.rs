//! A page while it is written: where the template prints the body's mark, the body goes in.

use std::io::{self, Write};

/// Stands where the body belongs until it is written; no text can contain it.
pub const MARK: &str = "\u{0}body\u{0}";

/// The bytes of a page.
pub struct Splice<'b> {
    bytes: Vec<u8>,
    body: &'b str,
    /// Whether a mark has begun and not ended.
    in_mark: bool,
}

impl<'b> Splice<'b> {
    /// An empty page with this body; `frame` bytes are expected around it.
    pub fn new(body: &'b str, frame: usize) -> Self {
        Self { bytes: Vec::with_capacity(frame + body.len()), body, in_mark: false }
    }

    /// The whole page.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn toggle(&mut self) {
        self.in_mark = !self.in_mark;
        if self.in_mark {
            self.bytes.extend_from_slice(self.body.as_bytes());
        }
    }
}

impl Write for Splice<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        // Looking at every byte without stopping early is a vector operation.
        let has_mark = piece.iter().fold(false, |found, byte| found | matches!(byte, 0));
        if !self.in_mark && !has_mark {
            self.bytes.extend_from_slice(piece);
            return Ok(piece.len());
        }
        for (at, part) in piece.split(|byte| *byte == 0).enumerate() {
            if at > 0 {
                self.toggle();
            }
            if !self.in_mark {
                self.bytes.extend_from_slice(part);
            }
        }
        Ok(piece.len())
    }

    fn write_all(&mut self, piece: &[u8]) -> io::Result<()> {
        self.write(piece).map(|_| ())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{MARK, Splice};
    use std::io::Write;

    #[test]
    fn a_mark_gives_way_to_the_body_however_it_is_written() {
        let whole = format!("a{MARK}b{MARK}c");
        for size in 1..=whole.len() {
            let mut page = Splice::new("£", 0);
            for piece in whole.as_bytes().chunks(size) {
                page.write_all(piece).expect("memory takes it");
            }
            assert_eq!(page.into_bytes(), "a£b£c".as_bytes(), "in pieces of {size}");
        }
    }
}
