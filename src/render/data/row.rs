//! One row of a table as a line of CSV and as a JSON object.

use crate::evidence::quantity::{Quantity, whole};
use crate::swar;
use compact_str::ToCompactString;
use rust_decimal::Decimal;
use std::fmt::{self, Write};
use std::iter;

/// One statistic: its cells one after another, and where each ends. Its room is used again for the next one.
#[derive(Default)]
pub struct DataRow {
    text: String,
    ends: Vec<usize>,
}

impl DataRow {
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Adds a cell of these parts.
    pub fn cell<const PARTS: usize>(&mut self, parts: [&str; PARTS]) {
        self.text.extend(parts);
        self.ends.push(self.text.len());
    }

    /// Adds a cell; an empty one when there is nothing.
    pub fn optional(&mut self, cell: Option<impl fmt::Display>) {
        if let Some(cell) = cell {
            write!(self.text, "{cell}").expect("writing to a string does not fail");
        }
        self.ends.push(self.text.len());
    }

    /// Adds a number without needless zeros behind its point; most are whole, and need no formatter.
    pub fn number(&mut self, number: Option<Decimal>) {
        let number = number.map(|number| number.normalize());
        match number.and_then(whole) {
            Some(whole) => self.cell([&whole.to_compact_string()]),
            None => self.optional(number),
        }
    }

    /// Adds a cell that `write` appends.
    pub fn written(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    /// Adds the same cell once more.
    pub fn again(&mut self) {
        let end = self.text.len();
        let start = self.ends.iter().rev().nth(1).map_or(0, |start| *start);
        self.text.extend_from_within(start..end);
        self.ends.push(self.text.len());
    }

    /// Whether a cell holds what JSON escapes: a quotation mark, a backslash or a line break. Few do.
    pub fn is_special(&self) -> bool {
        self.text.bytes().fold(false, |found, byte| found | matches!(byte, ..b' ' | b'"' | b'\\'))
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let starts = iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| &self.text[*start..*end])
    }
}

/// A row as an object with the cells that are not empty. Each key comes with all that stands between two values.
pub fn push_object(keys: &[String], row: &DataRow, is_special: bool, json: &mut Vec<u8>) {
    let start = json.len();
    for (key, cell) in keys.iter().zip(row.cells()).filter(|(_, cell)| !cell.is_empty()) {
        json.extend_from_slice(key.as_bytes());
        if is_special {
            push_escaped(cell, json);
        } else {
            json.extend_from_slice(cell.as_bytes());
        }
        json.push(b'"');
    }
    json[start] = b'{';
    json.push(b'}');
}

/// A text as it stands between the quotation marks of JSON.
fn push_escaped(text: &str, json: &mut Vec<u8>) {
    let quoted = serde_json::to_string(text).expect("JSON holds any text");
    json.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
}

/// Whether a text with a sign in front is a printed number, such as `-20%`.
fn is_number(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['-', '+']);
    unsigned.len() + 1 == text.len()
        && unsigned.starts_with(|first: char| first.is_ascii_digit())
        && Quantity::parse(text).is_ok()
}

pub fn push_line<'c>(cells: impl Iterator<Item = &'c str>, is_special: bool, csv: &mut Vec<u8>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(b',');
        }
        push_cell(cell, is_special, csv);
    }
    csv.extend_from_slice(b"\r\n");
}

/// A cell after RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn push_cell(text: &str, is_special: bool, csv: &mut Vec<u8>) {
    if text.is_empty() {
        return;
    }
    let is_formula =
        matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'@' | b'\t' | b'\r' | b'\n' | b'-'))
            && !is_number(text);
    let has_comma = swar::any(text.as_bytes(), |bytes| swar::equal(bytes, b','));
    let is_quoted = has_comma || (is_special && text.contains(['"', '\n', '\r']));
    let quote: &[u8] = if is_quoted { b"\"" } else { b"" };
    csv.extend_from_slice(quote);
    if is_formula {
        csv.push(b'\'');
    }
    if is_quoted {
        csv.extend_from_slice(text.replace('"', "\"\"").as_bytes());
    } else {
        csv.extend_from_slice(text.as_bytes());
    }
    csv.extend_from_slice(quote);
}
