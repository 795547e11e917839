//! Properties of quantities, intervals, periods and formulas.
//!
//! Readable tables stand beside the code; here only what must hold for every
//! input.

use cscare_site::evidence::formula::Formula;
use cscare_site::evidence::interval::{Interval, IntervalEnd};
use cscare_site::evidence::period::{MONTHS, Period, PeriodShape, PeriodWords, YearKind};
use cscare_site::evidence::quantity::scan::scan;
use cscare_site::evidence::quantity::{Agreement, Quantity};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use proptest::{collection, prop_assert, prop_assert_eq, prop_assume};
use rust_decimal::Decimal;

/// Fragments that together reach most of every grammar.
#[rustfmt::skip]
const FRAGMENTS: [&str; 119] = [
    "0", "1", "7", "20", "470", "735", "2010", "11", ",", ".", "..", "-", "\u{2212}",
    "\u{2013}", "+", "%", "£", "€", "US$", "±", " ", " ", " ", "\u{a0}", "\u{2009}", "m", "bn",
    "k", "million", "tn", "per cent", "per ", "percentage points", "pp", "fold", "times",
    "over ", "about ", "nearly ", "just ", "up to ", "under ", "c. ", "~", "between ", "and ",
    "to ", "from ", "since ", "at ", "a ", "one ", "twenty", "hundred ", "thousand ",
    "hundreds of thousands", "dozens", "half", "third", "thirds", "quarter", "two", "double",
    "threefold", "in ", "out of ", "every ", "or more", "children", "[c]", "[", "]", "M11", "/",
    "(", ")", "*", "a-b", "r.s", "é", "½", "⅓", "exact", "GBP ", "999999999999999999",
    "·", "'", "; ", "for every ", "¹", "renter ",
    "°C", "kg", " per week", " a year", "of 27", " ± ", "×", "[u]", "^6", "e-5", "×10³", " lakh", "C$", "p", "bps", "‰", "OR ", "d = ",
    "deaths ", "per million", " and over", "halved", "a factor of ", "an estimated ", " as likely", " of pupils", "/kWh", "m²",
];

fn fragments() -> impl Strategy<Value = String> {
    collection::vec(select(&FRAGMENTS[..]), 0..9).prop_map(|parts| parts.concat())
}

/// Texts in the order of the grammar, most of which are quantities.
fn phrased() -> impl Strategy<Value = String> {
    let before = select(&["", "", "over ", "up to ", "nearly ", "about ", "only ", "just over ", "<"][..]);
    let sign = select(&["", "", "-", "+", "\u{2212}", "£", "-£"][..]);
    let number = prop_oneof![
        (0_u32..2_000_000, 0_u32..4).prop_map(|(m, scale)| Decimal::new(m.into(), scale).to_string()),
        select(
            &["twelve", "a third", "half", "doubled", "one in five", "0", "5–7", "2 to 3", "thousands"][..]
        )
        .prop_map(str::to_owned),
    ];
    let after = select(
        &[
            "",
            "%",
            "m",
            " billion",
            " times",
            " per 1,000",
            " points",
            " children",
            " [r]",
            " kg",
            "+",
            " deaths per million",
            " a year",
            "bps",
        ][..],
    );
    (before, sign, number, after)
        .prop_map(|(before, sign, number, after)| format!("{before}{sign}{number}{after}"))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => fragments(), 2 => phrased(), 1 => any::<String>()]
}

