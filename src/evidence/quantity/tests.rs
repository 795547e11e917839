//! Tables of printed quantities and what they stand for.
//!
//! Agreement, precision and ranges have their own tables beside their code.

use super::forms::FORMS;
use super::{Quantity, QuantityError as E};
use crate::evidence::interval::IntervalEnd;
use crate::evidence::marker::{Marker, Markers};

fn parse(text: &str) -> Quantity {
    Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// `[63.5, 64.5)`, to six decimals.
fn interval(quantity: &Quantity) -> String {
    let number = |bound: IntervalEnd| bound.value().map(|v| v.round_dp(6).normalize().to_string());
    let (low, high) = (quantity.interval.low, quantity.interval.high);
    let open = if matches!(low, IntervalEnd::Closed(_)) { "[" } else { "(" };
    let close = if matches!(high, IntervalEnd::Closed(_)) { "]" } else { ")" };
    let shown = |bound, infinite: &str| number(bound).unwrap_or_else(|| infinite.to_owned());
    format!("{open}{}, {}{close}", shown(low, "-inf"), shown(high, "inf"))
}

/// Text, interval, unit, canonical form.
type Row = (&'static str, &'static str, &'static str, &'static str);

fn check(table: &[Row]) {
    for &(text, expected, unit, canonical) in table {
        let found = parse(text);
        assert_eq!(interval(&found), expected, "{text}");
        assert_eq!(found.unit.to_string(), unit, "{text}");
        assert_eq!(found.canonical(), canonical, "{text}");
    }
}

#[test]
fn plain_numbers() {
    check(&[
        ("64%", "[63.5, 64.5)", "percent", "64"),
        ("64 %", "[63.5, 64.5)", "percent", "64"),
        ("64 per cent", "[63.5, 64.5)", "percent", "64"),
        ("64 percent", "[63.5, 64.5)", "percent", "64"),
        ("2.5pc", "[2.45, 2.55)", "percent", "2.5"),
        ("735,470", "[735470, 735470]", "count", "735470"),
        ("735\u{202f}470", "[735470, 735470]", "count", "735470"),
        ("152 authorities", "[152, 152]", "count", "152"),
        ("2.4 children", "[2.35, 2.45)", "count", "2.4"),
        ("a total of 152", "[152, 152]", "count", "152"),
        ("one hundred and fifty-two", "[152, 152]", "count", "152"),
        ("two thousand", "[1500, 2500)", "count", "2000"),
        ("twelve", "[12, 12]", "count", "12"),
        ("twelve million", "[11500000, 12500000)", "count", "12000000"),
        ("872m", "[871500000, 872500000)", "count", "872000000"),
        ("12K", "[11500, 12500)", "count", "12000"),
        ("half a million", "[475000, 525000)", "count", "500000"),
        ("22 per 10,000", "[21.5, 22.5)", "per 10000", "22"),
        ("22 per 10,000 children", "[21.5, 22.5)", "per 10000", "22"),
        ("164 per 100,000", "[163.5, 164.5)", "per 100000", "164"),
        ("+10 percentage points", "[9.5, 10.5)", "points", "10"),
        ("10 points", "[9.5, 10.5)", "points", "10"),
        ("10 pp", "[9.5, 10.5)", "points", "10"),
        ("-20%", "(-20.5, -19.5]", "percent", "-20"),
        ("\u{2212}20%", "(-20.5, -19.5]", "percent", "-20"),
        ("minus 20%", "(-20.5, -19.5]", "percent", "-20"),
        ("7.5-fold", "[7.45, 7.55)", "times", "7.5"),
        ("7.5 times", "[7.45, 7.55)", "times", "7.5"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("£4.2 billion", "[4150000000, 4250000000)", "GBP", "4200000000"),
        ("£4.2bn", "[4150000000, 4250000000)", "GBP", "4200000000"),
        ("£872m", "[871500000, 872500000)", "GBP", "872000000"),
        ("GBP 350 million", "[349500000, 350500000)", "GBP", "350000000"),
        ("350 million pounds", "[349500000, 350500000)", "GBP", "350000000"),
        ("€1.5tn", "[1450000000000, 1550000000000)", "EUR", "1500000000000"),
        ("-$20", "[-20, -20]", "USD", "-20"),
        ("£12.50", "[12.5, 12.5]", "GBP", "12.5"),
        ("£12.5", "[12.45, 12.55)", "GBP", "12.5"),
        ("hundreds of millions of pounds", "[200000000, 1000000000)", "GBP", "200000000..1000000000"),
    ]);
}

#[test]
fn qualified_numbers() {
    check(&[
        ("over 29%", "(29, inf)", "percent", "29"),
        ("more than 40 per cent", "(40, inf)", "percent", "40"),
        ("at least 8", "[8, inf)", "count", "8"),
        ("8 or more", "[8, inf)", "count", "8"),
        ("up to 164", "[0, 164]", "count", "164"),
        ("under 5%", "[0, 5)", "percent", "5"),
        ("fewer than 5", "[0, 5)", "count", "5"),
        ("less than 5 points", "(-inf, 5)", "points", "5"),
        ("nearly 90%", "[85.5, 90)", "percent", "90"),
        ("almost 30 per cent", "[28.5, 30)", "percent", "30"),
        ("nearly -20%", "(-20, -19]", "percent", "-20"),
        ("just over 2%", "(2, 2.1]", "percent", "2"),
        ("only 2%", "[1.5, 2.5)", "percent", "2"),
        ("c. 40%", "[36, 44)", "percent", "40"),
        ("~40%", "[36, 44)", "percent", "40"),
        ("some 700", "[630, 770)", "count", "700"),
        ("about 3%", "[2.5, 3.5)", "percent", "3"),
        ("almost triple", "[2.85, 3)", "times", "3"),
    ]);
}

#[test]
fn words() {
    check(&[
        ("a fifth", "[17.5, 22.5)", "percent", "20"),
        ("one fifth", "[17.5, 22.5)", "percent", "20"),
        ("half", "[47.5, 52.5)", "percent", "50"),
        ("around half", "[45, 55)", "percent", "50"),
        ("two-thirds", "[64.166667, 69.166667)", "percent", "66.666667"),
        ("a third", "[30.833333, 35.833333)", "percent", "33.333333"),
        ("about a quarter", "[22.5, 27.5)", "percent", "25"),
        ("about a tenth", "[7.5, 12.5)", "percent", "10"),
        ("one in five", "[17.5, 22.5)", "percent", "20"),
        ("3 in 10", "[27.5, 32.5)", "percent", "30"),
        ("one in every 200 children", "[0.375, 0.625)", "percent", "0.5"),
        ("doubled", "[1.9, 2.1)", "times", "2"),
        ("twice", "[1.9, 2.1)", "times", "2"),
        ("threefold", "[2.85, 3.15)", "times", "3"),
        ("three-fold", "[2.85, 3.15)", "times", "3"),
        ("hundreds of thousands", "[200000, 1000000)", "count", "200000..1000000"),
        ("tens of thousands of children", "[20000, 100000)", "count", "20000..100000"),
        ("millions", "[2000000, 100000000)", "count", "2000000..100000000"),
        ("dozens", "[24, 100)", "count", "24..100"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("22–164", "[22, 164]", "count", "22..164"),
        ("22-164", "[22, 164]", "count", "22..164"),
        ("10% to 15%", "[9.5, 15.5)", "percent", "10..15"),
        ("£4.2–4.5bn", "[4150000000, 4550000000)", "GBP", "4200000000..4500000000"),
        ("between 5 and 7 years", "[5, 7]", "count", "5..7"),
        ("about 10–20%", "[9, 22)", "percent", "10..20"),
    ]);
    assert!(parse("22–164").range && parse("22–164").central.is_none());
}

#[test]
fn markers_and_nouns() {
    let alone = parse("[c]");
    let marked = |text| Marker::parse(text).map(Markers::from);
    assert_eq!((Some(alone.markers), alone.central), (marked("[c]"), None));
    assert_eq!(interval(&alone), "(-inf, inf)");
    let revised = parse("389,430 children [r]");
    assert_eq!((Some(revised.markers), revised.noun.as_deref()), (marked("[r]"), Some("children")));
    assert_eq!(parse("20 miles").noun.as_deref(), Some("miles"));
    assert_eq!(parse(" 64% ").to_string(), "64%");
}

#[test]
fn refused_texts() {
    let bad = |text: &str| Quantity::parse(text).expect_err(text);
    let s = str::to_owned;
    assert_eq!(bad("  "), E::Empty);
    assert_eq!(bad("children"), E::NoNumber(s("children")));
    assert_eq!(bad("a 26% increase"), E::Leading(s("a")));
    assert_eq!(bad("26% increase"), E::Trailing(s("increase")));
    assert_eq!(bad("152 in 2017"), E::TwoNumbers(s("in 2017")));
    assert_eq!(bad("20 30"), E::TwoNumbers(s("30")));
    assert_eq!(bad("73,54,70"), E::BadGrouping(s("73,54,70")));
    assert_eq!(bad("1,23"), E::BadGrouping(s("1,23")));
    assert_eq!(bad("£-%5"), E::NotANumber(s("£-%5")));
    assert_eq!(bad("12345678901234567890"), E::TooLarge(s("12345678901234567890")));
    assert_eq!(bad("123456789 trillion"), E::TooLarge(s("123456789 trillion")));
    assert_eq!(bad("64% [q]"), E::UnknownMarker(s("[q]")));
    assert_eq!(bad("[c] 64%"), E::Trailing(s("64%")));
    assert_eq!(bad("from 15% to 10%"), E::Backwards(s("from 15% to 10%")));
    assert_eq!(bad("over 10–15%"), E::TwoNumbers(s("over 10–15%")));
}

/// The ends of a quantity to six decimals, and its unit.
fn ends(quantity: &Quantity) -> String {
    let shown = |end: Option<rust_decimal::Decimal>| {
        end.map_or_else(String::new, |end| end.round_dp(6).normalize().to_string())
    };
    format!("{}..{} {}", shown(quantity.low()), shown(quantity.high()), quantity.unit_text())
}

#[test]
fn every_row_of_the_table_holds() {
    for (typed, wanted) in FORMS.iter().flat_map(|forms| forms.examples) {
        let quantity = parse(typed);
        assert_eq!(ends(&quantity), *wanted, "{typed}");
        assert_eq!(parse(quantity.printed()), quantity, "{typed}");
    }
    for typed in FORMS.iter().flat_map(|forms| forms.refused) {
        let error = Quantity::parse(typed).expect_err(typed);
        assert!(error.help().is_some(), "{typed}");
        for way in error.ways_out() {
            assert!(Quantity::parse(way).is_ok(), "{typed}: {way}");
        }
    }
}

#[test]
fn what_would_be_lost_as_a_noun_is_refused() {
    for typed in [
        "12 tsd",
        "3 mil",
        "500 kr",
        "12 lkg",
        "5 zbs",
        "64 percentage",
        "12 k",
        "45 cents",
        "1st",
        "under-18",
        "5c",
    ] {
        assert!(Quantity::parse(typed).is_err(), "{typed}");
    }
    for (typed, ways) in [
        ("45 cents", ["€0.45", "$0.45"]),
        ("about 5,000 rupees", ["about INR 5,000", "about PKR 5,000"]),
        ("1.83 m", ["1.83 million", "1.83 metres"]),
        ("1.000", ["1,000", "1.00"]),
    ] {
        assert_eq!(Quantity::parse(typed).expect_err(typed).ways_out(), ways, "{typed}");
    }
    let other = crate::config::Language::of("it");
    for typed in ["1.234", "12.500 Euro", "2.350"] {
        assert!(matches!(Quantity::parse_in(typed, other), Err(E::Either(..))), "{typed}");
    }
    for typed in ["0.234", "1.23", "12,345", "1.2345"] {
        assert!(Quantity::parse_in(typed, other).is_ok(), "{typed}");
    }
}
