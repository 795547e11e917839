//! Which reports, and which articles, are one publication that is recorded twice: the same address, or the same title from
//! the same publisher.

use super::Review;
use crate::evidence::record::SnapshotName;

/// Whether two reports are one.
pub(super) fn are_one_report(review: &Review<'_>, one: usize, other: usize) -> bool {
    let reports = &review.evidence.reports;
    let (first, second) = (&reports[one], &reports[other]);
    one == other
        || is_same(&address(&first.url), &address(&second.url))
        || is_one_text(first.snapshot.as_ref(), second.snapshot.as_ref())
        || is_same(&folded(&first.publisher), &folded(&second.publisher))
            && is_same(&title(review, first.page), &title(review, second.page))
}

/// Whether two accounts of coverage are of one article.
pub(super) fn are_one_article(review: &Review<'_>, one: usize, other: usize) -> bool {
    let coverage = &review.evidence.coverage;
    let (first, second) = (&coverage[one], &coverage[other]);
    let outlet = |at: usize| folded(&coverage[at].outlet);
    one == other
        || is_same(&address(&first.url), &address(&second.url))
        || is_one_text(first.snapshot.as_ref(), second.snapshot.as_ref())
        || is_same(&outlet(one), &outlet(other))
            && is_same(&title(review, first.page), &title(review, second.page))
}

fn is_same(one: &str, other: &str) -> bool {
    !one.is_empty() && one == other
}

/// Whether both name one archived text from the same place in it on.
fn is_one_text(one: Option<&SnapshotName>, other: Option<&SnapshotName>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.file == other.file && one.begins == other.begins)
}

fn title(review: &Review<'_>, page: usize) -> String {
    folded(&review.evidence.pages[page].title.text())
}

/// The words of a name in small letters.
pub(super) fn folded(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// An address without what does not tell one page from another.
fn address(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned()
}
