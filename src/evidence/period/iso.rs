//! Periods for machines: intervals of days as ISO 8601 writes them.

use super::Days;
use super::date::{self, Date};

/// Stands for days that nobody has said.
pub(super) const UNKNOWN: &str = "unknown";

/// Appends the days of a period: `2010-04-01/2011-03-31`, a single day as itself, `..` for an open end, and between
/// the two stretches of a change.
pub(super) fn push(days: Days, text: &mut String) {
    for (at, stretch) in days.into_iter().flatten().enumerate() {
        if at > 0 {
            text.push_str("..");
        }
        push_stretch(stretch, text);
    }
}

fn push_stretch((first, last): (Option<Date>, Option<Date>), text: &mut String) {
    push_end(first, text);
    if first.is_none() || first != last {
        text.push('/');
        push_end(last, text);
    }
}

fn push_end(date: Option<Date>, text: &mut String) {
    match date {
        Some(date) => date::push_iso(date, text),
        None => text.push_str(".."),
    }
}
