//! English words for fractions, multiples and vague plurals.
//!
//! It deliberately gives them no width: how far `doubled` or `a third` may stray
//! is decided by the amount that holds them.

use super::SMALL;
use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

#[rustfmt::skip]
const DENOMINATORS: [(&str, &str, u32); 16] = [
    ("half", "halves", 2), ("third", "thirds", 3), ("quarter", "quarters", 4),
    ("fifth", "fifths", 5), ("sixth", "sixths", 6), ("seventh", "sevenths", 7),
    ("eighth", "eighths", 8), ("ninth", "ninths", 9), ("tenth", "tenths", 10),
    ("twelfth", "twelfths", 12), ("twentieth", "twentieths", 20),
    ("hundredth", "hundredths", 100), ("thousandth", "thousandths", 1_000), ("millionth", "millionths", 1_000_000),
    ("eleventh", "elevenths", 11), ("fifteenth", "fifteenths", 15),
];

#[rustfmt::skip]
const MULTIPLES: [(&str, u32); 18] = [
    ("double", 2), ("doubled", 2), ("doubles", 2), ("doubling", 2), ("twice", 2), ("triple", 3),
    ("tripled", 3), ("triples", 3), ("tripling", 3), ("treble", 3), ("trebled", 3),
    ("trebles", 3), ("trebling", 3), ("thrice", 3), ("quadruple", 4), ("quadrupled", 4),
    ("quadrupling", 4), ("quintupled", 5),
];

/// Plural magnitudes: the word, its size, and the multiple of it that a bare
/// plural stays below.
const PLURALS: [(&str, i64, i64); 6] = [
    ("tens", 10, 10),
    ("hundreds", 100, 10),
    ("thousands", 1_000, 100),
    ("millions", 1_000_000, 100),
    ("billions", 1_000_000_000, 100),
    ("trillions", 1_000_000_000_000, 100),
];

/// Reads a fraction as numerator and denominator (`half`, `a fifth`,
/// `two-thirds`); the numerator is below twenty.
pub(crate) fn fraction(reader: &mut Reader) -> Option<(u32, u32)> {
    let mut ahead = *reader;
    if ahead.eat_word("half") {
        *reader = ahead;
        return Some((1, 2));
    }
    ahead.skip_space();
    let word = ahead.word();
    let numerator = match word {
        "a" | "A" | "an" | "An" => 1,
        _ => (0..).zip(SMALL).find(|(_, name)| word.eq_ignore_ascii_case(name))?.0,
    };
    ahead.advance(word.len());
    ahead.eat_joint();
    let (_, _, denominator) = *DENOMINATORS
        .iter()
        .find(|(one, many, _)| ahead.eat_word(if numerator == 1 { one } else { many }))?;
    *reader = ahead;
    Some((numerator, denominator))
}

/// Reads a multiple in one word (`doubled`, `twice`, `threefold`).
pub(crate) fn multiple(reader: &mut Reader) -> Option<u32> {
    let mut ahead = *reader;
    ahead.skip_space();
    let word = ahead.word();
    let known = MULTIPLES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
    let value = match known {
        Some((_, value)) => *value,
        None => fold(word)?,
    };
    ahead.advance(word.len());
    *reader = ahead;
    Some(value)
}

/// `threefold` is three.
fn fold(word: &str) -> Option<u32> {
    let stem = word.get(..word.len().checked_sub(4)?)?;
    let suffix = word.get(stem.len()..)?;
    let value = (0..).zip(SMALL).find(|(_, name)| stem.eq_ignore_ascii_case(name))?.0;
    (value >= 2 && suffix.eq_ignore_ascii_case("fold")).then_some(value)
}

/// Reads a plural magnitude as `[low, high)`.
///
/// `hundreds of thousands` runs from two to ten times its size; a bare
/// `thousands`, `millions`, … from two to a hundred times; `dozens` from 24 to 100.
pub(crate) fn vague(reader: &mut Reader) -> Option<(Decimal, Decimal)> {
    let mut ahead = *reader;
    if ahead.eat_word("dozens") {
        *reader = ahead;
        return Some((Decimal::from(24), Decimal::ONE_HUNDRED));
    }
    let &(_, mut size, mut below) = PLURALS.iter().find(|(word, ..)| ahead.eat_word(word))?;
    let mut inner = ahead;
    if inner.eat_word("of")
        && let Some(&(_, scale, _)) = PLURALS[2..].iter().find(|(word, ..)| inner.eat_word(word))
    {
        ahead = inner;
        size = size.checked_mul(scale)?;
        below = 10;
    }
    *reader = ahead;
    Some((Decimal::from(size.checked_mul(2)?), Decimal::from(size.checked_mul(below)?)))
}

#[cfg(test)]
mod tests {
    use super::{fraction, multiple, vague};
    use crate::evidence::reader::Reader;
    use rust_decimal::Decimal;

    #[test]
    fn fractions() {
        for (text, parts) in [
            ("half", Some((1, 2))),
            ("a fifth", Some((1, 5))),
            ("one third", Some((1, 3))),
            ("two-thirds", Some((2, 3))),
            ("three quarters", Some((3, 4))),
            ("two third", None),
            ("third", None),
        ] {
            assert_eq!(fraction(&mut Reader::new(text)), parts, "{text}");
        }
    }

    #[test]
    fn multiples_and_plurals() {
        assert_eq!(multiple(&mut Reader::new("doubled")), Some(2));
        assert_eq!(multiple(&mut Reader::new("threefold")), Some(3));
        assert_eq!(multiple(&mut Reader::new("fold")), None);
        let read = |text| vague(&mut Reader::new(text));
        let pair = |low: i64, high: i64| Some((Decimal::from(low), Decimal::from(high)));
        assert_eq!(read("hundreds of thousands"), pair(200_000, 1_000_000));
        assert_eq!(read("tens of thousands"), pair(20_000, 100_000));
        assert_eq!(read("thousands"), pair(2_000, 100_000));
        assert_eq!(read("thousand"), None);
    }
}
