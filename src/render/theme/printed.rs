//! Reads the reports that the template engine only prints: a sentence, `--> name:line:column`, and a line of
//! carets as long as what is meant.

use crate::span::Span;

/// One printed report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrintedReport {
    /// The sentence.
    pub message: String,
    /// The template.
    pub template: String,
    /// Line and column, from 1; columns count characters.
    pub place: (usize, usize),
    /// How many characters are meant.
    pub length: usize,
}

/// Every report of a text, in order; none when it is no more than a sentence.
pub(super) fn read(text: &str) -> Vec<PrintedReport> {
    let blocks = text.split("error: ").skip(1);
    blocks.filter_map(one).collect()
}

fn one(block: &str) -> Option<PrintedReport> {
    let mut lines = block.lines();
    let message = lines.next()?.to_owned();
    let place = lines.find_map(|line| line.trim().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let template = parts.next()?.to_owned();
    let carets = lines.find_map(|line| {
        let marks = line.trim_start().strip_prefix('|')?.trim();
        (marks.starts_with('^') && marks.bytes().all(|byte| byte == b'^')).then_some(marks.len())
    });
    Some(PrintedReport { message, template, place: (line, column), length: carets.unwrap_or(0) })
}

impl PrintedReport {
    /// The bytes of the template's text that are meant.
    pub(super) fn span(&self, text: &str) -> Span {
        let (line, column) = self.place;
        let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = &text[line_start..];
        let byte = |characters: usize| rest.char_indices().nth(characters).map_or(rest.len(), |(at, _)| at);
        let first = column.saturating_sub(1);
        Span::new(line_start + byte(first), line_start + byte(first + self.length))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reports_have_a_template_a_place_and_a_length() {
        let text = "error: Unknown filter `f`\n --> parts/a.html:2:5\n  |\n2 | £ {{ x | ff }}\n  |     ^^\n\n\
                    error: Unknown template `b`\n --> c.html:1:1\n  |\n1 | b\n  | ^\n";
        let found = read(text);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].template.as_str(), found[0].place, found[0].length),
            ("parts/a.html", (2, 5), 2)
        );
        let span = found[0].span("\n£ {{ff");
        assert_eq!((span.start, span.end), (6, 8));
        assert!(read("Component `a` is defined in both `b.html` and `c.html`").is_empty());
    }
}