/// Spellings of parts of time.
#[rustfmt::skip]
const PARTS: [&str; 44] = [
    "{y}", "{y}-{n}", "{y}/{n}", "{y}{n}", "FY{y}-{n}", "academic year {y}/{n}", "tax year {y}-{n}", "Q{q} {y}", "{y} Q{q}",
    "Q{q} {y}-{n}", "{y}/{n} Q{q}", "H{q} {y}", "{M} {y}", "{y}-{m}", "{y}M{m}", "{d} {M} {y}", "{M} {d}, {y}", "{y}-{m}-{d}",
    "{d}/{m}/{y}", "week {w} {y}", "{y}-W{w}", "year ending {M} {y}", "12 months to {d} {M} {y}", "six months to {M} {y}",
    "{q} years to {y}", "w/e {d} {M} {y}", "mid-{y}", "end of {M} {y}", "autumn term {y}/{n}", "spring term {y}", "1990s",
    "1–{d} {M} {y}", "1 January–{d} {M} {y}", "January to {M} {y}", "Q1 to Q{q} {y}", "{y}{m}{d}", "{m}/{y}",
    "{M} quarter {y}", "year-end {y}", "{y}-{z}", "{y}–{z}", "weeks 1 to {w} {y}", "start of {y}", "FYE {y}",
];

/// Parts of time in many spellings; most are real.
fn part() -> impl Strategy<Value = String> {
    let numbers = (1900_i32..2090, 1_usize..13, 1_u8..32, 1_u8..54, 1_u8..5, 1_i32..40);
    (select(&PARTS[..]), numbers).prop_map(|(form, (year, month, day, week, quarter, more))| {
        form.replace("{y}", &year.to_string())
            .replace("{n}", &format!("{:02}", (year + 1) % 100))
            .replace("{z}", &format!("{:02}", (year + more) % 100))
            .replace("{M}", MONTHS[month - 1])
            .replace("{m}", &format!("{month:02}"))
            .replace("{d}", &format!("{day:02}"))
            .replace("{w}", &format!("{week:02}"))
            .replace("{q}", &quarter.to_string())
    })
}

/// A part, or two of them, with the words that periods have around them.
fn dated() -> impl Strategy<Value = String> {
    let before =
        select(&["", "", "", "at ", "since ", "up to ", "before ", "after ", "from ", "between "][..]);
    let between = select(&[" to ", "..", "–", " - ", "/", " and "][..]);
    let after = select(&["", "", "", " onwards", " to date", "/.."][..]);
    (before, part(), proptest::option::of((between, part())), after).prop_map(
        |(before, one, other, after)| {
            let other = other.map_or_else(String::new, |(between, other)| [between, &other].concat());
            [before, &one, &other, after].concat()
        },
    )
}

