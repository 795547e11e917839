//! A formula over statistics with the most extreme values: its result has its ends in order.
#![no_main]

use cscare_site::evidence::formula::Formula;
use cscare_site::evidence::interval::{Interval, IntervalEnd};
use libfuzzer_sys::fuzz_target;
use rust_decimal::Decimal;

/// The smallest number above zero.
fn least() -> Decimal {
    Decimal::from_parts(1, 0, 0, false, 28)
}

/// A statistic for each name, told by its length and last letter.
fn look_up(name: &str) -> Option<Interval> {
    let last = usize::from(*name.as_bytes().last()?);
    Some(match (name.len() + last) % 12 {
        0 => Interval::exact(Decimal::MAX),
        1 => Interval::exact(Decimal::MIN),
        2 => Interval::exact(least()),
        3 => Interval::exact(-least()),
        4 => Interval::exact(Decimal::ZERO),
        5 => Interval::closed(Decimal::MIN, Decimal::MAX),
        6 => Interval::half_open(Decimal::ZERO, Decimal::MAX),
        7 => Interval::EVERYTHING,
        8 => Interval { low: IntervalEnd::Open(least()), high: IntervalEnd::Unbounded },
        9 => Interval::half_open(-least(), least()),
        10 => Interval::exact(Decimal::from(last)),
        _ => return None,
    })
}

fuzz_target!(|text: &str| {
    let formula = match Formula::parse(text) {
        Ok(formula) => formula,
        Err(error) => {
            return assert!(error.offset <= text.len() && text.is_char_boundary(error.offset), "{error:?}");
        }
    };
    assert!(formula.references().len() <= formula.tokens().len());
    let names = formula.references();
    for (_, one, other) in formula.compared() {
        assert!(names.contains(&one) && names.contains(&other), "{formula:?}");
    }
    if let Some(Interval { low, high }) = formula.evaluate(&look_up) {
        assert!(!matches!((low.value(), high.value()), (Some(low), Some(high)) if low > high), "{formula:?}");
    }
});
