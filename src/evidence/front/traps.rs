//! The classic traps of YAML, each told in an author's words instead of a parser's.

mod braces;
mod layout;
mod letters;
mod line;
mod quotes;

use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::yaml::SyntaxError;
use crate::path::SourcePath;
use crate::span::Span;
use std::ops::Range;

/// What is treacherous in a text.
struct Trap {
    /// Where it stands: in the text, or in the line that was looked at.
    range: Range<usize>,
    message: String,
    help: String,
}

impl Trap {
    /// The same, for a line that begins at `start`.
    fn in_line_at(self, start: usize) -> Self {
        Self { range: self.range.start + start..self.range.end + start, ..self }
    }
}

/// A line of a text.
#[derive(Clone, Copy)]
struct FrontLine<'a> {
    /// Where it begins.
    start: usize,
    /// What it says, without its end.
    text: &'a str,
}

impl<'a> FrontLine<'a> {
    /// How many blanks it begins with.
    fn indentation(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Its text without what it begins and ends with.
    fn content(self) -> &'a str {
        self.text.trim()
    }
}

/// A diagnostic for a text that is no YAML.
#[must_use]
pub(super) fn explain(path: &SourcePath, text: &str, offset: usize, error: &SyntaxError) -> Diagnostic {
    let place = |span: Span| Place::span(path, span.clamped(text).shifted(offset));
    if error.is_too_deep {
        let message = format!("the front matter is {}", error.message);
        return Diagnostic::new(&rules::INVALID_YAML, place(error.span), message)
            .help("put the value in quotation marks if the brackets belong to it, or nest less");
    }
    match find(text, error.span.start) {
        Some(Trap { range, message, help }) => {
            Diagnostic::new(&rules::INVALID_YAML, place(Span::new(range.start, range.end)), message)
                .help(help)
        }
        None => {
            let message = format!("the front matter is not YAML here: {}", error.message);
            Diagnostic::new(&rules::INVALID_YAML, place(error.span), message)
                .help("look at this line and the one above: indentation, a missing `:`, a quotation mark that never closes")
        }
    }
}

/// The trap that made the parser fail at `byte`: what cannot be seen first, then what reaches over lines, then what stands
/// nearest.
fn find(text: &str, byte: usize) -> Option<Trap> {
    let lines = lines_until(text, byte);
    let near = || lines.iter().rev().take(3);
    letters::unseen(text)
        .or_else(|| lines.iter().find_map(|line| Some(letters::odd_blank(line.text)?.in_line_at(line.start))))
        .or_else(|| quotes::never_closed(text, &lines))
        .or_else(|| near().find_map(|line| Some(line::trap(line.text)?.in_line_at(line.start))))
        .or_else(|| layout::trap(&lines))
}

/// The lines from the first one to the one that holds `byte`.
fn lines_until(text: &str, byte: usize) -> Vec<FrontLine<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        if start > byte {
            break;
        }
        lines.push(FrontLine { start, text: line.trim_end_matches(['\n', '\r']) });
        start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Spot;
    use crate::document::kind::DocumentKind;
    use crate::evidence::front::decode;
    use crate::path::SourcePath;

    fn messages(yaml: &str) -> Vec<String> {
        let read = decode(&SourcePath::new("a.md"), DocumentKind::Page, yaml, 0);
        read.diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn each_trap_has_words_of_its_own() {
        for (yaml, part) in [
            ("title: %64 of areas\n", "begin with `%`"),
            ("title: \"No Good Options\": the report\n", "end before the value does"),
            ("title: a: b\n", "second field"),
            ("title: >90%\n", "block of text"),
            ("title: [c]\n", "a list stands here"),
            ("extra:\n  - {a: b.c, note: from [15,600](stat:x)}\n", "`[` inside braces"),
            ("extra: {a: b.c, note: \"No\" x, d: [e, f]}\n", "end before the value does"),
            ("extra: {a: b, c: d: e, f: g}\n", "second field"),
            ("extra: {a: [b, c], d: @e}\n", "begin with `@`"),
            ("extra:\n  a: {at: table #4}\n", "`#4}` is lost"),
            ("title: [64%](stat:a) of areas\n", "the value goes on behind it"),
            ("title: - a\n", "begins a list"),
            ("extra:\n\u{a0}\u{a0}a: b\n  c: d\n", "a blank of another kind"),
            ("title:\u{a0}a\ntags: b\n", "a blank of another kind"),
            ("extra:\n\ta: b\n", "a tab stands before the field"),
            ("extra: {label: Beds value: \"3\", at: page 4}\n", "comma is missing before `value:`"),
            ("extra: {value: \"3\" at: page 4}\n", "comma is missing before `at:`"),
            ("title: \"a\ntags: b\n", "opened here and never closed"),
            ("title: 'a\ntags: b\n", "opened here and never closed"),
            ("extra:\n  a: {note: \"b, at: c}\n  d: {note: \"e\"}\n", "opened here and never closed"),
            ("extra:\n  a: {note: b}\n  - {note: c}\n", "`- ` begins an item"),
            ("extra:\n  - {note: b}\n  a: {note: c}\n", "`- ` begins an item"),
            ("title:a\ntags: b\n", "blank is missing behind the colon"),
            ("title\u{ff1a}a\ntags: b\n", "no colon, though it looks like one"),
            ("extra:\n    a: b\n   c: d\n", "begins behind 3 blanks"),
        ] {
            let found = messages(yaml);
            assert!(found.iter().any(|message| message.contains(part)), "{yaml}: {found:?}");
        }
    }

    #[test]
    fn a_value_that_only_looks_like_a_trap_is_none() {
        for yaml in [
            "title: \"a: b # 4\"\n",
            "title: 'it''s \"so'\n",
            "title: a\nextra: {note: \"label: b #4\", at: [a, b]}\n",
            "title: >-\n  table #4\n  goes on\n",
            "title: a # the second\n",
            "title: \"over\n  two lines: so\"\n",
        ] {
            assert_eq!(messages(yaml), Vec::<String>::new(), "{yaml}");
        }
    }

    #[test]
    fn what_is_lost_in_a_comment_is_told() {
        for yaml in
            ["title: Trust #2\n", "title: a\nextra:\n  note: table #4\n", "title: a\ndescription: #2\n"]
        {
            let found = messages(yaml);
            assert!(found.iter().any(|message| message.contains("is lost")), "{yaml}: {found:?}");
        }
    }

    #[test]
    fn a_trap_inside_braces_is_marked_at_its_value() {
        let yaml = "title: a\nextra:\n  - {supports: a.b, note: from [15,600](stat:x)}\n";
        let read = decode(&SourcePath::new("a.md"), DocumentKind::Page, yaml, 0);
        let [found] = read.diagnostics.as_slice() else { panic!("one is wanted: {:?}", read.diagnostics) };
        assert_eq!(
            found.help.as_deref(),
            Some("put the value in quotation marks: `note: \"from [15,600](stat:x)\"`")
        );
        let Spot::Span(span) = found.primary.place.spot else { panic!("{found:?}") };
        assert_eq!(&yaml[span.start..span.end], "from [15,600](stat:x)");
    }
}
