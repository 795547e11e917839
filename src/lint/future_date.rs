//! A date of publication or revision that has not come yet is a slip of the keyboard.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};

/// Reports every date after today.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let Some(today) = review.today else { return Vec::new() };
    let evidence = review.evidence;
    let updated = evidence.pages.iter().enumerate().map(|(page, record)| (page, "updated", record.updated));
    let reports = evidence.reports.iter().map(|report| (report.page, "published", report.published));
    let coverage = evidence.coverage.iter().map(|coverage| (coverage.page, "published", coverage.published));
    updated
        .chain(reports)
        .chain(coverage)
        .filter_map(|(page, field, date)| date.filter(|date| *date > today).map(|date| (page, field, date)))
        .map(|(page, field, date)| {
            let place = Place::value(&evidence.pages[page].path, FieldPath::key(field));
            Diagnostic::new(&rules::FUTURE_DATE, place, format!("`{date}` lies in the future; it is {today}"))
                .help("mend the date; a page that is not to be published yet is a `draft: true`")
        })
        .collect()
}
