//! Printed quantities as exact intervals: `over 29%`, `£4.2bn`, `22 per 10,000`.
//!
//! A printed figure stands for every number that would be printed that way;
//! `Quantity` keeps that interval beside the text. It deliberately strips no markup:
//! the caller hands it one quantity, or a plain text to [`scan`](scan::scan).

mod agreement;
pub(crate) mod amount;
mod bound;
mod error;
mod exponent;
pub mod forms;
mod lead;
mod loose;
pub mod measure;
pub(crate) mod number;
mod precision;
mod qualifier;
mod range;
mod rate;
mod scale;
pub mod scan;
mod share;
mod symbol;
mod tail;
mod typed;
mod vulgar;

pub use agreement::Agreement;
pub use error::QuantityError;
pub use qualifier::Qualifier;

use crate::config::{Language, Tongue};
use crate::evidence::interval::Interval;
use crate::evidence::language::{Mode, Plain};
use crate::evidence::marker::{Marker, Markers};
use crate::evidence::reader::Reader;
use crate::evidence::unit::{Currency, Unit};
use amount::{Amount, NumberForm};
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
    /// The official-statistics markers after, or instead of, the number.
    pub markers: Markers,
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
        if let Some(range) = range::bracketed(&mut reader).filter(|_| reader.is_done()) {
            return Quantity::of_range(printed, &range, Qualifier::Plain);
        }
        reader = Reader::new(printed);
        let alone = read_markers(&mut reader)?;
        if !alone.is_empty() {
            return Quantity::suppressed(printed, alone, &reader);
        }
        if let Some(marker) = Marker::bare(printed) {
            return Err(QuantityError::BareMarker(printed.to_owned(), marker));
        }
        lead::read(&mut reader);
        let is_named = !reader.taken().is_empty();
        let (mut quantity, vague) = Quantity::read_number(printed, &mut reader)?;
        let unit = Some(quantity.unit).filter(|unit| *unit != Unit::Count);
        let tail = tail::read(&mut reader, unit, vague).map_err(|error| match typed::by(printed) {
            Some(ways) => QuantityError::Either(printed.to_owned(), ways),
            None => error,
        })?;
        quantity.of_tail(tail);
        quantity.markers = read_markers(&mut reader)?;
        if !reader.is_done() {
            return Err(QuantityError::Trailing(reader.rest().trim().to_owned()));
        }
        if let Some(marker) = quantity.markers.iter().find(|marker| marker.replaces_number()) {
            return Err(QuantityError::Suppressed(marker.to_string()));
        }
        if !is_named {
            typed::check(printed, quantity.unit)?;
        }
        Ok(quantity)
    }

    /// The same for a text in any language. Its words and numerals are read as plain English; where nothing is known of
    /// the language, a point before three digits is asked back.
    ///
    /// # Errors
    /// As `parse`, with texts as they were typed, and `Numeral`.
    pub fn parse_in(text: &str, language: Language) -> Result<Quantity, QuantityError> {
        match language.tongue {
            Tongue::English => return Quantity::parse(text),
            Tongue::Other => {
                let quantity = Quantity::parse(text)?;
                return typed::thousands(&quantity.printed).map_or(Ok(quantity), Err);
            }
            Tongue::German | Tongue::French | Tongue::Spanish | Tongue::Dutch | Tongue::Welsh => {}
        }
        let printed = text.trim();
        let plain = Plain::of(printed, language, Mode::Value)?;
        match Quantity::parse(&plain.text) {
            Ok(quantity) => Ok(Quantity { printed: printed.into(), ..quantity }),
            Err(error) => Err(plain.of_quantity(error)),
        }
    }

    /// Takes what stands behind the number. A rate is as precise as its digits.
    fn of_tail(&mut self, tail: tail::Tail) {
        self.noun = tail.noun.map(String::into_boxed_str);
        let Some(unit) = tail.unit else { return };
        self.unit = unit;
        if self.step.is_none()
            && self.qualifier == Qualifier::Plain
            && let Some(central) = self.central
        {
            self.step = Some(Decimal::ONE);
            self.interval = amount::around(central, Decimal::ONE).unwrap_or(self.interval);
        }
    }

    /// Reads the number or range with its qualifier and unit; whether it is a plural
    /// magnitude, whose noun follows `of`.
    fn read_number(printed: &str, reader: &mut Reader) -> Result<(Quantity, bool), QuantityError> {
        let before = qualifier::read(reader);
        // Most numbers begin with a digit, and most stand alone: no word need be looked for.
        let is_digit = reader.peek().is_some_and(|next| next.is_ascii_digit());
        if before == Qualifier::Plain
            && !is_digit
            && let Some((margin, unit)) = typed::margin(reader)
        {
            return Ok((Quantity::of_margin(printed, unit, Decimal::ZERO, margin), false));
        }
        let is_multiple = !is_digit && typed::times(reader);
        let between = !is_digit && (reader.eat_word("between") || reader.eat_word("from"));
        let halved = if is_digit { None } else { typed::halved(reader) };
        let amount = match halved {
            Some(amount) => amount,
            None => amount::read(reader)?.ok_or_else(|| missing(printed, reader))?,
        };
        if reader.rest().is_empty() && !between && !is_multiple {
            let is_vague = matches!(amount.form, NumberForm::Vague { .. });
            return Ok((Quantity::of_amount(printed, &amount, before)?, is_vague));
        }
        let mut amount = typed::share_of(&amount, reader).unwrap_or(amount);
        if is_multiple {
            amount.unit = amount.unit.or(Some(Unit::Times));
        }
        if before == Qualifier::Plain
            && let Some((margin, unit)) = typed::margin(reader)
        {
            let value = amount.value(printed)?;
            return Ok((Quantity::of_margin(printed, amount.unit.or(unit), value, margin), false));
        }
        let range = match typed::both_ends(&amount, between, reader, printed) {
            Some(range) => Some(range),
            None => range::read(amount, between, reader, printed)?,
        };
        let misplaced = || QuantityError::Trailing(printed.to_owned());
        let after = qualifier::read_after(reader).or_else(|| qualifier::read_open(reader));
        let qualifier = match after {
            Some(after) if before == Qualifier::Plain => after,
            Some(_) => return Err(misplaced()),
            None => before,
        };
        let quantity = match range {
            Some(range) => Quantity::of_range(printed, &range, qualifier)?,
            None if between => return Err(misplaced()),
            None => Quantity::of_amount(printed, &amount, qualifier)?,
        };
        Ok((quantity, matches!(amount.form, NumberForm::Vague { .. })))
    }

    /// What it is measured in, for data files: a unit by its name where there is one, and what it is per.
    #[must_use]
    pub fn unit_text(&self) -> String {
        let of_noun =
            self.noun.as_deref().filter(|_| !matches!(self.unit, Unit::Per(_))).and_then(measure::unit_text);
        match (of_noun, self.unit) {
            (Some(of_noun), Unit::Count) => of_noun,
            (Some(of_noun), unit) => format!("{unit} {of_noun}"),
            (None, unit) => unit.to_string(),
        }
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

    /// Markers in place of a number.
    fn suppressed(printed: &str, markers: Markers, reader: &Reader) -> Result<Quantity, QuantityError> {
        if !reader.is_done() {
            return Err(QuantityError::Trailing(reader.rest().trim().to_owned()));
        }
        let nothing = Quantity::new(printed, Interval::EVERYTHING, Unit::Count, Qualifier::Plain);
        Ok(Quantity { markers, ..nothing })
    }

    /// A number with how far it may be off.
    fn of_margin(printed: &str, unit: Option<Unit>, value: Decimal, margin: Decimal) -> Quantity {
        let (low, high) = (value.saturating_sub(margin), value.saturating_add(margin));
        Quantity {
            central: Some(value),
            step: margin.checked_mul(Decimal::TWO),
            ..Quantity::new(
                printed,
                Interval::closed(low, high),
                unit.unwrap_or(Unit::Count),
                Qualifier::Plain,
            )
        }
    }

    fn of_amount(printed: &str, amount: &Amount, qualifier: Qualifier) -> Result<Quantity, QuantityError> {
        let value = amount.value(printed)?;
        let unit = amount.unit.unwrap_or(Unit::Count);
        let plural = matches!(amount.form, NumberForm::Vague { .. });
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
            markers: Markers::default(),
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

/// Reads bracketed markers after optional space.
fn read_markers(reader: &mut Reader) -> Result<Markers, QuantityError> {
    let mut markers = Markers::default();
    loop {
        let mut ahead = *reader;
        ahead.skip_space();
        let rest = ahead.rest();
        if !rest.starts_with('[') {
            return Ok(markers);
        }
        let end = rest.find(']').map_or(rest.len(), |at| at + 1);
        let unknown = || QuantityError::UnknownMarker(rest[..end].to_owned());
        markers.add(Marker::parse(&rest[..end]).ok_or_else(unknown)?);
        ahead.advance(end);
        *reader = ahead;
    }
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
            let lead = rest[..at].trim_end();
            match Currency::shared(lead.trim_end_matches('.')) {
                Some(codes) => QuantityError::Either(
                    rest.to_owned(),
                    codes.map(|code| format!("{code} {}", &rest[at..])),
                ),
                None => QuantityError::Leading(lead.to_owned()),
            }
        }
        Some(_) => QuantityError::NotANumber(rest.to_owned()),
    }
}

#[cfg(test)]
mod tests;
