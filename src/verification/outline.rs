//! A plain text cut into headings, paragraphs and points of lists.
//!
//! Paragraphs are separated by blank lines; where a text has none, every line is one. A single line that does not end
//! as a sentence does is a heading and is not counted among the paragraphs, and neither are the points of a list (lines
//! that begin with `•`, `-`, `–` or `*`). The first heading before any paragraph is the headline. A form feed ends a
//! page and a paragraph.

use crate::span::Span;
use std::ops::Range;

/// The most words of a heading.
const LONGEST_HEADING: usize = 25;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, or a line such as a date.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A point of a list.
    Point,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// The page it begins on, from 1.
    pub page: usize,
}

/// A text in pieces.
#[derive(Debug)]
pub struct Outline<'t> {
    /// The text.
    pub text: &'t str,
    /// Its pieces from the headline on, in order.
    pub blocks: Vec<SnapshotBlock>,
}

/// A line and the page it is on.
struct SnapshotLine {
    span: Span,
    page: usize,
    /// Whether the page ends with it.
    ends_page: bool,
}

impl<'t> Outline<'t> {
    /// Cuts a text, from the line on that begins with `begins`; `None` when no line does.
    #[must_use]
    pub fn of(text: &'t str, begins: &str) -> Option<Self> {
        let lines = lines(text);
        let begins_so = |line: &SnapshotLine| text[line.span.start..line.span.end].starts_with(begins.trim());
        let first = if begins.is_empty() { 0 } else { lines.iter().position(begins_so)? };
        let lines = &lines[first..];
        let mut blocks = Vec::new();
        for chunk in chunks(lines) {
            cut(text, chunk, &mut blocks);
        }
        Some(Self { text, blocks })
    }

    /// Where the block stands that holds a place.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<Span> {
        let before = self.blocks.partition_point(|block| block.span.start <= at);
        let block = self.blocks.get(before.checked_sub(1)?)?;
        (at < block.span.end).then_some(block.span)
    }

    /// The text of a block.
    #[must_use]
    pub fn of_block(&self, block: &SnapshotBlock) -> &'t str {
        &self.text[block.span.start..block.span.end]
    }

    /// How many blocks of a kind there are among these.
    #[must_use]
    pub fn count(&self, kind: BlockKind, among: Range<usize>) -> usize {
        self.blocks[among].iter().filter(|block| block.kind == kind).count()
    }

    /// Whether the block is the headline: a heading with no paragraph before it.
    #[must_use]
    pub fn headline(&self) -> Option<usize> {
        let first = self
            .blocks
            .iter()
            .position(|block| block.kind != BlockKind::Heading)
            .unwrap_or(self.blocks.len());
        (first > 0).then_some(0)
    }

    /// The locator of a stretch: as of a byte, or `paragraphs 3-4`; `None` where it has no locator.
    #[must_use]
    pub fn locators(&self, span: Span) -> Option<String> {
        let first = self.locator(span.start)?;
        let last = self.locator(span.end.saturating_sub(1))?;
        if first == last {
            return Some(first);
        }
        ["paragraph", "point"].into_iter().find_map(|noun| {
            let number = |locator: &str| locator.strip_prefix(noun)?.trim().parse::<usize>().ok();
            Some(format!("{noun}s {}-{}", number(&first)?, number(&last)?))
        })
    }

    /// The locator of a byte: `paragraph 3`, `point 2`, `headline`, or the heading itself.
    #[must_use]
    pub fn locator(&self, offset: usize) -> Option<String> {
        let at =
            self.blocks.iter().position(|block| block.span.start <= offset && offset < block.span.end)?;
        let block = &self.blocks[at];
        Some(match block.kind {
            BlockKind::Paragraph => format!("paragraph {}", self.count(BlockKind::Paragraph, 0..at + 1)),
            BlockKind::Point => format!("point {}", self.count(BlockKind::Point, 0..at + 1)),
            BlockKind::Heading if self.headline() == Some(at) => "headline".to_owned(),
            BlockKind::Heading => self.of_block(block).to_owned(),
        })
    }
}

