//! One number with its multiplier and unit, before any qualifier.
//!
//! An amount knows how it was printed, and from that its rounding step. It
//! deliberately reads no noun and no range: `crate::evidence::quantity::range`
//! joins two amounts.

use crate::evidence::interval::{Interval, IntervalEnd};
use crate::evidence::number_words;
use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::number;
use crate::evidence::quantity::share::{self, percent};
use crate::evidence::quantity::{exponent, vulgar};
use crate::evidence::reader::Reader;
use crate::evidence::unit::{Currency, Unit};
use rust_decimal::Decimal;

/// How a number is printed; the form decides its rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberForm {
    /// Digits: the last one shown decides.
    Digits,
    /// A cardinal in words: as the same number in digits.
    Words,
    /// A fraction in words or `n in d`: two and a half points either side.
    Fraction,
    /// A multiple in words: 5% either side.
    Multiple,
    /// A plural magnitude, `[low, high)`.
    Vague { low: Decimal, high: Decimal },
}

/// A number as printed; `shown × multiplier` is its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub shown: Decimal,
    pub places: u32,
    pub multiplier: Option<Decimal>,
    pub unit: Option<Unit>,
    pub form: NumberForm,
}

/// Reads an amount; `Ok(None)`, without moving, when none is here.
///
/// # Errors
/// As `number::digits`.
pub(crate) fn read(reader: &mut Reader) -> Result<Option<Amount>, QuantityError> {
    let mut ahead = *reader;
    ahead.skip_space();
    let mut minus = number::sign(&mut ahead);
    let plain = ahead.peek().is_some_and(|next| next.is_ascii_digit());
    let currency = if plain { None } else { Currency::read_prefix(&mut ahead) };
    if currency.is_some() {
        minus |= number::sign(&mut ahead);
    }
    let Some(mut amount) = bare(&mut ahead)? else {
        return Ok(None);
    };
    if currency.is_some() {
        amount.unit = currency.map(Unit::Money);
        amount.multiplier = amount.multiplier.or_else(|| number::multiplier(&mut ahead));
        // `£12 million pounds`
        let mut again = ahead;
        if amount.multiplier.is_some() && Currency::read_suffix(&mut again) == currency {
            ahead = again;
        }
    } else {
        amount.complete(&mut ahead)?;
    }
    if minus {
        amount.shown.set_sign_negative(!amount.shown.is_zero());
    }
    *reader = ahead;
    Ok(Some(amount))
}

/// The number itself, in digits or words.
fn bare(reader: &mut Reader) -> Result<Option<Amount>, QuantityError> {
    if let Some(shown) = number::digits(reader)? {
        let amount = Amount { places: shown.places, ..Amount::new(shown.value, NumberForm::Digits) };
        return Ok(Some(amount.with_signs(reader)));
    }
    if let Some((numerator, denominator)) = vulgar::read(reader) {
        return Ok(percent(numerator, denominator).map(|percent| Amount::new(percent, NumberForm::Fraction)));
    }
    if !reader.peek().is_some_and(char::is_alphabetic) {
        return Ok(None);
    }
    if let Some((numerator, denominator)) = number_words::fraction(reader) {
        let percent = percent(numerator.into(), denominator.into());
        return Ok(percent.map(|percent| Amount::new(percent, NumberForm::Fraction)));
    }
    if let Some(multiple) = number_words::multiple(reader) {
        return Ok(Some(Amount::new(multiple.into(), NumberForm::Multiple)));
    }
    if let Some((low, high)) = number_words::vague(reader) {
        return Ok(Some(Amount::new(low, NumberForm::Vague { low, high })));
    }
    let Some(amount) = number_words::cardinal(reader).map(worded) else { return Ok(None) };
    Ok(Some(match number_words::and_part(reader) {
        Some(part) => amount.and(part),
        None => amount,
    }))
}

fn worded(cardinal: number_words::Cardinal) -> Amount {
    if cardinal.round_thousand {
        let thousand = Decimal::ONE_THOUSAND;
        let shown = Decimal::from(cardinal.value / 1_000);
        return Amount { multiplier: Some(thousand), ..Amount::new(shown, NumberForm::Words) };
    }
    Amount::new(cardinal.value.into(), NumberForm::Words)
}

