//! `check --stale`: the pages that are to be looked at again, and the days by which.

use crate::evidence::date::PartialDate;
use crate::lint::review_due::{by_date, has_passed};
use crate::site::Site;
use std::fmt::Write as _;

/// One line for each page with a day, the earliest first: `due` or nothing, the day, the file, the title.
pub fn list(site: &Site, today: PartialDate) -> String {
    let mut list = String::new();
    for (date, page) in by_date(&site.evidence) {
        let word = if has_passed(date, today) { "due" } else { "" };
        let (path, title) = (page.path.as_str(), page.title.text());
        let _ = writeln!(list, "{word:3}  {:10}  {path}  {title}", date.to_string());
    }
    if list.is_empty() {
        list.push_str("no page says when it is to be looked at again; write `review_by: 2027-01-31` in its front matter\n");
    }
    list
}
