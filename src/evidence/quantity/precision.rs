//! Precision given beside a quantity: `10`, `1%`, `±2.5`, `exact`.
//!
//! An author's precision replaces the interval the printed form implies; a
//! measure's rounding step only widens counts that look exact. It deliberately
//! changes neither the printed text nor the central value.

use crate::evidence::interval::Interval;
use crate::evidence::quantity::amount::around;
use crate::evidence::quantity::{Qualifier, Quantity, QuantityError, number};
use crate::evidence::reader::Reader;
use crate::evidence::unit::{Currency, Unit};
use rust_decimal::Decimal;

/// A precision as an author writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    /// `exact`: the central value alone.
    Exact,
    /// `10`, `£1m`: rounded to the nearest multiple.
    Step(Decimal),
    /// `±2.5`: a margin in the unit of the quantity, ends included.
    Margin(Decimal),
    /// `1%`, `±1%`: a margin as a percentage of the central value.
    Relative(Decimal),
}

impl Quantity {
    /// Replaces the interval by an author's precision around the central value.
    ///
    /// `10` (also `0.1bn`, `£1m`) is a rounding step in whole units, `±2.5` a margin
    /// with both ends, `1%` or `±1%` a margin relative to the value, `exact` none.
    /// The qualifier no longer bounds anything and becomes `Plain`.
    ///
    /// # Errors
    /// `NoCentral` for a range, a plural or a marker alone; `BadPrecision`;
    /// `RelativePrecision` for a `%` on a percentage, where it would be ambiguous;
    /// `TooLarge` on overflow.
    pub fn with_precision(self, text: &str) -> Result<Quantity, QuantityError> {
        let Some(value) = self.central else {
            return Err(QuantityError::NoCentral(self.printed.into()));
        };
        let precision = Precision::parse(text)?;
        let shares = matches!(self.unit, Unit::Percent | Unit::Points);
        if shares && matches!(precision, Precision::Relative(_)) {
            return Err(QuantityError::RelativePrecision(text.trim().to_owned()));
        }
        let Some((interval, step)) = precision.around(value) else {
            return Err(QuantityError::TooLarge(self.printed.into()));
        };
        Ok(Quantity { interval, step, qualifier: Qualifier::Plain, ..self })
    }

    /// Widens a plain value to the nearest multiple of `step`, when its printed form
    /// claims to be finer. Ranges, qualified values and coarser values stay as they
    /// are, and so does everything when `step` is not positive.
    #[must_use]
    pub fn with_rounding(self, step: Decimal) -> Quantity {
        let coarser = self.step.is_some_and(|own| own >= step);
        if coarser || self.qualifier != Qualifier::Plain || step <= Decimal::ZERO {
            return self;
        }
        match self.central.and_then(|value| around(value, step)) {
            Some(interval) => Quantity { interval, step: Some(step), ..self },
            None => self,
        }
    }
}

impl Precision {
    fn parse(text: &str) -> Result<Precision, QuantityError> {
        let bad = || QuantityError::BadPrecision(text.trim().to_owned());
        let mut reader = Reader::new(text.trim());
        if reader.eat_word("exact") {
            return if reader.is_done() { Ok(Precision::Exact) } else { Err(bad()) };
        }
        let margin = ["±", "+/-", "+-"].iter().any(|sign| reader.eat_text(sign));
        reader.skip_space();
        Currency::read_prefix(&mut reader);
        let shown = number::digits(&mut reader)?.ok_or_else(bad)?;
        let factor = number::multiplier(&mut reader).unwrap_or(Decimal::ONE);
        let size = shown.value.checked_mul(factor).filter(|size| *size <= number::largest());
        let size = size.filter(|size| !size.is_zero()).ok_or_else(bad)?;
        reader.skip_space();
        let relative = reader.eat('%');
        if !reader.is_done() {
            return Err(bad());
        }
        Ok(match (relative, margin) {
            (true, _) => Precision::Relative(size),
            (false, true) => Precision::Margin(size),
            (false, false) => Precision::Step(size),
        })
    }

    /// The interval around `value` and its rounding step; `None` on overflow.
    fn around(self, value: Decimal) -> Option<(Interval, Option<Decimal>)> {
        let margin = match self {
            Precision::Exact => return Some((Interval::exact(value), None)),
            Precision::Step(step) => return Some((around(value, step)?, Some(step))),
            Precision::Margin(margin) => margin,
            Precision::Relative(percent) => {
                percent.checked_div(Decimal::ONE_HUNDRED)?.checked_mul(value.abs())?
            }
        };
        let (low, high) = (value.checked_sub(margin)?, value.checked_add(margin)?);
        Some((Interval::closed(low, high), margin.checked_mul(Decimal::TWO)))
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::interval::Interval;
    use crate::evidence::quantity::{Quantity, QuantityError as E};
    use rust_decimal::Decimal;

    fn n(tenths: i64) -> Decimal {
        Decimal::new(tenths, 1)
    }

    fn precise(text: &str, precision: &str) -> Result<Interval, E> {
        let quantity = Quantity::parse(text).expect(text);
        quantity.with_precision(precision).map(|quantity| quantity.interval)
    }

    #[test]
    fn precision_replaces_the_interval() {
        assert_eq!(precise("735,470", "10"), Ok(Interval::half_open(n(7_354_650), n(7_354_750))));
        assert_eq!(precise("64%", "±2.5"), Ok(Interval::closed(n(615), n(665))));
        assert_eq!(precise("200", "1%"), Ok(Interval::closed(n(1_980), n(2_020))));
        assert_eq!(precise("over 29%", "exact"), Ok(Interval::exact(n(290))));
        assert_eq!(precise("£872m", "£10m"), precise("£872m", "10 million"));
    }

    #[test]
    fn bad_precision() {
        for text in ["0", "about 10", "", "10 to 20", "exactly", "-1"] {
            assert_eq!(precise("5", text), Err(E::BadPrecision(text.to_owned())));
        }
        assert!(matches!(precise("64%", "1%"), Err(E::RelativePrecision(_))));
        assert!(matches!(precise("22–164", "1"), Err(E::NoCentral(_))));
    }

    #[test]
    fn rounding_widens_exact_counts_only() {
        let rounded = |text: &str| Quantity::parse(text).expect(text).with_rounding(n(100));
        assert_eq!(rounded("735,470").interval, Interval::half_open(n(7_354_650), n(7_354_750)));
        for text in ["0.7 million", "over 5,000", "22–164", "[c]"] {
            assert_eq!(rounded(text), Quantity::parse(text).expect(text));
        }
    }
}
