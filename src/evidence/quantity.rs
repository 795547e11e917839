//! Printed quantities as exact intervals: `over 29%`, `£4.2bn`, `22 per 10,000`.
//!
//! A printed figure stands for every number that would be printed that way;
//! `Quantity` keeps that interval beside the text. It deliberately strips no markup:
//! the caller hands it one quantity, or a plain text to [`scan`](scan::scan).

mod agreement;
pub(crate) mod amount;
mod bound;
mod error;
mod loose;
pub mod measure;
mod noun;
pub(crate) mod number;
mod precision;
mod qualifier;
mod range;
pub mod scan;
mod share;

pub use agreement::Agreement;
pub use error::QuantityError;
pub use qualifier::Qualifier;

use crate::evidence::interval::Interval;
use crate::evidence::marker::Marker;
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use amount::{Amount, Form};
use compact_str::CompactString;
use range::Range;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt;

/// A quantity as printed and the numbers it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The printed text, without surrounding space.
    pub printed: CompactString,
    /// Every number the text may stand for, in `unit`.
    pub interval: Interval,
    /// What the numbers are measured in.
    pub unit: Unit,
    /// The number printed, multiplier included; `None` for a range, a plural such
    /// as `thousands`, or a marker alone.
    pub central: Option<Decimal>,
    /// The words that bound the number.
    pub qualifier: Qualifier,
    /// The rounding step of the printed number, in `unit`; `None` when exact.
    pub step: Option<Decimal>,
    /// The noun after the number, as printed.
    pub noun: Option<Box<str>>,
    /// The official-statistics marker after, or instead of, the number.
    pub marker: Option<Marker>,
    /// Whether two ends are printed.
    pub range: bool,
    /// The printed ends of a range, in rising order; few are ranges.
    pub ends: Option<Box<(Decimal, Decimal)>>,
}

impl Quantity {
    /// The number printed, or the middle of what is meant; `None` where that has no end.
    #[must_use]
    pub fn middle(&self) -> Option<f64> {
        let (low, high) = (self.interval.low.value(), self.interval.high.value());
        let middle = self.central.or_else(|| Some(low?.checked_add(high?)? / Decimal::TWO));
        middle.and_then(|middle| middle.to_f64())
    }

    /// Reads one printed quantity.
    ///
    /// # Errors
    /// A `QuantityError` when the text is not exactly one quantity, with perhaps a
    /// qualifier before it and a noun and a marker after it.
    pub fn parse(text: &str) -> Result<Quantity, QuantityError> {
        let printed = text.trim();
        let mut reader = Reader::new(printed);
        if let Some(marker) = read_marker(&mut reader)? {
            return Ok(Quantity::suppressed(printed, marker));
        }
        let (mut quantity, vague) = Quantity::read_number(printed, &mut reader)?;
        quantity.noun = noun::read(&mut reader, vague)?.map(String::into_boxed_str);
        quantity.marker = read_marker(&mut reader)?;
        if reader.is_done() {
            Ok(quantity)
        } else {
            Err(QuantityError::Trailing(reader.rest().trim().to_owned()))
        }
    }

    /// Reads the number or range with its qualifier and unit; whether it is a plural
    /// magnitude, whose noun follows `of`.
    fn read_number(printed: &str, reader: &mut Reader) -> Result<(Quantity, bool), QuantityError> {
        let before = qualifier::read(reader);
        let between = reader.eat_word("between") || reader.eat_word("from");
        let amount = amount::read(reader)?.ok_or_else(|| missing(printed, reader))?;
        let range = range::read(amount, between, reader, printed)?;
        let misplaced = || QuantityError::Trailing(printed.to_owned());
        let qualifier = match qualifier::read_after(reader) {
            Some(after) if before == Qualifier::Plain => after,
            Some(_) => return Err(misplaced()),
            None => before,
        };
        let quantity = match range {
            Some(range) => Quantity::of_range(printed, &range, qualifier)?,
            None if between => return Err(misplaced()),
            None => Quantity::of_amount(printed, &amount, qualifier)?,
        };
        Ok((quantity, matches!(amount.form, Form::Vague { .. })))
    }

    /// The printed text, without surrounding space.
    #[must_use]
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// The low end of the interval, in `unit`; `None` when there is none.
    #[must_use]
    pub fn low(&self) -> Option<Decimal> {
        self.interval.low.value()
    }

    /// The high end of the interval, in `unit`; `None` when there is none.
    #[must_use]
    pub fn high(&self) -> Option<Decimal> {
        self.interval.high.value()
    }

