//! Numbers in words, and how far a number goes: `half`, `two thirds`, `twenty-five per cent`, `one in five`.
//!
//! This is a rule of thumb. Words count many things that are no evidence, so what a text counts of itself is let pass.

use super::english::{BETWEEN, DEFINITE, OWN, TIMES, WatchedWord, look_up};
use super::passage::{Passage, bare};
use super::things::NAMED_BY_NUMBER;
use super::uncounted::{is_date, is_time};
use std::ops::Range;

/// Reads a number that begins with a word: where to go on, and the number if it counts something.
pub(super) fn read(
    passage: Passage<'_>,
    word: WatchedWord,
    range: &Range<usize>,
) -> (usize, Option<Range<usize>>) {
    let text = extend(passage, cardinal(passage, word, range));
    let is_bare = text == *range;
    let counts = match word {
        WatchedWord::Small if is_bare => small_counts(passage, range),
        WatchedWord::Small | WatchedWord::Number => {
            !is_step(passage, range.start) && !is_time(passage, text.end) && !is_compound(passage, text.end)
        }
        WatchedWord::Fraction => fraction_counts(passage, range),
        WatchedWord::Ordinal => ordinal_counts(passage, range),
        WatchedWord::Multiple => multiple_counts(passage, range),
        WatchedWord::Twice => matches!(passage.word_after(range.end).as_str(), "as" | "the" | "that"),
        WatchedWord::Relative | WatchedWord::Phrase => false,
    };
    let text = with_article(passage, text);
    let is_weak = passage.defines && !is_strong(&passage.source[text.clone()]);
    let is_loose =
        counts && !is_weak && !is_scale_of_bound(passage, text.start) && !passage.is_quoted(text.start);
    (text.end, is_loose.then_some(text))
}

/// Whether a word stands right behind a bound number, with which it is read: `£[5](stat:…) million`.
fn is_scale_of_bound(passage: Passage<'_>, start: usize) -> bool {
    let before = passage.source[..start].trim_end();
    let link = before.strip_suffix(')').and_then(|before| before.rfind("](").map(|at| &before[at..]));
    link.is_some_and(|link| link.starts_with("](stat:"))
}

/// The end of the cardinal that begins with a word: `two hundred and five`, `twenty-five`, `three quarters`.
fn cardinal(passage: Passage<'_>, word: WatchedWord, range: &Range<usize>) -> Range<usize> {
    if !matches!(word, WatchedWord::Small | WatchedWord::Number) {
        return range.clone();
    }
    let mut end = range.end;
    while let Some(next) = next_part(&passage.source[end..]) {
        end += next;
    }
    range.start..end
}

/// The length of a joint and the number word behind it.
fn next_part(rest: &str) -> Option<usize> {
    let joint = ["-", " and ", " "].into_iter().find(|joint| rest.starts_with(joint))?;
    let length = rest[joint.len()..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = look_up(&rest.as_bytes()[joint.len()..joint.len() + length])?;
    let is_part = match word {
        WatchedWord::Number | WatchedWord::Fraction => joint != " and ",
        WatchedWord::Small => joint == "-",
        WatchedWord::Ordinal
        | WatchedWord::Multiple
        | WatchedWord::Twice
        | WatchedWord::Relative
        | WatchedWord::Phrase => false,
    };
    is_part.then_some(joint.len() + length)
}

/// The number with its scale, unit and the whole that it is a part of.
pub(super) fn extend(passage: Passage<'_>, number: Range<usize>) -> Range<usize> {
    let mut end = number.end;
    if !may_go_on(&passage.source.as_bytes()[end..]) {
        return with_lead(passage, number);
    }
    let units = [
        "%",
        " %",
        " million",
        " billion",
        " trillion",
        " thousand",
        " hundred",
        " per cent",
        " percentage points",
        " percentage point",
        " percent",
        " times",
        "-fold",
        " points",
    ];
    // "four points" are more often points of a list.
    let is_digits = passage.source[..end].ends_with(|last: char| last.is_ascii_digit());
    let units = &units[..units.len() - usize::from(!is_digits)];
    while let Some(unit) = units.iter().find(|unit| goes_on_with(&passage.source[end..], unit)) {
        end += unit.len();
    }
    for joint in [" per ", " in ", " out of ", " of "] {
        // "in 2013 of 152 councils" are two numbers.
        let is_year = joint == " of " && is_date(&passage.source[number.start..end]);
        let Some(rest) = passage.source[end..].strip_prefix(joint).filter(|_| !is_year) else { continue };
        let whole = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').count();
        let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let is_word =
            matches!(look_up(&rest.as_bytes()[..word]), Some(WatchedWord::Small | WatchedWord::Number));
        if whole > 0 && !(joint == " in " && whole == 4) && !rest[..whole].ends_with(',') {
            end += joint.len() + whole;
        } else if is_word {
            end += joint.len() + word;
        }
    }
    with_lead(passage, number.start..end)
}

/// Whether what comes behind a number may be a unit or a joint of [`extend`].
fn may_go_on(rest: &[u8]) -> bool {
    match rest {
        [b' ', next, ..] => matches!(next, b'%' | b'm' | b'b' | b't' | b'h' | b'p' | b'i' | b'o'),
        [next, ..] => matches!(next, b'%' | b'-'),
        [] => false,
    }
}

/// `one in five`: what leads to the number is part of it.
fn with_lead(passage: Passage<'_>, number: Range<usize>) -> Range<usize> {
    let before = &passage.source[..number.start];
    let start =
        ["one in ", "One in ", "one out of ", "One out of "].iter().find(|lead| before.ends_with(*lead));
    number.start - start.map_or(0, |lead| lead.len())..number.end
}

fn goes_on_with(rest: &str, unit: &str) -> bool {
    rest.strip_prefix(unit).is_some_and(|after| !after.starts_with(|next: char| next.is_alphanumeric()))
}

/// `a quarter`, `a million`: the article is part of the number.
fn with_article(passage: Passage<'_>, text: Range<usize>) -> Range<usize> {
    let before = &passage.source[..text.start];
    let lead = ["a ", "A ", "one ", "One ", "one-"].iter().find(|lead| {
        before
            .strip_suffix(*lead)
            .is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric()))
    });
    text.start - lead.map_or(0, |lead| lead.len())..text.end
}

