//! English words of more and of less. Another language needs lists like these.

use super::record::Direction;

/// Words of more.
#[rustfmt::skip]
const UP: [&str; 35] = [
    "added", "boosted", "raised", "raises", "climb", "climbed", "climbing", "expanded", "expansion", "gain", "gained", "grew", "grow", "growing", "grown", "grows",
    "growth", "higher", "increase", "increased", "increases", "increasing", "jump", "jumped", "leapt", "rise", "risen", "rises",
    "rising", "rose", "soared", "surge", "surged", "up", "upward",
];

/// Words of less.
#[rustfmt::skip]
const DOWN: [&str; 40] = [
    "cut", "eased", "lowered", "lowers", "cuts", "decline", "declined", "declines", "declining", "decrease", "decreased", "decreases", "decreasing", "dip", "dipped",
    "down", "downward", "drop", "dropped", "dropping", "drops", "fall", "fallen", "falling", "falls", "fell", "lost", "lower",
    "plunged", "reduced", "reduces", "reducing", "reduction", "shrank", "shrinking", "shrunk", "slid", "slumped", "smaller", "sank",
];

/// Words that compare, beside those that tell a change.
#[rustfmt::skip]
const MORE: [&str; 13] = [
    "more", "most", "larger", "largest", "bigger", "greater", "greatest", "highest", "above", "doubled", "tripled", "better", "improved",
];
#[rustfmt::skip]
const LESS: [&str; 10] = ["less", "least", "fewer", "fewest", "lowest", "smallest", "below", "halved", "worse", "worsened"];

/// The way that a word in small letters says something went.
#[must_use]
pub fn of_change(word: &str) -> Option<Direction> {
    if UP.contains(&word) {
        Some(Direction::Up)
    } else if DOWN.contains(&word) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// The way that a word in small letters points, of a change or in a comparison.
#[must_use]
pub fn of_word(word: &str) -> Option<Direction> {
    let compared = || match word {
        word if MORE.contains(&word) => Some(Direction::Up),
        word if LESS.contains(&word) => Some(Direction::Down),
        _ => None,
    };
    of_change(word).or_else(compared)
}
