//! Words that say which of the numbers of a sentence is the greater, and numbers that say otherwise: `rose from 5 to 3`,
//! `between 7 and 2`, `12%, higher than the 18% of others`, `a minority, 57%`.
//!
//! A rule of thumb for English. It compares bound numbers of one unit only, by what is printed.

use super::Review;
use super::contrary_direction::{bare, is_turning};
use super::sentences::{BoundNumber, Sentence};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::evidence::direction_words::{of_change as of_word, of_comparative};
use crate::evidence::record::Direction;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// How many words before a number are looked at.
const NEAR: usize = 7;

/// Words before `5 to 9` that make a range of it, with or without `from`.
const RANGES: [&str; 14] = [
    "between", "ci", "cri", "interval", "limits", "range", "ranged", "ranges", "ranging", "runs", "spans",
    "varied", "varies", "vary",
];

/// Words between two numbers that hold the one against the other.
const AGAINST: [&str; 6] = ["against", "versus", "vs", "compared with", "compared to", "than"];

/// Words behind `than` that begin what a number is compared with: `than the 18% of others`, and not `than one reason`.
const OTHERS: [&str; 14] = [
    "the",
    "that",
    "those",
    "in",
    "for",
    "among",
    "at",
    "with",
    "its",
    "their",
    "his",
    "her",
    "elsewhere",
    "before",
];

/// What a word says of two numbers, and what they are.
struct OrderSaid {
    word: String,
    /// Whether the first is said to be the greater.
    first_is_greater: bool,
}

