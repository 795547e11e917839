//! Tables that a keyboard can scroll, with headings that a screen reader can name.

use super::Writer;
use crate::document::escape::{escape_into, plain_text};
use crate::document::prose::{NoteKind, Prose};
use pulldown_cmark::Alignment;
use std::ops::Range;

#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
    /// Where the tag of the open cell begins, and where its words do.
    cell: Range<usize>,
    /// The words of the headings, told apart by commas.
    headers: String,
    range: Range<usize>,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>, range: Range<usize>) -> Self {
        Self { alignments, range, ..Self::default() }
    }

    fn add_header(&mut self, header: &str) {
        if !self.headers.is_empty() && !header.is_empty() {
            self.headers.push_str(", ");
        }
        self.headers.push_str(header);
    }

    /// The end of the tag of a cell in the current column.
    fn class(&self) -> &'static str {
        match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        }
    }
}

impl Writer<'_> {
    pub(super) fn start_table_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.stack.push(Prose::with_room(512));
    }

    pub(super) fn end_table_head(&mut self) {
        let head = self.pop();
        self.table.in_head = false;
        // A region without a name would be read out as just that.
        self.push("<section class=\"table-scroll\" tabindex=\"0\"");
        let headers = std::mem::take(&mut self.table.headers);
        if headers.is_empty() {
            let range = self.table.range.clone();
            self.note(NoteKind::Headerless, &range);
        } else {
            self.push(" aria-label=\"");
            escape_into(&headers, &mut self.top().html);
            self.push("\"");
        }
        self.push("><table><thead><tr>");
        self.top().append(head);
        self.push("</tr></thead><tbody>\n");
    }

    pub(super) fn start_row(&mut self) {
        self.table.column = 0;
        self.push("<tr>");
    }

    pub(super) fn start_cell(&mut self) {
        let start = self.top().html.len();
        self.push(match (self.table.in_head, self.table.column) {
            (true, _) => "<th scope=\"col\"",
            (false, 0) => "<th scope=\"row\"",
            (false, _) => "<td",
        });
        self.push(self.table.class());
        self.table.cell = start..self.top().html.len();
    }

    pub(super) fn end_cell(&mut self) {
        let Range { start, end } = self.table.cell;
        if self.table.in_head {
            let header = plain_text(self.top().html.get(end..).unwrap_or_default());
            self.table.add_header(header.trim());
        }
        let is_empty = self.top().html.len() == end;
        if is_empty {
            // A cell without words names nothing.
            let class = self.table.class();
            self.top().html.truncate(start);
            self.push_all(&["<td", class]);
        }
        let is_data = is_empty || !(self.table.in_head || self.table.column == 0);
        self.push(if is_data { "</td>" } else { "</th>" });
        self.table.column += 1;
    }
}