impl Amount {
    /// With what stands right behind digits: a fraction of one sign, a power of ten.
    fn with_signs(self, reader: &mut Reader) -> Amount {
        if self.places == 0
            && let Some(part) = vulgar::behind(reader)
        {
            let shown = self.shown.checked_add(part).unwrap_or(self.shown);
            return Amount { shown, places: 1, form: NumberForm::Words, ..self };
        }
        if self.shown == Decimal::TEN
            && self.places == 0
            && let Some(power) = exponent::of_ten(reader)
        {
            return Amount { shown: power, ..self };
        }
        Amount { multiplier: exponent::behind(reader), ..self }
    }

    /// The number and a part of one: `two and a half`.
    fn and(self, (numerator, denominator): (u32, u32)) -> Amount {
        let part = Decimal::from(numerator).checked_div(denominator.into()).map(|part| part.round_dp(6));
        let shown = part.and_then(|part| self.shown.checked_add(part)).unwrap_or(self.shown);
        Amount { shown, places: 1, ..self }
    }

    fn new(shown: Decimal, form: NumberForm) -> Amount {
        let unit = match form {
            NumberForm::Fraction => Some(Unit::Percent),
            NumberForm::Multiple => Some(Unit::Times),
            NumberForm::Digits | NumberForm::Words | NumberForm::Vague { .. } => None,
        };
        Amount { shown, places: 0, multiplier: None, unit, form }
    }

    /// Reads what follows the number: `in d`, a multiplier, a unit.
    fn complete(&mut self, reader: &mut Reader) -> Result<(), QuantityError> {
        match self.form {
            NumberForm::Multiple => {}
            NumberForm::Fraction => self.part_of_a_scale(reader)?,
            NumberForm::Vague { .. } => self.unit = currency_of(reader)?,
            NumberForm::Digits | NumberForm::Words => {
                if self.places == 0 && self.share(reader)? {
                    return Ok(());
                }
                self.multiplier = self.multiplier.or_else(|| number::multiplier(reader));
                if self.hundredths(reader) {
                    return Ok(());
                }
                self.unit = Unit::read_suffix(reader)?;
                if self.form == NumberForm::Words && self.unit == Some(Unit::Times) {
                    self.form = NumberForm::Multiple;
                }
            }
        }
        Ok(())
    }

    /// Units of which a hundred make one: basis points and pence.
    fn hundredths(&mut self, reader: &mut Reader) -> bool {
        let mut ahead = *reader;
        let is_apart = ahead.skip_space();
        let is_glued = ahead.eat('p')
            && match is_apart {
                true => ahead.rest().starts_with('/'),
                false => !ahead.peek().is_some_and(char::is_alphanumeric),
            };
        let unit = if is_glued || reader.eat_word("pence") || reader.eat_word("penny") {
            Unit::Money(Currency::Gbp)
        } else if BASIS_POINTS.iter().any(|name| reader.eat_phrase(name)) {
            Unit::Points
        } else {
            return false;
        };
        if is_glued {
            *reader = ahead;
        }
        self.shown = self.shown.checked_mul(Decimal::new(1, 2)).unwrap_or(self.shown);
        self.places += 2;
        self.unit = Some(unit);
        true
    }

    /// `half a million`, `a quarter of a billion`: a count or money, not a share.
    fn part_of_a_scale(&mut self, reader: &mut Reader) -> Result<(), QuantityError> {
        let mut ahead = *reader;
        let is_joined = ahead.eat_phrase("of a") || ahead.eat_word("a");
        let is_scale =
            !is_joined && reader.taken().ends_with(|sign: char| !sign.is_alphanumeric() || sign > '\u{7f}');
        if !(is_joined || is_scale) {
            return Ok(());
        }
        let Some(scale) = number::multiplier(&mut ahead) else {
            return Ok(());
        };
        self.multiplier = scale.checked_div(Decimal::ONE_HUNDRED);
        self.unit = Some(Unit::read_suffix(&mut ahead)?.unwrap_or(Unit::Count));
        *reader = ahead;
        Ok(())
    }

