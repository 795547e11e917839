//! Where a look through words has to stop: at words that the rules know, and at digits. Nearly all of a text is
//! neither, and is let pass sixty-four bytes at a time.

use super::english::{WatchedWord, begins_a_word, lead, look_up};
use crate::config::Heed;
use std::ops::Range;

/// How many bytes are looked at together: one bit of a number for each.
const WINDOW: usize = u64::BITS as usize;

/// Where to stop.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// At a word that the rules know.
    Word(WatchedWord, Range<usize>),
    /// At a number, whose first digit stands here.
    Digit(usize),
}

/// The bytes that were looked at last. The words of a source are many short pieces, each looked through for itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Window {
    /// Where it ends; nothing was looked at yet when that is 0.
    end: usize,
    /// Where letters or digits begin in it.
    starts: u64,
}

impl Window {
    /// The window that begins at a byte of a source.
    fn starting(source: &[u8], at: usize) -> Self {
        let both = alphanumerics(&source[at..]);
        let before = at.checked_sub(1).is_some_and(|before| source[before].is_ascii_alphanumeric());
        Self { end: at + WINDOW, starts: both & !(both << 1 | u64::from(before)) }
    }
}

/// The first place in `range` of a source to stop at. `A4` and `E06` name something, so their digits are none.
pub(super) fn next_stop(source: &[u8], range: Range<usize>, heed: Heed, window: &mut Window) -> Option<Stop> {
    let text = &source[..range.end];
    let mut at = range.start;
    while at < range.end {
        let inside = at % WINDOW;
        let first = at - inside;
        if window.end != first + WINDOW {
            *window = Window::starting(source, first);
        }
        let mut starts = window.starts & u64::MAX << inside;
        while starts != 0 {
            let start = first + starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let stop = stop_at(text.get(start..)?, start, heed);
            if stop.is_some() {
                return stop;
            }
        }
        at = window.end;
    }
    None
}

/// Whether to stop where letters or digits begin, if there are any.
#[inline]
fn stop_at(rest: &[u8], start: usize, heed: Heed) -> Option<Stop> {
    let lead = lead(rest);
    if lead.to_le_bytes()[0].is_ascii_digit() {
        return heed.numbers.then_some(Stop::Digit(start));
    }
    if !begins_a_word(lead) {
        return None;
    }
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = look_up(&rest[..length]).filter(|_| heed.english)?;
    Some(Stop::Word(word, start..start + length))
}

/// Which of the first bytes of a text are ASCII letters or digits; the first byte is the lowest bit.
fn alphanumerics(text: &[u8]) -> u64 {
    let mut bytes = [0; WINDOW];
    match text.first_chunk() {
        Some(window) => bytes = *window,
        None => bytes[..text.len()].copy_from_slice(text),
    }
    // Vector operations, as long as nothing else is done here.
    for byte in &mut bytes {
        *byte = u8::from(byte.is_ascii_alphanumeric());
    }
    let (eights, _) = bytes.as_chunks();
    eights.iter().rev().fold(0, |bits, eight| bits << 8 | gathered(u64::from_le_bytes(*eight)))
}

/// The lowest bits of eight bytes, side by side: each is moved to its own place in the highest byte.
#[inline]
const fn gathered(bytes: u64) -> u64 {
    bytes.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::{Stop, WatchedWord, Window, alphanumerics, next_stop};
    use crate::config::Heed;

    const ALL: Heed = Heed { numbers: true, times: true, english: true };

    fn first(text: &str) -> Option<Stop> {
        next_stop(text.as_bytes(), 0..text.len(), ALL, &mut Window::default())
    }

    #[test]
    fn letters_and_digits_are_told_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            for before in [0, 3, 7, 8, 13, 63] {
                let text = [&vec![b' '; before][..], &[byte], &[0xff; 70]].concat();
                let expected = u64::from(byte.is_ascii_alphanumeric()) << before;
                assert_eq!(alphanumerics(&text), expected, "{byte} behind {before}");
                assert_eq!(alphanumerics(&text[..=before]), expected, "{byte} behind {before} at the end");
            }
        }
    }

    #[test]
    fn words_and_numbers_are_found_wherever_they_stand() {
        for before in 0..140 {
            let blank = " ".repeat(before);
            let word = Some(Stop::Word(WatchedWord::Small, before..before + 5));
            assert_eq!(first(&format!("{blank}seven")), word, "{before}");
            assert_eq!(first(&format!("{blank}SeveN-")), word, "{before}");
            assert_eq!(first(&format!("{blank}seven5")), word, "{before}");
            assert_eq!(first(&format!("{blank}7")), Some(Stop::Digit(before)), "{before}");
            // Parts of a longer word are none, even where a window ends between them.
            let letters = "q".repeat(before + 1);
            assert_eq!(first(&format!("{letters}7 {letters}seven sevenths")), None, "{before}");
            let cut = format!("{blank}seven");
            let window = &mut Window::default();
            assert_eq!(next_stop(cut.as_bytes(), 0..before + 4, ALL, window), None, "{before}");
            // The same window serves another look, wherever that begins.
            for from in 0..=before {
                assert_eq!(next_stop(cut.as_bytes(), from..before + 5, ALL, window), word, "{from} {before}");
            }
            assert_eq!(next_stop(cut.as_bytes(), before + 1..before + 5, ALL, window), None, "{before}");
        }
    }

    #[test]
    fn nothing_is_stopped_at_that_no_rule_heeds() {
        let next = |range, heed| next_stop(b"seven of 7", range, heed, &mut Window::default());
        assert_eq!(next(0..10, Heed { english: false, ..ALL }), Some(Stop::Digit(9)));
        assert_eq!(next(5..10, Heed { numbers: false, ..ALL }), None);
    }
}
