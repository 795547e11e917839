//! A year in a sentence that is in none of the periods of what the sentence binds: the number may be right, and told of
//! another time.

use super::Review;
use super::sentences::Sentence;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::evidence::formula::Token;
use crate::evidence::period::YearKind;
use crate::evidence::record::{Owner, Statistic};
use std::ops::RangeInclusive;

/// Words before a year that make it the time of what the sentence tells.
const TIMES: [&str; 10] = ["in", "since", "from", "to", "until", "by", "between", "and", "during", "for"];

/// Reports a year that belongs to no number of its sentence.
pub(super) fn judge(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Option<Diagnostic> {
    let mut known: Vec<RangeInclusive<i32>> = Vec::new();
    for bound in &sentence.bound {
        known.extend(years(review, bound.statistic, STEPS)?);
    }
    // Many numbers are of the same few times.
    known.sort_unstable_by_key(|years| (*years.start(), *years.end()));
    known.dedup();
    let is_known = |year: i32| known.iter().any(|years| years.contains(&year));
    let stray = told(sentence).into_iter().find(|year| !is_known(*year))?;
    let first = sentence.bound.first()?;
    let period =
        review.statistic(first.statistic).period.as_ref().map_or("another time", |period| &period.printed);
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: first.spot.clone() };
    let message = format!("the sentence names {stray}, and its number is of {period}");
    Some(
        Diagnostic::new(&rules::STRAY_YEAR, place, message)
            .label("bound here")
            .also(review.field(first.statistic, "period"), "dated here")
            .help("mend the year or the statistic; where the year is of something else, give that a sentence of its own"),
    )
}

/// How many steps of computing are followed back.
const STEPS: usize = 4;

/// The years that a statistic may be told of: of its period, of its report, and those that its label names; of one that is
/// computed those of its parts. `None` when its time is not known.
fn years(review: &Review<'_>, at: usize, steps: usize) -> Option<Vec<RangeInclusive<i32>>> {
    let statistic = review.statistic(at);
    if let Some(formula) = statistic.formula.as_ref().filter(|_| steps > 0) {
        let parts = formula.tokens().iter().filter_map(|token| match token {
            Token::Reference(name) => Some(review.named(at, name)),
            _ => None,
        });
        let parts: Option<Vec<_>> = parts.map(|part| years(review, part?, steps - 1)).collect();
        let own = statistic.period.as_ref().and_then(|_| of_one(review, at)).unwrap_or_default();
        return Some(parts?.into_iter().flatten().chain(own).chain(named(statistic)).collect());
    }
    of_one(review, at)
}

/// The years that the label and the caveat of a statistic name.
fn named(statistic: &Statistic) -> Vec<RangeInclusive<i32>> {
    let texts = [statistic.label.text(), statistic.caveat.text()];
    texts.iter().flat_map(|text| four_digits(text)).map(|(_, year)| year..=year).collect()
}

fn of_one(review: &Review<'_>, at: usize) -> Option<Vec<RangeInclusive<i32>>> {
    let statistic = review.statistic(at);
    let period = statistic.period.as_ref()?;
    let kinds = [YearKind::Calendar, YearKind::Financial];
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
fn told(sentence: &Sentence<'_>) -> Vec<i32> {
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
        let before = text[..at].split_whitespace().next_back().unwrap_or_default();
        TIMES.iter().any(|word| word.eq_ignore_ascii_case(before))
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