    /// `one in five`, `3 out of 10`, `one renter in four`: whether a denominator followed.
    fn share(&mut self, reader: &mut Reader) -> Result<bool, QuantityError> {
        let mut ahead = *reader;
        let found = match share::of(&mut ahead)? {
            Some(denominator) => Some(denominator),
            None => share::of_things(&mut ahead)?,
        };
        let Some(denominator) = found else {
            return Ok(false);
        };
        if denominator < self.shown {
            return Ok(false);
        }
        // `22 in every 10,000` is a rate; `1 in 2,000` a share.
        if self.form == NumberForm::Digits && self.shown > Decimal::ONE && number::is_base(denominator) {
            self.unit = Some(Unit::Per(denominator));
            *reader = ahead;
            return Ok(true);
        }
        let Some(share) = percent(self.shown, denominator) else {
            return Ok(false);
        };
        *self = Amount::new(share, NumberForm::Fraction);
        *reader = ahead;
        Ok(true)
    }

    /// The value with its multiplier.
    ///
    /// # Errors
    /// `TooLarge` beyond a million million million.
    pub(crate) fn value(&self, printed: &str) -> Result<Decimal, QuantityError> {
        let product = match self.multiplier {
            None => Some(self.shown),
            Some(multiplier) => self.shown.checked_mul(multiplier),
        };
        product
            .filter(|value| value.abs() <= number::largest())
            .ok_or_else(|| QuantityError::TooLarge(printed.to_owned()))
    }

    /// Whether it is a fraction or a multiple in words, which is wider than any qualifier makes it.
    pub(crate) fn is_rough(&self) -> bool {
        matches!(self.form, NumberForm::Fraction | NumberForm::Multiple)
    }

    /// The rounding step, or `None` when the number is exact: whole counts, and
    /// money in whole units or to two decimals, without a multiplier.
    pub(crate) fn step(&self) -> Option<Decimal> {
        let multiplier = self.multiplier.unwrap_or(Decimal::ONE);
        match self.form {
            NumberForm::Vague { .. } => None,
            NumberForm::Multiple => self.shown.abs().checked_div(Decimal::TEN),
            NumberForm::Fraction => share::step(self.shown.abs())?.checked_mul(multiplier),
            NumberForm::Digits | NumberForm::Words => {
                let whole = match self.unit.unwrap_or(Unit::Count) {
                    Unit::Count => self.places == 0,
                    Unit::Money(_) => self.places == 0 || self.places == 2,
                    _ => false,
                };
                if whole && self.multiplier.is_none() {
                    return None;
                }
                Decimal::new(1, self.places).checked_mul(multiplier)
            }
        }
    }

    /// The interval of the number alone, given its `value`. Below zero it is the
    /// mirror image of the one above zero, as rounding half away from zero is.
    pub(crate) fn plain(&self, value: Decimal) -> Option<Interval> {
        if let NumberForm::Vague { low, high } = self.form {
            return Some(Interval::half_open(low, high));
        }
        let Some(step) = self.step().filter(|step| !step.is_zero()) else {
            return Some(Interval::exact(value));
        };
        around(value, step)
    }
}

/// Names of hundredths of a point.
const BASIS_POINTS: [&str; 4] = ["basis points", "basis point", "bps", "bp"];

/// One rounding step around `value`: `[value - step/2, value + step/2)`, mirrored
/// below zero; `None` on overflow.
pub(crate) fn around(value: Decimal, step: Decimal) -> Option<Interval> {
    let half = step.checked_div(Decimal::TWO)?;
    let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
    Some(if value.is_sign_negative() {
        Interval { low: IntervalEnd::Open(low), high: IntervalEnd::Closed(high) }
    } else {
        Interval::half_open(low, high)
    })
}

/// `of pounds` after a plural magnitude; other nouns are left for later.
fn currency_of(reader: &mut Reader) -> Result<Option<Unit>, QuantityError> {
    let mut ahead = *reader;
    if !ahead.eat_word("of") {
        return Ok(None);
    }
    let unit = Unit::read_suffix(&mut ahead)?.filter(|unit| matches!(unit, Unit::Money(_)));
    if unit.is_some() {
        *reader = ahead;
    }
    Ok(unit)
}