    /// The value for data files, to six decimals without grouping: `872000000`,
    /// `64`, `33.333333`; `22..164` for a range or a plural; empty for a marker.
    #[must_use]
    pub fn canonical(&self) -> String {
        let ends = self.ends.as_deref().copied().or_else(|| self.low().zip(self.high()));
        match (self.central, ends) {
            (Some(value), _) => plain(value),
            (None, Some((low, high))) => format!("{}..{}", plain(low), plain(high)),
            (None, None) => String::new(),
        }
    }

    fn suppressed(printed: &str, marker: Marker) -> Quantity {
        Quantity {
            marker: Some(marker),
            ..Quantity::new(printed, Interval::EVERYTHING, Unit::Count, Qualifier::Plain)
        }
    }

    fn of_amount(printed: &str, amount: &Amount, qualifier: Qualifier) -> Result<Quantity, QuantityError> {
        let value = amount.value(printed)?;
        let unit = amount.unit.unwrap_or(Unit::Count);
        let plural = matches!(amount.form, Form::Vague { .. });
        if plural && qualifier != Qualifier::Plain {
            return Err(QuantityError::NotANumber(printed.to_owned()));
        }
        let plain = amount.plain(value);
        let interval = plain.and_then(|plain| qualifier.interval(value, (plain, amount.is_rough()), unit));
        let interval = interval.ok_or_else(|| QuantityError::TooLarge(printed.to_owned()))?;
        Ok(Quantity {
            central: (!plural).then_some(value),
            step: amount.step(),
            ..Quantity::new(printed, interval, unit, qualifier)
        })
    }

    fn of_range(printed: &str, range: &Range, qualifier: Qualifier) -> Result<Quantity, QuantityError> {
        if !matches!(qualifier, Qualifier::Plain | Qualifier::About) {
            return Err(QuantityError::TwoNumbers(printed.to_owned()));
        }
        let interval = range.interval(qualifier);
        let interval = interval.ok_or_else(|| QuantityError::TooLarge(printed.to_owned()))?;
        Ok(Quantity {
            step: range.step(),
            range: true,
            ends: Some(Box::new(range.ends())),
            ..Quantity::new(printed, interval, range.unit(), qualifier)
        })
    }

    fn new(printed: &str, interval: Interval, unit: Unit, qualifier: Qualifier) -> Quantity {
        Quantity {
            printed: printed.into(),
            interval,
            unit,
            central: None,
            qualifier,
            step: None,
            noun: None,
            marker: None,
            range: false,
            ends: None,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed)
    }
}

/// A number to six decimals; most are whole, and written sooner as such.
fn plain(value: Decimal) -> String {
    let value = value.round_dp(6).normalize();
    whole(value).map_or_else(|| value.to_string(), |whole| whole.to_string())
}

/// A normalised number as a whole one, if it is that and not too large.
pub(crate) fn whole(value: Decimal) -> Option<i64> {
    if value.scale() == 0 { i64::try_from(value.mantissa()).ok() } else { None }
}

/// Reads a bracketed marker after optional space.
fn read_marker(reader: &mut Reader) -> Result<Option<Marker>, QuantityError> {
    let mut ahead = *reader;
    ahead.skip_space();
    let rest = ahead.rest();
    if !rest.starts_with('[') {
        return Ok(None);
    }
    let end = rest.find(']').map_or(rest.len(), |at| at + 1);
    let unknown = || QuantityError::UnknownMarker(rest[..end].to_owned());
    let marker = Marker::parse(&rest[..end]).ok_or_else(unknown)?;
    ahead.advance(end);
    *reader = ahead;
    if ahead.taken().trim_start().len() == end && !ahead.is_done() {
        return Err(QuantityError::Trailing(ahead.rest().trim().to_owned()));
    }
    Ok(Some(marker))
}

/// Why no amount was found where `reader` stands.
fn missing(printed: &str, reader: &Reader) -> QuantityError {
    let rest = reader.rest().trim_start();
    if printed.is_empty() {
        return QuantityError::Empty;
    }
    match rest.find(|c: char| c.is_ascii_digit()) {
        None => QuantityError::NoNumber(printed.to_owned()),
        Some(at) if rest[..at].contains(char::is_alphabetic) => {
            QuantityError::Leading(rest[..at].trim_end().to_owned())
        }
        Some(_) => QuantityError::NotANumber(rest.to_owned()),
    }
}

#[cfg(test)]
mod tests;
