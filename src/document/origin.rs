//! Where the pieces of a gathered text stand in their file: Markdown hands out the lines of a code block one
//! by one, without the indentation of a list or the first half of a line end.

use crate::span::Span;

/// The places of a text's pieces, in order.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Offset in the text, and the bytes of the file that stand there.
    pieces: Vec<(usize, Span)>,
}

impl Origin {
    /// A text that stands in its file in one piece.
    #[must_use]
    pub fn whole(text: &str, offset: usize) -> Self {
        Self { pieces: vec![(0, Span::new(offset, offset + text.len()))] }
    }

    /// Notes that what follows from `at` on in the text stands at `span` in the file.
    pub fn add(&mut self, at: usize, span: Span) {
        self.pieces.push((at, span));
    }

    /// The bytes of the file that `span` of the text means.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let start = self.byte(span.start);
        // The end belongs to the byte before it: the next one may stand on another line.
        let end = if span.end > span.start { self.byte(span.end - 1) + 1 } else { start };
        Span::new(start, end)
    }

    fn byte(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        match after.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some((start, span)) => (span.start + at - start).min(span.end),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use crate::span::Span;

    #[test]
    fn a_place_is_found_piece_by_piece() {
        let mut origin = Origin::default();
        origin.add(0, Span::new(10, 13));
        origin.add(3, Span::new(15, 18));
        assert_eq!(origin.span(Span::new(0, 3)), Span::new(10, 13));
        assert_eq!(origin.span(Span::new(3, 5)), Span::new(15, 17));
        assert_eq!(origin.span(Span::new(2, 4)), Span::new(12, 16));
        assert_eq!(origin.span(Span::new(99, 99)), Span::new(18, 18));
    }
}
