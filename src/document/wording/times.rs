//! Times that are relative to the day of reading: `currently`, `last week`, `two years ago`.
//!
//! A sentence that carries a date is let pass, and so is what stands in quotation marks.

use super::english::{MONTHS, TIMES, WatchedWord, look_up};
use super::passage::{Passage, bare};
use std::ops::Range;

/// Reads the phrase around a word: where to go on, and the phrase if nothing dates it.
pub(super) fn read(passage: Passage<'_>, range: &Range<usize>) -> (usize, Option<Range<usize>>) {
    let Some(phrase) = phrase(passage, range) else { return (range.end, None) };
    let sentence = passage.sentence(&phrase);
    let is_loose = !passage.is_quoted(phrase.start) && !is_dated(sentence) && !is_window(sentence);
    (phrase.end, is_loose.then_some(phrase))
}

fn phrase(passage: Passage<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let typed = &passage.source[range.clone()];
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(typed));
    if is(&["last", "past", "next", "coming", "this", "recent"]) {
        // "this week's list" is still this week; "the last year of the series" is a place in it.
        let end = end_of_span(passage, range.end, is(&["this", "recent"]))?;
        let is_place = passage.word_before(range.start) == "another" || is_place_in_series(passage, end);
        return (!is_place).then_some(range.start..end);
    }
    if is(&["present"]) {
        return led_by(passage, range, "at ");
    }
    if is(&["moment"]) {
        return led_by(passage, range, "at the ");
    }
    if is(&["ago"]) {
        return Some(start_of_ago(passage, range)..range.end);
    }
    is(&["currently", "nowadays", "presently", "today", "yesterday", "tomorrow", "recently"])
        .then(|| range.clone())
}

/// The phrase that a word is the end of.
fn led_by(passage: Passage<'_>, range: &Range<usize>, lead: &str) -> Option<Range<usize>> {
    let start = range.start.checked_sub(lead.len())?;
    let typed = passage.source.get(start..range.start)?;
    typed.eq_ignore_ascii_case(lead).then_some(start..range.end)
}

/// `two years ago`: the number and the span before it.
fn start_of_ago(passage: Passage<'_>, range: &Range<usize>) -> usize {
    let words: Vec<&str> = passage.before(range.start).take(2).collect();
    match words.as_slice() {
        [span, number] if TIMES.contains(&bare(span).as_str()) => {
            passage.source[..range.start].rfind(number).unwrap_or(range.start)
        }
        _ => range.start,
    }
}

/// Where `eight years` ends that begins behind `last`.
fn end_of_span(passage: Passage<'_>, at: usize, is_near: bool) -> Option<usize> {
    let mut end = at;
    for (place, word) in passage.after(at).take(3).enumerate() {
        end += passage.source[end..].find(word)? + word.len();
        let typed = word.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let owner = typed.split(['\'', '’']).next().unwrap_or(typed);
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(owner));
        let is_day = is_near && is(&["day", "days", "time", "term", "hour", "second"]);
        if (is(TIMES) && !is_day) || is(&["quarter"]) {
            return Some(end - word.len() + owner.len());
        }
        let is_amount = is(&["few", "couple", "of", "several", "parliamentary", "financial"])
            || owner.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(look_up(owner.as_bytes()), Some(WatchedWord::Small | WatchedWord::Number));
        if is_near || !is_amount || typed.len() < word.len() || place == 2 {
            return None;
        }
    }
    None
}

fn is_place_in_series(passage: Passage<'_>, end: usize) -> bool {
    matches!(passage.word_after(end).as_str(), "of" | "before" | "covered" | "counted" | "printed" | "shown")
}

/// Whether a sentence is of a question or a definition, whose times count from the day of an answer.
fn is_window(sentence: &str) -> bool {
    const WORDS: [&str; 10] = [
        "ask",
        "asks",
        "asked",
        "whether",
        "questionnaire",
        "respondents",
        "defined",
        "definition",
        "defines",
        "means",
    ];
    const WHO: [&str; 6] = ["is who", "anyone who", "someone who", "person who", "person that", "counts as"];
    let mut words = sentence.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
        || WHO.iter().any(|phrase| sentence.contains(phrase))
}

/// Whether a sentence names a year or a month.
fn is_dated(sentence: &str) -> bool {
    let mut words =
        sentence.split(|character: char| character.is_whitespace() || "()[],;|".contains(character));
    words.any(|word| {
        let year = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        let digits = year.bytes().take_while(u8::is_ascii_digit).count();
        let is_month =
            MONTHS[..12].contains(&year.to_ascii_lowercase().as_str()) && year != "may" && year != "march";
        is_month
            || (digits == 4 && (year.starts_with("18") || year.starts_with("19") || year.starts_with("20")))
    })
}
