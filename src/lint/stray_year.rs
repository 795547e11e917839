//! A year in a sentence that is in none of the periods of what the sentence binds: the number may be right, and told of
//! another time.

use super::Review;
use super::sentences::{BoundNumber, Sentence};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::evidence::formula::FormulaToken;
use crate::evidence::period::YearKind;
use crate::evidence::record::{Owner, Statistic};
use std::ops::RangeInclusive;

/// Words before a year that make it the time of what the sentence tells.
#[rustfmt::skip]
const TIMES: [&str; 39] = [
    "in", "since", "from", "to", "until", "by", "between", "and", "during", "for", "throughout", "early", "late", "mid", "spring",
    "summer", "autumn", "winter", "fy", "q1", "q2", "q3", "q4", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "christmas", "around", "only", "year",
];

/// Words before `of 2016` that make it such a time: `at the end of 2016`.
#[rustfmt::skip]
const PARTS: [&str; 14] = [
    "as", "autumn", "beginning", "close", "course", "end", "half", "middle", "quarter", "season", "spring", "start", "summer", "winter",
];

/// Reports a year that stands right beside a number and is not of its time; else one that belongs to no number of its
/// sentence, where none of their own stands in it.
pub(super) fn judge(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Option<Diagnostic> {
    let told = told(sentence);
    if told.is_empty() {
        return None;
    }
    let beside = sentence.bound.iter().find_map(|bound| {
        let year = beside(sentence, bound)?;
        let known = years(review, bound.statistic, STEPS)?;
        (!is_among(&known, year)).then_some((bound, year))
    });
    if let Some((bound, year)) = beside {
        return Some(report(review, page, bound, year));
    }
    let mut known: Vec<RangeInclusive<i32>> = Vec::new();
    for bound in &sentence.bound {
        known.extend(years(review, bound.statistic, STEPS)?);
    }
    // Many numbers are of the same few times.
    known.sort_unstable_by_key(|years| (*years.start(), *years.end()));
    known.dedup();
    // Beside a number's own year another may tell of something else: `began in 2012, and had 61,700 in 2020`.
    let year = match told.iter().any(|year| is_among(&known, *year)) {
        true => wrong_end(&spans(&sentence.text, &told), &known)?,
        false => *told.first()?,
    };
    Some(report(review, page, sentence.bound.first()?, year))
}

/// The spans of years of a text: `from 2012 to 2019`, `between 2012 and 2019`, `2012–2019`.
fn spans(text: &str, told: &[i32]) -> Vec<(i32, i32)> {
    let years: Vec<(usize, i32)> = four_digits(text).collect();
    let pairs = years.windows(2).filter_map(|pair| {
        let [(start, first), (end, last)] = pair else { return None };
        let joint = text[start + 4..*end].trim();
        let is_joint = matches!(joint, "to" | "until" | "-" | "–")
            || joint == "and" && text[..*start].trim_end().to_lowercase().ends_with("between");
        (is_joint && first < last && told.contains(first)).then_some((*first, *last))
    });
    pairs.collect()
}

/// The end of a span that lies outside every period, where its other end is in one of several years and no span of the
/// sentence is right.
fn wrong_end(spans: &[(i32, i32)], known: &[RangeInclusive<i32>]) -> Option<i32> {
    let is_long = |years: &RangeInclusive<i32>| years.end().saturating_sub(*years.start()) > 1;
    let holds = |(first, last): &(i32, i32)| is_among(known, *first) && is_among(known, *last);
    if known.is_empty() || !known.iter().any(is_long) || spans.iter().any(holds) {
        return None;
    }
    let ends = spans.iter().map(|(first, last)| match (is_among(known, *first), is_among(known, *last)) {
        (true, false) => Some(*last),
        (false, true) => Some(*first),
        (true, true) | (false, false) => None,
    });
    ends.flatten().next()
}

/// Whether a year is in one of these times.
pub(super) fn is_among(known: &[RangeInclusive<i32>], year: i32) -> bool {
    known.iter().any(|years| years.contains(&year))
}

/// The year right behind a number or right before it: `61,700 in 2020`, `in 2020 61,700`.
fn beside(sentence: &Sentence<'_>, bound: &BoundNumber<'_>) -> Option<i32> {
    let behind = &sentence.text[bound.range.end..];
    let after = behind.strip_prefix(" in ").or_else(|| behind.strip_prefix(" (in "));
    let year_at_start = |text: &str| {
        let first = four_digits(text).next().filter(|(at, _)| *at == 0)?;
        (!text[4..].starts_with(['-', '–', '/', '\u{2011}'])).then_some(first.1)
    };
    let before = sentence.text[..bound.range.start].trim_end().trim_end_matches(',');
    let last = before.get(before.len().checked_sub(4)?..).filter(|_| {
        let lead = before[..before.len() - 4].trim_end();
        lead.ends_with(" in") || lead == "In" || lead == "in"
    });
    after.and_then(year_at_start).or_else(|| last.and_then(year_at_start))
}

fn report(review: &Review<'_>, page: usize, bound: &BoundNumber<'_>, year: i32) -> Diagnostic {
    let period =
        review.statistic(bound.statistic).period.as_ref().map_or("another time", |period| &period.printed);
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: bound.spot.clone() };
    let message = format!("the sentence names {year}, and its number is of {period}");
    Diagnostic::new(&rules::STRAY_YEAR, place, message)
        .label("bound here")
        .also(review.field(bound.statistic, "period"), "dated here")
        .help("mend the year or the statistic; where the year is of something else, give that a sentence of its own")
}

