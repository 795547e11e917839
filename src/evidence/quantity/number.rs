//! Numbers in digits: grouping, decimals, signs and multipliers.
//!
//! At most eighteen digits are read, so that every later product is exact in a
//! `Decimal`. It deliberately knows no units and no number words.

use crate::evidence::quantity::{QuantityError, exponent, scale};
use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

/// The most digits read.
const MOST_DIGITS: usize = 18;

/// A number as its digits show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShownNumber {
    /// The number.
    pub value: Decimal,
    /// How many decimal places are printed.
    pub places: u32,
}

/// The largest magnitude accepted: a million million million.
pub(crate) fn largest() -> Decimal {
    Decimal::from(10_u64.pow(18))
}

/// Whether a number is one that rates are told of: a thousand, ten thousand, and so on.
pub(crate) fn is_base(number: Decimal) -> bool {
    let whole = number.normalize();
    whole >= Decimal::ONE_THOUSAND
        && whole.to_string().bytes().skip(1).all(|digit| digit == b'0')
        && whole.to_string().starts_with('1')
}

/// Reads a sign; whether it was a minus. `minus`, `negative` and `plus` may be words.
pub(crate) fn sign(reader: &mut Reader) -> bool {
    let minus = ['-', '\u{2212}', '\u{2013}'].iter().any(|sign| reader.eat(*sign));
    if minus || reader.eat('+') {
        return minus;
    }
    if reader.peek().is_some_and(|next| next.is_ascii_digit()) {
        return false;
    }
    let worded = reader.eat_word("minus") || reader.eat_word("negative");
    if worded || reader.eat_word("plus") {
        reader.skip_space();
    }
    worded
}

/// Reads digits with their grouping and decimals; `Ok(None)`, without moving,
/// when no digit is here.
///
/// # Errors
/// `BadGrouping`, `NotANumber` (leading zeros, two points) or `TooLarge`.
pub(crate) fn digits(reader: &mut Reader) -> Result<Option<ShownNumber>, QuantityError> {
    let rest = reader.rest();
    let is_point_first = point(rest, 0) > 0;
    if !is_point_first && !is_digit(rest.as_bytes().first()) {
        return Ok(None);
    }
    let whole = grouped(rest)?;
    let point = point(rest, whole);
    let places = if point > 0 { run(rest.as_bytes(), whole + point) } else { 0 };
    let end = whole + point + places;
    check_end(rest, end, places)?;
    let shown = to_decimal(&rest[..end], places)?;
    reader.advance(end);
    Ok(Some(shown))
}

/// Reads an unsigned number for `per …` and `in …`: digits or a bare scale word.
///
/// # Errors
/// As `digits`.
pub(crate) fn read_plain(reader: &mut Reader) -> Result<Option<Decimal>, QuantityError> {
    reader.skip_space();
    if let Some(shown) = digits(reader)? {
        let factor = multiplier(reader).unwrap_or(Decimal::ONE);
        return Ok(shown.value.checked_mul(factor).filter(|value| *value <= largest()));
    }
    let hundred = reader.eat_word("hundred").then_some(Decimal::ONE_HUNDRED);
    Ok(hundred.or_else(|| multiplier(reader)))
}

/// Reads a multiplier (`million`, `m`, `bn`, `k`), after optional space.
pub(crate) fn multiplier(reader: &mut Reader) -> Option<Decimal> {
    scale::read(reader)
}

/// The length of the whole part, grouping included.
fn grouped(text: &str) -> Result<usize, QuantityError> {
    let bytes = text.as_bytes();
    let first = run(bytes, 0);
    let mut end = first;
    let mut separator = None;
    while let Some(found) = text[end..].chars().next().filter(|c| *c == ',' || is_gap(*c)) {
        let start = end + found.len_utf8();
        let length = run(bytes, start);
        let fits = length == 3 && (1..=3).contains(&first) && bytes[0] != b'0';
        if length > 0 && found == ',' && !(fits && separator.is_none_or(|s| s == ',')) {
            return Err(QuantityError::BadGrouping(numeral(text)));
        }
        if !fits || separator.is_some_and(|s| s != found) {
            break;
        }
        separator = Some(found);
        end = start + length;
    }
    Ok(end)
}

/// The length of the decimal point that stands at a place before a digit, or nought. Journals of medicine print a raised one
/// (`0·64`), which before a power of ten (`3·10⁶`) is a sign of multiplication.
fn point(text: &str, at: usize) -> usize {
    let length = match text.as_bytes().get(at) {
        Some(b'.') => 1,
        None | Some(..=0x7f) => 0,
        Some(_) => text[at..].chars().next().filter(|sign| is_raised_point(*sign)).map_or(0, char::len_utf8),
    };
    let behind = text.get(at + length..).unwrap_or_default();
    let is_power = || {
        let power = behind.strip_prefix("10").unwrap_or_default();
        power.starts_with(['^', '⁻']) || power.starts_with(exponent::RAISED)
    };
    if is_digit(behind.as_bytes().first()) && !(length > 1 && is_power()) { length } else { 0 }
}

