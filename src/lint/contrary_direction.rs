//! A word such as `fell` beside a change that goes up. The number may be right and the sentence wrong.

use super::Review;
use super::sentences::{BoundNumber, Sentence};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::evidence::direction_words::{of_change as of_word, of_comparative};
use crate::evidence::record::Direction;
use std::cmp::Ordering;

/// How many words before a number are looked at.
const NEAR: usize = 7;

/// How many words behind a number are looked at.
const BEHIND: usize = 2;

/// Whether a word turns a direction round.
pub(super) fn is_turning(word: &str) -> bool {
    TURNED.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Words that turn a direction round, or say that it did not last.
#[rustfmt::skip]
const TURNED: [&str; 18] = [
    "avoided", "despite", "ended", "halted", "hardly", "instead", "never", "no", "not", "offset", "rather", "reversed", "slowed",
    "slower", "slowing", "stopped", "unlike", "without",
];

/// Reports a number beside a word of the other direction.
pub(super) fn judge(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    bound: &BoundNumber<'_>,
) -> Option<Diagnostic> {
    let stated = direction(review, bound.statistic)?;
    let (word, said) = beside(sentence.before(bound), sentence.behind(bound))?;
    if said == stated {
        return None;
    }
    let goes = |direction| if direction == Direction::Up { "up" } else { "down" };
    let printed = &review.statistic(bound.statistic).printed;
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: bound.spot.clone() };
    let message = format!("`{word}` stands beside `{printed}`, which goes {}", goes(stated));
    Some(
        Diagnostic::new(&rules::CONTRARY_DIRECTION, place, message)
            .label("bound here")
            .also(review.field(bound.statistic, "value"), "typed here")
            .help("mend the word or the statistic; where the word is about something else, give it a sentence of its own"),
    )
}

/// Which way a change goes: as typed, from one end to the other, or as its label says.
pub(super) fn direction(review: &Review<'_>, at: usize) -> Option<Direction> {
    let statistic = review.statistic(at);
    let is_level = || statistic.printed.starts_with(['-', '−', '–', '+']);
    statistic
        .direction
        .or_else(|| between_ends(review, at))
        .or_else(|| if is_level() { None } else { of_label(&statistic.label.text()) })
}

fn between_ends(review: &Review<'_>, at: usize) -> Option<Direction> {
    let (from, to) = review.graph.targets(at).change?;
    let (from, to) = (review.value(from)?.central?, review.value(to)?.central?);
    match from.cmp(&to) {
        Ordering::Less => Some(Direction::Up),
        Ordering::Greater => Some(Direction::Down),
        Ordering::Equal => None,
    }
}

/// The direction that a label names, if it names one and not the other: `growth of referrals`.
fn of_label(label: &str) -> Option<Direction> {
    let words: Vec<String> = label.split_whitespace().map(bare).collect();
    if let Some(compared) = words.first().and_then(|first| of_comparative(first)) {
        return Some(compared);
    }
    let mut named = words.iter().filter_map(|word| of_word(word));
    let first = named.next()?;
    let is_turned = words.iter().any(|word| TURNED.contains(&word.as_str()));
    (named.all(|other| other == first) && !is_turned).then_some(first)
}

/// The word of direction that belongs to a number: right behind it, or else the nearest before it in its clause.
pub(super) fn beside(before: &str, behind: &str) -> Option<(String, Direction)> {
    let clause = before.rsplit([',', ';', ':', '—', '(', ')']).next().unwrap_or_default();
    let words: Vec<String> = clause.split_whitespace().rev().take(NEAR).map(bare).collect();
    if words.iter().any(|word| is_turning(word)) {
        return None;
    }
    let behind = behind.split([',', ';', ':', '.', '—', '(', ')']).next().unwrap_or_default();
    let next: Vec<String> = behind.split_whitespace().take(BEHIND).map(bare).collect();
    if let Some((first, direction)) = next.first().and_then(|first| Some((first, of_comparative(first)?))) {
        return Some((first.clone(), direction));
    }
    if let Some(found) = next.iter().find_map(|word| Some((word.clone(), of_word(word)?))) {
        return Some(found);
    }
    // What something rose to is a level, and no change.
    if words.first().is_some_and(|word| matches!(word.as_str(), "to" | "from" | "at")) {
        return None;
    }
    let is_figure = |word: &String| word.contains(|letter: char| letter.is_ascii_digit());
    words.iter().take_while(|word| !is_figure(word)).find_map(|word| Some((word.clone(), of_word(word)?)))
}

/// A word without marks, in small letters.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Direction, beside};

    #[test]
    fn the_word_that_belongs_to_a_number_is_found() {
        let (up, down) = (Some(Direction::Up), Some(Direction::Down));
        for (before, behind, found) in [
            ("Visits fell by ", ".", down),
            ("Visits rose in all but three areas, by ", ".", None),
            ("There was a ", " fall in visits.", down),
            ("There were ", " fewer visits.", down),
            ("The fall was made good by a rise of ", " in loans.", up),
            ("Visits did not fall by ", ".", None),
            ("Visits fell to ", ".", None),
            ("Visits grew by 3% and fell by ", ".", down),
            ("The share of ", " is known.", None),
        ] {
            assert_eq!(beside(before, behind).map(|(_, direction)| direction), found, "{before}|{behind}");
        }
    }
}