/// Reports numbers of which a word says the opposite.
pub(super) fn judge(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Vec<Diagnostic> {
    let pairs = sentence.bound.windows(2).enumerate();
    let ordered = pairs.filter_map(|(at, pair)| of_pair(review, page, sentence, at, pair));
    let shares = sentence.bound.iter().filter_map(|bound| of_share(review, page, sentence, bound));
    let ranks = sentence.bound.iter().filter_map(|bound| of_rank(review, page, sentence, bound));
    ordered.chain(shares).chain(ranks).collect()
}

fn of_pair(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    at: usize,
    pair: &[BoundNumber<'_>],
) -> Option<Diagnostic> {
    let [first, second] = pair else { return None };
    let said = said(sentence, first, second)
        .map(|said| (said, first))
        .or_else(|| Some((difference(sentence, first, second)?, sentence.bound.get(at.checked_sub(1)?)?)))?;
    let (OrderSaid { word, first_is_greater }, first) = said;
    let (one, other) = (level(review, sentence, first)?, level(review, sentence, second)?);
    if one.0 != other.0 || one.1 == other.1 || (one.1 > other.1) == first_is_greater {
        return None;
    }
    let (mine, theirs) = (&sentence.text[first.range.clone()], &sentence.text[second.range.clone()]);
    let order = if first_is_greater { "smaller" } else { "greater" };
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: second.spot.clone() };
    let message = format!("by `{word}` the sentence says otherwise, but `{mine}` is {order} than `{theirs}`");
    Some(
        Diagnostic::new(&rules::CONTRARY_ORDER, place, message)
            .label("bound here")
            .also(review.field(first.statistic, "value"), "the one")
            .also(review.field(second.statistic, "value"), "the other")
            .help("mend the word, exchange the numbers, or bind those that are meant"),
    )
}

/// The number that a reader sees: without a sign where none is printed.
fn level(review: &Review<'_>, sentence: &Sentence<'_>, bound: &BoundNumber<'_>) -> Option<(Unit, Decimal)> {
    let value = review.value(bound.statistic)?;
    let is_sign = |mark: char| matches!(mark, '-' | '−' | '–');
    let text = &sentence.text[bound.range.clone()];
    let is_signed = text.starts_with(is_sign) || sentence.text[..bound.range.start].ends_with(is_sign);
    let number = value.central.or_else(|| value.low())?;
    Some((value.unit, if is_signed { number } else { number.abs() }))
}

/// What the words around two numbers say of them.
fn said(sentence: &Sentence<'_>, first: &BoundNumber<'_>, second: &BoundNumber<'_>) -> Option<OrderSaid> {
    of_words(sentence.before(first), &sentence.text[first.range.end..second.range.start])
}

/// The same, by the words before the first number and those between the two.
fn of_words(before: &str, between: &str) -> Option<OrderSaid> {
    let before = words_before(before);
    let inner: Vec<String> = between.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
    range(between, &inner, &before)
        .or_else(|| change(&inner, &before))
        .or_else(|| to_from(&inner, &before))
        .or_else(|| from(&inner))
        .or_else(|| than(between, &inner))
        .or_else(|| exceeds(&inner))
        .or_else(|| against(&inner, &before))
}

/// The last words of the clause before a number, the nearest first.
fn words_before(before: &str) -> Vec<String> {
    let clause = before.rsplit([';', '—', ')']).next().unwrap_or_default();
    clause.split_whitespace().rev().take(NEAR).map(bare).filter(|word| !word.is_empty()).collect()
}

/// What is between two numbers whichever is the greater.
const APART: [&str; 7] = ["difference", "differences", "distance", "gap", "gaps", "ratio", "spread"];

/// A range begins with its smaller end.
fn range(between: &str, inner: &[&str], before: &[String]) -> Option<OrderSaid> {
    let nearest = before.first().map(String::as_str).unwrap_or_default();
    let is_named = || before.iter().take(3).any(|word| RANGES.contains(&word.as_str()));
    let word = match inner {
        [] if matches!(between.trim(), "-" | "–" | "‒") => between.trim(),
        ["and"]
            if nearest == "between" && !before.iter().take(3).any(|word| APART.contains(&word.as_str())) =>
        {
            "between"
        }
        ["to"] if is_named() => "to",
        _ => return None,
    };
    Some(OrderSaid { word: word.to_owned(), first_is_greater: false })
}

/// `rose from 5 in 2019 to 9`.
fn change(inner: &[&str], before: &[String]) -> Option<OrderSaid> {
    let is_from_to = before.first().is_some_and(|word| word == "from") && inner.last() == Some(&"to");
    if !is_from_to || before.iter().any(|word| is_turning(word)) {
        return None;
    }
    let (word, direction) = before.iter().find_map(|word| Some((word, of_word(word)?)))?;
    Some(OrderSaid { word: format!("{word} from"), first_is_greater: direction == Direction::Down })
}

/// `rose to 9 from 5`, `fell to 5 after 9`.
fn to_from(inner: &[&str], before: &[String]) -> Option<OrderSaid> {
    let is_level = before.first().is_some_and(|word| word == "to")
        && matches!(inner, ["from" | "after"] | ["in", _, "from" | "after"]);
    if !is_level || before.iter().any(|word| is_turning(word)) {
        return None;
    }
    let (word, direction) = before.iter().find_map(|word| Some((word, of_word(word)?)))?;
    Some(OrderSaid { word: format!("{word} to"), first_is_greater: direction == Direction::Up })
}

/// Words between two numbers that say that the first is the greater.
const EXCEEDING: [&str; 8] =
    ["exceed", "exceeded", "exceeds", "outnumber", "outnumbered", "outnumbers", "outstripped", "surpassed"];

/// `insured losses, 9, exceed uninsured ones, 5`.
fn exceeds(inner: &[&str]) -> Option<OrderSaid> {
    let word = inner.iter().find(|word| EXCEEDING.contains(word))?;
    let is_turned = inner.iter().any(|word| is_turning(word));
    (!is_turned).then(|| OrderSaid { word: (*word).to_owned(), first_is_greater: true })
}

/// `9, up from 5`, `9, up on 5`.
fn from(inner: &[&str]) -> Option<OrderSaid> {
    let [.., step, "from" | "on"] = inner else { return None };
    let direction = of_word(step)?;
    Some(OrderSaid { word: format!("{step} from"), first_is_greater: direction == Direction::Up })
}

/// `9, higher than the 5 of others`. What stands right behind the first number without a comma says how far the two are apart.
fn than(between: &str, inner: &[&str]) -> Option<OrderSaid> {
    let than = inner.iter().position(|word| *word == "than")?;
    let compared = inner.get(than.checked_sub(1)?)?;
    let direction = of_comparative(compared)?;
    let is_other = inner.get(than + 1).is_some_and(|word| OTHERS.contains(word));
    let is_difference = than == 1 && !between.starts_with([',', ':']);
    let is_turned = inner[..than].iter().any(|word| is_turning(word));
    (is_other && !is_difference && !is_turned)
        .then(|| OrderSaid { word: format!("{compared} than"), first_is_greater: direction == Direction::Up })
}

/// `9, which is 4 more than the 5 of others`: said of the number before the first.
fn difference(
    sentence: &Sentence<'_>,
    first: &BoundNumber<'_>,
    second: &BoundNumber<'_>,
) -> Option<OrderSaid> {
    let between = &sentence.text[first.range.end..second.range.start];
    let mut words = between.split_whitespace();
    let compared = words.next().filter(|word| !word.contains(','))?;
    let direction = of_comparative(compared)?;
    (words.next() == Some("than") && words.next().is_some_and(|word| OTHERS.contains(&word)))
        .then(|| OrderSaid { word: format!("{compared} than"), first_is_greater: direction == Direction::Up })
}

/// `more of them: 9 against 5`.
fn against(inner: &[&str], before: &[String]) -> Option<OrderSaid> {
    let joined = inner.join(" ");
    let is_than_alone = inner == ["than"];
    let word = AGAINST.iter().find(|word| joined == **word || joined.starts_with(&format!("{word} ")))?;
    if is_than_alone {
        return None;
    }
    if before.iter().any(|word| is_turning(word)) {
        return None;
    }
    let is_bound = before.first().is_some_and(|word| word == "than");
    let (compared, direction) =
        before.iter().take(5).find_map(|word| Some((word, of_comparative(word)?))).filter(|_| !is_bound)?;
    Some(OrderSaid { word: format!("{compared} … {word}"), first_is_greater: direction == Direction::Up })
}

/// What is said of a single number and the word beside it.
fn of_one(review: &Review<'_>, page: usize, bound: &BoundNumber<'_>, message: String) -> Diagnostic {
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: bound.spot.clone() };
    Diagnostic::new(&rules::CONTRARY_ORDER, place, message)
        .label("bound here")
        .also(review.field(bound.statistic, "value"), "typed here")
}