/// A dot at the middle of the line.
pub(crate) fn is_raised_point(sign: char) -> bool {
    matches!(sign, '·' | '\u{387}' | '\u{2027}' | '\u{2219}' | '\u{22c5}')
}

/// Refuses a second point, a comma after decimals and leading zeros.
fn check_end(text: &str, end: usize, places: usize) -> Result<(), QuantityError> {
    let bytes = text.as_bytes();
    let goes_on = is_digit(bytes.get(end + 1));
    if places > 0 && goes_on && bytes.get(end) == Some(&b',') {
        return Err(QuantityError::BadGrouping(numeral(text)));
    }
    let second_point = places > 0 && point(text, end) > 0;
    if second_point || (bytes[0] == b'0' && is_digit(bytes.get(1))) {
        return Err(QuantityError::NotANumber(numeral(text)));
    }
    Ok(())
}

fn to_decimal(text: &str, places: usize) -> Result<ShownNumber, QuantityError> {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    if text.len() > MOST_DIGITS && digits.clone().count() > MOST_DIGITS {
        return Err(QuantityError::TooLarge(text.to_owned()));
    }
    let mantissa = digits.fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let places = u32::try_from(places).expect("at most eighteen digits were read");
    Ok(ShownNumber { value: Decimal::new(mantissa, places), places })
}

/// The numeral at the start of `text`, for an error message.
fn numeral(text: &str) -> String {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'));
    text[..end.unwrap_or(text.len())].trim_end_matches([',', '.']).to_owned()
}

fn run(bytes: &[u8], start: usize) -> usize {
    bytes[start.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn is_digit(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_digit)
}

/// What groups digits besides a comma: a space (plain, no-break, thin or narrow no-break), and in Switzerland an apostrophe.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}')
}

#[cfg(test)]
mod tests {
    use super::{digits, multiplier, sign};
    use crate::evidence::quantity::QuantityError as E;
    use crate::evidence::reader::Reader;

    #[test]
    fn numerals() {
        for (text, value, places, rest) in [
            ("735,470", "735470", 0, ""),
            ("735\u{2009}470 x", "735470", 0, " x"),
            ("1 234 567", "1234567", 0, ""),
            ("20 30", "20", 0, " 30"),
            ("4.20bn", "4.20", 2, "bn"),
            ("5.", "5", 0, "."),
            ("5, 6", "5", 0, ", 6"),
            ("0.5", "0.5", 1, ""),
            (".5", "0.5", 1, ""),
            ("0·64–", "0.64", 2, "–"),
            ("·05", "0.05", 2, ""),
            ("3·10^6", "3", 0, "·10^6"),
            ("12'000 x", "12000", 0, " x"),
            ("1’234’567", "1234567", 0, ""),
            ("20’s", "20", 0, "’s"),
        ] {
            let mut reader = Reader::new(text);
            let shown = digits(&mut reader).expect(text).expect(text);
            assert_eq!((shown.value.to_string().as_str(), shown.places), (value, places), "{text}");
            assert_eq!(reader.rest(), rest, "{text}");
        }
        assert_eq!(digits(&mut Reader::new("x1")), Ok(None));
    }

    #[test]
    fn bad_numerals() {
        let bad = |text: &str| digits(&mut Reader::new(text)).expect_err(text);
        for text in ["73,54,70", "1,23", "1234,567", "0,123", "1.5,000", "1,2345", "1,234.5,6"] {
            assert_eq!(bad(text), E::BadGrouping(text.to_owned()));
        }
        for text in ["1.2.3", "007"] {
            assert_eq!(bad(text), E::NotANumber(text.to_owned()));
        }
        assert!(matches!(bad("1234567890123456789"), E::TooLarge(_)));
    }

    #[test]
    fn signs_and_multipliers() {
        assert!(sign(&mut Reader::new("\u{2212}2")) && sign(&mut Reader::new("minus 2")));
        assert!(!sign(&mut Reader::new("+2")) && !sign(&mut Reader::new("2")));
        let of = |text| multiplier(&mut Reader::new(text)).map(|value| value.to_string());
        assert_eq!(of(" Million").as_deref(), Some("1000000"));
        assert_eq!(of("K").as_deref(), Some("1000"));
        assert_eq!(of("miles"), None);
    }
}
