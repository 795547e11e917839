//! Numbers in digits that count nothing: dates, ages, places in a document, names, references, telephones, conventions.

use super::english::{BETWEEN, DEFINITE, MONTHS, OWN, TIMES, WatchedWord, look_up};
use super::passage::{Passage, bare};
use super::things::{
    AGED, BEFORE_AGES, BUILT, COMPARED, FIGURES, HAVING, LAST_SCHOOL_YEAR, MEASURED, NAMED_BY_NUMBER, PEOPLE,
    PROGRAMS,
};
use std::ops::Range;

/// The years that a bare number of four digits is taken for.
const YEARS: Range<u32> = 1800..2200;

/// The oldest age that `under 5` may be about.
const YOUNG: u32 = 25;

/// The oldest age that `over 65` may be about.
const OLD: u32 = 100;

/// The oldest age that `aged` is said of.
const OLDEST: u32 = 120;

/// The largest number that a text counts its own parts with.
const FEW: u32 = 12;

/// Whether what stands around digits makes them part of a name: `COVID-19`, `§17`, `#3`, `4.2.0`.
pub(super) fn is_name(before: &str, after: &str) -> bool {
    let mut letters = before.chars().rev();
    let is_version =
        after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
    // `4<sup>th</sup>`, `I<sup>2</sup>`.
    let is_ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| after.strip_prefix("<sup>").is_some_and(|raised| raised.starts_with(end)));
    let raised = before.strip_suffix("<sup>").or_else(|| before.strip_suffix("<sub>"));
    let is_index = raised.is_some_and(|letter| letter.ends_with(char::is_alphabetic));
    is_version
        || is_ordinal
        || is_index
        || match letters.next() {
            Some('-' | '–' | '.' | '/' | ':') => letters.next().is_some_and(char::is_alphanumeric),
            // `N=58` is a figure, `2015=100` says what an index is measured by.
            Some('=') => letters.next().is_none_or(|letter| !letter.is_alphabetic()),
            Some('_' | '#' | '@' | '§' | '&') => true,
            Some(letter) => letter.is_alphanumeric(),
            None => false,
        }
}

/// Whether a number without a sign of its own counts something.
pub(super) fn counts(passage: Passage<'_>, range: Range<usize>) -> bool {
    let text = &passage.source[range.clone()];
    let after = passage.word_after(range.end);
    let is_scaled = matches!(after.as_str(), "million" | "billion" | "thousand" | "per");
    !(text == "1"
        || (is_date(text) && !is_scaled && !is_had(passage, &range))
        || is_numbering(passage, &range)
        || is_place(passage, &range)
        || is_age(passage, &range)
        || is_own(passage, &range)
        || is_telephone(passage, &range)
        || is_built(&passage.source[range.end..])
        || is_span(passage, &range))
}

/// `2017`, `2010-11`, `2017/18`, `2017-03-31`, `31/03/2017`, `10:30`, `’98`, `24/7`.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '–', '/', ':']).collect();
    let is_plain = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_year = |part: &&str| part.len() == 4 && part.parse().is_ok_and(|year| YEARS.contains(&year));
    is_plain
        && (parts.iter().any(is_year)
            || text == "24/7"
            || (text.contains(':') && parts.last().is_some_and(|last| last.len() == 2)))
}

/// `it has 2020 beds`: a number that only looks like a year.
fn is_had(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let (before, after) = (passage.word_before(range.start), passage.word_after(range.end));
    HAVING.contains(&before.as_str()) && after.len() > 3 && after.ends_with('s')
}

/// The number of a heading: `2.1 Method`, `3) Results`.
fn is_numbering(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let before = &passage.source[passage.block.min(range.start)..range.start];
    let is_first = before.bytes().all(|byte| !byte.is_ascii_alphanumeric());
    let text = &passage.source[range.clone()];
    let mark = passage.source[range.end..].chars().next();
    passage.is_heading && is_first && (text.contains('.') || matches!(mark, Some('.' | ')' | ':')))
}