/// Every line with something on it, trimmed, and an empty span for each that has nothing.
fn lines(text: &str) -> Vec<SnapshotLine> {
    let mut found = Vec::new();
    let (mut start, mut page) = (0, 1);
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let trimmed = line.trim_start();
        let from = start + line.len() - trimmed.len();
        let ends_page = line.ends_with('\u{c}');
        found.push(SnapshotLine { span: Span::new(from, from + trimmed.trim_end().len()), page, ends_page });
        page += usize::from(ends_page);
        start += line.len();
    }
    found
}

/// Lines that belong together: between blank lines, or each for itself where there are none.
fn chunks(lines: &[SnapshotLine]) -> Vec<&[SnapshotLine]> {
    let is_blank = |line: &SnapshotLine| line.span.start == line.span.end;
    let has_text = |lines: &[SnapshotLine]| lines.iter().any(|line| !is_blank(line));
    let has_blanks =
        (0..lines.len()).any(|at| is_blank(&lines[at]) && has_text(&lines[..at]) && has_text(&lines[at..]));
    let mut found = Vec::new();
    let mut start = 0;
    for (at, line) in lines.iter().enumerate() {
        if is_blank(line) || line.ends_page || !has_blanks {
            let end = at + usize::from(!is_blank(line));
            found.push(&lines[start..end]);
            start = at + 1;
        }
    }
    found.push(&lines[start..]);
    found.retain(|chunk| !chunk.is_empty());
    found
}

fn cut(text: &str, chunk: &[SnapshotLine], blocks: &mut Vec<SnapshotBlock>) {
    let of = |line: &SnapshotLine| &text[line.span.start..line.span.end];
    for (at, line) in chunk.iter().enumerate() {
        let is_point = begins_point(of(line));
        if let Some(last) = blocks.last_mut().filter(|_| at > 0 && !is_point) {
            last.span.end = line.span.end;
            if last.kind == BlockKind::Heading {
                last.kind = BlockKind::Paragraph;
            }
            continue;
        }
        let kind = match (is_point, is_heading(of(line))) {
            (true, _) => BlockKind::Point,
            (false, true) => BlockKind::Heading,
            (false, false) => BlockKind::Paragraph,
        };
        blocks.push(SnapshotBlock { kind, span: line.span, page: line.page });
    }
}

fn begins_point(line: &str) -> bool {
    let rest = line.strip_prefix(['•', '‣', '◦', '·', '●', '▪', '-', '–', '—', '*']);
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// A line that does not end as a sentence does.
fn is_heading(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '\'', '’', '”', '»', ')', ']']);
    !bare.ends_with(['.', '!', '?', ':', ';', ',', '…']) && line.split_whitespace().count() <= LONGEST_HEADING
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Outline};

    fn kinds(text: &str) -> Vec<BlockKind> {
        let outline = Outline::of(text, "").expect("every text begins");
        outline.blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn texts_are_cut_at_blank_lines_or_at_lines() {
        use BlockKind::{Heading as H, Paragraph as P, Point as L};
        assert_eq!(kinds("Head\n\nOne\ntwo.\n\nSub\n\n  • a\n  • b\n    c\n\nEnd."), [H, P, H, L, L, P]);
        assert_eq!(kinds("Head\nOne.\nTwo.\n- a.\n- b.\n"), [H, P, P, L, L]);
        assert_eq!(kinds("Ends as a sentence: “so.”\n\nAs a heading “so”"), [P, H]);
        assert_eq!(kinds(""), []);
    }

    #[test]
    fn a_byte_has_a_locator() {
        let text = "Menu\n\nHead\n\nOne.\u{c}\n\nTwo.\n\n- a";
        let outline = Outline::of(text, "Hea").expect("it begins so");
        let at = |words: &str| outline.locator(text.find(words).expect("it stands there"));
        assert_eq!(at("Menu"), None);
        assert_eq!(at("Head").as_deref(), Some("headline"));
        assert_eq!(at("Two").as_deref(), Some("paragraph 2"));
        assert_eq!(at("- a").as_deref(), Some("point 1"));
        assert_eq!(outline.blocks.iter().map(|block| block.page).collect::<Vec<_>>(), [1, 1, 2, 2]);
        assert!(Outline::of(text, "Nothing").is_none());
    }
}