/// Words for the first and the last of several.
const HIGHEST: [&str; 5] = ["biggest", "greatest", "highest", "largest", "longest"];
const LOWEST: [&str; 4] = ["fewest", "lowest", "shortest", "smallest"];

/// `the lowest share, at 33%`, of what is recorded as the highest, or beside a lower one of its measure.
fn of_rank(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    bound: &BoundNumber<'_>,
) -> Option<Diagnostic> {
    let clause = sentence.before(bound).rsplit(['.', ';', ':', '—']).next().unwrap_or_default();
    let mut near = clause.split_whitespace().rev().take(4).map(bare);
    let word = near.find(|word| HIGHEST.contains(&word.as_str()) || LOWEST.contains(&word.as_str()))?;
    let is_highest = HIGHEST.contains(&word.as_str());
    let statistic = review.statistic(bound.statistic);
    let recorded = if is_highest { &statistic.lowest_of } else { &statistic.highest_of };
    let value = review.value(bound.statistic)?.central?;
    let is_beyond = |other: &&BoundNumber<'_>| {
        let measure = review.measure_at(bound.statistic);
        let is_same = other.statistic != bound.statistic
            && measure.is_some()
            && review.measure_at(other.statistic) == measure
            && review.time(other.statistic) == review.time(bound.statistic);
        let central = review.value(other.statistic).and_then(|value| value.central);
        is_same && central.is_some_and(|other| if is_highest { other > value } else { other < value })
    };
    let rival = sentence.bound.iter().find(is_beyond);
    if recorded.is_empty() && rival.is_none() {
        return None;
    }
    let message = format!("`{word}` stands beside `{}`, which is not the {word}", statistic.printed);
    let told = of_one(review, page, bound, message).help("mend the word, or bind the number that is meant");
    Some(match rival {
        Some(rival) => told.also(review.field(rival.statistic, "value"), "goes beyond it"),
        None => told,
    })
}

/// A majority is more than half, and a minority less.
fn of_share(
    review: &Review<'_>,
    page: usize,
    sentence: &Sentence<'_>,
    bound: &BoundNumber<'_>,
) -> Option<Diagnostic> {
    let value = review.value(bound.statistic).filter(|value| value.unit == Unit::Percent)?;
    let is_change = review.statistic(bound.statistic).change.is_some();
    let share = value.central.filter(|_| !is_change)?.abs();
    let before = sentence.before(bound).rsplit(['.', ';', ':']).next().unwrap_or_default();
    let behind = sentence.behind(bound).split(['.', ';', ':']).next().unwrap_or_default();
    let before = before.split_whitespace().rev().take(6).map(bare);
    let mut near = before.chain(behind.split_whitespace().take(3).map(bare));
    let half = Decimal::from(50);
    let word = near.find(|word| matches!(word.as_str(), "majority" | "minority"))?;
    let is_right = if word == "majority" { share > half } else { share < half };
    let message = format!("`{word}` stands beside `{}`", value.printed);
    (!is_right).then(|| {
        of_one(review, page, bound, message)
            .help("a majority is more than half of all, and a minority less: mend the word, or bind the number that is meant")
    })
}

#[cfg(test)]
mod tests {
    use super::of_words;

    #[test]
    fn words_say_which_number_is_the_greater() {
        for (before, between, greater) in [
            ("The share rose from ", " in 2019 to ", Some(false)),
            ("Among them it went down from ", " to ", Some(true)),
            ("It did not rise from ", " to ", None),
            ("They were ", " ahead, down from ", Some(false)),
            ("The cost lies between ", " and ", Some(false)),
            ("(95% CI ", " to ", Some(false)),
            ("From ", " to ", None),
            ("It is ", "–", Some(false)),
            ("It was ", ", higher than the ", Some(true)),
            ("It was ", " higher than the ", None),
            ("It was ", ", more than ", None),
            ("They gained less: ", " against ", Some(false)),
            ("There were ", " and ", None),
        ] {
            let said = of_words(before, between).map(|said| said.first_is_greater);
            assert_eq!(said, greater, "{before}|{between}");
        }
    }
}
