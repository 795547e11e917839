//! Units of printed quantities: percent, points, money, rates, multiples, counts.
//!
//! A noun after a number (`20 miles`, `152 authorities`) is not a unit: such a
//! quantity is a `Count`. It deliberately converts nothing between units; a
//! percentage and a percentage point never compare.

pub use crate::evidence::currency::Currency;
use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::number;
use crate::evidence::reader::Reader;
use rust_decimal::Decimal;
use std::fmt;

/// What a quantity is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things counted or measured, whatever noun follows.
    Count,
    /// Per cent of something, or a percentage change; fractions are per cent too.
    Percent,
    /// Percentage points: a difference of percentages.
    Points,
    /// Money, in whole units of the currency.
    Money(Currency),
    /// A rate per this many (`22 per 10,000`).
    Per(Decimal),
    /// A multiple (`7.5 times`, `doubled`).
    Times,
}

/// Words before what a rate is told of.
pub(crate) const PER: [&str; 5] = ["per", "for every", "for each", "in every", "out of every"];

/// Words after a number, longer phrases before their beginnings.
#[rustfmt::skip]
const SUFFIXES: [(&str, Unit); 25] = [
    ("percentage points", Unit::Points), ("percentage point", Unit::Points), ("percentage pts", Unit::Points),
    ("per cent points", Unit::Points), ("per cent point", Unit::Points), ("per cent", Unit::Percent),
    ("percent points", Unit::Points), ("percent", Unit::Percent), ("pct points", Unit::Points), ("pct pts", Unit::Points),
    ("pct pt", Unit::Points), ("pct", Unit::Percent), ("pc pts", Unit::Points), ("pc points", Unit::Points), ("pc", Unit::Percent),
    ("pp", Unit::Points), ("pps", Unit::Points), ("ppts", Unit::Points), ("ppt", Unit::Points), ("points", Unit::Points),
    ("point", Unit::Points), ("pts", Unit::Points), ("times", Unit::Times), ("fold", Unit::Times), ("x", Unit::Times),
];

impl Unit {
    /// Whether a value below zero makes no sense for a level in this unit, so
    /// that `under x` starts at zero. Points are always differences.
    #[must_use]
    pub fn starts_at_zero(self) -> bool {
        self != Unit::Points
    }

    /// Reads the unit after a number; `None`, without moving, when there is none.
    pub(crate) fn read_suffix(reader: &mut Reader) -> Result<Option<Unit>, QuantityError> {
        let mut ahead = *reader;
        let spaced = ahead.skip_space();
        let Some(next) = ahead.peek() else {
            return Ok(None);
        };
        let found = match next {
            '%' | '％' => Some(percent(&mut ahead)),
            '‰' => ahead.eat('‰').then_some(Unit::Per(Decimal::ONE_THOUSAND)),
            '€' => ahead.eat('€').then_some(Unit::Money(Currency::Eur)),
            '×' => ahead.eat('×').then_some(Unit::Times),
            '/' if !spaced => by(&mut ahead)?,
            '-' if !spaced => (ahead.eat('-') && ahead.eat_word("fold")).then_some(Unit::Times),
            _ if next.is_alphabetic() => worded(&mut ahead)?,
            _ => None,
        };
        if found.is_some() {
            *reader = ahead;
        }
        Ok(found)
    }
}

fn percent(reader: &mut Reader) -> Unit {
    let _ = reader.eat('%') || reader.eat('％');
    let mut ahead = *reader;
    let _ = ahead.eat_joint();
    let points = ["points", "point", "pts"].iter().any(|word| ahead.eat_word(word));
    if points {
        *reader = ahead;
    }
    if points { Unit::Points } else { Unit::Percent }
}

/// `/1,000`: a rate, where what stands behind the stroke is what rates are told of.
fn by(reader: &mut Reader) -> Result<Option<Unit>, QuantityError> {
    reader.eat('/');
    let base = number::digits(reader)?.map(|shown| shown.value);
    Ok(base.filter(|base| number::is_base(*base)).map(Unit::Per))
}

fn worded(reader: &mut Reader) -> Result<Option<Unit>, QuantityError> {
    let mut ahead = *reader;
    if PER.iter().any(|phrase| ahead.eat_phrase(phrase))
        && let Some(base) = number::read_plain(&mut ahead)?
    {
        *reader = ahead;
        return Ok((!base.is_zero()).then_some(Unit::Per(base)));
    }
    let mut joined = *reader;
    joined.skip_space();
    let is_hyphened = ["per-cent", "per\u{2011}cent", "p.c."].iter().any(|text| joined.eat_text(text));
    if is_hyphened && !joined.peek().is_some_and(char::is_alphabetic) {
        *reader = joined;
        return Ok(Some(Unit::Percent));
    }
    let mut joined = *reader;
    let is_points = joined.eat_word("percentage")
        && joined.eat_joint()
        && (joined.eat_word("points") || joined.eat_word("point"));
    if is_points || joined.eat_text("p.p.") {
        *reader = joined;
        return Ok(Some(Unit::Points));
    }
    if let Some((phrase, unit)) = SUFFIXES.iter().find(|(phrase, _)| reader.eat_phrase(phrase)) {
        if *phrase == "pct" {
            reader.eat('.');
        }
        return Ok(Some(*unit));
    }
    Ok(Currency::read_suffix(reader).map(Unit::Money))
}

impl fmt::Display for Unit {
    /// A short machine form: `count`, `percent`, `points`, `GBP`, `per 10000`, `times`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unit::Count => f.write_str("count"),
            Unit::Percent => f.write_str("percent"),
            Unit::Points => f.write_str("points"),
            Unit::Money(currency) => f.write_str(currency.code()),
            Unit::Per(base) => write!(f, "per {}", base.normalize()),
            Unit::Times => f.write_str("times"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Unit};
    use crate::evidence::reader::Reader;
    use rust_decimal::Decimal;

    #[test]
    fn suffixes() {
        for (text, unit, rest) in [
            ("%", Some(Unit::Percent), ""),
            (" % points", Some(Unit::Points), ""),
            (" per cent of", Some(Unit::Percent), " of"),
            (" percentage points", Some(Unit::Points), ""),
            ("pp", Some(Unit::Points), ""),
            ("-fold", Some(Unit::Times), ""),
            (" per 10,000 children", Some(Unit::Per(Decimal::from(10_000))), " children"),
            (" per thousand", Some(Unit::Per(Decimal::from(1_000))), ""),
            (" per head", None, " per head"),
            (" pounds sterling", Some(Unit::Money(Currency::Gbp)), ""),
            (" €", Some(Unit::Money(Currency::Eur)), ""),
            (" CHF", Some(Unit::Money(Currency::Other("CHF"))), ""),
            (" miles", None, " miles"),
            ("-164", None, "-164"),
            (" pct pts", Some(Unit::Points), ""),
            ("％", Some(Unit::Percent), ""),
            (" per-cent", Some(Unit::Percent), ""),
            (" p.c. of", Some(Unit::Percent), " of"),
            ("/1,000 bed days", Some(Unit::Per(Decimal::from(1_000))), " bed days"),
            ("/27", None, "/27"),
            (" for every 1,000", Some(Unit::Per(Decimal::from(1_000))), ""),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!(Unit::read_suffix(&mut reader), Ok(unit), "{text}");
            assert_eq!(reader.rest(), rest, "{text}");
        }
        assert_eq!(Unit::Per(Decimal::from(10_000)).to_string(), "per 10000");
    }
}
