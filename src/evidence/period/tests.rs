//! Tables of reporting periods: labels, machine forms, equality, order.
//!
//! What is refused stands beside the reading code.

use super::{Period, PeriodWords, YearKind};

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
        ("at 2017-03", "at March 2017", "2017-03"),
        ("2010–11 to 2017–18", "2010–11 to 2017–18", "2010-04-01/2018-03-31"),
        ("2016..2017", "2016 to 2017", "2016-01-01/2016-12-31..2017-01-01/2017-12-31"),
        ("to 2017-12", "to December 2017", "../2017-12-31"),
        ("since 2010-M11", "since November 2010", "2010-11-01/.."),
    ] {
        let period = parse(text);
        assert_eq!(period.label(&words), label, "{text}");
        assert_eq!(period.iso(YearKind::Financial), iso, "{text}");
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
    assert_eq!(year.iso(YearKind::Calendar), "2017-01-01/2017-12-31");
    assert_eq!(pair.iso(YearKind::Academic), "2010-09-01/2011-08-31");
    assert_eq!(pair.start(YearKind::Calendar), Some((2010, 4, 1)));
    assert_eq!(pair.end(YearKind::Financial), Some((2011, 3, 31)));
    assert_eq!(parse("since 2010").end(YearKind::Calendar), None);
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