/// How many steps of computing are followed back.
pub(super) const STEPS: usize = 4;

/// The years that a statistic may be told of: of its period, of its report, and those that its label names; of one that is
/// computed those of its parts. `None` when its time is not known.
pub(super) fn years(review: &Review<'_>, at: usize, steps: usize) -> Option<Vec<RangeInclusive<i32>>> {
    let statistic = review.statistic(at);
    if let Some(formula) = statistic.formula.as_ref().filter(|_| steps > 0) {
        let parts = formula.tokens().iter().filter_map(|token| match token {
            FormulaToken::Reference(name) => Some(review.named(at, name)),
            _ => None,
        });
        let parts: Option<Vec<_>> = parts.map(|part| years(review, part?, steps - 1)).collect();
        let own = statistic.period.as_ref().and_then(|_| of_one(review, at)).unwrap_or_default();
        return Some(parts?.into_iter().flatten().chain(own).chain(named(statistic)).collect());
    }
    of_one(review, at).or_else(|| of_ends(review, at, steps))
}

/// Of a change between two statistics the years from the one to the other.
fn of_ends(review: &Review<'_>, at: usize, steps: usize) -> Option<Vec<RangeInclusive<i32>>> {
    let (from, to) = review.graph.targets(at).change.filter(|_| steps > 0)?;
    let mut years = years(review, from, steps - 1)?;
    years.extend(self::years(review, to, steps - 1)?);
    years.extend(named(review.statistic(at)));
    let (start, end) =
        (years.iter().map(|one| *one.start()).min()?, years.iter().map(|one| *one.end()).max()?);
    years.push(start..=end);
    Some(years)
}

/// The years that the label and the caveat of a statistic name.
fn named(statistic: &Statistic) -> Vec<RangeInclusive<i32>> {
    let texts = [statistic.label.text(), statistic.caveat.text()];
    texts.iter().flat_map(|text| four_digits(text)).map(|(_, year)| year..=year).collect()
}

fn of_one(review: &Review<'_>, at: usize) -> Option<Vec<RangeInclusive<i32>>> {
    let statistic = review.statistic(at);
    let period = statistic.period.as_ref()?;
    let kinds = [YearKind::Financial, YearKind::Academic].map(Some);
    let start =
        kinds.iter().filter_map(|kind| period.start(*kind)).map(|date| date.0).min().unwrap_or(i32::MIN);
    let end = kinds.iter().filter_map(|kind| period.end(*kind)).map(|date| date.0).max().unwrap_or(i32::MAX);
    let mut years = vec![start..=end];
    if let Owner::Report(report) = statistic.owner
        && let Some(published) = review.evidence.reports[report].published
    {
        years.push(published.year.into()..=published.year.into());
    }
    years.extend(named(statistic));
    Some(years)
}

/// The years of a sentence that say when: not those of a bound number, of the words of a link, or in quotation marks.
pub(super) fn told(sentence: &Sentence<'_>) -> Vec<i32> {
    let text = &sentence.text;
    let is_elsewhere = |at: usize| {
        let bound = sentence.bound[..sentence.bound.partition_point(|one| one.range.start <= at)].last();
        let linked = sentence.linked[..sentence.linked.partition_point(|one| one.range.start <= at)].last();
        bound.is_some_and(|one| at < one.range.end) || linked.is_some_and(|one| at < one.range.end)
    };
    let mut marks = text.match_indices(['“', '"', '”']).peekable();
    let mut open = 0_isize;
    let mut is_quoted = |at: usize| {
        while let Some((_, mark)) = marks.next_if(|(place, _)| *place < at) {
            open += if mark == "”" { -1 } else { 1 };
        }
        open > 0
    };
    let is_when = |at: usize| {
        if text[..at].ends_with('(') && text[at + 4..].starts_with(')') {
            return true;
        }
        let mut before = text[..at].split([' ', '\u{a0}', '-']).rev().filter(|word| !word.is_empty());
        let (last, former) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
        let is_of_part = last == "of" && PARTS.iter().any(|part| part.eq_ignore_ascii_case(former));
        is_of_part || TIMES.iter().any(|word| word.eq_ignore_ascii_case(last))
    };
    let years = four_digits(text).filter(|(at, _)| !is_quoted(*at) && is_when(*at) && !is_elsewhere(*at));
    years.map(|(_, year)| year).collect()
}

/// Numbers of four digits that can be years, and where they stand.
fn four_digits(text: &str) -> impl Iterator<Item = (usize, i32)> {
    let words = text.split(|letter: char| !letter.is_ascii_digit());
    words.filter_map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let mut behind = text[at + word.len()..].chars();
        let goes_on = matches!(behind.next(), Some(',' | '.'))
            && behind.next().is_some_and(|next| next.is_ascii_digit());
        let is_alone = word.len() == 4 && !goes_on && !text[..at].ends_with([',', '.', '£', '$', '€']);
        let year: i32 = word.parse().ok().filter(|year| (1900..2100).contains(year))?;
        is_alone.then_some((at, year))
    })
}
