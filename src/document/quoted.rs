//! Words in quotation marks: which stretches of a text an author gives as somebody else's.
//!
//! Double and single marks count, straight and typographic, of several languages; an apostrophe is none. A quotation ends in
//! its paragraph, or goes on in the next one, which then begins with the mark again. Whose words they are is for others to say.

use super::html::ShownBlock;
use super::sentence_ends::sentence_ends;
use crate::span::{letter_before, letter_behind};
use std::ops::Range;

/// Marks that open a quotation, each with those that close it.
#[rustfmt::skip]
const MARKS: [(char, &[char]); 18] = [
    ('“', &['”', '"']), ('„', &['“', '”']), ('‘', &['’']), ('‚', &['‘', '’']), ('"', &['"', '”']), ('«', &['»']), ('»', &['«']),
    ('”', &['”', '“']), ('❝', &['❞']), ('❛', &['❜']), ('〝', &['〞', '〟']), ('`', &['\'', '’', '`', '´']), ('‹', &['›']), ('›', &['‹']), ('″', &['″']), ('＂', &['＂']), ('「', &['」']), ('『', &['』']),
];

/// The longest sentence that is told whole on each side of a quotation, in bytes.
const LONGEST: usize = 2048;

/// Words that begin with an apostrophe.
const ELIDED: [&str; 10] = ["n", "tis", "twas", "twere", "twill", "twould", "em", "til", "neath", "bout"];

/// Quoted words, and what their author says of them in the same sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The words without their marks, in one line.
    pub words: String,
    /// The sentence around them, without them.
    pub around: String,
}

impl Quoted {
    /// Those at a place of a text.
    #[must_use]
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let near = near(text, &range);
        let (before, behind) = (&text[near.start..range.start], &text[range.end..near.end]);
        let before = &before[sentence_ends(before).last().unwrap_or(0)..];
        let behind = if text[..range.end].ends_with(['.', '!', '?']) {
            ""
        } else {
            &behind[..sentence_ends(behind).next().unwrap_or(behind.len())]
        };
        Self { words: text[range].replace('\n', " "), around: format!("{before} {behind}") }
    }
}

/// The stretch of a text in which the sentence around a quotation is looked for.
fn near(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = letter_before(text, range.start.saturating_sub(LONGEST));
    start..letter_behind(text, range.end.saturating_add(LONGEST))
}

/// Whether a Markdown text holds a mark that may quote something. Most do not, and need not be read again.
pub(super) fn may_quote(text: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'"' | b'>');
    let is_single = || text.contains('\'') && [" '", "\n'", "('", "`"].iter().any(|mark| text.contains(mark));
    let is_other = |letter: char| !letter.is_ascii() && MARKS.iter().any(|(open, _)| *open == letter);
    text.bytes().any(is_plain) || is_single() || !text.is_ascii() && text.chars().any(is_other)
}

/// The stretches of a text that stand between quotation marks, without the marks, in order.
#[must_use]
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    scan(text).0
}

/// Whether a letter opens or closes quotations and does nothing else.
pub(super) fn is_mark(letter: char) -> bool {
    letter != '’' && MARKS.iter().any(|(open, closers)| *open == letter || closers.contains(&letter))
}

/// The words that are quoted in blocks of a text: the block, and where they stand in it.
pub(super) fn in_blocks(blocks: &[ShownBlock]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let (mut ranges, open) = scan(&block.text);
        let next = blocks.get(at + 1).map_or("", |next| next.text.trim_start());
        let goes_on = open.filter(|(_, mark)| next.starts_with(*mark));
        let whole = goes_on.map(|(start, _)| start..block.text.trim_end().len());
        let given: Vec<Range<usize>> = block.quoted.iter().cloned().chain(whole).collect();
        // What is given stands in order, and none within another.
        let around =
            |range: &Range<usize>| given[..given.partition_point(|one| one.start <= range.start)].last();
        ranges.retain(|range| around(range).is_none_or(|one| one.end < range.end));
        ranges.extend(given.into_iter().filter(|range| has_words(&block.text[range.clone()])));
        ranges.sort_by_key(|range| range.start);
        found.extend(ranges.into_iter().map(|range| (at, range)));
    }
    found
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// What stands between marks, and the first mark that opens what this text does not close.
fn scan(text: &str) -> (Vec<Range<usize>>, Option<(usize, char)>) {
    let (mut found, mut open, mut at) = (Vec::new(), None, 0);
    let mut ahead = Ahead::default();
    while let Some(letter) = text[at..].chars().next() {
        let inside = at + letter.len_utf8();
        at = inside;
        // As TeX has them: two marks that open, and two that close.
        if text[inside - letter.len_utf8()..].starts_with("``") {
            if let Some(end) = ahead.closed_by_two(text, inside + 1) {
                found.push(inside + 1..end);
                at = end + 2;
            }
            continue;
        }
        let Some(closers) = opened(text, inside - letter.len_utf8(), letter) else { continue };
        match ahead.closed(text, inside, letter, closers) {
            Some(end) => {
                if has_words(&text[inside..end]) {
                    found.push(inside..end);
                }
                at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            }
            None if letter != '\'' => open = open.or(Some((inside, letter))),
            None => {}
        }
    }
    (found, open)
}

