//! A number without its sign, where the words beside it say which way it goes: `fell by 0.41` of −0.41, `0.41 lower`.

use crate::document::prose::Beside;
use crate::evidence::direction_words::{of_change, of_comparative, of_word};
use crate::evidence::quantity::{Agreement, Quantity};
use crate::evidence::record::Direction;

/// How many words before a number may say it: `fell by`, `a fall in pain of`.
const BEFORE: usize = 6;

/// How many words behind one may: `points lower`.
const BEHIND: usize = 3;

/// Whether a number agrees with a negative one but for its sign, and the words beside it say that something fell or is less.
pub(super) fn is_said(quantity: &Quantity, value: &Quantity, beside: Option<&Beside>) -> bool {
    let is_negative = value.central.is_some_and(|number| number.is_sign_negative() && !number.is_zero());
    let is_bare = quantity.printed().starts_with(|first: char| first.is_alphanumeric() || first == '£');
    let agrees = || matches!(quantity.agrees_ignoring_sign(value), Agreement::Same | Agreement::Rounder);
    is_negative && is_bare && agrees() && beside.is_some_and(says_less)
}

/// Whether the nearest word that says which way says down. A mark ends what belongs to the number.
fn says_less(beside: &Beside) -> bool {
    let before = beside.before.rsplit(['.', ';', ':', '(']).next().unwrap_or_default();
    let behind = beside.after.split(['.', ';', ',', '(']).next().unwrap_or_default();
    let near = words(behind).take(BEHIND).find_map(|word| of_comparative(&word).or_else(|| below(&word)));
    let last = || {
        let words: Vec<String> = words(before).collect();
        words.iter().rev().take(BEFORE).find_map(|word| of_change(word).or_else(|| of_word(word)))
    };
    near.or_else(last) == Some(Direction::Down)
}

fn below(word: &str) -> Option<Direction> {
    matches!(word, "below" | "under").then_some(Direction::Down)
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::is_said;
    use crate::document::prose::Beside;
    use crate::evidence::quantity::Quantity;

    #[test]
    fn words_stand_for_a_sign() {
        for (before, text, after, is_right) in [
            ("Pain fell by ", "0.41", ".", true),
            ("a fall in mean pain of ", "0.41", " in a year", true),
            ("It was ", "0.41", " points lower.", true),
            ("It is ", "0.41", " below the mean", true),
            ("The effect was ", "0.41", ".", false),
            ("Pain rose by ", "0.41", ".", false),
            ("It fell. It was ", "0.41", ".", false),
            ("Pain fell by ", "+0.41", ".", false),
            ("Pain fell by ", "0.51", ".", false),
            ("It was ", "0.41", " points higher than the lower one", false),
        ] {
            let beside = Beside { before: before.into(), after: after.into() };
            let quantity = Quantity::parse(text).expect(text);
            let value = Quantity::parse("−0.41").expect("it is a number");
            assert_eq!(is_said(&quantity, &value, Some(&beside)), is_right, "{before}{text}{after}");
        }
    }
}