/// Whether a number may be the name of something, where it is all that a link says: `[2](b.md)`, `[three](c.md)`.
pub(crate) fn is_label(number: &str) -> bool {
    let is_small = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_small || matches!(look_up(number.as_bytes()), Some(WatchedWord::Small | WatchedWord::Number))
}

/// Whether a number is evidence wherever it stands: an amount of money, a share, a large number.
pub(super) fn is_strong(number: &str) -> bool {
    let signs = ["£", "$", "€", "%", "per cent", "percent", "million", "billion", "bn", " per "];
    let is_grouped = number.split(',').count() > 1
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
    is_grouped
        || signs.iter().any(|sign| number.contains(sign))
        || (number.ends_with('m') && number.starts_with(|first: char| first.is_ascii_digit()))
}

/// `two-way`, `three-year`: a word of its own.
fn is_compound(passage: Passage<'_>, end: usize) -> bool {
    passage.source[end..].starts_with('-')
}

/// `to the nearest hundred`, `for every ten thousand`: what is rounded to, or divided by.
fn is_step(passage: Passage<'_>, start: usize) -> bool {
    matches!(passage.word_before(start).as_str(), "per" | "nearest" | "every" | "the")
}

/// `two of them`, `two of the three`: what it counts was named before.
fn refers_back(passage: Passage<'_>, end: usize) -> bool {
    let mut after = passage.after(end).map(bare);
    let is_number = |word: String| look_up(word.as_bytes()) == Some(WatchedWord::Small);
    after.next().is_some_and(|word| word == "of")
        && match after.next().as_deref() {
            Some("them" | "these" | "those") => true,
            Some("the") => after.next().is_some_and(is_number),
            Some(_) | None => false,
        }
}

/// Small numbers often count what a text holds: "two things", "these three".
fn small_counts(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let (before, after) = (passage.word_before(range.start), passage.word_after(range.end));
    let (before, after) = (before.as_str(), after.as_str());
    let is_named = (before == "between" && !matches!(after, "and" | "to"))
        || DEFINITE.contains(&before)
        || NAMED_BY_NUMBER.contains(&before)
        || matches!(before, "top" | "bottom" | "big");
    let is_list = matches!(before, "or" | "and" | "to") && passage.before(range.start).nth(1) == Some("one");
    let is_part_of_text = || {
        let counted = passage.after(range.end).map(bare).find(|word| !BETWEEN.contains(&word.as_str()));
        counted.is_some_and(|word| OWN.contains(&word.as_str())) || refers_back(passage, range.end)
    };
    !(is_named
        || is_list
        || after.is_empty()
        || is_compound(passage, range.end)
        || is_part_of_text()
        || is_time(passage, range.end))
}

/// `half of them`, `a quarter`; not the first half, nor half an hour.
fn fraction_counts(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let (before, after) = (passage.word_before(range.start), passage.word_after(range.end));
    let is_half = passage.source[range.clone()].eq_ignore_ascii_case("half");
    let time = passage.after(range.end).nth(1).map(bare);
    let is_time = after == "an" || (after == "a" && time.is_some_and(|word| TIMES.contains(&word.as_str())));
    match is_half {
        true => {
            !matches!(before.as_str(), "first" | "second" | "latter" | "other" | "in")
                && !is_time
                && !is_compound(passage, range.end)
        }
        false => matches!(before.as_str(), "a" | "one"),
    }
}

/// `a third of them`, `a fifth more`; not a third reason.
fn ordinal_counts(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let (before, after) = (passage.word_before(range.start), passage.word_after(range.end));
    // Nothing comes behind it at the end of a clause.
    let after_fraction = ["", "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller"];
    matches!(before.as_str(), "a" | "one") && after_fraction.contains(&after.as_str())
}

/// `doubled`, `almost double`, `double the number`; not double counting.
fn multiple_counts(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let (before, after) = (passage.word_before(range.start), passage.word_after(range.end));
    let leads =
        ["almost", "nearly", "than", "about", "roughly", "will", "would", "to", "over", "a", "is", "were"];
    let follows = ["the", "that", "its", "their", "what", "of", "in", "since", "between", "from"];
    let is_past = ["ed", "fold", "ving"].iter().any(|end| passage.source[range.clone()].ends_with(end));
    !is_compound(passage, range.end)
        && (is_past
            || follows.contains(&after.as_str())
            || (leads.contains(&before.as_str()) && after != "counting"))
}
