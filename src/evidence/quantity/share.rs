//! Shares of a whole: `a fifth`, `one in five`, `3 out of 10`.
//!
//! A share is a percentage with a width of its own. It deliberately reads no
//! numerator: the amount has read it by the time a denominator is met.

use crate::evidence::number_words;
use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::number;
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
