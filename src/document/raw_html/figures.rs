//! Numbers in HTML that is no part of a text: where they stand, as a reader sees them.

use super::{attribute, texts};
use crate::config::Heed;
use crate::document::wording::{FoundWord, Passage, SeenPassage, scan};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::ops::Range;

/// Tags that do not end a sentence.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"];

/// The numbers that a reader sees and that are none of a date, a name or a place in a text.
#[must_use]
pub fn of(html: &str, is_english: bool) -> Vec<Range<usize>> {
    let shown = shown(html, &texts(html));
    let mut figures = Vec::new();
    let mut block = 0;
    for paragraph in shown.split_inclusive("\n\n") {
        let range = block..block + paragraph.len();
        block = range.end;
        figures.extend(counted(&shown, range, is_english));
    }
    figures
}

/// The numbers in attributes that are read out or shown, such as `alt` and `title`.
#[must_use]
pub fn of_attributes(html: &str, is_english: bool) -> Vec<Range<usize>> {
    let worded = worded(html);
    let shown = shown(html, &worded);
    worded.into_iter().flat_map(|range| counted(&shown, range, is_english)).collect()
}

/// Where a reader sees words, in texts and in attributes.
#[must_use]
pub fn seen(html: &str) -> Vec<Range<usize>> {
    let mut seen = texts(html);
    seen.extend(worded(html));
    seen
}

/// The numbers of a passage.
fn counted(shown: &str, range: Range<usize>, is_english: bool) -> Vec<Range<usize>> {
    let heed = Heed { numbers: true, times: false, english: is_english };
    let seen = SeenPassage::default();
    let passage =
        Passage { source: shown, block: range.start, is_heading: false, defines: false, seen: &seen };
    let mut figures = Vec::new();
    scan(passage, range, heed, |found, place| match found {
        FoundWord::Number => figures.push(place),
        FoundWord::Time => {}
    });
    figures
}

/// The values of attributes that hold words for readers.
#[must_use]
pub fn worded(html: &str) -> Vec<Range<usize>> {
    let tokens = Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span());
    let mut worded = Vec::new();
    for token in tokens {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, attribute) in tag.attributes.iter().filter(|(name, _)| holds_words(&tag, name)) {
            let span = attribute.span.start..attribute.span.end.min(html.len());
            let value = html.get(span.clone()).and_then(|whole| whole.get(name.len()..));
            let Some(value) = value else { continue };
            let inner = value.trim_start().trim_start_matches('=').trim_start();
            // Blanks behind the quotation mark may stand in the place of a template's tag.
            let inner = inner.strip_prefix(['"', '\'']).unwrap_or(inner);
            let begin = span.end - inner.len();
            worded.push(begin..begin + inner.trim_end_matches(['"', '\'', '>']).len());
        }
    }
    worded.sort_by_key(|range| range.start);
    worded
}

/// Whether an attribute holds words for readers.
fn holds_words(tag: &StartTag<usize>, name: &[u8]) -> bool {
    let is_description = || {
        let named = ["name", "property"].into_iter().find_map(|name| attribute(tag, name.as_bytes()));
        named.is_some_and(|name| ["description", "title", ":alt"].iter().any(|end| name.ends_with(end)))
    };
    match name {
        b"alt" | b"title" | b"placeholder" | b"label" | b"aria-label" | b"aria-description"
        | b"aria-valuetext" | b"aria-placeholder" => true,
        b"content" => tag.name.as_slice() == b"meta" && is_description(),
        _ => false,
    }
}

/// What is seen, at the places that it has in the HTML. Tags are blanks, or the end of a paragraph.
fn shown(html: &str, texts: &[Range<usize>]) -> String {
    let mut shown = String::with_capacity(html.len());
    for text in texts {
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
