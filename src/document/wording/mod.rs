//! What a rule about wording may stop at: numbers that no link binds, and words that only hold on the day on which
//! they are read. They are noted while Markdown is read, because the words of a page have no place once they are HTML.
//!
//! Nothing here judges: whether a note is worth a message, and what to write instead, is for `lint` to say.

mod beside;
mod english;
mod numbers;
mod numerals;
mod passage;
mod stops;
mod things;
mod times;
mod uncounted;

use crate::config::Heed;
use crate::document::prose::{LooseNumber, NoteKind};
pub(crate) use beside::joins;
pub(crate) use english::VAGUE_LINKS;
pub(crate) use numbers::is_label;
pub(crate) use passage::{Passage, SeenPassage};
use std::ops::Range;
use stops::{Stop, next_stop};

/// How many characters before a number are kept.
const TAIL: usize = 24;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FoundWord {
    /// A number.
    Number,
    /// A time that is relative to the day of reading.
    Time,
}

impl FoundWord {
    /// The note of it, with the words `before` it.
    pub(crate) fn noted(self, typed: &str, before: &str) -> NoteKind {
        let typed = typed.to_owned();
        match self {
            Self::Number => {
                NoteKind::Number(LooseNumber { typed, before: tail(before).to_owned(), link: None })
            }
            Self::Time => NoteKind::Time(typed),
        }
    }
}

/// The last few words of a text.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(TAIL - 1).map_or(0, |(start, _)| start);
    &text[start..]
}

/// Hands `found` what stands at `range` of a passage, in order.
pub(crate) fn scan(
    passage: Passage<'_>,
    range: Range<usize>,
    heed: Heed,
    mut found: impl FnMut(FoundWord, Range<usize>),
) {
    let source = passage.source.as_bytes();
    let mut window = passage.seen.window.get();
    let mut at = range.start;
    while let Some(stop) = next_stop(source, at..range.end, heed, &mut window) {
        at = match stop {
            Stop::Word(word, place) => {
                let end = at_word(passage, word, place, heed, &mut found);
                let more = source.get(end..range.end).unwrap_or_default();
                end + more.iter().take_while(|byte| byte.is_ascii_digit()).count()
            }
            Stop::Digit(at) => {
                let (end, number) = numerals::read(passage, at, heed.english);
                if let Some(number) = number {
                    found(FoundWord::Number, number);
                }
                end.max(at + 1)
            }
        };
    }
    passage.seen.window.set(window);
    if heed.numbers {
        fractions(passage, range, found);
    }
}

/// Fractions that are one letter, which are no digits to the look above: `½`, `⅔ of it`.
fn fractions(passage: Passage<'_>, range: Range<usize>, mut found: impl FnMut(FoundWord, Range<usize>)) {
    let text = &passage.source[range.clone()];
    // Nearly no text has the first byte of one.
    if !text.bytes().fold(false, |any, byte| any | matches!(byte, 0xc2 | 0xe2)) {
        return;
    }
    for (at, fraction) in text.match_indices(numerals::FRACTIONS) {
        let start = range.start + at;
        let is_part = passage.source[..start].ends_with(|before: char| before.is_ascii_digit());
        if !is_part && !passage.is_quoted(start) {
            found(FoundWord::Number, start..start + fraction.len());
        }
    }
}

fn at_word(
    passage: Passage<'_>,
    word: english::WatchedWord,
    range: Range<usize>,
    heed: Heed,
    found: &mut impl FnMut(FoundWord, Range<usize>),
) -> usize {
    let is_inside =
        passage.source[..range.start].ends_with(|before: char| before.is_alphanumeric() || before == '_');
    if is_inside {
        return range.end;
    }
    let kind = match word {
        english::WatchedWord::Relative | english::WatchedWord::Phrase => FoundWord::Time,
        english::WatchedWord::Small
        | english::WatchedWord::Number
        | english::WatchedWord::Fraction
        | english::WatchedWord::Ordinal
        | english::WatchedWord::Multiple
        | english::WatchedWord::Twice => FoundWord::Number,
    };
    let (end, seen) = match kind {
        FoundWord::Time if heed.times => times::read(passage, &range),
        FoundWord::Number if heed.numbers => numbers::read(passage, word, &range),
        FoundWord::Time | FoundWord::Number => (range.end, None),
    };
    if let Some(seen) = seen {
        found(kind, seen);
    }
    end.max(range.end)
}

