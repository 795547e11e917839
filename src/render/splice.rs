//! A page whose large parts go in last: templates print a mark in place of each. So bodies, tables and lists, which are
//! most of a page, are never copied on their way through the templates.

use compact_str::ToCompactString;
use memchr::memchr;
use std::borrow::Cow;

/// The ready-made texts of a page.
#[derive(Debug, Default)]
pub struct Parts<'p>(Vec<Cow<'p, str>>);

impl<'p> Parts<'p> {
    /// Keeps a text and gives the mark that stands for it; nothing stands for nothing.
    pub fn keep(&mut self, text: Cow<'p, str>) -> String {
        if text.is_empty() {
            return String::new();
        }
        self.0.push(text);
        let mut mark = String::with_capacity(4);
        mark.extend(["\u{0}", &(self.0.len() - 1).to_compact_string(), "\u{0}"]);
        mark
    }

    /// The page: each mark in what templates printed gives way to its text.
    #[must_use]
    pub fn fill(&self, mut printed: &[u8]) -> Vec<u8> {
        let length: usize = self.0.iter().map(|text| text.len()).sum();
        let mut page = Vec::with_capacity(printed.len() + length);
        while let Some(at) = memchr(0, printed) {
            let (before, begun) = (&printed[..at], &printed[at + 1..]);
            page.extend_from_slice(before);
            // A zero byte that an author wrote is no mark, and stays.
            let (text, after) = self.marked(begun).unwrap_or((b"\0", begun));
            page.extend_from_slice(text);
            printed = after;
        }
        page.extend_from_slice(printed);
        page
    }

    /// The text whose mark has begun, and what comes after the mark.
    fn marked<'b>(&self, begun: &'b [u8]) -> Option<(&[u8], &'b [u8])> {
        let end = memchr(0, begun)?;
        let number: usize = str::from_utf8(&begun[..end]).ok()?.parse().ok()?;
        Some((self.0.get(number)?.as_bytes(), &begun[end + 1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn a_mark_gives_way_to_its_text_wherever_it_stands() {
        let mut parts = Parts::default();
        let (body, table) = (parts.keep("£\u{0}0\u{0}".into()), parts.keep("<table>".into()));
        assert_eq!(parts.keep("".into()), "");
        let filled =
            |printed: &str| String::from_utf8(parts.fill(printed.as_bytes())).expect("texts stay texts");
        assert_eq!(filled(&format!("a{body}b{table}{body}")), "a£\u{0}0\u{0}b<table>£\u{0}0\u{0}");
        assert_eq!(filled("a\u{0}7\u{0}b\u{0}"), "a\u{0}7\u{0}b\u{0}", "what stands for nothing stays");
        assert_eq!(filled(&format!("\u{0}{table}")), "\u{0}<table>");
    }
}
