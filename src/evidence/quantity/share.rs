//! Shares of a whole: `a fifth`, `one in five`, `3 out of 10`.
//!
//! A share is a percentage with a width of its own. It deliberately reads no
//! numerator: the amount has read it by the time a denominator is met.

use crate::evidence::number_words;
use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::{number, tail};
use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

/// `100 × numerator ÷ denominator`.
pub(crate) fn percent(numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
    numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(denominator)
}

/// Five points, or half the distance to the nearer of 0 and 100 when that is
/// less, so that `1 in 200` does not reach zero; `None` at 0 and 100.
pub(crate) fn step(percent: Decimal) -> Option<Decimal> {
    let distance = percent.min(Decimal::ONE_HUNDRED.checked_sub(percent)?.abs());
    let step = distance.checked_div(Decimal::TWO)?.min(Decimal::from(5));
    (!step.is_zero()).then_some(step)
}

/// Words between a number and what it is out of, longer phrases before their beginnings.
const OUT_OF: [&str; 6] = ["in every", "in", "out of every", "out of", "of every", "of each"];

/// Reads `in five`, `out of 10`, `of every 100`.
///
/// # Errors
/// As `number::digits`.
pub(crate) fn of(reader: &mut Reader) -> Result<Option<Decimal>, QuantityError> {
    let mut ahead = *reader;
    ahead.eat_joint();
    if !matches!(ahead.word(), "in" | "out" | "of") {
        return Ok(None);
    }
    if !OUT_OF.iter().any(|phrase| ahead.eat_phrase(phrase)) {
        return Ok(None);
    }
    ahead.eat_joint();
    let found = denominator(&mut ahead)?;
    if found.is_some() {
        *reader = ahead;
    }
    Ok(found)
}

/// The most words of what is counted between a number and what it is out of.
const MOST_THINGS: usize = 2;

/// Words that go on behind a share although they end like a plural.
const VERBS: [&str; 12] =
    ["is", "was", "has", "does", "says", "lives", "pays", "owns", "spends", "feels", "works", "needs"];

/// Reads `renter in four`, `households in ten`. `12 schools in 20 areas` counts both, and is no share.
///
/// # Errors
/// As `number::digits`.
pub(crate) fn of_things(reader: &mut Reader) -> Result<Option<Decimal>, QuantityError> {
    let mut ahead = *reader;
    let mut is_reached = false;
    for _ in 0..MOST_THINGS {
        ahead.skip_space();
        ahead.advance(ahead.word().len());
        is_reached |= matches!(ahead.next_word(), "in" | "out");
        if is_reached {
            break;
        }
    }
    let things = &reader.rest()[..ahead.taken().len() - reader.taken().len()];
    if !is_reached || !things.starts_with(char::is_whitespace) || !tail::is_noun(things) {
        return Ok(None);
    }
    let found = of(&mut ahead)?.filter(|_| !counts_things(&ahead));
    if found.is_some() {
        *reader = ahead;
    }
    Ok(found)
}

/// Whether a plural follows, which the number before it counts.
fn counts_things(reader: &Reader) -> bool {
    let word = reader.next_word();
    word.ends_with('s') && !VERBS.contains(&word)
        || reader.rest().starts_with(|next: char| next.is_alphanumeric() || "%,-–".contains(next))
}

/// The denominator of a share; a year (`152 in 2017`) is not one.
pub(crate) fn denominator(reader: &mut Reader) -> Result<Option<Decimal>, QuantityError> {
    reader.skip_space();
    let start = reader.rest();
    if let Some(shown) = number::digits(reader)? {
        let length = start.len() - reader.rest().len();
        let years = Decimal::from(1900)..=Decimal::from(2100);
        let year = length == 4 && years.contains(&shown.value);
        return Ok((!year && !shown.value.is_zero()).then_some(shown.value));
    }
    let words = number_words::cardinal(reader).filter(|found| found.value > 0);
    Ok(words.map(|found| found.value.into()))
}

#[cfg(test)]
mod tests {
    use super::{denominator, percent, step};
    use crate::evidence::reader::Reader;
    use rust_decimal::Decimal;

    #[test]
    fn widths_stay_away_from_nothing_and_everything() {
        let tenths = |tenths: i64| Decimal::new(tenths, 1);
        for (share, width) in [
            (500, Some(50)),
            (200, Some(50)),
            (100, Some(50)),
            (50, Some(25)),
            (900, Some(50)),
            (980, Some(10)),
            (0, None),
            (1000, None),
        ] {
            assert_eq!(step(tenths(share)), width.map(tenths), "{share}");
        }
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
    }

    #[test]
    fn years_are_no_denominators() {
        for (text, expected) in
            [("5", Some(5)), ("five", Some(5)), ("2,000", Some(2_000)), ("2017", None), ("0", None)]
        {
            let found = denominator(&mut Reader::new(text));
            assert_eq!(found, Ok(expected.map(Decimal::from)), "{text}");
        }
    }
}