/// `paragraph 4`, `sections 17 and 47`, `March 31`, `aged from 18 to 24`, `Python 3.9`, `ISO 8601`.
fn is_place(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let text = &passage.source[range.clone()];
    if !passage.source[..range.start].ends_with([' ', '\n', '\u{a0}', '\t', '*', '_', '(', '['])
        || opens(passage, range.start)
    {
        return false;
    }
    let (mut is_first, mut is_aged_only) = (true, false);
    let is_years =
        text.split(['-', '–']).all(|years| years.parse::<u32>().is_ok_and(|years| years <= OLDEST));
    for typed in passage.before(range.start) {
        let word = bare(typed);
        let word = word.as_str();
        let is_named = NAMED_BY_NUMBER.contains(&word)
            || MONTHS.contains(&word)
            || PROGRAMS.contains(&word)
            || word.starts_with('§')
            || word == "year" && text.parse().is_ok_and(|year: u32| year <= LAST_SCHOOL_YEAR);
        if AGED.contains(&word) && is_years
            || is_named && !is_aged_only
            || is_first && is_acronym(passage, typed, range)
        {
            return true;
        }
        let ends = typed.ends_with(['.', ';', ':', '?', '!']) || typed.starts_with('(');
        let joins =
            matches!(word, "and" | "or" | "to") || word.starts_with(|first: char| first.is_ascii_digit());
        if ends || !joins && !BEFORE_AGES.contains(&word) {
            return false;
        }
        is_aged_only |= !joins;
        is_first = false;
    }
    false
}

/// Whether a bracket opens right before a number, so that what stands before it has ended.
fn opens(passage: Passage<'_>, at: usize) -> bool {
    passage.source[..at].trim_end_matches(['*', '_']).ends_with(['(', '['])
}

/// `ISO 8601`, `NHS 111`: an abbreviation with a number, but not `RR 0.73`, nor `in the NHS 12 trusts`.
fn is_acronym(passage: Passage<'_>, typed: &str, range: &Range<usize>) -> bool {
    let is_whole = passage.source[range.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let is_short = (2..=5).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_uppercase());
    let counts_things = passage.word_after(range.end).ends_with('s');
    is_whole && is_short && !FIGURES.contains(&typed) && !counts_things
}

/// `19- to 21-year-olds`, `16 to 18 year olds`, `under 5`, `people over 65`: who is counted, not how many.
fn is_age(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let rest = &passage.source[range.end..];
    if ["-year-old", "- to ", "- and ", "- or "].iter().any(|joint| rest.starts_with(joint)) {
        return true;
    }
    let Ok(years) = passage.source[range.clone()].parse::<u32>() else { return false };
    let after = passage.word_after(range.end);
    let ends =
        matches!(after.as_str(), "" | "in" | "and" | "or" | "who" | "are" | "were" | "with" | "at" | "on");
    let words: Vec<String> = passage.before(range.start).take(2).map(bare).collect();
    let [bound, who @ ..] = &words[..] else { return false };
    let who = who.first().map_or("", String::as_str);
    let is_told = PEOPLE.contains(&who) && years <= OLD && ends;
    match bound.as_str() {
        "under" => years <= YOUNG && (ends || who == "the") || is_told,
        "over" | "above" | "below" => is_told,
        _ => false,
    }
}

/// `the 2 groups`, `the 3 main findings`, `the top 10`: what the text itself holds.
fn is_own(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.word_before(range.start);
    let is_few = passage.source[range.clone()].parse::<u32>().is_ok_and(|number| number <= FEW);
    let counted = || passage.after(range.end).map(bare).find(|word| !BETWEEN.contains(&word.as_str()));
    matches!(before.as_str(), "top" | "bottom")
        || is_few
            && DEFINITE.contains(&before.as_str())
            && counted().is_some_and(|word| OWN.contains(&word.as_str()))
}

