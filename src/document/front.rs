//! Splits a file into front matter and body, keeping offsets.
//!
//! Copes with a byte-order mark, empty lines above, CRLF, and a closing `---` at the very end of the file.

use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::path::SourcePath;
use crate::span::Span;
use memchr::memmem;

/// The line before front matter, and behind it.
const FENCE: &str = "---";

/// The two parts of a file, each with the offset of its first byte.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The YAML between the two lines of hyphens.
    pub yaml: Option<(&'a str, usize)>,
    /// What follows.
    pub body: (&'a str, usize),
}

/// Splits a file. A file without front matter, or with one that never ends, is reported.
#[must_use]
pub fn split<'a>(path: &SourcePath, text: &'a str) -> Checked<Parts<'a>> {
    let start = beginning(text);
    let Some(yaml_start) = fence_end(text, start) else {
        return missing(path, text, start, "a page opens with front matter, and this file does not");
    };
    // From the end of the first line on, since its line feed may be the one before the closing line.
    let after_fence = start + FENCE.len();
    for newline in memmem::find_iter(&text.as_bytes()[after_fence..], "\n---") {
        let yaml_end = after_fence + newline + 1;
        if let Some(body_start) = fence_end(text, yaml_end) {
            let yaml = Some((&text[yaml_start..yaml_end], yaml_start));
            return Checked::clean(Parts { yaml, body: (&text[body_start..], body_start) });
        }
    }
    missing(path, text, start, "the front matter never ends")
}

/// The offset of the first line that holds anything.
fn beginning(text: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for line in text[at..].split_inclusive('\n').take_while(|line| line.trim().is_empty()) {
        at += line.len();
    }
    at
}

/// The offset after the line at `start`, if that line is `---`.
fn fence_end(text: &str, start: usize) -> Option<usize> {
    let rest = text[start..].strip_prefix(FENCE)?;
    let line = rest.split_inclusive('\n').next().unwrap_or("");
    line.trim().is_empty().then(|| start + FENCE.len() + line.len())
}

fn missing<'a>(path: &SourcePath, text: &'a str, start: usize, message: &str) -> Checked<Parts<'a>> {
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let place = Place::span(path, Span::new(start, line_end));
    let diagnostic = Diagnostic::new(&rules::MISSING_FRONT_MATTER, place, message)
        .help("put a line `---`, then `title: …`, then another line `---` at the top of the file");
    Checked { value: Parts { yaml: None, body: ("", text.len()) }, diagnostics: vec![diagnostic] }
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::path::SourcePath;

    #[test]
    fn marks_carriage_returns_and_missing_last_lines_are_no_obstacle() {
        for text in [
            "---\ntitle: a\n---\nBody",
            "\n  \r\n---\ntitle: a\n---\nBody",
            "\u{feff}---\r\ntitle: a\r\n---\r\nBody",
            "---\ntitle: a\n---",
        ] {
            let parts = split(&SourcePath::new("a.md"), text);
            assert!(parts.diagnostics.is_empty(), "{text:?}");
            let (yaml, offset) = parts.value.yaml.expect("there is front matter");
            assert_eq!(yaml.trim(), "title: a");
            assert_eq!(&text[offset..offset + 5], "title");
        }
    }

    #[test]
    fn front_matter_may_be_empty_and_hold_other_hyphens() {
        for (text, yaml) in [("---\n---\nBody", ""), ("---\na: b\n--- c\n----\n---\n", "a: b\n--- c\n----\n")]
        {
            let parts = split(&SourcePath::new("a.md"), text);
            assert_eq!(parts.value.yaml.map(|(yaml, _)| yaml), Some(yaml), "{text:?}");
        }
    }

    #[test]
    fn a_fence_that_never_closes_is_reported() {
        for text in ["", "# Title", "---", "---\u{a0}", "---\ntitle: a\n--- x"] {
            assert_eq!(split(&SourcePath::new("a.md"), text).diagnostics.len(), 1, "{text:?}");
        }
    }
}
