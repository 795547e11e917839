//! Tables that a keyboard can scroll, with headings that a screen reader can name.

use super::Writer;
use crate::document::escape::{escape, plain_text};
use crate::document::prose::{NoteKind, Prose};
use pulldown_cmark::Alignment;
use std::ops::Range;

#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
    cell: Cell,
    headers: Vec<String>,
    range: Range<usize>,
}

/// How a cell begins that is no heading.
const CELL: &str = "<td";

/// The cell that is being written.
#[derive(Clone, Copy, Default)]
struct Cell {
    open: &'static str,
    /// Where its tag begins in the HTML, and where its content does.
    start: usize,
    content: usize,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>, range: Range<usize>) -> Self {
        Self { alignments, range, ..Self::default() }
    }
}

impl Writer<'_> {
    pub(super) fn end_cell(&mut self) {
        let Cell { open, start, content } = self.table.cell;
        let close = if open == CELL { "</td>" } else { "</th>" };
        let is_empty = self.top().html.len() == content;
        if self.table.in_head {
            let header = plain_text(&self.top().html[content..]);
            self.table.headers.push(header);
        }
        if is_empty && open != CELL {
            // Nothing is no heading.
            self.top().html.truncate(start);
            self.open_cell(CELL);
            self.push("</td>");
        } else {
            self.push(close);
        }
        self.table.column += 1;
    }

    pub(super) fn start_table_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.stack.push(Prose::default());
    }

    pub(super) fn end_table_head(&mut self) {
        let head = self.pop();
        self.table.in_head = false;
        let headers: Vec<&str> =
            self.table.headers.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        // A region without a name would be read out as just that.
        let label = match headers.is_empty() {
            true => String::new(),
            false => format!(" aria-label=\"{}\"", escape(&headers.join(", "))),
        };
        if headers.is_empty() {
            let range = self.table.range.clone();
            self.note(NoteKind::Headerless, &range);
        }
        self.push(&format!("<section class=\"table-scroll\" tabindex=\"0\"{label}><table><thead><tr>"));
        self.top().append(head);
        self.push("</tr></thead><tbody>\n");
    }

    pub(super) fn start_row(&mut self) {
        self.table.column = 0;
        self.push("<tr>");
    }

    pub(super) fn start_cell(&mut self) {
        self.open_cell(match (self.table.in_head, self.table.column) {
            (true, _) => "<th scope=\"col\"",
            (false, 0) => "<th scope=\"row\"",
            (false, _) => CELL,
        });
    }

    fn open_cell(&mut self, open: &'static str) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        };
        let start = self.top().html.len();
        self.push(open);
        self.push(class);
        self.table.cell = Cell { open, start, content: self.top().html.len() };
    }
}