#[cfg(test)]
mod tests {
    use super::{FoundWord, Passage, SeenPassage, scan};
    use crate::config::Heed;

    fn found(text: &str, wanted: FoundWord) -> Vec<&str> {
        let heed = Heed { numbers: true, times: true, english: true };
        let passage = Passage {
            source: text,
            block: 0,
            is_heading: false,
            defines: false,
            seen: &SeenPassage::default(),
        };
        let mut all = Vec::new();
        scan(passage, 0..text.len(), heed, |kind, range| {
            if kind == wanted {
                all.push(&text[range]);
            }
        });
        all
    }

    #[test]
    fn numbers_that_count_something_are_found() {
        for (text, numbers) in [
            ("It is 64% of them.", vec!["64%"]),
            ("They had £4.2 billion, up from £350m.", vec!["£4.2 billion", "£350m"]),
            ("From 735,470 to 753,840 cases", vec!["735,470", "753,840"]),
            ("about 22 per 10,000 children", vec!["22 per 10,000"]),
            ("15 councils", vec!["15"]),
            ("seven councils overspent", vec!["seven"]),
            ("Half of social workers and a quarter of managers", vec!["Half", "a quarter"]),
            ("two thirds of it, or two-thirds", vec!["two thirds", "two-thirds"]),
            ("a third of them", vec!["a third"]),
            ("one in five children", vec!["one in five"]),
            ("3 out of 10 said so", vec!["3 out of 10"]),
            ("it doubled, and is almost double the rest", vec!["doubled", "double"]),
            ("twice as many", vec!["twice"]),
            ("ninety-nine per cent", vec!["ninety-nine per cent"]),
            ("hundreds of families; a million pounds", vec!["hundreds", "a million"]),
            ("a rise of 10 points", vec!["10 points"]),
            ("16-18% of them", vec!["16-18%"]),
            ("in 2017 it was 5", vec!["5"]),
            ("three times as many", vec!["three times"]),
        ] {
            assert_eq!(found(text, FoundWord::Number), numbers, "{text}");
        }
    }

    #[test]
    fn numbers_that_count_nothing_are_let_pass() {
        for text in [
            "in 2017, in 2010-11, in March 2017, on 31 March, on March 31, at 2017-03-31, 31/03/2017",
            "the 1990s; at 10:30; 12 months; two or three years; seven-year-olds; a 12-month span",
            "section 17, sections 17 and 47, paragraphs 4, 5 and 6, page 12, p. 12, figure 3, chapter two, §4",
            "the first, the 1st, the 2nd; one of them; only one",
            "aged 16 to 18, 19- to 21-year-olds, 16 to 18 year olds, under 5, under-25s, over 65s",
            "COVID-19, A4, E06, 4G, version 2, key stage 2, nao-2019, #5",
            "she said \"64% of them\", and “half”, and ‘two thirds’",
            "two things decide; these three; the two of them; three reports; in four different ways; one or two",
            "the first half, half an hour, half-term; a third reason; double counting; counted twice",
            "per 10,000 children; to the nearest hundred; for every ten thousand",
            "https://example.org/2017/64 and a@b.example",
            "between two councils; such a one-sided, two-tier system",
        ] {
            assert!(
                found(text, FoundWord::Number).is_empty(),
                "{text}: {:?}",
                found(text, FoundWord::Number)
            );
        }
    }

    #[test]
    fn times_of_the_day_of_reading_are_found() {
        for (text, times) in [
            ("There are currently many.", vec!["currently"]),
            ("It rose last week and this year.", vec!["last week", "this year"]),
            ("over the last eight years", vec!["last eight years"]),
            ("two years ago it fell", vec!["two years ago"]),
            ("at present, and at the moment", vec!["at present", "at the moment"]),
            ("today's figures, next year's budget", vec!["today", "next year"]),
            ("in the past few months", vec!["past few months"]),
            ("in recent years", vec!["recent years"]),
        ] {
            assert_eq!(found(text, FoundWord::Time), times, "{text}");
        }
    }

    #[test]
    fn times_with_a_date_or_in_quotation_marks_are_let_pass() {
        for text in [
            "over the last eight years, to 2018",
            "In March 2017 there were currently none.",
            "it said \"last week\"",
            "the last child; this report; at least; the present state; a past decision",
            "another first year and another last year",
            "two years before; the last year of the series; this day",
        ] {
            assert!(found(text, FoundWord::Time).is_empty(), "{text}: {:?}", found(text, FoundWord::Time));
        }
    }
}
