//! Words in quotation marks: which stretches of a text an author gives as somebody else's.
//!
//! Double and single marks count, straight and typographic; an apostrophe is none. A quotation ends in its paragraph.
//! Whose words they are is for others to say.

use std::ops::Range;

/// Marks that open a quotation, each with those that close it.
const MARKS: [(char, &[char]); 5] =
    [('“', &['”', '"']), ('„', &['“', '”']), ('«', &['»']), ('‘', &['’']), ('"', &['"', '”'])];

/// The stretches of a text that stand between quotation marks, without the marks, in order.
#[must_use]
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let inside = at + letter.len_utf8();
        at = match closed(text, at, letter) {
            Some(end) => {
                if text[inside..end].contains(char::is_alphanumeric) {
                    found.push(inside..end);
                }
                end + text[end..].chars().next().map_or(0, char::len_utf8)
            }
            None => inside,
        };
    }
    found
}

/// Where the quotation ends that this mark opens, if it opens one.
fn closed(text: &str, at: usize, mark: char) -> Option<usize> {
    let is_single = matches!(mark, '\'' | '‘');
    let closers = match mark {
        '\'' => &['\'', '’'],
        _ => MARKS.iter().find(|(open, _)| *open == mark).map(|(_, closers)| *closers)?,
    };
    let inside = at + mark.len_utf8();
    if text[..at].ends_with(char::is_alphanumeric) || !opens(&text[inside..], is_single) {
        return None;
    }
    let mut ends = text[inside..].char_indices().filter(|(_, letter)| closers.contains(letter));
    let end = ends.find(|(end, letter)| {
        let (before, after) = (&text[inside..inside + end], &text[inside + end + letter.len_utf8()..]);
        // An apostrophe, or a straight mark that opens another quotation.
        let is_inside_word = is_single && after.starts_with(char::is_alphanumeric);
        !is_inside_word && !before.ends_with(char::is_whitespace)
    })?;
    let end = inside + end.0;
    (!text[inside..end].contains("\n\n")).then_some(end)
}

/// Whether what follows a mark can be quoted: `'90s` is a word with an apostrophe.
fn opens(rest: &str, is_single: bool) -> bool {
    let first = rest.chars().next();
    first.is_some_and(|first| !(first.is_whitespace() || is_single && first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    fn found(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_between_marks_are_found() {
        assert_eq!(found("It says “from today” and \"now\"."), ["from today", "now"]);
        assert_eq!(found("Its 'poor progress' and ‘almost triple’"), ["poor progress", "almost triple"]);
        assert_eq!(found("«so» („we“) \"a 'b' c\""), ["so", "we", "a 'b' c"]);
        assert_eq!(found("the ‘children’s homes’ it means"), ["children’s homes"]);
    }

    #[test]
    fn apostrophes_and_single_marks_are_none() {
        for text in [
            "children's services and the councils' share",
            "the ’90s and the '90s of the councils' plan",
            "a 5\" screen",
            "an “open one\n\nand another paragraph",
            "\"\" '' “…”",
            "it isn't, and they don't",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