/// The marks that close the quotation which a mark opens, if it opens one.
fn opened(text: &str, at: usize, mark: char) -> Option<&'static [char]> {
    let closers = match mark {
        '\'' => &['\'', '’'],
        _ => MARKS.iter().find(|(open, _)| *open == mark).map(|(_, closers)| *closers)?,
    };
    let rest = &text[at + mark.len_utf8()..];
    // Chinese and Japanese have no spaces between words.
    let is_apart = matches!(mark, '「' | '『') || !text[..at].ends_with(char::is_alphanumeric);
    let begins = rest.chars().next().is_some_and(|first| is_spaced(mark) || !first.is_whitespace());
    let is_apostrophe = matches!(mark, '\'' | '‘') && is_elided(rest);
    (is_apart && begins && !is_apostrophe).then_some(closers)
}

/// What was found ahead in a text, so that many marks that nothing closes do not each look through all of it.
#[derive(Default)]
struct Ahead {
    /// For each mark that was opened, where from on was looked, and what closes it there.
    ends: Vec<(char, FoundMark)>,
    two: Option<FoundMark>,
    paragraph: Option<FoundMark>,
}

/// The first place of something from a place on; none where it does not come any more.
type FoundMark = (usize, Option<usize>);

/// What is found from a place on; what was found from an earlier one holds unless it was passed.
fn from(known: Option<FoundMark>, start: usize, find: impl FnOnce() -> Option<usize>) -> FoundMark {
    let holds = |(from, found): &FoundMark| *from <= start && found.is_none_or(|found| start <= found);
    known.filter(holds).unwrap_or_else(|| (start, find()))
}

impl Ahead {
    /// Where the quotation ends that a mark opened before `start`.
    fn closed(&mut self, text: &str, start: usize, mark: char, closers: &[char]) -> Option<usize> {
        let at = self.ends.iter().position(|(known, _)| *known == mark);
        let known = at.map(|at| self.ends.swap_remove(at).1);
        let found = from(known, start, || closing(text, start, mark, closers));
        self.ends.push((mark, found));
        found.1.filter(|end| !self.is_cut(text, start, *end))
    }

    /// Where a quotation ends that two marks opened before `start`.
    fn closed_by_two(&mut self, text: &str, start: usize) -> Option<usize> {
        let found = from(self.two, start, || text[start..].find("''").map(|end| start + end));
        self.two = Some(found);
        found.1.filter(|end| has_words(&text[start..*end]) && !self.is_cut(text, start, *end))
    }

    /// Whether a paragraph ends between two places.
    fn is_cut(&mut self, text: &str, start: usize, end: usize) -> bool {
        let found = from(self.paragraph, start, || text[start..].find("\n\n").map(|at| start + at));
        self.paragraph = Some(found);
        found.1.is_some_and(|cut| cut < end)
    }
}

/// The first mark from `start` on that closes what this one opened.
fn closing(text: &str, start: usize, mark: char, closers: &[char]) -> Option<usize> {
    let is_single = closers.contains(&'’');
    let mut ends = text[start..].char_indices().filter(|(_, letter)| closers.contains(letter));
    let found = ends.find(|(end, letter)| {
        let end = start + end;
        let (before, after) = (&text[..end], &text[end + letter.len_utf8()..]);
        // An apostrophe, or a straight mark that opens another quotation.
        let is_inside_word = is_single && after.starts_with(char::is_alphanumeric);
        !is_inside_word && (is_spaced(mark) || !before.ends_with(char::is_whitespace))
    });
    found.map(|(end, _)| start + end)
}

/// Whether spaces may stand between a mark and its words, as in French.
fn is_spaced(mark: char) -> bool {
    matches!(mark, '«' | '‹')
}

/// Whether a word begins here that has lost its first letters: `'tis`, `'n'`, `'90s`.
fn is_elided(rest: &str) -> bool {
    let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    let (word, after) = (rest[..end].to_lowercase(), &rest[end..]);
    let is_quoted = word != "n" && after.starts_with(['\'', '’']);
    let digits = word.strip_suffix('s').unwrap_or(&word);
    let is_year = digits.len() == 2
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !after.starts_with(['%', '.', ',']);
    !is_quoted && (is_year || ELIDED.contains(&&*word))
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
        assert_eq!(found("»so«, ›we‹, ‹they›, ‚he‘, ″a b″, ＂c＂"), ["so", "we", "they", "he", "a b", "c"]);
        assert_eq!(
            found("”så”, ”tak“, ❝so❞, ❛we❜, 〝he〞, ``a b'' c, `them'"),
            ["så", "tak", "so", "we", "he", "a b", "them"]
        );
        assert_eq!(found("她说「是的」。 « so » then"), ["是的", " so "]);
        assert_eq!(
            found("a '26% rise' and '2.5 children' and 'em' alone"),
            ["26% rise", "2.5 children", "em"]
        );
    }

    #[test]
    fn apostrophes_and_single_marks_are_none() {
        for text in [
            "children's services and the councils' share",
            "the ’90s and the '90s of the councils' plan",
            "rock 'n' roll, the ‘n’ too",
            "'Tis the councils' plan, and ‘twas the parents’ too",
            "give 'em the councils' share",
            "a 5\" screen",
            "a 5″ screen, and a 6″ one",
            "an “open one\n\nand another paragraph",
            "\"\" '' “…”",
            "it isn't, and they don't",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