/// `01632 960983`, `06`: a number that begins with nought counts nothing, nor do those behind it.
fn is_telephone(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let is_code = |text: &str| {
        text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let text = &passage.source[range.clone()];
    let is_of_country = passage.source[..range.start].ends_with('+')
        && passage
            .after(range.end)
            .next()
            .is_some_and(|next| next.len() > 2 && next.starts_with(|first: char| first.is_ascii_digit()));
    let is_group = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+');
    is_code(text)
        || is_of_country
        || text.len() > 2
            && is_group(&text)
            && passage
                .before(range.start)
                .take_while(is_group)
                .any(|word| is_code(word) || word.starts_with('+'))
}

/// `a 5-point scale`.
fn is_built(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|compound| BUILT.contains(&letters(compound)))
}

/// The letters with which a text begins.
pub(super) fn letters(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_alphabetic).count()]
}

/// `31 March`, `12 months`; but not a span that was measured.
fn is_span(passage: Passage<'_>, range: &Range<usize>) -> bool {
    is_time(passage, range.end) && !is_measured(passage, range)
}

/// `4.2 minutes`, `the wait was 11 days`, `11 days longer`.
fn is_measured(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let mut after = passage.after(range.end).map(bare);
    let is_span = after.next().is_some_and(|word| TIMES.contains(&word.as_str()));
    let is_compared = after.next().is_some_and(|word| COMPARED.contains(&word.as_str()));
    let before = passage.word_before(range.start);
    is_span
        && (passage.source[range.clone()].contains('.') || MEASURED.contains(&before.as_str()) || is_compared)
}

/// `31 March`, `12 months`, `2 or 3 years`, `16 to 18 year olds`, `12 noon`.
pub(super) fn is_time(passage: Passage<'_>, end: usize) -> bool {
    let rest = &passage.source[end..];
    if let Some(compound) = rest.strip_prefix('-') {
        return TIMES.contains(&letters(compound));
    }
    if rest.starts_with(['.', ';', ':', ',', ')', '|']) {
        return false;
    }
    for typed in passage.after(end) {
        let word = bare(typed);
        let word = word.split('-').next().unwrap_or("");
        if TIMES.contains(&word)
            || MONTHS.contains(&word)
            || matches!(word, "noon" | "midnight" | "am" | "pm" | "o'clock")
        {
            return true;
        }
        let is_number = word.starts_with(|first: char| first.is_ascii_digit())
            || look_up(word.as_bytes()).is_some_and(|word| word == WatchedWord::Small);
        let goes_on = is_number
            || matches!(
                word,
                "and"
                    | "or"
                    | "to"
                    | "full"
                    | "whole"
                    | "consecutive"
                    | "calendar"
                    | "financial"
                    | "different"
            );
        if !goes_on || typed.ends_with(['.', ',', ';', ':', ')']) {
            return false;
        }
    }
    false
}

/// `[12]`, `[13, 14]`, `14(2), 123–148`, `’98`: a reference to a publication, or a year.
pub(super) fn is_reference(passage: Passage<'_>, range: Range<usize>) -> bool {
    let source = passage.source;
    let text = &source[range.clone()];
    let is_whole =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | 0xe2 | 0x80 | 0x93));
    let before = &source[passage.block.min(range.start)..range.start];
    is_whole && (in_brackets(before, &source[range.end..]) || is_of_journal(before, &source[range.end..]))
        || text.len() == 2 && is_short_year(before)
}

/// Between square brackets that hold whole numbers only, and are no link.
fn in_brackets(before: &str, after: &str) -> bool {
    let is_listed = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | ' ' | '-' | '–' | ';');
    let opened = before.trim_end_matches(is_listed);
    let closed = after.trim_start_matches(is_listed);
    opened.ends_with('[') && closed.starts_with(']') && !closed.starts_with("](") && !closed.starts_with("][")
}