/// Small decimals, so that every product and sum is exact.
fn decimal() -> impl Strategy<Value = Decimal> {
    (-99_999_i64..=99_999, 0_u32..=3).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

fn bound(value: Decimal, open: bool) -> IntervalEnd {
    if open { IntervalEnd::Open(value) } else { IntervalEnd::Closed(value) }
}

/// An interval, sometimes unbounded, and a number in it.
fn inhabited() -> impl Strategy<Value = (Interval, Decimal)> {
    (decimal(), decimal(), decimal(), any::<[bool; 4]>()).prop_map(
        |(value, below, above, [open_low, open_high, no_low, no_high])| {
            let (low, high) = (value - below.abs(), value + above.abs());
            let low =
                if no_low && open_low { IntervalEnd::Unbounded } else { bound(low, open_low && low < value) };
            let high = if no_high && open_high {
                IntervalEnd::Unbounded
            } else {
                bound(high, open_high && high > value)
            };
            (Interval { low, high }, value)
        },
    )
}

/// The mantissa of a bound at a scale, or `None` when it does not fit.
fn at_scale(bound: IntervalEnd, scale: u32) -> Option<i128> {
    let value = bound.value()?;
    10_i128.checked_pow(scale.checked_sub(value.scale())?)?.checked_mul(value.mantissa())
}

/// Digits grouped in threes by `gap`.
fn grouped(number: u64, gap: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(gap);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn no_text_panics(text in any_text(), precision in any_text()) {
        if let Ok(quantity) = Quantity::parse(&text) {
            let _ = quantity.canonical();
            let _ = quantity.magnitude();
            if let Err(error) = quantity.clone().with_precision(&precision) {
                prop_assert!(!error.to_string().is_empty());
            }
            let _ = quantity.with_rounding(Decimal::TEN);
        }
        if let Ok(period) = Period::parse(&text) {
            let _ = (period.iso(Some(YearKind::Academic)), period.sort_key(), period.steps());
        }
        if let Ok(formula) = Formula::parse(&text) {
            let _ = formula.evaluate(&|_| Some(Interval::EVERYTHING));
        }
    }

    #[test]
    fn quantities_in_a_text_stand_where_they_say(text in any_text()) {
        let mut before = 0;
        for found in scan(&text) {
            let (start, end) = (found.span.start, found.span.end);
            prop_assert!(before <= start && start < end, "{}", text);
            prop_assert_eq!(&text[start..end], found.quantity.printed());
            prop_assert!(found.quantity.is_form_of(&found.quantity), "{:?}", found.quantity);
            before = start;
        }
    }

    #[test]
    fn parsed_quantities_are_in_order_and_agree_with_themselves(text in prop_oneof![fragments(), phrased()]) {
        let Ok(quantity) = Quantity::parse(&text) else { return Ok(()) };
        prop_assert_eq!(quantity.agrees(&quantity), Agreement::Same);
        prop_assert_eq!(quantity.agrees_ignoring_sign(&quantity), Agreement::Same);
        if let (Some(low), Some(high)) = (quantity.low(), quantity.high()) {
            prop_assert!(low <= high, "{} is {:?}", text, quantity.interval);
        }
        if let Some((low, high)) = quantity.ends.as_deref().copied() {
            prop_assert!(low <= high && quantity.central.is_none());
        }
        let again = Quantity::parse(quantity.printed());
        prop_assert_eq!(again, Ok(quantity));
    }

    #[test]
    fn counts_round_trip(
        number in 0_u64..1_000_000_000_000_000,
        gap in select(&["", ",", " ", "\u{a0}", "\u{2009}", "\u{202f}"][..]),
        noun in select(&["", " children", " local authorities", " [r]"][..]),
    ) {
        let quantity = Quantity::parse(&format!("{}{noun}", grouped(number, gap)));
        let quantity = quantity.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(quantity.central, Some(Decimal::from(number)));
        prop_assert_eq!(quantity.interval, Interval::exact(Decimal::from(number)));
        prop_assert_eq!(quantity.unit.to_string(), "count");
        prop_assert_eq!(quantity.canonical(), number.to_string());
    }

    #[test]
    fn rounded_figures_round_trip(
        negative in any::<bool>(),
        mantissa in 1_i64..10_000_000,
        places in 0_u32..4,
        (prefix, suffix, factor, unit) in select(&[
            ("", "%", 1_i64, "percent"),
            ("", " per cent", 1, "percent"),
            ("", " percentage points", 1, "points"),
            ("", " times", 1, "times"),
            ("", "-fold", 1, "times"),
            ("", " per 10,000 children", 1, "per 10000"),
            ("", "m", 1_000_000, "count"),
            ("", " thousand", 1_000, "count"),
            ("£", "bn", 1_000_000_000, "GBP"),
            ("GBP ", " million", 1_000_000, "GBP"),
            ("", " million euros", 1_000_000, "EUR"),
        ][..]),
    ) {
        let sign = if negative { "-" } else { "" };
        let shown = Decimal::new(mantissa, places);
        let quantity = Quantity::parse(&format!("{sign}{prefix}{shown}{suffix}"));
        let quantity = quantity.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let factor = Decimal::from(factor);
        let value = if negative { -shown } else { shown } * factor;
        let step = Decimal::new(1, places) * factor;
        prop_assert_eq!(quantity.central, Some(value));
        prop_assert_eq!(quantity.step, Some(step));
        prop_assert_eq!(quantity.interval.width(), Some(step));
        prop_assert!(quantity.interval.contains(value));
        prop_assert_eq!(quantity.unit.to_string(), unit);
    }

    #[test]
    fn ranges_keep_their_order(low in 0_u64..1_000_000, more in 0_u64..1_000_000) {
        let high = low + more;
        for text in [format!("{low}–{high}"), format!("between {low} and {high}"), format!("{low} to {high}")] {
            let quantity = Quantity::parse(&text).expect("a range of counts");
            prop_assert_eq!(quantity.ends, Some(Box::new((Decimal::from(low), Decimal::from(high)))));
            prop_assert!(quantity.range);
        }
    }

    #[test]
    fn arithmetic_contains_pointwise_results((a, x) in inhabited(), (b, y) in inhabited()) {
        prop_assert!(a.contains(x) && b.contains(y));
        prop_assert!(a.add(&b).expect("small").contains(x + y));
        prop_assert!(a.sub(&b).expect("small").contains(x - y));
        prop_assert!(a.mul(&b).expect("small").contains(x * y));
        prop_assert!(a.scale(y).expect("small").contains(x * y));
        prop_assert!(a.negate().contains(-x));
        prop_assert!(a.hull(&b).contains(x) && a.hull(&b).contains_interval(&b));
        if let Some(quotient) = a.div(&b) {
            prop_assume!(!y.is_zero());
            // Multiplied back, so that no rounding of the test's own is compared.
            prop_assert!(quotient.mul(&Interval::exact(y)).expect("small").contains(x));
        }
    }

    #[test]
    fn containment_and_overlap_agree((a, x) in inhabited(), (b, _) in inhabited()) {
        if a.contains_interval(&b) {
            prop_assert!(a.overlaps(&b));
        }
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        if b.contains(x) {
            prop_assert!(a.overlaps(&b));
        }
    }

    #[test]
    fn inexact_results_are_rounded_outward(
        (a, b) in (any::<i64>(), any::<i64>()),
        (short_a, short_b) in (any::<i32>(), any::<i32>()),
        (scale_a, scale_b) in (0_u32..=14, 0_u32..=14),
    ) {
        let exact = |mantissa: i64, scale| Interval::exact(Decimal::new(mantissa, scale));
        let (a, b) = (a / 8, b / 8);
        let truth = i128::from(a) * i128::from(b);
        if let Some(product) = exact(a, scale_a).mul(&exact(b, scale_b)) {
            prop_assert!(at_scale(product.low, scale_a + scale_b).is_none_or(|low| low <= truth));
            prop_assert!(at_scale(product.high, scale_a + scale_b).is_none_or(|high| high >= truth));
        }
        prop_assume!(short_b != 0);
        let divisor = i64::from(short_b);
        let quotient = exact(short_a.into(), scale_a).div(&exact(divisor, scale_b)).expect("in range");
        let back = |bound: IntervalEnd| {
            let value = bound.value().expect("a quotient of numbers is bounded");
            let scale = value.scale() + scale_b;
            let truth = 10_i128.checked_pow(scale.checked_sub(scale_a)?)?.checked_mul(short_a.into())?;
            value.mantissa().checked_mul(divisor.into()).map(|found| found - truth)
        };
        let (low, high) = (back(quotient.low), back(quotient.high));
        let sign = i128::from(divisor.signum());
        prop_assert!(low.is_none_or(|low| low * sign <= 0) && high.is_none_or(|high| high * sign >= 0));
    }

    #[test]
    fn huge_operands_never_panic(
        parts in collection::vec((any::<[u32; 3]>(), any::<bool>(), 0_u32..=28), 4),
    ) {
        let values: Vec<Decimal> = parts
            .iter()
            .map(|([lo, mid, hi], negative, scale)| Decimal::from_parts(*lo, *mid, *hi, *negative, *scale))
            .collect();
        let ordered = |a: Decimal, b: Decimal| Interval::closed(a.min(b), a.max(b));
        let (a, b) = (ordered(values[0], values[1]), ordered(values[2], values[3]));
        for result in [a.add(&b), a.sub(&b), a.mul(&b), a.div(&b)].into_iter().flatten() {
            prop_assert!(result.low.value() <= result.high.value());
        }
    }

    #[test]
    fn periods_round_trip(
        year in 1000_i32..9000,
        more in 1_i32..99,
        separator in select(&["-", "/", "\u{2013}"][..]),
        long in any::<bool>(),
        joiner in select(&["..", " to "][..]),
    ) {
        let pair = |year: i32| {
            let next = if long { (year + 1).to_string() } else { format!("{:02}", (year + 1) % 100) };
            format!("{year}{separator}{next}")
        };
        let period = Period::parse(&format!("{}{joiner}{}", pair(year), pair(year + more)));
        let period = period.expect("two pairs in order");
        let words = PeriodWords::english();
        let read_back = Period::parse(&period.label(&words)).expect("a label of pairs");
        prop_assert_eq!(read_back.label(&words), period.label(&words));
        prop_assert_eq!(read_back.sort_key(), period.sort_key());
        let change = matches!(period.shape, PeriodShape::Change { .. });
        prop_assert_eq!(period.steps(), change.then_some(more));
        prop_assert_eq!(period.start(Some(YearKind::Academic)), Some((year, 9, 1)));
        prop_assert_eq!(period.end(Some(YearKind::Academic)), Some((year + more + 1, 8, 31)));
    }

    #[test]
    fn what_is_printed_of_a_period_is_read_again(text in dated()) {
        if let Ok(period) = Period::parse(&text) {
            let label = period.label(&PeriodWords::english());
            let labelled = Period::parse(&label).map_err(|error| TestCaseError::fail(format!("{text}: {label}: {error}")))?;
            for year in [None, Some(YearKind::Calendar), Some(YearKind::Financial), Some(YearKind::Academic)] {
                let iso = period.iso(year);
                prop_assert_eq!((labelled.start(year), labelled.end(year)), (period.start(year), period.end(year)));
                if period.is_known(year) {
                    let again = Period::parse(&iso).map_err(|error| TestCaseError::fail(format!("{text}: {iso}: {error}")))?;
                    prop_assert_eq!(again.days(year), period.days(year), "{}: {}", text, iso);
                }
            }
        }
    }

    #[test]
    fn days_are_real(year in 1000_i32..9998, month in 0_u8..15, day in 0_u8..40) {
        let text = format!("{year}-{month:02}-{day:02}");
        if let Ok(period) = Period::parse(&text) {
            prop_assert_eq!(period.iso(None), text);
            prop_assert_eq!(period.start(None), Some((year, month, day)));
            let point = Period::parse(&format!("at {}", period.printed)).expect("a day is a point");
            prop_assert_eq!(point.sort_key(), period.sort_key());
        } else {
            prop_assert!(month == 0 || month > 12 || day == 0 || day > 28);
        }
    }

    #[test]
    fn formulas_read_back_from_their_parts(
        first in select(&["a", "r.total", "2010-x", "12", "0.5"][..]),
        rest in collection::vec((select(&["+", "-", "*", "/"][..]), prop_oneof![Just("b"), Just("3")]), 0..20),
    ) {
        let mut text = first.to_owned();
        for (operator, operand) in &rest {
            text = format!("({text}) {operator} {operand}");
        }
        let formula = Formula::parse(&text).expect("well formed");
        prop_assert_eq!(formula.tokens().len(), 1 + 4 * rest.len());
        prop_assert!(formula.references().len() <= 2);
        let value = formula.evaluate(&|_| Some(Interval::exact(Decimal::ONE)));
        if let Some(value) = value {
            prop_assert!(value.low.value() <= value.high.value());
        }
    }
}
