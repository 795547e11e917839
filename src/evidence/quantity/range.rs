//! Two amounts joined into a range: `22–164`, `£4.2–4.5bn`, `between 5 and 7`.
//!
//! The first end takes the multiplier and unit of the second when it has none.
//! It deliberately reads no change: `from 15% to 10%` is refused as backwards.

use crate::evidence::interval::Interval;
use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::amount::{self, Amount, NumberForm};
use crate::evidence::quantity::qualifier::Qualifier;
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// The two ends of a range, in rising order, with one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    low: (Amount, Decimal),
    high: (Amount, Decimal),
}

/// Reads the other end of a range after its `first` end; `Ok(None)`, without
/// moving, when no range goes on here.
///
/// # Errors
/// As `amount::read`, and `TooLarge`, `UnitsDiffer`, `Backwards`.
pub(crate) fn read(
    first: Amount,
    between: bool,
    reader: &mut Reader,
    printed: &str,
) -> Result<Option<Range>, QuantityError> {
    let mut ahead = *reader;
    if !separator(between, &mut ahead) || matches!(first.form, NumberForm::Vague { .. }) {
        return Ok(None);
    }
    let Some(second) = amount::read(&mut ahead)? else {
        return Ok(None);
    };
    // `rose by 28% to 61,700` tells a change and a level.
    let is_share = matches!(first.unit, Some(Unit::Percent | Unit::Points));
    if is_share
        && second.unit.is_none()
        && second.value(printed).is_ok_and(|high| high > Decimal::ONE_HUNDRED)
    {
        return Ok(None);
    }
    let range = join(first, second, printed)?;
    *reader = ahead;
    Ok(Some(range))
}

/// Reads a range in brackets, as intervals of confidence are printed: `[0.51; 0.80]`, `(0.51, 0.80)`. Whole numbers with a
/// comma or semicolon between them are references or a list.
pub(crate) fn bracketed(reader: &mut Reader) -> Option<Range> {
    let mut ahead = *reader;
    let close = if ahead.eat('[') { ']' } else { ahead.eat('(').then_some(')')? };
    let first = amount::read(&mut ahead).ok()??;
    let range = match read(first, false, &mut ahead, "").ok()? {
        Some(range) => range,
        None => {
            let _ = ahead.eat(';') || ahead.eat(',');
            let second = amount::read(&mut ahead).ok()??;
            let is_told = [first, second].iter().any(|end| end.places > 0 || end.unit.is_some());
            join(first, second, "").ok().filter(|_| is_told)?
        }
    };
    ahead.skip_space();
    ahead.eat(close).then(|| {
        *reader = ahead;
        range
    })
}

fn separator(between: bool, reader: &mut Reader) -> bool {
    reader.skip_space();
    let dashed = ['\u{2013}', '-', '\u{2014}'].iter().any(|dash| reader.eat(*dash));
    dashed || reader.eat_word("to") || (between && reader.eat_word("and"))
}

fn join(mut first: Amount, mut second: Amount, printed: &str) -> Result<Range, QuantityError> {
    match (first.unit, second.unit) {
        (None, unit) => first.unit = unit,
        (unit, None) => second.unit = unit,
        (one, other) if one == other => {}
        _ => return Err(QuantityError::UnitsDiffer(printed.to_owned())),
    }
    let high = second.value(printed)?;
    if first.multiplier.is_none() && first.form != NumberForm::Fraction {
        let scaled = Amount { multiplier: second.multiplier, ..first };
        if scaled.value(printed).is_ok_and(|low| low.abs() <= high.abs()) {
            first = scaled;
        }
    }
    let low = first.value(printed)?;
    if low <= high {
        Ok(Range { low: (first, low), high: (second, high) })
    } else if low.is_sign_negative() {
        Ok(Range { low: (second, high), high: (first, low) })
    } else {
        Err(QuantityError::Backwards(printed.to_owned()))
    }
}

impl Range {
    /// The printed ends, in rising order.
    pub(crate) fn ends(&self) -> (Decimal, Decimal) {
        (self.low.1, self.high.1)
    }

    /// Both ends as amounts with unit and multiplier, in rising order.
    pub(crate) fn amounts(&self) -> [Amount; 2] {
        [self.low.0, self.high.0]
    }

    /// The unit of both ends.
    pub(crate) fn unit(&self) -> Unit {
        self.low.0.unit.unwrap_or(Unit::Count)
    }

    /// The coarser rounding step of the two ends, or `None` when both are exact.
    pub(crate) fn step(&self) -> Option<Decimal> {
        self.low.0.step().max(self.high.0.step())
    }

    /// From the lowest number that rounds to the low end to the highest that
    /// rounds to the high end; `about` widens each end by 10%. `None` on overflow.
    pub(crate) fn interval(&self, qualifier: Qualifier) -> Option<Interval> {
        let end = |(amount, value): (Amount, Decimal)| {
            qualifier.interval(value, (amount.plain(value)?, amount.is_rough()), self.unit())
        };
        Some(end(self.low)?.hull(&end(self.high)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, read};
    use crate::evidence::quantity::QuantityError as E;
    use crate::evidence::quantity::amount;
    use crate::evidence::reader::Reader;

    fn range(text: &str) -> Result<Option<Range>, E> {
        let mut reader = Reader::new(text);
        let between = reader.eat_word("between");
        let first = amount::read(&mut reader)?.expect("the table starts with a number");
        read(first, between, &mut reader, text)
    }

    #[test]
    fn ends_share_multiplier_and_unit() {
        for (text, low, high, unit) in [
            ("22–164", "22", "164", "count"),
            ("10 to 15%", "10", "15", "percent"),
            ("£4.2–4.5bn", "4200000000.0", "4500000000.0", "GBP"),
            ("£800m to £1.2bn", "800000000", "1200000000.0", "GBP"),
            ("200,000 to 1.2 million", "200000", "1200000.0", "count"),
            ("between 5 and 7", "5", "7", "count"),
            ("-10% to -15%", "-15", "-10", "percent"),
            ("a third to half", "33.333333333333333333333333333", "50", "percent"),
        ] {
            let found = range(text).expect(text).expect(text);
            let (from, to) = found.ends();
            assert_eq!((from.to_string(), to.to_string()), (low.into(), high.into()), "{text}");
            assert_eq!(found.unit().to_string(), unit, "{text}");
        }
    }

    #[test]
    fn what_is_no_range() {
        assert_eq!(range("5 and 7"), Ok(None));
        assert_eq!(range("5-year"), Ok(None));
        assert_eq!(range("28% to 61,700"), Ok(None));
        assert!(matches!(range("15% to 10%"), Err(E::Backwards(_))));
        assert!(matches!(range("5% to £7"), Err(E::UnitsDiffer(_))));
    }
}
