//! English words of more and of less. Another language needs lists like these.

use super::record::Direction;

/// Words of more.
#[rustfmt::skip]
const UP: [&str; 46] = [
    "added", "advanced", "boosted", "climb", "climbed", "climbing", "climbs", "doubled", "expanded", "expansion",
    "gain", "gained", "grew", "grow", "growing", "grown", "grows", "growth", "higher", "increase", "increased",
    "increases", "increasing", "jump", "jumped", "leapt", "lengthened", "multiplied", "raised", "raises", "rise",
    "risen", "rises", "rising", "rose", "soared", "surge", "surged", "swelled", "trebled", "tripled", "up", "upward",
    "widened", "widening", "widens",
];

/// Words of less.
#[rustfmt::skip]
const DOWN: [&str; 51] = [
    "contracted", "cut", "cuts", "decline", "declined", "declines", "declining", "decrease", "decreased", "decreases",
    "decreasing", "diminished", "dip", "dipped", "down", "downward", "drop", "dropped", "dropping", "drops",
    "dwindled", "eased", "fall", "fallen", "falling", "falls", "fell", "halved", "lost", "lower", "lowered", "lowers",
    "narrowed", "narrowing", "narrows", "plummeted", "plunged", "reduced", "reduces", "reducing", "reduction", "sank",
    "shortened", "shrank", "shrinking", "shrunk", "slid", "slipped", "slumped", "smaller", "tumbled",
];

/// Words that compare two numbers: `3% fewer`, `two weeks longer`.
#[rustfmt::skip]
const GREATER: [&str; 11] = [
    "ahead", "bigger", "faster", "greater", "higher", "larger", "later", "longer", "more", "older", "wider",
];
#[rustfmt::skip]
const SMALLER: [&str; 10] = [
    "behind", "earlier", "fewer", "less", "lower", "narrower", "shorter", "slower", "smaller", "younger",
];

/// Words that point, beside those that tell a change or compare two numbers.
#[rustfmt::skip]
const MORE: [&str; 7] = [
    "above", "better", "greatest", "highest", "improved", "largest", "most",
];
#[rustfmt::skip]
const LESS: [&str; 7] = [
    "below", "fewest", "least", "lowest", "smallest", "worse", "worsened",
];

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

/// The way that a word in small letters says one number stands to another.
#[must_use]
pub fn of_comparative(word: &str) -> Option<Direction> {
    if GREATER.contains(&word) {
        Some(Direction::Up)
    } else if SMALLER.contains(&word) {
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
    of_change(word).or_else(|| of_comparative(word)).or_else(compared)
}