/// A volume, an issue or pages: `14(2), 123–148`.
fn is_of_journal(before: &str, after: &str) -> bool {
    let digits = |letter: char| letter.is_ascii_digit();
    let is_issue = |text: &str| {
        text.strip_prefix('(').is_some_and(|rest| {
            let behind = rest.trim_start_matches(digits);
            behind.len() < rest.len() && behind.starts_with(')')
        })
    };
    let is_behind_issue = |text: &str| {
        text.strip_suffix(')')
            .map(|rest| rest.trim_end_matches(digits))
            .and_then(|rest| rest.strip_suffix('('))
            .is_some_and(|volume| volume.ends_with(digits))
    };
    let is_in_issue =
        before.strip_suffix('(').is_some_and(|volume| volume.ends_with(digits)) && after.starts_with(')');
    is_issue(after) || is_in_issue || is_behind_issue(before.trim_end_matches([',', ' ', ':']))
}

/// `the class of ’98`.
fn is_short_year(before: &str) -> bool {
    let rest = before.strip_suffix(['’', '\'', '‘']);
    rest.is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric()))
}

/// `95% CI`, `sum to 100%`, `set to 100`, `12 kB`, `40 mph zones`, `p < 0.05`: what everybody writes.
pub(super) fn is_convention(passage: Passage<'_>, start: usize, digits: Range<usize>) -> bool {
    let text = &passage.source[digits.clone()];
    let rest = &passage.source[digits.end..];
    let after = passage.word_after(digits.end);
    let words: Vec<String> = passage.before(start).take(3).map(bare).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is_scale = || {
        after == "mph"
            && passage.after(digits.end).nth(1).is_some_and(|word| word.starts_with(['z', 'l', 'r', 'a']))
    };
    let is_level =
        matches!(after.as_str(), "level") || letters(rest.trim_start_matches(['%', ' '])) == "level";
    if is_level && matches!(text, "1" | "5" | "10" | "0.05" | "0.01") || is_of_scale(&words, passage, &digits)
    {
        return true;
    }
    match text {
        "90" | "95" | "99" => is_interval(rest),
        "100" => match &words[..] {
            ["to", verb, ..] => matches!(
                *verb,
                "sum" | "sums" | "add" | "adds" | "up" | "set" | "total" | "rebased" | "equal"
            ),
            ["equal" | "equals" | "total" | "exactly", ..] => true,
            _ => false,
        },
        "0.05" | ".05" => {
            passage.source[..start].trim_end().ends_with(['<', '≤'])
                || matches!(words.first(), Some(&("level" | "significance")))
        }
        "9" if rest.starts_with(" to 5 ") || rest.starts_with("-to-5") => true,
        "5" if passage.source[..start].ends_with("9 to ") => true,
        _ => {
            matches!(
                after.as_str(),
                "kb" | "mb" | "gb" | "tb" | "bytes" | "decimal" | "decimals" | "significant"
            ) || is_scale()
        }
    }
}

/// `a scale of 0 to 10`, `scale from 1 to 5`, `alpha of 0.05`.
fn is_of_scale(words: &[&str], passage: Passage<'_>, digits: &Range<usize>) -> bool {
    let is_scale = |word: &&str| matches!(*word, "scale" | "alpha" | "α");
    let is_small = passage.source[digits.clone()].parse::<f64>().is_ok_and(|number| number <= 100.0);
    is_small && words.iter().any(is_scale) && !words.contains(&"large")
}

/// `95% CI`, `95%CI`, `95 per cent confidence interval`.
fn is_interval(rest: &str) -> bool {
    let rest = rest.trim_start();
    let rest = ["%", "per cent", "percent"].iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
    let word = letters(rest.trim_start()).to_ascii_lowercase();
    matches!(
        word.as_str(),
        "ci" | "cis" | "cri" | "confidence" | "credible" | "prediction" | "uncertainty" | "compatibility"
    )
}
