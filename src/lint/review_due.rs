//! Pages that are to be looked at again by some day.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::record::Page;

/// Reports pages whose day has passed.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let Some(today) = review.today else { return Vec::new() };
    let due = by_date(review.evidence).into_iter().filter(|(date, _)| has_passed(*date, today));
    due.map(|(date, page)| {
        let place = Place::value(&page.path, FieldPath::key("review_by"));
        Diagnostic::new(
            &rules::REVIEW_DUE,
            place,
            format!("this page was to be looked at again by {date}; it is {today}"),
        )
        .help("read it against its sources, then move `review_by:` to the next day")
    })
    .collect()
}

/// Pages with a day on which they are to be looked at again, the earliest first.
#[must_use]
pub fn by_date(evidence: &Evidence) -> Vec<(PartialDate, &Page)> {
    let dated = evidence.pages.iter().filter_map(|page| Some((page.review_by?, &**page)));
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by(|(one, page), (other, against)| one.cmp(other).then_with(|| page.path.cmp(&against.path)));
    dated
}

/// Whether the last day of a date lies before today.
#[must_use]
pub fn has_passed(date: PartialDate, today: PartialDate) -> bool {
    let cut =
        PartialDate { year: today.year, month: date.month.and(today.month), day: date.day.and(today.day) };
    cut > date
}

#[cfg(test)]
mod tests {
    use super::has_passed;
    use crate::evidence::date::PartialDate;

    #[test]
    fn a_date_passes_with_its_last_day() {
        let date = |text: &str| PartialDate::parse(text).expect(text);
        for (by, today, passed) in [
            ("2026-03-31", "2026-03-31", false),
            ("2026-03-31", "2026-04-01", true),
            ("2026-03", "2026-03-31", false),
            ("2026-03", "2026-04-01", true),
            ("2026", "2026-12-31", false),
            ("2026", "2027-01-01", true),
        ] {
            assert_eq!(has_passed(date(by), date(today)), passed, "{by} {today}");
        }
    }
}
