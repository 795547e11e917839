//! The only look at the clock. It decides what is reported, never what is written.

use crate::evidence::date::PartialDate;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The day on which dates are judged: as typed, as `SOURCE_DATE_EPOCH` says, or today in UTC.
pub fn today(typed: Option<PartialDate>) -> Result<PartialDate, String> {
    if let Some(date) = typed {
        return Ok(date);
    }
    let now = set()?.unwrap_or_else(Timestamp::now);
    let day = now.to_zoned(TimeZone::UTC).date();
    Ok(PartialDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) })
}

/// The seconds since 1970 that `SOURCE_DATE_EPOCH` says; `None` when it is not set.
pub fn epoch() -> Result<Option<i64>, String> {
    Ok(set()?.map(Timestamp::as_second))
}

fn set() -> Result<Option<Timestamp>, String> {
    std::env::var("SOURCE_DATE_EPOCH").ok().map(|seconds| from_epoch(&seconds)).transpose()
}

fn from_epoch(seconds: &str) -> Result<Timestamp, String> {
    let parsed = seconds.trim().parse::<i64>().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    parsed
        .ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{seconds}`, which is no number of seconds since 1970"))
}
