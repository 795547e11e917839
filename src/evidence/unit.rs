//! Units of printed quantities: percent, points, money, rates, multiples, counts.
//!
//! A noun after a number (`20 miles`, `152 authorities`) is not a unit: such a
//! quantity is a `Count`. It deliberately converts nothing between units; a
//! percentage and a percentage point never compare.

use crate::evidence::quantity::QuantityError;
use crate::evidence::quantity::number;
use crate::evidence::reader::Reader;
use rust_decimal::Decimal;
use std::fmt;

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// Pounds sterling.
    Gbp,
    /// Euros.
    Eur,
    /// United States dollars.
    Usd,
    /// Another currency, by its ISO 4217 code.
    Other(&'static str),
}

/// ISO 4217 codes read besides GBP, EUR and USD.
#[rustfmt::skip]
const OTHER_CODES: [&str; 18] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "HKD", "HUF", "INR", "JPY", "KRW", "NOK",
    "NZD", "PLN", "SEK", "SGD", "ZAR",
];

impl Currency {
    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Currency::Gbp => "GBP",
            Currency::Eur => "EUR",
            Currency::Usd => "USD",
            Currency::Other(code) => code,
        }
    }

    /// The currency with this upper-case ISO 4217 code, when it is one known here.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Currency> {
        match code {
            "GBP" => Some(Currency::Gbp),
            "EUR" => Some(Currency::Eur),
            "USD" => Some(Currency::Usd),
            _ => OTHER_CODES.iter().find(|known| **known == code).map(|code| Currency::Other(code)),
        }
    }

    /// Reads a symbol or code before a number (`£`, `US$`, `GBP `).
    pub(crate) fn read_prefix(reader: &mut Reader) -> Option<Currency> {
        let symbols = [
            ("£", Currency::Gbp),
            ("€", Currency::Eur),
            ("$", Currency::Usd),
            ("US$", Currency::Usd),
            ("¥", Currency::Other("JPY")),
        ];
        if let Some((_, found)) = symbols.iter().find(|(symbol, _)| reader.eat_text(symbol)) {
            reader.skip_space();
            return Some(*found);
        }
        let mut ahead = *reader;
        let found = read_code(&mut ahead)?;
        ahead.skip_space();
        *reader = ahead;
        Some(found)
    }

    /// Reads a code or name after a number (`pounds`, `EUR`).
    fn read_suffix(reader: &mut Reader) -> Option<Currency> {
        let names = [
            ("pounds sterling", Currency::Gbp),
            ("pounds", Currency::Gbp),
            ("pound", Currency::Gbp),
            ("euros", Currency::Eur),
            ("euro", Currency::Eur),
            ("dollars", Currency::Usd),
            ("dollar", Currency::Usd),
        ];
        let found = names.iter().find(|(name, _)| reader.eat_phrase(name));
        found.map(|(_, currency)| *currency).or_else(|| read_code(reader))
    }
}

fn read_code(reader: &mut Reader) -> Option<Currency> {
    let mut ahead = *reader;
    ahead.skip_space();
    let word = ahead.word();
    let found = Currency::from_code(word)?;
    ahead.advance(word.len());
    *reader = ahead;
    Some(found)
}

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

/// Words after a number, longer phrases before their beginnings.
const SUFFIXES: [(&str, Unit); 16] = [
    ("percentage points", Unit::Points),
    ("percentage point", Unit::Points),
    ("per cent points", Unit::Points),
    ("per cent", Unit::Percent),
    ("percent points", Unit::Points),
    ("percent", Unit::Percent),
    ("pc", Unit::Percent),
    ("pp", Unit::Points),
    ("ppts", Unit::Points),
    ("ppt", Unit::Points),
    ("points", Unit::Points),
    ("point", Unit::Points),
    ("pts", Unit::Points),
    ("times", Unit::Times),
    ("fold", Unit::Times),
    ("x", Unit::Times),
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
            '%' => Some(percent(&mut ahead)),
            '€' => ahead.eat('€').then_some(Unit::Money(Currency::Eur)),
            '×' => ahead.eat('×').then_some(Unit::Times),
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
    reader.eat('%');
    let points = ["points", "point", "pts"].iter().any(|word| reader.eat_word(word));
    if points { Unit::Points } else { Unit::Percent }
}

fn worded(reader: &mut Reader) -> Result<Option<Unit>, QuantityError> {
    let mut ahead = *reader;
    if ahead.eat_word("per")
        && let Some(base) = number::read_plain(&mut ahead)?
    {
        *reader = ahead;
        return Ok((!base.is_zero()).then_some(Unit::Per(base)));
    }
    if let Some((_, unit)) = SUFFIXES.iter().find(|(phrase, _)| reader.eat_phrase(phrase)) {
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
        ] {
            let mut reader = Reader::new(text);
            assert_eq!(Unit::read_suffix(&mut reader), Ok(unit), "{text}");
            assert_eq!(reader.rest(), rest, "{text}");
        }
    }

    #[test]
    fn prefixes() {
        for (text, code) in
            [("£4", Some("GBP")), ("US$ 5", Some("USD")), ("GBP 350", Some("GBP")), ("NHS 5", None)]
        {
            let found = Currency::read_prefix(&mut Reader::new(text));
            assert_eq!(found.map(Currency::code), code, "{text}");
        }
        assert_eq!(Unit::Per(Decimal::from(10_000)).to_string(), "per 10000");
    }
}
