//! Tables of reporting periods: labels, machine forms, equality, order.
//!
//! What is refused stands beside the reading code.

use super::forms::FORMS;
use super::{Period, PeriodError as E, PeriodWords, YearKind};

fn parse(text: &str) -> Period {
    Period::parse(text).expect(text)
}

#[test]
fn labels_and_machine_forms() {
    let words = PeriodWords::english();
    for (text, label, iso) in [
        ("2017", "2017", "2017-01-01/2017-12-31"),
        ("2010-11", "2010–11", "2010-04-01/2011-03-31"),
        ("1999/2000", "1999–2000", "1999-04-01/2000-03-31"),
        ("2010-M11", "November 2010", "2010-11-01/2010-11-30"),
        ("2016-02", "February 2016", "2016-02-01/2016-02-29"),
        ("2018-04-30", "30 April 2018", "2018-04-30"),
        ("at 2017-03-31", "at 31 March 2017", "2017-03-31"),
        ("at 2017-03", "at March 2017", "2017-03-01/2017-03-31"),
        ("2010–11 to 2017–18", "2010–11 to 2017–18", "2010-04-01/2018-03-31"),
        ("2016..2017", "2016 to 2017", "2016-01-01/2016-12-31..2017-01-01/2017-12-31"),
        ("to 2017-12", "to December 2017", "../2017-12-31"),
        ("since 2010-M11", "since November 2010", "2010-11-01/.."),
    ] {
        let period = parse(text);
        assert_eq!(period.label(&words), label, "{text}");
        assert_eq!(period.iso(Some(YearKind::Financial)), iso, "{text}");
    }
}

#[test]
fn no_year_goes_on_beyond_four_digits() {
    for text in ["9996-97", "999697", "9980s"] {
        let period = parse(text);
        assert_eq!(parse(&period.label(&PeriodWords::english())).sort_key(), period.sort_key(), "{text}");
    }
    for text in ["9999", "999900", "9999-10000", "9999/00", "9990s", "2001-9999"] {
        assert!(Period::parse(text).is_err(), "{text}");
    }
}

#[test]
fn equality_is_by_meaning() {
    for text in ["2010/11", "2010–11", "2010/2011", "2010-2011", " 2010-11 to 2010/11 "] {
        assert_eq!(parse(text), parse("2010-11"), "{text}");
    }
    assert_eq!(parse("until 2017-12"), parse("to 2017-M12"));
    assert_eq!(parse("from 2010 to 2017"), parse("2010 to 2017"));
    assert_ne!(parse("2010 to 2017"), parse("2010..2017"));
    assert_ne!(parse("at 2017-03-31"), parse("2017-03-31"));
}

#[test]
fn years_follow_their_kind() {
    let (year, pair) = (parse("2017"), parse("2010-11"));
    assert_eq!(year.iso(None), "2017-01-01/2017-12-31");
    assert_eq!(pair.iso(Some(YearKind::Academic)), "2010-09-01/2011-08-31");
    assert_eq!(pair.iso(Some(YearKind::Calendar)), "unknown");
    assert_eq!(pair.iso(None), "unknown");
    assert_eq!(pair.end(Some(YearKind::Financial)), Some((2011, 3, 31)));
    assert_eq!(parse("since 2010").end(None), None);
}

#[test]
fn order_is_by_end_then_start() {
    let sorted = ["to 2009", "2010-01", "2010", "2010-11", "2010-11..2017-18", "2017-18", "since 1999"];
    let keys = sorted.map(|text| parse(text).sort_key());
    assert!(keys.is_sorted(), "{keys:?}");
}

#[test]
fn annual_steps() {
    for (text, steps) in [
        ("2010-11..2017-18", Some(7)),
        ("2010..2017", Some(7)),
        ("2010-03-31..2017-03-31", Some(7)),
        ("2010-01..2017-02", None),
        ("2010 to 2017", None),
    ] {
        assert_eq!(parse(text).steps(), steps, "{text}");
    }
}

/// What is printed, as data or as a label, is read again as the same days.
fn reads_again(period: &Period, year: Option<YearKind>) {
    let iso = period.iso(year);
    if iso != "unknown" {
        assert_eq!(parse(&iso).iso(year), iso, "{period}");
    }
    let label = period.label(&PeriodWords::english());
    let (own, again) = (parse(&label), period);
    assert_eq!((own.start(year), own.end(year)), (again.start(year), again.end(year)), "{period}: {label}");
}

#[test]
fn every_row_of_the_table_holds() {
    for example in FORMS.iter().flat_map(|forms| forms.examples) {
        match (Period::parse(example.typed), example.days) {
            (Ok(period), days) => {
                assert_eq!(period.iso(example.year), days, "{}", example.typed);
                reads_again(&period, example.year);
            }
            (Err(error), days) => assert_eq!(days, "", "{}: {error}", example.typed),
        }
    }
}

#[test]
fn a_refusal_names_what_is_accepted() {
    let refused = FORMS.iter().flat_map(|forms| forms.examples).filter(|example| example.days.is_empty());
    let more = [
        "FY22/23",
        "CY23",
        "Q3'23",
        "3Q23",
        "early March 2020",
        "end of 2016-17",
        "year end 31 March 2024",
        "2024/03",
    ];
    for typed in refused.map(|example| example.typed).chain(more) {
        let error = Period::parse(typed).expect_err(typed);
        for way in error.ways_out() {
            assert!(Period::parse(way).is_ok(), "{typed}: {way}");
        }
        let is_named = !error.ways_out().is_empty()
            || error.help().is_none_or(|help| help.contains('`') || help.starts_with("swap"));
        assert!(is_named, "{typed}: {:?}", error.help());
    }
}

#[test]
fn refused_texts() {
    let bad = |text: &str| Period::parse(text).expect_err(text);
    let s = str::to_owned;
    for text in
        ["17", "2017-1", "0999", "201७", "spring", "2017-1-31", "recently", "-", "May", "20233", "1 to 14"]
    {
        assert!(matches!(bad(text), E::NotADate(_)), "{text}: {:?}", bad(text));
    }
    assert_eq!(bad(" "), E::Empty);
    assert_eq!(bad("2010-M13"), E::MonthOutOfRange(s("2010-M13")));
    assert_eq!(bad("2023-Q0"), E::SectionOutOfRange(s("Q0"), 4));
    assert_eq!(bad("week 53 2024"), E::SectionOutOfRange(s("week 53 2024"), 52));
    assert_eq!(bad("2017-02-29"), E::DayOutOfRange(s("2017-02-29"), 28));
    assert_eq!(bad("31 June 2024"), E::DayOutOfRange(s("31 June 2024"), 30));
    assert_eq!(bad("2017-13"), E::NotConsecutive(s("2017-13"), 2017));
    assert_eq!(bad("2017 to 2010"), E::Backwards(s("2017 to 2010")));
    assert_eq!(bad("2017-18..2010-11"), E::Backwards(s("2017-18..2010-11")));
    assert_eq!(bad("2017..2017-18"), E::Unlike(s("2017..2017-18")));
    assert_eq!(bad("2017..2017"), E::NoChange(s("2017..2017")));
    assert_eq!(bad("at 2010 to 2011"), E::Trailing(s("to 2011")));
    assert_eq!(bad("2023 [p]"), E::Trailing(s("[p]")));
}
