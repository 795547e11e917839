//! What a reader sees right beside a bound number, which may be a part of it: a sign, a digit, a currency, a unit, a
//! scale, or a word such as `nearly`.

use super::Writer;
use super::notes::end_of_html;
use crate::document::escape::plain_text;
use crate::document::prose::{BOUND_MARK, Beside, Target};
use crate::document::wording::joins;

/// How much of the HTML before a link is looked at, in bytes.
const BEFORE: usize = 240;

/// How much of the text behind a link is looked at, in bytes.
const AFTER: usize = 64;

/// Tags that leave no room between what stands before them and behind them.
const INLINE: [&str; 14] =
    ["em", "strong", "b", "i", "u", "s", "del", "ins", "span", "abbr", "mark", "small", "bdi", "cite"];

/// A bound link whose surroundings are still being read.
pub(super) struct LinkBesides {
    /// The hole of the link, by its place in the current prose.
    hole: usize,
    before: String,
    /// What stands behind it so far.
    after: String,
}

impl Writer<'_> {
    /// What stands before a bound link that is about to be written.
    pub(super) fn seen_before(&self) -> String {
        let html = self.stack.last().map_or("", |prose| prose.html.as_str());
        end_of(end_of_html(html, BEFORE))
    }

    /// A bound link was closed: what follows stands behind it.
    pub(super) fn listen_behind(&mut self, hole: usize, before: String) {
        self.beside.push(LinkBesides { hole, before, after: String::new() });
    }

    /// Takes in text that a reader sees behind bound links.
    pub(super) fn hear_behind(&mut self, text: &str) {
        // Whoever listened before has heard as much, and more.
        let listening = self.beside.iter_mut().rev().take_while(|open| open.after.len() < AFTER);
        listening.for_each(|open| open.after.push_str(begin_of(text)));
    }

    /// At the end of a block nothing stands behind its links any more.
    pub(super) fn end_beside(&mut self) {
        // Which words may be part of a number is known here of English alone.
        let is_all = self.around.options.language.has_own_words();
        for LinkBesides { hole, before, after } in std::mem::take(&mut self.beside) {
            if !is_all && !joins(&before, &after) {
                continue;
            }
            if let Some(hole) = self.top().holes.get_mut(hole)
                && let Target::Statistic { beside, .. } = &mut hole.target
            {
                *beside = Some(Box::new(Beside { before: before.into(), after: after.into() }));
            }
        }
    }
}

/// The beginning of a text, to the end of a word, so that no number is cut.
fn begin_of(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(AFTER) else { return text };
    let cut = &text[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |end| &cut[..end])
}

/// The text of HTML from its last block on, with a mark at each end of a bound link.
fn end_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    let mut bound = false;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let (tag, behind) = rest[open + 1..].split_once('>').unwrap_or((&rest[open + 1..], ""));
        let name: String =
            tag.chars().skip_while(|mark| *mark == '/').take_while(char::is_ascii_alphanumeric).collect();
        match name.as_str() {
            "a" if tag.starts_with("a class=\"stat\"") => {
                bound = true;
                text.push(BOUND_MARK);
            }
            "a" if std::mem::take(&mut bound) => text.push(BOUND_MARK),
            "a" => {}
            name if INLINE.contains(&name) => {}
            // What is raised or lowered is a note or an exponent, and stands apart.
            "sup" | "sub" | "code" => text.push(' '),
            _ => text.clear(),
        }
        rest = behind;
    }
    text.push_str(rest);
    plain_text(&text)
}

#[cfg(test)]
mod tests {
    use super::{begin_of, end_of};

    #[test]
    fn no_number_is_cut_behind() {
        let text = format!("{} per 10,000 of them", "a".repeat(58));
        assert!(begin_of(&text).ends_with(" per"), "{}", begin_of(&text));
        assert_eq!(begin_of(" per 10,000"), " per 10,000");
    }

    #[test]
    fn the_text_before_is_what_a_reader_sees() {
        for (html, text) in [
            ("<p>It was <strong>−</strong>", "It was −"),
            ("<td>5</td><td>", ""),
            ("a <a class=\"stat\" href=\"\">5</a>–", "a \u{1}5\u{1}–"),
            ("x &amp; y<br>\n£", "\n£"),
            ("64%<sup class=\"x\">1</sup> of", "64% 1  of"),
        ] {
            assert_eq!(end_of(html), text, "{html}");
        }
    }
}
