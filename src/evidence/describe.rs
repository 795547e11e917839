//! An interval printed for people, such as `£3,799,500,000` and `£3,900,500,000`.

use super::interval::Interval;
use super::unit::{Currency, Unit};
use rust_decimal::Decimal;

/// More decimal places than this are not printed, and none of a number of thousands.
const PLACES: u32 = 2;

/// The two ends of an interval, printed in its unit; `None` where there is no end.
#[must_use]
pub fn ends(interval: &Interval, unit: Unit) -> (Option<String>, Option<String>) {
    (interval.low.value().map(|low| number(low, unit)), interval.high.value().map(|high| number(high, unit)))
}

/// The interval in English, for messages.
#[must_use]
pub fn sentence(interval: &Interval, unit: Unit) -> String {
    match ends(interval, unit) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("between {low} and {high}"),
        (Some(low), None) => format!("more than {low}"),
        (None, Some(high)) => format!("less than {high}"),
        (None, None) => "any number".to_owned(),
    }
}

fn number(value: Decimal, unit: Unit) -> String {
    let places = if value.abs() < Decimal::ONE_THOUSAND { PLACES } else { 0 };
    let digits = grouped(value.round_dp(places).normalize());
    match unit {
        Unit::Count => digits,
        Unit::Percent => format!("{digits}%"),
        Unit::Points => format!("{digits} points"),
        Unit::Money(Currency::Gbp) => format!("£{digits}"),
        Unit::Money(Currency::Eur) => format!("€{digits}"),
        Unit::Money(Currency::Usd) => format!("${digits}"),
        Unit::Money(Currency::Other(code)) => format!("{code} {digits}"),
        Unit::Per(base) => format!("{digits} per {}", grouped(base.normalize())),
        Unit::Times => format!("{digits} times"),
    }
}

/// Digits with commas between thousands.
fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, ""), |(whole, fraction)| (whole, fraction));
    let mut printed = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    if !fraction.is_empty() {
        printed.push('.');
        printed.push_str(fraction);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::evidence::quantity::Quantity;

    #[test]
    fn intervals_read_well() {
        for (typed, printed) in [
            ("£4.2bn", "between £4,150,000,000 and £4,250,000,000"),
            ("64%", "between 63.5% and 64.5%"),
            ("735,470", "735,470"),
            ("over 29%", "more than 29%"),
        ] {
            let quantity = Quantity::parse(typed).expect(typed);
            assert_eq!(sentence(&quantity.interval, quantity.unit), printed);
        }
    }
}
