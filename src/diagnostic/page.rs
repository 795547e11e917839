//! The page of a rule, taken apart: its sections, and the files that show the rule broken and kept.
//!
//! A page is Markdown of a simple form, so that a terminal, a site and a test can each make of it what they need.
//! Nothing here reads Markdown any further.

/// A part of a page under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePageSection<'p> {
    /// Its heading; the first section has none.
    pub heading: &'p str,
    /// What stands in it, in order.
    pub parts: Vec<RulePagePart<'p>>,
}

/// Something in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulePagePart<'p> {
    /// Paragraphs.
    Text(&'p str),
    /// A file of an example: a fenced block that says after its language which file it is. Without a path it is
    /// something to be typed elsewhere, such as a command.
    File {
        /// The language.
        language: &'p str,
        /// The path below the site's folder; empty when it is no file.
        path: &'p str,
        /// All of its text.
        text: &'p str,
    },
}

/// The sections of a page.
#[must_use]
pub fn sections(page: &str) -> Vec<RulePageSection<'_>> {
    let mut sections = vec![RulePageSection { heading: "", parts: Vec::new() }];
    let mut rest = page;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if let Some(heading) = heading(line) {
            sections.push(RulePageSection { heading, parts: Vec::new() });
            rest = after;
            continue;
        }
        let (part, after) = if is_fence(line) { file(line, after) } else { paragraphs(rest) };
        rest = after;
        if part != RulePagePart::Text("") {
            sections.last_mut().expect("there is one from the start").parts.push(part);
        }
    }
    sections
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("## ").map(str::trim)
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```")
}

/// The block that the fence `line` opens, and what comes after it.
fn file<'p>(line: &'p str, after: &'p str) -> (RulePagePart<'p>, &'p str) {
    let info = line.trim_start_matches('`');
    let ticks = &line[..line.len() - info.len()];
    let (language, path) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
    let is_end = |line: &str| line.trim_end() == ticks;
    let (text, rest) = split_at_line(after, is_end);
    let rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    (RulePagePart::File { language, path, text }, rest)
}

/// All up to the next heading or fence, and what comes after it.
fn paragraphs(text: &str) -> (RulePagePart<'_>, &str) {
    let (text, rest) = split_at_line(text, |line| heading(line).is_some() || is_fence(line));
    (RulePagePart::Text(text.trim()), rest)
}

/// The text before the first line that is wanted, and the text from that line on.
fn split_at_line(text: &str, is_wanted: impl Fn(&str) -> bool) -> (&str, &str) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_wanted(line.trim_end_matches('\n')) {
            break;
        }
        at += line.len();
    }
    text.split_at(at)
}

#[cfg(test)]
mod tests {
    use super::{RulePagePart, RulePageSection, sections};

    #[test]
    fn a_page_is_taken_apart() {
        let page = "What.\n\n## Why\n\nOne.\n\nTwo.\n\n## Wrong\n\n````markdown a.md\n## A\n```text\nb\n```\n````\nAnd:\n";
        let text = "## A\n```text\nb\n```\n";
        let file = RulePagePart::File { language: "markdown", path: "a.md", text };
        assert_eq!(
            sections(page),
            [
                RulePageSection { heading: "", parts: vec![RulePagePart::Text("What.")] },
                RulePageSection { heading: "Why", parts: vec![RulePagePart::Text("One.\n\nTwo.")] },
                RulePageSection { heading: "Wrong", parts: vec![file, RulePagePart::Text("And:")] },
            ]
        );
    }

    #[test]
    fn a_block_that_is_never_closed_ends_with_the_page() {
        let file = RulePagePart::File { language: "text", path: "", text: "a" };
        assert_eq!(sections("```text\na"), [RulePageSection { heading: "", parts: vec![file] }]);
        assert_eq!(sections(""), [RulePageSection { heading: "", parts: Vec::new() }]);
    }
}
