//! A reporting period and a publisher's date: they begin before they end, and their printed text reads as the same.
#![no_main]

use cscare_site::evidence::date::PartialDate;
use cscare_site::evidence::period::{Period, PeriodWords, YearKind};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static WORDS: LazyLock<PeriodWords> = LazyLock::new(PeriodWords::english);

fuzz_target!(|text: &str| {
    if let Some(date) = PartialDate::parse(text) {
        assert_eq!(date.to_string(), text.trim());
    }
    let period = match Period::parse(text) {
        Ok(period) => period,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert_eq!(Period::parse(&period.printed), Ok(period.clone()));
    for kind in [None, Some(YearKind::Calendar), Some(YearKind::Financial), Some(YearKind::Academic)] {
        if let (Some(start), Some(end)) = (period.start(kind), period.end(kind)) {
            assert!(start <= end, "{period:?} in {kind:?} years");
        }
        let iso = period.iso(kind);
        assert!(!iso.is_empty());
        if period.is_known(kind) {
            assert_eq!(
                Period::parse(&iso).map(|again| again.days(kind)),
                Ok(period.days(kind)),
                "{text}: {iso}"
            );
        }
    }
    let labelled = Period::parse(&period.label(&WORDS)).map(|again| again.sort_key());
    assert_eq!(labelled, Ok(period.sort_key()), "{period:?}");
    let (end, start) = period.sort_key();
    assert!(start <= end && !period.label(&WORDS).is_empty(), "{period:?}");
    assert!(period.steps().is_none_or(|steps| steps >= 0), "{period:?}");
});
