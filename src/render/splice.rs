//! A page whose large parts go in last: templates print a mark in place of each. So bodies, tables and lists, which are
//! most of a page, are never copied on their way through the templates.

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
        format!("\u{0}{}\u{0}", self.0.len() - 1)
    }

    /// The page: each mark in `frame` gives way to its text.
    #[must_use]
    pub fn fill(&self, frame: &str) -> String {
        let length: usize = self.0.iter().map(|text| text.len()).sum();
        let mut page = String::with_capacity(frame.len() + length);
        let mut rest = frame;
        while let Some((before, after)) = rest.split_once('\u{0}') {
            page.push_str(before);
            // A zero byte that an author wrote is no mark, and stays.
            let (text, after) = self.marked(after).unwrap_or(("\u{0}", after));
            page.push_str(text);
            rest = after;
        }
        page.push_str(rest);
        page
    }

    /// The text whose mark has begun, and what comes after the mark.
    fn marked<'f>(&self, begun: &'f str) -> Option<(&str, &'f str)> {
        let (number, after) = begun.split_once('\u{0}')?;
        let text = self.0.get(number.parse::<usize>().ok()?)?;
        Some((text, after))
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
        assert_eq!(parts.fill(&format!("a{body}b{table}{body}")), "a£\u{0}0\u{0}b<table>£\u{0}0\u{0}");
        assert_eq!(parts.fill("a\u{0}7\u{0}b\u{0}"), "a\u{0}7\u{0}b\u{0}", "what stands for nothing stays");
        assert_eq!(parts.fill(&format!("\u{0}{table}")), "\u{0}<table>");
    }
}
