//! Numbers in HTML that is no part of a text: where they stand, as a reader sees them.

use super::texts;
use crate::config::Heed;
use crate::document::wording::{Found, Passage, Seen, scan};
use std::ops::Range;

/// Tags that do not end a sentence.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"];

/// The numbers that a reader sees and that are none of a date, a name or a place in a text.
#[must_use]
pub fn of(html: &str, is_english: bool) -> Vec<Range<usize>> {
    let shown = shown(html);
    let heed = Heed { numbers: true, times: false, english: is_english };
    let mut figures = Vec::new();
    let mut block = 0;
    for paragraph in shown.split_inclusive("\n\n") {
        let seen = Seen::default();
        let passage = Passage { source: &shown, block, is_heading: false, defines: false, seen: &seen };
        let range = block..block + paragraph.len();
        scan(passage, range.clone(), heed, |found, place| match found {
            Found::Number => figures.push(place),
            Found::Time => {}
        });
        block = range.end;
    }
    figures
}

/// The text that is seen, at the places that it has in the HTML. Tags are blanks, or the end of a paragraph.
fn shown(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    for text in texts(html) {
        blank(&html[shown.len()..text.start], &mut shown);
        let mut rest = &html[text.clone()];
        while let Some((before, reference)) = rest.split_once('&') {
            shown.push_str(before);
            let name =
                reference.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
            shown.extend(std::iter::repeat_n(' ', 1 + name));
            rest = &reference[name..];
        }
        shown.push_str(rest);
    }
    blank(&html[shown.len()..], &mut shown);
    shown
}

/// As many blanks as the tags have bytes.
fn blank(tags: &str, shown: &mut String) {
    for tag in tags.split_inclusive('>') {
        let name: String =
            tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_inline = tag.len() < 2 || INLINE.contains(&name.to_ascii_lowercase().as_str());
        let first = if is_inline { "" } else { "\n\n" };
        shown.push_str(first);
        shown.extend(std::iter::repeat_n(' ', tag.len() - first.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    fn found(html: &str) -> Vec<&str> {
        of(html, true).into_iter().map(|place| &html[place]).collect()
    }

    #[test]
    fn numbers_are_found_where_they_are_seen() {
        for (html, wanted) in [
            ("<p class=\"col-3\" width=40>Of 92% of children</p>", vec!["92%"]),
            ("<b>92</b>% of <i>1,234</i> people&#160;", vec!["92", "1,234"]),
            ("<p>© 2024 The Council</p><p>Version 3, see table 2</p>", vec![]),
            ("<style>p { width: 40% }</style><script>let a = 92;</script><!-- 92% -->", vec![]),
            ("<h1>Half of them &#8217;stay&#8217;</h1>", vec!["Half"]),
            ("<p>é</p><p>Two thirds</p>", vec!["Two thirds"]),
        ] {
            assert_eq!(found(html), wanted, "{html}");
        }
    }
}
